//! A score table on its way to a template (从评分表生成模板): what was read, how its columns are understood, which
//! readings of its rules were confirmed.

use super::decision::Decision;
use super::scored::Scored;
use crate::app::session::{Recorder, next_revision};
use crate::import::{ImportError, Imported, Mapping, Meaning, ReadTable, Reading, Role, SCORES_NOTE, learnt};
use crate::template::{Id, Problem, Severity};
use crate::text::Message;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Indicators that a refusal names.
const MOST_NAMED: usize = 4;

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
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Table, Self::Columns, Self::Result];
}

/// A score table that a template is being made from. It changes by the import's actions alone.
pub struct ImportDraft {
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
    /// Findings that were looked at and left as they are; others have to be looked at again.
    accepted: Vec<Message>,
    /// Columns whose role the user said.
    said: BTreeSet<usize>,
    /// 连同得分
    scored: Scored,
    recorder: Recorder,
}

impl ImportDraft {
    /// A table that is yet to come.
    pub(super) fn empty() -> Self {
        Self {
            stage: Stage::Table,
            table: None,
            mapping: Mapping {
                heading: 0,
                heading_rows: 1,
                columns: Vec::new(),
                further: Vec::new(),
                form: None,
            },
            made: None,
            problems: Vec::new(),
            confirmed: BTreeSet::new(),
            decided: false,
            revision: next_revision(),
            before: None,
            decided_before: Vec::new(),
            decisions: 0,
            accepted: Vec::new(),
            said: BTreeSet::new(),
            scored: Scored::default(),
            recorder: Recorder::default(),
        }
    }

    pub(super) fn of(table: ReadTable) -> Self {
        let mapping = table.mapping.clone().unwrap_or_else(|_| Mapping::blank(&table.grid));
        Self { stage: Stage::Columns, table: Some(Arc::new(table)), mapping, ..Self::empty() }
    }

    /// As a session left it behind.
    pub(super) fn restored(
        table: ReadTable,
        decided_before: Vec<Decision>,
        decisions: usize,
        scored: Scored,
    ) -> Self {
        Self { decided: true, decided_before, decisions, scored, ..Self::of(table) }
    }

    /// 连同得分: what becomes of the scores of the table.
    pub fn scored(&self) -> &Scored {
        &self.scored
    }

    pub(super) fn want_scores(&mut self, wanted: bool) {
        let imported = self.made.as_ref().and_then(|made| made.as_deref().ok());
        self.scored.want(wanted, imported);
        self.decide();
    }

    pub(super) fn keep(&mut self, item: Id, reason: String) {
        self.scored.keep(item, reason);
        self.decide();
    }

    pub(super) fn shared_table(&self) -> Option<Arc<ReadTable>> {
        self.table.clone()
    }

    pub(super) fn decisions(&self) -> usize {
        self.decisions
    }

    /// What was confirmed or chosen so far; what waits for the template to be made again is among it.
    pub(super) fn decided(&self) -> Vec<Decision> {
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

    /// The step that is shown.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The table, once one was read.
    pub fn table(&self) -> Option<&ReadTable> {
        self.table.as_deref()
    }

    /// How its columns are understood.
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

    /// What was assumed for the table as a whole, and what of it comes along nowhere.
    pub fn notes(&self) -> impl Iterator<Item = &Message> {
        let notes = self.imported().map(|imported| imported.notes.as_slice()).unwrap_or_default();
        notes.iter().filter(|note| !self.scored.is_wanted() || note.key() != SCORES_NOTE)
    }

    /// What the check of templates says of what was made.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Changes with every change, and nothing else ever has it.
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

    /// How the rule at `index` was read was confirmed or chosen.
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

    pub(super) fn show(&mut self, stage: Stage) {
        if self.can_show(stage) {
            self.stage = stage;
        }
    }

    /// How the rule of an indicator was read is right, or is to be looked at again.
    pub(super) fn confirm(&mut self, index: usize, right: bool) {
        match right {
            true => self.confirmed.insert(index),
            false => self.confirmed.remove(&index),
        };
        self.decide();
    }

    pub(super) fn confirm_all(&mut self) {
        let open: Vec<usize> = self.open().map(|(index, _)| index).collect();
        self.confirmed.extend(open);
        self.decide();
    }

    /// What the table says and the template does not hold may stay so.
    pub(super) fn accept_findings(&mut self) {
        self.accepted = self.imported().map(|made| made.findings.clone()).unwrap_or_default();
        self.decide();
    }

    /// Findings that nobody has looked at.
    pub fn open_findings(&self) -> &[Message] {
        let found = self.imported().map(|made| made.findings.as_slice()).unwrap_or_default();
        if found == self.accepted { &[] } else { found }
    }

    fn decide(&mut self) {
        self.decided = true;
        self.decisions += 1;
        self.revision = next_revision();
    }

    /// The record of what a crash would take.
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// The record, to be added to.
    pub fn recorder_mut(&mut self) -> &mut Recorder {
        &mut self.recorder
    }

    /// What the user says that a column holds.
    pub(super) fn say(&mut self, column: usize, role: Role) {
        let mut mapping = self.mapping.clone();
        mapping.set(column, role);
        self.said.insert(column);
        self.map(mapping);
    }

    /// Headings that the user explained, for the next table of the same office.
    pub(super) fn learnt(&self) -> Vec<(String, Meaning)> {
        let learnt = |table: &ReadTable| learnt(&table.grid, &self.mapping, &table.words, &self.said);
        self.table().map(learnt).unwrap_or_default()
    }

    /// Another understanding of the columns: everything is made anew.
    pub(super) fn map(&mut self, mapping: Mapping) {
        if mapping == self.mapping {
            return;
        }
        self.mapping = mapping;
        let confirmed = std::mem::take(&mut self.confirmed);
        if let Some(Ok(made)) = self.made.take() {
            self.before = Some((made, confirmed));
        }
        self.decide();
    }

    pub(super) fn choose(&mut self, index: usize, proposal: Option<usize>) {
        if let Some(Ok(made)) = &mut self.made {
            made.choose(index, proposal);
            self.problems = made.problems();
            self.scored.renew(Some(made));
            self.confirmed.insert(index);
            self.decide();
        }
    }

    /// Takes what was made; what had been decided about the same words of the same row still holds.
    pub(super) fn take(&mut self, result: Result<Box<Imported>, ImportError>) {
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
        self.scored.renew(Some(&made));
        self.made = Some(Ok(made));
    }
}

/// An assumption, or a choice between several ways.
pub(crate) fn needs_confirmation(reading: &Reading) -> bool {
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

impl ImportDraft {
    /// Why the template cannot be opened yet: these readings were not confirmed, or something of the table is lost.
    pub fn refusal(&self) -> Option<Message> {
        if !self.open_findings().is_empty() {
            return Some(Message::new("import-findings-open").with("count", self.open_findings().len()));
        }
        if self.scored.is_wanted() && self.problems.iter().any(|problem| problem.severity == Severity::Error)
        {
            return Some(Message::new("import-scores-errors"));
        }
        let names: Vec<&str> = self.open().map(|(_, reading)| &*reading.name).collect();
        if names.is_empty() {
            return None;
        }
        let named = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join("、");
        let named = if names.len() > MOST_NAMED { format!("{named}……") } else { named };
        Some(Message::new("import-unconfirmed").with("count", names.len()).with("names", named))
    }
}
