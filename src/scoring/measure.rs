//! Where the number of a rule comes from, worked out exactly.

use super::around::Around;
use super::card::{Source, Waiting};
use super::funds;
use super::inputs::Inputs;
use super::ledger_entry as ledger;
use super::measured::{Measured, NoNumber, Reading};
use super::other::Other;
use crate::evaluation::{ItemEntry, LONGEST_LIST, input};
use crate::number::exact::{self, Exact, exact, fraction};
use crate::template::{
    AnswerOption, Best, Deviation, EnteredRate, ExemptFrom, Indicator, LedgerSum, Measure, MeasuredNumber,
    OtherIndicator, Panel, PanelMean, PassRow, PeerYield, Peers, RiskYield, Risks, SubSheets, Takes,
};
use num_traits::Signed as _;
use rust_decimal::Decimal;

/// What a measure may look at.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub indicator: &'a Indicator,
    pub around: Around<'a>,
    /// The most that the award can earn.
    pub top: Decimal,
    /// Decimals of amounts of points.
    pub decimals: u32,
}

pub(super) fn measured(
    cx: Context<'_>,
    measure: &Measure,
    inputs: &Inputs<'_>,
) -> Result<Measured, NoNumber> {
    match measure {
        Measure::Entered(names) => entered(inputs, names),
        Measure::Funds(rate) => {
            let (numerator, denominator) = funds::fraction(cx.around.funds, *rate).ok_or(Waiting::Funds)?;
            let reading = Reading::Pair { target: denominator, actual: numerator };
            Ok(Measured { reading, source: Source::Funds { rate: *rate, numerator, denominator } })
        }
        Measure::Number(measured) => number(inputs, measured),
        Measure::Deviation(measured) => deviation(inputs, measured),
        Measure::Survey { options } => survey(inputs, options),
        Measure::Panel(measured) => panel(inputs, measured, cx.top),
        Measure::Passes { rows } => passes(inputs, rows),
        Measure::SubSheets(measured) => sub_sheets(inputs, measured),
        Measure::Peers(measured) => peers(inputs, measured),
        Measure::Risks(measured) => conformity(inputs, measured),
        Measure::Other(taken) => of_other(cx, taken),
        Measure::Ledger(sum) => {
            let score = ledger::of_entry(cx.indicator, inputs.entry, cx.decimals)?;
            let detail = cx.indicator.rule.ledger.as_ref().map(|ledger| ledger::detail(ledger, &score));
            let detail = detail.unwrap_or_default();
            let number = match sum {
                LedgerSum::Count => score.total.count,
                LedgerSum::Points => score.total.points,
                LedgerSum::Money => score.total.money,
            };
            Ok(Measured::number(exact(number), Source::Ledger { sum: *sum, number, detail: detail.into() }))
        }
    }
}

/// 取自另一指标.
fn of_other(cx: Context<'_>, taken: &OtherIndicator) -> Result<Measured, NoNumber> {
    let other = Other::of(&cx.around, taken)?;
    let (Takes::Rate | Takes::Number) = taken.takes else { return Ok(other.number(cx.decimals)?) };
    let (measure, entry) = other.measure()?;
    let indicator = other.indicator;
    let cx = Context { indicator, top: indicator.rule.ceiling.unwrap_or(indicator.points), ..cx };
    let untouched = ItemEntry::default();
    match measured(cx, measure, &Inputs::of(entry.unwrap_or(&untouched))) {
        Ok(Measured { reading, source }) => Ok(Measured { reading, source: other.source(source) }),
        Err(NoNumber::Waiting(_)) => Err(Waiting::OtherIndicator.into()),
        Err(zero) => Err(zero),
    }
}

fn hundred() -> Exact {
    exact(Decimal::ONE_HUNDRED)
}

fn entered(inputs: &Inputs<'_>, names: &EnteredRate) -> Result<Measured, NoNumber> {
    if let Some(percent) = inputs.number(input::RATE) {
        let source = Source::Rate { name: names.rate.clone(), percent };
        return Ok(Measured::number(exact(percent) / hundred(), source));
    }
    let (target, actual) = pair(inputs)?;
    let exempt =
        names.exempt.as_ref().map(|exempt| (exempt, inputs.number(input::EXEMPT).unwrap_or_default()));
    let reading = match exempt {
        None => Reading::Pair { target, actual },
        Some((exempt, number)) => {
            let rest = |of: Decimal| {
                let rest =
                    of.checked_sub(number).filter(|rest| *rest >= Decimal::ZERO && number >= Decimal::ZERO);
                rest.ok_or(Waiting::OutOfRange)
            };
            match exempt.from {
                ExemptFrom::Target => Reading::Pair { target: rest(target)?, actual },
                ExemptFrom::Actual => Reading::Pair { target, actual: rest(actual)? },
            }
        }
    };
    let exempt = exempt.filter(|(_, number)| !number.is_zero());
    let exempt = exempt.map(|(exempt, number)| (exempt.clone(), number));
    let names = [names.target.clone(), names.actual.clone()];
    Ok(Measured { reading, source: Source::Ratio { names, target, actual, exempt } })
}

