//! From the words of a 评价标准 to a rule, or to the reason why not.
//!
//! A recogniser answers only where it has read everything that decides points: what is left of the text may hold
//! neither a digit nor a decisive word ([`super::words::is_harmless`]). A rule that is read wrongly is worse than one
//! that is left to the evaluator.

mod bands;
mod deductions;
mod free;
mod list;
mod rate;
mod scored;
mod steps;

use super::words::{flattened, number};
use crate::template::{Award, Indicator, Label, Rule};
use crate::text::Message;
use regex::Captures;
use rust_decimal::Decimal;

/// What a rule is read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// 评价标准, flattened for patterns.
    standard: String,
    /// 具体指标, likewise.
    criterion: String,
    name: Label,
    unit: Label,
    target: String,
    /// 分值 of the indicator.
    points: Decimal,
}

impl Source {
    pub fn of(indicator: &Indicator, target: &str) -> Self {
        Self {
            standard: flattened(&indicator.standard),
            criterion: flattened(&indicator.criterion),
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            target: flattened(target),
            points: indicator.points,
        }
    }
}

/// The form of a rule that was read, for its name in the window.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// 要点累加
    Parts,
    /// 全部符合才得分
    AllParts,
    /// 单选档
    Tiers,
    /// 扣分制
    Deductions,
    /// 按率计算
    Rate,
    /// 区间档
    Bands,
    /// 每相差…扣
    Steps,
    /// 定性分档 by shares of the points
    Qualitative,
    /// 目标与实际
    Comparison,
    /// 酌定, as the table itself says
    Free,
}

impl Form {
    /// Key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Parts => "import-form-parts",
            Self::AllParts => "import-form-all-parts",
            Self::Tiers => "import-form-tiers",
            Self::Deductions => "import-form-deductions",
            Self::Rate => "import-form-rate",
            Self::Bands => "import-form-bands",
            Self::Steps => "import-form-steps",
            Self::Qualitative => "import-form-qualitative",
            Self::Comparison => "import-form-comparison",
            Self::Free => "import-form-free",
        }
    }
}

/// A way to read a rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    pub form: Form,
    pub rule: Rule,
    /// What the words leave open and was assumed.
    pub assumed: Vec<Message>,
}

impl Proposal {
    fn new(form: Form, rule: Rule) -> Self {
        Self { form, rule, assumed: Vec::new() }
    }

    fn of(form: Form, award: Award) -> Self {
        Self::new(form, Rule::of(award))
    }

    #[must_use]
    fn assuming(mut self, message: Message) -> Self {
        self.assumed.push(message);
        self
    }

    /// A target to compare with, without points.
    pub(super) fn comparison(target: &str) -> Self {
        let target = (!target.is_empty()).then(|| Label::from(target));
        Self::of(Form::Comparison, Award::Target { target })
    }
}

/// `None`: the words are of another form. Else the proposals, or why this form does not hold.
type Attempt = Option<Result<Vec<Proposal>, Message>>;

/// Ways to read a rule, the likeliest first.
///
/// # Errors
/// Why none is proposed: the words are not understood, or what they say does not come out.
pub fn recognise(source: &Source) -> Result<Vec<Proposal>, Message> {
    if source.standard.is_empty() && source.criterion.is_empty() {
        return Err(Message::new("import-why-no-words"));
    }
    let recognisers = [
        bands::qualitative,
        steps::steps,
        deductions::deductions,
        rate::rate,
        bands::bands,
        list::all_or_nothing,
        list::each,
        scored::scored,
        free::free,
    ];
    recognisers
        .iter()
        .find_map(|recogniser| recogniser(source))
        .unwrap_or_else(|| Err(Message::new("import-why-unread")))
}

/// The number of a named group of a pattern.
fn found(captures: &Captures<'_>, name: &str) -> Option<Decimal> {
    number(captures.name(name)?.as_str())
}

/// A percentage as a share.
fn share(percent: Decimal) -> Decimal {
    percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default()
}
