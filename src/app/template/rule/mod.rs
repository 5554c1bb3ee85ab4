//! The form of a rule (评分规则): how points are earned, what is taken away, what reaches beyond the indicator.

mod award;
mod effects;
mod ledger;
mod measure;
mod other;
mod parts;

pub(crate) use award::bands_ui;

use crate::app::template::form::Form;
use crate::template::{Award, Deduction, Id, Ledger, Measure, Parts, RangeDeduction, Risks, Rule, SubSheets};
use eframe::egui::Ui;
use rust_decimal::Decimal;

/// All fields of a rule whose indicator has that many points.
pub(crate) fn rule_ui(ui: &mut Ui, form: &mut Form<'_, '_>, points: Decimal, rule: &mut Rule) {
    // New parts get ids that nothing in the rule has.
    let before = rule.clone();
    award::award_ui(ui, form, points, &mut rule.award, &before);
    if matches!(rule.award, Award::Full) && before.award != Award::Full && rule.deductions.is_empty() {
        rule.deductions.push(Deduction::Between(RangeDeduction::blank("deduction-1".into(), "".into())));
        rule.floor = Some(Decimal::ZERO);
    }
    ui.separator();
    parts::deductions_ui(ui, form, rule, &before);
    bounds_ui(ui, form, rule);
    ui.separator();
    parts::gates_ui(ui, form, rule, &before);
    effects::effects_ui(ui, form, rule, &before);
    ledger_ui(ui, form, rule);
}

fn bounds_ui(ui: &mut Ui, form: &mut Form<'_, '_>, rule: &mut Rule) {
    for (key, value) in [("te-floor", &mut rule.floor), ("te-ceiling", &mut rule.ceiling)] {
        let name = form.t(key);
        form.row(ui, &name, |form, ui| form.optional(ui, key, &name, value));
    }
}

/// Whether there is a ledger behind the rule, and what it records.
fn ledger_ui(ui: &mut Ui, form: &mut Form<'_, '_>, rule: &mut Rule) {
    let mut has = rule.ledger.is_some();
    let name = form.t("te-ledger");
    form.flag(ui, &name, &mut has);
    match (has, &mut rule.ledger) {
        (false, ledger) => *ledger = None,
        (true, Some(ledger)) => form.within("ledger", |form| ledger::ledger_ui(ui, form, ledger)),
        (true, empty) => *empty = Some(Ledger::blank()),
    }
}

/// Ids of the parts whose rows show their own problems.
pub(crate) fn rows_with_problems(rule: &Rule) -> Vec<Id> {
    let mut ids: Vec<Id> = rule.deductions.iter().map(|deduction| deduction.id().clone()).collect();
    ids.extend(rule.gates.iter().map(|gate| gate.id.clone()));
    ids.extend(rule.effects.iter().map(|effect| effect.id().clone()));
    match &rule.award {
        Award::Parts(Parts { parts, .. }) => ids.extend(parts.iter().map(|part| part.id.clone())),
        Award::OneOf { options } => ids.extend(options.iter().map(|option| option.id.clone())),
        _ => {}
    }
    match rule.award.measure() {
        Some(Measure::Survey { options }) => ids.extend(options.iter().map(|option| option.id.clone())),
        Some(Measure::Passes { rows }) => ids.extend(rows.iter().map(|row| row.id.clone())),
        Some(Measure::SubSheets(SubSheets { sheets, .. })) => {
            ids.extend(sheets.iter().map(|sheet| sheet.id.clone()))
        }
        Some(Measure::Risks(Risks { risks, .. })) => ids.extend(risks.iter().map(|risk| risk.id.clone())),
        _ => {}
    }
    ids
}
