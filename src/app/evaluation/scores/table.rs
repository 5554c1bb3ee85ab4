//! The sheet itself: groups and indicators with 分值, 得分, 扣分, reason, 评价标准 and evidence.

use super::cell::cell_ui;
use super::group_row::{SECTION, group_row, section_in_sight_ui};
use super::header::{Heading, follow_heading, heading_ui};
use super::outline::select_first;
use super::reason_cell::reason_cell_ui;
use super::row::item_row;
use super::sheet::Sheet;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::small;
use crate::app::widgets::table_access::{TableAccess, is_read, note};
use crate::app::widgets::theme::Tokens;
use crate::app::{Columns, SheetColumn};
use crate::template::Row;
use eframe::egui::containers::scroll_area::DragScroll;
use eframe::egui::{Align, Event, Layout, Memory, Rect, Sense, Ui, vec2};
use egui_extras::{Column, TableBuilder};

const GROUP: f32 = 26.0;
const ITEM: f32 = 36.0;
const HEADER: f32 = 32.0;

pub(crate) fn table_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let tokens = Tokens::of(ui);
    clipboard(ui, cx);
    // Known anew each time that it is drawn.
    ui_state.asks_at_cell = None;
    if ui_state.rows.rows().is_empty() {
        ui.centered_and_justified(|ui| ui.label(small(&cx.t("table-nothing"), tokens.ink_faint)));
        return;
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // The row under the mouse is quieter than the selected one.
    ui.visuals_mut().widgets.hovered.bg_fill = tokens.paper;
    let room = ui.available_width() - ui.spacing().scroll.bar_width - ui.spacing().scroll.bar_inner_margin;
    let columns = columns(cx, ui_state.widening).laid_out(room);
    ui_state.lacks_reasons = !columns.iter().any(|(column, _)| *column == SheetColumn::Reason);
    if ui_state.lacks_reasons
        && let Some(field @ Field::ReasonCell(item)) = &ui_state.asked_field
        && ui_state.fields.focus == Some(field.id())
    {
        // It was asked for before anybody knew.
        ui_state.ask_for(Field::Reason(item.clone()));
    }
    let outline = document.template.outline();
    let block = cx.state.block.as_ref();
    let mut sheet = Sheet {
        cx,
        document,
        columns: &columns,
        block: block
            .and_then(|block| Some((block.rows(outline, ui_state.rows.rows())?, block.columns().collect()))),
        score_at: None,
        reason_at: None,
        reason_clicked: false,
        is_drawn: false,
        below_mouse: None,
        sections: Vec::new(),
        heading: None,
        read: is_read(ui).then(Vec::new),
    };
    let body = rows_ui(ui, ui_state, &mut sheet);
    section_ui(ui, ui_state, &sheet, body);
    let Sheet { score_at, reason_at, reason_clicked, is_drawn, below_mouse, heading, read, .. } = sheet;
    if let Some(rows) = read {
        let (columns, row_count) = (columns.len(), ui_state.rows.rows().len());
        read_aloud(
            ui,
            TableAccess { name: cx.t("view-scores"), columns, row_count, heading, rows, has_keys: false },
        );
    }
    if let Some(cell) = below_mouse.filter(|cell| is_drawn && block.is_none_or(|block| block.to != *cell)) {
        cx.send(Action::SelectUpTo(cell));
    }
    let selected = cx.state.selected.as_ref().and_then(|id| document.template.indicator(id));
    if let Some((indicator, place)) = selected.zip(score_at) {
        cell_ui(ui, cx, ui_state, indicator, place);
    }
    if let Some((indicator, place)) = selected.zip(reason_at) {
        reason_cell_ui(ui, cx, ui_state, indicator, place, reason_clicked);
    }
}

/// The columns that were chosen, while one is being widened too; those of last year where there is one.
fn columns(cx: &Cx<'_>, widening: Option<(SheetColumn, f32)>) -> Columns {
    let chosen = &cx.shared.settings.columns;
    let chosen = widening.map_or_else(|| chosen.clone(), |(column, width)| chosen.with_width(column, width));
    let document = cx.document();
    chosen.of_sheet(document.has_points(), document.evaluation().last_year.is_some())
}

