//! A row of the table: an indicator.

use super::notes;
use super::row_menu::row_menu;
use super::sheet::Sheet;
use crate::app::SheetColumn;
use crate::app::evaluation::copying;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::last_year::figure;
use crate::app::evaluation::rows::{has_note, lacks_evidence};
use crate::app::evaluation::selection::Cell;
use crate::app::evaluation::state::{Action, Cx};
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{RADIUS, Tokens, bold, bold_font, size};
use crate::help::Term;
use crate::number::{fixed, in_full, plain};
use crate::scoring::{ItemScore, ItemState};
use crate::template::{Award, Indicator, Rule};
use crate::text::Message;
use eframe::egui::{
    self, Align, Align2, Color32, FontId, Layout, Rect, RichText, Sense, Stroke, Ui, pos2, vec2,
};
use egui_extras::TableRow;
use rust_decimal::Decimal;

/// Width of the box of a score.
const BOX: f32 = 76.0;

/// Text within a cell, cut with … where it is too long, at the side where the column's figures stand.
pub(crate) fn cell_text(ui: &mut Ui, text: &str, right: bool, font: FontId, color: Color32) {
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
pub(crate) fn under(ui: &Ui, color: Color32) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, color));
}

/// Which way points go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Takes,
    Gives,
}

/// What is missing to the full marks, or what goes beyond them (加分), never with the wrong sign.
pub(crate) fn change(points: Decimal, decimals: u32) -> (String, Sign) {
    match points {
        points if points.is_zero() => (String::new(), Sign::Takes),
        points if points < Decimal::ZERO => (format!("+{}", fixed(points.abs(), decimals)), Sign::Gives),
        points => (format!("−{}", fixed(points, decimals)), Sign::Takes),
    }
}

/// 分值; what has none only adds, takes or compares.
pub(crate) fn worth(points: Decimal) -> String {
    if points.is_zero() { "—".to_owned() } else { plain(points) }
}

pub(crate) fn item_row(row: &mut TableRow<'_, '_>, sheet: &mut Sheet<'_>, position: usize) {
    let (cx, document) = (sheet.cx, sheet.document);
    let Some(indicator) = document.template.indicator_at(position) else { return };
    let item = &document.card().items[position];
    let selected = cx.state.selected.as_ref() == Some(&indicator.id);
    let index = row.index();
    let mut uis = Vec::new();
    for (column, _) in sheet.columns {
        let together = sheet.is_selected(index, *column);
        let (mut rect, mut score_at) = (Rect::NOTHING, None);
        let (_, response) = row.col(|ui| {
            uis.push((ui.unique_id(), ui.max_rect()));
            rect = ui.max_rect();
            back(ui, selected, together);
            match column {
                SheetColumn::Score => score_at = Some(score_box(ui, cx, document, indicator, item, selected)),
                _ => item_cell(ui, cx, document, indicator, item, *column),
            }
        });
        if selected {
            sheet.score_at = score_at.or(sheet.score_at);
            sheet.reason_at = (*column == SheetColumn::Reason).then_some(rect).or(sheet.reason_at);
        }
        let response = match &item.last_year {
            Some(last) if column.is_of_last_year() && response.hovered() => {
                response.on_hover_text(last.text(cx.lang(), document.card().item_decimals))
            }
            _ => response,
        };
        follow_mouse(sheet, indicator, *column, rect, &response);
        if response.secondary_clicked() && !sheet.is_among_selected(index) {
            cx.send(Action::Select(indicator.id.clone()));
        }
        response.context_menu(|ui| row_menu(ui, cx));
    }
    let name = || row_name(cx, indicator, item, document.card().item_decimals);
    let words = |column| copying::item_cell(document, indicator, item, column, cx.lang());
    sheet.read_row(row, name, selected, &uis, words);
}

/// Behind a cell.
fn back(ui: &Ui, selected: bool, together: bool) {
    let tokens = Tokens::of(ui);
    if selected || together {
        ui.painter().rect_filled(ui.max_rect(), 0.0, tokens.accent_soft);
    }
    under(ui, if together { tokens.accent } else { tokens.line });
}

