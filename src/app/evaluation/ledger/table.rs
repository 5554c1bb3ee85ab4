//! The rows as a table. Only those in sight are drawn: a year of a city's cameras has thousands.

use crate::app::evaluation::field::Field;
use crate::app::evaluation::ledger::View;
use crate::app::evaluation::ledger::widths::{NUMBER, REMOVE, RESULT, widths};
use crate::app::evaluation::state::Action;
use crate::app::evaluation::state::UiState;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{Tokens, size};
use crate::evaluation::{Edit, LedgerColumn};
use crate::template::{Entered, Kind, SameMatter};
use eframe::egui::{self, Align, Button, FontId, Key, Layout, RichText, ScrollArea, Stroke, Ui, vec2};
use egui_extras::{Column, TableBuilder};

const ROW: f32 = 40.0;
const HEAD: f32 = 34.0;
impl View<'_> {
    pub(crate) fn table(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let tokens = Tokens::of(ui);
        let rows = self.rows_in_sight(ui_state);
        let reveal =
            ui_state.ledger.reveal.take().and_then(|row| rows.iter().position(|shown| *shown == row));
        ui.visuals_mut().widgets.hovered.bg_fill = tokens.paper;
        let columns = self.columns();
        let widths = widths(&columns, ui.available_width() - ui.spacing().scroll.allocated_width());
        // The table scrolls down by itself; sideways its surroundings do.
        ScrollArea::horizontal().id_salt("ledger").auto_shrink(false).following(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let room = ui.available_rect_before_wrap();
            let mut table = TableBuilder::new(ui)
                .id_salt(("ledger", &self.indicator.id))
                .auto_shrink(false)
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(Column::exact(NUMBER));
            for (&column, &width) in columns.iter().zip(&widths) {
                table = table.column(Column::exact(width).clip(true));
                if column == LedgerColumn::Points {
                    table = table.column(Column::exact(RESULT).clip(true));
                }
            }
            table = table.column(Column::exact(REMOVE));
            if let Some(row) = reveal {
                table = table.scroll_to_row(row, None);
            }
            let header = table.header(HEAD, |mut header| {
                header.col(|ui| head(ui, ""));
                for &column in &columns {
                    header.col(|ui| head(ui, &self.t(column.label_key())));
                    if column == LedgerColumn::Points {
                        header.col(|ui| head(ui, &self.t("ledger-result")));
                    }
                }
                header.col(|ui| head(ui, ""));
            });
            header.body(|body| {
                body.rows(ROW, rows.len(), |mut row| {
                    let shown = row.index();
                    let Some(&at) = rows.get(shown) else { return };
                    let below = rows.get(shown + 1).copied();
                    row.col(|ui| self.number_cell(ui, ui_state, at));
                    for &column in &columns {
                        row.col(|ui| {
                            under(ui);
                            ui.add_space(4.0);
                            self.cell(ui, ui_state, at, column, below);
                        });
                        if column == LedgerColumn::Points {
                            row.col(|ui| self.result_cell(ui, at));
                        }
                    }
                    row.col(|ui| self.remove_cell(ui, ui_state, at));
                });
            });
            if self.entry.ledger.is_empty() {
                let below = room.with_min_y(room.top() + HEAD).intersect(ui.clip_rect());
                ui.scope_builder(egui::UiBuilder::new().max_rect(below), |ui| self.empty(ui));
            }
            // The table's own scrolling would keep it to itself.
            if let Some(rect) = ui_state.ledger.came.take() {
                ui.scroll_to_rect(rect, None);
            }
        });
    }

    /// Columns that the ledger has a use for, or that a row says something in.
    fn columns(&self) -> Vec<LedgerColumn> {
        let rows = &self.entry.ledger;
        let by_money = |kind: &Kind| kind.worth.entered() == Entered::Money;
        let is_used = |column: &LedgerColumn| match column {
            LedgerColumn::Money => {
                self.ledger.kinds.iter().any(by_money) || rows.iter().any(|row| row.money.is_some())
            }
            LedgerColumn::Factors => {
                !self.ledger.factors.is_empty() || rows.iter().any(|row| !row.factors.is_empty())
            }
            LedgerColumn::Matter => {
                self.ledger.same_matter != SameMatter::Each || rows.iter().any(|row| !row.matter.is_empty())
            }
            _ => true,
        };
        LedgerColumn::ALL.into_iter().filter(is_used).collect()
    }

    /// Positions of the rows of the month that is chosen.
    fn rows_in_sight(&self, ui_state: &UiState) -> Vec<usize> {
        let all = 0..self.entry.ledger.len();
        match (ui_state.ledger.month, self.score) {
            (Some(month), Some(score)) => {
                all.filter(|row| score.rows.get(*row).is_some_and(|row| row.month == month)).collect()
            }
            _ => all.collect(),
        }
    }

    fn number_cell(&self, ui: &mut Ui, ui_state: &mut UiState, row: usize) {
        under(ui);
        ui.add_space(8.0);
        let mut on = ui_state.ledger.marked.contains(&row);
        let number = RichText::new((row + 1).to_string()).size(size::SMALL);
        let name = self.row_name(row, "ledger-mark");
        if ui.checkbox(&mut on, number).accessible_name(name).changed() {
            match on {
                true => ui_state.ledger.marked.insert(row),
                false => ui_state.ledger.marked.remove(&row),
            };
        }
    }

    fn remove_cell(&self, ui: &mut Ui, ui_state: &mut UiState, row: usize) {
        under(ui);
        let remove = Button::new(small(&self.t("button-remove"), Tokens::of(ui).ink_soft)).frame(false);
        let response = ui.add(remove).accessible_name(self.row_name(row, "button-remove"));
        ui_state.ledger.note(&response);
        if response.clicked() {
            // What is being typed belongs to the rows as they stand now.
            self.cx.send(Action::Settle);
            let item = self.indicator.id.clone();
            self.cx.send(Action::Edit(Edit::RemoveLedgerRows { item, rows: vec![row] }));
        }
    }

    /// Enter in a field goes down its column, and from the last row into a new one.
    pub(crate) fn go_down(
        &self,
        ui: &Ui,
        ui_state: &mut UiState,
        column: LedgerColumn,
        below: Option<usize>,
    ) {
        if !ui.input(|input| input.key_pressed(Key::Enter)) || self.cx.shared.composing {
            return;
        }
        match below {
            Some(row) => {
                ui_state.ledger.reveal = Some(row);
                ui_state.ask_for(Field::Ledger(self.indicator.id.clone(), row, column));
            }
            None => self.cx.send(Action::AddLedgerRow(self.indicator.id.clone())),
        }
    }
}

fn head(ui: &mut Ui, text: &str) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line_strong));
    ui.add_space(8.0);
    let words = RichText::new(text).font(FontId::proportional(size::SMALL)).color(tokens.ink_faint);
    ui.add(egui::Label::new(words).truncate().selectable(false)).explained(text);
}

/// A hairline below the cell.
pub(crate) fn under(ui: &Ui) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, Tokens::of(ui).line));
}
