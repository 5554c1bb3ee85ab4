//! A block of a spreadsheet beside the ledger: what its columns and words mean, and what becomes of each line. Nothing of
//! it is taken before somebody says so.

use super::View;
use crate::app::evaluation::state::{Action, LastPaste};
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{primary, small, strong};
use crate::evaluation::{LedgerColumn, PasteChoices};
use crate::text::Message;
use eframe::egui::{Align, ComboBox, Key, Label, Layout, ScrollArea, Ui};

impl View<'_> {
    /// The block that is looked at, if it is for this ledger.
    pub(super) fn paste(&self) -> Option<&LastPaste> {
        self.cx.state.pasted.as_ref().filter(|last| last.item == self.indicator.id)
    }

    pub(super) fn paste_ui(&self, ui: &mut Ui, last: &LastPaste) {
        let (tokens, pasted) = (Tokens::of(ui), &last.pasted);
        ui.horizontal(|ui| {
            let words = Message::new("ledger-pasted").with("rows", pasted.rows.len());
            ui.label(strong(&self.cx.text(&words.with("refused", pasted.refused.len()))));
            ui.label(small(&self.t("ledger-paste-not-yet"), tokens.ink_soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let take = Message::new("ledger-take").with("rows", pasted.rows.len());
                let ready = !pasted.rows.is_empty();
                if ui.add_enabled_ui(ready, |ui| primary(ui, &self.cx.text(&take))).inner.clicked() {
                    self.cx.send(Action::TakePaste);
                }
                let gives_up =
                    ui.input(|input| input.key_pressed(Key::Escape)) && !ui.ctx().text_edit_focused();
                if ui.button(self.t("ledger-give-up")).clicked() || gives_up {
                    self.cx.send(Action::ForgetPaste);
                }
            });
        });
        self.columns_ui(ui, last);
        self.words_ui(ui, last);
        if pasted.again > 0 {
            ui.horizontal(|ui| {
                let words = Message::new("ledger-paste-known").with("rows", pasted.again);
                ui.label(small(&self.cx.text(&words), tokens.caution));
                let mut again = last.choices.again;
                if ui.checkbox(&mut again, self.t("ledger-paste-all-the-same")).changed() {
                    self.choose(PasteChoices { again, ..last.choices.clone() });
                }
            });
        }
        self.refused_ui(ui, last);
    }

    fn choose(&self, choices: PasteChoices) {
        self.cx.send(Action::ChoosePaste(choices));
    }

    /// A column of the block under another: its heading, and what it means here.
    fn columns_ui(&self, ui: &mut Ui, last: &LastPaste) {
        let (tokens, pasted) = (Tokens::of(ui), &last.pasted);
        let words = if pasted.headings { "ledger-paste-columns" } else { "ledger-paste-no-headings" };
        ui.label(small(&self.t(words), tokens.ink_soft));
        ScrollArea::horizontal().id_salt("paste-columns").show(ui, |ui| {
            ui.horizontal(|ui| {
                for (n, (heading, column)) in pasted.columns.iter().enumerate() {
                    ui.vertical(|ui| {
                        let number = Message::new("ledger-paste-column").with("number", n + 1);
                        let name = if heading.is_empty() { self.cx.text(&number) } else { heading.clone() };
                        let ink = if column.is_some() { tokens.good } else { tokens.caution };
                        ui.label(small(&name, ink));
                        self.column_choice(ui, last, (n, &name), *column);
                    });
                }
            });
        });
    }

    fn column_choice(
        &self,
        ui: &mut Ui,
        last: &LastPaste,
        (n, name): (usize, &str),
        column: Option<LedgerColumn>,
    ) {
        let shown = |column: Option<LedgerColumn>| match column {
            Some(column) => self.t(column.label_key()),
            None => self.t("ledger-paste-left-out"),
        };
        let list = ComboBox::from_id_salt(("paste-column", n)).width(96.0).selected_text(shown(column));
        let list = list.show_ui(ui, |ui| {
            let all = std::iter::once(None).chain(LedgerColumn::ALL.map(Some));
            for choice in all {
                if ui.selectable_label(choice == column, shown(choice)).clicked() {
                    let mut choices = last.choices.clone();
                    choices.columns.insert(n, choice);
                    self.choose(choices);
                }
            }
        });
        let label = Message::new("ledger-paste-column-is").with("heading", name);
        list.response.accessible_name(self.cx.text(&label));
    }

    /// Words that name no kind: each is asked about once.
    fn words_ui(&self, ui: &mut Ui, last: &LastPaste) {
        let tokens = Tokens::of(ui);
        for (word, near) in &last.pasted.words {
            ui.horizontal_wrapped(|ui| {
                let question = Message::new("ledger-paste-which").with("word", word);
                ui.label(small(&self.cx.text(&question), tokens.caution));
                let kinds = near.iter().filter_map(|id| self.ledger.kind(id));
                for kind in kinds {
                    if ui.button(small(&kind.label, tokens.ink)).clicked() {
                        let mut choices = last.choices.clone();
                        choices.kinds.insert(word.clone(), kind.id.clone());
                        self.choose(choices);
                    }
                }
            });
        }
    }

    /// What is not taken, line by line, and why.
    fn refused_ui(&self, ui: &mut Ui, last: &LastPaste) {
        let tokens = Tokens::of(ui);
        let refused = &last.pasted.refused;
        if refused.is_empty() {
            return;
        }
        ui.add_space(GRID);
        let lines = ScrollArea::vertical().id_salt("refused").max_height(88.0).auto_shrink([false, true]);
        lines.show_rows(ui, 20.0, refused.len(), |ui, range| {
            for line in refused.get(range).unwrap_or_default() {
                let words = Message::new("ledger-paste-line")
                    .with("line", line.line)
                    .with("why", line.why.text(self.cx.lang()))
                    .with("text", &line.text);
                ui.add(Label::new(small(&self.cx.text(&words), tokens.deduction)).truncate());
            }
        });
    }
}
