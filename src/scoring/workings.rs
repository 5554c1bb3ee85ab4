//! How a group or the sheet came about where its children are not simply added up, in words.

use super::card::{GroupScore, Scorecard};
use super::roll_up;
use super::words::band_text;
use crate::number::exact::{exact, fraction};
use crate::number::{fixed, percent, plain};
use crate::template::{BandedBy, Combine, NotApplicablePolicy, Template};
use rust_decimal::Decimal;

/// More children than this are counted, not listed.
const LISTED: usize = 8;

/// A child that counts.
struct Part {
    score: Decimal,
    /// Points that apply; its own 分值 where what does not apply is only left out.
    base: Decimal,
    weight: Option<Decimal>,
}

/// How the group at `group` of [`crate::template::Outline::groups`] came about, or with `None` the sheet; `None` where its
/// children are added up and nothing is scaled.
pub fn workings(template: &Template, card: &Scorecard, group: Option<usize>) -> Option<String> {
    let outline = template.outline();
    let (combine, points, score) = match group {
        None => (&template.combine, template.points, card.sum),
        Some(index) => {
            let entry = outline.groups().get(index)?;
            (&entry.combine, entry.points, card.groups.get(index)?.score)
        }
    };
    let parts = parts(template, card, group);
    let decimals = card.item_decimals;
    let text = words(template, combine, points, &parts, decimals)?;
    Some(format!("{text} = {}", fixed(score, decimals)))
}

/// The children of more than 0 points that count.
fn parts(template: &Template, card: &Scorecard, group: Option<usize>) -> Vec<Part> {
    let outline = template.outline();
    let excluding = template.not_applicable == NotApplicablePolicy::Exclude;
    let mut parts = Vec::new();
    let mut add = |points: Decimal, score: Decimal, applies: Decimal, weight| {
        if !points.is_zero() && (excluding || !applies.is_zero()) {
            parts.push(Part { score, base: if excluding { points } else { applies }, weight });
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

fn words(
    template: &Template,
    combine: &Combine,
    points: Decimal,
    parts: &[Part],
    decimals: u32,
) -> Option<String> {
    let number = |value: Decimal| plain(crate::number::round(value, decimals));
    let sum =
        |of: fn(&Part) -> Decimal| parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(of(part)));
    let (score, base) = (sum(|part| part.score), sum(|part| part.base));
    let ratio = |part: &Part| format!("{} ÷ {}", number(part.score), plain(part.base));
    let full = plain(points);
    if parts.is_empty() {
        return None;
    }
    Some(match combine {
        Combine::Sum | Combine::EqualSplit { .. } => {
            let scaled = template.not_applicable == NotApplicablePolicy::RescaleInGroup && base < points;
            return scaled.then(|| format!("{} × {full} ÷ {}（不适用的不计）", number(score), plain(base)));
        }
        Combine::Weighted | Combine::Mean if parts.len() > LISTED => {
            format!(
                "{full} × {} 项得分率的{}平均",
                parts.len(),
                if *combine == Combine::Mean { "" } else { "加权" }
            )
        }
        Combine::Weighted => {
            let weight = |part: &Part| part.weight.unwrap_or_default();
            let terms: Vec<String> =
                parts.iter().map(|part| format!("{} × {}", percent(weight(part)), ratio(part))).collect();
            let weights = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(weight(part)));
            let tail =
                if weights == Decimal::ONE { String::new() } else { format!(" ÷ {}", percent(weights)) };
            format!("{full} ×（{}）{tail}", terms.join(" + "))
        }
        Combine::Mean => {
            let terms: Vec<String> = parts.iter().map(ratio).collect();
            format!("{full} ×（{}）÷ {}", terms.join(" + "), parts.len())
        }
        Combine::Scale => format!("{full} × {} ÷ {}", number(score), plain(base)),
        Combine::Highest | Combine::Lowest => {
            let highest = *combine == Combine::Highest;
            let rate = |part: &&Part| fraction(part.score, part.base);
            let found = if highest { parts.iter().max_by_key(rate) } else { parts.iter().min_by_key(rate) }?;
            format!("{full} × {}（取得分率最{}的一项）", ratio(found), if highest { "高" } else { "低" })
        }
        Combine::Banded { by, bands } => {
            let count = Decimal::from(parts.len());
            let (name, y, share) = match by {
                BandedBy::Sum => ("合计", Some(score), false),
                BandedBy::Mean => ("平均", score.checked_div(count), false),
                BandedBy::Rate => ("得分率", score.checked_div(base), true),
            };
            let y = y?;
            let band = super::award::band_of(bands, &exact(y)).map(|band| band_text(band, share));
            let y = if share { percent(y) } else { number(y) };
            format!("{name} {y}，{}", band.map_or("不在任何一档".to_owned(), |band| format!("属 {band}")))
        }
    })
}
