//! The papers that there are, and which of them a template has.

use crate::scoring::{Month, Scorecard};
use crate::template::{Form, Measure, Template};

/// What can be printed. Several follow one another in one PDF, pages numbered through.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Paper {
    /// 封面: what it is, of which project and unit, who filled it in.
    Cover,
    /// 评分表, or the form that the template has instead (自评表, 完成情况表): every indicator and the signatures.
    Scores,
    /// 扣分明细表: what was deducted or overridden, with its derivation.
    Deductions,
    /// 得分计算表: of every indicator what was entered, the rule, the working and what proves it.
    Calculation,
    /// 问题清单及整改措施: one record of each problem.
    Problems,
    /// 问卷汇总表: the answers of each survey.
    Survey,
    /// 得分与扣分图: what sections earned and lost, the largest losses, the months of ledgers.
    Chart,
    /// 附件目录: the files that prove something.
    Attachments,
    /// 核对说明: what the checks found, with the answers.
    Findings,
    /// 空白表: the form to be filled in by hand.
    Blank,
    /// 月度扣分表: the rows of ledgers, month by month.
    Ledger(LedgerSheet),
    /// 扣款通知单: what is to be withheld by the rows of a ledger.
    Notice(LedgerSheet),
    /// 故障通知单: the faults of a ledger, to be answered by whoever mends them.
    Faults(LedgerSheet),
}

/// Which rows of which ledgers: of all where it does not say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct LedgerSheet {
    /// Position of the indicator in the template's outline.
    pub item: Option<usize>,
    /// The month of the rows. `None`: month by month, each on pages of its own.
    pub month: Option<Month>,
}

/// Where a paper stands in the list of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PaperKind {
    /// 评分
    Scoring,
    /// 附件
    Enclosures,
    /// 台账
    Ledgers,
    /// 记录
    Records,
}

impl Paper {
    /// The papers that are handed in together.
    pub const ALL: [Self; 3] = [Self::Scores, Self::Deductions, Self::Attachments];

    /// Every paper, as they stand in the list.
    pub const EACH: [Self; 13] = [
        Self::Cover,
        Self::Scores,
        Self::Deductions,
        Self::Calculation,
        Self::Chart,
        Self::Blank,
        Self::Problems,
        Self::Survey,
        Self::Attachments,
        Self::Ledger(LedgerSheet { item: None, month: None }),
        Self::Notice(LedgerSheet { item: None, month: None }),
        Self::Faults(LedgerSheet { item: None, month: None }),
        Self::Findings,
    ];

    /// Of those that are handed in together the ones on which something stands.
    pub fn handed_in(card: &Scorecard) -> Vec<Self> {
        let is_empty = |paper: &Self| *paper == Self::Attachments && card.attachments.is_empty();
        Self::ALL.into_iter().filter(|paper| !is_empty(paper)).collect()
    }

    /// What there is to print by `template`, as they stand in the list.
    pub fn of(template: &Template) -> Vec<Self> {
        Self::EACH.into_iter().filter(|paper| paper.is_of(template)).collect()
    }

    /// There is such a paper by `template`: where nothing is scored, nothing is deducted.
    pub fn is_of(self, template: &Template) -> bool {
        match self {
            Self::Cover
            | Self::Scores
            | Self::Attachments
            | Self::Findings
            | Self::Blank
            | Self::Problems => true,
            Self::Deductions | Self::Calculation | Self::Chart => template.sheet.form != Form::Comparison,
            Self::Survey => template
                .indicators()
                .any(|it| it.rule.measures().iter().any(|it| matches!(it, Measure::Survey { .. }))),
            Self::Ledger(_) | Self::Notice(_) | Self::Faults(_) => {
                template.indicators().any(|it| it.rule.ledger.is_some())
            }
        }
    }

    /// By which a command names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Scores => "scores",
            Self::Deductions => "deductions",
            Self::Calculation => "calculation",
            Self::Problems => "problems",
            Self::Survey => "survey",
            Self::Chart => "chart",
            Self::Attachments => "attachments",
            Self::Findings => "findings",
            Self::Blank => "blank",
            Self::Ledger(_) => "ledger",
            Self::Notice(_) => "notice",
            Self::Faults(_) => "faults",
        }
    }

    /// The paper called `id`, of all months of all ledgers where it is one of a ledger.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::EACH.into_iter().find(|paper| paper.id() == id)
    }

    /// Where it stands in the list.
    pub fn kind(self) -> PaperKind {
        match self {
            Self::Cover | Self::Scores | Self::Deductions | Self::Calculation | Self::Chart | Self::Blank => {
                PaperKind::Scoring
            }
            Self::Problems | Self::Survey | Self::Attachments => PaperKind::Enclosures,
            Self::Ledger(_) | Self::Notice(_) | Self::Faults(_) => PaperKind::Ledgers,
            Self::Findings => PaperKind::Records,
        }
    }

    /// What it is called on its head and in the list of papers.
    pub fn title(self, template: &Template) -> String {
        match self {
            Self::Scores => return template.title.to_string(),
            Self::Blank => return format!("{}（空白）", template.title),
            Self::Cover => "封面",
            Self::Deductions => "扣分明细表",
            Self::Calculation => "得分计算表",
            Self::Problems => "问题清单及整改措施",
            Self::Survey => "问卷汇总表",
            Self::Chart => "得分与扣分图",
            Self::Attachments => "附件目录",
            Self::Findings => "核对说明",
            Self::Ledger(_) => "月度扣分表",
            Self::Notice(_) => "扣款通知单",
            Self::Faults(_) => "故障通知单",
        }
        .to_owned()
    }
}
