//! What reaches beyond the indicator: 一票否决, 追加扣除.

use crate::app::template::form::Form;
use crate::app::template::table::{Names, rows};
use crate::app::template::words::label_ui;
use crate::app::widgets::small;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::Tokens;
use crate::template::{
    Consequence, Deduction, Effect, Node, Overflow, OverflowPoints, Rule, Scope, Trigger, Veto, fresh_part_id,
};
use crate::text::Message;
use eframe::egui::Ui;
use rust_decimal::Decimal;

pub(crate) fn effects_ui(ui: &mut Ui, form: &mut Form<'_, '_>, rule: &mut Rule, before: &Rule) {
    let words = form.t("te-effects");
    ui.label(small(&words, Tokens::of(ui).ink_soft)).explained(&words);
    let Rule { deductions, effects, .. } = rule;
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, effect: &mut Effect| {
        effect_ui(ui, form, name, deductions, effect);
        form.problems_at(ui, effect.id());
    };
    let new = |_: &[Effect]| Effect::Veto(Veto::blank(fresh_part_id(before, "effect"), "".into()));
    rows(ui, form, Names { row: "te-effect", add: "te-add-effect" }, effects, row, new);
}

fn effect_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    name: &str,
    deductions: &[Deduction],
    effect: &mut Effect,
) {
    match effect {
        Effect::Veto(Veto { label, .. }) | Effect::Overflow(Overflow { label, .. }) => {
            label_ui(ui, form, name, 0.0, label)
        }
    }
    let before = matches!(effect, Effect::Veto(_));
    let mut is_veto = before;
    ui.horizontal_wrapped(|ui| {
        let look = format!("{name} {}", form.t("te-effect-kind"));
        narrow(ui, 120.0, |ui| {
            form.choice(
                ui,
                "kind",
                &look,
                &mut is_veto,
                &[(true, "te-effect-veto"), (false, "te-effect-overflow")],
            );
        });
        if is_veto != before {
            let (id, label) = (effect.id().clone(), effect.label().clone());
            *effect = match is_veto {
                true => Effect::Veto(Veto::blank(id, label)),
                false => Effect::Overflow(Overflow::blank(id, label)),
            };
            form.forget_drafts();
        }
        match effect {
            Effect::Veto(Veto { scope, .. }) | Effect::Overflow(Overflow { scope, .. }) => {
                scope_ui(ui, form, name, scope)
            }
        }
    });
    ui.horizontal_wrapped(|ui| match effect {
        Effect::Veto(Veto { consequence, exemptable, .. }) => {
            consequence_ui(ui, form, name, consequence);
            let words = form.t("te-exemptable");
            form.flag(ui, &words, exemptable);
        }
        Effect::Overflow(Overflow { when, take, .. }) => {
            let look = format!("{name} {}", form.t("te-when"));
            narrow(ui, 130.0, |ui| {
                let deducted = deductions.iter().map(|deduction| {
                    let words = Message::new("te-when-deducted").with("label", deduction.label());
                    (Trigger::Deducted(deduction.id().clone()), form.cx.text(&words))
                });
                let ticked = (Trigger::Ticked, form.t("te-when-ticked"));
                let exhausted = (Trigger::Exhausted, form.t("te-when-exhausted"));
                let choices: Vec<_> = [ticked, exhausted].into_iter().chain(deducted).collect();
                form.choose(ui, "when", &look, when, &choices);
            });
            take_ui(ui, form, name, when, take);
        }
    });
}

fn narrow(ui: &mut Ui, width: f32, body: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.set_max_width(width);
        body(ui);
    });
}