/// Where the rows stood.
fn rows_ui(ui: &mut Ui, ui_state: &mut UiState, sheet: &mut Sheet<'_>) -> Rect {
    let (cx, document) = (sheet.cx, sheet.document);
    let outline = document.template.outline();
    let height = |row: &Row| match row {
        Row::Group(group) if outline.groups()[*group].depth == 0 => SECTION,
        Row::Group(_) => GROUP,
        Row::Indicator(_) => ITEM,
    };
    let heights: Vec<f32> = ui_state.rows.rows().iter().map(height).collect();
    let mut table = TableBuilder::new(ui)
        // A document that is opened begins at its top.
        .id_salt(("sheet", document.id()))
        .sense(Sense::click_and_drag())
        .drag_to_scroll(DragScroll::Never)
        .cell_layout(Layout::left_to_right(Align::Center));
    for (_, width) in sheet.columns {
        table = table.column(Column::exact(*width).clip(true));
    }
    if ui_state.reveal
        && let Some(at) = selected_row(cx, ui_state, document)
    {
        // With two rows on the side to which people go on, wherever the wheel has been since.
        let last = ui_state.rows.rows().len().saturating_sub(1);
        let (first_in_sight, _) = ui_state.rows_in_sight.unwrap_or_default();
        let to = if at < first_in_sight + 3 { at.saturating_sub(2) } else { (at + 2).min(last) };
        table = table.scroll_to_row(to, None);
    }
    let (mut headings, mut uis) = (Vec::new(), Vec::new());
    let table = table.header(HEADER, |mut header| {
        for (column, width) in sheet.columns {
            header.col(|ui| {
                let rect = heading_ui(ui, cx, *column);
                uis.push((ui.unique_id(), rect));
                headings.push(Heading { column: *column, width: *width, rect });
            });
        }
    });
    sheet.heading = sheet.read.is_some().then(|| {
        sheet.row_access(0, cx.t("view-scores"), false, &uis, |column| {
            cx.t(column.heading_key(document.has_points()))
        })
    });
    let mut in_sight: Option<(usize, usize)> = None;
    let body = table.body(|body| {
        let rows = ui_state.rows.rows();
        body.heterogeneous_rows(heights.into_iter(), |mut row| {
            in_sight = Some((in_sight.map_or(row.index(), |(first, _)| first), row.index()));
            match rows[row.index()] {
                Row::Group(group) => group_row(&mut row, sheet, group),
                Row::Indicator(position) => item_row(&mut row, sheet, position),
            }
        });
    });
    ui_state.rows_in_sight = in_sight;
    // A pass that is thrown away (the first one of a table measures it) has shown nobody anything.
    ui_state.reveal &= ui.ctx().will_discard();
    for heading in headings {
        follow_heading(ui, cx, &mut ui_state.widening, heading);
    }
    body.inner_rect
}

/// The section of the rows in sight stays below the head; a click on it goes to its first indicator.
fn section_ui(ui: &mut Ui, ui_state: &UiState, sheet: &Sheet<'_>, body: Rect) {
    let outline = sheet.document.template.outline();
    let first = ui_state.rows_in_sight.and_then(|(first, _)| ui_state.rows.rows().get(first));
    let group = first.and_then(|row| match row {
        Row::Group(group) => Some(*group),
        Row::Indicator(position) => outline.leaf(*position).and_then(|leaf| leaf.group),
    });
    let Some(section) = outline.ancestry(group).last() else { return };
    if sheet.sections.iter().any(|&(group, top)| group == section && top >= body.top()) {
        return;
    }
    if section_in_sight_ui(ui, sheet, section, body) {
        select_first(sheet.cx, sheet.document, section);
    }
}

/// What a screen reader is told of the table: the keys are at the selected row while nothing else has the focus.
fn read_aloud(ui: &Ui, table: TableAccess) {
    let is_free = |memory: &Memory| memory.focused().is_none() && memory.top_modal_layer().is_none();
    note(ui.ctx(), TableAccess { has_keys: ui.ctx().memory(is_free), ..table });
}

/// Ctrl+C and Ctrl+V where no field takes them.
fn clipboard(ui: &Ui, cx: &Cx<'_>) {
    if ui.ctx().text_edit_focused() || ui.ctx().memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    ui.input_mut(|input| {
        input.events.retain(|event| {
            match event {
                Event::Copy => cx.send(Action::Copy),
                Event::Paste(text) => cx.send(Action::Paste(text.clone())),
                _ => return true,
            }
            false
        });
    });
}

fn selected_row(cx: &Cx<'_>, ui_state: &UiState, document: &Document) -> Option<usize> {
    let position = document.template.outline().position(cx.state.selected.as_ref()?)?;
    ui_state.rows.rows().iter().position(|row| *row == Row::Indicator(position))
}
