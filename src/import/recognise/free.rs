//! 酌情评分: the table itself leaves the score to the evaluator.

use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::pattern;
use crate::template::{Award, Rounding};

pattern!(FREE, r"^[^0-9扣]*(?:酌情|酌定|综合|实际|具体)[^0-9扣]*(?:评分|打分|给分|计分|得分|赋分)[^0-9扣]*$");

pub(super) fn free(source: &Source) -> Attempt {
    let says_so = FREE.is_match(&source.standard) && !source.standard.contains(['率', '每']);
    says_so.then(|| Ok(vec![Proposal::of(Form::Free, Award::Free { step: Rounding::default().step })]))
}
