//! An entry in words: what would be lost with it.

use crate::evaluation::{Applicability, InputKind, ItemEntry, LedgerRow, RemedyField, Value, expected};
use crate::number::plain;
use crate::template::Indicator;
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;

/// Everything that was typed or chosen, each with what it belongs to.
pub(super) fn of_entry(lang: Lang, indicator: Option<&Indicator>, entry: &ItemEntry) -> Vec<String> {
    let mut words = of_score(lang, indicator, entry);
    let remedy = RemedyField::ALL.map(|field| (field.label_key(), entry.remedy.get(field)));
    for (key, text) in [
        ("reason-title", entry.reason.as_str()),
        ("remark-title", entry.remark.as_str()),
        ("evidence-note", entry.evidence_note.as_str()),
    ]
    .into_iter()
    .chain(remedy)
    {
        if !text.is_empty() {
            words.push(format!("{} {text}", tr(lang, key)));
        }
    }
    words
}

/// What the score came from, the state and the override among it.
pub(super) fn of_score(lang: Lang, indicator: Option<&Indicator>, entry: &ItemEntry) -> Vec<String> {
    let mut words = of_inputs(lang, indicator, entry);
    words.extend(of_ledger(indicator, entry));
    words.extend(of_state(lang, entry));
    words.extend(of_override(lang, entry));
    words.extend(of_edges(lang, entry));
    words
}

pub(super) fn of_inputs(lang: Lang, indicator: Option<&Indicator>, entry: &ItemEntry) -> Vec<String> {
    let known = indicator.map(|indicator| expected(indicator, Decimal::ZERO)).unwrap_or_default();
    let word = |(key, value): (&crate::evaluation::InputKey, &Value)| {
        let input = known.iter().find(|input| input.key == *key);
        let label = input.map(|input| &*input.label).filter(|label| !label.is_empty()).unwrap_or(key);
        let text = match value {
            Value::Flag(true) => tr(lang, "migrate-yes"),
            Value::Flag(false) => tr(lang, "migrate-no"),
            Value::Number(number) => plain(*number),
            Value::List(list) => list.iter().map(|number| plain(*number)).collect::<Vec<_>>().join("、"),
            Value::Text(text) => text.clone(),
            Value::Choice(choice) => {
                let options = match input.map(|input| &input.kind) {
                    Some(InputKind::Choice(options)) => options.as_slice(),
                    _ => &[],
                };
                let option = options.iter().find(|(id, label)| id == choice && !label.is_empty());
                option.map_or_else(|| choice.to_string(), |(_, label)| label.to_string())
            }
        };
        format!("{label} {text}")
    };
    entry.inputs.iter().map(word).collect()
}

pub(super) fn of_ledger(indicator: Option<&Indicator>, entry: &ItemEntry) -> Vec<String> {
    let ledger = indicator.and_then(|indicator| indicator.rule.ledger.as_ref());
    let row = |row: &LedgerRow| {
        let kind = ledger.and_then(|ledger| ledger.kind(&row.kind)).map_or(&row.kind, |kind| &kind.label);
        let numbers = [Some(row.count), row.points, row.money].into_iter().flatten().map(plain);
        let texts = [&row.date, &row.object, &row.fault, &row.handled, &row.confirmed_by, &row.matter];
        let texts = texts.into_iter().cloned().chain([kind.to_string()]).chain(numbers);
        let texts = texts.chain(row.factors.iter().map(ToString::to_string)).chain(row.exempt.clone());
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    entry.ledger.iter().map(|entered| row(entered)).collect()
}

pub(super) fn of_state(lang: Lang, entry: &ItemEntry) -> Option<String> {
    match &entry.applicability {
        Applicability::Applicable => None,
        Applicability::NoInformation => Some(tr(lang, "state-no-information")),
        Applicability::NotApplicable { reason } => {
            Some(format!("{} {reason}", tr(lang, "state-not-applicable")))
        }
    }
}

pub(super) fn of_override(lang: Lang, entry: &ItemEntry) -> Option<String> {
    let to = entry.overriding.as_ref()?;
    let words = Message::new("migrate-override").with("score", plain(to.score)).with("reason", &to.reason);
    Some(words.text(lang))
}

pub(super) fn of_edges(lang: Lang, entry: &ItemEntry) -> Option<String> {
    let edges = entry.band_edges.as_ref()?;
    let edges: Vec<String> = edges.iter().map(|edge| plain(*edge)).collect();
    Some(Message::new("migrate-edges").with("edges", edges.join("、")).text(lang))
}
