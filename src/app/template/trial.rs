//! 试算: the rule of one indicator tried out, scored as an evaluation would be.

use crate::app::template::draft::TemplateDraft;
use crate::app::template::form::Form;
use crate::app::template::state::Trial;
use crate::app::template::state::{Cx, UiState};
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{Tokens, size};
use crate::app::widgets::{card, note, small, strong};
use crate::evaluation::{
    Edit, Evaluation, ExpectedInput, FundLine, Funds, InputKind, Inputs, LedgerRow, Role, Value, expected,
};
use crate::number::{fixed, parse, plain};
use crate::scoring::{ItemState, score};
use crate::template::{Entered, Id, Indicator, Ledger, Node, Severity, Template};
use crate::text::Explain as _;
use eframe::egui::{Label, Ui};
use rust_decimal::Decimal;
use std::sync::Arc;

pub(crate) fn trial_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    draft: &TemplateDraft,
    indicator: &Indicator,
) {
    let mut trial = ui_state.trials.get(&indicator.id).cloned().unwrap_or_default();
    card(ui, &cx.t("te-trial"), &cx.t("te-trial-aside"), |ui| {
        if draft.problems_of(Some(&indicator.id)).any(|problem| problem.severity == Severity::Error) {
            let tokens = Tokens::of(ui);
            note(ui, tokens.caution, tokens.caution_soft, &cx.t("te-trial-errors"));
            return;
        }
        let template = alone(draft.template(), indicator);
        let path = format!("trial/{}", indicator.id);
        let mut form = Form::new(cx, ui_state, &path, &[]);
        for input in expected(indicator, template.rounding.step) {
            input_ui(ui, &mut form, &input, &mut trial.inputs);
        }
        if uses_funds(indicator) {
            funds_ui(ui, &mut form, &mut trial.funds);
        }
        if let Some(ledger) = &indicator.rule.ledger {
            form.within("ledger", |form| rows_ui(ui, form, ledger, &mut trial.ledger));
        }
        result_ui(ui, cx, &template, &trial);
    });
    ui_state.trials.insert(indicator.id.clone(), trial);
}

/// A template of this indicator alone.
fn alone(template: &Template, indicator: &Indicator) -> Template {
    let mut only = template.clone();
    only.points = indicator.points;
    only.combine = crate::template::Combine::Sum;
    only.cap = crate::template::TotalCap::Unlimited;
    only.nodes = vec![Node::Indicator(indicator.clone())];
    only.outlined()
}

fn uses_funds(indicator: &Indicator) -> bool {
    // The award may stand among alternatives.
    format!("{:?}", indicator.rule.award).contains("Funds(")
}

/// An evaluation that holds what of the trial the rule takes.
fn evaluation(template: &Template, trial: &Trial) -> Evaluation {
    let mut evaluation = Evaluation::new(template);
    let [annual_budget, received, executed] = trial.funds;
    let line = FundLine { annual_budget, received, executed, ..FundLine::default() };
    evaluation.funds = Arc::new(Funds { lines: vec![line], ..Funds::default() });
    let Some(indicator) = template.indicators().next() else { return evaluation };
    for (key, value) in &trial.inputs {
        let inputs = vec![(key.clone(), Some(value.clone()))];
        let edit = Edit::SetInputs { item: indicator.id.clone(), inputs };
        // What was entered for the rule as it was before may not fit any more.
        if let Ok(next) = evaluation.apply(template, &edit) {
            evaluation = next;
        }
    }
    if let Some(ledger) = &indicator.rule.ledger {
        let known = |row: &&LedgerRow| ledger.kind(&row.kind).is_some();
        let rows = trial.ledger.iter().filter(known).cloned().map(Arc::new).collect();
        Arc::make_mut(evaluation.items.entry(indicator.id.clone()).or_default()).ledger = rows;
    }
    evaluation
}

