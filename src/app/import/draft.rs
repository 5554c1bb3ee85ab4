//! A score table on its way to a template (从评分表生成模板): what was read, how its columns are understood, which
//! readings of its rules were confirmed.

use crate::app::import::record::Decision;
use crate::app::session::close::Next;
use crate::app::session::{Recorder, next_revision};
use crate::app::system::jobs::{Done, Kind};
use crate::app::{App, TemplateSource, Workspace};
use crate::import::{self, Grid, ImportError, Imported, Mapping, Reading, Role, Workbook, paste};
use crate::template::{Problem, TemplateText};
use crate::text::{Explain as _, Message};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Extensions of the workbooks that can be read.
pub const EXTENSIONS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// More bytes than any score table has.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Indicators that a refusal names.
const MOST_NAMED: usize = 4;

pub fn is_workbook(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|found| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(found)))
}

/// The steps of the import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Which table: a file and its sheet, or what is pasted.
    Table,
    /// What its columns hold.
    Columns,
    /// What was made of it.
    Result,
}

impl Stage {
    pub const ALL: [Self; 3] = [Self::Table, Self::Columns, Self::Result];
}

/// What the import asks for.
#[derive(Clone, Debug)]
pub enum ImportAction {
    /// Reads a table from the clipboard's text.
    Paste(String),
    /// Reads another sheet of the workbook.
    Sheet(String),
    Show(Stage),
    /// The headings begin in this row of the grid.
    Heading(usize),
    /// Headings over so many rows.
    HeadingRows(usize),
    Column(usize, Role),
    /// Another way to read the rule of an indicator; `None` leaves it to be entered by hand.
    Choose(usize, Option<usize>),
    /// How the rule of an indicator was read is right, or is to be looked at again.
    Confirm(usize, bool),
    ConfirmAll,
    /// Opens what was made in the template editor.
    Finish,
}

/// A table as it was read.
#[derive(Clone, Debug)]
pub struct ReadTable {
    pub origin: Origin,
    pub grid: Grid,
    /// What the headings say; where there are none, the user has to say it.
    pub mapping: Result<Mapping, ImportError>,
}

/// Where a table comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    Pasted,
    File { path: PathBuf, bytes: Arc<[u8]>, sheets: Vec<String>, sheet: String },
}

/// A score table that a template is being made from. It changes by [`ImportAction`]s alone.
pub struct Importing {
    stage: Stage,
    table: Option<Arc<ReadTable>>,
    mapping: Mapping,
    /// `None` while it is being worked out.
    made: Option<Result<Box<Imported>, ImportError>>,
    /// What the check of templates says of what was made.
    problems: Vec<Problem>,
    /// Readings that the user confirmed or chose, by their place.
    confirmed: BTreeSet<usize>,
    /// Something was chosen that is not to be lost without a question.
    decided: bool,
    /// Changes with every change, and nothing else ever has it.
    revision: u64,
    /// What was made and confirmed under the columns as they stood before.
    before: Option<(Box<Imported>, BTreeSet<usize>)>,
    /// What a session that did not end properly had decided, until a template is made of the table again.
    decided_before: Vec<Decision>,
    /// Things that were chosen, for whoever restores them.
    decisions: usize,
    recorder: Recorder,
}

impl ReadTable {
    fn of(origin: Origin, grid: Grid) -> Self {
        Self { mapping: Mapping::propose(&grid), origin, grid }
    }

    fn pasted(text: &str) -> Result<Self, ImportError> {
        Ok(Self::of(Origin::Pasted, paste(text)?))
    }

    /// The sheet of that name, or the first that holds a score table.
    fn of_workbook(path: PathBuf, bytes: Arc<[u8]>, sheet: Option<String>) -> Result<Self, ImportError> {
        let mut book = Workbook::read(&bytes)?;
        let (sheet, grid) = match sheet {
            Some(sheet) => {
                let grid = book.grid(Some(&sheet))?;
                (sheet, grid)
            }
            None => book.score_table()?,
        };
        Ok(Self::of(Origin::File { path, bytes, sheets: book.sheets(), sheet }, grid))
    }
}

