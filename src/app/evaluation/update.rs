//! Carrying out what views, keyboard and jobs ask for. Nothing else changes an open evaluation.

use super::dialogs::Printers;
use super::field::Field;
use super::findings::findings_search_id;
use super::scores::search_id;
use super::state::{Action, Context, EvaluationWorkspace, ViewKind};
use super::typed_score::ASKS;
use crate::app::Command;
use crate::app::session::{AnyWorkspace, OpenDocument};
use crate::app::shared::Shared;
use crate::app::widgets::text_field::Draft;
use crate::template::Template;
use crate::text::Message;
use eframe::egui;

impl EvaluationWorkspace {
    /// Carries an action out.
    pub fn update(&mut self, action: Action, context: &mut Context<'_>) {
        self.carry_out(action, context);
        self.forget_question(context.shared);
    }

    /// What was said of a typed score goes when nothing is asked any more.
    fn forget_question(&self, shared: &mut Shared) {
        let is_of_score = shared.notice.as_ref().is_some_and(|notice| notice.message.key() == ASKS);
        let asks = |draft: &Draft| draft.refused.as_ref().is_some_and(|refused| refused.key() == ASKS);
        if is_of_score && !self.ui.drafts.values().any(asks) {
            shared.notice = None;
        }
    }

    fn carry_out(&mut self, action: Action, context: &mut Context<'_>) {
        match action {
            Action::Request(request) => context.send(request),
            Action::Command(command) => self.command(command, context),
            Action::Edit(edit) => self.edit(&edit, context.shared),
            Action::Seal => self.state.document.seal(),
            Action::Settle => self.settle_drafts(context.shared),
            Action::NoSuchDigit { choices } => {
                let key = if choices == 0 { "digits-none" } else { "digits-choose" };
                context.shared.problem(Message::new(key).with("choices", choices));
            }
            Action::Select(item) => self.select(item, context.shared),
            Action::AnsweredByRule(item) => self.answered_by_rule(&item, context.shared),
            Action::SelectFrom(cell) => self.select_from(cell, context),
            Action::SelectUpTo(cell) => self.select_up_to(cell, context.shared),
            Action::Walk(by) => self.walk(by, context.shared),
            Action::Extend(by) => self.extend(by, context.shared),
            Action::SelectAll => self.select_all(context.shared),
            Action::TypeScore => self.type_in_row(Field::Score),
            Action::TypeReason => self.type_reason(),
            Action::ListFindings(listed) => self.list_findings(listed),
            Action::SearchFindings(search) => self.state.checks.search = search,
            Action::HideFindings(kind, hide) => self.hide_findings(kind, hide),
            Action::FoldFindings(kind) => self.fold_findings(kind),
            Action::ShowAllFindings => self.show_all_findings(),
            Action::SelectFinding(finding) => self.state.checks.selected = Some(finding),
            Action::WalkFindings(by) => self.walk_findings(by, context.shared.lang()),
            Action::AskAnswer(findings) => self.ask_answer(findings, context),
            Action::AnswerFindings { findings, reason } => {
                self.answer_findings(&findings, &reason, context.shared);
            }
            Action::GoTo(place) => self.go_to(place, context.shared),
            Action::PrintAnyway(command) => self.give_paper(command, context),
            Action::Copy => self.copy(context),
            Action::Paste(text) => self.paste(&text, context),
            Action::TakePasted { taken, by_hand } => self.take_pasted(&taken, &by_hand, context),
            Action::PasteFunds(at, text) => self.paste_funds(at, &text, context.shared),
            Action::ToTable => give_up_focus(context.egui),
            Action::Show(view) => self.show(view, context.shared),
            Action::Filter(filter) => self.state.filter = filter,
            Action::Search(search) => self.search(search),
            Action::Attach { item, files } => self.attach(item, files, context),
            Action::Added { item, results } => self.added(&item, results, context),
            Action::OpenEvidence(id) => self.open_evidence(id, context),
            Action::PreviewMigration(to) => self.preview_migration(to, context),
            Action::ShowMigration { revision, migrating } => {
                self.show_migration(revision, migrating, context)
            }
            Action::Migrate(migrating) => self.migrate(*migrating, context),
            Action::Sheets(sheets) => self.state.preview.sheets = sheets,
            Action::LayOut => self.lay_out(context),
            Action::Pages { key, result } => self.pages(key, result, context),
            Action::DrawPages { pages, pixels } => self.draw_pages(&pages, pixels, context),
            Action::PagesDrawn { key, drawn } => self.pages_drawn(&key, drawn, context),
            Action::LayoutDied(key) => self.layout_died(key),
            Action::LayoutCancelled(key) => self.layout_cancelled(key, context),
            Action::LayOutAgain => self.lay_out_again(context),
            Action::CopyPicture => self.copy_picture(context),
            Action::PictureDrawn(picture) => Self::picture_drawn(&picture, context),
            Action::AskForPicture => self.ask_for_picture(context),
            Action::SavePicture(path) => self.save_picture(path, context),
            Action::SavePdf(path) => self.save_pdf(path, context),
            Action::LookForPrinters => self.look_for_printers(context),
            Action::Paper(paper) => self.state.paper = paper,
            Action::Printers(printers) => context.ask(Printers::new(printers)),
            Action::SendToPrinter { order, pages } => self.send_to_printer(order, pages, context),
            Action::OpenLedger(item) => self.open_ledger(item, context.shared),
            Action::AddLedgerRow(item) => self.add_ledger_row(item, context.shared),
            Action::PasteLedger { item, text } => self.paste_ledger(item, &text, context.shared),
            Action::ChoosePaste(choices) => self.choose_paste(choices),
            Action::TakePaste => self.take_paste(context.shared),
            Action::ForgetPaste => {
                self.state.pasted = None;
                context.shared.notice = None;
            }
            Action::AddOwn(group) => self.add_own(group, context.shared),
            Action::RemoveOwn(id) => self.remove_own(id, context),
            Action::PasteOwn(text) => self.paste_own(&text, context),
            Action::TakeOwn(lines) => self.take_own(&lines, context.shared),
            Action::ImportSurvey { item, prefix } => self.ask_survey(item, prefix, context),
            Action::ReadSurvey { item, prefix, path } => self.read_survey(item, prefix, path, context),
            Action::Survey { item, prefix, result } => self.survey_read(&item, &prefix, result, context),
        }
    }

