//! A scoring template (评分模板): the tree of indicators, the rule of each, grades and the layout of the sheet.

mod check;
mod edit;
mod error;
mod locate;
mod model;
mod outline;
mod read;
mod rule;
mod sums;
mod tailor;
mod target;

pub use check::{MOST_POINTS, Problem, Severity, Turn, check, check_file};
pub use edit::{
    HeadField, NodeField, Slot, TemplateEdit, TemplateEditError, TemplateText, copy_of, distinct_ids,
    fresh_id, fresh_part_id,
};
pub use error::{Place, ReadError};
pub use model::{
    Form, Grade, GradeBy, Group, Indicator, Node, NotApplicablePolicy, OpenGroup, Order, Pattern, Rounding,
    Sheet, Template, TotalCap, Years,
};
pub use outline::{GroupEntry, Leaf, Outline, Row};
pub use read::{read, shipped, shipped_by_id, write};
pub use rule::{
    Alternative, Alternatives, AnswerOption, Award, AwardKind, Band, Banded, BandedBy, Bands, Becomes, Best,
    Choice, Combine, Consequence, CountTier, Counting, Curve, CurvePoint, Deduction, Deviation, Direction,
    EachDeduction, Edge, Effect, Entered, EnteredRate, EqualSplit, Factor, FundsRate, Gate, Kill, Kind,
    Ledger, LedgerDeduction, LedgerSum, Measure, MeasureKind, MeasuredNumber, Overflow, OverflowPoints,
    Panel, PanelMean, Part, Parts, PartsNeeded, PassRow, PeerYield, Peers, PerMoney, PerUnit, Points,
    RangeDeduction, Rate, Remainder, Risk, RiskYield, Risks, Rule, SameMatter, Scale, Scope, Side, Step,
    Steps, SubSheet, SubSheets, Trigger, Veto, Worth, ZeroDenominator,
};
pub use sums::{Sum, Summed};
pub use tailor::Own;
pub use target::{Sign, Target};

use std::sync::Arc;

/// Labels are shared between template, scorecard and views.
pub type Label = Arc<str>;

/// Identifies an indicator, a group, a part of a rule. Unique within its template.
pub type Id = Arc<str>;

/// The newest format that this program reads and the one that it writes.
pub const FORMAT: u32 = 1;
