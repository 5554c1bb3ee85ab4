//! The 扣分明细表: what was taken away or set by hand, why, and the list of attachments.

use super::digest;
use super::language::LANG;
use crate::number::{fixed, in_full, plain, round};
use crate::print::PrintJob;
use crate::scoring::{Attachment, Cause, CauseKind, CauseShown, Derivation, ItemScore, ItemState};
use rust_decimal::Decimal;
use serde::Serialize;

/// An indicator of which something was taken.
#[derive(Serialize)]
pub(in crate::print) struct DeductedData {
    pub(in crate::print) path: String,
    pub(in crate::print) points: String,
    pub(in crate::print) score: Option<String>,
    pub(in crate::print) computed: Option<String>,
    pub(in crate::print) set: Option<String>,
    pub(in crate::print) deduction: Option<String>,
    pub(in crate::print) overridden: bool,
    pub(in crate::print) causes: Vec<CauseData>,
    pub(in crate::print) derivation: String,
    pub(in crate::print) override_reason: Option<String>,
    pub(in crate::print) reason: String,
    pub(in crate::print) evidence_note: String,
    pub(in crate::print) attachments: Vec<AttachmentData>,
}

/// 扣分情形 with its points.
#[derive(Serialize, Debug, PartialEq, Eq)]
pub(in crate::print) struct CauseData {
    pub(in crate::print) kind: &'static str,
    pub(in crate::print) label: String,
    pub(in crate::print) points: String,
}

/// 附件.
#[derive(Serialize)]
pub(in crate::print) struct AttachmentData {
    pub(in crate::print) number: String,
    pub(in crate::print) name: String,
    pub(in crate::print) size: String,
    pub(in crate::print) digest: String,
    /// The path of the indicator that it proves.
    pub(in crate::print) item: String,
}

/// From the sum of the 扣分 column down to 满分 − 总分.
#[derive(Serialize)]
pub(in crate::print) struct CarriedData {
    pub(in crate::print) column: String,
    pub(in crate::print) lines: Vec<CarriedLine>,
    pub(in crate::print) missing: String,
    pub(in crate::print) points: String,
    pub(in crate::print) total: String,
}

#[derive(Serialize)]
pub(in crate::print) struct CarriedLine {
    pub(in crate::print) kind: &'static str,
    pub(in crate::print) of: String,
    pub(in crate::print) points: String,
}

pub(in crate::print) fn deducted(job: &PrintJob<'_>) -> Vec<DeductedData> {
    let is_listed = |item: &&ItemScore| {
        let differs = item.deduction.is_some_and(|points| !points.is_zero());
        // What a bonus offsets was taken all the same.
        item.is_overridden() || differs || !item.taken().is_zero()
    };
    job.card.items.iter().filter(is_listed).map(|item| one(job, item)).collect()
}

/// The 扣分 column added up, and line by line what else makes it 满分 − 总分.
pub(in crate::print) fn carried_down(job: &PrintJob<'_>) -> CarriedData {
    let card = job.card;
    let decimals = card.item_decimals;
    let add = |sum: Decimal, points: Decimal| sum.saturating_add(points);
    let column = card.items.iter().filter_map(|item| item.shown_deduction(decimals)).fold(Decimal::ZERO, add);
    let missing = card.points.saturating_sub(card.total);
    let open = |of: fn(&ItemState) -> bool| {
        let open = card.items.iter().filter(|item| item.score.is_none() && of(&item.state));
        open.map(|item| item.points).fold(Decimal::ZERO, add)
    };
    let without = open(|state| matches!(state, ItemState::NotApplicable { .. }));
    let mut lines = vec![
        ("open", String::new(), open(ItemState::is_open)),
        ("unfilled", String::new(), card.unfilled),
        ("not-applicable", String::new(), without),
    ];
    for CauseShown { group, cause, points, .. } in card.strikes() {
        let of = group.map(|group| format!("{}：", group.name)).unwrap_or_default();
        lines.push((cause.kind.of_strike(), of + &cause.label.text(LANG), points));
    }
    // Points of the rows beside those of the sheet, then scores of the rows beside the total.
    let points = card.items.iter().map(|item| item.points).fold(card.unfilled, add);
    let kind = if card.unfilled.is_zero() { "points" } else { "points-unfilled" };
    lines.push((kind, plain(points), card.points.saturating_sub(points)));
    let so_far = lines.iter().map(|(_, _, points)| *points).fold(column, add);
    let scores = card
        .items
        .iter()
        .filter_map(|item| item.score)
        .fold(Decimal::ZERO, |sum, score| sum.saturating_add(round(score, decimals)));
    let struck = card.strikes().fold(Decimal::ZERO, |sum, strike| sum.saturating_add(strike.points));
    let sign = if struck.is_sign_negative() { '+' } else { '−' };
    let struck = match struck.is_zero() {
        true => String::new(),
        false => format!(" {sign} {}（追加扣除、否决、封顶、保底）", in_full(struck.abs(), decimals)),
    };
    let of =
        format!("{}{struck} − {}（总分）", in_full(scores, decimals), fixed(card.total, card.total_decimals));
    lines.push(("worked-out", of, missing.saturating_sub(so_far)));
    let shown = |(kind, of, points): &(&'static str, String, Decimal)| {
        let sign = if points.is_sign_negative() { "+" } else { "" };
        CarriedLine { kind, of: of.clone(), points: format!("{sign}{}", in_full(points.abs(), decimals)) }
    };
    let lines = lines.iter().filter(|(_, _, points)| !points.is_zero()).map(shown).collect();
    CarriedData {
        column: in_full(column, decimals),
        lines,
        missing: in_full(missing, decimals),
        points: plain(card.points),
        total: fixed(card.total, card.total_decimals),
    }
}

