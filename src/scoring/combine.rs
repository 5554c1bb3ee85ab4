//! From children to their parent: Σ, weights, mean, scale, the highest, the lowest, bands (R17, R20, R21), with what
//! does not apply (R18). `docs/SCORING.md` defines each step.

use super::award;
use super::card::Worth;
use super::earned::{self, WORKING_DECIMALS};
use crate::number::exact::{self, Exact, exact, fraction};
use crate::template::{Banded, BandedBy, Combine, NotApplicablePolicy, Order, Points, Template};
use rust_decimal::Decimal;

/// A child that is weighed or compared: one of more than 0 points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Child {
    pub points: Decimal,
    pub weight: Option<Decimal>,
    pub worth: Worth,
}

/// Collects the children of a parent.
#[derive(Clone, Default, Debug)]
pub(super) struct Children {
    /// Σ of all of them.
    pub sum: Worth,
    /// Σ of their 分值.
    points: Decimal,
    /// One by one, where the parent does not simply add them up.
    pub each: Vec<Child>,
}

impl Children {
    /// Takes a child in. One of 0 points only adjusts.
    pub(crate) fn add(&mut self, combine: &Combine, points: Decimal, weight: Option<Decimal>, worth: Worth) {
        self.sum.bonus = self.sum.bonus.saturating_add(worth.bonus);
        self.points = self.points.saturating_add(points);
        if points.is_zero() {
            self.sum.adjust = self.sum.adjust.saturating_add(worth.score).saturating_add(worth.adjust);
            return;
        }
        if !is_sum(combine) {
            // What is weighed is weighed with its adjustments.
            let with_adjust = |value: Decimal| value.saturating_add(worth.adjust);
            let (score, most) = (with_adjust(worth.score), with_adjust(worth.most));
            let worth = Worth { score, most, adjust: Decimal::ZERO, ..worth };
            self.each.push(Child { points, weight, worth });
            return;
        }
        self.sum.adjust = self.sum.adjust.saturating_add(worth.adjust);
        self.sum.score = self.sum.score.saturating_add(worth.score);
        self.sum.most = self.sum.most.saturating_add(worth.most);
        self.sum.applies = self.sum.applies.saturating_add(worth.applies);
    }

    /// Counts what `points` has more than the children as pending: the evaluation has yet to say by which indicators
    /// of its own they are earned (自设指标). Returns it.
    pub(crate) fn await_own(&mut self, combine: &Combine, points: Decimal) -> Decimal {
        let lacking = points.saturating_sub(self.points);
        if !is_sum(combine) || lacking <= Decimal::ZERO {
            return Decimal::ZERO;
        }
        self.sum.most = self.sum.most.saturating_add(lacking);
        self.sum.applies = self.sum.applies.saturating_add(lacking);
        lacking
    }

    /// What a group of `points` comes to.
    pub(crate) fn combined(self, template: &Template, combine: &Combine, points: Decimal) -> Worth {
        if is_sum(combine) && !is_rescaled(template, self.sum.applies, points) {
            // Most groups: nothing is divided, so nothing needs fractions.
            let kept = |value| kept_decimal(template, value);
            let Worth { score, most, applies, .. } = self.sum;
            return Worth { score: kept(score), most: kept(most), applies: kept(applies), ..self.sum };
        }
        let root = self.rooted(template, combine, points);
        let kept = |value: &Exact| kept(template, value);
        if is_sum(combine) {
            let applies = kept(&root.applies);
            return Worth { score: kept(&root.score), most: kept(&root.most), applies, ..self.sum };
        }
        // What is weighed absorbs the adjustments below it.
        let score = kept(&(root.score + exact(self.sum.adjust)));
        let most = kept(&(root.most + exact(self.sum.adjust)));
        let bonus = score.saturating_sub(points).max(Decimal::ZERO);
        Worth { score, most, applies: kept(&root.applies), adjust: Decimal::ZERO, bonus }
    }

    /// The same before rounding, adjustments apart.
    fn rooted(&self, template: &Template, combine: &Combine, points: Decimal) -> Root {
        if is_sum(combine) {
            let Worth { score, most, applies, .. } = self.sum;
            if is_rescaled(template, applies, points) {
                let scaled = |sum| scaled(sum, points, applies);
                return Root { score: scaled(score), most: scaled(most), applies: exact(points) };
            }
            return Root { score: exact(score), most: exact(most), applies: exact(applies) };
        }
        let excluding = template.not_applicable == NotApplicablePolicy::Exclude;
        let of = |which| combined(combine, excluding, points, &self.each, which);
        let (score, most) = (of(|worth: &Worth| worth.score), of(|worth: &Worth| worth.most));
        Root { score, most, applies: applies(combine, excluding, points, &self.each) }
    }

    /// What the sheet of `points` comes to: not rounded, so that its total is rounded once.
    pub(crate) fn sheet(&self, template: &Template) -> Root {
        self.rooted(template, &template.combine, template.points)
    }
}

/// A node before rounding, without its adjustments.
#[derive(Clone, Debug)]
pub(super) struct Root {
    pub score: Exact,
    pub most: Exact,
    pub applies: Exact,
}

pub(super) fn is_sum(combine: &Combine) -> bool {
    matches!(combine, Combine::Sum | Combine::EqualSplit(_))
}

