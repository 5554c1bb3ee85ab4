//! The numbers of another indicator (取自另一指标).

use super::around::Around;
use super::card::{ItemScore, ItemState, Source, Waiting};
use super::ledger_entry;
use super::measured::{Measured, Reading};
use super::occurrences::counted;
use crate::evaluation::{ItemEntry, input};
use crate::number::exact::{exact, fraction};
use crate::template::{Deduction, EachDeduction, Indicator, Measure, OtherIndicator, Takes};
use rust_decimal::Decimal;

/// Another indicator with what was entered for it.
pub(super) struct Other<'a> {
    pub indicator: &'a Indicator,
    entry: Option<&'a ItemEntry>,
    /// By its own entry: what other indicators strike is not asked.
    item: &'a ItemScore,
    takes: Takes,
}

impl<'a> Other<'a> {
    /// The one that `other` names.
    pub(crate) fn of(around: &Around<'a>, other: &OtherIndicator) -> Result<Self, Waiting> {
        let outline = around.template.outline();
        // Else it would be asked for its own number for ever.
        let position = outline.position(&other.indicator).filter(|at| !outline.references().is_circular(*at));
        let found = position.and_then(|position| {
            let indicator = around.template.indicator_at(position)?;
            let item = around.items.get(position)?;
            let item = item.unstruck.as_deref().unwrap_or(item);
            Some(Self { indicator, entry: around.evaluation.item(&indicator.id), item, takes: other.takes })
        });
        found.ok_or(Waiting::OtherIndicator)
    }

    /// Its score, the share of its points, or how often something happened.
    pub(crate) fn number(&self, decimals: u32) -> Result<Measured, Waiting> {
        let score = || self.item.score.ok_or(Waiting::OtherIndicator);
        let number = match self.takes {
            Takes::Count => self.count(decimals)?,
            Takes::Score | Takes::ScoreRate | Takes::Rate | Takes::Number => score()?,
        };
        let value = match self.takes {
            Takes::ScoreRate => fraction(number, self.indicator.points).ok_or(Waiting::OtherIndicator)?,
            Takes::Score | Takes::Count | Takes::Rate | Takes::Number => exact(number),
        };
        Ok(Measured { reading: Reading::Number(value), source: self.named(number, None) })
    }

    /// What its award measures, whatever that is worth, and what was entered for it.
    pub(crate) fn measure(&self) -> Result<(&'a Measure, Option<&'a ItemEntry>), Waiting> {
        let measure = self.indicator.rule.award.measure().ok_or(Waiting::OtherIndicator)?;
        Ok((measure, self.applies()?))
    }

    /// `from` as that of the other.
    pub(crate) fn source(&self, from: Source) -> Source {
        self.named(Decimal::ZERO, Some(from))
    }

    fn named(&self, number: Decimal, from: Option<Source>) -> Source {
        Source::Other {
            indicator: self.indicator.name.clone(),
            points: self.indicator.points,
            takes: self.takes,
            number,
            from: from.map(Box::new),
        }
    }

    /// What was entered; what does not apply, or nobody knows, has no number.
    fn applies(&self) -> Result<Option<&'a ItemEntry>, Waiting> {
        match self.item.state {
            ItemState::NotApplicable { .. } | ItemState::NoInformation => Err(Waiting::OtherIndicator),
            ItemState::Unscored(_) | ItemState::Scored | ItemState::Compared { .. } => Ok(self.entry),
        }
    }

    /// 处数 of its deductions that are counted, without 免责; else 次数 of its ledger.
    fn count(&self, decimals: u32) -> Result<Decimal, Waiting> {
        let entry = self.applies()?.ok_or(Waiting::OtherIndicator)?;
        let each = |deduction: &'a Deduction| match deduction {
            Deduction::Each(each) => Some(each),
            Deduction::Between(_) | Deduction::Ledger(_) | Deduction::Steps(_) => None,
        };
        let all: Vec<&EachDeduction> = self.indicator.rule.deductions.iter().filter_map(each).collect();
        if all.is_empty() {
            let score = ledger_entry::of_entry(self.indicator, entry, decimals);
            return score.map(|score| score.total.count).map_err(|_| Waiting::OtherIndicator);
        }
        if !all.iter().any(|each| entry.inputs.contains_key(&input::count(&each.id))) {
            return Err(Waiting::OtherIndicator);
        }
        Ok(all.iter().fold(Decimal::ZERO, |sum, each| sum.saturating_add(counted(each, entry))))
    }
}
