//! 目标与实际 (seed 003): whether an indicator's target is reached, worked out where both are numbers.

use super::{Context, Earned, Without};
use crate::evaluation::input;
use crate::number::parse;
use crate::scoring::card::Waiting;
use crate::scoring::derivation::Derivation;
use crate::scoring::inputs::Inputs;
use rust_decimal::Decimal;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;

/// 目标 and 实际 as written, and whether the one is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    pub target: Arc<str>,
    pub actual: Arc<str>,
    /// 达成 or 未达成; `None` where nobody said and it cannot be worked out.
    pub met: Option<bool>,
    /// Worked out from two numbers, not said by the evaluator.
    pub worked_out: bool,
}

/// A target that is understood: `≥80%`, `≤5天`, `3850路`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    pub sign: Sign,
    /// A share where the unit is %.
    pub value: Decimal,
    /// What stands behind the number, without blanks; empty for none and for %.
    pub unit: String,
    pub percent: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Equal,
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
    /// Reads a target; a number without a sign has to be equalled. `None` for words.
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
        let percent = unit == "%";
        let value = if percent { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
        let unit = if percent { String::new() } else { unit };
        Some(Self { sign: sign.unwrap_or(Sign::Equal), value, unit, percent })
    }

    /// Whether `actual` reaches it; `None` where the units differ.
    fn met(&self, actual: &Self) -> Option<bool> {
        let same_unit = self.unit == actual.unit || actual.unit.is_empty() || self.unit.is_empty();
        let comparable = self.percent == actual.percent && same_unit;
        let (is, wanted) = (actual.value, self.value);
        comparable.then(|| match self.sign {
            Sign::AtLeast => is >= wanted,
            Sign::MoreThan => is > wanted,
            Sign::AtMost => is <= wanted,
            Sign::LessThan => is < wanted,
            Sign::Equal => is == wanted,
        })
    }
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

/// Is it a bound (`≥80%`, `80%以上`) rather than a measurement? Such an actual value is refused (C34).
pub(super) fn is_bound(text: &str) -> bool {
    let text = normal(text);
    SIGNS.iter().any(|(written, sign)| *sign != Sign::Equal && text.starts_with(written))
        || ENDINGS.iter().any(|(written, _)| text.ends_with(written))
}

pub(super) fn earned(cx: Context<'_>, target: Option<&str>, inputs: &Inputs<'_>) -> Result<Earned, Without> {
    let target = target.or_else(|| inputs.text(input::EXPECTED)).unwrap_or_default().trim();
    let actual = inputs.text(input::REACHED).unwrap_or_default().trim();
    if target.is_empty() || actual.is_empty() {
        return Err(Waiting::Inputs.into());
    }
    if is_bound(actual) && Target::read(actual).is_some() {
        return Err(Waiting::NotAMeasurement.into());
    }
    let numbers = Target::read(target).zip(Target::read(actual));
    let worked_out = numbers.and_then(|(target, actual)| target.met(&actual));
    let met = worked_out.or_else(|| inputs.flag(input::MET));
    let comparison =
        Comparison { target: target.into(), actual: actual.into(), met, worked_out: worked_out.is_some() };
    let points = match met {
        None if !cx.full.is_zero() => return Err(Waiting::Met.into()),
        Some(true) => cx.full,
        _ => Decimal::ZERO,
    };
    let derivation = Derivation::Target(comparison.clone());
    Ok(Earned { comparison: Some(comparison), ..cx.earned(points, "未达成", derivation) })
}
