//! The second step: what the columns hold, above the table as it was read.

use crate::app::import::draft::ImportDraft;
use crate::app::import::state::{Action, Cx};
use crate::app::import::words::{is_heading, one_line};
use crate::app::import::{scores_ui, table, words};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{note, segment, small, strong};
use crate::import::{Grid, Mapping, Role};
use crate::import::{Origin, ReadTable, scores_note};
use crate::text::Message;
use eframe::egui::{
    self, Align, Button, CentralPanel, ComboBox, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea,
    Ui, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

const ROW: f32 = 28.0;
const HEAD: f32 = 42.0;
const NUMBER: f32 = 48.0;
const NARROW: f32 = 144.0;
const WIDE: f32 = 300.0;
/// Characters of a cell from which its column is wide.
const LONG: usize = 16;
/// All roles at a glance, where the window is high enough.
const ROLES: f32 = 560.0;
/// Headings stand near the top.
const MOST_HEADINGS: usize = 60;

pub(crate) fn columns_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &ImportDraft, table: &ReadTable) {
    let tokens = Tokens::of(ui);
    let strip = Frame::new().fill(tokens.paper).inner_margin(Margin::symmetric(20, 10));
    let mapping = draft.mapping();
    Panel::top("import-columns-top").frame(strip).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if let Origin::File { sheets, sheet, .. } = &table.origin {
                table::sheet_ui(ui, cx, sheets, sheet);
            }
            heading_ui(ui, cx, &table.grid, mapping);
        });
        ui.add(Label::new(small(&cx.t("import-columns-words"), tokens.ink_faint)).wrap());
        summary_ui(ui, cx, draft);
        let findings = draft.imported().map(|made| made.findings.as_slice()).unwrap_or_default();
        for finding in findings {
            note(ui, tokens.deduction, tokens.deduction_soft, &finding.full(cx.lang()));
        }
        scores_ui::question_ui(ui, cx, draft);
        if let Some(imported) = draft.imported() {
            scores_ui::fits_ui(ui, cx, imported);
        }
        if let Some(left_out) = scores_note(&table.grid, mapping).filter(|_| !draft.scored().is_wanted()) {
            note(ui, tokens.caution, tokens.caution_soft, &left_out.full(cx.lang()));
        }
    });
    let page = Frame::new().fill(tokens.panel).inner_margin(Margin { left: 20, ..Margin::ZERO });
    CentralPanel::default().frame(page).show(ui, |ui| grid_ui(ui, cx, &table.grid, mapping));
}

/// Where the headings begin, and over how many rows they go.
fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, grid: &Grid, mapping: &Mapping) {
    ui.label(small(&cx.t("import-heading"), Tokens::of(ui).ink_soft));
    let shown = heading_name(cx, grid, mapping.heading);
    let list = ComboBox::from_id_salt("import-heading").width(260.0).truncate().selected_text(shown);
    let list = list.show_ui(ui, |ui| {
        for row in 0..grid.rows.len().min(MOST_HEADINGS) {
            let words = heading_name(cx, grid, row);
            if ui.selectable_label(row == mapping.heading, words).clicked() {
                cx.send(Action::Heading(row));
            }
        }
    });
    list.response.accessible_name(cx.t("import-heading"));
    for (count, key) in [(1, "import-heading-one"), (2, "import-heading-two")] {
        if segment(ui, mapping.heading_rows == count, &cx.t(key)).clicked() {
            cx.send(Action::HeadingRows(count));
        }
    }
}

fn heading_name(cx: &Cx<'_>, grid: &Grid, row: usize) -> String {
    let Some(found) = grid.rows.get(row) else { return String::new() };
    let mut words: Vec<String> = found.cells.iter().map(|cell| one_line(&cell.text)).collect();
    words.retain(|word| !word.is_empty());
    words.dedup();
    let words: String = words.join(" ").chars().take(40).collect();
    cx.text(&Message::new("import-heading-row").with("row", found.number).with("words", words))
}

