//! Carrying out what views, keyboard and jobs ask for. Nothing else changes the model.

use super::dialogs::{About, Keys, Question};
use super::evaluation::dialogs::{NotApplicable, OverrideScore, Printers};
use super::{Action, App, Command, Document, ViewKind, Workspace};
use crate::app::evaluation::fields::{Field, settle};
use crate::app::evaluation::print::PreviewKey;
use crate::app::evaluation::scores::search_id as score_search_id;
use crate::app::session::close::Next;
use crate::app::session::save::SAVE;
use crate::app::system::jobs::{Done, Kind, Pages, Purpose};
use crate::evaluation::{Applicability, Edit, Pushed};
use crate::file;
use crate::number::plain;
use crate::print::{self, Compiled, PrintJob};
use crate::template::Id as NodeId;
use crate::text::{Explain as _, Lang, Message};
use eframe::egui::{self, Context};
use std::path::PathBuf;
use std::sync::Arc;

/// Pages that the preview shows: each takes some 6 MB as a picture.
const MOST_PAGES: usize = 40;

/// Pixels per point of paper in the preview.
const PREVIEW_SCALE: f32 = 1.8;

impl App {
    pub(super) fn carry_out(&mut self, ctx: &Context) {
        // An action may send others; they are carried out in the same frame.
        loop {
            let actions = std::mem::take(&mut *self.actions.0.borrow_mut());
            if actions.is_empty() {
                break;
            }
            for action in actions {
                self.act(ctx, action);
            }
            ctx.request_repaint();
        }
        self.keep_preview();
        self.close_if_asked(ctx);
    }

