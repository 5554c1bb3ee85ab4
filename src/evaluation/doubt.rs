//! Numbers that are allowed and can hardly be meant: they are asked about before they count, and listed by the checks.

use super::expected::{ExpectedInput, Role, expected};
use super::input;
use super::model::{ItemEntry, Value};
use crate::number::plain;
use crate::template::{Indicator, Label};
use crate::text::{Explain, Message};
use rust_decimal::Decimal;

/// What can hardly be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// A rate above 100 %, typed as such.
    RateAbove {
        /// What the rate is called.
        rate: Label,
        /// In per cent.
        percent: Decimal,
    },
    /// More satisfied answers than valid ones.
    MoreThanAll {
        /// What the part is called.
        part: Label,
        /// Its number.
        count: Decimal,
        /// What the whole is called.
        whole: Label,
        /// Its number.
        all: Decimal,
    },
}

impl Explain for Doubt {
    fn message(&self) -> Message {
        match self {
            Self::RateAbove { rate, percent } => {
                Message::new("doubt-rate-above").with("rate", rate).with("percent", plain(*percent))
            }
            Self::MoreThanAll { part, count, whole, all } => Message::new("doubt-more-than-all")
                .with("part", part)
                .with("count", plain(*count))
                .with("whole", whole)
                .with("all", plain(*all)),
        }
    }
}

/// Words in the name of a number of which another one is a part: 有效问卷份数, 应检点位数, 检查总数.
const WHOLES: [&str; 5] = ["有效", "问卷", "应", "总", "全部"];

/// What of `entry` can hardly be meant. `step` is the template's 得分增量.
pub fn doubts(indicator: &Indicator, entry: &ItemEntry, step: Decimal) -> Vec<Doubt> {
    // What a rule expects takes long to say, and the checks ask it of every indicator after each edit.
    if !is_suspect(entry) {
        return Vec::new();
    }
    let inputs = expected(indicator, step);
    inputs.iter().filter_map(|input| doubt(&inputs, input, entry)).collect()
}

/// Whether the numbers alone, whatever they are called, leave room for a doubt.
fn is_suspect(entry: &ItemEntry) -> bool {
    entry.inputs.iter().any(|(key, value)| {
        let Value::Number(number) = value else { return false };
        if let Some(prefix) = key.strip_suffix(input::ACTUAL) {
            return entry
                .number(&format!("{prefix}{}", input::TARGET))
                .is_some_and(|target| *number > target);
        }
        key.ends_with("/exempt") || (key.ends_with(input::RATE) && *number > Decimal::ONE_HUNDRED)
    })
}

fn doubt(inputs: &[ExpectedInput], input: &ExpectedInput, entry: &ItemEntry) -> Option<Doubt> {
    let number = entry.number(&input.key)?;
    // The other number of the same part of the rule.
    let other = |key: &str| {
        let input = inputs.iter().find(|other| *other.key == *key)?;
        Some((input.label.clone(), entry.number(key)?))
    };
    match input.role {
        Role::Rate if number > Decimal::ONE_HUNDRED => {
            Some(Doubt::RateAbove { rate: input.label.clone(), percent: number })
        }
        Role::Actual => {
            let prefix = input.key.strip_suffix(input::ACTUAL)?;
            let (whole, all) = other(&format!("{prefix}{}", input::TARGET))?;
            let is_whole = WHOLES.iter().any(|word| whole.contains(word));
            let (part, count) = (input.label.clone(), number);
            (is_whole && number > all).then_some(Doubt::MoreThanAll { part, count, whole, all })
        }
        _ => None,
    }
}
