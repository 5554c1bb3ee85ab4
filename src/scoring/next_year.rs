//! 用去年的新建: what a scorecard leaves for the year after.

use super::card::{ItemScore, ItemState, Scorecard};
use super::entries::entries;
use super::roll_up::score;
use crate::evaluation::{self, Evaluation, LastItem, LastResult, LastState, LastYear, NextYear};
use crate::number::round;
use crate::template::Template;

/// The evaluation of the year after `last`, whose file is called `file`, by the template that it is scored by.
pub fn next_year(template: &Template, last: &Evaluation, file: &str) -> NextYear {
    let card = score(template, last);
    evaluation::next_year(last, template, last_year(template, last, &card, file))
}

/// The results of an evaluation as next year's file keeps them; `card` is its scorecard, `file` the name of its file.
fn last_year(template: &Template, evaluation: &Evaluation, card: &Scorecard, file: &str) -> LastYear {
    let items = entries(template, evaluation).zip(&card.items).map(|((indicator, entry), item)| {
        let result = result(item, card.item_decimals);
        let edges = entry.and_then(|entry| entry.band_edges.as_deref());
        (indicator.id.clone(), LastItem::of(indicator, edges, result))
    });
    LastYear {
        year: evaluation.project.year.trim().to_owned(),
        file: file.to_owned(),
        points: card.points,
        total: card.total,
        grade: card.grade.clone(),
        provisional: card.provisional,
        rounding: template.rounding,
        items: items.collect(),
    }
}

fn result(item: &ItemScore, decimals: u32) -> LastResult {
    LastResult::Without(match (&item.state, item.score, item.shown_deduction(decimals)) {
        (ItemState::Scored, Some(score), Some(deduction)) => {
            return LastResult::Scored { score: round(score, decimals), deduction };
        }
        (ItemState::Unscored(_) | ItemState::Scored, ..) => LastState::Unscored,
        (ItemState::NoInformation, ..) => LastState::NoInformation,
        (ItemState::NotApplicable { .. }, ..) => LastState::NotApplicable,
        (ItemState::Compared { .. }, ..) => LastState::Compared,
    })
}
