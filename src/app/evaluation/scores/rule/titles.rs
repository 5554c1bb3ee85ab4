//! What stands above the control, and the limits below it.

use crate::app::evaluation::scores::rule::Control;
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::Tokens;
use crate::help::Term;
use crate::number::plain;
use crate::template::{Alternatives, Award, Direction, Parts, PartsNeeded, PerUnit, Rate};
use crate::text::Message;
use eframe::egui::Ui;
use rust_decimal::Decimal;

impl Control<'_> {
    pub(crate) fn titles(&self, award: &Award) -> (String, String) {
        let free_of_points = self.full.is_zero();
        let (title, aside) = match award {
            Award::Full => ("rule-deductions", "rule-deductions-aside"),
            Award::Parts(Parts { needed: PartsNeeded::All, .. }) => ("rule-parts", "rule-parts-all-aside"),
            Award::Parts(Parts { partial: true, .. }) => ("rule-parts", "rule-parts-partial-aside"),
            Award::Parts(_) => ("rule-parts", "rule-parts-aside"),
            Award::OneOf { .. } => ("rule-options", "rule-options-aside"),
            Award::Rate(Rate { direction: Direction::Complement, .. }) => {
                ("rule-rate", "rule-complement-aside")
            }
            Award::Rate(_) => ("rule-rate", "rule-rate-aside"),
            Award::Bands(_) => ("rule-bands", "rule-free-aside"),
            Award::Steps(_) => ("rule-steps", "rule-free-aside"),
            Award::Curve(_) => ("rule-curve", "rule-free-aside"),
            Award::PerUnit(PerUnit { points, .. }) => {
                let message = Message::new("rule-per-unit-aside");
                let message = message.with("each", plain(*points)).with("points", plain(self.full));
                return (self.t("rule-per-unit"), self.cx.text(&message));
            }
            Award::Value { .. } => ("rule-value", "rule-free-aside"),
            Award::Free { .. } => ("rule-free", "rule-free-aside"),
            Award::Entries => ("rule-entries", "rule-entries-aside"),
            Award::Target { .. } if free_of_points => ("rule-target-title", "rule-compare-aside"),
            Award::Target { .. } => ("rule-target-title", "rule-target-aside"),
            Award::Alternatives(Alternatives { several: true, .. }) => {
                ("rule-alternatives", "rule-several-aside")
            }
            Award::Alternatives(_) => ("rule-alternatives", "rule-alternatives-aside"),
        };
        let points = plain(self.full);
        (self.t(title), self.cx.text(&Message::new(aside).with("points", points)))
    }

    /// A floor other than 0, a ceiling other than the full marks.
    pub(crate) fn limits(&self, ui: &mut Ui) {
        let rule = &self.indicator.rule;
        let floor = rule.floor.filter(|floor| *floor != Decimal::ZERO);
        for (key, limit, term) in
            [("rule-floor", floor, Term::Floor), ("rule-ceiling", rule.ceiling, Term::Ceiling)]
        {
            if let Some(limit) = limit {
                let message = Message::new(key).with("points", plain(limit));
                let words = small(&self.cx.text(&message), Tokens::of(ui).ink_faint);
                ui.label(words).explains(term, self.cx.lang());
            }
        }
    }
}