fn result_ui(ui: &mut Ui, cx: &Cx<'_>, template: &Template, trial: &Trial) {
    let tokens = Tokens::of(ui);
    let card = score(template, &evaluation(template, trial));
    let Some(item) = card.items.first() else { return };
    ui.separator();
    ui.horizontal(|ui| {
        ui.label(small(&cx.t("te-trial-score"), tokens.ink_soft));
        let score = item.score.map_or_else(|| "—".to_owned(), |score| fixed(score, card.item_decimals));
        ui.label(strong(&score).size(size::HEADING)).widget_info(|| {
            let words = format!("{} {score}", cx.t("te-trial-score"));
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, words)
        });
        ui.label(small(&format!("/ {}", plain(item.points)), tokens.ink_faint));
    });
    match &item.state {
        ItemState::Scored => {
            let lost = item.deduction.is_some_and(|points| points > Decimal::ZERO);
            let (ink, fill) = match lost {
                true => (tokens.deduction, tokens.deduction_soft),
                false => (tokens.good, tokens.good_soft),
            };
            note(ui, ink, fill, &item.derivation.text(cx.lang(), item.score, card.item_decimals));
        }
        ItemState::Unscored(waiting) => {
            note(ui, tokens.ink_soft, tokens.paper, &cx.t(waiting.key()));
        }
        state @ (ItemState::Compared { .. } | ItemState::NoInformation) => {
            note(ui, tokens.ink_soft, tokens.paper, &cx.t(&format!("state-{}", state.name())));
        }
        ItemState::NotApplicable { reason } => {
            note(ui, tokens.ink_soft, tokens.paper, &reason.text(cx.lang()));
        }
    }
}

/// The control of one input, from what it may hold.
fn input_ui(ui: &mut Ui, form: &mut Form<'_, '_>, input: &ExpectedInput, inputs: &mut Inputs) {
    let caption = caption(form, input);
    let name = format!("{} {caption}", form.t("te-trial"));
    match &input.kind {
        InputKind::Flag => {
            let mut on = matches!(inputs.get(&input.key), Some(Value::Flag(true)));
            if ui.checkbox(&mut on, &caption).accessible_name(&name).changed() {
                inputs.insert(input.key.clone(), Value::Flag(on));
            }
        }
        InputKind::Choice(choices) => {
            if !input.label.is_empty() {
                ui.add(Label::new(&caption).wrap());
            }
            for (id, label) in choices {
                let words =
                    if label.is_empty() { form.t(&format!("te-answer-{id}")) } else { label.to_string() };
                let on = matches!(inputs.get(&input.key), Some(Value::Choice(chosen)) if chosen == id);
                let name = format!("{name} {words}");
                if ui.radio(on, &words).accessible_name(&name).clicked() {
                    inputs.insert(input.key.clone(), Value::Choice(id.clone()));
                }
            }
        }
        InputKind::Number { unit, limits } => {
            let mut number = match inputs.get(&input.key) {
                Some(Value::Number(number)) => Some(*number),
                _ => None,
            };
            form.row(ui, &caption, |form, ui| {
                ui.horizontal(|ui| {
                    form.optional(ui, &input.key, &name, &mut number);
                    ui.label(small(unit, Tokens::of(ui).ink_faint));
                });
                if let Some(Err(error)) = number.map(|number| limits.check(number)) {
                    let words = small(&error.message().full(form.cx.lang()), Tokens::of(ui).deduction);
                    ui.add(Label::new(words).wrap());
                }
            });
            set(inputs, input, number.map(Value::Number));
        }
        InputKind::List(_) => {
            let list = match inputs.get(&input.key) {
                Some(Value::List(list)) => list.as_slice(),
                _ => &[],
            };
            let mut text = list.iter().map(|number| plain(*number)).collect::<Vec<_>>().join(" ");
            form.row(ui, &caption, |form, ui| {
                form.string(ui, &input.key, &Look::text(&name, 150.0), &mut text)
            });
            let words = text.split([' ', '、', '，', ',', ';', '；']).filter(|word| !word.trim().is_empty());
            let list: Vec<Decimal> = words.filter_map(|word| parse(word).ok()).collect();
            set(inputs, input, (!list.is_empty()).then_some(Value::List(list)));
        }
        InputKind::Text => {
            let mut text = match inputs.get(&input.key) {
                Some(Value::Text(text)) => text.clone(),
                _ => String::new(),
            };
            form.row(ui, &caption, |form, ui| {
                form.string(ui, &input.key, &Look::text(&name, 150.0), &mut text)
            });
            set(inputs, input, (!text.is_empty()).then_some(Value::Text(text)));
        }
    }
}

