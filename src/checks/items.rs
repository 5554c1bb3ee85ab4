//! The indicators, as they stand on the sheet.

use super::finding::{CheckId, Finding, Place, Severity};
use crate::evaluation::{Doubt, Evaluation, ItemEntry, doubts};
use crate::number::{fixed, percent};
use crate::scoring::{Derivation, ItemScore, ItemState, Scorecard, Source, Waiting, entries};
use crate::template::{Award, Direction, Indicator, Rate, Template};
use crate::text::{Explain as _, Message};
use rust_decimal::{Decimal, dec};

/// 超额完成 beyond this wants a word about the target.
const FAR_ABOVE: Decimal = dec!(1.3);

/// Full marks everywhere are rarely true.
pub(super) fn all_full(card: &Scorecard) -> Option<Finding> {
    let scored = card.progress.scored > 0 && !card.provisional && card.has_points();
    let all = scored && card.items.iter().all(|item| item.deduction.unwrap_or_default().is_zero());
    let of = |message| Finding::new(CheckId::C61, Severity::Warning, Place::Sheet, message);
    all.then(|| of(Message::new("check-all-full")))
}

pub(super) fn findings(
    template: &Template,
    evaluation: &Evaluation,
    card: &Scorecard,
    into: &mut Vec<Finding>,
) {
    let untouched = ItemEntry::default();
    for ((indicator, entry), item) in entries(template, evaluation).zip(&card.items) {
        of_indicator(template, indicator, entry.unwrap_or(&untouched), item, card.item_decimals, into);
    }
}

/// Those of the indicator at `position`.
pub(super) fn of_position(
    template: &Template,
    evaluation: &Evaluation,
    card: &Scorecard,
    position: usize,
    into: &mut Vec<Finding>,
) {
    let Some((indicator, item)) = template.indicator_at(position).zip(card.items.get(position)) else {
        return;
    };
    let untouched = ItemEntry::default();
    let entry = evaluation.item(&indicator.id).unwrap_or(&untouched);
    of_indicator(template, indicator, entry, item, card.item_decimals, into);
}

fn of_indicator(
    template: &Template,
    indicator: &Indicator,
    entry: &ItemEntry,
    item: &ItemScore,
    decimals: u32,
    into: &mut Vec<Finding>,
) {
    of_item(indicator, entry, item, decimals, into);
    into.extend(doubtful(indicator, entry, template.rounding.step));
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
        let place = match id {
            CheckId::C37 | CheckId::C38 => Place::Reason(item.id.clone()),
            CheckId::C62 => Place::Evidence(item.id.clone()),
            _ => Place::Score(item.id.clone()),
        };
        into.push(Finding::new(id, severity, place, message));
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
    // What a bonus offsets was taken all the same.
    let is_offset = lost <= Decimal::ZERO && !item.taken().is_zero();
    if is_offset && !explained() && !item.is_overridden() {
        let message = Message::new("check-no-reason-offset").with("points", fixed(item.taken(), decimals));
        report(CheckId::C37, Severity::Error, message);
    }
    if lost <= Decimal::ZERO && !is_offset && speaks_of_a_loss(&entry.reason) {
        report(CheckId::C38, Severity::Warning, Message::new("check-reason-left"));
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
    let above = above_target(indicator, &item.derivation);
    if let Some(rate) = above.filter(|_| !explained() && entry.remark.is_empty()) {
        let (key, severity) = match rate > FAR_ABOVE {
            true => ("check-far-above", Severity::Warning),
            false => ("check-above", Severity::Info),
        };
        report(CheckId::C74, severity, Message::new(key).with("rate", percent(rate)));
    }
}

/// Numbers that can hardly be meant.
fn doubtful(indicator: &Indicator, entry: &ItemEntry, step: Decimal) -> impl Iterator<Item = Finding> {
    let of = |doubt: Doubt| {
        let words = doubt.message();
        let message = Message::new("check-doubtful").with("item", &indicator.name);
        let message = message.with_detail("doubt", &words.into());
        Finding::new(CheckId::C21, Severity::Warning, Place::Score(indicator.id.clone()), message)
    };
    // That more was reached than planned has a check of its own.
    let is_planned = is_upwards(indicator);
    let doubts = doubts(indicator, entry, step).into_iter();
    doubts.filter(move |doubt| !(is_planned && matches!(doubt, Doubt::RateAbove { .. }))).map(of)
}

/// Words that are more than “nothing lost”.
fn speaks_of_a_loss(reason: &str) -> bool {
    const NOTHING: [&str; 8] = ["", "无", "无扣分", "不扣分", "未扣分", "没有扣分", "/", "—"];
    !NOTHING.contains(&reason.trim().trim_end_matches(['。', '.']))
}

/// The higher, the better.
fn is_upwards(indicator: &Indicator) -> bool {
    matches!(&indicator.rule.award, Award::Rate(Rate { direction: Direction::Positive, .. }))
}

/// The rate, where a positive one was exceeded.
fn above_target(indicator: &Indicator, derivation: &Derivation) -> Option<Decimal> {
    match derivation {
        // The funds form has checks of its own.
        Derivation::Rate { source: Source::Funds { .. }, quotient, .. } if *quotient <= FAR_ABOVE => None,
        Derivation::Rate { quotient, .. } if is_upwards(indicator) && *quotient > Decimal::ONE => {
            Some(*quotient)
        }
        _ => None,
    }
}