fn one(job: &PrintJob<'_>, item: &ItemScore) -> DeductedData {
    let decimals = job.card.item_decimals;
    let entry = job.evaluation.item(&item.id);
    let points = |points: Option<Decimal>| points.map(|points| fixed(points, decimals));
    let cause = |cause: &Cause| CauseData {
        kind: cause_kind(cause.kind, &item.derivation),
        label: cause.label.text(LANG),
        points: effect(cause.points, decimals),
    };
    let attachments = job.card.attachments_of(&item.id).map(|attachment| self::attachment(job, attachment));
    DeductedData {
        path: job.template.path_of(&item.id),
        points: plain(item.points),
        score: points(item.score),
        computed: points(item.computed),
        set: points(set_by_hand(item)),
        deduction: item.shown_deduction(decimals).map(|points| shortfall(points, decimals)),
        overridden: item.is_overridden(),
        causes: item.causes.iter().map(cause).collect(),
        derivation: rule_text(item, decimals),
        override_reason: item.override_reason.as_deref().map(str::to_owned),
        reason: entry.map(|entry| entry.reason.clone()).unwrap_or_default(),
        evidence_note: entry.map(|entry| entry.evidence_note.clone()).unwrap_or_default(),
        attachments: attachments.collect(),
    }
}

/// What somebody set by hand, whatever struck it afterwards.
fn set_by_hand(item: &ItemScore) -> Option<Decimal> {
    let own = item.unstruck.as_deref().unwrap_or(item);
    own.score.filter(|_| own.is_overridden())
}

/// What the rule yields; an override and its reason stand in fields of their own.
fn rule_text(item: &ItemScore, decimals: u32) -> String {
    match &item.derivation {
        Derivation::Overridden { rule, computed, .. } => rule.before(LANG, *computed, decimals),
        derivation => derivation.text(LANG, item.score, decimals),
    }
}

/// Points that were not earned are named by the form of the award.
fn cause_kind(kind: CauseKind, derivation: &Derivation) -> &'static str {
    match (kind, derivation) {
        (_, Derivation::Overridden { rule, .. }) => cause_kind(kind, rule),
        (CauseKind::NotEarned, Derivation::Less { from, .. }) => cause_kind(kind, from),
        (CauseKind::NotEarned, Derivation::Parts { .. }) => "part",
        (CauseKind::NotEarned, Derivation::Tier { .. } | Derivation::Band { .. }) => "tier",
        (CauseKind::NotEarned, Derivation::Rate { .. }) => "rate",
        (CauseKind::NotEarned, _) => "free",
        (CauseKind::Beyond, _) => "beyond",
        (CauseKind::Veto, _) => "veto",
        (CauseKind::Overflow, _) => "overflow",
        (CauseKind::Limit, _) => "limit",
        (CauseKind::Deduction, _) => "deduction",
        (CauseKind::Floor, _) => "floor",
        (CauseKind::Override, _) => "override",
    }
}

/// What a cause does to the score: a deduction is −, points given back are +.
pub(super) fn effect(points: Decimal, decimals: u32) -> String {
    let sign = if points.is_sign_negative() { '+' } else { '−' };
    format!("{sign}{}", fixed(points.abs(), decimals))
}

/// 扣分 of an indicator without a sign; what goes beyond the full marks (加分) with +, never as a negative deduction.
pub(super) fn shortfall(points: Decimal, decimals: u32) -> String {
    let sign = if points < Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", fixed(points.abs(), decimals))
}

pub(in crate::print) fn attachments(job: &PrintJob<'_>) -> Vec<AttachmentData> {
    job.card.attachments.iter().map(|attachment| self::attachment(job, attachment)).collect()
}

fn attachment(job: &PrintJob<'_>, attachment: &Attachment) -> AttachmentData {
    let evidence = &attachment.evidence;
    AttachmentData {
        number: attachment.number.to_string(),
        name: evidence.name.clone(),
        size: size(evidence.size),
        digest: digest::short(&evidence.sha256),
        item: job.template.path_of(&evidence.item),
    }
}

/// A file's size in the unit in which people speak of it, one decimal.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["KB", "MB", "GB", "TB", "PB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut unit = 0;
    let mut divisor: u64 = 1024;
    while unit + 1 < UNITS.len() && bytes / divisor >= 1024 {
        divisor *= 1024;
        unit += 1;
    }
    let amount = Decimal::from(bytes).checked_div(Decimal::from(divisor)).unwrap_or_default();
    format!("{} {}", fixed(amount, 1), UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(1536), "1.5 KB");
        assert_eq!(size(524_288_000), "500.0 MB");
        assert_eq!(size(u64::MAX), "16384.0 PB");
    }
}
