//! The number of another indicator (取自另一指标).

use super::around::Around;
use super::card::{ItemScore, ItemState, Source, Waiting};
use super::deduction::occurrences;
use super::inputs::Inputs;
use super::ledger_entry;
use super::measure::{self, Measured, NoNumber, Reading};
use crate::evaluation::{ItemEntry, input};
use crate::number::exact::{exact, fraction};
use crate::template::{Deduction, Indicator, OtherIndicator, Takes};
use rust_decimal::Decimal;

/// What `other` takes, as it is by the present entries.
pub(super) fn taken(
    around: &Around<'_>,
    other: &OtherIndicator,
    decimals: u32,
) -> Result<Measured, NoNumber> {
    let outline = around.template.outline();
    // Else it would be asked for its own number for ever.
    let position = outline.position(&other.indicator).filter(|at| !outline.references().is_circular(*at));
    let found = position
        .and_then(|position| Some((around.template.indicator_at(position)?, around.items.get(position)?)));
    let (indicator, item) = found.ok_or(Waiting::OtherIndicator)?;
    let from = From { around, indicator, decimals, takes: other.takes };
    match other.takes {
        Takes::Score => Ok(from.number(score(item)?)),
        Takes::ScoreRate => {
            let (score, points) = (score(item)?, indicator.points);
            let rate = fraction(score, points).ok_or(Waiting::OtherIndicator)?;
            Ok(Measured { reading: Reading::Number(rate), source: from.source(score, None) })
        }
        Takes::Count => Ok(from.number(from.count(item)?)),
        Takes::Rate | Takes::Number => from.measured(item),
    }
}

/// What its own entry comes to: what other indicators strike is not asked.
fn own(item: &ItemScore) -> &ItemScore {
    item.unstruck.as_deref().unwrap_or(item)
}

fn score(item: &ItemScore) -> Result<Decimal, Waiting> {
    own(item).score.ok_or(Waiting::OtherIndicator)
}

/// What does not apply, or nobody knows, has no number.
fn applies(item: &ItemScore) -> Result<(), Waiting> {
    match own(item).state {
        ItemState::NotApplicable { .. } | ItemState::NoInformation => Err(Waiting::OtherIndicator),
        ItemState::Unscored(_) | ItemState::Scored | ItemState::Compared { .. } => Ok(()),
    }
}

struct From<'a> {
    around: &'a Around<'a>,
    indicator: &'a Indicator,
    decimals: u32,
    takes: Takes,
}

impl From<'_> {
    fn source(&self, number: Decimal, from: Option<Source>) -> Source {
        Source::Other {
            indicator: self.indicator.name.clone(),
            points: self.indicator.points,
            takes: self.takes,
            number,
            from: from.map(Box::new),
        }
    }

    fn number(&self, number: Decimal) -> Measured {
        Measured { reading: Reading::Number(exact(number)), source: self.source(number, None) }
    }

    /// What its award measures, whatever that is worth.
    fn measured(&self, item: &ItemScore) -> Result<Measured, NoNumber> {
        applies(item)?;
        let (indicator, around) = (self.indicator, *self.around);
        let measure = indicator.rule.award.measure().ok_or(Waiting::OtherIndicator)?;
        let top = indicator.rule.ceiling.unwrap_or(indicator.points);
        let cx = measure::Context { indicator, around, top, decimals: self.decimals };
        let untouched = ItemEntry::default();
        let entry = around.evaluation.item(&indicator.id).unwrap_or(&untouched);
        let waits = |no_number| match no_number {
            NoNumber::Waiting(_) => NoNumber::Waiting(Waiting::OtherIndicator),
            zero @ NoNumber::Zero { .. } => zero,
        };
        let Measured { reading, source } =
            measure::measured(cx, measure, &Inputs::of(entry)).map_err(waits)?;
        Ok(Measured { reading, source: self.source(Decimal::ZERO, Some(source)) })
    }

    /// 处数 of its deductions that are counted, without 免责; else 次数 of its ledger.
    fn count(&self, item: &ItemScore) -> Result<Decimal, Waiting> {
        applies(item)?;
        let rule = &self.indicator.rule;
        let entry = self.around.evaluation.item(&self.indicator.id).ok_or(Waiting::OtherIndicator)?;
        let counted = |deduction: &&Deduction| matches!(deduction, Deduction::Each(_));
        if !rule.deductions.iter().any(|deduction| counted(&deduction)) {
            let score = ledger_entry::of_entry(self.indicator, entry, self.decimals);
            return score.map(|score| score.total.count).map_err(|_| Waiting::OtherIndicator);
        }
        let is_answered = |deduction: &Deduction| entry.inputs.contains_key(&input::count(deduction.id()));
        if !rule.deductions.iter().filter(counted).any(is_answered) {
            return Err(Waiting::OtherIndicator);
        }
        let all = rule.deductions.iter().filter(counted).map(|deduction| occurrences(deduction, entry));
        Ok(all.fold(Decimal::ZERO, Decimal::saturating_add))
    }
}
