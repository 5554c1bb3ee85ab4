//! The cells of a row: fields, kinds, factors, and what the row counts.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::field_ui;
use crate::app::evaluation::ledger::{View, table::under};
use crate::app::evaluation::state::{Action, UiState};
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{RADIUS, Tokens, size};
use crate::evaluation::{Edit, LedgerColumn, LedgerRow, day_of};
use crate::number::plain;
use crate::scoring::{Month, RowScore, Standing};
use crate::template::{Entered, Id as NodeId};
use crate::text::Message;
use eframe::egui::{ComboBox, Label, RichText, Stroke, StrokeKind, Ui};
use std::sync::Arc;

impl View<'_> {
    /// What a screen reader calls a control of a row, and what a test finds it by.
    pub(crate) fn row_name(&self, row: usize, key: &str) -> String {
        let name = Message::new("ledger-row-name").with("row", row + 1).with("column", self.t(key));
        self.cx.text(&name)
    }

    fn row(&self, row: usize) -> Option<&Arc<LedgerRow>> {
        self.entry.ledger.get(row)
    }

    fn set(&self, row: usize, to: LedgerRow) {
        let to = self.row(row).map_or(to.clone(), |before| to.begun(before));
        let item = self.indicator.id.clone();
        self.cx.send(Action::Edit(Edit::SetLedgerRow { item, row, to: Arc::new(to) }));
        self.cx.send(Action::Seal);
    }

    pub(crate) fn cell(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        row: usize,
        column: LedgerColumn,
        below: Option<usize>,
    ) {
        let entered = self.row(row).and_then(|row| self.ledger.kind_of(row)).map(|kind| kind.worth.entered());
        match column {
            LedgerColumn::Kind => self.kind_cell(ui, ui_state, row),
            LedgerColumn::Factors => self.factors_cell(ui, ui_state, row),
            LedgerColumn::Points if entered != Some(Entered::Points) => self.worth_cell(ui, row),
            LedgerColumn::Count | LedgerColumn::Points | LedgerColumn::Money => {
                self.field_cell(ui, ui_state, row, column, below, true);
            }
            _ => self.field_cell(ui, ui_state, row, column, below, false),
        }
    }

    fn field_cell(
        &self,
        ui: &mut Ui,
        ui_state: &mut UiState,
        row: usize,
        column: LedgerColumn,
        below: Option<usize>,
        is_number: bool,
    ) {
        let name = self.row_name(row, column.label_key());
        let width = ui.available_width() - 8.0;
        let look = if is_number { Look::number(&name, width) } else { Look::text(&name, width) };
        let field = Field::Ledger(self.indicator.id.clone(), row, column);
        let refused = ui_state.drafts.get(&field).and_then(|draft| draft.refused.clone());
        let mut response = field_ui(ui, self.cx, ui_state, field, &look.silent());
        // There is no room below the field.
        if let Some(message) = refused {
            response = response.on_hover_text(message.full(self.cx.lang()));
        }
        if column == LedgerColumn::Date && self.has_unread_date(row) {
            let edge = Stroke::new(1.5, Tokens::of(ui).caution);
            ui.painter().rect_stroke(response.rect, RADIUS, edge, StrokeKind::Inside);
            response = response.on_hover_text(self.t("ledger-date-unread"));
        }
        ui_state.ledger.note(&response);
        if response.lost_focus() {
            self.go_down(ui, ui_state, column, below);
        }
    }

    fn has_unread_date(&self, row: usize) -> bool {
        self.row(row).is_some_and(|row| is_unread(row.date.trim()))
    }

    fn kind_cell(&self, ui: &mut Ui, ui_state: &mut UiState, row: usize) {
        let Some(current) = self.row(row) else { return };
        let label = self.ledger.kind(&current.kind).map_or(&*current.kind, |kind| &*kind.label);
        let mut chosen = None;
        let shown = ComboBox::from_id_salt(("ledger-kind", row))
            .width(ui.available_width() - 8.0)
            .truncate()
            .selected_text(label)
            .show_ui(ui, |ui| {
                for kind in &self.ledger.kinds {
                    if ui.selectable_label(kind.id == current.kind, &*kind.label).clicked() {
                        chosen = Some(kind.id.clone());
                    }
                }
            });
        ui_state
            .ledger
            .note(&shown.response.accessible_name(self.row_name(row, LedgerColumn::Kind.label_key())));
        if let Some(kind) = chosen.filter(|kind| *kind != current.kind) {
            self.set_kind(row, current, kind);
        }
    }

    /// Points that do not fit the new kind go.
    fn set_kind(&self, row: usize, current: &LedgerRow, kind: NodeId) {
        let mut to = LedgerRow { kind, ..current.clone() };
        let limits = self
            .ledger
            .kind_of(&to)
            .and_then(|kind| kind.point_limits(Some(self.document.template.rounding.step)));
        to.points = to.points.filter(|points| limits.is_some_and(|limits| limits.check(*points).is_ok()));
        self.set(row, to);
    }

    fn factors_cell(&self, ui: &mut Ui, ui_state: &mut UiState, row: usize) {
        let Some(current) = self.row(row) else { return };
        let holds = |id: &NodeId| current.factors.contains(id);
        let factors = &self.ledger.factors;
        let labels: Vec<&str> =
            factors.iter().filter(|factor| holds(&factor.id)).map(|factor| &*factor.label).collect();
        if factors.is_empty() {
            return;
        }
        let mut toggled = None;
        let text = if labels.is_empty() { "—".to_owned() } else { labels.join("、") };
        let shown = ComboBox::from_id_salt(("ledger-factors", row))
            .width(ui.available_width() - 8.0)
            .truncate()
            .selected_text(text)
            .close_behavior(eframe::egui::PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                for factor in factors {
                    let mut on = holds(&factor.id);
                    if ui.checkbox(&mut on, &*factor.label).changed() {
                        toggled = Some((factor.id.clone(), on));
                    }
                }
            });
        ui_state
            .ledger
            .note(&shown.response.accessible_name(self.row_name(row, LedgerColumn::Factors.label_key())));
        if let Some((id, on)) = toggled {
            let mut to = LedgerRow::clone(current);
            to.factors.retain(|factor| *factor != id);
            if on {
                to.factors.push(id);
            }
            self.set(row, to);
        }
    }

    /// Points that nobody enters: what the row comes to, before anything takes it away.
    fn worth_cell(&self, ui: &mut Ui, row: usize) {
        let worth = self.score.and_then(|score| score.rows.get(row)).map(|row| plain(row.worth));
        ui.add_space(8.0);
        ui.label(RichText::new(worth.unwrap_or_else(|| "—".to_owned())).color(Tokens::of(ui).ink_soft));
    }

    /// What the row counts, or why it does not.
    pub(crate) fn result_cell(&self, ui: &mut Ui, row: usize) {
        under(ui);
        ui.add_space(8.0);
        let tokens = Tokens::of(ui);
        let Some(score) = self.score.and_then(|score| score.rows.get(row)) else {
            ui.label(RichText::new("—").color(tokens.ink_faint));
            return;
        };
        let ink = match score.standing {
            Standing::Counted | Standing::Kills if !score.points.is_zero() => tokens.ink,
            _ => tokens.ink_faint,
        };
        let text = RichText::new(self.result_words(score)).size(size::SMALL).color(ink);
        ui.add(Label::new(text).truncate().selectable(false));
    }

    fn result_words(&self, score: &RowScore) -> String {
        let points = plain(score.points);
        let message = match score.standing {
            Standing::Counted if score.points != score.worth => Message::new("ledger-counts-capped"),
            Standing::Counted if score.became => {
                let kind = self.ledger.kind(&score.kind).map_or("", |kind| &*kind.label);
                Message::new("ledger-counts-as").with("kind", kind)
            }
            Standing::Counted => Message::new("ledger-counts"),
            Standing::Exempt => Message::new("ledger-counts-exempt"),
            Standing::SameMatter(row) => Message::new("ledger-counts-matter").with("row", row + 1),
            Standing::NoOffset => Message::new("ledger-counts-no-offset"),
            Standing::Kills => Message::new("ledger-counts-kills"),
            Standing::Killed => Message::new("ledger-counts-killed"),
        };
        self.cx.text(&message.with("points", points))
    }
}

/// Something stands there, and nobody can tell the month; or it names a day that there is not, as 2月30日.
fn is_unread(date: &str) -> bool {
    let numbers = date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    !date.is_empty() && (Month::of(date).is_none() || (numbers >= 3 && day_of(date, None).is_none()))
}

#[cfg(test)]
mod tests {
    use super::is_unread;

    #[test]
    fn a_day_that_there_is_not_is_marked() {
        for date in ["3月6日", "2024/2/30", "2024-13-01", "昨天"] {
            assert!(is_unread(date), "{date}");
        }
        for date in ["", "2024-03-05", "2024年3月", "2024/2/29"] {
            assert!(!is_unread(date), "{date}");
        }
    }
}
