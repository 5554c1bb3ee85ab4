//! A template from a score table (从评分表生成模板), in three steps: the table, its columns, what was made of it.

mod columns;
pub mod draft;
mod reading;
pub mod record;
mod result;
mod rows;
mod table;
mod words;

use crate::app::import::draft::Origin;
use crate::app::widgets::theme::Tokens;
use crate::app::widgets::{primary, segment, small, strong};
use crate::app::{Action, Cx, ImportAction, Importing, Local, Stage};
use crate::import::Mapping;
use eframe::egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, Stroke, Ui};

/// What the import keeps for itself.
#[derive(Default)]
pub struct State {
    /// What was pasted, until it is read.
    pub pasted: String,
    /// The field to paste into is focused when it is drawn.
    focus_paste: bool,
    /// The reading that is shown in full.
    selected: Option<usize>,
    list: result::List,
}

impl State {
    pub fn focus_paste(&mut self) {
        self.focus_paste = true;
    }
}

/// The window while a table is imported, below the bar at its top.
pub fn window_ui(ui: &mut Ui, cx: &Cx<'_>, local: &mut Local, importing: &Importing, bar: Frame) {
    let paper = Frame::new().fill(Tokens::of(ui).paper);
    Panel::bottom("status").frame(bar).show(ui, |ui| crate::app::evaluation::status::notice_ui(ui, cx));
    let (stage, table) = (importing.stage(), importing.table());
    match (stage, table, importing.imported()) {
        (Stage::Columns, Some(table), _) => columns::columns_ui(ui, cx, importing, table),
        (Stage::Result, _, Some(imported)) => result::result_ui(ui, cx, local, importing, imported),
        _ => drop(CentralPanel::default().frame(paper).show(ui, |ui| table::table_ui(ui, cx, local, table))),
    }
}

/// The right part of the bar at the top of the window: the steps, and what comes next.
pub fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, roomy: bool) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        next_ui(ui, cx, importing);
        steps_ui(ui, cx, importing);
        if !roomy {
            return;
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let file = match importing.table().map(|table| &table.origin) {
                Some(Origin::File { path, .. }) => path.file_name().map(|name| name.to_string_lossy()),
                _ => None,
            };
            let title = match file {
                Some(file) => format!("{} · {file}", cx.t("import-title")),
                None => cx.t("import-title"),
            };
            ui.add(Label::new(strong(&title)).truncate());
        });
    });
}

fn steps_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        // Laid out from the right: the last step first.
        for stage in Stage::ALL.into_iter().rev() {
            let on = importing.stage() == stage;
            let words = cx.t(step_key(stage));
            let step = ui.add_enabled_ui(importing.can_show(stage), |ui| segment(ui, on, &words)).inner;
            if step.clicked() {
                cx.send(Action::Import(ImportAction::Show(stage)));
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

/// The button that leads on.
fn next_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
    let next = match importing.stage() {
        Stage::Table => return,
        Stage::Columns => {
            let can = importing.can_show(Stage::Result);
            let next = ui.add_enabled_ui(can, |ui| primary(ui, &cx.t("import-next"))).inner;
            next.clicked().then_some(ImportAction::Show(Stage::Result))
        }
        Stage::Result => {
            // It can always be pressed: what is still open is named then.
            let open = primary(ui, &cx.t("import-finish"));
            let open = match importing.refusal() {
                Some(refusal) => open.on_hover_text(refusal.full(cx.lang())),
                None => open,
            };
            open.clicked().then_some(ImportAction::Finish)
        }
    };
    if let Some(next) = next {
        cx.send(Action::Import(next));
    }
}

/// What the columns make: how many indicators and rows, or why nothing.
fn summary_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
    let tokens = Tokens::of(ui);
    match importing.made() {
        None => drop(ui.label(small(&cx.t("import-working"), tokens.ink_faint))),
        Some(Ok(imported)) => {
            drop(ui.add(Label::new(small(&words::summary(cx, imported), tokens.ink_soft)).wrap()));
        }
        Some(Err(error)) => {
            use crate::text::Explain as _;
            ui.add(Label::new(small(&error.message().full(cx.lang()), tokens.deduction)).wrap());
        }
    }
}

/// Rows of the grid that are headings.
fn is_heading(mapping: &Mapping, row: usize) -> bool {
    (mapping.heading..mapping.heading + mapping.heading_rows).contains(&row)
}

/// Cells of several lines in one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
