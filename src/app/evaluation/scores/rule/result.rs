//! How the score came about, what is still missing, and what the indicator does beyond itself.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::scores::rule::Control;
use crate::app::evaluation::state::Cx;
use crate::app::widgets::note;
use crate::app::widgets::theme::Tokens;
use crate::number::{fixed, plain};
use crate::scoring::{ItemScore, ItemState, Strike, Waiting};
use crate::template::{Consequence, Effect, Id, Overflow, OverflowPoints, Scope, Trigger, Veto};
use crate::text::Message;
use eframe::egui::Ui;
use rust_decimal::Decimal;

impl Control<'_> {
    /// The derivation, or what is still missing.
    pub(crate) fn result(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let decimals = self.document.card().item_decimals;
        match &self.item.state {
            ItemState::Scored => {
                let text = self.item.derivation.text(self.cx.lang(), self.item.score, decimals);
                let lost = self.item.deduction.is_some_and(|points| points > Decimal::ZERO);
                let (ink, fill) = match lost {
                    true => (tokens.deduction, tokens.deduction_soft),
                    false => (tokens.good, tokens.good_soft),
                };
                let label = note(ui, ink, fill, &text);
                self.explain_range(label, &text);
            }
            ItemState::Unscored(waiting) => {
                let (ink, fill) = match waiting {
                    Waiting::NotAMeasurement | Waiting::OutOfRange | Waiting::ChosenDoNotAddUp => {
                        (tokens.deduction, tokens.deduction_soft)
                    }
                    _ => (tokens.ink_soft, tokens.panel),
                };
                note(ui, ink, fill, &self.t(waiting.key()));
            }
            ItemState::Compared { met } => {
                let (ink, fill) = match met {
                    Some(false) => (tokens.deduction, tokens.deduction_soft),
                    Some(true) => (tokens.good, tokens.good_soft),
                    None => (tokens.ink_soft, tokens.panel),
                };
                note(ui, ink, fill, &self.item.derivation.text(self.cx.lang(), None, decimals));
            }
            ItemState::NoInformation | ItemState::NotApplicable { .. } => {}
        }
        if let Some(text) = consequences(self.cx, self.document, &self.indicator.id, self.item) {
            note(ui, tokens.deduction, tokens.deduction_soft, &text);
        }
    }
}

/// 已触发: what its effects do beyond it, if they do anything.
pub(crate) fn consequences(cx: &Cx<'_>, document: &Document, of: &Id, item: &ItemScore) -> Option<String> {
    let one = |struck: &crate::scoring::Struck| {
        let scope = scope_words(cx, document, of, &struck.scope);
        let does = match &struck.strike {
            Strike::Veto(consequence) => consequence_words(cx, document, consequence, &scope),
            Strike::Overflow(points) => {
                let message = Message::new("effect-takes").with("scope", &scope);
                cx.text(&message.with("points", plain(*points)))
            }
        };
        cx.text(&Message::new("effect-struck").with("label", &*struck.label).with("does", does))
    };
    let all: Vec<String> = item.effects.iter().map(one).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

/// 大项不得分（原 5.00）: the indicator scores nothing because of a veto over a group that it stands in.
pub(crate) fn struck_words(cx: &Cx<'_>, item: &ItemScore, decimals: u32) -> Option<String> {
    let unstruck = item.unstruck.as_ref()?;
    let was = match unstruck.score {
        Some(score) => fixed(score, decimals),
        None => cx.t("state-unscored"),
    };
    Some(cx.text(&Message::new("struck-by-group").with("was", was)))
}

/// What an effect does where it happens.
pub(crate) fn what_it_does(cx: &Cx<'_>, document: &Document, of: &Id, effect: &Effect) -> String {
    let scope = scope_words(cx, document, of, effect.scope());
    let (when, take) = match effect {
        Effect::Veto(Veto { consequence, .. }) => {
            return consequence_words(cx, document, consequence, &scope);
        }
        Effect::Overflow(Overflow { when, take, .. }) => (when, take),
    };
    let does = match take {
        OverflowPoints::Excess => cx.text(&Message::new("effect-takes-excess").with("scope", &scope)),
        OverflowPoints::Each(points) => {
            cx.text(&Message::new("effect-takes-each").with("scope", &scope).with("points", plain(*points)))
        }
        OverflowPoints::OneOf(points) => {
            let points: Vec<String> = points.iter().map(|points| plain(*points)).collect();
            let message = Message::new("effect-takes").with("scope", &scope);
            cx.text(&message.with("points", points.join(" / ")))
        }
    };
    match when {
        Trigger::Ticked => does,
        Trigger::Deducted(id) => {
            let rule = document.template.indicator(of).map(|indicator| &indicator.rule);
            let deduction =
                rule.and_then(|rule| rule.deductions.iter().find(|deduction| deduction.id() == id));
            let label = deduction.map(|deduction| deduction.label().to_string()).unwrap_or_default();
            cx.text(&Message::new("effect-when-deducted").with("label", label).with("does", does))
        }
        Trigger::Exhausted => cx.text(&Message::new("effect-when-exhausted").with("does", does)),
    }
}

fn consequence_words(cx: &Cx<'_>, document: &Document, consequence: &Consequence, scope: &str) -> String {
    let message = match consequence {
        Consequence::Zero => Message::new("effect-zero").with("scope", scope),
        Consequence::Cap(cap) => Message::new("effect-cap").with("scope", scope).with("points", plain(*cap)),
        Consequence::Grade(grade) => Message::new("effect-grade").with("grade", &**grade),
        Consequence::GradeAtMost(grade) => Message::new("effect-grade-at-most").with("grade", &**grade),
        Consequence::Fail => {
            let worst = document.template.grades.last().map(|grade| grade.name.to_string());
            Message::new("effect-grade").with("grade", worst.unwrap_or_default())
        }
    };
    cx.text(&message)
}

/// What a scope is called: 本项, the name of the group, 总分.
fn scope_words(cx: &Cx<'_>, document: &Document, of: &Id, scope: &Scope) -> String {
    let outline = document.template.outline();
    let name_of = |group: usize| outline.groups().get(group).map(|entry| entry.name.to_string());
    let group = match scope {
        Scope::Item => return cx.t("scope-item"),
        Scope::Sheet => return cx.t("scope-sheet"),
        Scope::Group => {
            let leaf = outline.position(of).and_then(|position| outline.leaf(position));
            leaf.and_then(|leaf| leaf.group).and_then(name_of)
        }
        Scope::Node(id) => {
            outline.groups().iter().find(|entry| entry.id == *id).map(|entry| entry.name.to_string())
        }
    };
    group.map_or_else(|| cx.t("scope-group"), |name| format!("“{name}”"))
}
