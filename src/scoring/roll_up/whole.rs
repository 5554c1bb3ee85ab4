//! A whole evaluation, from nothing.

use super::attachments::{attachments, count_evidence};
use super::sheet::rolled_up;
use super::strikes::{strike_items, zeroed};
use crate::evaluation::Evaluation;
use crate::scoring::around::Around;
use crate::scoring::card::{FundsSummary, ItemScore, Scorecard};
use crate::scoring::entries::entries;
use crate::scoring::funds::summarise;
use crate::scoring::item;
use crate::template::Template;

/// Scores the indicator at `position` anew, beside the others as they are.
pub(super) fn score_at(
    template: &Template,
    evaluation: &Evaluation,
    funds: &FundsSummary,
    items: &mut [ItemScore],
    position: usize,
) {
    let Some(indicator) = template.indicator_at(position) else { return };
    let around = Around { template, evaluation, funds, items };
    let scored = item::score_beside(around, indicator, evaluation.item(&indicator.id));
    if let Some(item) = items.get_mut(position) {
        *item = ItemScore { evidence: item.evidence, ..scored };
    }
}

pub(in crate::scoring) fn score(template: &Template, evaluation: &Evaluation) -> Scorecard {
    let funds = summarise(&evaluation.funds);
    let attachments = attachments(template, evaluation);
    let around = Around { template, evaluation, funds: &funds, items: &[] };
    let mut items: Vec<ItemScore> = entries(template, evaluation)
        .map(|(indicator, entry)| item::score_beside(around, indicator, entry))
        .collect();
    for (position, _) in template.outline().references().in_order() {
        score_at(template, evaluation, &funds, &mut items, *position);
    }
    count_evidence(template, &attachments, &mut items);
    let zeroed = zeroed(template, &items);
    strike_items(template, &mut items, &zeroed);
    rolled_up(template, items, zeroed, funds, attachments, None)
}
