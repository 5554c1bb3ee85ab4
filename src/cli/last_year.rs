//! Last year in the JSON of `jiping score`.

use super::answer::Said;
use crate::evaluation::LastYear;
use crate::number::{fixed, in_full};
use crate::scoring::{LastPoints, LastScore, Scorecard};
use crate::text::Lang;
use rust_decimal::Decimal;
use serde::Serialize;

/// What last year's evaluation came to as a whole.
#[derive(Serialize)]
pub(super) struct LastSheet {
    year: String,
    file: String,
    points: String,
    total: String,
    grade: Option<String>,
    provisional: bool,
}

/// What last year says of an indicator: figures where they compare, else why not, and the figures all the same.
#[derive(Serialize)]
pub(super) struct LastFigures {
    comparable: bool,
    points: Option<String>,
    score: Option<String>,
    deduction: Option<String>,
    why_not: Option<Said>,
}

impl LastSheet {
    pub(super) fn of(last: &LastYear, card: &Scorecard) -> Self {
        Self {
            year: last.year.clone(),
            file: last.file.clone(),
            points: in_full(last.points, card.item_decimals),
            total: fixed(last.total, card.total_decimals.max(last.rounding.total_decimals)),
            grade: last.grade.as_ref().map(ToString::to_string),
            provisional: last.provisional,
        }
    }
}

impl LastFigures {
    pub(super) fn of(last: &LastScore, decimals: u32, lang: Lang) -> Self {
        let (comparable, then, why) = match last {
            LastScore::Comparable(points) => (true, Some(*points), None),
            LastScore::Incomparable { why, then } => (false, *then, Some(why)),
        };
        let figure = |of: fn(LastPoints) -> Decimal| then.map(|then| in_full(of(then), decimals));
        Self {
            comparable,
            points: figure(|then| then.points),
            score: figure(|then| then.score),
            deduction: figure(|then| then.deduction),
            why_not: why.map(|why| Said::of(&why.message(), lang)),
        }
    }
}