/// What is added up in a group of `points` is scaled, because not all of them apply.
pub(super) fn is_rescaled(template: &Template, applies: Decimal, points: Decimal) -> bool {
    let partly = applies > Decimal::ZERO && applies < points;
    template.not_applicable == NotApplicablePolicy::RescaleInGroup && partly
}

/// Decimals of what groups come to.
pub(super) fn group_decimals(template: &Template) -> u32 {
    let rounding = &template.rounding;
    match rounding.order {
        Order::RoundThenAdd => rounding.group_decimals.unwrap_or_else(|| earned::decimals(rounding)),
        Order::AddThenRound => WORKING_DECIMALS,
    }
}

/// Rounded as groups are.
pub(super) fn kept(template: &Template, value: &Exact) -> Decimal {
    exact::rounded(value, group_decimals(template)).unwrap_or_default()
}

/// Rounded as groups are.
pub(super) fn kept_decimal(template: &Template, value: Decimal) -> Decimal {
    crate::number::round(value, group_decimals(template))
}

/// `sum` × `points` ÷ `applies`; 0 where nothing applies.
pub(super) fn scaled(sum: Decimal, points: Decimal, applies: Decimal) -> Exact {
    fraction(points, applies).map_or_else(exact::zero, |factor| exact(sum) * factor)
}

/// Children that count: those of which something applies; all of them where what does not apply is only left out.
fn counting(excluding: bool, children: &[Child]) -> impl Iterator<Item = &Child> {
    children.iter().filter(move |child| excluding || !child.worth.applies.is_zero())
}

/// The share of its points that a child reached.
fn reached(excluding: bool, child: &Child, which: fn(&Worth) -> Decimal) -> Exact {
    let base = if excluding { child.points } else { child.worth.applies };
    fraction(which(&child.worth), base).unwrap_or_else(exact::zero)
}

fn combined(
    combine: &Combine,
    excluding: bool,
    points: Decimal,
    children: &[Child],
    which: fn(&Worth) -> Decimal,
) -> Exact {
    let counted = || counting(excluding, children);
    let total =
        |of: fn(&Child) -> Decimal| counted().fold(exact::zero(), |sum, child| sum + exact(of(child)));
    let score = || counted().fold(exact::zero(), |sum, child| sum + exact(which(&child.worth)));
    let base = || match excluding {
        true => total(|child| child.points),
        false => total(|child| child.worth.applies),
    };
    let applying = || children.iter().filter(|child| !child.worth.applies.is_zero());
    if !is_sum(combine) && applying().next().is_none() {
        return exact::zero();
    }
    let share = match combine {
        Combine::Sum | Combine::EqualSplit(_) => return score(),
        Combine::Weighted => mean(counted().map(|child| (weight(child), reached(excluding, child, which)))),
        Combine::Mean => mean(counted().map(|child| (exact::one(), reached(excluding, child, which)))),
        Combine::Scale => ratio(score(), &base()),
        Combine::Highest => applying().map(|child| reached(excluding, child, which)).max(),
        Combine::Lowest => applying().map(|child| reached(excluding, child, which)).min(),
        Combine::Banded(Banded { by, bands }) => {
            let y = match by {
                BandedBy::Sum if excluding => Some(score()),
                BandedBy::Sum => ratio(score() * total_points(children), &base()),
                BandedBy::Mean => mean(
                    counted()
                        .map(|child| (exact::one(), reached(excluding, child, which) * exact(child.points))),
                ),
                BandedBy::Rate => ratio(score(), &base()),
            };
            return y.map_or_else(exact::zero, |y| banded(bands, &y, points));
        }
    };
    share.map_or_else(exact::zero, |share| exact(points) * share)
}

fn total_points(children: &[Child]) -> Exact {
    children.iter().fold(exact::zero(), |sum, child| sum + exact(child.points))
}

fn banded(bands: &[crate::template::Band], y: &Exact, points: Decimal) -> Exact {
    match award::band_of(bands, y).map(|band| &band.points) {
        Some(Points::Fixed(worth)) => exact(*worth),
        Some(Points::Fraction(share)) => exact(points) * exact(*share),
        _ => exact::zero(),
    }
}

fn weight(child: &Child) -> Exact {
    child.weight.map_or_else(exact::zero, exact)
}

/// Σ weight × value ÷ Σ weight.
fn mean(values: impl Iterator<Item = (Exact, Exact)>) -> Option<Exact> {
    let (sum, weights) = values.fold((exact::zero(), exact::zero()), |(sum, weights), (weight, value)| {
        (sum + &weight * value, weights + weight)
    });
    ratio(sum, &weights)
}

fn ratio(a: Exact, b: &Exact) -> Option<Exact> {
    (*b != exact::zero()).then(|| a / b)
}

/// Points of the parent that apply.
fn applies(combine: &Combine, excluding: bool, points: Decimal, children: &[Child]) -> Exact {
    let any = children.iter().any(|child| !child.worth.applies.is_zero());
    let by = |of: fn(&Worth) -> Decimal| combined(combine, true, points, children, of);
    match combine {
        Combine::Weighted | Combine::Mean | Combine::Scale if excluding => by(|worth| worth.applies),
        _ if any => exact(points),
        _ => exact::zero(),
    }
}
