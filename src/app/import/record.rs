//! What a crash must not take of an import: the table as it was read, how its columns were understood, and what was
//! decided about its rules.

use crate::app::import::draft::{Importing, Origin, ReadTable};
use crate::app::{App, Workspace};
use crate::file::{Draft, DraftKind, DraftStart, Places};
use crate::import::{Grid, Mapping, Reading};
use crate::ron_text;
use crate::template::Rule;
use crate::text::{Explain as _, Message};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the rule of an indicator is read was confirmed or chosen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Decision {
    /// Place among the readings.
    pub index: usize,
    /// Row of the sheet, by which the place is known to be the same one.
    pub row: usize,
    /// The rule that was chosen; `None` leaves it to be entered by hand.
    pub rule: Option<Rule>,
}

impl Decision {
    /// What stands in this place now and what of it was chosen then, where it is the same row and it still offers that
    /// rule: nothing else counts as decided.
    pub(in crate::app) fn holds(&self, readings: &[Reading]) -> Option<Option<usize>> {
        let reading = readings.get(self.index).filter(|reading| reading.row == self.row)?;
        match &self.rule {
            None => Some(None),
            Some(rule) => reading.proposals.iter().position(|proposal| proposal.rule == *rule).map(Some),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Record<'t> {
    /// The workbook and its sheet; nothing where the table was pasted.
    file: Option<(PathBuf, String)>,
    grid: Cow<'t, Grid>,
    mapping: Mapping,
    decisions: Vec<Decision>,
}

impl Importing {
    fn record(&mut self, places: &Places) {
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
            })
        };
        let decided = self.is_decided();
        self.recorder_mut().record_draft(places, decided, DraftStart { draft, word: Arc::new(word) });
    }
}

impl App {
    /// Writes down what a crash would take.
    pub(in crate::app) fn record_import(&mut self) {
        if let Some(importing) = self.model.workspace.importing_mut() {
            importing.record(&self.places);
        }
    }

    /// Shows an import that a session left behind: its template is made again, and what was decided still holds.
    pub(in crate::app) fn restore_import(&mut self, draft: &Draft) -> Result<(), Message> {
        let record: Record<'_> = ron_text::read(&draft.text).map_err(|error| error.message())?;
        let origin = match record.file {
            None => Origin::Pasted,
            Some((path, sheet)) => {
                // Gone by now, the workbook is missed only by whoever wants another of its sheets.
                let bytes: Arc<[u8]> = std::fs::read(&path).unwrap_or_default().into();
                let sheets = crate::import::Workbook::read(&bytes).map(|book| book.sheets());
                Origin::File { path, bytes, sheets: sheets.unwrap_or_else(|_| vec![sheet.clone()]), sheet }
            }
        };
        let table = ReadTable { origin, mapping: Ok(record.mapping), grid: record.grid.into_owned() };
        self.close_document();
        self.model.notice = None;
        let restored = Importing::restored(table, record.decisions, draft.edits);
        self.model.workspace = Workspace::Import(Box::new(restored));
        self.record_import();
        self.make_template();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Decision;
    use crate::import::{Mapping, import, paste};
    use crate::template::{Award, Rule};

    #[test]
    fn a_decision_holds_only_where_its_row_still_offers_its_rule() {
        let grid = paste("指标\t分值\t评分标准\n台账完整\t60\t台账完整（30分）、及时更新（30分）").unwrap();
        let made = import(&grid, &Mapping::propose(&grid).unwrap()).unwrap();
        let reading = &made.readings[0];
        let offered = reading.proposals[0].rule.clone();
        let decision = |row, rule| Decision { index: 0, row, rule };
        assert_eq!(decision(reading.row, Some(offered.clone())).holds(&made.readings), Some(Some(0)));
        assert_eq!(decision(reading.row, None).holds(&made.readings), Some(None), "by hand");
        assert_eq!(decision(reading.row + 1, Some(offered)).holds(&made.readings), None, "another row");
        assert_eq!(decision(reading.row, Some(Rule::of(Award::Full))).holds(&made.readings), None);
        assert_eq!(Decision { index: 9, row: reading.row, rule: None }.holds(&made.readings), None);
    }
}
