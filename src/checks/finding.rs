//! What a check found: which check, how much it matters, which indicator, and the words.

use crate::evaluation::{Answer, ProjectField};
use crate::template::Id;
use crate::text::{Explain, Lang, Message};
use std::sync::Arc;
use strum::{IntoStaticStr, VariantArray};

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
    /// A number that can hardly be meant.
    C21,
    /// An actual value that is a bound, not a measurement.
    C34,
    /// An indicator without information.
    C35,
    /// Lost points without a reason.
    C37,
    /// A reason though nothing is lost.
    C38,
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
    /// Evidence that is not as it was added.
    C63,
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
            Self::C21 => "C21",
            Self::C34 => "C34",
            Self::C35 => "C35",
            Self::C37 => "C37",
            Self::C38 => "C38",
            Self::C47 => "C47",
            Self::C50 => "C50",
            Self::C60 => "C60",
            Self::C61 => "C61",
            Self::C62 => "C62",
            Self::C63 => "C63",
            Self::C64 => "C64",
            Self::C69 => "C69",
            Self::C71 => "C71",
            Self::C74 => "C74",
        }
    }
}

/// What findings are grouped by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, VariantArray, IntoStaticStr)]
#[strum(prefix = "finding-kind-", serialize_all = "kebab-case")]
pub enum FindingKind {
    /// 必填项
    Required,
    /// 评分未完成
    Unscored,
    /// 数字
    Figures,
    /// 扣分原因
    Reasons,
    /// 佐证材料
    Evidence,
    /// 计分结果
    Results,
    /// 资金
    Funds,
    /// 年度与模板
    Year,
}

impl FindingKind {
    /// Key of its name.
    pub fn label_key(self) -> &'static str {
        self.into()
    }
}

/// Where something is put right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The score of the indicator.
    Score(Id),
    /// Its 扣分原因.
    Reason(Id),
    /// Its evidence.
    Evidence(Id),
    /// A field of the head.
    Head(ProjectField),
    /// The funds form.
    Funds,
    /// What the evaluation sets of its template.
    Tailoring,
    /// Nowhere in particular.
    Sheet,
}

/// Something to look at before the sheet is signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The check that found it.
    pub id: CheckId,
    /// How much it matters: findings are sorted by it.
    pub severity: Severity,
    /// Where it is put right.
    pub place: Place,
    /// What is the matter, naming the indicator where there is one; `<key>-brief` does not name it.
    pub message: Message,
    /// 说明: why it may stay, where the evaluation says so of these very figures.
    pub answer: Option<Arc<Answer>>,
}

impl Finding {
    /// Not answered yet.
    pub fn new(id: CheckId, severity: Severity, place: Place, message: Message) -> Self {
        Self { id, severity, place, message, answer: None }
    }

    /// The indicator that it concerns; `None` for the sheet, its head or the funds form.
    pub fn item(&self) -> Option<&Id> {
        match &self.place {
            Place::Score(item) | Place::Reason(item) | Place::Evidence(item) => Some(item),
            Place::Head(_) | Place::Funds | Place::Tailoring | Place::Sheet => None,
        }
    }

    /// What it is grouped by.
    pub fn kind(&self) -> FindingKind {
        match (self.id, &self.place) {
            (CheckId::C50, Place::Head(_)) => FindingKind::Required,
            (CheckId::C35 | CheckId::C50, _) => FindingKind::Unscored,
            (CheckId::C12 | CheckId::C13, Place::Funds) => FindingKind::Funds,
            (CheckId::C37 | CheckId::C38, _) => FindingKind::Reasons,
            (CheckId::C62 | CheckId::C63, _) => FindingKind::Evidence,
            (CheckId::C47, _) => FindingKind::Year,
            (CheckId::C60 | CheckId::C61 | CheckId::C74, _) => FindingKind::Results,
            _ => FindingKind::Figures,
        }
    }

    /// It waits for somebody: neither mended nor answered.
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// An error that nobody answered: paper with it is asked about, and the command line says so by its exit code.
    pub fn is_open_error(&self) -> bool {
        self.is_open() && self.severity == Severity::Error
    }

    /// What 说明 of it is filed under, see [`Answer::said`].
    pub fn said(&self) -> String {
        self.message.text(Lang::Chinese)
    }

    /// The answer that says `reason` of it; blank words take one back.
    pub fn answered(&self, reason: &str) -> Answer {
        Answer { item: self.item().cloned(), said: self.said(), reason: reason.trim().to_owned() }
    }
}

impl Explain for Finding {
    fn message(&self) -> Message {
        self.message.clone()
    }
}
