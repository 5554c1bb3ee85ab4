//! A row of the table: a group with its sums.

use super::notes;
use super::row::{Sign, cell_text, change, under, worth};
use super::sheet::Sheet;
use crate::app::SheetColumn;
use crate::app::evaluation::copying::{group_cell, progress};
use crate::app::evaluation::tailor::add_own_ui;
use crate::app::widgets::theme::{Tokens, bold_font, size};
use crate::number::fixed;
use crate::scoring::GroupScore;
use crate::text::Message;
use eframe::egui::{FontId, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_extras::TableRow;

/// Height of the row of a group of the first level.
pub(crate) const SECTION: f32 = 34.0;

pub(crate) fn group_row(row: &mut TableRow<'_, '_>, sheet: &mut Sheet<'_>, group: usize) {
    let document = sheet.document;
    let entry = &document.template.outline().groups()[group];
    let score = &document.card().groups[group];
    let notes = notes::of_group(sheet.cx, score, document.card().group_decimals);
    let mut uis = Vec::new();
    for (column, _) in sheet.columns {
        row.col(|ui| {
            uis.push((ui.unique_id(), ui.max_rect()));
            group_cell_ui(ui, sheet, group, *column, &notes);
        });
    }
    if let Some((_, first)) = uis.first().filter(|_| entry.depth == 0) {
        sheet.sections.push((group, first.top()));
    }
    let name = || match document.has_points() {
        true => {
            let earned = group_score(score, document.card().group_decimals);
            format!("{} {earned} / {}", entry.name, worth(score.points))
        }
        false => format!("{} {}", entry.name, progress(score)),
    };
    let words = |column| group_cell(document, group, column);
    sheet.read_row(row, name, false, &uis, words);
    if !notes.is_empty() {
        row.response().on_hover_text(notes.join("\n"));
    }
}

/// What stands in a cell of a group.
fn group_cell_ui(ui: &mut Ui, sheet: &Sheet<'_>, group: usize, column: SheetColumn, notes: &[String]) {
    let (cx, document) = (sheet.cx, sheet.document);
    let entry = &document.template.outline().groups()[group];
    let score = &document.card().groups[group];
    let decimals = document.card().group_decimals;
    let top = entry.depth == 0;
    let font = if top { bold_font(16.0) } else { FontId::proportional(size::SMALL) };
    let tokens = fill_group(ui);
    let ink = if top { tokens.ink } else { tokens.ink_soft };
    match column {
        SheetColumn::Indicator => {
            ui.add_space(if top { 0.0 } else { 14.0 * entry.depth as f32 });
            cell_text(ui, &entry.name, false, font, ink);
        }
        SheetColumn::Points => cell_text(ui, &worth(score.points), true, font, ink),
        SheetColumn::Score if !document.has_points() => cell_text(ui, &progress(score), true, font, ink),
        SheetColumn::Score => cell_text(ui, &group_score(score, decimals), true, font, ink),
        SheetColumn::Deduction => {
            let (text, sign) = group_change(score, decimals);
            let ink = if sign == Sign::Gives { tokens.good } else { ink };
            cell_text(ui, &text, true, font, ink);
        }
        SheetColumn::LastScore
        | SheetColumn::LastDeduction
        | SheetColumn::Reason
        | SheetColumn::Standard
        | SheetColumn::Evidence => {}
    }
    let words_in = words_column(sheet);
    let adds_in = words_in.or(sheet.columns.last().map(|(column, _)| *column));
    if adds_in == Some(column) && entry.open && document.open_group(&entry.id).is_some() {
        add_own_ui(ui, cx, &entry.id, &entry.name, words_in.is_none());
    }
    if words_in == Some(column) {
        cell_text(ui, &notes.join("　"), false, FontId::proportional(size::SMALL), tokens.deduction);
    }
}

/// The section of the first row in sight stays below the head of the table while its rows scroll; the next one
/// pushes it out. True where it was clicked.
pub(crate) fn section_in_sight_ui(ui: &mut Ui, sheet: &Sheet<'_>, section: usize, body: Rect) -> bool {
    let next = sheet.sections.iter().filter(|(group, _)| *group != section).map(|(_, top)| *top);
    let pushed = next.fold(0.0_f32, |pushed, top| pushed.min(top - SECTION - body.top()));
    let band = Rect::from_min_size(pos2(body.left(), body.top() + pushed), vec2(body.width(), SECTION));
    let notes = notes::of_group(
        sheet.cx,
        &sheet.document.card().groups[section],
        sheet.document.card().group_decimals,
    );
    ui.scope_builder(UiBuilder::new().max_rect(band).id_salt("section in sight"), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(body));
        // What lies below takes no click through it.
        let response = ui.interact(band, ui.unique_id().with("band"), Sense::click_and_drag());
        let group = &sheet.document.template.outline().groups()[section].name;
        let name = sheet.cx.text(&Message::new("section-in-sight").with("group", group));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let mut left = band.left();
        for (column, width) in sheet.columns {
            let cell = Rect::from_min_size(pos2(left, band.top()), vec2(*width, SECTION));
            left += width;
            let mut cell_ui = ui.new_child(UiBuilder::new().max_rect(cell).id_salt(*column));
            cell_ui.shrink_clip_rect(cell);
            group_cell_ui(&mut cell_ui, sheet, section, *column, &notes);
        }
        response.clicked()
    })
    .inner
}

/// Where the words of a group stand.
fn words_column(sheet: &Sheet<'_>) -> Option<SheetColumn> {
    let shown = |wanted: SheetColumn| sheet.columns.iter().any(|(column, _)| *column == wanted);
    [SheetColumn::Reason, SheetColumn::Standard].into_iter().find(|column| shown(*column))
}

/// 加分 where nothing is lost.
fn group_change(score: &GroupScore, decimals: u32) -> (String, Sign) {
    match (score.deductions.is_zero(), score.bonus.is_zero()) {
        (true, false) => change(-score.bonus, decimals),
        _ => change(score.deductions, decimals),
    }
}

fn fill_group(ui: &Ui) -> &'static Tokens {
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens.paper);
    under(ui, tokens.line);
    tokens
}

fn group_score(score: &GroupScore, decimals: u32) -> String {
    match score.progress.settled() {
        0 => "—".to_owned(),
        _ => fixed(score.score, decimals),
    }
}
