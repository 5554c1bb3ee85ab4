//! Indicators and what was entered for them, side by side.

use crate::evaluation::{Evaluation, ItemEntry};
use crate::template::{Indicator, Template};

/// The indicators in the order of the sheet, each with its entry if there is one. Entries are sorted by id, and so
/// are the outline's positions: one scan instead of a search for each.
pub(crate) fn entries<'a>(
    template: &'a Template,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Indicator, Option<&'a ItemEntry>)> {
    let outline = template.outline();
    let mut entries: Vec<Option<&ItemEntry>> = vec![None; outline.len()];
    let mut sorted = evaluation.items.iter().peekable();
    for &position in outline.sorted_by_id() {
        let Some(leaf) = outline.leaf(position) else {
            continue;
        };
        while sorted.next_if(|(id, _)| **id < leaf.id).is_some() {}
        entries[position] = sorted.peek().filter(|(id, _)| **id == leaf.id).map(|(_, entry)| &***entry);
    }
    template.indicators().zip(entries)
}
