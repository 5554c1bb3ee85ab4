//! What the rows of a 台账 come to. The definition, step by step, stands in `template/rule/ledger.rs`.

use super::card::{LedgerScore, LedgerSums, Month, RowScore, Standing, Waiting};
use crate::evaluation::{LedgerRow, check_row, folded};
use crate::number::exact::{self, exact};
use crate::number::round;
use crate::template::{CountTier, Counting, Factor, Id, Kind, Ledger, PerMoney, SameMatter, Worth};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Decimals of points: more than any template has, few enough that sums stay exact.
const POINT_DECIMALS: u32 = 12;

/// What the rows of `ledger` come to, by the definition in `template/rule/ledger.rs`. `decimals` are those of the
/// template's indicators; only a proportion of 金额 is rounded to them. No rows come to 0: whether that means that there
/// is nothing to enter is for the caller to know (flag [`crate::evaluation::input::NOTHING`]).
///
/// # Errors
/// [`Waiting::LedgerRow`] where a row that counts lacks the points or 金额 that its kind needs,
/// [`Waiting::OutOfRange`] where a row does not fit the ledger, [`Waiting::TooLarge`] where numbers are too large.
pub fn ledger_score(ledger: &Ledger, rows: &[Arc<LedgerRow>], decimals: u32) -> Result<LedgerScore, Waiting> {
    let mut counting =
        rows.iter().map(|row| Counted::of(ledger, row, decimals)).collect::<Result<Vec<_>, _>>()?;
    if ledger.same_matter == SameMatter::HighestOnly {
        highest_of_each_matter(&mut counting, rows)?;
    }
    let tier = tier_reached(ledger, &counting)?;
    for row in &mut counting {
        row.score.worth = row.worth(tier)?;
    }
    if ledger.no_offset {
        leave_gains_out(&mut counting);
    }
    let order = by_month(&counting);
    match killer(ledger, &counting, &order) {
        Some((at, to)) => kill(&mut counting, at, to),
        None => fill_caps(ledger, &mut counting, &order)?,
    }
    sums(ledger, counting, tier)
}

/// A row on its way through the steps.
struct Counted<'l> {
    base: Decimal,
    factors: Vec<&'l Factor>,
    money: Decimal,
    score: RowScore,
}

impl<'l> Counted<'l> {
    fn of(ledger: &'l Ledger, row: &LedgerRow, decimals: u32) -> Result<Self, Waiting> {
        check_row(ledger, row, None).map_err(|_| Waiting::OutOfRange)?;
        let kind = ledger.kind_of(row).ok_or(Waiting::OutOfRange)?;
        let became = kind.id != row.kind;
        let count = if became { Decimal::ONE } else { row.count };
        let exempt = row.exempt.is_some();
        let base = match base(kind, count, row, decimals) {
            Err(Waiting::LedgerRow) if exempt => Decimal::ZERO,
            base => base?,
        };
        let score = RowScore {
            kind: kind.id.clone(),
            became,
            month: Month::of(&row.date),
            count,
            worth: Decimal::ZERO,
            points: Decimal::ZERO,
            standing: if exempt { Standing::Exempt } else { Standing::Counted },
        };
        let factors = ledger.factors.iter().filter(|factor| row.factors.contains(&factor.id)).collect();
        Ok(Self { base, factors, money: row.money.unwrap_or_default(), score })
    }

    fn is_counted(&self) -> bool {
        self.score.standing.is_counted()
    }