/// What it strikes: the indicator, its group, another group, the whole sheet.
fn scope_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, scope: &mut Scope) {
    let mut choices = vec![
        (Scope::Item, form.t("te-scope-item")),
        (Scope::Group, form.t("te-scope-group")),
        (Scope::Sheet, form.t("te-scope-sheet")),
    ];
    let template = form.cx.draft.template();
    for group in template.outline().groups() {
        if matches!(template.node(&group.id), Some(Node::Group(_))) {
            choices.push((Scope::Node(group.id.clone()), group.name.to_string()));
        }
    }
    // One that is not there any more is still shown as what it is.
    if let Scope::Node(id) = scope
        && choices.iter().all(|(choice, _)| *choice != Scope::Node(id.clone()))
    {
        choices.push((Scope::Node(id.clone()), id.to_string()));
    }
    let look = format!("{name} {}", form.t("te-scope"));
    narrow(ui, 140.0, |ui| form.choose(ui, "scope", &look, scope, &choices));
}

fn consequence_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, consequence: &mut Consequence) {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Zero,
        Cap,
        Grade,
        AtMost,
        Fail,
    }
    let before = match consequence {
        Consequence::Zero => Kind::Zero,
        Consequence::Cap(_) => Kind::Cap,
        Consequence::Grade(_) => Kind::Grade,
        Consequence::GradeAtMost(_) => Kind::AtMost,
        Consequence::Fail => Kind::Fail,
    };
    let mut kind = before;
    let choices = [
        (Kind::Zero, "te-consequence-zero"),
        (Kind::Cap, "te-consequence-cap"),
        (Kind::Grade, "te-consequence-grade"),
        (Kind::AtMost, "te-consequence-at-most"),
        (Kind::Fail, "te-consequence-fail"),
    ];
    let look = format!("{name} {}", form.t("te-consequence"));
    narrow(ui, 130.0, |ui| form.choice(ui, "consequence", &look, &mut kind, &choices));
    if kind != before {
        *consequence = match kind {
            Kind::Zero => Consequence::Zero,
            Kind::Cap => Consequence::Cap(Decimal::ZERO),
            Kind::Grade => Consequence::Grade("".into()),
            Kind::AtMost => Consequence::GradeAtMost("".into()),
            Kind::Fail => Consequence::Fail,
        };
    }
    match consequence {
        Consequence::Cap(points) => {
            let look = format!("{name} {}", form.t("te-most"));
            form.number(ui, "cap", &look, points);
        }
        Consequence::Grade(grade) | Consequence::GradeAtMost(grade) => {
            let look = format!("{name} {}", form.t("te-grade"));
            form.text(ui, "grade", &Look::text(&look, 80.0), grade);
        }
        Consequence::Zero | Consequence::Fail => {}
    }
}

fn take_ui(ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, when: &Trigger, take: &mut OverflowPoints) {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        OneOf,
        Excess,
        Each,
    }
    let before = match take {
        OverflowPoints::OneOf(_) => Kind::OneOf,
        OverflowPoints::Excess => Kind::Excess,
        OverflowPoints::Each(_) => Kind::Each,
    };
    let mut kind = before;
    let look = format!("{name} {}", form.t("te-take"));
    let each = matches!(when, Trigger::Deducted(_)) || kind == Kind::Each;
    let choices =
        [(Kind::OneOf, "te-take-points"), (Kind::Excess, "te-take-excess"), (Kind::Each, "te-take-each")];
    let choices = if each { choices.as_slice() } else { choices.get(..2).unwrap_or_default() };
    narrow(ui, 150.0, |ui| form.choice(ui, "take", &look, &mut kind, choices));
    if kind != before {
        *take = match kind {
            Kind::OneOf => OverflowPoints::OneOf(vec![Decimal::ONE]),
            Kind::Excess => OverflowPoints::Excess,
            Kind::Each => OverflowPoints::Each(Decimal::ONE),
        };
    }
    if let OverflowPoints::Each(points) = take {
        form.number(ui, "each", &look, points);
    }
    if let OverflowPoints::OneOf(list) = take {
        let names = Names { row: "te-take-row", add: "te-add-take" };
        let row = |ui: &mut Ui, form: &mut Form<'_, '_>, row: &str, points: &mut Decimal| {
            form.number(ui, "points", &format!("{name} {row}"), points);
        };
        ui.vertical(|ui| rows(ui, form, names, list, row, |_| Decimal::ONE));
    }
}
