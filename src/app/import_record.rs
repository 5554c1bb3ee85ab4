//! What a crash must not take of an import: the table as it was read, how its columns were understood, and what was
//! decided about its rules.

use super::importing::{Importing, Origin, ReadTable};
use super::{App, Workspace};
use crate::file::{Draft, DraftKind, DraftStart};
use crate::import::{Grid, Mapping};
use crate::ron_text;
use crate::text::{Explain as _, Message};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

/// How the rule of an indicator is read was confirmed or chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decision {
    /// Place among the readings.
    pub index: usize,
    /// Row of the sheet, by which the place is known to be the same one.
    pub row: usize,
    /// The proposal, from 0; `None` leaves the rule to be entered by hand.
    pub chosen: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct Record {
    /// The workbook and its sheet; nothing where the table was pasted.
    file: Option<(PathBuf, String)>,
    grid: Grid,
    mapping: Mapping,
    decisions: Vec<Decision>,
}

impl Importing {
    fn record(&mut self, places: &crate::file::Places) {
        let Some(table) = self.shared_table() else { return };
        let (path, file) = match &table.origin {
            Origin::Pasted => (None, None),
            Origin::File { path, sheet, .. } => (Some(path.clone()), Some((path.clone(), sheet.clone()))),
        };
        let title = self.imported().map(|made| made.template.title.to_string()).unwrap_or_default();
        let (mapping, decisions) = (self.mapping().clone(), self.decided());
        let draft = Draft {
            kind: DraftKind::Import,
            title,
            path,
            digest: None,
            edits: self.decisions(),
            last: jiff::Timestamp::now(),
            text: String::new(),
        };
        let start = move || {
            let (table, file) = (table.clone(), file.clone());
            let (mapping, decisions) = (mapping.clone(), decisions.clone());
            let word = move || {
                let (grid, mapping) = (table.grid.clone(), mapping.clone());
                ron_text::write(&Record { file: file.clone(), grid, mapping, decisions: decisions.clone() })
            };
            DraftStart { draft: draft.clone(), word: Box::new(word) }
        };
        let decided = self.is_decided();
        self.recorder_mut().record_draft(places, decided, start);
    }
}

impl App {
    /// Writes down what a crash would take.
    pub(super) fn record_import(&mut self) {
        if let Some(importing) = self.model.workspace.importing_mut() {
            importing.record(&self.places);
        }
    }

    /// Shows an import that a session left behind: its template is made again, and what was decided still holds.
    pub(super) fn restore_import(&mut self, draft: &Draft) -> Result<(), Message> {
        let record: Record = ron_text::read(&draft.text).map_err(|error| error.message())?;
        let origin = match record.file {
            None => Origin::Pasted,
            Some((path, sheet)) => {
                // Gone by now, the workbook is missed only by whoever wants another of its sheets.
                let bytes: Arc<[u8]> = std::fs::read(&path).unwrap_or_default().into();
                let sheets = crate::import::Workbook::read(&bytes).map(|book| book.sheets());
                Origin::File { path, bytes, sheets: sheets.unwrap_or_else(|_| vec![sheet.clone()]), sheet }
            }
        };
        let table = ReadTable { origin, mapping: Ok(record.mapping), grid: record.grid };
        self.close_document();
        self.model.notice = None;
        let restored = Importing::restored(table, record.decisions, draft.edits);
        self.model.workspace = Workspace::Import(Box::new(restored));
        self.record_import();
        self.make_template();
        Ok(())
    }
}
