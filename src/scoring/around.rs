//! What an indicator may look at beyond its own entry.

use super::card::{FundsSummary, ItemScore, Scorecard};
use crate::evaluation::Evaluation;
use crate::template::Template;

/// What an indicator may look at beyond its own entry: the funds form, and other indicators with their scores.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub(super) template: &'a Template,
    pub(super) evaluation: &'a Evaluation,
    pub(super) funds: &'a FundsSummary,
    /// By position; empty before any is scored.
    pub(super) items: &'a [ItemScore],
}

impl<'a> Around<'a> {
    /// What stands around an indicator of an evaluation and its card.
    pub fn of(template: &'a Template, evaluation: &'a Evaluation, card: &'a Scorecard) -> Self {
        Self { template, evaluation, funds: &card.funds, items: &card.items }
    }
}
