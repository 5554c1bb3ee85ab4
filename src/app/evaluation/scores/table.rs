//! The sheet itself: groups and indicators with 分值, 得分, 扣分, 评价标准 and evidence.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::rows::{has_note, lacks_evidence};
use crate::app::evaluation::scores::{cell::cell_ui, notes};
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::evaluation::tailor::add_own_ui;
use crate::app::widgets::small;
use crate::app::widgets::theme::{RADIUS, Tokens, bold, bold_font, size};
use crate::number::{fixed, plain};
use crate::scoring::{GroupScore, ItemScore, ItemState};
use crate::template::{Award, Indicator, Measure, Rate, Row};
use eframe::egui::{
    self, Align, Align2, Color32, FontId, Layout, Rect, RichText, Sense, Stroke, Ui, pos2, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};
use rust_decimal::Decimal;

const SECTION: f32 = 38.0;
const GROUP: f32 = 30.0;
const ITEM: f32 = 44.0;

pub(crate) fn table_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let tokens = Tokens::of(ui);
    if ui_state.rows.rows().is_empty() {
        ui.centered_and_justified(|ui| ui.label(small(&cx.t("table-nothing"), tokens.ink_faint)));
        return;
    }
    let outline = document.template.outline();
    let heights: Vec<f32> = ui_state
        .rows
        .rows()
        .iter()
        .map(|row| match row {
            Row::Group(group) if outline.groups()[*group].depth == 0 => SECTION,
            Row::Group(_) => GROUP,
            Row::Indicator(_) => ITEM,
        })
        .collect();
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // The row under the mouse is quieter than the selected one.
    ui.visuals_mut().widgets.hovered.bg_fill = tokens.paper;
    let narrow = ui.available_width() < 560.0;
    let mut table = TableBuilder::new(ui)
        .id_salt("sheet")
        .sense(Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(if narrow { Column::remainder().clip(true) } else { Column::exact(190.0).clip(true) })
        .column(Column::exact(52.0))
        .column(Column::exact(88.0))
        .column(Column::exact(70.0));
    table = if narrow { table } else { table.column(Column::remainder().clip(true)) };
    table = table.column(Column::exact(if narrow { 40.0 } else { 64.0 }));
    if ui_state.reveal
        && let Some(at) = selected_row(cx, ui_state, document)
    {
        // With two rows on the side to which people go on.
        let last = ui_state.rows.rows().len().saturating_sub(1);
        let to = if at < ui_state.revealed { at.saturating_sub(2) } else { (at + 2).min(last) };
        ui_state.revealed = at;
        table = table.scroll_to_row(to, None);
    }
    ui_state.reveal = false;
    // Where the score of the selected row stands.
    let mut typed_at = None;
    table
        .header(34.0, |mut header| {
            header.col(|ui| head(ui, &cx.t("column-indicator"), false));
            header.col(|ui| head(ui, &cx.t("column-points"), true));
            header.col(|ui| head(ui, &cx.t("column-score"), true));
            header.col(|ui| head(ui, &cx.t("column-deduction"), true));
            if !narrow {
                header.col(|ui| {
                    ui.add_space(8.0);
                    head(ui, &cx.t("column-standard"), false);
                });
            }
            header.col(|ui| head(ui, &cx.t("column-evidence"), true));
        })
        .body(|body| {
            let rows = ui_state.rows.rows();
            body.heterogeneous_rows(heights.into_iter(), |mut row| match rows[row.index()] {
                Row::Group(group) => group_row(&mut row, cx, document, group, narrow),
                Row::Indicator(position) => {
                    typed_at = item_row(&mut row, cx, document, position, narrow).or(typed_at);
                }
            });
        });
    let selected = cx.state.selected.as_ref().and_then(|id| document.template.indicator(id));
    if let Some((indicator, place)) = selected.zip(typed_at) {
        cell_ui(ui, cx, ui_state, document, indicator, place);
    }
}

fn selected_row(cx: &Cx<'_>, ui_state: &UiState, document: &Document) -> Option<usize> {
    let position = document.template.outline().position(cx.state.selected.as_ref()?)?;
    ui_state.rows.rows().iter().position(|row| *row == Row::Indicator(position))
}

fn head(ui: &mut Ui, text: &str, right: bool) {
    let tokens = Tokens::of(ui);
    under(ui, tokens.line_strong);
    cell_text(ui, text, right, FontId::proportional(size::SMALL), tokens.ink_faint);
}

