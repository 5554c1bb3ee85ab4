//! What is proposed for a rule, and what was assumed for it.

use crate::template::{Award, Label, Rule};
use crate::text::Message;

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
    /// 加减分, by a ledger
    Entries,
    /// 每条得分
    PerUnit,
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
            Self::Entries => "import-form-entries",
            Self::PerUnit => "import-form-per-unit",
        }
    }
}

/// A way to read a rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// Which form of rule the words were read as.
    pub form: Form,
    /// What the indicator is scored by where this is chosen.
    pub rule: Rule,
    /// What the words leave open and was assumed.
    pub assumed: Vec<Message>,
}

impl Proposal {
    pub(super) fn new(form: Form, rule: Rule) -> Self {
        Self { form, rule, assumed: Vec::new() }
    }

    pub(super) fn of(form: Form, award: Award) -> Self {
        Self::new(form, Rule::of(award))
    }

    #[must_use]
    pub(super) fn assuming(mut self, message: Message) -> Self {
        self.assumed.push(message);
        self
    }

    /// A target to compare with, without points.
    pub(in crate::import) fn comparison(target: &str) -> Self {
        let target = (!target.is_empty()).then(|| Label::from(target));
        Self::of(Form::Comparison, Award::Target { target })
    }
}

/// `None`: the words are of another form. Else the proposals, or why this form does not hold.
pub(super) type Attempt = Option<Result<Vec<Proposal>, Message>>;
