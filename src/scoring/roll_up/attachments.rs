//! 附件: the files of evidence in the order of the sheet.

use crate::evaluation::Evaluation;
use crate::scoring::card::{Attachment, ItemScore};
use crate::template::Template;

/// Numbered from 1.
pub(super) fn attachments(template: &Template, evaluation: &Evaluation) -> Vec<Attachment> {
    let mut files: Vec<_> = evaluation.evidence.iter().collect();
    // Stable: within an indicator the files stay in the order in which they were added.
    files.sort_by_key(|file| template.outline().position(&file.item).unwrap_or(usize::MAX));
    let numbered = files.into_iter().enumerate();
    numbered.map(|(index, file)| Attachment { number: index + 1, evidence: file.clone() }).collect()
}

/// Tells each indicator how many files it has.
pub(super) fn count_evidence(template: &Template, attachments: &[Attachment], items: &mut [ItemScore]) {
    for attachment in attachments {
        if let Some(position) = template.outline().position(&attachment.evidence.item) {
            items[position].evidence += 1;
        }
    }
}
