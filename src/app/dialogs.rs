//! Questions and messages, one at a time, within the window.

use super::theme::{GRID, Tokens, size};
use super::widgets::{primary, small, strong};
use super::{Action, Cx};
use crate::app::command::Command;
use crate::number::parse;
use crate::print::Printer;
use crate::template::{Id as NodeId, Template};
use crate::text::Message;
use eframe::egui::{self, Id, Key, Label, Modal, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::jobs::Purpose;
use super::migrating::Migrating;

/// A question that waits for its answer, with what was typed into it so far.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Unsaved changes, on the way out, and numbers that no field took.
    Unsaved {
        refused: usize,
    },
    /// On the way out of an import in which something was chosen.
    LeaveImport,
    /// Unsaved edits of an earlier session exist for the file that was opened.
    Leftover {
        number: usize,
    },
    /// Unsaved edits of an earlier session are to be given up.
    Discard {
        number: usize,
    },
    /// Another file is there already.
    Replace {
        purpose: Purpose,
        path: PathBuf,
    },
    /// Something happened that has to be read.
    Told {
        message: Message,
        cause: Option<Message>,
    },
    /// A template with errors is about to be saved.
    SaveDraft {
        errors: usize,
        path: PathBuf,
        force: bool,
    },
    /// A save failed; another place may help.
    SaveFailed {
        message: Message,
    },
    /// The file was changed by someone else since it was opened.
    ChangedOnDisk {
        message: Message,
    },
    NotApplicable {
        item: NodeId,
        name: String,
        reason: String,
    },
    Override {
        item: NodeId,
        name: String,
        points: String,
        score: String,
        reason: String,
        refused: Option<Message>,
    },
    /// Which template the evaluation moves to.
    MigrateTo {
        templates: Vec<Arc<Template>>,
        chosen: usize,
    },
    /// What would come of it.
    Migrate(Box<Migrating>),
    /// An indicator of one's own that has entries is to be removed.
    RemoveOwn {
        id: NodeId,
        name: String,
    },
    /// There is no system dialog: the path is typed.
    Path {
        purpose: Purpose,
        title_key: &'static str,
        text: String,
    },
    Printers {
        printers: Vec<Printer>,
        chosen: usize,
        copies: String,
    },
    About,
    Keys,
}

/// What was answered.
#[derive(Clone, Debug)]
pub enum Answer {
    Close,
    SaveFirst,
    GiveUpChanges,
    Replace { purpose: Purpose, path: PathBuf },
    Restore(usize),
    Discard(usize),
    SaveElsewhere,
    SaveDraft { path: PathBuf, force: bool },
    SaveOver,
    NotApplicable { item: NodeId, reason: String },
    Override { item: NodeId, score: String, reason: String },
    MigrateTo(Arc<Template>),
    Migrate(Box<Migrating>),
    RemoveOwn(NodeId),
    Path { purpose: Purpose, path: PathBuf },
    Print { printer: String, copies: u32 },
}

/// Draws the dialog in front. Only buttons and Esc close it: a slip of the mouse beside it must not.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, dialog: Option<&mut Dialog>, composing: bool) {
    let Some(dialog) = dialog else { return };
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(24, 20));
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(440.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        // At 200 % the list of keys is higher than the window.
        let highest = ui.ctx().content_rect().height() - 72.0;
        egui::ScrollArea::vertical()
            .max_height(highest)
            .min_scrolled_height(highest)
            .show(ui, |ui| body(ui, cx, dialog));
    });
    drop(modal);
    // Esc that ends a composition is not meant for the dialog.
    if !composing && ui.input(|input| input.key_pressed(Key::Escape)) {
        answer(cx, Answer::Close);
    }
}

fn answer(cx: &Cx<'_>, answer: Answer) {
    cx.send(Action::Answer(answer));
}

fn heading(ui: &mut Ui, text: &str) {
    ui.label(strong(text).size(size::HEADING - 2.0));
}

fn words(ui: &mut Ui, text: &str) {
    let ink = Tokens::of(ui).ink_soft;
    ui.add(Label::new(RichText::new(text).color(ink)).wrap());
}

/// Focuses the safe button when the dialog opens, so that Enter does no harm.
fn focus_first(ui: &Ui, response: &egui::Response) {
    if ui.memory(|memory| memory.focused()).is_none() {
        response.request_focus();
    }
}

fn close_button(ui: &mut Ui, cx: &Cx<'_>, key: &str) -> egui::Response {
    let response = ui.button(cx.t(key));
    if response.clicked() {
        answer(cx, Answer::Close);
    }
    response
}

