//! The open evaluation: its history, its scorecard, and the file it lives in.

use crate::app::session::{FileState, OpenDocument, OpenFile, WriteFile};
use crate::app::system::file_prompt::{FileKind, folder_of, place_beside};
use crate::checks::{self, CheckId, Finding, Place, Severity};
use crate::evaluation::{
    Edit, EditError, Evaluation, Evidence, History, LedgerRow, Pushed, Target, retailored,
};
use crate::file::{
    self, Entry, EvidenceStore, Journal, Places, RecentFile, Recovery, SaveRequest, Saved, Start,
};
use crate::overview::Overview;
use crate::scoring::{Around, ItemScore, Scorecard, rescore, score};
use crate::template::{Award, Points, Template};
use crate::text::{Explain as _, Message};
use rust_decimal::Decimal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An open evaluation. It changes by [`Edit`]s alone.
pub struct Document {
    /// What it is scored by, with what the evaluation changes of it.
    pub template: Arc<Template>,
    file: OpenFile<Evaluation, Target>,
    card: Arc<Scorecard>,
    /// Those of the evidence in its file first, [`Self::of_file`] of them.
    findings: Vec<Finding>,
    of_file: usize,
    /// Where the bytes of its evidence are.
    pub store: EvidenceStore,
    /// 操作记录, as the next save writes it.
    pub journal: Journal,
    /// The audit trail as the save under way writes it.
    saving: Option<Journal>,
    /// Evidence that was changed or missing when the file was opened.
    evidence_findings: Vec<file::Finding>,
}

impl Document {
    /// A document that lives in no file: everything is worked out anew.
    pub fn new(template: Arc<Template>, evaluation: Evaluation, store: EvidenceStore) -> Self {
        Self::with_history(template, History::new(evaluation), store)
    }

    /// The same with steps that can be taken back. `template` is as the last of them has it.
    pub fn with_history(template: Arc<Template>, history: History, store: EvidenceStore) -> Self {
        let evaluation = history.current();
        let card = Arc::new(score(&template, evaluation));
        let findings = checks::findings(&template, evaluation, &card);
        Self {
            template,
            file: OpenFile::given(history),
            card,
            findings,
            of_file: 0,
            store,
            journal: Journal::default(),
            saving: None,
            evidence_findings: Vec::new(),
        }
    }

    /// It lives in the file at `path`, if that is one.
    #[must_use]
    pub fn at(self, path: Option<PathBuf>, digest: Option<String>) -> Self {
        Self { file: self.file.at(path, digest), ..self }
    }

    /// The evaluation as it stands.
    pub fn evaluation(&self) -> &Arc<Evaluation> {
        self.file.state()
    }

    /// Every number that is shown comes from here.
    pub fn card(&self) -> &Arc<Scorecard> {
        &self.card
    }

