//! 扣分制: `每发现一处扣0.5分，扣完为止`, `虚列套取扣4-7分`.

use super::captured::found;
use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::{is_harmless, is_label, label, pattern};
use crate::template::{Award, Deduction, EachDeduction, RangeDeduction, Rule};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(
    TAKES,
    concat!(
        r"^(?P<label>.+?)(?:的|,|:|应|给予|予以)*(?:酌情|视情况?|视情节(?:轻重)?|视程度|根据情节)*扣(?:除|减|掉)?(?:本项|该项)?(?:得分|分值)?",
        r"(?:(?P<from>%n)分?(?:-|至|到)(?P<to>%n)|(?P<points>%n))分(?:[;,。、]+|$)"
    )
);
// 扣完为止: the floor of 0.
pattern!(
    FLOOR,
    r"^(?:直至|直到|以)?(?:本项|该项|此项|该指标|本指标)?(?:分值|分数)?扣完(?:本项|该项|此项|本指标|该指标)?(?:分值?|得分)?(?:为止|止)(?:[;,。、]+|$)"
);
pattern!(
    CAP,
    r"^(?:本项|该项|此项|本条|累计|合计)?(?:最多|最高|至多)(?:累计)?扣(?:除|减)?(?P<cap>%n)分(?:为止)?(?:[;,。、]+|$)"
);
pattern!(FULL, r"^(?P<label>[^扣;]*?)(?:的|,)*(?:得|计)满分(?:[;,。、]+|$)");
pattern!(
    ZERO,
    r"^(?P<label>[^扣;]+?)(?:的|,)*(?:本项|该项|此项|该指标|本指标)?(?:不得分|得0分)(?:[;,。、]+|$)"
);
// One of something: each of them counts.
pattern!(COUNTED, r"每|(?:一|1)(?:处|次|项|个|例|份|条|人|起|件|天|日|笔|户|宗)");
// So many at a time: the number that is entered would not be a number of occurrences.
pattern!(
    SEVERAL,
    r"每[^;,]{0,8}?(?:[2-9]|[1-9][0-9]+|二|两|三|四|五|六|七|八|九|十)(?:处|次|项|个|例|份|条|人|起|件|天|日|笔|户|宗)"
);
pattern!(RATES, r"%|百分点");

pub(super) fn deductions(source: &Source) -> Attempt {
    if !source.standard.contains('扣') {
        return None;
    }
    let read = read(source);
    Some(read.unwrap_or_else(|| Err(Message::new("import-why-deductions"))))
}

fn read(source: &Source) -> Option<Result<Vec<Proposal>, Message>> {
    let mut rest = source.standard.as_str();
    let mut list: Vec<Deduction> = Vec::new();
    let mut states_floor = false;
    while !rest.trim_matches([';', ',', '。', '、']).is_empty() {
        rest = rest.trim_start_matches([';', ',', '。', '、']);
        let length = if let Some(found) = FLOOR.find(rest) {
            states_floor = true;
            found.end()
        } else if let Some(captures) = CAP.captures(rest) {
            set_cap(&mut list, found(&captures, "cap")?)?;
            captures.get(0)?.end()
        } else if let Some(captures) = FULL.captures(rest) {
            let words = captures.name("label")?.as_str();
            if !is_harmless(words) {
                return None;
            }
            captures.get(0)?.end()
        } else if let Some(captures) = ZERO.captures(rest) {
            let id = format!("d{}", list.len() + 1);
            list.push(between(&id, captures.name("label")?.as_str(), source.points, source.points)?);
            captures.get(0)?.end()
        } else {
            let captures = TAKES.captures(rest)?;
            list.push(deduction(list.len(), &captures)?);
            captures.get(0)?.end()
        };
        rest = rest.split_at_checked(length)?.1;
    }
    if list.is_empty() {
        return None;
    }
    Some(Ok(vec![proposal(list, states_floor)]))
}

fn proposal(list: Vec<Deduction>, states_floor: bool) -> Proposal {
    let rule = Rule { deductions: list, floor: Some(Decimal::ZERO), ..Rule::of(Award::Full) };
    let proposal = Proposal::new(Form::Deductions, rule);
    match states_floor {
        true => proposal,
        false => proposal.assuming(Message::new("import-assumed-floor")),
    }
}

/// 最多扣 n 分 belongs to the occurrences that it follows.
fn set_cap(list: &mut [Deduction], most: Decimal) -> Option<()> {
    match list {
        [.., Deduction::Each(EachDeduction { cap, .. })] if cap.is_none() => *cap = Some(most),
        _ => return None,
    }
    Some(())
}

fn deduction(place: usize, captures: &regex::Captures<'_>) -> Option<Deduction> {
    let id = format!("d{}", place + 1);
    let text = captures.name("label")?.as_str();
    // 有下列情形之一的扣分:…
    let text = text.rsplit_once(':').map_or(text, |(_, text)| text);
    if RATES.is_match(text) || SEVERAL.is_match(text) {
        return None;
    }
    match (found(captures, "from"), found(captures, "to"), found(captures, "points")) {
        (Some(_), ..) if COUNTED.is_match(text) => None,
        (Some(from), Some(to), _) => between(&id, text, from, to),
        (_, _, Some(points)) if COUNTED.is_match(text) => is_label(text).then(|| {
            Deduction::Each(EachDeduction { points, ..EachDeduction::blank(id.into(), label(text)) })
        }),
        (_, _, Some(points)) => between(&id, text, points, points),
        _ => None,
    }
}

fn between(id: &str, text: &str, from: Decimal, to: Decimal) -> Option<Deduction> {
    is_label(text).then(|| {
        Deduction::Between(RangeDeduction { from, to, ..RangeDeduction::blank(id.into(), label(text)) })
    })
}
