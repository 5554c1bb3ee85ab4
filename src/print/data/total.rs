//! The foot of the table: sums, 折算, total, grade, and what still makes them provisional.

use crate::number::{fixed, plain};
use crate::print::PrintJob;
use crate::scoring::Scorecard;
use serde_json::{Value, json};

/// Decimals of the printed 折算 factor; the total itself is worked out exactly.
const FACTOR_DECIMALS: u32 = 4;

pub(super) fn total(job: &PrintJob<'_>) -> Value {
    let card = job.card;
    let overridden = card.items.iter().filter(|item| item.is_overridden()).map(|item| &item.name);
    json!({
        "points": plain(card.points),
        "sum": fixed(card.sum, card.item_decimals),
        "total": fixed(card.total, card.total_decimals),
        "deductions": fixed(card.deductions, card.item_decimals),
        "grade": card.grade,
        "provisional": card.provisional,
        "pending": plain(card.pending),
        "unfilled": (!card.unfilled.is_zero()).then(|| plain(card.unfilled)),
        "unscored": card.progress.unscored,
        "no_information": card.progress.no_information,
        "not_applicable": card.progress.not_applicable,
        "overridden": overridden.collect::<Vec<_>>(),
        "sections": sections(job),
        "scaling": scaling(card),
    })
}

fn sections(job: &PrintJob<'_>) -> Vec<Value> {
    let section = |group: &crate::scoring::GroupScore| {
        json!({
            "name": group.name,
            "points": plain(group.points.saturating_sub(group.excluded)),
            "score": fixed(group.score, job.card.item_decimals),
        })
    };
    job.card.sections(job.template).map(section).collect()
}

fn scaling(card: &Scorecard) -> Option<Value> {
    let scaling = card.scaling?;
    Some(json!({
        "applicable": plain(scaling.applicable),
        "points": plain(scaling.points),
        "factor": scaling.factor().map(|factor| fixed(factor, FACTOR_DECIMALS)),
    }))
}