    fn act(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Command(command) => self.command(ctx, command),
            Action::Edit(edit) => self.edit(&edit),
            Action::Seal => {
                if let Some(document) = self.model.document_mut() {
                    document.seal();
                }
            }
            Action::Settle => self.settle_drafts(),
            Action::NoSuchDigit { choices } => {
                let key = if choices == 0 { "digits-none" } else { "digits-choose" };
                self.notice(Message::new(key).with("choices", choices), true);
            }
            Action::Select(item) => self.select(item),
            Action::Show(view) => self.show(view),
            Action::Filter(filter) => self.model.filter = filter,
            Action::Search(search) => self.search(search),
            Action::OpenTemplate(source) => self.leave_for(Next::EditTemplate(source)),
            Action::PickTemplate => self.ask_file(Purpose::EditTemplate),
            Action::Template(action) => self.template_action(action),
            Action::Import(action) => self.import_action(action),
            Action::NewFrom(template) => self.leave_for(Next::New(template)),
            Action::OpenSample(number) => self.leave_for(Next::Sample(number)),
            Action::OpenPath(path) => self.leave_for(Next::Open(path)),
            Action::Restore(number) => self.leave_for(Next::Leftover(number)),
            Action::Discard(number) => {
                let give_up = Action::GiveUpLeftover(number);
                self.ask(Question::new("discard", "button-discard", give_up));
            }
            Action::GiveUpLeftover(number) => self.discard(number),
            Action::OpenEvidence(id) => self.open_evidence(id),
            Action::GiveUpChanges => self.give_up_changes(),
            Action::Stay => self.stay(&Purpose::SaveAs),
            Action::SaveWithErrors { path, force } => {
                if let Some(drafting) = self.model.drafting_mut() {
                    drafting.knows_of_errors = true;
                }
                self.save_to(path, force);
            }
            Action::SaveOver => self.save(true),
            Action::UsePath { purpose, path } => self.use_path(purpose, path, true),
            Action::NoPath(purpose) => self.stay(&purpose),
            Action::WriteTo { purpose, path } => self.write_to(purpose, path),
            Action::PreviewMigration(to) => self.preview_migration(to),
            Action::Migrate(migrating) => self.migrate(migrating),
            Action::SendToPrinter { printer, copies } => self.send_to_printer(printer, copies),
            Action::CancelJob => {
                if let Some(job) = self.model.jobs.last() {
                    job.progress.cancel();
                }
            }
            Action::Sheets(sheets) => self.model.preview.sheets = sheets,
            Action::ForgetRecent(path) => self.forget_recent(&path),
            Action::OpenLedger(item) => self.open_ledger(item),
            Action::AddLedgerRow(item) => self.add_ledger_row(&item),
            Action::AddOwn(group) => self.add_own(group),
            Action::RemoveOwn(id) => self.remove_own(id),
            Action::PasteLedger { item, text } => self.paste_ledger(item, &text),
            Action::ForgetPaste => {
                self.model.pasted = None;
                self.model.notice = None;
            }
            Action::ImportSurvey { item, prefix } => self.ask_survey(item, prefix),
        }
    }

    pub(super) fn edit(&mut self, edit: &Edit) {
        let at = self.selected_position();
        let Some(document) = self.model.workspace.document_mut() else { return };
        match document.apply(edit) {
            Ok(Pushed::Nothing) => {}
            Ok(pushed) => {
                document.record(file::Action::Edit(edit.clone()), pushed == Pushed::Joined);
                self.model.notice = None;
                self.move_drafts(edit);
                self.keep_selection(at);
            }
            Err(error) => self.notice(error.message(), true),
        }
    }

    /// Refused amounts stay with their source when a line above them goes.
    fn move_drafts(&mut self, edit: &Edit) {
        self.move_ledger_drafts(edit);
        let Edit::RemoveFundLine { line: gone } = edit else { return };
        let drafts = std::mem::take(&mut self.local.drafts);
        self.local.drafts = drafts
            .into_iter()
            .filter_map(|(field, draft)| match field {
                Field::FundAmount(line, _) | Field::FundSource(line) if line == *gone => None,
                Field::FundAmount(line, of) if line > *gone => Some((Field::FundAmount(line - 1, of), draft)),
                Field::FundSource(line) if line > *gone => Some((Field::FundSource(line - 1), draft)),
                field => Some((field, draft)),
            })
            .collect();
    }

    pub(super) fn select(&mut self, item: NodeId) {
        self.settle_drafts();
        self.local.forget_asked();
        if self.model.selected.as_ref() != Some(&item) {
            self.model.selected = Some(item);
        }
        self.local.reveal = true;
        if let Some(document) = self.model.document_mut() {
            document.seal();
        }
    }

    pub(super) fn show(&mut self, view: ViewKind) {
        self.settle_drafts();
        self.model.view = view;
        self.local.reveal = true;
    }

    fn search(&mut self, search: String) {
        self.model.search = search;
        let Some(document) = self.model.document() else { return };
        self.local.rows.update(document, self.model.filter, &self.model.search);
        let outline = document.template.outline();
        let first = self.local.rows.positions().next().and_then(|position| outline.leaf(position));
        if let Some(leaf) = first.filter(|_| !self.model.search.trim().is_empty()) {
            self.model.selected = Some(leaf.id.clone());
            self.local.reveal = true;
        }
    }

    /// What was being typed becomes an edit, or stays a draft with the reason why it cannot.
    pub(super) fn settle_drafts(&mut self) {
        for (field, mut draft) in std::mem::take(&mut self.local.drafts) {
            let Some(document) = self.model.document() else { continue };
            let meant = if self.local.composing { &draft.meant } else { &draft.text };
            match settle(&field, meant, document) {
                Ok(edit) => edit.iter().for_each(|edit| self.edit(edit)),
                Err(message) => {
                    self.notice(message.clone(), true);
                    draft.refused = Some(message);
                    self.local.drafts.insert(field, draft);
                }
            }
        }
    }

    fn command(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::New if matches!(self.model.workspace, Workspace::Home) => {
                self.ask_file(Purpose::Template)
            }
            Command::New | Command::CloseFile => self.leave_for(Next::Close),
            Command::Open => self.ask_file(Purpose::Open),
            Command::ImportTable => self.ask_file(Purpose::ScoreTable),
            Command::PasteTable => self.leave_for(Next::PasteTable),
            Command::Save => self.save(false),
            Command::SaveAs => {
                self.settle_drafts();
                self.ask_file(self.purpose_of_saving());
            }
            Command::Quit => self.leave_for(Next::Quit),
            Command::Undo | Command::Redo => self.step(command == Command::Undo),
            Command::Find => {
                self.show(ViewKind::Scores);
                ctx.memory_mut(|memory| memory.request_focus(score_search_id()));
            }
            Command::NextItem => self.walk(1),
            Command::PreviousItem => self.walk(-1),
            Command::NextUnscored => self.next_unscored(),
            Command::ViewProject => self.show(ViewKind::Project),
            Command::ViewScores => self.show(ViewKind::Scores),
            Command::ViewFindings => self.show(ViewKind::Findings),
            Command::PrintView => self.show(ViewKind::Print),
            Command::Ledger => self.show(ViewKind::Ledger),
            Command::Migrate => self.ask_migration(),
            Command::Tailor => self.show(ViewKind::Tailor),
            Command::AddOwn => self.add_own_here(),
            Command::SavePdf => self.ask_file(Purpose::Pdf),
            Command::OpenPdf => self.open_pdf(),
            Command::PrintPaper => {
                self.jobs.start("printers", Kind::Quiet, None, || Done::Printers(print::printers()));
            }
            Command::AddEvidence | Command::NotApplicable | Command::NoInformation => {
                self.item_command(command)
            }
            Command::ClearItem | Command::Override => self.item_command(command),
            Command::SwitchLanguage => {
                let lang = &mut self.model.settings.lang;
                *lang = if *lang == Lang::Chinese { Lang::English } else { Lang::Chinese };
            }
            Command::SwitchTheme => {
                self.model.settings.dark = !self.model.settings.dark;
                self.apply_theme(ctx);
            }
            Command::ZoomIn => egui::gui_zoom::zoom_in(ctx),
            Command::ZoomOut => egui::gui_zoom::zoom_out(ctx),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
            Command::About => self.ask(About),
            Command::Keys => self.ask(Keys),
        }
    }

    pub(super) fn apply_theme(&self, ctx: &Context) {
        ctx.set_theme(if self.model.settings.dark { egui::Theme::Dark } else { egui::Theme::Light });
    }

    fn step(&mut self, back: bool) {
        if self.step_template(back) {
            return;
        }
        self.settle_drafts();
        let at = self.selected_position();
        let Some(document) = self.model.document_mut() else { return };
        let label = if back { document.undo_label() } else { document.redo_label() }.cloned();
        let (done, action, key) = match back {
            true => (document.undo(), file::Action::Undo, "undone"),
            false => (document.redo(), file::Action::Redo, "redone"),
        };
        if done {
            document.record(action, false);
            let what = label.map(|label| label.text(self.model.settings.lang)).unwrap_or_default();
            self.notice(Message::new(key).with("what", what), false);
            self.keep_selection(at);
        }
    }

    /// The indicator `by` rows further among those in sight.
    fn walk(&mut self, by: isize) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        self.local.rows.update(document, self.model.filter, &self.model.search);
        let positions: Vec<usize> = self.local.rows.positions().collect();
        let outline = document.template.outline();
        let selected = self.model.selected.as_ref().and_then(|id| outline.position(id));
        let Some(selected) = selected else { return };
        // Under a filter the indicator that was just scored may be out of sight: on from where it would stand.
        let at = positions.partition_point(|position| *position < selected);
        let in_sight = positions.get(at) == Some(&selected);
        let to = match (in_sight, by > 0) {
            (false, true) => at,
            _ => at.saturating_add_signed(by),
        };
        let to = to.min(positions.len().saturating_sub(1));
        if let Some(leaf) = positions.get(to).and_then(|position| outline.leaf(*position)) {
            let id = leaf.id.clone();
            self.select(id);
        }
    }

    fn next_unscored(&mut self) {
        let Some(document) = self.model.document() else { return };
        let outline = document.template.outline();
        let count = outline.len();
        let selected = self.model.selected.as_ref().and_then(|id| outline.position(id)).unwrap_or(0);
        let open = (1..=count)
            .map(|step| (selected + step) % count.max(1))
            .find(|position| document.card().items.get(*position).is_some_and(|item| item.score.is_none()));
        match open.and_then(|position| outline.leaf(position)) {
            Some(leaf) => {
                let id = leaf.id.clone();
                self.model.view = ViewKind::Scores;
                self.model.filter = None;
                self.model.search.clear();
                self.select(id);
            }
            None => self.notice(Message::new("all-scored"), false),
        }
    }

    fn item_command(&mut self, command: Command) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let Some(item) = self.model.selected.clone() else { return };
        let Some(indicator) = document.template.indicator(&item) else { return };
        let name = indicator.name.to_string();
        let current = document.item_score(&item).and_then(|item| item.score).map(plain).unwrap_or_default();
        let points = plain(indicator.points);
        match command {
            Command::AddEvidence => self.ask_file(Purpose::Evidence(item)),
            Command::NotApplicable => self.ask(NotApplicable::new(item, name)),
            Command::NoInformation => {
                self.edit(&Edit::SetApplicability { item, to: Applicability::NoInformation });
            }
            Command::ClearItem => self.edit(&Edit::ClearInputs { item }),
            _ => {
                self.ask(OverrideScore::new(item, name, points, current));
            }
        }
    }

    /// Takes in what jobs have done.
    pub(super) fn receive(&mut self, ctx: &Context) {
        self.jobs.attach(ctx);
        while let Some(done) = self.jobs.next(&mut self.model.jobs) {
            self.done(ctx, done);
        }
    }

    /// Waits for all jobs: for tests.
    pub fn finish_jobs(&mut self, ctx: &Context) {
        while let Some(done) = self.jobs.wait(&mut self.model.jobs) {
            self.done(ctx, done);
        }
    }

    fn done(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::Opened { path, result } => self.open_finished(path, result),
            Done::Saved { document, result } => self.save_finished(document, result),
            Done::Added { document, item, results } => self.added(document, &item, results),
            Done::OwnTemplates(own) => self.model.own_templates = own,
            Done::TableRead(result) => self.table_read(result),
            Done::TableMade { revision, result } => self.table_made(revision, result),
            Done::Missing(paths) => self.model.missing = paths,
            Done::Died { name } => {
                // Another job's end says nothing of a save under way.
                if name == SAVE
                    && let Some(open) = self.model.workspace.open_mut()
                {
                    open.file_mut().forget_save();
                }
                self.is_laying_out = false;
                self.tell(Message::new("job-died").with("name", name), None);
            }
            Done::Exported { result: Ok(path) } => self.open_outside(path),
            Done::Exported { result: Err(error) } => self.tell(error.message(), error.cause()),
            Done::Picked { purpose, outcome } => self.picked(purpose, outcome),
            Done::Pages { key, result } => self.pages(ctx, &key, result),
            Done::Printers(Ok(printers)) => {
                self.ask(Printers::new(printers));
            }
            Done::Survey { document, item, prefix, result } => {
                self.survey_read(document, &item, &prefix, result);
            }
            Done::Sent(Ok(job)) => self.notice(Message::new("print-sent").with("job", job), false),
            Done::Printers(Err(error)) | Done::Sent(Err(error)) => self.tell(error.message(), None),
            Done::PdfSaved { path, result, open } => match result {
                Ok(()) if open => self.open_outside(path),
                Ok(()) => self.notice(Message::new("pdf-saved").with("path", path.display()), false),
                Err(error) => self.tell(error.message(), None),
            },
            Done::OpenedOutside { path, detail: Some(detail) } => {
                let message = Message::new("open-outside-failed").with("path", path.display());
                self.tell(message.with("detail", detail), None);
            }
            Done::OpenedOutside { detail: None, .. } => {}
        }
        self.go_on_after_work();
    }

    /// Lays the pages out again where the print view shows older ones; one at a time.
    fn keep_preview(&mut self) {
        let Some(document) = self.model.document() else { return };
        let key = self.model.preview.key(document);
        let shown = self.model.view == ViewKind::Print && self.model.preview.shows.as_ref() != Some(&key);
        if !shown || self.is_laying_out {
            return;
        }
        self.is_laying_out = true;
        let lay_out = layout(document, self.services.shell.now());
        self.jobs.start("preview", Kind::Quiet, None, move || {
            let result = lay_out(&key.sheets).map(|compiled| pictures(&compiled));
            Done::Pages { key, result }
        });
    }

    fn pages(&mut self, ctx: &Context, key: &PreviewKey, result: Result<Pages, print::PrintError>) {
        self.is_laying_out = false;
        let Some(document) = self.model.workspace.document() else { return };
        let preview = &mut self.model.preview;
        if preview.key(document) != *key {
            // Something changed meanwhile: once more.
            ctx.request_repaint();
            return;
        }
        preview.shows = Some(key.clone());
        match result {
            Ok(pages) => {
                preview.show_pages(ctx, &pages.pages, pages.count);
                preview.substituted = pages.substituted;
                preview.failed = None;
            }
            Err(error) => preview.failed = Some(error.message()),
        }
    }

    pub(super) fn save_pdf(&mut self, path: PathBuf, open: bool) {
        self.settle_drafts();
        let Some(document) = self.model.document() else { return };
        let (lay_out, sheets) = (layout(document, self.services.shell.now()), self.model.preview.wanted());
        self.jobs.start("pdf", Kind::Work, None, move || {
            let pdf = lay_out(&sheets).and_then(|compiled| compiled.pdf());
            let result = pdf.and_then(|pdf| print::save_pdf(&path, &pdf));
            Done::PdfSaved { path, result, open }
        });
    }

    /// Shows the PDF in the system's viewer, from a file that is nobody's.
    fn open_pdf(&mut self) {
        let folder = self.places.data.join("print");
        if let Err(error) = std::fs::create_dir_all(&folder) {
            let message = Message::new("open-outside-failed").with("path", folder.display());
            return self.tell(message.with("detail", error), None);
        }
        self.save_pdf(folder.join("jiping.pdf"), true);
    }

    fn send_to_printer(&mut self, printer: String, copies: u32) {
        let Some(document) = self.model.document() else { return };
        let (lay_out, sheets) = (layout(document, self.services.shell.now()), self.model.preview.wanted());
        self.jobs.start("print", Kind::Work, None, move || {
            let pdf = lay_out(&sheets).and_then(|compiled| compiled.pdf());
            Done::Sent(pdf.and_then(|pdf| print::send(&pdf, &printer, copies)))
        });
    }

    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        let is_evaluation =
            |path: &PathBuf| path.extension().is_some_and(|extension| extension == file::EXTENSION);
        // Behind a question nothing is taken in; only what is seen gets evidence.
        if !self.dialogs.is_empty() {
            return;
        }
        let selected = self.model.selected.as_ref().filter(|_| self.model.view == ViewKind::Scores);
        match (dropped.as_slice(), selected) {
            ([], _) => {}
            ([path], _) if is_evaluation(path) => self.leave_for(Next::Open(path.clone())),
            (_, Some(item)) if self.model.document().is_some() => {
                let item = item.clone();
                self.attach(&item, dropped);
            }
            ([path, ..], _) => self.leave_for(Next::Open(path.clone())),
        }
    }
}

/// Lays out the document as it stands now: on whichever thread it is called.
fn layout(
    document: &Document,
    printed_at: jiff::Zoned,
) -> impl Fn(&[print::Sheet]) -> Result<Compiled, print::PrintError> + Send + use<> {
    let template = document.template.clone();
    let evaluation = Arc::clone(document.evaluation());
    let card = Arc::clone(document.card());
    let digest = document.digest().filter(|_| !document.is_dirty()).map(str::to_owned);
    move |sheets| {
        let job = PrintJob {
            template: &template,
            evaluation: &evaluation,
            card: &card,
            file_digest: digest.as_deref(),
            printed_at: printed_at.clone(),
        };
        Compiled::new(&job, sheets)
    }
}

/// The pages of a layout as pictures.
fn pictures(compiled: &Compiled) -> Pages {
    let count = compiled.page_count();
    let page = |number| compiled.page(number, PREVIEW_SCALE);
    let pages = (0..count.min(MOST_PAGES)).filter_map(page).collect();
    Pages { pages, count, substituted: compiled.substituted().to_vec() }
}
