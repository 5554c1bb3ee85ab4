//! How a group or the sheet came about where its children are not simply added up.

use super::card::{Combined, Counted, GroupScore, NumberRange, Scorecard, Workings};
use super::roll_up;
use crate::number::exact::{exact, fraction};
use crate::template::{Banded, BandedBy, Combine, NotApplicablePolicy, Template};
use rust_decimal::Decimal;

/// More children than this are counted, not listed.
const LISTED: usize = 8;

/// How the group at `group` of [`crate::template::Outline::groups`] came about, or with `None` the sheet; `None` where its
/// children are added up and nothing is scaled.
pub fn workings(template: &Template, card: &Scorecard, group: Option<usize>) -> Option<Workings> {
    let outline = template.outline();
    let (combine, points, score) = match group {
        None => (&template.combine, template.points, card.sum),
        Some(index) => {
            let entry = outline.groups().get(index)?;
            (&entry.combine, entry.points, card.groups.get(index)?.score)
        }
    };
    let parts = parts(template, card, group);
    let how = combined(template, combine, points, &parts)?;
    Some(Workings { points, score, how })
}

/// The children of more than 0 points that count.
fn parts(template: &Template, card: &Scorecard, group: Option<usize>) -> Vec<Counted> {
    let outline = template.outline();
    let excluding = template.not_applicable == NotApplicablePolicy::Exclude;
    let mut parts = Vec::new();
    let mut add = |points: Decimal, score: Decimal, applies: Decimal, weight| {
        if !points.is_zero() && (excluding || !applies.is_zero()) {
            parts.push(Counted { score, base: if excluding { points } else { applies }, weight });
        }
    };
    for (item, leaf) in card.items.iter().zip(outline.leaves()).filter(|(_, leaf)| leaf.group == group) {
        let worth = roll_up::worth(item);
        add(item.points, worth.score, worth.applies, leaf.weight);
    }
    for (child, entry) in card.groups.iter().zip(outline.groups()).filter(|(_, entry)| entry.parent == group)
    {
        add(child.points, scaled_part(child), child.points.saturating_sub(child.excluded), entry.weight);
    }
    parts
}

/// What of a group's score is weighed, its adjustments left out.
fn scaled_part(group: &GroupScore) -> Decimal {
    group.score.saturating_sub(group.adjust)
}

fn combined(template: &Template, combine: &Combine, points: Decimal, parts: &[Counted]) -> Option<Combined> {
    let sum = |of: fn(&Counted) -> Decimal| {
        parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(of(part)))
    };
    let (score, base) = (sum(|part| part.score), sum(|part| part.base));
    if parts.is_empty() {
        return None;
    }
    let rate = |part: &&Counted| fraction(part.score, part.base);
    Some(match combine {
        Combine::Sum | Combine::EqualSplit(_) => {
            let scaled = template.not_applicable == NotApplicablePolicy::RescaleInGroup && base < points;
            return scaled.then_some(Combined::Rescaled { score, base });
        }
        Combine::Weighted | Combine::Mean if parts.len() > LISTED => {
            Combined::MeanOf { count: parts.len(), weighted: *combine == Combine::Weighted }
        }
        Combine::Weighted => {
            let weights = sum(|part| part.weight.unwrap_or_default());
            Combined::Weighted { children: parts.to_vec(), weights }
        }
        Combine::Mean => Combined::Mean { children: parts.to_vec() },
        Combine::Scale => Combined::Scaled { score, base },
        Combine::Highest => Combined::Highest(*parts.iter().max_by_key(rate)?),
        Combine::Lowest => Combined::Lowest(*parts.iter().min_by_key(rate)?),
        Combine::Banded(Banded { by, bands }) => {
            let (value, share) = match by {
                BandedBy::Sum => (Some(score), false),
                BandedBy::Mean => (score.checked_div(Decimal::from(parts.len())), false),
                BandedBy::Rate => (score.checked_div(base), true),
            };
            let value = value?;
            let band = super::award::band_of(bands, &exact(value));
            let band = band.map(|band| NumberRange { from: band.from, to: band.to, share });
            Combined::Banded { by: *by, value, band }
        }
    })
}
