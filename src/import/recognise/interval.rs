//! An interval in words: `[80,90)`, `90%（含）-95%`, `不低于95%`, `60分以下`.

use crate::import::words::{is_harmless, number, pattern};
use rust_decimal::Decimal;

/// An end of an interval as its words say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct End {
    pub at: Decimal,
    pub is_included: bool,
    /// The words do not say whether the number itself belongs to it: the convention does (以上、以下 include it).
    pub is_convention: bool,
}

/// Numbers between two ends; open where there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Interval {
    pub low: Option<End>,
    pub high: Option<End>,
    /// What is left of the words: the name of the rate.
    pub name: String,
    pub is_percent: bool,
}

const INCLUDES: &str = r"(?:[(](?P<X>不?含)(?:本数|[0-9.]+%?)?[)]|(?P<Y>含|及))?";

pattern!(BRACKETS, r"(?P<open>[\[(])(?P<low>%n)(?P<percent>%?),(?P<high>%n)%?(?P<close>[\])])");
pattern!(CHAIN, r"(?P<low>%n)(?P<percent>%?)(?P<first>≤|<)(?P<name>[^0-9<≤]*?)(?P<second>≤|<)(?P<high>%n)%?");
pattern!(
    RANGE,
    &format!(
        "(?:在|介于)?(?P<a>%n)(?P<percent>%?){}(?:以上)?(?:-|至|到)(?P<b>%n)%?{}(?:以下)?(?:之间|范围内?)?",
        INCLUDES.replace('X', "a1").replace('Y', "a2"),
        INCLUDES.replace('X', "b1").replace('Y', "b2")
    )
);
pattern!(
    BOUND,
    &format!(
        "(?P<op>≥|>=|≤|<=|不低于|不小于|不少于|大于等于|大于或等于|达到|不高于|不大于|不超过|不多于|小于等于|小于或等于|控制在|>|大于|高于|超过|<|小于|低于|不足|少于|未达到?|不到|达|=|等于|为)?(?P<at>%n)(?P<percent>%?){}(?P<suffix>以上|以下|以内)?",
        INCLUDES.replace('X', "i1").replace('Y', "i2")
    )
);

/// Do the words speak of a number that lies somewhere?
pub(super) fn is_interval(text: &str) -> bool {
    interval(text).is_some()
}

/// The interval that is all the words speak of.
pub(super) fn interval(text: &str) -> Option<Interval> {
    let read =
        bracketed(text).or_else(|| chained(text)).or_else(|| ranged(text)).or_else(|| bounded(text))?;
    is_harmless(&read.name).then_some(read)
}

fn without(text: &str, part: &str) -> String {
    text.replacen(part, "", 1)
}

fn bracketed(text: &str) -> Option<Interval> {
    let found = BRACKETS.captures(text)?;
    let end = |name: &str, side: &str, closed: &str| {
        let is_included = found.name(side)?.as_str() == closed;
        Some(End { at: number(found.name(name)?.as_str())?, is_included, is_convention: false })
    };
    let (low, high) = (end("low", "open", "[")?, end("high", "close", "]")?);
    let is_percent = text.contains('%');
    Some(Interval {
        low: Some(low),
        high: Some(high),
        name: without(text, found.get(0)?.as_str()),
        is_percent,
    })
}

fn chained(text: &str) -> Option<Interval> {
    let found = CHAIN.captures(text)?;
    let end = |name: &str, sign: &str| {
        let is_included = found.name(sign)?.as_str() == "≤";
        Some(End { at: number(found.name(name)?.as_str())?, is_included, is_convention: false })
    };
    let (low, high) = (end("low", "first")?, end("high", "second")?);
    let name = format!("{}{}", without(text, found.get(0)?.as_str()), found.name("name")?.as_str());
    Some(Interval { low: Some(low), high: Some(high), name, is_percent: text.contains('%') })
}

/// `90%（含）-95%`, in either order. Where nothing is said, the lower number belongs to it and the upper does not.
fn ranged(text: &str) -> Option<Interval> {
    let found = RANGE.captures(text)?;
    let says = |names: [&str; 2]| {
        let words = names.iter().find_map(|name| found.name(name)).map(|words| words.as_str());
        words.map(|words| !words.starts_with('不'))
    };
    let (a, b) = (number(found.name("a")?.as_str())?, number(found.name("b")?.as_str())?);
    let (a, b) = ((a, says(["a1", "a2"])), (b, says(["b1", "b2"])));
    let (low, high) = if a.0 < b.0 { (a, b) } else { (b, a) };
    let end = |(at, says): (Decimal, Option<bool>), usual: bool| End {
        at,
        is_included: says.unwrap_or(usual),
        is_convention: says.is_none(),
    };
    let name = without(text, found.get(0)?.as_str());
    let is_percent = text.contains('%');
    Some(Interval { low: Some(end(low, true)), high: Some(end(high, false)), name, is_percent })
}

fn bounded(text: &str) -> Option<Interval> {
    let mut interval =
        Interval { low: None, high: None, name: text.to_owned(), is_percent: text.contains('%') };
    for found in BOUND.captures_iter(text) {
        let at = number(found.name("at")?.as_str())?;
        let word = |name: &str| found.name(name).map(|word| word.as_str()).unwrap_or_default();
        let says = match (word("i1"), word("i2")) {
            ("", "") => None,
            ("不含", _) => Some(false),
            _ => Some(true),
        };
        let (is_low, end) = match (word("op"), word("suffix")) {
            (
                "≥" | ">=" | "不低于" | "不小于" | "不少于" | "大于等于" | "大于或等于" | "达到" | "达",
                "" | "以上",
            ) => (true, End { at, is_included: true, is_convention: false }),
            (">" | "大于" | "高于" | "超过", "") => {
                (true, End { at, is_included: says == Some(true), is_convention: false })
            }
            (
                "≤" | "<=" | "不高于" | "不大于" | "不超过" | "不多于" | "小于等于" | "小于或等于" | "控制在",
                "" | "以内" | "以下",
            ) => (false, End { at, is_included: true, is_convention: false }),
            ("<" | "小于" | "低于" | "不足" | "少于" | "未达到" | "未达" | "不到", "") => {
                (false, End { at, is_included: says == Some(true), is_convention: false })
            }
            ("" | "为", "以上") => {
                (true, End { at, is_included: says != Some(false), is_convention: says.is_none() })
            }
            ("" | "为", "以下" | "以内") => {
                (false, End { at, is_included: says != Some(false), is_convention: says.is_none() })
            }
            // 100% alone is as much as there is.
            ("" | "=" | "等于" | "为", "") if at == Decimal::ONE_HUNDRED && interval.is_percent => {
                (true, End { at, is_included: true, is_convention: false })
            }
            _ => return None,
        };
        let side = if is_low { &mut interval.low } else { &mut interval.high };
        if side.replace(end).is_some() {
            return None;
        }
        interval.name = without(&interval.name, found.get(0)?.as_str());
    }
    (interval.low.is_some() || interval.high.is_some()).then_some(interval)
}