    fn command(&mut self, command: Command, context: &mut Context<'_>) {
        if shows_another_view(command) {
            // The field of one view must not take what is typed in another.
            give_up_focus(context.egui);
        }
        let shared = &mut *context.shared;
        match command {
            Command::Undo | Command::Redo => {
                let view = self.state.view;
                self.step(command == Command::Undo, shared);
                if self.state.view != view {
                    give_up_focus(context.egui);
                }
            }
            Command::Find => {
                let id = match self.state.view {
                    ViewKind::Findings => findings_search_id(),
                    _ => {
                        self.show(ViewKind::Scores, shared);
                        search_id()
                    }
                };
                context.egui.memory_mut(|memory| memory.request_focus(id));
            }
            Command::NextItem => self.walk(1, shared),
            Command::PreviousItem => self.walk(-1, shared),
            Command::NextUnscored => self.next_unscored(shared),
            Command::NextGroup => self.next_group(shared),
            Command::TypeReason => self.type_reason(),
            Command::ViewProject => self.show(ViewKind::Project, shared),
            Command::ViewScores => self.show(ViewKind::Scores, shared),
            Command::ViewFindings => self.show(ViewKind::Findings, shared),
            Command::PrintView => self.show(ViewKind::Print, shared),
            Command::Ledger => self.show(ViewKind::Ledger, shared),
            Command::Tailor => self.show(ViewKind::Tailor, shared),
            Command::AddOwn => self.add_own_here(shared),
            Command::Migrate => self.ask_migration(context),
            Command::NextFinding => self.next_finding(1, shared),
            Command::PreviousFinding => self.next_finding(-1, shared),
            Command::SavePdf | Command::OpenPdf | Command::PrintPaper => self.ask_for_paper(command, context),
            Command::AddEvidence
            | Command::NotApplicable
            | Command::NoInformation
            | Command::ClearItem
            | Command::FullMarks
            | Command::Override => self.item_command(command, context),
            // The session's own: they do not come here.
            Command::New
            | Command::NewFromLast
            | Command::Open
            | Command::ImportTable
            | Command::PasteTable
            | Command::Save
            | Command::SaveAs
            | Command::CloseFile
            | Command::Quit
            | Command::SwitchLanguage
            | Command::SwitchTheme
            | Command::SwitchAccount
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::About
            | Command::Help
            | Command::Keys
            | Command::FirstSteps => {}
        }
    }
}

fn give_up_focus(ctx: &egui::Context) {
    ctx.memory_mut(|memory| memory.focused().map(|id| memory.surrender_focus(id)));
}

fn shows_another_view(command: Command) -> bool {
    matches!(
        command,
        Command::ViewProject
            | Command::ViewScores
            | Command::ViewFindings
            | Command::PrintView
            | Command::Ledger
            | Command::Tailor
    )
}

impl AnyWorkspace for EvaluationWorkspace {
    fn open(&self) -> Option<&dyn OpenDocument> {
        Some(&self.state.document)
    }

    fn open_mut(&mut self) -> Option<&mut dyn OpenDocument> {
        Some(&mut self.state.document)
    }

    fn begin_recording(&mut self) {
        self.state.document.begin_recording();
    }

    fn refused(&self) -> usize {
        self.ui.drafts.values().filter(|draft| draft.refused.is_some()).count()
    }

    fn is_typing(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(|memory| memory.focused());
        // In a field of the evaluation what is typed is a draft; others know best themselves.
        let is_field = focused.is_some() && self.ui.fields.cursor_placed == focused;
        !is_field || self.ui.drafts.keys().any(|field| Some(field.id()) == focused)
    }

    fn settle(&mut self, shared: &mut Shared) {
        self.settle_drafts(shared);
    }

    fn can(&self, command: Command) -> bool {
        let template = &self.state.document.template;
        let selected = self.state.selected.as_ref();
        match command {
            Command::Ledger => {
                let indicator = selected.and_then(|item| template.indicator(item));
                indicator.is_some_and(|indicator| indicator.rule.ledger.is_some())
            }
            Command::Tailor => template.is_tailorable(),
            Command::Override | Command::FullMarks if template.points.is_zero() => false,
            _ if command.needs_item() => selected.is_some() && self.state.view == ViewKind::Scores,
            _ => true,
        }
    }

    fn why_not(&self, command: Command) -> Message {
        let template = &self.state.document.template;
        match command {
            Command::Ledger => why_no_ledger(template),
            Command::Tailor => Message::new("why-not-tailorable"),
            Command::Override | Command::FullMarks if template.points.is_zero() => {
                Message::new("why-no-points")
            }
            _ => Message::new("why-needs-item"),
        }
    }
}

/// Which indicators have a ledger, or that none has.
fn why_no_ledger(template: &Template) -> Message {
    let with_ledger = template.indicators().filter(|indicator| indicator.rule.ledger.is_some());
    let names: Vec<&str> = with_ledger.map(|indicator| &*indicator.name).collect();
    match names.is_empty() {
        true => Message::new("why-no-ledger"),
        false => Message::new("why-other-ledgers").with("names", names.join("、")),
    }
}