impl Importing {
    /// A table that is yet to come.
    fn empty() -> Self {
        Self {
            stage: Stage::Table,
            table: None,
            mapping: Mapping { heading: 0, heading_rows: 1, columns: Vec::new() },
            made: None,
            problems: Vec::new(),
            confirmed: BTreeSet::new(),
            decided: false,
            revision: next_revision(),
            before: None,
            decided_before: Vec::new(),
            decisions: 0,
            recorder: Recorder::default(),
        }
    }

    fn of(table: ReadTable) -> Self {
        let mapping = table.mapping.clone().unwrap_or_else(|_| Mapping::blank(&table.grid));
        Self { stage: Stage::Columns, table: Some(Arc::new(table)), mapping, ..Self::empty() }
    }

    /// As a session left it behind.
    pub(in crate::app) fn restored(
        table: ReadTable,
        decided_before: Vec<Decision>,
        decisions: usize,
    ) -> Self {
        Self { decided: true, decided_before, decisions, ..Self::of(table) }
    }

    pub(in crate::app) fn shared_table(&self) -> Option<Arc<ReadTable>> {
        self.table.clone()
    }

    pub(in crate::app) fn decisions(&self) -> usize {
        self.decisions
    }

    /// What was confirmed or chosen so far; what waits for the template to be made again is among it.
    pub(in crate::app) fn decided(&self) -> Vec<Decision> {
        let made = self.imported().or(self.before.as_ref().map(|(made, _)| &**made));
        let confirmed = if self.imported().is_some() {
            &self.confirmed
        } else {
            self.before.as_ref().map_or(&self.confirmed, |(_, confirmed)| confirmed)
        };
        let decision = |index: &usize| {
            let reading = made?.readings.get(*index)?;
            let rule = reading.proposal().map(|proposal| proposal.rule.clone());
            Some(Decision { index: *index, row: reading.row, rule })
        };
        confirmed.iter().filter_map(decision).chain(self.decided_before.iter().cloned()).collect()
    }

    pub fn stage(&self) -> Stage {
        self.stage
    }

    pub fn table(&self) -> Option<&ReadTable> {
        self.table.as_deref()
    }

    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// What the columns make, as they stand; `None` while it is being worked out.
    pub fn made(&self) -> Option<Result<&Imported, &ImportError>> {
        self.made.as_ref().map(|made| made.as_deref())
    }

