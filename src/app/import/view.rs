//! The window while a table is imported, in three steps: the table, its columns, what was made of it.

use super::draft::{ImportDraft, Stage};
use super::state::{Action, Cx, ImportWorkspace};
use super::{columns, result, table};
use crate::app::document_bar::{back_button, sides_ui};
use crate::app::status_line::notice_ui;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{primary, segment, segments_frame, strong};
use crate::import::Origin;
use eframe::egui::{CentralPanel, Frame, Label, Panel, Ui};

impl ImportWorkspace {
    /// Draws the window below the bar; `bar` frames the status line.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, bar: Frame) {
        let (draft, ui_state) = (&self.draft, &mut self.ui);
        if draft.table().is_some() && draft.made().is_none() && ui_state.making != Some(draft.revision()) {
            cx.send(Action::Make);
        }
        let paper = Frame::new().fill(Tokens::of(ui).paper);
        Panel::bottom("status").frame(bar).show(ui, |ui| notice_ui(ui, cx));
        let (stage, table) = (draft.stage(), draft.table());
        match (stage, table, draft.imported()) {
            (Stage::Columns, Some(table), _) => columns::columns_ui(ui, cx, draft, table),
            (Stage::Result, _, Some(imported)) => result::result_ui(ui, cx, ui_state, draft, imported),
            _ => drop(
                CentralPanel::default().frame(paper).show(ui, |ui| table::table_ui(ui, cx, ui_state, table)),
            ),
        }
    }

    /// The right part of the bar at the top of the window: the steps, and what comes next.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &Cx<'_>, roomy: bool) {
        let draft = &self.draft;
        let name = |ui: &mut Ui| {
            if back_button(ui, cx) {
                cx.send(self.back());
            }
            if roomy {
                ui.add(Label::new(strong(&title(cx, draft))).truncate());
            }
        };
        sides_ui(ui, name, |ui| {
            steps_ui(ui, cx, draft);
            next_ui(ui, cx, self);
        });
    }
}

/// What is imported, by the name of its file.
fn title(cx: &Cx<'_>, draft: &ImportDraft) -> String {
    let file = match draft.table().map(|table| &table.origin) {
        Some(Origin::File { path, .. }) => path.file_name().map(|name| name.to_string_lossy()),
        _ => None,
    };
    match file {
        Some(file) => format!("{} · {file}", cx.t("import-title")),
        None => cx.t("import-title"),
    }
}

fn steps_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &ImportDraft) {
    segments_frame(ui, |ui| {
        for stage in Stage::ALL {
            let on = draft.stage() == stage;
            let words = cx.t(step_key(stage));
            let step = ui.add_enabled_ui(draft.can_show(stage), |ui| segment(ui, on, &words)).inner;
            if step.clicked() {
                cx.send(Action::Show(stage));
            }
        }
    });
}

fn step_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Table => "import-step-table",
        Stage::Columns => "import-step-columns",
        Stage::Result => "import-step-result",
    }
}

/// The button that leads on; Ctrl+Enter does the same.
fn next_ui(ui: &mut Ui, cx: &Cx<'_>, import: &ImportWorkspace) {
    let draft = &import.draft;
    let key = match draft.stage() {
        Stage::Table => return,
        Stage::Columns if import.is_not_made() => "import-make-again",
        Stage::Columns => "import-next",
        Stage::Result if draft.scored().is_wanted() => "import-finish-scores",
        Stage::Result => "import-finish",
    };
    let next = import.next();
    let button = ui.add_enabled_ui(next.is_some(), |ui| primary(ui, &cx.t(key))).inner;
    let refusal = draft.refusal().filter(|_| draft.stage() == Stage::Result);
    let tip = refusal.map_or_else(|| cx.t("import-next-tip"), |refusal| refusal.full(cx.lang()));
    if button.on_hover_text(tip).clicked()
        && let Some(next) = next
    {
        cx.send(next);
    }
}
