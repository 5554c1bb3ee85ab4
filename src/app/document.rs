//! The open evaluation: its history, its scorecard, and the file it lives in.

use crate::checks::{self, Finding};
use crate::evaluation::{Edit, EditError, Evaluation, Evidence, History, LedgerRow, Pushed, retailored};
use crate::file::{self, EvidenceStore, Journal};
use crate::scoring::{ItemScore, Scorecard, rescore, score};
use crate::template::{Award, Points, Template};
use crate::text::Message;
use rust_decimal::Decimal;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// An open evaluation. It changes by [`Edit`]s alone.
pub struct Document {
    pub template: Arc<Template>,
    history: History,
    card: Arc<Scorecard>,
    findings: Arc<Vec<Finding>>,
    /// Its own, whatever else was open before: an answer that comes late is known by it.
    id: u64,
    /// Changes with every change of the evaluation, and no other document ever has it: views cache by it.
    revision: u64,
    /// The evaluation as it stands in the file; `None` before the first save.
    saved: Option<Arc<Evaluation>>,
    /// It was restored after a crash and not saved since.
    restored: bool,
    /// There are changes that the file does not have. Asked several times a frame, so worked out once a change.
    dirty: bool,
    pub path: Option<PathBuf>,
    /// SHA-256 of the file as last read or written.
    pub digest: Option<String>,
    pub store: EvidenceStore,
    pub journal: Journal,
    /// Evidence that was changed or missing when the file was opened.
    pub evidence_findings: Vec<file::Finding>,
}

/// A number that was never given before in this process.
pub(super) fn tick() -> u64 {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed)
}

impl Document {
    pub fn new(template: Arc<Template>, evaluation: Evaluation, store: EvidenceStore) -> Self {
        let card = Arc::new(score(&template, &evaluation));
        let findings = Arc::new(checks::findings(&template, &evaluation, &card));
        Self {
            template,
            history: History::new(evaluation),
            card,
            findings,
            id: tick(),
            revision: tick(),
            saved: None,
            restored: false,
            dirty: false,
            path: None,
            digest: None,
            store,
            journal: Journal::default(),
            evidence_findings: Vec::new(),
        }
    }

    pub fn evaluation(&self) -> &Arc<Evaluation> {
        self.history.current()
    }

    /// Every number that is shown comes from here.
    pub fn card(&self) -> &Arc<Scorecard> {
        &self.card
    }

    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub fn id(&self) -> u64 {
        self.id
    }

    pub fn revision(&self) -> u64 {
        self.revision
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
        let pushed = self.history.push(edit.label(&self.template), joins, after);
        if pushed != Pushed::Nothing {
            self.refresh(&before);
        }
        Ok(pushed)
    }

    pub fn seal(&mut self) {
        self.history.seal();
    }

    pub fn undo(&mut self) -> bool {
        let before = self.evaluation().clone();
        let done = self.history.undo();
        self.refresh(&before);
        done
    }

    pub fn redo(&mut self) -> bool {
        let before = self.evaluation().clone();
        let done = self.history.redo();
        self.refresh(&before);
        done
    }

    pub fn undo_label(&self) -> Option<&Message> {
        self.history.undo_label()
    }

    pub fn redo_label(&self) -> Option<&Message> {
        self.history.redo_label()
    }

    /// Works out anew what depends on the evaluation, which was `before`.
    fn refresh(&mut self, before: &Evaluation) {
        let after = self.history.current();
        let template = retailored(&self.template, &before.tailoring, after);
        if Arc::ptr_eq(&template, &self.template) {
            rescore(Arc::make_mut(&mut self.card), &self.template, before, after);
        } else {
            self.template = template;
            self.card = Arc::new(score(&self.template, after));
        }
        self.findings = Arc::new(checks::findings(&self.template, after, &self.card));
        self.revision = tick();
        self.dirty = self.differs_from_file();
    }

    /// There are changes that the file does not have.
    pub fn is_dirty(&self) -> bool {
        self.dirty
    }

    fn differs_from_file(&self) -> bool {
        match &self.saved {
            Some(saved) => !Arc::ptr_eq(saved, self.evaluation()) && saved != self.evaluation(),
            None => {
                self.restored || self.history.undo_label().is_some() || self.history.redo_label().is_some()
            }
        }
    }

    /// What is shown is in no file, though nobody changed it since: it was restored.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
        self.restored = true;
        self.dirty = self.differs_from_file();
    }

    /// The file now holds `evaluation`.
    pub fn mark_saved(&mut self, evaluation: Arc<Evaluation>) {
        self.history.seal();
        self.saved = Some(evaluation);
        self.dirty = self.differs_from_file();
    }

    /// Evidence that undo and redo can bring back.
    pub fn reachable_evidence(&self) -> Vec<Arc<Evidence>> {
        file::reachable_evidence(self.history.reachable())
    }

    pub fn item_score(&self, id: &str) -> Option<&ItemScore> {
        self.card.item(&self.template, id)
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
