//! Menus, the name of what is open, the views, and the commands used most.

use crate::app::session::OpenDocument;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{primary, segment, small, strong};
use crate::app::{Action, Command, Cx, Document, ViewKind, Workspace};
use crate::checks::Severity;
use crate::text::{Lang, Message};
use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, MenuBar, RichText, ScrollArea, Stroke, Ui};

const FILE: &[Command] = &[
    Command::New,
    Command::Open,
    Command::ImportTable,
    Command::PasteTable,
    Command::Save,
    Command::SaveAs,
    Command::Migrate,
    Command::CloseFile,
    Command::PrintView,
    Command::SavePdf,
    Command::OpenPdf,
    Command::PrintPaper,
    Command::Quit,
];
/// What stays free below an open menu.
const BELOW_MENU: f32 = 16.0;

const EDIT: &[Command] = &[Command::Undo, Command::Redo, Command::Find, Command::AddOwn, Command::Tailor];
const SCORE: &[Command] = &[
    Command::NextItem,
    Command::PreviousItem,
    Command::NextUnscored,
    Command::AddEvidence,
    Command::NotApplicable,
    Command::NoInformation,
    Command::Override,
    Command::ClearItem,
    Command::ViewProject,
    Command::ViewScores,
    Command::ViewFindings,
    Command::Ledger,
];
const HELP: &[Command] = &[
    Command::Keys,
    Command::SwitchLanguage,
    Command::SwitchTheme,
    Command::ZoomIn,
    Command::ZoomOut,
    Command::ZoomReset,
    Command::About,
];

pub fn top_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let document = cx.model.document();
    // At 200 % undo, redo and the name go: the menu and the window's own title have them.
    let roomy = ui.available_width() >= if cx.lang() == Lang::Chinese { 900.0 } else { 1120.0 };
    ui.horizontal_centered(|ui| {
        menus(ui, cx);
        if let Some(drafting) = cx.model.drafting() {
            return crate::app::template::bar_ui(ui, cx, drafting, roomy);
        }
        if let Some(importing) = cx.model.importing() {
            return crate::app::import::bar_ui(ui, cx, importing, roomy);
        }
        let Some(document) = document else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary(ui, &cx.t("button-print")).on_hover_text(tip(cx, Command::PrintView)).clicked() {
                cx.command(Command::PrintView);
            }
            let buttons: &[Command] = match roomy {
                true => &[Command::Save, Command::Redo, Command::Undo],
                false => &[Command::Save],
            };
            for &command in buttons {
                command_button(ui, cx, document, command);
            }
            if roomy {
                ui.add_space(8.0);
            }
            segments(ui, cx, document);
            if !roomy {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, cx, document));
        });
    });
}

fn menus(ui: &mut Ui, cx: &Cx<'_>) {
    // A menu bar takes all the width there is: it is given a room of its own.
    ui.scope(|ui| {
        ui.set_max_width(if cx.lang() == Lang::Chinese { 170.0 } else { 220.0 });
        MenuBar::new().ui(ui, |ui| {
            for (key, commands) in
                [("menu-file", FILE), ("menu-edit", EDIT), ("menu-score", SCORE), ("menu-help", HELP)]
            {
                ui.menu_button(cx.t(key), |ui| menu(ui, cx, commands));
            }
        });
    });
}

fn title(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let path = document.path().map(|path| path.display().to_string());
    if document.is_dirty() {
        let word = if document.path().is_some() { "title-unsaved" } else { "title-never-saved" };
        ui.label(small(&format!("● {}", cx.t(word)), tokens.caution));
    }
    ui.add(Label::new(strong(&document.title())).truncate())
        .on_hover_text(path.unwrap_or_else(|| cx.t("title-never-saved")));
}

fn segments(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let tokens = Tokens::of(ui);
    let findings = document.findings().iter().filter(|finding| finding.severity != Severity::Info).count();
    let views = [
        (ViewKind::Project, "view-project", None),
        (ViewKind::Scores, "view-scores", None),
        (ViewKind::Findings, "view-findings", Some(findings).filter(|count| *count > 0)),
        (ViewKind::Print, "view-print", None),
    ];
    let frame = Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        // The bar is laid out from the right: the last view first.
        for (view, key, count) in views.into_iter().rev() {
            let text = match count {
                Some(count) => format!("{} {count}", cx.t(key)),
                None => cx.t(key),
            };
            if segment(ui, cx.model.view == view, &text).clicked() {
                cx.send(Action::Show(view));
            }
        }
    });
}

fn command_button(ui: &mut Ui, cx: &Cx<'_>, document: &Document, command: Command) {
    let enabled = is_enabled(cx, command);
    let mut tip = tip(cx, command);
    if let Some(label) = change_name(document, command) {
        tip = format!("{}：{}", tip, cx.text(label));
    }
    let label = RichText::new(cx.t(&format!("{}-short", command.label_key()))).size(size::BODY - 1.0);
    if ui.add_enabled(enabled, Button::new(label)).on_hover_text(tip).clicked() {
        cx.command(command);
    }
}

fn change_name(document: &Document, command: Command) -> Option<&Message> {
    match command {
        Command::Undo => document.undo_label(),
        Command::Redo => document.redo_label(),
        _ => None,
    }
}

fn tip(cx: &Cx<'_>, command: Command) -> String {
    cx.t(command.label_key())
}

/// A command that would do nothing now is shown, but quiet.
pub fn is_enabled(cx: &Cx<'_>, command: Command) -> bool {
    let open = cx.model.workspace.open().map(OpenDocument::file);
    match command {
        Command::Undo => return open.is_some_and(|file| file.undo_label().is_some()),
        Command::Redo => return open.is_some_and(|file| file.redo_label().is_some()),
        Command::Save => return open.is_some_and(|file| file.is_dirty() || file.path().is_none()),
        Command::SaveAs => return open.is_some(),
        Command::CloseFile => return !matches!(cx.model.workspace, Workspace::Home),
        _ if !command.needs_document() => return true,
        _ => {}
    }
    let Some(document) = cx.model.document() else { return false };
    let selected = cx.model.selected.as_ref();
    match command {
        Command::Ledger => selected.is_some_and(|item| {
            document.template.indicator(item).is_some_and(|indicator| indicator.rule.ledger.is_some())
        }),
        Command::Tailor => document.template.is_tailorable(),
        Command::AddOwn => document.template.outline().groups().iter().any(|group| group.open),
        _ if command.needs_item() => selected.is_some() && cx.model.view == ViewKind::Scores,
        _ => true,
    }
}

fn menu(ui: &mut Ui, cx: &Cx<'_>, commands: &[Command]) {
    ui.set_min_width(240.0);
    // At 200 % the list is higher than the window.
    let highest = ui.ctx().content_rect().bottom() - ui.cursor().top() - BELOW_MENU;
    ScrollArea::vertical().max_height(highest).min_scrolled_height(highest).show(ui, |ui| {
        entries(ui, cx, commands);
    });
}

fn entries(ui: &mut Ui, cx: &Cx<'_>, commands: &[Command]) {
    for &command in commands {
        let mut text = cx.t(command.label_key());
        if let Some(document) = cx.model.document()
            && let Some(label) = change_name(document, command)
        {
            text = format!("{text}：{}", cx.text(label));
        }
        let mut button = Button::new(text);
        if let Some(shortcut) = command.shortcut() {
            button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
        }
        if ui.add_enabled(is_enabled(cx, command), button).clicked() {
            cx.command(command);
            ui.close();
        }
        if matches!(command, Command::CloseFile | Command::PrintPaper | Command::Redo | Command::NextUnscored)
        {
            ui.separator();
        }
    }
}