    /// |base| × every `times` + every `plus`, with the sign of the base.
    fn worth(&self, tier: Option<CountTier>) -> Result<Decimal, Waiting> {
        if self.base.is_zero() {
            return Ok(Decimal::ZERO);
        }
        let tier = tier.map(|tier| (tier.times, tier.plus));
        let weights = || self.factors.iter().map(|factor| (factor.times, factor.plus)).chain(tier);
        let base = self.base.abs();
        let quick = weights().try_fold(base, |worth, (times, _)| product(worth, times));
        let quick = quick.and_then(|worth| weights().try_fold(worth, |worth, (_, plus)| sum(worth, plus)));
        let worth = match quick {
            Some(worth) => round(worth.max(Decimal::ZERO), POINT_DECIMALS),
            None => {
                let worth = weights().fold(exact(base), |worth, (times, _)| worth * exact(times));
                let worth = weights().fold(worth, |worth, (_, plus)| worth + exact(plus));
                exact::rounded(&worth.max(exact::zero()), POINT_DECIMALS).ok_or(Waiting::TooLarge)?
            }
        };
        let worth = worth.normalize();
        Ok(if self.base.is_sign_negative() && !worth.is_zero() { -worth } else { worth })
    }
}

/// `a × b`; `None` where a decimal has no room for all of it.
fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b).filter(|product| product.scale() == a.scale() + b.scale())
}

/// `a + b`; `None` where a decimal has no room for all of it.
fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b).filter(|sum| sum.scale() == a.scale().max(b.scale()))
}

fn base(kind: &Kind, count: Decimal, row: &LedgerRow, decimals: u32) -> Result<Decimal, Waiting> {
    match &kind.worth {
        Worth::Each(points) => {
            let slow = || exact::rounded(&(exact(*points) * exact(count)), POINT_DECIMALS);
            product(*points, count).or_else(slow).ok_or(Waiting::TooLarge)
        }
        Worth::Within { .. } => row.points.ok_or(Waiting::LedgerRow),
        Worth::PerMoney(PerMoney { yuan, points, counting }) => {
            let money = row.money.ok_or(Waiting::LedgerRow)?;
            let units = exact::fraction(money, *yuan).ok_or(Waiting::OutOfRange)?;
            let (units, decimals) = match counting {
                Counting::Whole => (units.floor(), POINT_DECIMALS),
                Counting::Begun => (units.ceil(), POINT_DECIMALS),
                Counting::Proportional => (units, decimals),
            };
            exact::rounded(&(units * exact(*points)), decimals).ok_or(Waiting::TooLarge)
        }
    }
}

/// What two rows must both say to be of one matter; `None` where a row stands for itself.
fn matter(row: &LedgerRow) -> Option<String> {
    Some(folded(&row.matter)).filter(|matter| !matter.is_empty())
}

