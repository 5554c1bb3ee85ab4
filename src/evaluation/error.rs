//! Why an edit is refused.

use super::expected::InputKind;
use super::input::InputKey;
use crate::number::{EntryError, Limits, plain};
use crate::template::{Id, Label};
use crate::text::{Detail, Explain, Message, worded_errors};
use rust_decimal::Decimal;

/// Why an edit is refused. The evaluation stays as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EditError {
    /// The template, tailored, has no indicator of that id.
    NoSuchItem(Id),
    /// The rule takes no input of that key.
    NoSuchInput {
        /// The indicator.
        item: Id,
        /// The key that was given.
        input: InputKey,
    },
    /// The input is a choice, and this is none of its options.
    NoSuchChoice {
        /// The indicator.
        item: Id,
        /// The id that was given as the option.
        choice: Id,
        /// Those that there are, each with its label.
        options: Vec<(Id, Label)>,
    },
    /// The input takes another [`InputKind`]: a number where a box is expected, and so on.
    WrongKind {
        /// The indicator.
        item: Id,
        /// What the input is called in the template's words; its key where they have none.
        label: Label,
        /// What it takes.
        kind: InputKind,
    },
    /// A number is outside the limits of its input or of an override (人工改分), or off the step.
    Entry {
        /// The indicator.
        item: Id,
        /// What the input is called in the template's words; empty for an override.
        label: Label,
        /// What is wrong with the number.
        error: EntryError,
    },
    /// More occurrences are exempt (免责) than there are.
    MoreExempt {
        /// The indicator.
        item: Id,
        /// 扣分情形, in the template's words.
        label: Label,
        /// 处数.
        count: Decimal,
        /// 免责处数.
        exempt: Decimal,
    },
    /// 人工改分 is printed with its reason: it needs one.
    OverrideWithoutReason {
        /// The indicator.
        item: Id,
    },
    /// 不适用 is printed with its reason: it needs one.
    NotApplicableWithoutReason {
        /// The indicator.
        item: Id,
    },
    /// The funds form has fewer lines.
    NoSuchFundLine {
        /// Counted from 0.
        line: usize,
    },
    /// An amount of the funds form is below 0, or so large that it must be a slip.
    NegativeAmount {
        /// As it was given, in the unit of the form.
        amount: Decimal,
    },
    /// The award is no choice of bands by share, or the edges do not fall strictly between 1 and 0, one fewer than
    /// there are bands.
    BandEdges {
        /// The indicator.
        item: Id,
    },
    /// More numbers than a list holds, see [`super::LONGEST_LIST`].
    ListTooLong {
        /// The indicator.
        item: Id,
        /// How many it holds.
        most: usize,
    },
    /// 核心指标: the template forbids 不适用 here.
    AlwaysApplies {
        /// The indicator.
        item: Id,
    },
    /// The rule has no 台账 that could hold rows.
    NoLedger {
        /// The indicator.
        item: Id,
    },
    /// The 台账 has fewer rows.
    NoSuchLedgerRow {
        /// The indicator.
        item: Id,
        /// Counted from 0.
        row: usize,
    },
    /// `row` counts from 0 among the rows of the edit, or of the ledger where one row is set.
    LedgerRow {
        /// The indicator.
        item: Id,
        /// Counted from 0.
        row: usize,
        /// What is wrong with it.
        error: LedgerRowError,
    },
    /// More rows than a 台账 holds, see [`super::LONGEST_LEDGER`].
    LedgerTooLong {
        /// The indicator.
        item: Id,
        /// How many it holds.
        most: usize,
    },
    /// The template does not let this evaluation change that.
    Tailor {
        /// The group or indicator, or the one of one's own.
        node: Id,
        /// What is not allowed.
        error: TailorError,
    },
    /// No file of evidence has this id; it may have been removed.
    NoSuchEvidence {
        /// The id that was given.
        id: u32,
    },
    /// Another file of evidence has this id already.
    EvidenceTwice {
        /// The id that was given.
        id: u32,
    },
    /// Its name could lead out of the evaluation's file, or its digest is none, see [`super::Evidence::is_sound`].
    EvidenceUnsound {
        /// The file name that was given.
        name: String,
    },
}

worded_errors!(EditError, LedgerRowError, TailorError);