/// A click selects, with Shift up to here; drawn over, all are selected together; a click into the reason types there.
fn follow_mouse(
    sheet: &mut Sheet<'_>,
    indicator: &Indicator,
    column: SheetColumn,
    rect: Rect,
    response: &egui::Response,
) {
    let cx = sheet.cx;
    let cell = || Cell { item: indicator.id.clone(), column };
    let (shift, at) = response.ctx.input(|input| (input.modifiers.shift, input.pointer.interact_pos()));
    if response.clicked() && shift {
        cx.send(Action::SelectUpTo(cell()));
    } else if response.clicked() {
        cx.send(Action::Select(indicator.id.clone()));
        sheet.reason_clicked |= column == SheetColumn::Reason;
    } else if response.double_clicked() && column == SheetColumn::Score {
        cx.send(Action::TypeScore);
    }
    if response.drag_started() {
        cx.send(Action::SelectFrom(cell()));
    }
    sheet.is_drawn |= response.dragged() && !response.drag_started();
    if at.is_some_and(|at| rect.contains(at)) {
        sheet.below_mouse = Some(cell());
    }
}

/// What stands in a cell, but for the score.
fn item_cell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
    column: SheetColumn,
) {
    let tokens = Tokens::of(ui);
    let decimals = document.card().item_decimals;
    let body = || FontId::proportional(size::BODY);
    let words = FontId::proportional(size::SMALL);
    match column {
        SheetColumn::Indicator => {
            let position = document.template.outline().position(&indicator.id).unwrap_or_default();
            let depth = document.template.outline().leaf(position).map_or(0, |leaf| leaf.path.len());
            ui.add_space(14.0 * depth.saturating_sub(1) as f32);
            let selected = cx.state.selected.as_ref() == Some(&indicator.id);
            let font = if selected { FontId::new(size::BODY, bold()) } else { body() };
            cell_text(ui, &indicator.name, false, font, tokens.ink);
        }
        SheetColumn::Points => cell_text(ui, &worth(indicator.points), true, body(), tokens.ink),
        SheetColumn::Score => {}
        SheetColumn::Deduction => {
            let (text, sign) = change(item.shown_deduction(decimals).unwrap_or_default(), decimals);
            let ink = if sign == Sign::Gives { tokens.good } else { tokens.deduction };
            cell_text(ui, &text, true, body(), ink);
        }
        SheetColumn::LastScore | SheetColumn::LastDeduction => last_year(ui, cx, item, column, decimals),
        SheetColumn::Reason => reason(ui, cx, document, indicator, item),
        SheetColumn::Standard => cell_text(ui, &indicator.standard, false, words, tokens.ink_soft),
        SheetColumn::Evidence => evidence_cell(ui, cx, document, indicator, item),
    }
}

/// Last year's figure, where the two years compare; 不可比 stands once, with the score.
fn last_year(ui: &mut Ui, cx: &Cx<'_>, item: &ItemScore, column: SheetColumn, decimals: u32) {
    let tokens = Tokens::of(ui);
    let Some(last) = &item.last_year else { return };
    let (text, font, ink) = match last.comparable().map(|then| figure(then, column)) {
        Some(figure) if column == SheetColumn::LastDeduction => {
            // With the digits that it had: this year's may be fewer.
            (change(figure, decimals.max(figure.normalize().scale())).0, size::BODY, tokens.ink_soft)
        }
        Some(figure) => (in_full(figure, decimals), size::BODY, tokens.ink_soft),
        None if column == SheetColumn::LastDeduction => return,
        None => (cx.t("last-year-not-comparable"), size::SMALL, tokens.ink_faint),
    };
    cell_text(ui, &text, true, FontId::proportional(font), ink);
}

/// The reason as it was written; what strikes the indicator from outside; that one is missing.
fn reason(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator, item: &ItemScore) {
    let tokens = Tokens::of(ui);
    let entry = document.evaluation().item(&indicator.id);
    let written = entry.map(|entry| entry.reason.trim()).filter(|reason| !reason.is_empty());
    let is_missing = item.wants_reason();
    // Who changed the score has said why: that is the reason.
    let of_override = item.override_reason.as_deref().filter(|_| is_missing);
    let (text, ink) = match (written, notes::of_item(cx, document, indicator, item), of_override) {
        (Some(reason), ..) => (reason.replace('\n', " "), tokens.ink),
        (None, Some(note), _) => (note, tokens.deduction),
        (None, None, Some(reason)) => {
            (cx.text(&Message::new("reason-of-override").with("reason", reason)), tokens.ink_soft)
        }
        (None, None, None) if is_missing => (cx.t("reason-missing"), tokens.caution),
        (None, None, None) => return,
    };
    cell_text(ui, &text, false, FontId::proportional(size::SMALL), ink);
}

