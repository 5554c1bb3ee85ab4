//! The menus at the top of the window, whatever is open.

use super::Command;
use super::context::Cx;
use super::request::Request;
use super::session::{self, AnyWorkspace};
use super::shared::Shared;
use super::widgets::shortcut_words;
use super::workspace::{Effects, Message, Workspace, draw};
use crate::text::Lang;
use eframe::egui::{Button, Id, Key, MenuBar, Modifiers, Popup, ScrollArea, Ui};

/// What stays free below an open menu.
const BELOW_MENU: f32 = 16.0;

/// A menu: its title, and its commands in groups with a line between them.
type Menu = (&'static str, &'static [&'static [Command]]);

const MENUS: &[Menu] = &[
    (
        "menu-file",
        &[
            &[
                Command::New,
                Command::NewFromLast,
                Command::Open,
                Command::ImportTable,
                Command::PasteTable,
                Command::Save,
                Command::SaveAs,
                Command::Migrate,
                Command::CloseFile,
            ],
            &[Command::PrintView, Command::SavePdf, Command::OpenPdf, Command::PrintPaper],
            &[Command::Quit],
        ],
    ),
    ("menu-edit", &[&[Command::Undo, Command::Redo], &[Command::Find, Command::AddOwn, Command::Tailor]]),
    (
        "menu-score",
        &[
            &[Command::NextItem, Command::PreviousItem, Command::NextGroup, Command::NextUnscored],
            &[
                Command::TypeReason,
                Command::AddEvidence,
                Command::NotApplicable,
                Command::NoInformation,
                Command::Override,
                Command::FullMarks,
                Command::ClearItem,
            ],
            &[Command::NextFinding, Command::PreviousFinding],
        ],
    ),
    (
        "menu-view",
        &[
            &[Command::ViewProject, Command::ViewScores, Command::Ledger, Command::ViewFindings],
            &[Command::ZoomIn, Command::ZoomOut, Command::ZoomReset],
            &[Command::SwitchTheme, Command::SwitchLanguage],
            &[Command::SwitchAccount],
        ],
    ),
    ("menu-help", &[&[Command::Help, Command::FirstSteps, Command::Keys], &[Command::About]]),
];

/// The bar: the menus, then what is open has the rest.
pub(crate) fn bar_ui(ui: &mut Ui, workspace: &Workspace, shared: &Shared) -> Effects {
    let roomy = ui.available_width() >= if shared.lang() == Lang::Chinese { 900.0 } else { 1120.0 };
    ui.horizontal_centered(|ui| {
        let mut effects = draw(shared, |cx: &Cx<'_, Message>| menus(ui, cx, workspace.any()));
        effects.extend(workspace.bar_ui(ui, shared, roomy));
        effects
    })
    .inner
}

fn menus<A: From<Request>>(ui: &mut Ui, cx: &Cx<'_, A>, workspace: &dyn AnyWorkspace) {
    // A menu bar takes all the width there is: it is given a room of its own.
    ui.scope(|ui| {
        ui.set_max_width(if cx.lang() == Lang::Chinese { 215.0 } else { 270.0 });
        MenuBar::new().ui(ui, |ui| {
            let mut menus = Vec::with_capacity(MENUS.len());
            for (title, groups) in MENUS {
                let button = ui.menu_button(cx.t(title), |ui| menu(ui, cx, workspace, groups)).response;
                menus.push(Popup::default_response_id(&button));
            }
            follow_keys(ui, &menus);
        });
    });
}

/// The next entry that is drawn gets the focus: its menu was opened by a key.
fn opened_by_key() -> Id {
    Id::unique("menu-opened-by-key")
}

/// F10 opens the first menu or closes the one that is open, and arrows lead from one to the next. Within a menu egui
/// moves the focus.
fn follow_keys(ui: &Ui, menus: &[Id]) {
    let open = menus.iter().position(|id| Popup::is_id_open(ui.ctx(), *id));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = match open {
        None if pressed(Key::F10) => 0,
        Some(_) if pressed(Key::F10) => return Popup::close_all(ui.ctx()),
        Some(at) if pressed(Key::ArrowRight) => (at + 1) % menus.len(),
        Some(at) if pressed(Key::ArrowLeft) => (at + menus.len() - 1) % menus.len(),
        _ => return,
    };
    Popup::open_id(ui.ctx(), menus[to]);
    ui.data_mut(|data| data.insert_temp(opened_by_key(), true));
}

fn menu<A: From<Request>>(ui: &mut Ui, cx: &Cx<'_, A>, workspace: &dyn AnyWorkspace, groups: &[&[Command]]) {
    ui.set_min_width(240.0);
    // At 200 % the list is higher than the window.
    let highest = ui.ctx().content_rect().bottom() - ui.cursor().top() - BELOW_MENU;
    ScrollArea::vertical().max_height(highest).min_scrolled_height(highest).show(ui, |ui| {
        for (number, group) in groups.iter().enumerate() {
            if number > 0 {
                ui.separator();
            }
            group.iter().for_each(|command| entry(ui, cx, workspace, *command));
        }
    });
}

fn entry<A: From<Request>>(ui: &mut Ui, cx: &Cx<'_, A>, workspace: &dyn AnyWorkspace, command: Command) {
    let mut text = cx.t(command.label_key());
    if let Some(label) = session::change_name(workspace, command) {
        text = format!("{text}：{}", cx.text(label));
    }
    let mut button = Button::new(text);
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(shortcut_words(&shortcut));
    }
    let shown = ui.add_enabled(session::can(workspace, command), button);
    let shown = match shown.enabled() {
        true => shown,
        false => shown.on_disabled_hover_text(session::why_not(workspace, command).full(cx.lang())),
    };
    if shown.enabled() && ui.data_mut(|data| data.remove_temp::<bool>(opened_by_key())).is_some() {
        shown.request_focus();
    }
    if shown.clicked() {
        cx.command(command);
        ui.close();
    }
}
