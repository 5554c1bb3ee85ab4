//! 台账: rows of occurrences behind a rule, and what they come to.
//!
//! In this order (`scoring::ledger_score` is this, step by step):
//! 1. A row of at least [`Becomes::from`] units is a row of one unit of the other kind (R28). Once: what that kind
//!    may become does not matter.
//! 2. An exempt row (免责, R27) counts nowhere: not in points, nor in 次数, 金额, tiers, matters or kills.
//! 3. Base of a row: points of its kind × 次数; or the points entered (次数 does not multiply them); or by 金额,
//!    where a proportion is rounded to the template's item decimals, here and only here.
//! 4. A row is |base| × every `times` + every `plus` of its factors, with the sign of its base. `plus` counts once for
//!    a row, whatever its 次数. A base of 0 stays 0, and nothing turns a row's sign: at least it is 0.
//! 5. 同一事项就高: of the rows that state one matter, that of most points (without sign, by step 4; of equals the
//!    first) counts, the others do not. Matters are the same if they are after trimming and NFKC (全角 = 半角).
//! 6. The tier with the highest `from` that Σ 次数 of the rows still counted reaches: all rows are as in step 4 with
//!    its `times` and `plus` beside those of the factors.
//! 7. `no_offset`: where a counted row is a loss (negative), gains (positive) give no points. For
//!    [`super::Award::Entries`]; the points of a deduction are positive and taken.
//! 8. Cap: the sum of each kind (the one that step 1 says) is kept within −cap and cap. Rows fill it by month, rows of
//!    no month last, and within a month in the order of the ledger: so a month that is printed stays as it is.
//! 9. [`Kill`]: where Σ 次数 of the counted rows of its kinds reaches `count`, the sum is `to`, and no row gives points.
//!    `to` stands in the month of the row that reaches it, in the order of step 8.
//!
//! 次数 and 金额 of rows that steps 7 to 9 leave without points still count as such. 月份 is read of dates that begin
//! with a year of four digits and a month: `2020-03-05`, `2020/3/5`, `2020年3月5日`, `2020.3.5`, `2020年3月`, `20200305`,
//! in either width; all else is 未注明月份. Points are exact, to twelve decimals.

use crate::number::quantity;
use crate::ron_text::is_default;
use crate::template::{Id, Label};
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

/// What the rows of a ledger can record, and what they come to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// 扣分类型 or 加分类型. For [`super::Award::Entries`] points may be negative; for a deduction they are taken.
    pub kinds: Vec<Kind>,
    /// 加倍、减半、加扣 (R14), ticked row by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<Factor>,
    /// By the Σ 次数 of the counted rows (R14): the tier of the highest `from` reached holds for every row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<CountTier>,
    /// 同一事项: whether its rows count one by one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub same_matter: SameMatter,
    /// Gains do not make good for losses: where there is any loss, only the losses count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_offset: bool,
    /// 满若干次即按若干分计: what too many occurrences come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kill: Option<Kill>,
    /// Signature lines of the printed monthly sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Label>,
}

impl Ledger {
    /// One kind of row, one point for each.
    pub fn blank() -> Self {
        Self {
            kinds: vec![Kind::blank("kind-1".into())],
            factors: Vec::new(),
            tiers: Vec::new(),
            same_matter: SameMatter::Each,
            no_offset: false,
            kill: None,
            signatures: Vec::new(),
        }
    }

    /// The kind of this id, where there is one.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| *kind.id == *id)
    }
}

/// A kind of row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Unique within the ledger; rows name their kind by it.
    pub id: Id,
    /// 类型, as it is printed.
    pub label: Label,
    /// What 次数 counts: 处, 次, 日.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub unit: Label,
    /// What a row of it comes to.
    pub worth: Worth,
    /// The most that all rows of this kind come to, in points without sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// From a number of units on it is another kind (R28).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
}

impl Kind {
    /// One point for each time.
    pub fn blank(id: Id) -> Self {
        let worth = Worth::Each(Decimal::ONE);
        Self { id, label: "".into(), unit: "次".into(), worth, cap: None, becomes: None }
    }
}

/// What a row is worth.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Worth {
    /// Points for each unit.
    Each(Decimal),
    /// Points within these bounds, entered with the row (酌情).
    Within {
        /// The least, included; on the template's step (得分增量).
        from: Decimal,
        /// The most, included; on the template's step.
        to: Decimal,
    },
    /// 按金额
    PerMoney(PerMoney),
}

/// 按金额: `points` for each `yuan` of the row's 金额.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerMoney {
    /// 每多少元: above 0.
    pub yuan: Decimal,
    /// Points for each; negative ones are taken where the ledger adds and takes.
    pub points: Decimal,
    /// 计法: whole, begun or by proportion.
    #[serde(default, skip_serializing_if = "is_default")]
    pub counting: super::Counting,
}

impl PerMoney {
    /// One point for each whole 万元.
    pub fn blank() -> Self {
        Self { yuan: dec!(10000), points: Decimal::ONE, counting: super::Counting::Whole }
    }
}

/// Which number of a row its worth takes from the evaluator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entered {
    /// 次数
    Count,
    /// 分值
    Points,
    /// 金额
    Money,
}

impl Worth {
    /// The number that makes the points of a row.
    pub fn entered(&self) -> Entered {
        match self {
            Self::Each(_) => Entered::Count,
            Self::Within { .. } => Entered::Points,
            Self::PerMoney(_) => Entered::Money,
        }
    }
}

/// A row of at least `from` units (次数) counts as one unit of `kind`, and no longer as its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Becomes {
    /// 次数, above 0, from which on it is another kind.
    pub from: Decimal,
    /// Id of that other kind of the same ledger.
    pub kind: Id,
}

/// Makes a row weigh more or less: × `times`, then + `plus` (in the direction of the row's sign).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Unique within the ledger; rows name their factors by it.
    pub id: Id,
    /// 加重减轻情形, as it is printed.
    pub label: Label,
    /// 倍数, from 0 on; 1 where it is not stated.
    #[serde(default = "one", with = "quantity")]
    pub times: Decimal,
    /// 加扣: points that are added once for a row; 0 where it is not stated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plus: Decimal,
}

/// From `from` units on, every row is × `times` and + `plus`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountTier {
    /// Σ 次数 of the counted rows, above 0; tiers stand in rising order of it.
    pub from: Decimal,
    /// 倍数, from 0 on; 1 where it is not stated.
    #[serde(default = "one", with = "quantity")]
    pub times: Decimal,
    /// 加扣: points that are added once for a row; 0 where it is not stated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plus: Decimal,
}

fn one() -> Decimal {
    Decimal::ONE
}

/// What several rows of one matter (同一事项) count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum SameMatter {
    /// 逐行计: each row counts, whatever its matter.
    #[default]
    Each,
    /// 同一事项就高: of the rows with one matter, the one of most points (without sign; the first of equals).
    HighestOnly,
}

/// From `count` occurrences (Σ 次数 of the counted rows) of `kinds` on, the sum is `to`, and nothing else counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kill {
    /// Ids of the kinds whose rows are counted together; at least one.
    pub kinds: Vec<Id>,
    /// 次数 from which on it holds, above 0.
    pub count: u32,
    /// What the ledger comes to then, in points; 0 where it is not stated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Decimal,
}
