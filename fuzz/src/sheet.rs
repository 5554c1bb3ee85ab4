//! What must hold of every sheet, however it came about.

use crate::equations::{Verdict, judge};
use jiping::checks::{findings, refind};
use jiping::evaluation::{Applicability, Evaluation, InputKey, InputKind, Tailoring, Value, expected};
use jiping::number::{Limits, round};
use jiping::overview::Overview;
use jiping::scoring::{ItemState, Scorecard, rescore, score, workings};
use jiping::template::{Combine, Order, Template};
use jiping::text::{Explain, Lang};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A refusal has words, in both languages.
pub fn explain(refusal: &impl Explain) {
    for lang in Lang::ALL {
        assert!(!refusal.message().full(lang).trim().is_empty());
    }
}

/// Scores, says everything that can be said of it, and checks that it adds up.
pub fn examine(template: &Template, evaluation: &Evaluation) -> Scorecard {
    let card = score(template, evaluation);
    adds_up(template, &card);
    let found = findings(template, evaluation, &card);
    say(template, &card);
    found.iter().for_each(explain);

    // What is scored anew after a change is what is scored from nothing, there and back.
    let blank = Evaluation::new(template);
    let first = score(template, &blank);
    let (mut again, mut found_again) = (first.clone(), findings(template, &blank, &first));
    let rescored = rescore(&mut again, template, &blank, evaluation);
    assert_eq!(again, card, "scored anew");
    refind(&mut found_again, template, &blank, evaluation, &again, &rescored);
    assert_eq!(found_again, found, "checked anew");
    rescore(&mut again, template, evaluation, &blank);
    assert_eq!(again, first, "scored back");

    let overview = Overview::of(template, evaluation, &card);
    assert_eq!(overview.progress.1, card.items.len());
    card
}

fn say(template: &Template, card: &Scorecard) {
    // One language a sheet: words take most of the time.
    let lang = if card.progress.scored.is_multiple_of(2) { Lang::Chinese } else { Lang::English };
    for item in &card.items {
        assert!(!item.derivation.text(lang, item.score, card.item_decimals).trim().is_empty());
        item.causes.iter().for_each(|cause| drop(cause.label.text(lang)));
    }
    drop(card.losses());
    card.strikes().for_each(|cause| drop(cause.cause.label.text(lang)));
    card.written(card.sum);
    for scope in (0..card.groups.len()).map(Some).chain([None]) {
        drop(workings(template, card, scope).map(|workings| workings.text(lang)));
    }
}

fn sum(values: impl IntoIterator<Item = Decimal>) -> Decimal {
    values.into_iter().fold(Decimal::ZERO, Decimal::saturating_add)
}

fn adds_up(template: &Template, card: &Scorecard) {
    assert_eq!(card.items.len(), template.outline().len());
    let mut progress = jiping::scoring::Progress::default();
    for (item, indicator) in card.items.iter().zip(template.indicators()) {
        assert_eq!(item.id, indicator.id);
        progress.all += 1;
        match item.state {
            ItemState::Scored | ItemState::Compared { .. } => progress.scored += 1,
            ItemState::Unscored(_) => progress.unscored += 1,
            ItemState::NoInformation => progress.no_information += 1,
            ItemState::NotApplicable { .. } => progress.not_applicable += 1,
        }
        let Some(score) = item.score else {
            assert_eq!(item.deduction, None, "{}", item.id);
            continue;
        };
        assert_eq!(item.deduction, Some(item.points.saturating_sub(score)), "{}", item.id);
        let taken = sum(item.causes.iter().map(|cause| cause.points));
        assert_eq!(item.points.saturating_sub(taken), score, "the causes of {}", item.id);
        if template.rounding.order == Order::RoundThenAdd {
            assert_eq!(round(score, template.rounding.item_decimals), score, "{} as printed", item.id);
        }
    }
    assert_eq!(progress, card.progress);
    assert_eq!(round(card.total, card.total_decimals), card.total);
    if matches!(template.combine, Combine::Sum | Combine::EqualSplit(_)) {
        total_is_as_printed(template, card);
    }
    let numbers = card.attachments.iter().map(|file| file.number);
    assert!(numbers.eq(1..=card.attachments.len()));
}