fn grid_ui(ui: &mut Ui, cx: &Cx<'_>, grid: &Grid, mapping: &Mapping) {
    // The table scrolls down by itself; sideways its surroundings do.
    ScrollArea::horizontal().id_salt("import-grid").auto_shrink(false).following(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let builder = TableBuilder::new(ui)
            .id_salt(("import-grid", grid.width))
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(NUMBER));
        let width = |column| Column::initial(width(grid, column)).at_least(96.0).resizable(true).clip(true);
        let builder = (0..grid.width).fold(builder, |builder, column| builder.column(width(column)));
        let header = builder.header(HEAD, |mut header| {
            header.col(|_| {});
            for column in 0..grid.width {
                header.col(|ui| role_ui(ui, cx, grid, mapping, column));
            }
        });
        header.body(|body| {
            body.rows(ROW, grid.rows.len(), |mut row| row_ui(&mut row, cx, grid, mapping));
        });
    });
}

/// A column of sentences is wider than one of names; the first rows tell.
fn width(grid: &Grid, column: usize) -> f32 {
    let cells = grid.rows.iter().skip(1).take(MOST_HEADINGS).map(|row| row.own_text(column));
    if cells.filter(|text| text.chars().count() > LONG).count() > 1 { WIDE } else { NARROW }
}

fn role_ui(ui: &mut Ui, cx: &Cx<'_>, grid: &Grid, mapping: &Mapping, column: usize) {
    let role = mapping.columns.get(column).copied().unwrap_or(Role::Ignored);
    let heading = grid.rows.get(mapping.heading).map(|row| one_line(row.text(column))).unwrap_or_default();
    let name = Message::new("import-column").with("number", column + 1).with("heading", heading);
    let tokens = Tokens::of(ui);
    let ink = match role {
        Role::Ignored => tokens.ink_faint,
        Role::Unknown => tokens.deduction,
        _ => tokens.accent,
    };
    let shown = RichText::new(words::role(cx, role)).color(ink);
    let width = ui.available_width() - 8.0;
    let list = ComboBox::from_id_salt(("import-role", column)).width(width).height(ROLES);
    let list = list.truncate().selected_text(shown);
    let list = list.show_ui(ui, |ui| {
        for choice in Role::all() {
            if ui.selectable_label(choice == role, words::role(cx, choice)).clicked() && choice != role {
                cx.send(Action::Column(column, choice));
            }
        }
    });
    list.response.accessible_name(cx.text(&name));
}

fn row_ui(row: &mut TableRow<'_, '_>, cx: &Cx<'_>, grid: &Grid, mapping: &Mapping) {
    let at = row.index();
    let Some(found) = grid.rows.get(at) else { return };
    let heading = is_heading(mapping, at);
    row.set_selected(heading);
    row.col(|ui| {
        let number = small(&found.number.to_string(), Tokens::of(ui).ink_faint);
        let here = cx.text(&Message::new("import-heading-here").with("row", found.number));
        let number = ui.add(Button::new(number).frame(false)).on_hover_text(&here);
        let is_clicked = number.clicked();
        number.accessible_name(here);
        if is_clicked {
            cx.send(Action::Heading(at));
        }
    });
    for column in 0..grid.width {
        row.col(|ui| {
            let tokens = Tokens::of(ui);
            let ignored = mapping.columns.get(column).is_none_or(|role| *role == Role::Ignored);
            let faint = ignored || at < mapping.heading;
            let text = one_line(found.text(column));
            let words = match heading {
                true => strong(&text).color(tokens.accent),
                false => RichText::new(&text).color(if faint { tokens.ink_faint } else { tokens.ink }),
            };
            ui.add_space(4.0);
            let label = Label::new(words.size(size::SMALL)).truncate().selectable(false);
            ui.add(label.sense(egui::Sense::hover())).on_hover_ui(|ui| {
                ui.label(found.text(column));
            });
        });
    }
}

/// What the columns make: how many indicators and rows, or why nothing.
fn summary_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &ImportDraft) {
    let tokens = Tokens::of(ui);
    match draft.made() {
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
