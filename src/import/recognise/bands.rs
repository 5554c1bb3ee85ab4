//! 区间档: `≥95%得5分，90%（含）-95%得3分，90%以下不得分`; 定性分档 by shares of the points.

use super::captured::share;
use super::interval::{End, Interval, interval};
use super::proposal::{Attempt, Form, Proposal};
use super::rate;
use super::scored::{Piece, pieces};
use super::source::Source;
use crate::import::words::{label, pattern};
use crate::number::plain;
use crate::template::{Award, Band, Bands, Edge, Points};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(OTHERWISE, r"^(?:否则|其他|其它|其余|其他情[况形])$");

/// Each piece is an interval with its points; together they must cover every number once.
pub(super) fn bands(source: &Source) -> Attempt {
    let standard = rate::FORMULA.replace_all(&source.standard, ";");
    let pieces = pieces(standard.trim_start_matches([';', '。', ',']), source.points)?;
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
    // 通过交易平台公开竞价达到60%以上的得分，否则不得分: a condition with a number in it, not a rate by name.
    if let [(interval, _)] = list.as_slice()
        && !is_measure(&label(&interval.name))
    {
        return None;
    }
    Some(proposal(source, list, otherwise))
}

/// Characters of the name of a rate; what is longer is a condition.
const LONGEST_NAME: usize = 16;

fn is_measure(name: &str) -> bool {
    name.chars().count() <= LONGEST_NAME
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
