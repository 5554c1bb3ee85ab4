//! An evaluation as its file says it.

use super::funds::{FundLine, Funds, MoneyUnit};
use super::input::{self, InputKey};
use super::last_year::{LastItem, LastYear};
use super::project::{Project, Signatory};
use super::remedy::Remedy;
use crate::ron_text::is_default;
use crate::template::{Id, Label, Template};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The newest format of `evaluation.ron` that this program reads, and the one that it writes.
pub const FORMAT: u32 = 1;

/// An evaluation (评价) of one project by one template. Cloning is cheap: entries are shared until changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// Format of the file, see [`FORMAT`].
    pub format: u32,
    /// What it is scored by.
    pub template: TemplateRef,
    /// 项目 and signatures: the head of the sheet.
    #[serde(default)]
    pub project: Arc<Project>,
    /// 项目资金: the funds form.
    #[serde(default)]
    pub funds: Arc<Funds>,
    /// What this evaluation changes of its template: points, indicators of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tailoring: Arc<Tailoring>,
    /// Entries by indicator. An indicator without entry is untouched.
    #[serde(default)]
    pub items: Entries,
    /// Files that belong to it (佐证材料), in the order in which they were added.
    #[serde(default)]
    pub evidence: Vec<Arc<Evidence>>,
    /// 说明 of what the checks found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Arc<Answer>>,
    /// 上年结果, where it was made from last year's evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<Arc<LastYear>>,
}

/// Entries by the id of their indicator. A copy shares all but what is changed in it: undo keeps a thousand of them.
pub type Entries = imbl::OrdMap<Id, Arc<ItemEntry>>;

/// What an evaluation changes of its template, where the template allows it. The template that it is scored by is
/// [`Template::tailored`].
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tailoring {
    /// 分值 of groups and indicators, in points.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<Id, Decimal>,
    /// 权重, shares.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<Id, Decimal>,
    /// 自设指标, in the order in which they stand in their groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnIndicator>,
}

/// An indicator that the evaluation adds to an open group of its template (自设指标).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnIndicator {
    /// Unique within template and evaluation.
    pub id: Id,
    /// The open group that it stands in.
    pub group: Id,
    /// 指标名称.
    pub name: Label,
    /// In points.
    pub points: Decimal,
    /// Which of the group's patterns gives its rule.
    pub pattern: Id,
    /// 计量单位
    #[serde(default)]
    pub unit: Label,
}

/// A row of a 台账. What the rule's [`crate::template::Ledger`] says of its kinds and factors makes points of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LedgerRow {
    /// 日期, as typed; monthly subtotals need year and month of it.
    pub date: String,
    /// 对象: which camera, which unit.
    pub object: String,
    /// 故障 or 事由
    pub fault: String,
    /// 处理情况: handled by when
    pub handled: String,
    /// 确认人
    pub confirmed_by: String,
    /// Id of its kind.
    pub kind: Id,
    /// 次数, 处数, 天数: not negative.
    pub count: Decimal,
    /// 扣分, where the kind lets the evaluator choose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    /// 金额, in 元.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Decimal>,
    /// 同一事项: rows that say the same belong together. Empty: a matter of its own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub matter: String,
    /// Ids of the factors that hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<Id>,
    /// 免责, with its reason: the row does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exempt: Option<String>,
}

impl LedgerRow {
    /// A new row of that kind: it counts nothing until something is said in it.
    pub fn fresh(kind: Id) -> Self {
        Self { kind, count: Decimal::ZERO, ..Self::default() }
    }

    /// Nothing was said in it yet, but what kind it may be.
    pub fn is_fresh(&self) -> bool {
        *self == Self::fresh(self.kind.clone())
    }

    /// This row after something other than its 次数 was said in it: it happened once, at least.
    #[must_use]
    pub fn begun(self, before: &Self) -> Self {
        match before.is_fresh() && self != *before {
            true => Self { count: Decimal::ONE, ..self },
            false => self,
        }
    }
}

impl Default for LedgerRow {
    fn default() -> Self {
        Self {
            date: String::new(),
            object: String::new(),
            fault: String::new(),
            handled: String::new(),
            confirmed_by: String::new(),
            kind: Id::from(""),
            count: Decimal::ONE,
            points: None,
            money: None,
            matter: String::new(),
            factors: Vec::new(),
            exempt: None,
        }
    }
}

/// 说明: why something that the checks found may stay.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The indicator that it is about; none for the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// What was found, with its figures, in Chinese: where these change it is no longer answered.
    pub said: String,
    /// Never empty.
    pub reason: String,
}

/// Which template an evaluation is scored by; the template itself travels in the same file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateRef {
    /// Id of the template.
    pub id: Id,
    /// The template's own version, not the format of its file.
    pub version: Label,
}

/// What was entered for a rule.
pub type Inputs = BTreeMap<InputKey, Value>;

/// A single entered value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Value {
    /// A box that was ticked or deliberately left empty.
    Flag(bool),
    /// A number, in the unit that its input has.
    Number(Decimal),
    /// Id of the chosen option.
    Choice(Id),
    /// Several numbers: marks of a panel, values of other units.
    List(Vec<Decimal>),
    /// Words: a target such as `≥80%`, the reason of an exemption.
    Text(String),
}