fn pair(inputs: &Inputs<'_>) -> Result<(Decimal, Decimal), Waiting> {
    inputs.number(input::TARGET).zip(inputs.number(input::ACTUAL)).ok_or(Waiting::Inputs)
}

fn number(inputs: &Inputs<'_>, measured: &MeasuredNumber) -> Result<Measured, NoNumber> {
    let typed = inputs.number(input::VALUE).ok_or(Waiting::Inputs)?;
    let value = if measured.is_percent() { exact(typed) / hundred() } else { exact(typed) };
    let (label, unit) = (measured.label.clone(), measured.unit.clone());
    Ok(Measured::number(value, Source::Number { label, value: typed, unit }))
}

/// |B − A| ÷ A, or (B − A) ÷ A.
fn deviation(inputs: &Inputs<'_>, Deviation { signed, .. }: &Deviation) -> Result<Measured, NoNumber> {
    let (target, actual) = pair(inputs)?;
    if target.is_zero() {
        return Err(NoNumber::Zero { waiting: Waiting::ZeroTarget, actual: Some(actual) });
    }
    let difference = exact(actual) - exact(target);
    let difference = if *signed { difference } else { difference.abs() };
    Ok(Measured::number(difference / exact(target), Source::Deviation { target, actual, signed: *signed }))
}

/// Σ weight × answers ÷ (highest weight × all answers).
fn survey(inputs: &Inputs<'_>, options: &[AnswerOption]) -> Result<Measured, NoNumber> {
    let mut answers = Decimal::ZERO;
    let mut weighted = exact::zero();
    let mut counts = Vec::new();
    for option in options {
        let Some(count) = inputs.number(&input::count(&option.id)) else { continue };
        let count = input::counts().check(count).map_err(|_| Waiting::OutOfRange)?;
        answers = answers.saturating_add(count);
        weighted += exact(option.weight) * exact(count);
        counts.push((option.label.clone(), count, option.weight));
    }
    if counts.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    let highest = options.iter().map(|option| option.weight).max().unwrap_or_default();
    let most = exact(highest) * exact(answers);
    if answers.is_zero() || highest.is_zero() {
        return Err(NoNumber::zero(Waiting::NoAnswers));
    }
    Ok(Measured::number(weighted / most, Source::Survey { answers, counts, highest }))
}

/// Each mark within 0 and what one may give, else within 0 and `top`.
fn panel(inputs: &Inputs<'_>, panel: &Panel, top: Decimal) -> Result<Measured, NoNumber> {
    let top = panel.most.unwrap_or(top);
    let marks = numbers(inputs)?;
    if marks.iter().any(|mark| *mark < Decimal::ZERO || *mark > top) {
        return Err(Waiting::OutOfRange.into());
    }
    let mut sorted = marks.to_vec();
    sorted.sort_unstable();
    let used = match panel.mean {
        PanelMean::Trimmed if sorted.len() > 5 => sorted.get(1..sorted.len() - 1).unwrap_or_default(),
        PanelMean::Median => sorted.get((sorted.len() - 1) / 2..=sorted.len() / 2).unwrap_or_default(),
        PanelMean::Mean | PanelMean::Trimmed => &sorted,
    };
    let value = mean_of(used.iter().map(|mark| exact(*mark)));
    let value = match panel.decimals {
        Some(decimals) => exact(exact::rounded(&value, decimals).ok_or(Waiting::TooLarge)?),
        None => value,
    };
    let (mean, decimals) = (panel.mean, panel.decimals);
    let source = Source::Panel { mean, marks: marks.to_vec(), used: used.to_vec(), decimals };
    Ok(Measured::number(value, source))
}

fn mean_of(values: impl Iterator<Item = Exact>) -> Exact {
    let (sum, count) = values.fold((exact::zero(), 0_u32), |(sum, count), value| (sum + value, count + 1));
    sum / exact(Decimal::from(count.max(1)))
}

fn numbers<'a>(inputs: &Inputs<'a>) -> Result<&'a [Decimal], Waiting> {
    let list = inputs.list(input::LIST).filter(|list| !list.is_empty()).ok_or(Waiting::Inputs)?;
    if list.len() > LONGEST_LIST { Err(Waiting::TooLarge) } else { Ok(list) }
}