/// What a screen reader says of the row, and what a test finds it by.
fn row_name(cx: &Cx<'_>, indicator: &Indicator, item: &ItemScore, decimals: u32) -> String {
    let score = item.score.map(|score| fixed(score, decimals)).unwrap_or_else(|| state_word(cx, &item.state));
    format!("{} {} / {}", indicator.name, score, worth(indicator.points))
}

pub(crate) fn state_word(cx: &Cx<'_>, state: &ItemState) -> String {
    cx.t(&format!("state-{}", state.name()))
}

/// The score in a box: dashed where it is worked out from other numbers; ※ where it was changed by hand.
fn score_box(
    ui: &Ui,
    cx: &Cx<'_>,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
    selected: bool,
) -> Rect {
    let tokens = Tokens::of(ui);
    let cell = ui.max_rect();
    let height = (cell.height() - 6.0).min(28.0);
    let center = pos2(cell.right() - BOX / 2.0, cell.center().y - 0.5);
    let rect = Rect::from_center_size(center, vec2(BOX, height));
    let is_computed = computes(&indicator.rule) && !item.is_overridden();
    let edge = if selected { tokens.accent } else { tokens.edge };
    match is_computed {
        true => dashed(ui, rect, edge),
        false => drop(ui.painter().rect(
            rect,
            RADIUS,
            tokens.panel,
            Stroke::new(1.0, edge),
            egui::StrokeKind::Inside,
        )),
    }
    let font = if selected { bold_font(size::BODY) } else { FontId::proportional(size::BODY) };
    let (text, font, color) = match item.score {
        Some(score) => {
            let ink = if is_computed { tokens.ink_soft } else { tokens.ink };
            (fixed(score, document.card().item_decimals), font, ink)
        }
        None => (state_word(cx, &item.state), FontId::proportional(size::SMALL), tokens.ink_faint),
    };
    let at = pos2(rect.right() - 8.0, rect.center().y);
    match item.is_overridden() {
        true => {
            ui.painter().text(at, Align2::RIGHT_CENTER, text, font.clone(), tokens.caution);
            let mark = pos2(rect.left() + 6.0, rect.center().y);
            ui.painter().text(mark, Align2::LEFT_CENTER, "※", font, tokens.caution);
        }
        false => drop(ui.painter().text(at, Align2::RIGHT_CENTER, text, font, color)),
    }
    rect
}

/// Nobody gives its points: they follow from numbers.
fn computes(rule: &Rule) -> bool {
    let by_number = matches!(
        rule.award,
        Award::Rate(_)
            | Award::Bands(_)
            | Award::Steps(_)
            | Award::Curve(_)
            | Award::PerUnit(_)
            | Award::Value { .. }
    );
    by_number || rule.ledger.is_some()
}

fn dashed(ui: &Ui, rect: Rect, color: Color32) {
    let rect = rect.shrink(0.5);
    let corners =
        [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, color), 3.0, 3.0));
}

fn evidence_cell(ui: &mut Ui, cx: &Cx<'_>, document: &Document, indicator: &Indicator, item: &ItemScore) {
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
    let at = pos2(rect.right() - 28.0, rect.center().y);
    let noted = has_note(document, indicator);
    let count = if item.evidence == 0 && noted { cx.t("evidence-noted") } else { item.evidence.to_string() };
    ui.painter().text(at, Align2::RIGHT_CENTER, count, FontId::proportional(size::BODY), tokens.ink_soft);
    let id = ui.scope_id().with(("evidence", &indicator.id));
    ui.interact(Rect::from_center_size(dot, vec2(20.0, 20.0)), id, Sense::hover()).on_hover_text(cx.t(tip));
    if item.evidence == 0 && noted {
        let mark = Rect::from_center_size(at - vec2(8.0, 0.0), vec2(18.0, 20.0));
        let mark = ui.interact(mark, id.with("note"), Sense::hover());
        mark.explains(Term::EvidenceNote, cx.lang());
    }
}
