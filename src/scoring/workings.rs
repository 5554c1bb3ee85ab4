//! How a group or the sheet came about where its children are not simply added up.

use super::card::{
    ByBand, ChildStanding, Combined, Counted, ItemState, NumberRange, Scorecard, TierWorth, Workings, Worth,
};
use super::earned::WORKING_DECIMALS;
use super::{combine, roll_up};
use crate::number::exact::{exact, fraction, rounded};
use crate::number::round;
use crate::template::{Banded, BandedBy, Combine, Label, NotApplicablePolicy, Order, Points, Row, Template};
use rust_decimal::Decimal;

/// How the group at `group` of [`crate::template::Outline::groups`] came about, or with `None` the sheet; `None` where its
/// children are added up and nothing is scaled or rounded.
pub fn workings(template: &Template, card: &Scorecard, group: Option<usize>) -> Option<Workings> {
    let all = workings_in_full(template, card, group)?;
    let is_plain = matches!(all.how, Combined::Added { rounded: false, .. });
    (!is_plain).then_some(all)
}

/// The same, also of what is merely added up; `None` where there is nothing to add.
pub fn workings_in_full(template: &Template, card: &Scorecard, group: Option<usize>) -> Option<Workings> {
    let outline = template.outline();
    let children = Children::of(template, card, group);
    let (combine, points) = match group {
        None => (&template.combine, template.points),
        Some(index) => outline.groups().get(index).map(|entry| (&entry.combine, entry.points))?,
    };
    let rounded = group.filter(|_| template.rounding.order == Order::RoundThenAdd);
    let how = combined(template, (combine, rounded.map(|_| card.group_decimals)), points, &children)?;
    let (causes, score, decimals) = match group {
        Some(index) => {
            let group = card.groups.get(index)?;
            (group.causes.clone(), group.score, card.group_decimals)
        }
        // What the causes of the sheet take comes after it, to the total.
        None => {
            let causes =
                card.causes.iter().fold(Decimal::ZERO, |sum, cause| sum.saturating_add(cause.points));
            let score = card.total.saturating_add(causes);
            (Vec::new(), score, card.total_decimals.max(score.normalize().scale()))
        }
    };
    // What is added up holds what only adds or takes already.
    let adjust = if matches!(how, Combined::Added { .. }) { Decimal::ZERO } else { children.adjust };
    Some(Workings { points, how, adjust, causes, score, decimals })
}

/// A child of more than 0 points.
struct Child {
    name: Label,
    standing: ChildStanding,
    points: Decimal,
    weight: Option<Decimal>,
    worth: Worth,
}

/// What a group or the sheet is made of.
struct Children {
    each: Vec<Child>,
    /// What children of 0 points add; with them, where children are added up, the adjustments of the others.
    adjust: Decimal,
    /// Points that no indicator is set for yet.
    unfilled: Decimal,
    /// 得分 of all children, those of 0 points among them.
    scores: Vec<(Label, Decimal)>,
}

impl Children {
    fn of(template: &Template, card: &Scorecard, group: Option<usize>) -> Self {
        let outline = template.outline();
        let combine = group.and_then(|index| outline.groups().get(index)).map(|entry| &entry.combine);
        let is_sum = combine::is_sum(combine.unwrap_or(&template.combine));
        let child = |row: &Row| match *row {
            Row::Indicator(at) => {
                let (item, leaf) = (card.items.get(at)?, outline.leaf(at)?);
                let standing = match &item.state {
                    ItemState::NotApplicable { .. } => ChildStanding::NotApplicable,
                    state if state.is_open() => ChildStanding::Open,
                    _ => ChildStanding::Scored,
                };
                let own = || (&item.name, standing, item.points, leaf.weight, roll_up::worth(item));
                (leaf.group == group).then(own)
            }
            Row::Group(at) => {
                let (child, entry) = (card.groups.get(at)?, outline.groups().get(at)?);
                let standing = match child.progress {
                    progress if progress.all > 0 && progress.not_applicable == progress.all => {
                        ChildStanding::NotApplicable
                    }
                    progress if progress.all > 0 && progress.settled() == 0 => ChildStanding::Open,
                    _ => ChildStanding::Scored,
                };
                let own = (&child.name, standing, child.points, entry.weight, child.worth);
                (entry.parent == group).then_some(own)
            }
        };
        let unfilled = match group.and_then(|index| card.groups.get(index)) {
            Some(group) => group.unfilled,
            None => {
                let below =
                    card.groups.iter().fold(Decimal::ZERO, |sum, group| sum.saturating_add(group.unfilled));
                card.unfilled.saturating_sub(below)
            }
        };
        let mut children = Self { each: Vec::new(), adjust: Decimal::ZERO, unfilled, scores: Vec::new() };
        // Of a group the rows from it to the next one that is not within it.
        let depth = group.and_then(|index| outline.groups().get(index)).map(|entry| entry.depth);
        let first = group.map_or(0, |index| {
            let place = outline.rows().iter().position(|row| matches!(row, Row::Group(at) if *at == index));
            place.map_or(0, |place| place + 1)
        });
        let is_within = |row: &&Row| match row {
            Row::Group(at) => outline.groups().get(*at).map(|entry| entry.depth) > depth,
            Row::Indicator(_) => true,
        };
        let rows = outline.rows().iter().skip(first).take_while(is_within);
        for (name, standing, points, weight, worth) in rows.filter_map(child) {
            let whole = worth.score.saturating_add(worth.adjust);
            if !whole.is_zero() {
                children.scores.push((name.clone(), whole));
            }
            if points.is_zero() {
                children.adjust = children.adjust.saturating_add(whole);
            } else if is_sum {
                children.adjust = children.adjust.saturating_add(worth.adjust);
                children.each.push(Child { name: name.clone(), standing, points, weight, worth });
            } else {
                // What is weighed is weighed with its adjustments.
                children.each.push(Child {
                    name: name.clone(),
                    standing,
                    points,
                    weight,
                    worth: Worth { score: whole, ..worth },
                });
            }
        }
        children
    }

