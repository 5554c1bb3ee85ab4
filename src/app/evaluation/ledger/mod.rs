//! 台账: the rows behind a rule, entered, pasted, summed up.

mod cells;
mod chart;
mod paste;
mod summary;
mod table;
pub(crate) mod ui_state;
mod update;
mod widths;

pub(crate) use summary::{deduction_ui, ledger_card};

use crate::app::evaluation::document::Document;
use crate::app::evaluation::state::{Action, Cx, UiState, ViewKind};
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{chip, primary, small, strong};
use crate::evaluation::{Edit, ItemEntry};
use crate::help::Term;
use crate::scoring::LedgerScore;
use crate::template::{Indicator, Ledger};
use crate::text::Message;
use eframe::egui::{
    self, Align, CentralPanel, Event, Frame, Key, Label, Layout, Margin, Panel, RichText, Ui,
};

/// What the parts of the view share.
struct View<'a> {
    cx: &'a Cx<'a>,
    document: &'a Document,
    indicator: &'a Indicator,
    ledger: &'a Ledger,
    entry: &'a ItemEntry,
    /// `None` while a row lacks what its kind needs.
    score: Option<&'a LedgerScore>,
}

pub(crate) fn ledger_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let selected = cx.state.selected.as_ref().and_then(|id| document.template.indicator(id));
    let Some((indicator, ledger)) =
        selected.and_then(|it| it.rule.ledger.as_ref().map(|ledger| (it, ledger)))
    else {
        ui.centered_and_justified(|ui| ui.label(small(&cx.t("ledger-none"), Tokens::of(ui).ink_soft)));
        return;
    };
    let untouched = ItemEntry::default();
    let entry = document.evaluation().item(&indicator.id).unwrap_or(&untouched);
    let score = document.item_score(&indicator.id).and_then(|item| item.ledger.as_deref());
    let view = View { cx, document, indicator, ledger, entry, score };
    ui_state.ledger.follow(&indicator.id, entry.ledger.len());
    view.keys(ui);
    let side = Frame::new().fill(Tokens::of(ui).paper).inner_margin(Margin::symmetric(20, 12));
    Panel::top("ledger-top").frame(side).show(ui, |ui| view.top(ui, ui_state));
    if let Some(last) = view.paste() {
        Panel::top("ledger-paste").frame(side).show(ui, |ui| view.paste_ui(ui, last));
    }
    CentralPanel::default()
        .frame(Frame::new().fill(Tokens::of(ui).panel))
        .show(ui, |ui| view.table(ui, ui_state));
}

impl View<'_> {
    fn t(&self, key: &str) -> String {
        self.cx.t(key)
    }

    /// A block goes into the ledger wherever the cursor is; a word goes into its field.
    fn keys(&self, ui: &Ui) {
        let in_field = ui.ctx().text_edit_focused();
        let mut blocks = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Paste(text) if !in_field || text.trim_end().contains(['\t', '\n']) => {
                    blocks.push(text.clone());
                    false
                }
                _ => true,
            });
        });
        for text in blocks {
            self.cx.send(Action::PasteLedger { item: self.indicator.id.clone(), text });
        }
        // In a cell of the table too: nobody types with Insert.
        if !egui::Popup::is_any_open(ui.ctx()) && ui.input(|input| input.key_pressed(Key::Insert)) {
            self.cx.send(Action::AddLedgerRow(self.indicator.id.clone()));
        }
    }

    fn top(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            if ui.button(self.t("ledger-back")).clicked() {
                self.cx.send(Action::Show(ViewKind::Scores));
            }
            ui.add(Label::new(strong(&self.indicator.name).size(size::HEADING - 2.0)).truncate());
            ui.label(small(&self.t("ledger-title"), tokens.ink_faint)).explains(Term::Ledger, self.cx.lang());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if primary(ui, &self.t("ledger-add-row"))
                    .on_hover_text(self.t("ledger-add-row-tip"))
                    .clicked()
                {
                    self.cx.send(Action::AddLedgerRow(self.indicator.id.clone()));
                }
                if ui.button(self.t("ledger-paste")).on_hover_text(self.t("ledger-paste-tip")).clicked() {
                    ui.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
                }
                self.remove_marked(ui, ui_state);
            });
        });
        ui.add_space(GRID);
        ui.label(RichText::new(summary::totals(self.cx, self.entry, self.score)).color(tokens.ink_soft));
        self.months(ui, ui_state);
    }

    fn remove_marked(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let marked = &ui_state.ledger.marked;
        if marked.is_empty() {
            return;
        }
        let text = Message::new("ledger-remove-marked").with("rows", marked.len());
        if ui.button(self.cx.text(&text)).clicked() {
            let rows = marked.iter().copied().collect();
            self.cx.send(Action::Settle);
            self.cx.send(Action::Edit(Edit::RemoveLedgerRows { item: self.indicator.id.clone(), rows }));
        }
    }

    /// Each month with its points; a click shows its rows alone.
    fn months(&self, ui: &mut Ui, ui_state: &mut UiState) {
        let Some(score) = self.score.filter(|score| score.months.len() > 1) else {
            ui_state.ledger.month = None;
            return;
        };
        if ui.available_width() > 700.0 {
            self.chart(ui, ui_state, score);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if chip(ui, ui_state.ledger.month.is_none(), &self.t("ledger-all-months")).clicked() {
                ui_state.ledger.month = None;
            }
            for (month, sums) in &score.months {
                let on = ui_state.ledger.month == Some(*month);
                if chip(ui, on, &summary::month_words(self.cx, *month, sums)).clicked() {
                    ui_state.ledger.month = (!on).then_some(*month);
                }
            }
        });
    }

    fn empty(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        ui.add_space(GRID * 10.0);
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(self.t("ledger-empty")).color(tokens.ink_soft));
            ui.label(small(&self.t("ledger-empty-hint"), tokens.ink_faint));
            ui.add_space(GRID * 2.0);
            summary::nothing_ui(ui, self.cx, self.indicator, self.entry);
        });
    }
}
