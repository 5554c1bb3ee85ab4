//! 台账: what its rows come to; they are entered in a view of their own.

use super::Control;
use crate::app::Local;
use crate::app::theme::Tokens;
use crate::app::widgets::small;
use crate::evaluation::input;
use crate::number::plain;
use crate::text::Message;
use eframe::egui::{Label, Ui};

impl Control<'_> {
    pub(super) fn ledger(&self, ui: &mut Ui, local: &mut Local) {
        let Some(ledger) = &self.indicator.rule.ledger else { return };
        let tokens = Tokens::of(ui);
        let rows = self.entry().map_or(0, |entry| entry.ledger.len());
        if let Some(score) = self.item.ledger.as_ref().filter(|score| score.total.rows > 0) {
            let total = &score.total;
            let words = Message::new("rule-ledger-sums")
                .with("rows", total.rows)
                .with("exempt", total.exempt)
                .with("count", plain(total.count))
                .with("points", plain(total.points));
            ui.add(Label::new(self.cx.text(&words)).wrap());
            for (id, sums) in score.kinds.iter().filter(|(_, sums)| sums.rows > 0) {
                let Some(kind) = ledger.kind(id) else { continue };
                let words = Message::new("rule-ledger-kind")
                    .with("kind", &*kind.label)
                    .with("count", plain(sums.count))
                    .with("unit", &*kind.unit)
                    .with("points", plain(sums.points));
                ui.add(Label::new(small(&self.cx.text(&words), tokens.ink_soft)).wrap());
            }
        }
        if rows == 0 {
            self.tick(ui, local, &input::NOTHING.into(), &self.t("rule-ledger-nothing"), "");
        }
    }
}