impl Explain for EditError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchItem(item) => Message::new("edit-no-item").with("item", item),
            Self::NoSuchInput { item, input } => {
                Message::new("edit-no-input").with("item", item).with("input", input)
            }
            Self::NoSuchChoice { item, choice, options } => {
                let options: Vec<String> =
                    options.iter().map(|(id, label)| format!("{id} {label}").trim_end().to_owned()).collect();
                let message = Message::new("edit-no-choice").with("item", item).with("choice", choice);
                message.with("options", options.join("、"))
            }
            Self::WrongKind { item, label, kind } => wants(kind).with("item", item).with("label", label),
            Self::Entry { label, error, .. } if label.is_empty() => error.message(),
            Self::Entry { label, error, .. } => Message::new("edit-entry")
                .with("label", label)
                .with_detail("error", &Detail::Worded(error.message())),
            Self::MoreExempt { label, count, exempt, .. } => Message::new("edit-more-exempt")
                .with("label", label)
                .with("count", plain(*count))
                .with("exempt", plain(*exempt)),
            Self::OverrideWithoutReason { item } => Message::new("edit-override-reason").with("item", item),
            Self::NotApplicableWithoutReason { item } => Message::new("edit-na-reason").with("item", item),
            Self::NoSuchFundLine { line } => Message::new("edit-no-fund-line").with("line", line + 1),
            Self::NegativeAmount { amount } => Message::new("edit-negative-amount").with("amount", amount),
            Self::BandEdges { item } => Message::new("edit-band-edges").with("item", item),
            Self::ListTooLong { item, most } => {
                Message::new("edit-list-too-long").with("item", item).with("most", most)
            }
            Self::AlwaysApplies { item } => Message::new("edit-always-applies").with("item", item),
            Self::Tailor { error, .. } => error.message(),
            Self::NoLedger { item } => Message::new("edit-no-ledger").with("item", item),
            Self::NoSuchLedgerRow { item, row } => {
                Message::new("edit-no-ledger-row").with("item", item).with("row", row + 1)
            }
            Self::LedgerRow { error, .. } => error.message(),
            Self::LedgerTooLong { item, most } => {
                Message::new("edit-ledger-too-long").with("item", item).with("most", most)
            }
            Self::NoSuchEvidence { id } => Message::new("edit-no-evidence").with("id", id),
            Self::EvidenceTwice { id } => Message::new("edit-evidence-twice").with("id", id),
            Self::EvidenceUnsound { name } => Message::new("edit-evidence-unsound").with("name", name),
        }
    }
}

/// What an input takes, with its interval where it has one.
fn wants(kind: &InputKind) -> Message {
    let number = |key: [&'static str; 4], limits: &Limits| {
        let near = limits.near();
        let (least, most) = (near.min.map(plain), near.max.map(plain));
        let key = match (&least, &most) {
            (Some(_), Some(_)) => key[0],
            (Some(_), None) => key[1],
            (None, Some(_)) => key[2],
            (None, None) => key[3],
        };
        Message::new(key).with("min", least.unwrap_or_default()).with("max", most.unwrap_or_default())
    };
    match kind {
        InputKind::Flag => Message::new("edit-wants-flag"),
        InputKind::Choice(_) => Message::new("edit-wants-choice"),
        InputKind::Text => Message::new("edit-wants-text"),
        InputKind::Number { limits, unit } => {
            let keys = [
                "edit-wants-number",
                "edit-wants-number-from",
                "edit-wants-number-to",
                "edit-wants-any-number",
            ];
            number(keys, limits).with("unit", unit)
        }
        InputKind::List(limits) => {
            let keys =
                ["edit-wants-list", "edit-wants-list-from", "edit-wants-list-to", "edit-wants-any-list"];
            number(keys, limits)
        }
    }
}

/// Why a row of a 台账 is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LedgerRowError {
    /// 类型: the row names none of the ledger's kinds, or its kind becomes one that is not there.
    NoSuchKind(Id),
    /// 加重减轻: the row names a factor that the ledger does not have.
    NoSuchFactor(Id),
    /// 次数 is no whole number from 0, or too large.
    Count(EntryError),
    /// 分值 is outside what the kind lets the evaluator choose, or off the step.
    Points(EntryError),
    /// 金额 is below 0, or so large that it must be a slip.
    Money(EntryError),
    /// 免责 needs its reason.
    ExemptWithoutReason,
}

impl Explain for LedgerRowError {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchKind(kind) => Message::new("ledger-no-kind").with("kind", kind),
            Self::NoSuchFactor(factor) => Message::new("ledger-no-factor").with("factor", factor),
            Self::Count(error) | Self::Points(error) | Self::Money(error) => error.message(),
            Self::ExemptWithoutReason => Message::new("ledger-exempt-reason"),
        }
    }
}

/// Why a change of the template for one evaluation is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TailorError {
    /// Points and weights of this template stay as they are.
    NotAdjustable,
    /// Neither template nor evaluation has a group or indicator of this id.
    NoSuchNode(Id),
    /// This group takes no 自设指标, or is none.
    NotOpen(Id),
    /// The group does not offer this pattern for its 自设指标.
    NoSuchPattern(Id),
    /// This id cannot name a new indicator: it is taken, empty, or holds a slash.
    BadId(Id),
    /// 自设指标 needs a name.
    NoName,
    /// 分值 is below 0, too large, or finer than the sheet is rounded to.
    Points {
        /// As they were given.
        points: Decimal,
        /// Those that the sheet allows.
        decimals: u32,
    },
    /// 权重 is a share from 0 to 1, and this is none.
    Weight(Decimal),
    /// The evaluation has no 自设指标 of this id.
    NoSuchOwn(Id),
}

impl Explain for TailorError {
    fn message(&self) -> Message {
        match self {
            Self::NotAdjustable => Message::new("tailor-not-adjustable"),
            Self::NoSuchNode(id) => Message::new("tailor-no-node").with("id", id),
            Self::NotOpen(id) => Message::new("tailor-not-open").with("id", id),
            Self::NoSuchPattern(id) => Message::new("tailor-no-pattern").with("id", id),
            Self::BadId(id) => Message::new("tailor-bad-id").with("id", id),
            Self::NoName => Message::new("tailor-no-name"),
            Self::Points { points, decimals } => {
                Message::new("tailor-points").with("points", points).with("decimals", decimals)
            }
            Self::Weight(weight) => Message::new("tailor-weight").with("weight", weight),
            Self::NoSuchOwn(id) => Message::new("tailor-no-own").with("id", id),
        }
    }
}
