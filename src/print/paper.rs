//! The sheets that there are, and which of them a template has.

use crate::scoring::Month;
use crate::template::{Form, Template};

/// What can be printed. Several follow one another in one PDF, pages numbered through.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sheet {
    /// 评分表, or the form that the template has instead (自评表, 完成情况表): every indicator and the signatures.
    Scores,
    /// 扣分明细表: what was deducted or overridden, with its derivation.
    Deductions,
    /// 附件目录: the files that prove something.
    Attachments,
    /// 得分与扣分图: what sections earned and lost, the largest losses, the months of ledgers.
    Chart,
    /// 月度扣分表: the rows of ledgers, month by month.
    Ledger(LedgerSheet),
}

/// Which rows of which ledgers: of all where it does not say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct LedgerSheet {
    /// Position of the indicator in the template's outline.
    pub item: Option<usize>,
    /// The month of the rows. `None`: month by month, each on pages of its own.
    pub month: Option<Month>,
}

impl Sheet {
    /// The sheets that are handed in together.
    pub const ALL: [Self; 3] = [Self::Scores, Self::Deductions, Self::Attachments];

    /// What there is to print by `template` without a choice of rows: where nothing is scored, nothing is deducted.
    pub fn of(template: &Template) -> &'static [Self] {
        match template.sheet.form {
            Form::ScoreSheet | Form::SelfEvaluation => {
                &[Self::Scores, Self::Deductions, Self::Attachments, Self::Chart]
            }
            Form::Comparison => &[Self::Scores, Self::Attachments],
        }
    }

    /// What it is called on its head and in the list of papers.
    pub fn title(self, template: &Template) -> String {
        match self {
            Self::Scores => return template.title.to_string(),
            Self::Deductions => "扣分明细表",
            Self::Attachments => "附件目录",
            Self::Chart => "得分与扣分图",
            Self::Ledger(_) => "月度扣分表",
        }
        .to_owned()
    }

    /// There is such a sheet by `template`.
    pub(super) fn is_of(self, template: &Template) -> bool {
        match self {
            Self::Scores | Self::Deductions | Self::Attachments | Self::Chart => {
                Self::of(template).contains(&self)
            }
            Self::Ledger(_) => template.indicators().any(|indicator| indicator.rule.ledger.is_some()),
        }
    }
}
