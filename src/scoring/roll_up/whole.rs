//! A whole evaluation, from nothing.

use super::attachments::{attachments, count_evidence};
use super::sheet::rolled_up;
use super::strikes::{strike_items, zeroed};
use crate::evaluation::Evaluation;
use crate::scoring::card::{ItemScore, Scorecard};
use crate::scoring::entries::entries;
use crate::scoring::funds::summarise;
use crate::scoring::item;
use crate::template::Template;

pub(in crate::scoring) fn score(template: &Template, evaluation: &Evaluation) -> Scorecard {
    let funds = summarise(&evaluation.funds);
    let attachments = attachments(template, evaluation);
    let mut items: Vec<ItemScore> = entries(template, evaluation)
        .map(|(indicator, entry)| item::score_beside(template, evaluation, (indicator, entry), &funds))
        .collect();
    count_evidence(template, &attachments, &mut items);
    let zeroed = zeroed(template, &items);
    strike_items(template, &mut items, &zeroed);
    rolled_up(template, items, zeroed, funds, attachments, None)
}
