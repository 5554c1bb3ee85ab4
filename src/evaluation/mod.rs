//! What the evaluator entered (评价): project, funds, inputs, reasons, evidence. Every change is an [`Edit`].

mod apply;
mod edit;
mod history;
mod model;
mod read;

pub use edit::{Edit, EditError, ProjectField, Target};
pub use history::{History, Pushed, Step};
pub use model::{
    Applicability, Evaluation, Evidence, FundField, FundLine, Funds, InputKey, Inputs, ItemEntry, MoneyUnit,
    Override, Project, Signatory, TemplateRef, Value,
};
pub use read::{ReadError, read, write};

/// The newest format of `evaluation.ron` that this program reads, and the one that it writes.
pub const FORMAT: u32 = 1;

/// Keys of inputs that belong to the indicator as a whole; all others are ids of parts and deductions.
pub mod input {
    /// Id of the option that holds (单选档).
    pub const CHOICE: &str = "choice";
    /// Points chosen within a band, or entered freely.
    pub const POINTS: &str = "points";
    /// 目标值.
    pub const TARGET: &str = "target";
    /// 实际值.
    pub const ACTUAL: &str = "actual";
    /// The rate itself, in per cent.
    pub const RATE: &str = "rate";

    /// Key of the points that a ticked deduction takes.
    pub fn deducted(deduction: &str) -> super::InputKey {
        format!("{deduction}/points").into()
    }

    /// What a number of occurrences may be.
    pub fn counts() -> crate::number::Limits {
        use rust_decimal::Decimal;
        crate::number::Limits {
            min: Some(Decimal::ZERO),
            max: Some(Decimal::from(1_000_000)),
            step: Some(Decimal::ONE),
            below_max: false,
        }
    }

    /// Key of the number of occurrences of a deduction (处数).
    pub fn count(deduction: &str) -> super::InputKey {
        format!("{deduction}/count").into()
    }
}