fn set(inputs: &mut Inputs, input: &ExpectedInput, value: Option<Value>) {
    match value {
        Some(value) => drop(inputs.insert(input.key.clone(), value)),
        None => drop(inputs.remove(&input.key)),
    }
}

/// The template's own words, and what of them is meant.
fn caption(form: &Form<'_, '_>, input: &ExpectedInput) -> String {
    let role = match input.role {
        Role::Points => "te-role-points",
        Role::Deducted | Role::OverflowPoints => "te-role-deducted",
        Role::Count => "te-role-count",
        Role::Exempt => "te-role-exempt",
        Role::NothingInLedger => "te-role-nothing",
        Role::Exemption => "te-role-exemption",
        Role::Expected => "te-role-expected",
        Role::Reached => "te-role-reached",
        Role::Met => "te-role-met",
        Role::PartShare => "te-role-share",
        Role::Target if !input.label.is_empty() && input.key.contains('/') => "te-of-target",
        Role::Actual if !input.label.is_empty() && input.key.contains('/') => "te-of-actual",
        _ => "",
    };
    match (&*input.label, role) {
        ("", "") => form.t("te-trial-choose"),
        (label, "") => label.to_owned(),
        ("", role) => form.t(role),
        (label, role) => format!("{label} {}", form.t(role)),
    }
}

fn funds_ui(ui: &mut Ui, form: &mut Form<'_, '_>, funds: &mut [Option<Decimal>; 3]) {
    for (key, amount) in ["funds-annual-budget", "funds-received", "funds-executed"].into_iter().zip(funds) {
        let caption = form.t(key);
        let name = format!("{} {caption}", form.t("te-trial"));
        form.row(ui, &caption, |form, ui| form.optional(ui, key, &name, amount));
    }
}

fn rows_ui(ui: &mut Ui, form: &mut Form<'_, '_>, ledger: &Ledger, rows: &mut Vec<LedgerRow>) {
    let kinds: Vec<(Id, String)> =
        ledger.kinds.iter().map(|kind| (kind.id.clone(), kind.label.to_string())).collect();
    let names = crate::app::template::table::Names { row: "te-trial-row", add: "te-add-trial-row" };
    let row = |ui: &mut Ui, form: &mut Form<'_, '_>, name: &str, row: &mut LedgerRow| {
        let look = format!("{} {name} {}", form.t("te-trial"), form.t("te-kind"));
        form.choose(ui, "kind", &look, &mut row.kind, &kinds);
        let entered = ledger.kind(&row.kind).map(|kind| kind.worth.entered());
        let key = match entered {
            Some(Entered::Points) => "te-points",
            Some(Entered::Money) => "te-money",
            _ => "te-role-count",
        };
        let look = format!("{} {name} {}", form.t("te-trial"), form.t(key));
        match entered {
            Some(Entered::Points) => form.optional(ui, "points", &look, &mut row.points),
            Some(Entered::Money) => form.optional(ui, "money", &look, &mut row.money),
            _ => form.number(ui, "count", &look, &mut row.count),
        }
        for factor in &ledger.factors {
            let mut on = row.factors.contains(&factor.id);
            let before = on;
            form.flag(ui, &factor.label, &mut on);
            match (before, on) {
                (true, false) => row.factors.retain(|id| *id != factor.id),
                (false, true) => row.factors.push(factor.id.clone()),
                _ => {}
            }
        }
    };
    let first = kinds.first().map(|(id, _)| id.clone()).unwrap_or_else(|| "".into());
    crate::app::template::table::rows(ui, form, names, rows, row, |_| LedgerRow {
        kind: first,
        ..LedgerRow::default()
    });
}