/// Text within a cell, cut with … where it is too long, at the side where the column's figures stand.
fn cell_text(ui: &mut Ui, text: &str, right: bool, font: FontId, color: Color32) {
    let label = egui::Label::new(RichText::new(text).font(font).color(color)).truncate().selectable(false);
    let layout = match right {
        true => Layout::right_to_left(Align::Center),
        false => Layout::left_to_right(Align::Center),
    };
    ui.with_layout(layout, |ui| {
        ui.add_space(if right { 8.0 } else { 10.0 });
        ui.add(label);
    });
}

/// A hairline below the cell.
fn under(ui: &Ui, color: Color32) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, color));
}

fn group_row(row: &mut TableRow<'_, '_>, cx: &Cx<'_>, document: &Document, group: usize, narrow: bool) {
    let entry = &document.template.outline().groups()[group];
    let score = &document.card().groups[group];
    let decimals = document.card().group_decimals;
    let top = entry.depth == 0;
    let notes = notes::of_group(cx, score, decimals);
    let lost = match (score.deductions.is_zero(), score.bonus.is_zero()) {
        (true, false) => change(-score.bonus, decimals),
        _ => change(score.deductions, decimals),
    };
    let cells = [(worth(score.points), None), (group_score(score, decimals), None), (lost.0, Some(lost.1))];
    let font = if top { bold_font(16.0) } else { FontId::proportional(size::SMALL) };
    row.col(|ui| {
        let tokens = fill_group(ui);
        ui.add_space(if top { 0.0 } else { 14.0 * entry.depth as f32 });
        let ink = if top { tokens.ink } else { tokens.ink_soft };
        cell_text(ui, &entry.name, false, font.clone(), ink);
    });
    let is_open = entry.open && document.open_group(&entry.id).is_some();
    for (text, sign) in cells {
        row.col(|ui| {
            let tokens = fill_group(ui);
            let plain = if top { tokens.ink } else { tokens.ink_soft };
            let ink = if sign == Some(Sign::Gives) { tokens.good } else { plain };
            cell_text(ui, &text, true, font.clone(), ink);
        });
    }
    if !narrow {
        row.col(|ui| {
            let tokens = fill_group(ui);
            ui.add_space(8.0);
            if is_open {
                add_own_ui(ui, cx, &entry.id, &entry.name, false);
            }
            let text = notes.join("　");
            cell_text(ui, &text, false, FontId::proportional(size::SMALL), tokens.deduction);
        });
    }
    row.col(|ui| {
        fill_group(ui);
        if is_open && narrow {
            add_own_ui(ui, cx, &entry.id, &entry.name, true);
        }
    });
    if !notes.is_empty() {
        row.response().on_hover_text(notes.join("\n"));
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

/// Which way points go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Takes,
    Gives,
}

/// What is missing to the full marks, or what goes beyond them (加分), never with the wrong sign.
fn change(points: Decimal, decimals: u32) -> (String, Sign) {
    match points {
        points if points.is_zero() => (String::new(), Sign::Takes),
        points if points < Decimal::ZERO => (format!("+{}", fixed(points.abs(), decimals)), Sign::Gives),
        points => (format!("−{}", fixed(points, decimals)), Sign::Takes),
    }
}

/// 分值; what has none only adds, takes or compares.
fn worth(points: Decimal) -> String {
    if points.is_zero() { "—".to_owned() } else { plain(points) }
}

/// Gives the place of the score where the row is the selected one.
fn item_row(
    row: &mut TableRow<'_, '_>,
    cx: &Cx<'_>,
    document: &Document,
    position: usize,
    narrow: bool,
) -> Option<Rect> {
    let indicator = document.template.indicator_at(position)?;
    let item = &document.card().items[position];
    let selected = cx.state.selected.as_ref() == Some(&indicator.id);
    let depth = document.template.outline().leaf(position).map_or(0, |leaf| leaf.path.len());
    let decimals = document.card().item_decimals;
    let back = |ui: &Ui| {
        let tokens = Tokens::of(ui);
        if selected {
            ui.painter().rect_filled(ui.max_rect(), 0.0, tokens.accent_soft);
        }
        under(ui, tokens.line);
        tokens
    };
    let body = || FontId::proportional(16.0);
    row.col(|ui| {
        let tokens = back(ui);
        ui.add_space(14.0 * depth.saturating_sub(1) as f32);
        let font = if selected { FontId::new(16.0, bold()) } else { body() };
        cell_text(ui, &indicator.name, false, font, tokens.ink);
    });
    row.col(|ui| {
        let tokens = back(ui);
        cell_text(ui, &worth(indicator.points), true, body(), tokens.ink);
    });
    let mut place = None;
    row.col(|ui| {
        back(ui);
        place = Some(score_box(ui, cx, indicator, item, selected, decimals));
    });
    row.col(|ui| {
        let tokens = back(ui);
        let (text, sign) = change(item.shown_deduction(decimals).unwrap_or_default(), decimals);
        let ink = if sign == Sign::Gives { tokens.good } else { tokens.deduction };
        cell_text(ui, &text, true, body(), ink);
    });
    if !narrow {
        row.col(|ui| {
            let tokens = back(ui);
            ui.add_space(8.0);
            let (text, ink) = match notes::of_item(cx, document, indicator, item) {
                Some(note) => (note, tokens.deduction),
                None => (indicator.standard.to_string(), tokens.ink_soft),
            };
            cell_text(ui, &text, false, FontId::proportional(size::SMALL), ink);
        });
    }
    row.col(|ui| {
        back(ui);
        evidence_cell(ui, cx, document, indicator, item, narrow);
    });
    let response = row.response();
    if response.clicked() {
        cx.send(Action::Select(indicator.id.clone()));
    }
    name_row(&response, cx, indicator, item, decimals);
    place.filter(|_| selected)
}

/// What a screen reader says of the row, and what a test finds it by.
fn name_row(response: &egui::Response, cx: &Cx<'_>, indicator: &Indicator, item: &ItemScore, decimals: u32) {
    let score = item.score.map(|score| fixed(score, decimals)).unwrap_or_else(|| state_word(cx, &item.state));
    let name = format!("{} {} / {}", indicator.name, score, worth(indicator.points));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &name));
}

