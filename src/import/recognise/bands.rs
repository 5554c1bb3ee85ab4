//! 区间档: `≥95%得5分，90%（含）-95%得3分，90%以下不得分`; 定性分档 by shares of the points.

use super::scored::{Piece, pieces};
use super::{Attempt, Form, Proposal, Source, rate, share};
use crate::import::words::{is_harmless, label, number, pattern};
use crate::number::plain;
use crate::template::{Award, Band, Bands, Edge, Points};
use crate::text::Message;
use rust_decimal::Decimal;

/// An end of an interval as its words say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct End {
    at: Decimal,
    is_included: bool,
    /// The words do not say whether the number itself belongs to it: the convention does (以上、以下 include it).
    is_convention: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Interval {
    low: Option<End>,
    high: Option<End>,
    /// What is left of the words: the name of the rate.
    name: String,
    is_percent: bool,
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

fn interval(text: &str) -> Option<Interval> {
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

pattern!(OTHERWISE, r"^(?:否则|其他|其它|其余|其他情[况形])$");

/// Each piece is an interval with its points; together they must cover every number once.
pub(super) fn bands(source: &Source) -> Attempt {
    let pieces = pieces(&source.standard, source.points)?;
    let mut list = Vec::with_capacity(pieces.len());
    let mut otherwise = None;
    for piece in &pieces {
        match interval(piece.text.trim_matches([';', ',', '。', '、', ':'])) {
            Some(interval) => list.push((interval, piece.worth.clone())),
            None if OTHERWISE.is_match(&label(piece.text)) && otherwise.is_none() => otherwise = Some(piece),
            None => return None,
        }
    }
    if list.is_empty() || pieces.len() < 2 {
        return None;
    }
    Some(proposal(source, list, otherwise))
}

fn proposal(
    source: &Source,
    mut list: Vec<(Interval, Points)>,
    otherwise: Option<&Piece<'_>>,
) -> Result<Vec<Proposal>, Message> {
    let is_percent = list.iter().any(|(interval, _)| interval.is_percent);
    let name = list.iter().map(|(interval, _)| label(&interval.name)).find(|name| !name.is_empty());
    list.sort_by_key(|(interval, _)| std::cmp::Reverse(interval.low.map(|low| low.at)));
    if let Some(piece) = otherwise {
        let rest = Interval { low: None, high: None, name: String::new(), is_percent };
        list.push((rest, piece.worth.clone()));
    }
    let mut assumed = Vec::new();
    settle_ends(&mut list, is_percent, &mut assumed)?;
    let unit = |at: Decimal| if is_percent { share(at) } else { at };
    let edge = |end: &End| {
        if end.is_included { Edge::Including(unit(end.at)) } else { Edge::Excluding(unit(end.at)) }
    };
    let band = |(interval, points): &(Interval, Points)| Band {
        from: interval.low.as_ref().map(edge),
        to: interval.high.as_ref().map(edge),
        points: points.clone(),
    };
    let bands = list.iter().map(band).collect();
    let measure = rate::measure(source, name.as_deref(), is_percent, &mut assumed);
    let mut proposal = Proposal::of(Form::Bands, Award::Bands(Bands::of(measure, bands)));
    proposal.assumed = assumed;
    Ok(vec![proposal])
}

/// Makes each number belong to one interval, from the highest interval down, or says why that cannot be.
fn settle_ends(
    list: &mut [(Interval, Points)],
    is_percent: bool,
    assumed: &mut Vec<Message>,
) -> Result<(), Message> {
    let uses_convention = list.iter().flat_map(|(interval, _)| [interval.low, interval.high]).flatten();
    if uses_convention.into_iter().any(|end| end.is_convention) {
        assumed.push(Message::new("import-assumed-edges"));
    }
    let full = is_percent.then_some(Decimal::ONE_HUNDRED);
    if let Some((top, _)) = list.first_mut()
        && let Some(high) = top.high
    {
        if Some(high.at) != full {
            return Err(Message::new("import-why-band-top").with("high", plain(high.at)));
        }
        top.high = None;
    }
    for index in 1..list.len() {
        let (above, below) = list.split_at_mut(index);
        if let (Some((upper, _)), Some((lower, _))) = (above.last_mut(), below.first_mut()) {
            settle_edge(upper, lower, assumed)?;
        }
    }
    match list.last_mut() {
        Some((bottom, _)) if bottom.low.is_none_or(|low| low.at.is_zero()) => {
            bottom.low = None;
            Ok(())
        }
        Some((Interval { low: Some(low), .. }, _)) => {
            Err(Message::new("import-why-band-bottom").with("low", plain(low.at)))
        }
        _ => Ok(()),
    }
}

fn settle_edge(
    upper: &mut Interval,
    lower: &mut Interval,
    assumed: &mut Vec<Message>,
) -> Result<(), Message> {
    let gap = |from: &str, to: &str| Message::new("import-why-band-gap").with("from", from).with("to", to);
    let Some(low) = upper.low.as_mut() else { return Err(gap("…", "…")) };
    let high = lower.high.get_or_insert(End { is_included: !low.is_included, ..*low });
    if low.at != high.at {
        return Err(gap(&plain(low.at), &plain(high.at)));
    }
    match (low.is_included, high.is_included) {
        (true, false) | (false, true) => {}
        (true, true) => {
            high.is_included = false;
            assumed.push(Message::new("import-assumed-upper").with("edge", plain(low.at)));
        }
        (false, false) if high.is_convention => high.is_included = true,
        (false, false) if low.is_convention => low.is_included = true,
        (false, false) => return Err(gap(&plain(low.at), &plain(low.at))),
    }
    Ok(())
}

pattern!(NUMBER, "%n");

/// 达成 100%–80%（含）、部分达成 80%–60%、未达成 60%–0 of the points (R9), edges at 80/60 or 80/50.
pub(super) fn qualitative(source: &Source) -> Attempt {
    let text = &source.standard;
    if !text.contains("达成") && !text.contains("完成") && !text.contains("实现") {
        return None;
    }
    let numbers: Vec<&str> = NUMBER.find_iter(text).map(|found| found.as_str()).collect();
    let lower = match numbers.as_slice() {
        ["100", "80", "80", "60", "60", "0"] | ["80", "100", "60", "80", "0", "60"] => 60,
        ["100", "80", "80", "50", "50", "0"] | ["80", "100", "50", "80", "0", "50"] => 50,
        _ => return None,
    };
    (!text.contains(['扣', '每']))
        .then(|| Ok(vec![Proposal::of(Form::Qualitative, rate::qualitative(Decimal::new(lower, 2)))]))
}
