//! What a crash must not take of an import: the table as it was read, how its columns were understood, and what was
//! decided about its rules.

use super::decision::Decision;
use super::draft::ImportDraft;
use super::scored::Scored;
use crate::audit::Kept;
use crate::file::{Draft, DraftKind, DraftStart, Places};
use crate::import::{Grid, Mapping, Origin, ReadTable, Vocabulary, own_words};
use crate::ron_text;
use crate::text::{Explain as _, Message};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
struct Record<'t> {
    /// The workbook and its sheet; nothing where the table was pasted.
    file: Option<(PathBuf, String)>,
    grid: Cow<'t, Grid>,
    mapping: Mapping,
    decisions: Vec<Decision>,
    /// 连同得分
    #[serde(default)]
    with_scores: bool,
    /// Why scores of the table stay.
    #[serde(default)]
    kept: Kept,
}

impl ImportDraft {
    pub(super) fn record(&mut self, places: &Places) {
        let Some(table) = self.shared_table() else { return };
        let (path, file) = match &table.origin {
            Origin::Pasted => (None, None),
            Origin::File { path, sheet, .. } => (Some(path.clone()), Some((path.clone(), sheet.clone()))),
        };
        let named = self.imported().map(|made| made.template.title.to_string());
        // While the template is being made again it has no title yet.
        let stem =
            || path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let title = named.or_else(stem).unwrap_or_default();
        let (mapping, decisions) = (self.mapping().clone(), self.decided());
        let (with_scores, kept) = (self.scored().is_wanted(), self.scored().kept().clone());
        let draft = Draft {
            kind: DraftKind::Import,
            title,
            path,
            digest: None,
            edits: self.decisions(),
            last: jiff::Timestamp::now(),
            text: String::new(),
        };
        let word = move || {
            let (file, mapping) = (file.clone(), mapping.clone());
            ron_text::write(&Record {
                file,
                grid: Cow::Borrowed(&table.grid),
                mapping,
                decisions: decisions.clone(),
                with_scores,
                kept: kept.clone(),
            })
        };
        let decided = self.is_decided();
        self.recorder_mut().record_draft(places, decided, DraftStart { draft, word: Arc::new(word) });
    }
}

impl ImportDraft {
    /// What a session left behind: its template is made again, and what was decided still holds.
    ///
    /// # Errors
    /// Its text is no record of an import.
    pub(super) fn of_record(draft: &Draft, places: &Places) -> Result<Self, Message> {
        let record: Record<'_> = ron_text::read(&draft.text).map_err(|error| error.message())?;
        let origin = match record.file {
            None => Origin::Pasted,
            Some((path, sheet)) => {
                // Gone by now, the workbook is missed only by whoever wants another of its sheets.
                let bytes: Arc<[u8]> = crate::import::read_workbook(&path).unwrap_or_default();
                let sheets = crate::import::Workbook::read(&bytes).map(|book| book.sheets());
                Origin::File { path, bytes, sheets: sheets.unwrap_or_else(|_| vec![sheet.clone()]), sheet }
            }
        };
        // The words that it was read by do not matter any more, but for another heading row.
        let words = own_words(&places.headings()).unwrap_or_else(|_| Arc::clone(Vocabulary::shipped()));
        let table = ReadTable { origin, mapping: Ok(record.mapping), grid: record.grid.into_owned(), words };
        let scored = Scored::restored(record.with_scores, record.kept);
        let mut restored = Self::restored(table, record.decisions, draft.edits, scored);
        restored.record(places);
        Ok(restored)
    }
}