/// Passed ÷ all, over the rows that apply.
fn passes(inputs: &Inputs<'_>, rows: &[PassRow]) -> Result<Measured, NoNumber> {
    let (mut passed, mut all) = (0_u32, 0_u32);
    let mut failed = Vec::new();
    for row in rows {
        let passes = match inputs.chosen(&row.id).map(|answer| &**answer) {
            Some(input::NOT_APPLICABLE) => continue,
            _ if row.is_measured() => within(inputs, row)?,
            Some(input::YES) => true,
            Some(input::NO) => false,
            _ => return Err(Waiting::Inputs.into()),
        };
        all += 1;
        match passes {
            true => passed += 1,
            false => failed.push(row.label.clone()),
        }
    }
    match fraction(Decimal::from(passed), Decimal::from(all)) {
        Some(value) => Ok(Measured::number(value, Source::Passes { passed, all, failed })),
        None => Err(NoNumber::zero(Waiting::NothingApplies)),
    }
}

/// from × A ≤ B ≤ to × A.
fn within(inputs: &Inputs<'_>, row: &PassRow) -> Result<bool, Waiting> {
    let target = inputs.number(&input::row_target(&row.id)).ok_or(Waiting::Inputs)?;
    let actual = exact(inputs.number(&input::row_actual(&row.id)).ok_or(Waiting::Inputs)?);
    let edge = |share: Option<Decimal>| exact(share.unwrap_or_default()) * exact(target);
    Ok(edge(row.from) <= actual && actual <= edge(row.to))
}

/// Σ weight × total, or the mean of the totals entered.
fn sub_sheets(inputs: &Inputs<'_>, SubSheets { sheets, decimals }: &SubSheets) -> Result<Measured, NoNumber> {
    let weighed = sheets.iter().any(|sheet| sheet.weight.is_some());
    let (mut sum, mut terms) = (exact::zero(), Vec::new());
    for sheet in sheets {
        let Some(total) = inputs.number(&input::total(&sheet.id)) else {
            if weighed {
                return Err(Waiting::Inputs.into());
            }
            continue;
        };
        let total = decimals.map_or(total, |decimals| crate::number::round(total, decimals));
        sum += exact(total) * sheet.weight.map_or_else(exact::one, exact);
        terms.push((sheet.label.clone(), total, sheet.weight));
    }
    if terms.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    let value = if weighed { sum } else { sum / exact(Decimal::from(terms.len())) };
    Ok(Measured::number(value, Source::SubSheets { terms }))
}

fn peers(inputs: &Inputs<'_>, Peers { best, yields, .. }: &Peers) -> Result<Measured, NoNumber> {
    let own = inputs.number(input::VALUE).ok_or(Waiting::Inputs)?;
    let others = numbers(inputs)?;
    let is_better = |other: &&Decimal| match best {
        Best::Highest => **other > own,
        Best::Lowest => **other < own,
    };
    let better: Vec<&Decimal> = others.iter().filter(is_better).collect();
    let rank = better.len() + 1;
    let units = others.len() + 1;
    let best_value = match best {
        Best::Highest => better.iter().copied().max(),
        Best::Lowest => better.iter().copied().min(),
    };
    let best_value = best_value.copied().unwrap_or(own);
    let source = Source::Peers { own, best: best_value, to: *best, rank, units, yields: *yields };
    let (a, b) = match best {
        Best::Highest => (own, best_value),
        Best::Lowest => (best_value, own),
    };
    let value = match yields {
        PeerYield::Rank => Some(exact(Decimal::from(rank))),
        PeerYield::Ratio => fraction(a, b),
    };
    Ok(Measured::number(value.ok_or(NoNumber::zero(Waiting::ZeroTarget))?, source))
}

/// What does not conform: its points, or their share of those that apply.
fn conformity(inputs: &Inputs<'_>, Risks { risks, cap, yields }: &Risks) -> Result<Measured, NoNumber> {
    let (mut sum, mut applicable) = (Decimal::ZERO, Decimal::ZERO);
    let mut found = Vec::new();
    for risk in risks {
        let answer = inputs.chosen(&risk.id).map(|answer| &**answer);
        match answer {
            Some(input::NOT_APPLICABLE) => continue,
            Some(input::NO) => {
                sum = sum.saturating_add(risk.points);
                found.push((risk.label.clone(), risk.points));
            }
            Some(input::YES) => {}
            _ => return Err(Waiting::Inputs.into()),
        }
        applicable = applicable.saturating_add(risk.points);
    }
    let value = match yields {
        RiskYield::Points => Some(exact(cap.map_or(sum, |cap| sum.min(cap)))),
        RiskYield::Ratio => fraction(sum, applicable),
    };
    let source = Source::Risks { found, applicable, yields: *yields, cap: *cap };
    Ok(Measured::number(value.ok_or(NoNumber::zero(Waiting::NothingApplies))?, source))
}
