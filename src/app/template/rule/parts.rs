//! What is taken away (扣分情形), and what must be met for anything to be earned (关键要素).

use crate::app::template::form::Form;
use crate::app::template::rule::award::steps_ui;
use crate::app::template::rule::measure::measure_ui;
use crate::app::template::table::{Names, rows};
use crate::app::template::words::label_ui;
use crate::app::widgets::small;
use crate::app::widgets::theme::Tokens;
use crate::template::{
    Deduction, EachDeduction, Gate, Id, Label, LedgerDeduction, RangeDeduction, Rule, StepsDeduction,
    fresh_part_id,
};
use eframe::egui::Ui;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Between,
    Each,
    Ledger,
    Steps,
}

pub(crate) fn deductions_ui(ui: &mut Ui, form: &mut Form<'_, '_>, rule: &mut Rule, before: &Rule) {
    ui.label(small(&form.t("te-deductions"), Tokens::of(ui).ink_soft));
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, deduction: &mut Deduction| {
        deduction_ui(ui, form, name, deduction, before);
        form.problems_at(ui, deduction.id());
    };
    let new = |_: &[Deduction]| {
        Deduction::Between(RangeDeduction::blank(fresh_part_id(before, "deduction"), "".into()))
    };
    let names = Names { row: "te-deduction", add: "te-add-deduction" };
    rows(ui, form, names, &mut rule.deductions, row, new);
}

fn deduction_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    name: &str,
    deduction: &mut Deduction,
    before_rule: &Rule,
) {
    let before = match deduction {
        Deduction::Between(_) => Kind::Between,
        Deduction::Each(_) => Kind::Each,
        Deduction::Ledger(_) => Kind::Ledger,
        Deduction::Steps(_) => Kind::Steps,
    };
    let mut kind = before;
    match deduction {
        Deduction::Between(RangeDeduction { label, .. })
        | Deduction::Each(EachDeduction { label, .. })
        | Deduction::Ledger(LedgerDeduction { label, .. })
        | Deduction::Steps(StepsDeduction { label, .. }) => {
            label_ui(ui, form, name, 0.0, label);
        }
    }
    ui.horizontal_wrapped(|ui| {
        let choices = [
            (Kind::Between, "te-deduction-between"),
            (Kind::Each, "te-deduction-each"),
            (Kind::Ledger, "te-deduction-ledger"),
            (Kind::Steps, "te-deduction-steps"),
        ];
        let look = format!("{name} {}", form.t("te-deduction-kind"));
        ui.scope(|ui| {
            ui.set_max_width(130.0);
            form.choice(ui, "kind", &look, &mut kind, &choices);
        });
        if kind != before {
            *deduction = of_kind(kind, deduction.id().clone(), deduction.label().clone());
            form.forget_drafts();
        }
        let look = |form: &Form<'_, '_>, key: &str| format!("{name} {}", form.t(key));
        match deduction {
            Deduction::Between(RangeDeduction { from, to, .. }) => {
                let (low, high) = (look(form, "te-from"), look(form, "te-to"));
                form.number(ui, "from", &low, from);
                ui.label("–");
                form.number(ui, "to", &high, to);
                ui.label(form.t("unit-points"));
            }
            Deduction::Each(EachDeduction { points, cap, .. }) => {
                let (each, most) = (look(form, "te-points"), look(form, "te-most"));
                form.number(ui, "points", &each, points);
                ui.label(form.t("unit-points"));
                ui.label(form.t("te-most"));
                form.optional(ui, "cap", &most, cap);
            }
            Deduction::Ledger(LedgerDeduction { cap, .. }) | Deduction::Steps(StepsDeduction { cap, .. }) => {
                let most = look(form, "te-most");
                ui.label(form.t("te-most"));
                form.optional(ui, "cap", &most, cap);
            }
        }
    });
    if let Deduction::Steps(StepsDeduction { measure, steps, .. }) = deduction {
        let is_share = measure.is_share();
        measure_ui(ui, form, measure, before_rule);
        steps_ui(ui, form, steps, is_share);
    }
}

fn of_kind(kind: Kind, id: Id, label: Label) -> Deduction {
    match kind {
        Kind::Between => Deduction::Between(RangeDeduction::blank(id, label)),
        Kind::Each => Deduction::Each(EachDeduction::blank(id, label)),
        Kind::Ledger => Deduction::Ledger(LedgerDeduction::blank(id, label)),
        Kind::Steps => Deduction::Steps(StepsDeduction::blank(id, label)),
    }
}

pub(crate) fn gates_ui(ui: &mut Ui, form: &mut Form<'_, '_>, rule: &mut Rule, before: &Rule) {
    ui.label(small(&form.t("te-gates"), Tokens::of(ui).ink_soft));
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, gate: &mut Gate| {
        label_ui(ui, form, name, 0.0, &mut gate.label);
        form.problems_at(ui, &gate.id);
    };
    let new = |_: &[Gate]| Gate { id: fresh_part_id(before, "gate"), label: "".into() };
    rows(ui, form, Names { row: "te-gate", add: "te-add-gate" }, &mut rule.gates, row, new);
}
