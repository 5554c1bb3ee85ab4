//! The indicators, as they stand on the sheet.

use super::finding::{CheckId, Finding, Severity};
use crate::evaluation::{Evaluation, ItemEntry};
use crate::number::{fixed, percent};
use crate::scoring::{Derivation, ItemScore, ItemState, Scorecard, Waiting, entries};
use crate::template::{Award, Direction, Indicator, Rate, Template};
use crate::text::Message;
use rust_decimal::{Decimal, dec};

/// 超额完成 beyond this wants a word about the target.
const FAR_ABOVE: Decimal = dec!(1.3);

pub(super) fn findings(template: &Template, evaluation: &Evaluation, card: &Scorecard) -> Vec<Finding> {
    let mut findings = Vec::new();
    let scored = card.progress.scored > 0 && !card.provisional && !card.points.is_zero();
    if scored && card.items.iter().all(|item| item.deduction.unwrap_or_default().is_zero()) {
        findings.push(Finding::of_sheet(CheckId::C61, Severity::Warning, Message::new("check-all-full")));
    }
    let untouched = ItemEntry::default();
    for ((indicator, entry), item) in entries(template, evaluation).zip(&card.items) {
        of_item(indicator, entry.unwrap_or(&untouched), item, card.item_decimals, &mut findings);
    }
    findings
}

fn of_item(
    indicator: &Indicator,
    entry: &ItemEntry,
    item: &ItemScore,
    decimals: u32,
    into: &mut Vec<Finding>,
) {
    let mut report = |id, severity, message: Message| {
        let message = message.with("item", &*item.name);
        into.push(Finding { id, severity, item: Some(item.id.clone()), message });
    };
    match item.state {
        ItemState::Unscored(Waiting::PointsOutsideBand) => {
            report(CheckId::C69, Severity::Error, Message::new("check-outside-band"));
        }
        ItemState::Unscored(Waiting::OutOfRange | Waiting::TooLarge) => {
            report(CheckId::C69, Severity::Error, Message::new("check-out-of-range"));
        }
        ItemState::Unscored(Waiting::ZeroTarget) => {
            report(CheckId::C12, Severity::Error, Message::new("check-zero-target"));
        }
        ItemState::Unscored(Waiting::NotAMeasurement) => {
            report(CheckId::C34, Severity::Error, Message::new("check-not-a-measurement"));
        }
        ItemState::Unscored(_) => report(CheckId::C50, Severity::Error, Message::new("check-unscored")),
        ItemState::NoInformation => {
            report(CheckId::C35, Severity::Warning, Message::new("check-no-information"));
        }
        ItemState::NotApplicable { .. } | ItemState::Scored | ItemState::Compared { .. } => {}
    }
    let Some(score) = item.score.filter(|_| item.state == ItemState::Scored) else { return };
    let explained = || !entry.reason.trim().is_empty();
    let lost = item.deduction.unwrap_or_default();
    if lost > Decimal::ZERO && !explained() && !item.is_overridden() {
        let message = Message::new("check-no-reason").with("points", fixed(lost, decimals));
        report(CheckId::C37, Severity::Error, message);
    }
    if indicator.evidence_expected
        && score > Decimal::ZERO
        && item.evidence == 0
        && entry.evidence_note.trim().is_empty()
    {
        report(CheckId::C62, Severity::Warning, Message::new("check-no-evidence"));
    }
    if let Some(reason) = &item.override_reason {
        let computed = item.computed.map_or_else(|| "—".to_owned(), |computed| fixed(computed, decimals));
        let message = Message::new("check-override").with("computed", computed);
        let message = message.with("score", fixed(score, decimals)).with("reason", reason);
        report(CheckId::C60, Severity::Info, message);
    }
    if let Some(rate) =
        far_above(indicator, &item.derivation).filter(|_| !explained() && entry.remark.is_empty())
    {
        let message = Message::new("check-far-above").with("rate", percent(rate));
        report(CheckId::C74, Severity::Warning, message);
    }
}

/// The rate, where a positive one was exceeded by far.
fn far_above(indicator: &Indicator, derivation: &Derivation) -> Option<Decimal> {
    let upwards = matches!(&indicator.rule.award, Award::Rate(Rate { direction: Direction::Positive, .. }));
    match derivation {
        Derivation::Rate { quotient, .. } if upwards && *quotient > FAR_ABOVE => Some(*quotient),
        _ => None,
    }
}