fn body(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut Dialog) {
    match dialog {
        Dialog::Unsaved { refused } => unsaved(ui, cx, *refused),
        Dialog::LeaveImport => {
            let leave = ("button-leave-import", Answer::GiveUpChanges);
            question(ui, cx, "leave-import", "", leave, "button-cancel");
        }
        Dialog::Leftover { number } => {
            question(ui, cx, "leftover", "", ("button-restore", Answer::Restore(*number)), "button-later");
        }
        Dialog::Discard { number } => {
            question(ui, cx, "discard", "", ("button-discard", Answer::Discard(*number)), "button-cancel");
        }
        Dialog::Replace { purpose, path } => {
            let replace = Answer::Replace { purpose: purpose.clone(), path: path.clone() };
            let file = path.display().to_string();
            question(ui, cx, "replace", &file, ("button-replace", replace), "button-cancel");
        }
        Dialog::Told { message, cause } => told(ui, cx, message, cause.as_ref()),
        Dialog::SaveDraft { errors, path, force } => save_draft(ui, cx, *errors, path, *force),
        Dialog::SaveFailed { message } => {
            failed(ui, cx, message, &[("button-save-elsewhere", Answer::SaveElsewhere)]);
        }
        Dialog::ChangedOnDisk { message } => {
            let ways =
                [("button-save-elsewhere", Answer::SaveElsewhere), ("button-save-over", Answer::SaveOver)];
            failed(ui, cx, message, &ways);
        }
        Dialog::NotApplicable { item, name, reason } => not_applicable(ui, cx, item, name, reason),
        Dialog::Override { item, name, points, score, reason, refused } => {
            overriding(ui, cx, item, [name, points], score, reason, refused);
        }
        Dialog::MigrateTo { templates, chosen } => migrate_to(ui, cx, templates, chosen),
        Dialog::Migrate(migrating) => migrate(ui, cx, migrating),
        Dialog::RemoveOwn { id, name } => {
            let remove = Answer::RemoveOwn(id.clone());
            question(ui, cx, "remove-own", name, ("button-remove", remove), "button-cancel");
        }
        Dialog::Path { purpose, title_key, text } => path(ui, cx, purpose, title_key, text),
        Dialog::Printers { printers, chosen, copies } => print(ui, cx, printers, chosen, copies),
        Dialog::About => about(ui, cx),
        Dialog::Keys => keys(ui, cx),
    }
}

/// A question whose safe answer has the focus.
fn question(ui: &mut Ui, cx: &Cx<'_>, key: &str, file: &str, (yes, then): (&str, Answer), no: &str) {
    heading(ui, &cx.t(&format!("{key}-title")));
    if !file.is_empty() {
        words(ui, file);
    }
    words(ui, &cx.t(&format!("{key}-words")));
    ui.horizontal(|ui| {
        if ui.button(cx.t(yes)).clicked() {
            answer(cx, then);
        }
        let close = close_button(ui, cx, no);
        focus_first(ui, &close);
    });
}