pub(crate) fn state_word(cx: &Cx<'_>, state: &ItemState) -> String {
    cx.t(&format!("state-{}", state.name()))
}

/// The score in a box: dashed where it is worked out from other numbers, so that nobody tries to type it.
fn score_box(
    ui: &Ui,
    cx: &Cx<'_>,
    indicator: &Indicator,
    item: &ItemScore,
    selected: bool,
    decimals: u32,
) -> Rect {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_center_size(ui.max_rect().center(), vec2(68.0, 28.0)).translate(vec2(2.0, 0.0));
    let taken_over = matches!(indicator.rule.award, Award::Rate(Rate { measure: Measure::Funds(_), .. }));
    let edge = if selected { tokens.accent } else { tokens.line_strong };
    if taken_over && !item.is_overridden() {
        dashed(ui, rect, edge);
    } else {
        ui.painter().rect(rect, RADIUS, tokens.panel, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    }
    let font = if selected { bold_font(16.0) } else { FontId::proportional(16.0) };
    let (text, font, color) = match item.score {
        Some(score) => (fixed(score, decimals), font, if taken_over { tokens.ink_soft } else { tokens.ink }),
        None => (state_word(cx, &item.state), FontId::proportional(14.0), tokens.ink_faint),
    };
    let color = if item.is_overridden() { tokens.caution } else { color };
    let at = pos2(rect.right() - 8.0, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, text, font, color);
    rect
}

fn dashed(ui: &Ui, rect: Rect, color: Color32) {
    let rect = rect.shrink(0.5);
    let corners =
        [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, color), 3.0, 3.0));
}

fn evidence_cell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
    narrow: bool,
) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let (color, filled, tip) = match item.state {
        ItemState::Unscored(_) | ItemState::NoInformation => (tokens.ink_faint, false, "dot-unscored"),
        ItemState::NotApplicable { .. } => (tokens.line_strong, true, "dot-not-applicable"),
        ItemState::Scored | ItemState::Compared { .. } if lacks_evidence(document, indicator, item) => {
            (tokens.caution, true, "dot-no-evidence")
        }
        ItemState::Compared { met: Some(false) } => (tokens.deduction, true, "state-not-met"),
        ItemState::Scored | ItemState::Compared { .. } => (tokens.good, true, "dot-complete"),
    };
    let dot = pos2(rect.right() - 14.0, rect.center().y);
    match filled {
        true => drop(ui.painter().circle_filled(dot, 4.5, color)),
        false => drop(ui.painter().circle_stroke(dot, 4.0, Stroke::new(1.0, color))),
    }
    if !narrow {
        let at = pos2(rect.right() - 32.0, rect.center().y);
        let noted = has_note(document, indicator);
        let count =
            if item.evidence == 0 && noted { cx.t("evidence-noted") } else { item.evidence.to_string() };
        ui.painter().text(at, Align2::RIGHT_CENTER, count, FontId::proportional(16.0), tokens.ink_soft);
    }
    let id = ui.scope_id().with(("evidence", &indicator.id));
    ui.interact(Rect::from_center_size(dot, vec2(20.0, 20.0)), id, Sense::hover()).on_hover_text(cx.t(tip));
}
