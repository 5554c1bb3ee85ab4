//! A scoring template (评分模板): the tree of indicators, the rule of each, grades and the layout of the sheet.

mod check;
mod edit;
mod error;
mod id;
mod locate;
mod model;
mod node;
mod outline;
mod patterns;
mod problem;
mod read;
mod references;
mod rule;
mod split;
mod sums;
mod tailor;
mod target;

pub use check::{MOST_POINTS, check};
pub use edit::{
    HeadField, NodeField, Slot, TemplateEdit, TemplateEditError, TemplateText, distinct_ids, fresh_part_id,
};
pub use error::{Place, ReadError};
pub use id::{Id, Label};
pub use model::{
    FORMAT, Form, Grade, GradeBy, NotApplicablePolicy, Order, Rounding, Sheet, Template, TotalCap, Years,
};
pub use node::{Group, Indicator, Node, OpenGroup, Pattern};
pub use outline::{GroupEntry, Leaf, Outline, Row};
pub use problem::{Problem, Severity, Turn};
pub use read::{check_file, read, shipped, shipped_by_id, write};
pub use references::{LONGEST_CHAIN, References};
pub use rule::{
    Alternative, Alternatives, AnswerOption, Award, AwardKind, Band, Banded, BandedBy, Bands, Becomes, Best,
    Choice, Combine, Consequence, CountTier, Counting, Curve, CurvePoint, Deduction, Deviation, Direction,
    EachDeduction, Edge, Effect, Entered, EnteredRate, EqualSplit, Exempt, ExemptFrom, Factor, FundsRate,
    Gate, Kill, Kind, Ledger, LedgerDeduction, LedgerSum, Measure, MeasureKind, MeasuredNumber,
    OtherIndicator, Overflow, OverflowPoints, Panel, PanelMean, Part, Parts, PartsNeeded, PassRow, PeerYield,
    Peers, PerMoney, PerUnit, Points, RangeDeduction, Rate, Remainder, Risk, RiskYield, Risks, Rule,
    SameMatter, Scale, Scope, Side, Step, Steps, StepsDeduction, SubSheet, SubSheets, Takes, Trigger, Veto,
    Worth, ZeroDenominator, is_percent,
};
pub use sums::{Sum, Summed};
pub use tailor::Own;
pub use target::{Sign, Target};