fn unsaved(ui: &mut Ui, cx: &Cx<'_>, refused: usize) {
    heading(ui, &cx.t("unsaved-title"));
    let title = cx.model.workspace.open().map(|open| open.title()).unwrap_or_default();
    words(ui, &cx.text(&Message::new("unsaved-words").with("title", title)));
    if refused > 0 {
        let note = cx.text(&Message::new("unsaved-refused").with("count", refused));
        ui.colored_label(Tokens::of(ui).deduction, note);
    }
    ui.add_space(GRID);
    ui.horizontal(|ui| {
        let save = primary(ui, &cx.t("button-save"));
        focus_first(ui, &save);
        if save.clicked() {
            answer(cx, Answer::SaveFirst);
        }
        if ui.button(cx.t("button-do-not-save")).clicked() {
            answer(cx, Answer::GiveUpChanges);
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn save_draft(ui: &mut Ui, cx: &Cx<'_>, errors: usize, path: &Path, force: bool) {
    let message = Message::new("te-draft").with("errors", errors);
    heading(ui, &cx.text(&message));
    words(ui, &message.hint(cx.lang()).unwrap_or_default());
    ui.horizontal(|ui| {
        let save = primary(ui, &cx.t("button-save-draft"));
        focus_first(ui, &save);
        if save.clicked() {
            answer(cx, Answer::SaveDraft { path: path.to_path_buf(), force });
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn told(ui: &mut Ui, cx: &Cx<'_>, message: &Message, cause: Option<&Message>) {
    heading(ui, &message.text(cx.lang()));
    if let Some(cause) = cause {
        words(ui, &cause.full(cx.lang()));
    }
    if let Some(hint) = message.hint(cx.lang()) {
        words(ui, &hint);
    }
    let close = close_button(ui, cx, "button-understood");
    focus_first(ui, &close);
}

fn failed(ui: &mut Ui, cx: &Cx<'_>, message: &Message, ways: &[(&str, Answer)]) {
    heading(ui, &message.text(cx.lang()));
    if let Some(hint) = message.hint(cx.lang()) {
        words(ui, &hint);
    }
    words(ui, &cx.t("save-failed-kept"));
    ui.horizontal(|ui| {
        for (number, (key, then)) in ways.iter().enumerate() {
            let response = if number == 0 { primary(ui, &cx.t(key)) } else { ui.button(cx.t(key)) };
            if number == 0 {
                focus_first(ui, &response);
            }
            if response.clicked() {
                answer(cx, then.clone());
            }
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn line(ui: &mut Ui, name: &str, text: &mut String, rows: usize) -> egui::Response {
    ui.label(small(name, Tokens::of(ui).ink_soft));
    let edit =
        if rows > 1 { TextEdit::multiline(text).desired_rows(rows) } else { TextEdit::singleline(text) };
    ui.add(edit.desired_width(f32::INFINITY).id(Id::unique(("dialog-field", name)))).accessible_name(name)
}

fn not_applicable(ui: &mut Ui, cx: &Cx<'_>, item: &NodeId, name: &str, reason: &mut String) {
    heading(ui, &cx.text(&Message::new("na-title").with("item", name)));
    words(ui, &cx.t("na-words"));
    let field = line(ui, &cx.t("na-reason"), reason, 2);
    focus_first(ui, &field);
    ui.horizontal(|ui| {
        let ready = !reason.trim().is_empty();
        if ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-set-na"))).inner.clicked() {
            answer(cx, Answer::NotApplicable { item: item.clone(), reason: reason.trim().to_owned() });
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn overriding(
    ui: &mut Ui,
    cx: &Cx<'_>,
    item: &NodeId,
    [name, points]: [&str; 2],
    score: &mut String,
    reason: &mut String,
    refused: &mut Option<Message>,
) {
    let tokens = Tokens::of(ui);
    heading(ui, &cx.text(&Message::new("override-title").with("item", name)));
    words(ui, &cx.text(&Message::new("override-words").with("points", points)));
    let field = line(ui, &cx.t("override-score"), score, 1);
    focus_first(ui, &field);
    if field.changed() {
        *refused = None;
    }
    line(ui, &cx.t("override-reason"), reason, 2);
    if let Some(message) = refused {
        ui.colored_label(tokens.deduction, message.full(cx.lang()));
    }
    ui.horizontal(|ui| {
        let ready = !reason.trim().is_empty() && parse(score).is_ok();
        if ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-override"))).inner.clicked() {
            let reason = reason.trim().to_owned();
            answer(cx, Answer::Override { item: item.clone(), score: score.clone(), reason });
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn path(ui: &mut Ui, cx: &Cx<'_>, purpose: &Purpose, title_key: &str, text: &mut String) {
    heading(ui, &cx.t(title_key));
    words(ui, &cx.t("path-words"));
    let field = line(ui, &cx.t("path-field"), text, 1);
    // Asked before the focus goes back: a field that has it again has not lost it.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    focus_first(ui, &field);
    ui.horizontal(|ui| {
        let ready = !text.trim().is_empty();
        let go = ui.add_enabled_ui(ready, |ui| primary(ui, &cx.t("button-go-on"))).inner;
        if ready && (go.clicked() || entered) {
            let path = PathBuf::from(text.trim().trim_matches('"'));
            answer(cx, Answer::Path { purpose: purpose.clone(), path });
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn print(ui: &mut Ui, cx: &Cx<'_>, printers: &[Printer], chosen: &mut usize, copies: &mut String) {
    heading(ui, &cx.t("printers-title"));
    for (number, printer) in printers.iter().enumerate() {
        let name = match printer.is_default {
            true => format!("{}（{}）", printer.name, cx.t("printers-default")),
            false => printer.name.clone(),
        };
        if ui.radio(*chosen == number, name).clicked() {
            *chosen = number;
        }
    }
    line(ui, &cx.t("printers-copies"), copies, 1);
    ui.horizontal(|ui| {
        let count: Option<u32> = copies.trim().parse().ok().filter(|count| (1..=99).contains(count));
        let go = ui.add_enabled_ui(count.is_some(), |ui| primary(ui, &cx.t("button-print-now"))).inner;
        focus_first(ui, &go);
        if let (true, Some(printer), Some(copies)) = (go.clicked(), printers.get(*chosen), count) {
            answer(cx, Answer::Print { printer: printer.name.clone(), copies });
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn migrate_to(ui: &mut Ui, cx: &Cx<'_>, templates: &[Arc<Template>], chosen: &mut usize) {
    heading(ui, &cx.t("migrate-to-title"));
    words(ui, &cx.t("migrate-to-words"));
    let now = cx.model.document().map(|document| document.template.id.clone());
    for (number, template) in templates.iter().enumerate() {
        let key = if Some(&template.id) == now.as_ref() { "migrate-to-same" } else { "migrate-to-other" };
        let name = Message::new(key).with("title", &template.title).with("version", &template.version);
        if ui.radio(*chosen == number, cx.text(&name)).clicked() {
            *chosen = number;
        }
    }
    ui.horizontal(|ui| {
        let go = primary(ui, &cx.t("button-go-on"));
        focus_first(ui, &go);
        if let (true, Some(template)) = (go.clicked(), templates.get(*chosen)) {
            answer(cx, Answer::MigrateTo(template.clone()));
        }
        close_button(ui, cx, "button-cancel");
    });
}

/// What is carried, what has to be confirmed and why, what has no place any more.
fn migrate(ui: &mut Ui, cx: &Cx<'_>, migrating: &Migrating) {
    let Migrating { to, migration } = migrating;
    let (tokens, lang) = (Tokens::of(ui), cx.lang());
    heading(
        ui,
        &cx.text(&Message::new("migrate-title").with("title", &to.title).with("version", &to.version)),
    );
    let counts = Message::new("migrate-counts")
        .with("carried", migration.carried.len())
        .with("asked", migration.asked.len())
        .with("dropped", migration.dropped.len())
        .with("added", migration.added.len());
    words(ui, &cx.text(&counts));
    let line = |ui: &mut Ui, key, path: &str, said: String, ink| {
        let text = cx.text(&Message::new(key).with("path", path).with("words", said));
        ui.add(Label::new(small(&text, ink)).wrap());
    };
    for asked in &migration.asked {
        let said: Vec<String> = asked.reasons.iter().map(|reason| reason.text(lang)).collect();
        line(ui, "cli-migrate-asked", &asked.place.path, said.join("；"), tokens.caution);
    }
    for dropped in &migration.dropped {
        let files = dropped.evidence.iter().map(|file| file.name.clone());
        let said: Vec<String> = dropped.words.iter().cloned().chain(files).collect();
        line(ui, "cli-migrate-dropped", &dropped.place.path, said.join("；"), tokens.deduction);
    }
    for setting in &migration.settings {
        ui.add(Label::new(small(&setting.text(lang), tokens.deduction)).wrap());
    }
    words(ui, &cx.t("migrate-words"));
    ui.horizontal(|ui| {
        let go = primary(ui, &cx.t("button-migrate"));
        focus_first(ui, &go);
        if go.clicked() {
            answer(cx, Answer::Migrate(Box::new(migrating.clone())));
        }
        close_button(ui, cx, "button-cancel");
    });
}

fn about(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, &cx.t("app-name"));
    words(ui, &cx.text(&Message::new("about-version").with("version", env!("CARGO_PKG_VERSION"))));
    words(ui, &cx.t("about-words"));
    let close = close_button(ui, cx, "button-understood");
    focus_first(ui, &close);
}

fn keys(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, &cx.t("command-keys"));
    egui::Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for number in 1..=7 {
            ui.label(strong(&cx.t(&format!("keys-{number}"))));
            ui.label(cx.t(&format!("keys-{number}-words")));
            ui.end_row();
        }
        for command in [
            Command::Save,
            Command::Undo,
            Command::Find,
            Command::AddEvidence,
            Command::NextUnscored,
            Command::PrintView,
        ] {
            if let Some(shortcut) = command.shortcut() {
                ui.label(strong(&ui.ctx().format_shortcut(&shortcut)));
                ui.label(cx.t(command.label_key()));
                ui.end_row();
            }
        }
    });
    let close = close_button(ui, cx, "button-understood");
    focus_first(ui, &close);
}
