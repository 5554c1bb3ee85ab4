//! 预期指标值 as tables write it (`≥80%`, `5天以内`), read as a bound and a number.

use crate::number::parse;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;

/// A target that is understood: `≥80%`, `≤5天`, `3850路`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// The comparison that reaches it.
    pub sign: Sign,
    /// A share where the unit is %.
    pub value: Decimal,
    /// What stands behind the number, without blanks; empty for none and for %.
    pub unit: String,
    /// It was written with %.
    pub percent: bool,
}

/// How an actual value is compared with the target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// ≥、不低于
    AtLeast,
    /// >、超过
    MoreThan,
    /// ≤、不超过
    AtMost,
    /// <、少于
    LessThan,
    /// =、等于
    Equal,
    /// None is written: it is reached where it is equalled, and whether more or less is better nobody said.
    Unstated,
}

/// Comparison signs and words as tables write them, longer ones first.
const SIGNS: &[(&str, Sign)] = &[
    (">=", Sign::AtLeast),
    ("<=", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("≧", Sign::AtLeast),
    ("≤", Sign::AtMost),
    ("≦", Sign::AtMost),
    (">", Sign::MoreThan),
    ("<", Sign::LessThan),
    ("=", Sign::Equal),
    ("不低于", Sign::AtLeast),
    ("不少于", Sign::AtLeast),
    ("不小于", Sign::AtLeast),
    ("至少", Sign::AtLeast),
    ("达到", Sign::AtLeast),
    ("不高于", Sign::AtMost),
    ("不超过", Sign::AtMost),
    ("不大于", Sign::AtMost),
    ("不多于", Sign::AtMost),
    ("高于", Sign::MoreThan),
    ("大于", Sign::MoreThan),
    ("超过", Sign::MoreThan),
    ("多于", Sign::MoreThan),
    ("低于", Sign::LessThan),
    ("小于", Sign::LessThan),
    ("少于", Sign::LessThan),
    ("等于", Sign::Equal),
];

/// Words behind a number that make it a bound.
const ENDINGS: &[(&str, Sign)] = &[
    ("及以上", Sign::AtLeast),
    ("以上", Sign::AtLeast),
    ("及以下", Sign::AtMost),
    ("以下", Sign::AtMost),
    ("以内", Sign::AtMost),
    ("之内", Sign::AtMost),
];

fn normal(text: &str) -> String {
    // 全角 signs and digits become plain ones; ≥ and ≤ are left as they are.
    text.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect()
}

impl Target {
    /// Reads a target. `None` for words.
    pub fn read(text: &str) -> Option<Self> {
        let text = normal(text);
        let (mut sign, rest) = SIGNS
            .iter()
            .find_map(|(written, sign)| text.strip_prefix(written).map(|rest| (Some(*sign), rest)))
            .unwrap_or((None, &text));
        let (rest, ending) = ENDINGS
            .iter()
            .find_map(|(written, sign)| rest.strip_suffix(written).map(|rest| (rest, Some(*sign))))
            .unwrap_or((rest, None));
        sign = match (sign, ending) {
            (Some(_), Some(_)) => return None,
            (sign, ending) => sign.or(ending),
        };
        let (value, unit) = amount(rest)?;
        if sign.is_none() && is_date(value, &unit) {
            return None;
        }
        let percent = unit == "%";
        let value = if percent { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
        let unit = if percent { String::new() } else { unit };
        Some(Self { sign: sign.unwrap_or(Sign::Unstated), value, unit, percent })
    }

    /// Is it a bound (`≥80%`, `80%以上`) rather than a measurement? Such an actual value is refused (C34).
    pub fn is_bound(text: &str) -> bool {
        let normal = normal(text);
        // 达到82% is a measurement in words.
        let bounds = SIGNS.iter().filter(|(written, sign)| *sign != Sign::Equal && *written != "达到");
        let written = bounds.clone().any(|(written, _)| normal.starts_with(written))
            || ENDINGS.iter().any(|(written, _)| normal.ends_with(written));
        written && Self::read(text).is_some()
    }

    /// Whether `actual` reaches it; `None` where the units differ, or nobody said which side is the better one.
    pub fn met(&self, actual: &Self) -> Option<bool> {
        let same_unit = self.unit == actual.unit || actual.unit.is_empty() || self.unit.is_empty();
        let comparable = self.percent == actual.percent && same_unit;
        let (is, wanted) = (actual.value, self.value);
        let met = match self.sign {
            Sign::AtLeast => is >= wanted,
            Sign::MoreThan => is > wanted,
            Sign::AtMost => is <= wanted,
            Sign::LessThan => is < wanted,
            Sign::Equal => is == wanted,
            Sign::Unstated if is == wanted => true,
            Sign::Unstated => return None,
        };
        comparable.then_some(met)
    }
}

/// 12月底前, 2024年 and 30日前 are dates, not amounts of time; 12个月 and 3年 are.
fn is_date(value: Decimal, unit: &str) -> bool {
    let earliest_year = Decimal::from(1900);
    unit.starts_with('月')
        || unit.starts_with('号')
        || unit.starts_with('年') && value >= earliest_year
        || ["日前", "日之前"].iter().any(|ending| unit.starts_with(ending))
}

/// A number and what stands behind it.
fn amount(text: &str) -> Option<(Decimal, String)> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    if unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some((parse(number).ok()?, unit.to_owned()))
}
