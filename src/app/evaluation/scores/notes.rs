//! What strikes a group, the sheet or an indicator from outside of its own rule, in words.

use crate::app::evaluation::document::Document;
use crate::app::evaluation::scores::rule::{consequences, struck_words};
use crate::app::evaluation::state::Cx;
use crate::number::fixed;
use crate::scoring::{Cause, CauseKind, GroupScore, ItemScore};
use crate::template::Indicator;
use crate::text::Message;
use rust_decimal::Decimal;

/// 追加扣除, 封顶, 一票否决 of a group, and its 加分: a line each.
pub(crate) fn of_group(cx: &Cx<'_>, group: &GroupScore, decimals: u32) -> Vec<String> {
    let mut notes: Vec<String> = group.causes.iter().map(|cause| of_cause(cx, cause, decimals)).collect();
    if group.bonus > Decimal::ZERO {
        notes.push(of_bonus(cx, group.bonus, decimals));
    }
    notes
}

/// `追加扣除 −10.00（拒不报送）`.
pub(crate) fn of_cause(cx: &Cx<'_>, cause: &Cause, decimals: u32) -> String {
    let sign = if cause.points < Decimal::ZERO { '+' } else { '−' };
    let message = Message::new("cause-words")
        .with("kind", cx.t(kind_key(cause.kind)))
        .with("points", format!("{sign}{}", fixed(cause.points.abs(), decimals)))
        .with("label", cause.label.text(cx.lang()));
    cx.text(&message)
}

pub(crate) fn of_bonus(cx: &Cx<'_>, bonus: Decimal, decimals: u32) -> String {
    cx.text(&Message::new("bonus-words").with("points", fixed(bonus, decimals)))
}

/// What an indicator does beyond itself, or that a veto leaves it nothing.
pub(crate) fn of_item(
    cx: &Cx<'_>,
    document: &Document,
    indicator: &Indicator,
    item: &ItemScore,
) -> Option<String> {
    let decimals = document.card().item_decimals;
    struck_words(cx, item, decimals)
        .or_else(|| consequences(cx, document, &indicator.id, item).map(|text| text.replace('\n', "　")))
}

/// Key of what a cause is called.
pub(crate) fn kind_key(kind: CauseKind) -> &'static str {
    match kind {
        CauseKind::NotEarned => "cause-not-earned",
        CauseKind::Deduction => "cause-deduction",
        CauseKind::Beyond => "cause-beyond",
        CauseKind::Veto => "cause-veto",
        CauseKind::Overflow => "cause-overflow",
        CauseKind::Limit => "cause-limit",
        CauseKind::Floor => "cause-floor",
        CauseKind::Override => "cause-override",
    }
}
