//! What a check found: which check, how much it matters, which indicator, and the words.

use crate::template::Id;
use crate::text::{Explain, Message};

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The sheet should not be signed like this.
    Error,
    /// Worth a second look.
    Warning,
    /// Good to know; whoever signs should have seen it.
    Info,
}

impl Severity {
    /// Key of its name in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Error => "check-severity-error",
            Self::Warning => "check-severity-warning",
            Self::Info => "check-severity-info",
        }
    }
}

/// Which check found it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CheckId {
    /// A rate divided by zero.
    C12,
    /// More received or spent than budgeted.
    C13,
    /// An actual value that is a bound, not a measurement.
    C34,
    /// An indicator without information.
    C35,
    /// Lost points without a reason.
    C37,
    /// A template for other years.
    C47,
    /// Something that must be filled in.
    C50,
    /// A score other than the rule yields.
    C60,
    /// Full marks everywhere.
    C61,
    /// A score without evidence.
    C62,
    /// Points that the evaluation set do not add up.
    C64,
    /// An entry outside its range.
    C69,
    /// Weights that the evaluation set do not add up.
    C71,
    /// Far more reached than planned.
    C74,
}

impl CheckId {
    /// The id as the trade writes it and JSON has it: `C37`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::C12 => "C12",
            Self::C13 => "C13",
            Self::C34 => "C34",
            Self::C35 => "C35",
            Self::C37 => "C37",
            Self::C47 => "C47",
            Self::C50 => "C50",
            Self::C60 => "C60",
            Self::C61 => "C61",
            Self::C62 => "C62",
            Self::C64 => "C64",
            Self::C69 => "C69",
            Self::C71 => "C71",
            Self::C74 => "C74",
        }
    }
}

/// Something to look at before the sheet is signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The check that found it.
    pub id: CheckId,
    /// How much it matters: findings are sorted by it.
    pub severity: Severity,
    /// The indicator that it concerns; `None` for the sheet, its head or the funds form.
    pub item: Option<Id>,
    /// What is the matter, naming the indicator where there is one.
    pub message: Message,
}

impl Finding {
    pub(super) fn of_sheet(id: CheckId, severity: Severity, message: Message) -> Self {
        Self { id, severity, item: None, message }
    }
}

impl Explain for Finding {
    fn message(&self) -> Message {
        self.message.clone()
    }
}