/// Σ of the top level − 追加扣除, 封顶, 否决 = 合计, where nothing is weighed or scaled.
fn total_is_as_printed(template: &Template, card: &Scorecard) {
    let outline = template.outline();
    let on_top = card.items.iter().zip(outline.leaves()).filter(|(_, leaf)| leaf.group.is_none());
    let on_top = on_top.filter_map(|(item, _)| item.score);
    let added = sum(on_top.chain(card.sections(template).map(|group| group.score)));
    if card.scaling.is_none() && card.progress.not_applicable == 0 {
        assert_eq!(card.sum, added, "the top level");
        let left = card.sum.saturating_sub(sum(card.causes.iter().map(|cause| cause.points)));
        // Causes of a sheet that is rounded at its end are themselves rounded.
        let difference = left.saturating_sub(card.total).abs();
        assert!(difference <= Decimal::new(1, card.total_decimals), "{left} is printed as {}", card.total);
    }
}

/// Every equation of the derivations is true as it is printed. Of what was entered by edits alone: a file may hold
/// numbers that no edit lets in, and words of the evaluator may look like equations.
pub fn examine_equations(template: &Template, evaluation: &Evaluation, card: &Scorecard) {
    let mut verdict = Verdict::default();
    for item in &card.items {
        let has_words = evaluation.item(&item.id).is_some_and(|entry| {
            entry.overriding.is_some()
                || matches!(entry.applicability, Applicability::NotApplicable { .. })
                // Labels of options, such as “4 小时内到场”.
                || entry.inputs.values().any(|value| matches!(value, Value::Text(_) | Value::Choice(_)))
        });
        if !has_words {
            judge(&item.derivation.text(Lang::Chinese, item.score, card.item_decimals), &mut verdict);
        }
    }
    // The names of indicators of one's own are words too.
    if *evaluation.tailoring == Tailoring::default() {
        for scope in (0..card.groups.len()).map(Some).chain([None]) {
            if let Some(workings) = workings(template, card, scope) {
                judge(&workings.text(Lang::Chinese), &mut verdict);
            }
        }
    }
    assert!(verdict.wrong.is_empty(), "{:?}", verdict.wrong);
}

/// An evaluation in which every input has a value that it may have: the greatest, or the least.
pub fn filled(template: &Template, greatest: bool) -> Evaluation {
    let mut evaluation = Evaluation::new(template);
    for indicator in template.indicators() {
        let inputs = expected(indicator, template.rounding.step);
        let inputs = inputs.into_iter().map(|input| (input.key, value(&input.kind, greatest)));
        let inputs: Vec<(InputKey, Value)> = inputs.filter_map(|(key, value)| Some((key, value?))).collect();
        let entry = Arc::make_mut(evaluation.items.entry(indicator.id.clone()).or_default());
        entry.inputs.extend(inputs);
    }
    evaluation
}

fn value(kind: &InputKind, greatest: bool) -> Option<Value> {
    let number = |limits: &Limits| {
        let (least, most) = (limits.min.unwrap_or_default(), limits.max.unwrap_or(Decimal::ONE_THOUSAND));
        if greatest && !limits.below_max { most } else { least }
    };
    Some(match kind {
        InputKind::Flag => Value::Flag(greatest),
        InputKind::Choice(options) => {
            let option = if greatest { options.first() } else { options.last() };
            Value::Choice(option?.0.clone())
        }
        InputKind::Number { limits, .. } => Value::Number(number(limits)),
        InputKind::List(limits) => Value::List(vec![number(limits); 3]),
        InputKind::Text => Value::Text(if greatest { "≥95%" } else { "" }.to_owned()),
    })
}
