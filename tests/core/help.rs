//! Small templates as text, and what their one indicator scores.

use jiping::evaluation::{Edit, EditError, Evaluation, FundField, InputKey, Value};
use jiping::number::fixed;
use jiping::scoring::{ItemScore, Scorecard, score};
use jiping::template::{Template, read};
use jiping::text::{Explain as _, Lang};
use rust_decimal::Decimal;
use std::str::FromStr as _;

pub(crate) const GRADES: &str = r#"grades: [
    (name: "优", from: "90"), (name: "良", from: "80"), (name: "中", from: "60"), (name: "差", from: "0"),
  ],"#;

pub(crate) fn dec(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

/// A template of one line per node; `settings` are further fields of the template.
pub(crate) fn template_text(points: &str, settings: &str, nodes: &str) -> String {
    format!(
        "(\n  format: 1, id: \"test\", version: \"1\", title: \"表\",\n  points: \"{points}\",\n  {settings}\n  nodes: [\n{nodes}\n  ],\n)\n"
    )
}

/// `Indicator` called `id`, its name being the id too.
pub(crate) fn indicator(id: &str, points: &str, rule: &str) -> String {
    format!(
        "    Indicator(id: \"{id}\", name: \"{id}\", points: \"{points}\", standard: \"\", rule: {rule}),"
    )
}

pub(crate) fn free(id: &str, points: &str) -> String {
    indicator(id, points, "(award: Free(step: \"0.01\"))")
}

pub(crate) fn template(points: &str, settings: &str, nodes: &str) -> Template {
    let text = template_text(points, settings, nodes);
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{}\n{text}", error.message().full(Lang::Chinese)))
}

/// A template of one indicator "x" with this rule.
pub(crate) fn of_rule(points: &str, rule: &str) -> Template {
    template(points, GRADES, &indicator("x", points, rule))
}

pub(crate) fn rate(direction: &str) -> String {
    format!(
        "(award: Rate(measure: Entered(target: \"目标\", actual: \"实际\", rate: \"率\"), direction: {direction}))"
    )
}

pub(crate) fn number(text: &str) -> Value {
    Value::Number(dec(text))
}

pub(crate) fn choice(id: &str) -> Value {
    Value::Choice(id.into())
}

pub(crate) fn inputs(item: &str, values: &[(&str, Value)]) -> Edit {
    let one = |(key, value): &(&str, Value)| (InputKey::from(*key), Some(value.clone()));
    Edit::SetInputs { item: item.into(), inputs: values.iter().map(one).collect() }
}

pub(crate) fn amount(line: usize, field: FundField, amount: &str) -> Edit {
    Edit::SetFundAmount { line, field, amount: Some(dec(amount)) }
}

/// The evaluation after all these edits.
pub(crate) fn edited(template: &Template, edits: &[Edit]) -> Evaluation {
    edits.iter().fold(Evaluation::new(template), |evaluation, edit| {
        evaluation.apply(template, edit).unwrap_or_else(|error| panic!("{edit:?}: {error}"))
    })
}

pub(crate) fn card(template: &Template, edits: &[Edit]) -> Scorecard {
    score(template, &edited(template, edits))
}

/// What "x" scores by `rule` with these inputs.
pub(crate) fn item(points: &str, rule: &str, values: &[(&str, Value)]) -> ItemScore {
    let template = of_rule(points, rule);
    let mut card = card(&template, &[inputs("x", values)]);
    card.items.remove(0)
}

/// Its score with two decimals, "—" where it has none.
pub(crate) fn points(points: &str, rule: &str, values: &[(&str, Value)]) -> String {
    shown(&item(points, rule, values))
}

pub(crate) fn shown(item: &ItemScore) -> String {
    item.score.map_or_else(|| "—".to_owned(), |score| fixed(score, 2))
}

pub(crate) fn refusal(template: &Template, edit: &Edit) -> EditError {
    match Evaluation::new(template).apply(template, edit) {
        Err(error) => error,
        Ok(_) => panic!("accepted: {edit:?}"),
    }
}