    /// What an indicator may look at beyond its own entry.
    pub fn around(&self) -> Around<'_> {
        Around::of(&self.template, self.evaluation(), &self.card)
    }

    /// Evidence that was changed or missing when the file was opened.
    pub fn evidence_findings(&self) -> &[file::Finding] {
        &self.evidence_findings
    }

    /// What was wrong with the evidence in its file: it stands among the findings from now on.
    pub fn found_in_file(&mut self, findings: Vec<file::Finding>) {
        self.evidence_findings = findings;
        let of_checks = checks::findings(&self.template, self.evaluation(), &self.card);
        self.list_findings(of_checks);
    }

    /// What the checks find, behind the evidence that is not as it was added.
    fn list_findings(&mut self, of_checks: Vec<Finding>) {
        let evaluation = self.file.state();
        let of_file = self.evidence_findings.iter().filter_map(|finding| {
            let place = match finding.evidence() {
                // What was removed meanwhile is no trouble any more.
                Some(id) => {
                    Place::Evidence(evaluation.evidence.iter().find(|file| file.id == id)?.item.clone())
                }
                None => Place::Sheet,
            };
            Some(Finding::new(CheckId::C63, Severity::Error, place, finding.message()))
        });
        self.findings = of_file.collect();
        self.of_file = self.findings.len();
        self.findings.extend(of_checks);
    }

    /// What the checks say of it (核对).
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Its own, whatever else was open before.
    pub fn id(&self) -> u64 {
        self.file.id()
    }

    /// Changes with every change of the evaluation, and no other document ever has it.
    pub fn revision(&self) -> u64 {
        self.file.revision()
    }

    /// The file that it lives in, if it does.
    pub fn path(&self) -> Option<&Path> {
        self.file.path()
    }

    /// SHA-256 of the file as last read or written.
    pub fn digest(&self) -> Option<&str> {
        self.file.digest()
    }

    /// # Errors
    /// Why the evaluation would refuse `edit`.
    pub fn check(&self, edit: &Edit) -> Result<(), EditError> {
        self.evaluation().apply(&self.template, edit).map(drop)
    }

    /// # Errors
    /// Why the evaluation refuses `edit`; nothing has changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Pushed, EditError> {
        let before = self.evaluation().clone();
        let after = before.apply(&self.template, edit)?;
        let joins = edit.coalesces().then(|| edit.target());
        let pushed = self.file.push(edit.label(&self.template), joins, after);
        if pushed != Pushed::Nothing {
            self.refresh(&before);
        }
        Ok(pushed)
    }

    /// What is typed next is a step of its own.
    pub fn seal(&mut self) {
        self.file.seal();
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let before = self.evaluation().clone();
        let done = self.file.undo();
        self.refresh(&before);
        done
    }

    /// Takes the step forth again that was taken back last; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let before = self.evaluation().clone();
        let done = self.file.redo();
        self.refresh(&before);
        done
    }

    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&Message> {
        self.file.undo_label()
    }

    /// The step that redo would take again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.file.redo_label()
    }

    /// Works out anew what depends on the evaluation, which was `before`.
    fn refresh(&mut self, before: &Evaluation) {
        let after = self.file.state();
        let template = retailored(&self.template, &before.tailoring, after);
        let mut found = self.findings.split_off(self.of_file);
        if Arc::ptr_eq(&template, &self.template) {
            let rescored = rescore(Arc::make_mut(&mut self.card), &self.template, before, after);
            checks::refind(&mut found, &self.template, before, after, &self.card, &rescored);
        } else {
            self.template = template;
            self.card = Arc::new(score(&self.template, after));
            found = checks::findings(&self.template, after, &self.card);
        }
        self.list_findings(found);
    }

    /// There are changes that the file does not have.
    pub fn is_dirty(&self) -> bool {
        self.file.is_dirty()
    }

    /// What is shown is in no file, though nobody changed it since: it was restored.
    pub fn mark_unsaved(&mut self) {
        self.file.mark_unsaved();
    }

    /// The file holds what is shown.
    pub fn mark_saved(&mut self) {
        let evaluation = self.evaluation().clone();
        self.file.mark_saved(evaluation);
    }

    /// From now on every edit is recorded on disk.
    pub fn begin_recording(&mut self) {
        if self.file.recorder.recovery().is_some() {
            // What it began with is copied once: the audit trail in it grows with every edit.
            return;
        }
        let (store, start) = (self.store.clone(), self.start());
        self.file.recorder.begin(|| Recovery::start(&store, start));
    }

    /// What the record begins with is in no file: it was restored.
    pub fn recording_begins_unsaved(&self) {
        if let Some(recovery) = self.file.recorder.recovery() {
            recovery.start_is_unsaved();
        }
    }

    /// Notes what was done, in the audit trail and on disk. What `joins` the step before replaces its entry: the
    /// trail has one entry a step, not one a letter.
    pub fn record(&mut self, action: file::Action, joins: bool) {
        self.begin_recording();
        let entry = match self.file.recorder.recovery() {
            Some(recovery) => recovery.append(action, self.evaluation()),
            None => Entry::now(action),
        };
        match self.journal.entries.last_mut() {
            Some(last) if joins => *last = entry,
            _ => self.journal.entries.push(entry),
        }
    }

    fn start(&self) -> Start {
        Start {
            path: self.path().map(Path::to_path_buf),
            digest: self.digest().map(str::to_owned),
            template: self.template.clone(),
            evaluation: self.evaluation().clone(),
            journal: self.journal.clone(),
        }
    }

    /// Evidence that undo and redo can bring back.
    pub fn reachable_evidence(&self) -> Vec<Arc<Evidence>> {
        file::reachable_evidence(self.file.history().reachable())
    }

    /// 得分 of an indicator, by its id.
    pub fn item_score(&self, id: &str) -> Option<&ItemScore> {
        self.card.item(&self.template, id)
    }

    /// See [`Scorecard::has_points`].
    pub fn has_points(&self) -> bool {
        self.card.has_points()
    }

    /// A row of the 台账 of an indicator.
    pub fn ledger_row(&self, id: &str, row: usize) -> Option<&Arc<LedgerRow>> {
        self.evaluation().item(id).and_then(|entry| entry.ledger.get(row))
    }

    /// Lower edges of the qualitative bands of an indicator, but the last, as they hold for this evaluation.
    pub fn band_edges(&self, id: &str) -> Vec<Decimal> {
        if let Some(edges) = self.evaluation().item(id).and_then(|entry| entry.band_edges.clone()) {
            return edges;
        }
        let Some(Award::OneOf { options }) =
            self.template.indicator(id).map(|indicator| &indicator.rule.award)
        else {
            return Vec::new();
        };
        let edges = options.iter().filter_map(|option| match option.points {
            Points::Share { from, .. } => Some(from),
            Points::Fixed(_) | Points::Fraction(_) | Points::Range { .. } => None,
        });
        edges.take(options.len().saturating_sub(1)).collect()
    }

    /// Name of the evaluation in the window: the project's, or the template's title.
    pub fn title(&self) -> String {
        let project = &self.evaluation().project;
        match (project.name.trim(), project.year.trim()) {
            ("", _) => self.template.title.to_string(),
            (name, "") => name.to_owned(),
            (name, year) => format!("{name}（{year}年度）"),
        }
    }
}

