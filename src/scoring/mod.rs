//! From template and evaluation to the [`Scorecard`]: pure, exact, and the only place that adds up points.

mod around;
mod award;
mod card;
mod combine;
mod deduction;
mod earned;
mod effect;
mod entries;
mod funds;
mod inputs;
mod item;
mod last_year;
mod ledger;
mod ledger_entry;
mod measure;
mod measured;
mod next_year;
mod occurrences;
mod other;
mod reading;
mod roll_up;
mod ways;
mod workings;

pub use around::Around;
pub use award::{band_range, points_range};
pub use card::{
    Attachment, Balance, ByBand, Cause, CauseKind, CauseShown, ChildStanding, Chosen, Combined, Comparison,
    Counted, Derivation, EachCounted, FundsColumn, FundsSummary, Grading, GroupScore, Inapplicable,
    Incomparable, ItemScore, ItemState, Kept, KindCounted, LastPoints, LastScore, LedgerDetail, LedgerScore,
    LedgerSums, LineSummary, Loss, LossOf, Month, Naming, NextGrade, NumberRange, OnCurve, PointsRange,
    Progress, RateLimit, Rescored, RowScore, Scaling, Scorecard, Source, Standing, StepTerm, Strike, Struck,
    Taken, Term, TierWorth, Waiting, Workings,
};
pub(crate) use entries::entries;
pub use ledger::ledger_score;
pub use next_year::next_year;
pub use reading::Reading;
pub use ways::{Way, WayKind, comes_to, nothing_deducted, ways_to};
pub use workings::{workings, workings_in_full};

use crate::evaluation::Evaluation;
use crate::template::Template;

/// Scores an evaluation by a template. Every number that is shown, printed or exported comes from here.
pub fn score(template: &Template, evaluation: &Evaluation) -> Scorecard {
    roll_up::score(template, evaluation)
}

/// Makes of `card`, which [`score`] made of `before`, what it would make of `after` by the same template, sooner:
/// only what differs is scored anew. For an edit in a large sheet.
pub fn rescore(
    card: &mut Scorecard,
    template: &Template,
    before: &Evaluation,
    after: &Evaluation,
) -> Rescored {
    roll_up::rescore(card, template, before, after)
}