    /// What was made, where anything was.
    pub fn imported(&self) -> Option<&Imported> {
        self.made.as_ref()?.as_deref().ok()
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Something was chosen: a role, a way to read a rule, a confirmation.
    pub fn is_decided(&self) -> bool {
        self.decided
    }

    /// The step can be shown.
    pub fn can_show(&self, stage: Stage) -> bool {
        match stage {
            Stage::Table => true,
            Stage::Columns => self.table.is_some(),
            Stage::Result => self.imported().is_some(),
        }
    }

    pub fn is_confirmed(&self, index: usize) -> bool {
        self.confirmed.contains(&index)
    }

    /// The reading at `index` rests on an assumption, or is one of several, and nobody has confirmed it.
    pub fn is_open(&self, index: usize, reading: &Reading) -> bool {
        needs_confirmation(reading) && !self.is_confirmed(index)
    }

    /// Readings that wait for the user.
    pub fn open(&self) -> impl Iterator<Item = (usize, &Reading)> {
        let readings = self.imported().map(|imported| imported.readings.as_slice()).unwrap_or_default();
        readings.iter().enumerate().filter(|(index, reading)| self.is_open(*index, reading))
    }

    fn decide(&mut self) {
        self.decided = true;
        self.decisions += 1;
        self.revision = next_revision();
    }

    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    pub fn recorder_mut(&mut self) -> &mut Recorder {
        &mut self.recorder
    }

    /// Another understanding of the columns: everything is made anew.
    fn map(&mut self, mapping: Mapping) -> bool {
        if mapping == self.mapping {
            return false;
        }
        self.mapping = mapping;
        let confirmed = std::mem::take(&mut self.confirmed);
        if let Some(Ok(made)) = self.made.take() {
            self.before = Some((made, confirmed));
        }
        self.decide();
        true
    }

    fn choose(&mut self, index: usize, proposal: Option<usize>) {
        if let Some(Ok(made)) = &mut self.made {
            made.choose(index, proposal);
            self.problems = made.problems();
            self.confirmed.insert(index);
            self.decide();
        }
    }

    /// Takes what was made; what had been decided about the same words of the same row still holds.
    fn take(&mut self, result: Result<Box<Imported>, ImportError>) {
        let Ok(mut made) = result else {
            self.made = Some(result);
            return;
        };
        if let Some((before, confirmed)) = self.before.take() {
            for (index, chosen) in carried(&before, &confirmed, &made) {
                made.choose(index, chosen);
                self.confirmed.insert(index);
            }
        }
        for decision in std::mem::take(&mut self.decided_before) {
            if let Some(chosen) = decision.holds(&made.readings) {
                made.choose(decision.index, chosen);
                self.confirmed.insert(decision.index);
            }
        }
        self.problems = made.problems();
        self.made = Some(Ok(made));
    }
}

/// An assumption, or a choice between several ways.
pub fn needs_confirmation(reading: &Reading) -> bool {
    reading.proposals.len() > 1 || reading.proposals.iter().any(|proposal| !proposal.assumed.is_empty())
}

/// Decisions that fit readings of `made` word for word: where, and what was chosen.
fn carried(before: &Imported, confirmed: &BTreeSet<usize>, made: &Imported) -> Vec<(usize, Option<usize>)> {
    let decided = confirmed.iter().filter_map(|index| before.readings.get(*index));
    let place = |old: &Reading| {
        made.readings.iter().position(|new| new.row == old.row && new.proposals == old.proposals)
    };
    decided.filter_map(|old| place(old).map(|index| (index, old.chosen))).collect()
}

impl App {
    /// Reads a workbook; what is open stays until it turns out to be one.
    pub(in crate::app) fn read_table_file(&mut self, path: PathBuf) {
        self.read_table(move || {
            let unreadable = |detail| {
                Message::new("import-unreadable").with("file", path.display()).with("detail", detail)
            };
            let size = std::fs::metadata(&path).map_err(|error| unreadable(error.to_string()))?.len();
            if size > MOST_BYTES {
                let limit = MOST_BYTES / 1024 / 1024;
                return Err(Message::new("import-file-too-large").with("limit", limit));
            }
            let bytes = std::fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
            ReadTable::of_workbook(path, bytes.into(), None).map_err(|error| error.message())
        });
    }

    fn read_table(&mut self, read: impl FnOnce() -> Result<ReadTable, Message> + Send + 'static) {
        let status = self.jobs.show(&mut self.model.jobs, Message::new("import-reading"));
        self.jobs.start("read table", Kind::Quiet, Some(status), || Done::TableRead(read().map(Box::new)));
    }

    pub(in crate::app) fn table_read(&mut self, result: Result<Box<ReadTable>, Message>) {
        match result {
            Ok(table) => self.leave_for(Next::Import(table)),
            Err(message) => self.tell(message, None),
        }
    }

    /// Begins with nothing; whatever was open has been left.
    pub(in crate::app) fn begin_pasting(&mut self) {
        self.close_document();
        self.model.notice = None;
        self.model.workspace = Workspace::Import(Box::new(Importing::empty()));
        self.local.import.focus_paste();
    }

    /// Shows a table that was read; whatever was open has been left.
    pub(in crate::app) fn show_table(&mut self, table: ReadTable) {
        let pasted = std::mem::take(&mut self.local.import.pasted);
        self.close_document();
        // To be pasted in part once more.
        self.local.import.pasted = pasted;
        self.model.notice = None;
        if let Err(error) = &table.mapping {
            self.notice(error.message(), true);
        }
        self.model.workspace = Workspace::Import(Box::new(Importing::of(table)));
        self.make_template();
    }

    /// Makes a template of the table in the background.
    pub(in crate::app) fn make_template(&mut self) {
        let Some(importing) = self.model.importing() else { return };
        let Some(table) = importing.table.clone() else { return };
        let (revision, mapping) = (importing.revision, importing.mapping.clone());
        self.jobs.start("make template", Kind::Quiet, None, move || Done::TableMade {
            revision,
            result: import::import(&table.grid, &mapping).map(Box::new),
        });
    }

