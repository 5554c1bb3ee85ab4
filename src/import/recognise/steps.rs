//! 每相差…扣: `95%以上得满分，每降低1个百分点扣0.5分`.

use super::captured::{found, share};
use super::proposal::{Attempt, Form, Proposal};
use super::rate;
use super::source::Source;
use crate::import::words::{is_harmless, label, number, pattern};
use crate::number::plain;
use crate::template::{Award, Counting, Side, Step, Steps};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(pub(super) IS_STEP, r"每[^;,。]{0,12}?(?:百分点|%)[^;。]{0,4}扣");
pattern!(
    STEP,
    r"每(?:再)?(?P<side>降低|低于|减少|少|下降|低|未完成|超过|超出|高于|增加|上升|高|超|多)?(?:目标值?|计划数?|计划值|标准|要求|规定|年度指标值?|指标值)?(?P<unit>%n|一)?(?:个)?(?:百分点|%)(?:的|,)*扣(?:除|减)?(?P<points>%n)分"
);
pattern!(
    BEYOND,
    r"(?P<word>低于|不足|小于|未达到?|<|超过|大于|高于|超出|>)(?P<at>%n)%(?:的|,)*(?:部分)?(?:的|,)*$"
);
pattern!(
    FULL_AT,
    r"(?:≥|>=|不低于|大于等于|大于或等于|达到|达|为|=|等于|≤|<=|不超过|不高于|控制在)?(?P<at>%n)%(?:[(]含[)]|及|含)?(?P<suffix>以上|以下|以内)?(?:完成)?(?:的|,)*(?:得|计)(?:满分|(?P<full>%n)分)"
);
pattern!(BEGUN, r"不足(?:%n|一)个?(?:百分点|%)(?:的|,)*按(?:%n|一)个?(?:百分点|%)(?:计算|计|扣分|扣)");
pattern!(WHOLE, r"不足(?:%n|一)个?(?:百分点|%)(?:的|,)*(?:不扣分?|不计|忽略不计|不予扣分)");
pattern!(PROPORTIONAL, r"(?:不足(?:%n|一)个?(?:百分点|%)(?:的|,)*)?(?:按|同)比例(?:扣分|扣除|扣减|计算)?");
pattern!(MOST, r"(?:本项|该项)?(?:最多|最高|至多)扣(?:除|减)?(?P<most>%n)分");
// 低于90%不得分: all points at once.
pattern!(
    CUT_OFF,
    r"[^,;。0-9]*?(?:低于|小于|不足|未达到|<)(?P<cut>%n)%(?:以下)?(?:的|,)*(?:本项|该项|此项)?(?:不得分|得0分|0分|不计分)"
);
pattern!(FLOOR, r"(?:直至|直到)?(?:本项|该项|此项)?(?:分值)?扣完(?:本项|该项|此项)?(?:分值?)?(?:为止|止)");

pub(super) fn steps(source: &Source) -> Attempt {
    if !IS_STEP.is_match(&source.standard) {
        return None;
    }
    Some(read(source).unwrap_or_else(|| Err(Message::new("import-why-steps"))))
}

/// The steps that a text of nothing else says.
pub(super) fn read(source: &Source) -> Option<Result<Vec<Proposal>, Message>> {
    let text = rate::FORMULA.replace_all(&source.standard, ";");
    let text = text.trim_start_matches([';', '。']);
    let captures = STEP.captures(text)?;
    let whole = captures.get(0)?;
    let unit = match captures.name("unit").map(|unit| unit.as_str()) {
        None | Some("一") => Decimal::ONE,
        Some(unit) => number(unit)?,
    };
    let (before, rest) = text.split_at_checked(whole.start())?;
    let after = rest.strip_prefix(whole.as_str())?;
    let beyond = BEYOND.captures(before);
    let (full_at, before_full) = full_at(before, source.points)?;
    let after = FLOOR.replace_all(after, ";");
    let cut_off = CUT_OFF.captures(&after).and_then(|captures| found(&captures, "cut"));
    let after = CUT_OFF.replace(&after, ";");
    let most = MOST.captures(&after).and_then(|captures| found(&captures, "most"));
    let after = MOST.replace(&after, ";");
    let (counting, after) = counting(&after);
    let name = BEYOND.replace(&before_full, "").into_owned();
    if !is_harmless(&name) || !is_harmless(&after) {
        return None;
    }
    let word = beyond.as_ref().and_then(|found| found.name("word")).or_else(|| captures.name("side"));
    let side = side(word.map(|word| word.as_str())?);
    let mut assumed = Vec::new();
    let at = match (beyond.and_then(|captures| found(&captures, "at")), full_at) {
        (Some(a), Some(b)) if a != b => return None,
        (Some(at), _) | (_, Some(at)) => at,
        (None, None) if side == Side::Below => {
            assumed.push(Message::new("import-assumed-threshold"));
            Decimal::ONE_HUNDRED
        }
        (None, None) => return Some(Err(Message::new("import-why-threshold"))),
    };
    let name = label(&name);
    let measure = rate::measure(source, (!name.is_empty()).then_some(&name), true, &mut assumed);
    let points = found(&captures, "points")?;
    let proposal = |counting: Counting| {
        let (at, unit) = (share(at), share(unit));
        let step = Step { side, at, unit, points, counting, most, ..Step::blank() };
        let cut_off = cut_off.map(|at| Step {
            at: share(at),
            points: source.points,
            counting: Counting::Begun,
            ..Step { side: Side::Below, ..Step::blank() }
        });
        let award = Award::Steps(Steps::of(measure.clone(), std::iter::once(step).chain(cut_off).collect()));
        let mut proposal = Proposal::of(Form::Steps, award);
        proposal.assumed.clone_from(&assumed);
        proposal
    };
    let says = |counting| {
        let key = match counting {
            Counting::Whole => "import-assumed-whole",
            Counting::Begun => "import-assumed-begun",
            Counting::Proportional => "import-assumed-proportional",
        };
        proposal(counting).assuming(Message::new(key).with("unit", plain(unit)))
    };
    Some(Ok(match counting {
        Some(counting) => vec![proposal(counting)],
        None => [Counting::Whole, Counting::Begun, Counting::Proportional].map(says).into(),
    }))
}

/// Where full marks begin, and the text without that clause. `None` where it speaks of other points.
fn full_at(before: &str, points: Decimal) -> Option<(Option<Decimal>, String)> {
    let Some(captures) = FULL_AT.captures(before) else { return Some((None, before.to_owned())) };
    if found(&captures, "full").is_some_and(|full| full != points) {
        return None;
    }
    let at = found(&captures, "at")?;
    Some((Some(at), before.replacen(captures.get(0)?.as_str(), "", 1)))
}

fn side(word: &str) -> Side {
    match word {
        "超过" | "超出" | "高于" | "增加" | "上升" | "高" | "超" | "多" | "大于" | ">" => {
            Side::Above
        }
        _ => Side::Below,
    }
}

fn counting(after: &str) -> (Option<Counting>, String) {
    let forms =
        [(&BEGUN, Counting::Begun), (&WHOLE, Counting::Whole), (&PROPORTIONAL, Counting::Proportional)];
    let stated = forms.iter().find(|(pattern, _)| pattern.is_match(after));
    match stated {
        Some((pattern, counting)) => (Some(*counting), pattern.replace(after, ";").into_owned()),
        None => (None, after.to_owned()),
    }
}