impl OpenDocument for Document {
    fn file(&self) -> &dyn FileState {
        &self.file
    }

    fn file_mut(&mut self) -> &mut dyn FileState {
        &mut self.file
    }

    fn title(&self) -> String {
        Self::title(self)
    }

    fn kind(&self) -> (FileKind, &'static str) {
        (("kind-evaluation", &[file::EXTENSION]), file::EXTENSION)
    }

    fn suggested(&self, _places: &Places) -> (Option<PathBuf>, PathBuf) {
        (folder_of(self.path()), place_beside(self.path(), &Self::title(self), file::EXTENSION))
    }

    fn place(&self, _places: &Places) -> Option<PathBuf> {
        self.path().map(Path::to_path_buf)
    }

    fn begin_save(&mut self, path: PathBuf, force: bool) -> WriteFile {
        let evaluation = self.file.begin_save();
        let mut journal = self.journal.clone();
        journal.push(file::Action::Saved);
        self.saving = Some(journal.clone());
        let request = SaveRequest {
            path,
            template: self.template.clone(),
            evaluation,
            journal,
            store: self.store.clone(),
            reachable: self.reachable_evidence(),
            force,
        };
        Box::new(move |progress| file::save(&request, progress))
    }

    fn end_save(&mut self, saved: Saved, _places: &Places) -> Message {
        let had_other_names = saved.had_other_names;
        let is_another = self.path().is_some_and(|before| before != saved.path);
        let ended = self.file.end_save(saved);
        if let (Some((evaluation, mark)), Some(journal)) = (ended, self.saving.take()) {
            self.journal.entries.extend(journal.entries.last().cloned());
            // Only what came after the saved state needs recording.
            if let Some(recovery) = self.file.recorder.recovery() {
                recovery.saved(Start { evaluation, journal, ..self.start() }, mark);
            }
        }
        let time = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
        // Somebody may have meant to begin another year: its scores came along.
        let key = match is_another && self.card.progress.settled() > 0 {
            _ if had_other_names => "saved-parted",
            true => "saved-as",
            false => "saved",
        };
        Message::new(key).with("time", time)
    }

    fn recent(&self) -> Option<RecentFile> {
        let path = self.path()?.to_path_buf();
        let overview = Overview::of(&self.template, self.evaluation(), self.card());
        let Overview { year, template, total, grade, provisional, progress, .. } = overview;
        let about = if year.is_empty() { template } else { format!("{year} · {template}") };
        Some(RecentFile {
            path,
            title: Self::title(self),
            total,
            grade,
            provisional,
            opened_at: jiff::Timestamp::now(),
            about,
            progress: Some(progress),
        })
    }
}