fn highest_of_each_matter(counting: &mut [Counted<'_>], rows: &[Arc<LedgerRow>]) -> Result<(), Waiting> {
    let mut matters: BTreeMap<String, Vec<(usize, Decimal)>> = BTreeMap::new();
    for (at, (counted, row)) in counting.iter().zip(rows).enumerate() {
        if let Some(matter) = matter(row).filter(|_| counted.is_counted()) {
            matters.entry(matter).or_default().push((at, counted.worth(None)?.abs()));
        }
    }
    for members in matters.values() {
        let first = members.first().copied();
        let highest = first
            .map(|first| members.iter().fold(first, |best, one| if one.1 > best.1 { *one } else { best }));
        let Some((highest, _)) = highest else { continue };
        for (at, _) in members.iter().filter(|(at, _)| *at != highest) {
            counting[*at].score.standing = Standing::SameMatter(highest);
        }
    }
    Ok(())
}

fn tier_reached(ledger: &Ledger, counting: &[Counted<'_>]) -> Result<Option<CountTier>, Waiting> {
    let mut count = Decimal::ZERO;
    for row in counting.iter().filter(|row| row.is_counted()) {
        count = add(count, row.score.count)?;
    }
    Ok(ledger.tiers.iter().filter(|tier| tier.from <= count).max_by_key(|tier| tier.from).copied())
}

fn leave_gains_out(counting: &mut [Counted<'_>]) {
    let is = |row: &Counted<'_>, negative: bool| {
        row.is_counted() && !row.score.worth.is_zero() && row.score.worth.is_sign_negative() == negative
    };
    if counting.iter().any(|row| is(row, true)) {
        counting
            .iter_mut()
            .filter(|row| is(row, false))
            .for_each(|row| row.score.standing = Standing::NoOffset);
    }
}

/// Positions by month, rows of no month last, else in the order of the ledger.
fn by_month(counting: &[Counted<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..counting.len()).collect();
    order.sort_by_key(|at| month_key(counting[*at].score.month));
    order
}

fn month_key(month: Option<Month>) -> (bool, Option<Month>) {
    (month.is_none(), month)
}

/// The row that reaches the kill, and what the sum is then.
fn killer(ledger: &Ledger, counting: &[Counted<'_>], order: &[usize]) -> Option<(usize, Decimal)> {
    let kill = ledger.kill.as_ref()?;
    let mut left = Decimal::from(kill.count);
    let counts = |at: &&usize| {
        let row = &counting[**at];
        row.is_counted() && kill.kinds.contains(&row.score.kind)
    };
    let reaches = |at: &&usize| {
        left = left.saturating_sub(counting[**at].score.count);
        left <= Decimal::ZERO
    };
    order.iter().filter(counts).find(reaches).map(|at| (*at, kill.to))
}

fn kill(counting: &mut [Counted<'_>], killer: usize, to: Decimal) {
    for (at, row) in counting.iter_mut().enumerate().filter(|(_, row)| row.is_counted()) {
        if at == killer {
            row.score.points = to;
            row.score.standing = Standing::Kills;
        } else {
            row.score.standing = Standing::Killed;
        }
    }
}

/// Gives each row the points that the cap of its kind leaves.
fn fill_caps(ledger: &Ledger, counting: &mut [Counted<'_>], order: &[usize]) -> Result<(), Waiting> {
    let mut sums: HashMap<Id, Decimal> = HashMap::new();
    for at in order {
        let score = &mut counting[*at].score;
        if score.standing != Standing::Counted {
            continue;
        }
        let cap = ledger.kind(&score.kind).and_then(|kind| kind.cap).map(|cap| cap.abs());
        let within = |sum: Decimal| cap.map_or(sum, |cap| sum.clamp(-cap, cap));
        let before = sums.entry(score.kind.clone()).or_default();
        let after = add(*before, score.worth)?;
        score.points = add(within(after), -within(*before))?.normalize();
        *before = after;
    }
    Ok(())
}

fn sums(
    ledger: &Ledger,
    counting: Vec<Counted<'_>>,
    tier: Option<CountTier>,
) -> Result<LedgerScore, Waiting> {
    let mut kinds: Vec<_> =
        ledger.kinds.iter().map(|kind| (kind.id.clone(), LedgerSums::default())).collect();
    let mut months: BTreeMap<_, LedgerSums> = BTreeMap::new();
    let mut total = LedgerSums::default();
    for row in &counting {
        total.add(row)?;
        months.entry(month_key(row.score.month)).or_default().add(row)?;
        if let Some((_, sums)) = kinds.iter_mut().find(|(kind, _)| *kind == row.score.kind) {
            sums.add(row)?;
        }
    }
    let months = months.into_iter().map(|((_, month), sums)| (month, sums)).collect();
    Ok(LedgerScore { rows: counting.into_iter().map(|row| row.score).collect(), kinds, months, total, tier })
}

impl LedgerSums {
    fn add(&mut self, row: &Counted<'_>) -> Result<(), Waiting> {
        self.rows += 1;
        self.exempt += usize::from(row.score.standing == Standing::Exempt);
        if row.is_counted() {
            self.count = add(self.count, row.score.count)?;
            self.points = add(self.points, row.score.points)?;
            self.money = add(self.money, row.money)?;
        }
        Ok(())
    }
}

fn add(a: Decimal, b: Decimal) -> Result<Decimal, Waiting> {
    a.checked_add(b).ok_or(Waiting::TooLarge)
}