/// All that was entered for one indicator.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ItemEntry {
    /// What the rule is given, see [`super::expected`].
    #[serde(skip_serializing_if = "Inputs::is_empty")]
    pub inputs: Inputs,
    /// 台账 behind the rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ledger: Vec<Arc<LedgerRow>>,
    /// Whether it is scored at all.
    pub applicability: Applicability,
    /// 扣分原因及改进措施
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// 整改措施 of the problem that the reason names
    #[serde(skip_serializing_if = "Remedy::is_empty")]
    pub remedy: Remedy,
    /// 备注: printed, but not a cause of a deduction
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// 佐证说明: evidence in words, beside or instead of files
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence_note: String,
    /// 人工改分
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub overriding: Option<Override>,
    /// Lower edges of the qualitative bands but the last, as shares, where this evaluation moves them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band_edges: Option<Vec<Decimal>>,
}

/// Whether an indicator can be scored at all.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Applicability {
    /// It is scored by its rule, or 未评 while the rule lacks anything.
    #[default]
    Applicable,
    /// 资料不足: it should be scored, and nobody could say what.
    NoInformation,
    /// 不适用, for a stated reason.
    NotApplicable {
        /// Printed on the sheet; never empty.
        reason: String,
    },
}

/// A score set by hand over what the rule yields (人工改分). Both stay visible and are printed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// In points.
    pub score: Decimal,
    /// Never empty.
    pub reason: String,
}

/// A file of evidence (佐证材料). Its bytes travel in the evaluation's file; the number 附件 n that is printed
/// follows the order of the sheet and stands in the scorecard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Never used again within its evaluation.
    pub id: u32,
    /// Indicator that it supports.
    pub item: Id,
    /// Original file name, without folders.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

impl Evaluation {
    /// An untouched evaluation by `template`, with the template's sources of funds and signature lines.
    pub fn new(template: &Template) -> Self {
        let line = |source: &Label| FundLine { source: source.to_string(), ..FundLine::default() };
        let signatory = |role: &Label| Signatory { role: role.to_string(), name: String::new() };
        let lines = template.sheet.fund_sources.iter().map(line).collect();
        let signatories = template.sheet.signatures.iter().map(signatory).collect();
        Self {
            format: FORMAT,
            template: TemplateRef { id: template.id.clone(), version: template.version.clone() },
            project: Arc::new(Project { signatories, ..Project::default() }),
            funds: Arc::new(Funds { unit: MoneyUnit::default(), lines }),
            tailoring: Arc::default(),
            items: Entries::new(),
            evidence: Vec::new(),
            answers: Vec::new(),
            last_year: None,
        }
    }

    /// What was entered for the indicator; `None` while it is untouched.
    pub fn item(&self, id: &str) -> Option<&ItemEntry> {
        self.items.get(id).map(|entry| &**entry)
    }

    /// What last year's evaluation says of the indicator (上年).
    pub fn last_item(&self, id: &str) -> Option<&LastItem> {
        self.last_year.as_ref()?.items.get(id)
    }

    /// An id that no evidence of this evaluation has, nor has had as far as `taken` tells.
    pub fn next_evidence_id(&self, taken: impl IntoIterator<Item = u32>) -> u32 {
        self.evidence.iter().map(|file| file.id).chain(taken).max().unwrap_or(0).saturating_add(1)
    }
}

impl Evidence {
    /// A plain file name and a digest: neither leads out of the evaluation's file.
    pub fn is_sound(&self) -> bool {
        let name = self.name.trim();
        let plain = !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', '\0']);
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        plain && self.sha256.len() == 64 && self.sha256.bytes().all(hexadecimal)
    }
}

impl ItemEntry {
    /// The box, where `key` holds one.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.inputs.get(key) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// The number, where `key` holds one.
    pub fn number(&self, key: &str) -> Option<Decimal> {
        match self.inputs.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The numbers, where `key` holds a list of them.
    pub fn list(&self, key: &str) -> Option<&[Decimal]> {
        match self.inputs.get(key) {
            Some(Value::List(list)) => Some(list),
            _ => None,
        }
    }

    /// The words, where `key` holds some.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.inputs.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Id of the option that was chosen (单选档), under [`input::CHOICE`].
    pub fn choice(&self) -> Option<&Id> {
        match self.inputs.get(input::CHOICE) {
            Some(Value::Choice(id)) => Some(id),
            _ => None,
        }
    }
}

impl Tailoring {
    /// As [`Self::apply`], without a copy of a template that stays as it is.
    #[must_use]
    pub fn applied(&self, template: Template) -> Template {
        if *self == Self::default() { template } else { self.apply(&template) }
    }

    /// The template that an evaluation with this tailoring is scored by.
    #[must_use]
    pub fn apply(&self, template: &Template) -> Template {
        let own = self.own.iter().map(|own| crate::template::Own {
            id: &own.id,
            group: &own.group,
            name: &own.name,
            points: own.points,
            pattern: &own.pattern,
            unit: &own.unit,
        });
        if *self == Self::default() {
            return template.base().clone();
        }
        template.tailored(&self.points, &self.weights, own)
    }
}
