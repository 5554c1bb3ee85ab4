//! What is done about findings: going to their places, answering them.

use super::checks_state::{ChecksState, Listed};
use super::said::place_name;
use crate::app::evaluation::dialogs::AnswerFinding;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::state::{Context, EvaluationWorkspace, ViewKind};
use crate::app::shared::Shared;
use crate::checks::{Finding, FindingKind, Place};
use crate::evaluation::{Edit, FundField};
use crate::text::{Lang, Message};

impl EvaluationWorkspace {
    pub(crate) fn list_findings(&mut self, listed: Listed) {
        self.state.checks.listed = listed;
    }

    pub(crate) fn fold_findings(&mut self, kind: FindingKind) {
        let folded = &mut self.state.checks.folded;
        if !folded.remove(&kind) {
            folded.insert(kind);
        }
    }

    pub(crate) fn hide_findings(&mut self, kind: FindingKind, hide: bool) {
        let hidden = &mut self.state.checks.hidden;
        match hide {
            true => hidden.insert(kind),
            false => hidden.remove(&kind),
        };
    }

    pub(crate) fn show_all_findings(&mut self) {
        let selected = self.state.checks.selected.take();
        self.state.checks = ChecksState { selected, ..ChecksState::default() };
    }

    /// The finding `by` further in the list; the first where none is selected.
    pub(crate) fn walk_findings(&mut self, by: isize, lang: Lang) {
        let checks = &self.state.checks;
        let document = &self.state.document;
        let name = |finding: &Finding| place_name(document, lang, finding);
        let groups = checks.groups(document.findings(), lang, name);
        let shown = groups.iter().filter(|(kind, _)| !checks.folded.contains(kind));
        let all: Vec<&Finding> = shown.flat_map(|(_, findings)| findings.iter().copied()).collect();
        let current = checks.current(document.findings());
        let at =
            all.iter().position(|finding| current.is_some_and(|current| std::ptr::eq(*finding, current)));
        let to = at.map_or(0, |at| at.saturating_add_signed(by)).min(all.len().saturating_sub(1));
        self.state.checks.selected = all.get(to).map(|&finding| finding.clone());
    }

    /// The next finding, wherever one is, and to its place.
    pub(crate) fn next_finding(&mut self, by: isize, shared: &mut Shared) {
        self.settle_drafts(shared);
        if self.state.checks.selected.is_none() {
            self.walk_findings(0, shared.lang());
        } else {
            self.walk_findings(by, shared.lang());
        }
        match self.state.checks.selected.clone() {
            Some(finding) if self.state.view != ViewKind::Findings => {
                shared.notice(finding.message.clone());
                self.go_to(finding.place, shared);
            }
            Some(_) => {}
            None => shared.notice(Message::new("findings-none")),
        }
    }

    /// Shows the place, with the cursor in the very field.
    pub(crate) fn go_to(&mut self, place: Place, shared: &mut Shared) {
        let notice = shared.notice.clone();
        match place {
            Place::Score(item) => {
                self.show_row(item, shared);
                self.ui.focus_inspector = true;
            }
            Place::Reason(item) => {
                self.show_row(item, shared);
                self.type_reason();
            }
            Place::Evidence(item) => {
                self.show_row(item.clone(), shared);
                self.ui.ask_for(Field::EvidenceNote(item));
            }
            Place::Head(field) => {
                self.show(ViewKind::Project, shared);
                self.ui.ask_for(Field::Project(field));
            }
            Place::Funds => {
                self.show(ViewKind::Project, shared);
                self.ui.ask_for(Field::FundAmount(0, FundField::AnnualBudget));
            }
            Place::Tailoring => self.show(ViewKind::Tailor, shared),
            Place::Sheet => self.show(ViewKind::Scores, shared),
        }
        shared.notice = notice;
    }

    fn show_row(&mut self, item: crate::template::Id, shared: &mut Shared) {
        self.show(ViewKind::Scores, shared);
        self.show_all();
        self.select(item, shared);
    }

    pub(crate) fn ask_answer(&mut self, findings: Vec<Finding>, context: &mut Context<'_>) {
        self.settle_drafts(context.shared);
        context.ask(AnswerFinding::new(findings));
    }

    /// Files the reason under each of them; blank words take it back. One step.
    pub(crate) fn answer_findings(&mut self, findings: &[Finding], reason: &str, shared: &mut Shared) {
        let edits: Vec<Edit> =
            findings.iter().map(|finding| Edit::Answer(finding.answered(reason))).collect();
        self.edit(&Edit::Together(edits), shared);
        self.walk_findings(0, shared.lang());
    }
}