    fn sum(&self, of: impl Fn(&Child) -> Decimal) -> Decimal {
        self.each.iter().fold(Decimal::ZERO, |sum, child| sum.saturating_add(of(child)))
    }

    fn applies(&self) -> bool {
        self.each.iter().any(|child| !child.worth.applies.is_zero())
    }

    /// Those that count: of which something applies; all of them where what does not apply is only left out.
    fn counted(&self, excluding: bool) -> Vec<(Decimal, Counted)> {
        let counts = |child: &&Child| excluding || !child.worth.applies.is_zero();
        self.each.iter().filter(counts).map(|child| (child.points, child.counted(excluding))).collect()
    }
}

impl Child {
    fn counted(&self, excluding: bool) -> Counted {
        let base = if excluding { self.points } else { self.worth.applies };
        let (name, standing) = (self.name.clone(), self.standing);
        Counted { name, standing, score: self.worth.score, base, weight: self.weight }
    }
}

/// `decimals` are those of a group that is rounded before it is added up.
fn combined(
    template: &Template,
    (combine, decimals): (&Combine, Option<u32>),
    points: Decimal,
    children: &Children,
) -> Option<Combined> {
    let excluding = template.not_applicable == NotApplicablePolicy::Exclude;
    if combine::is_sum(combine) {
        let base = children.sum(|child| child.worth.applies).saturating_add(children.unfilled);
        if combine::is_rescaled(template, base, points) {
            return Some(Combined::Rescaled { score: children.sum(|child| child.worth.score), base });
        }
        let sum = children.scores.iter().fold(Decimal::ZERO, |sum, (_, score)| sum.saturating_add(*score));
        let rounded = decimals.is_some_and(|decimals| round(sum, decimals) != sum);
        let has_any = !children.scores.is_empty();
        return has_any.then(|| Combined::Added { scores: children.scores.clone(), rounded });
    }
    if !children.applies() {
        return None;
    }
    let counted = children.counted(excluding);
    let sum = |of: fn(&Counted) -> Decimal| {
        counted.iter().fold(Decimal::ZERO, |sum, (_, one)| sum.saturating_add(of(one)))
    };
    let (score, base) = (sum(|one| one.score), sum(|one| one.base));
    let each = || counted.iter().map(|(_, one)| one.clone()).collect();
    let applying = || children.each.iter().filter(|child| !child.worth.applies.is_zero());
    let rate = |one: &Counted| fraction(one.score, one.base);
    Some(match combine {
        Combine::Sum | Combine::EqualSplit(_) => return None,
        Combine::Weighted => {
            let weights = sum(|one| one.weight.unwrap_or_default());
            if weights.is_zero() {
                return None;
            }
            Combined::Weighted { children: each(), weights }
        }
        Combine::Mean => Combined::Mean { children: each() },
        Combine::Scale => Combined::Scaled { score, base },
        Combine::Highest => {
            let child = applying().max_by_key(|child| rate(&child.counted(excluding)))?;
            Combined::Highest(child.counted(excluding))
        }
        Combine::Lowest => {
            let child = applying().min_by_key(|child| rate(&child.counted(excluding)))?;
            Combined::Lowest(child.counted(excluding))
        }
        Combine::Banded(banded) => {
            let all = children.sum(|child| child.points);
            in_band(banded, points, (score, base, all), excluding, counted)?
        }
    })
}

fn in_band(
    Banded { by, bands }: &Banded,
    points: Decimal,
    (score, base, all): (Decimal, Decimal, Decimal),
    excluding: bool,
    counted: Vec<(Decimal, Counted)>,
) -> Option<Combined> {
    let (value, by, share) = match by {
        BandedBy::Sum if excluding || base == all => {
            (exact(score), ByBand::Sum { score, scaled: None }, false)
        }
        BandedBy::Sum => {
            let scaled = exact(score) * fraction(all, base)?;
            (scaled, ByBand::Sum { score, scaled: Some((all, base)) }, false)
        }
        BandedBy::Mean => {
            let mut sum = exact(Decimal::ZERO);
            for (points, one) in &counted {
                sum += fraction(one.score, one.base)? * exact(*points);
            }
            let mean = sum / exact(Decimal::from(counted.len()));
            (mean, ByBand::Mean(counted), false)
        }
        BandedBy::Rate => (fraction(score, base)?, ByBand::Rate { score, base }, true),
    };
    let band = super::award::band_of(bands, &value).map(|band| {
        let worth = match band.points {
            Points::Fixed(points) => TierWorth::Points(points),
            Points::Fraction(share) => TierWorth::Share { full: points, share },
            Points::Range { .. } | Points::Share { .. } => TierWorth::Points(Decimal::ZERO),
        };
        (NumberRange { from: band.from, to: band.to, share }, worth)
    });
    Some(Combined::Banded { by, value: rounded(&value, WORKING_DECIMALS)?.normalize(), band })
}