    pub(in crate::app) fn table_made(&mut self, revision: u64, result: Result<Box<Imported>, ImportError>) {
        let shown = self.model.importing_mut().filter(|importing| importing.revision == revision);
        if let Some(importing) = shown {
            importing.take(result);
        }
    }

    pub(in crate::app) fn import_action(&mut self, action: ImportAction) {
        let Some(importing) = self.model.workspace.importing_mut() else { return };
        let before = importing.revision();
        // What it said may hold no longer.
        self.model.notice = None;
        match action {
            ImportAction::Paste(text) => {
                self.read_table(move || ReadTable::pasted(&text).map_err(|error| error.message()));
            }
            ImportAction::Sheet(name) => self.read_sheet(name),
            ImportAction::Show(stage) => {
                if importing.can_show(stage) {
                    importing.stage = stage;
                }
            }
            ImportAction::Heading(row) => {
                let Some(table) = importing.table() else { return };
                let heading_rows = importing.mapping.heading_rows;
                let columns = importing.mapping.columns.clone();
                let kept = Mapping { heading: row, heading_rows, columns };
                let mapping = Mapping::at(&table.grid, row).unwrap_or(kept);
                self.map_columns(mapping);
            }
            ImportAction::HeadingRows(heading_rows) => {
                let mapping = Mapping { heading_rows, ..importing.mapping.clone() };
                self.map_columns(mapping);
            }
            ImportAction::Column(column, role) => {
                let mapping = with_role(importing.mapping.clone(), column, role);
                self.map_columns(mapping);
            }
            ImportAction::Choose(index, proposal) => importing.choose(index, proposal),
            ImportAction::Confirm(index, true) => {
                importing.confirmed.insert(index);
                importing.decide();
            }
            ImportAction::Confirm(index, false) => {
                importing.confirmed.remove(&index);
                importing.decide();
            }
            ImportAction::ConfirmAll => {
                let open: Vec<usize> = importing.open().map(|(index, _)| index).collect();
                importing.confirmed.extend(open);
                importing.decide();
            }
            ImportAction::Finish => return self.finish_import(),
        }
        if self.model.importing().is_some_and(|importing| importing.revision() != before) {
            self.record_import();
        }
    }

    fn map_columns(&mut self, mapping: Mapping) {
        let Some(importing) = self.model.importing_mut() else { return };
        if importing.map(mapping) {
            self.make_template();
        }
    }

    fn read_sheet(&mut self, name: String) {
        let table = self.model.importing().and_then(Importing::table);
        let Some(Origin::File { path, bytes, .. }) = table.map(|table| &table.origin) else { return };
        let (path, bytes) = (path.clone(), bytes.clone());
        self.read_table(move || {
            ReadTable::of_workbook(path, bytes, Some(name)).map_err(|error| error.message())
        });
    }

    /// Nothing is assumed without a word: what waits for the user is named, and nothing opens.
    fn finish_import(&mut self) {
        let Some(importing) = self.model.importing() else { return };
        if let Some(message) = importing.refusal() {
            return self.notice(message, true);
        }
        let Some(imported) = importing.imported() else { return };
        let mut template = imported.template.clone();
        let stem = template.id.to_string();
        self.give_free_id(&mut template, &stem);
        let text = TemplateText { template, header: String::new(), inner_comments: 0 };
        // What was chosen goes along: there is nothing to be asked about.
        self.open_for_editing(TemplateSource::Made(Box::new(text)));
    }
}

impl Importing {
    /// Why the template cannot be opened yet: these readings were not confirmed.
    pub fn refusal(&self) -> Option<Message> {
        let names: Vec<&str> = self.open().map(|(_, reading)| &*reading.name).collect();
        if names.is_empty() {
            return None;
        }
        let named = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join("、");
        let named = if names.len() > MOST_NAMED { format!("{named}……") } else { named };
        Some(Message::new("import-unconfirmed").with("count", names.len()).with("names", named))
    }
}

/// No two columns hold the same: the one that held it before holds nothing now.
fn with_role(mut mapping: Mapping, column: usize, role: Role) -> Mapping {
    if role != Role::Ignored {
        mapping.columns.iter_mut().filter(|held| **held == role).for_each(|held| *held = Role::Ignored);
    }
    if let Some(held) = mapping.columns.get_mut(column) {
        *held = role;
    }
    mapping
}
