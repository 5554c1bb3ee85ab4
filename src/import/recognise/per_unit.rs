//! 每条得 p 分: `每开展一次培训得2分，最高6分`.

use super::captured::found;
use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::{is_harmless, label, pattern};
use crate::template::{Award, Measure, MeasuredNumber, PerUnit};
use rust_decimal::Decimal;

pattern!(
    EACH,
    r"^(?P<before>[^;。扣]*?)(?P<each>每|按)?(?P<what>[^,;。0-9扣得]{0,10}?)(?:一|1)(?P<unit>处|次|项|个|例|份|条|人次|人|起|件|篇|期|批|套|场|家|名|户)(?P<after>[^,;。0-9扣]{0,16}?)(?:的|,|可)*(?:得|计|加|给|记)(?P<points>%n)分[,;。]*"
);
pattern!(
    MOST,
    r"^(?:本项|该项|此项)?(?:累计)?(?:最高|最多|至多|封顶|上限|满分)(?:不超过)?(?:得|计|加|为)?(?P<most>%n)分(?:为止|封顶)?[;。,]*$"
);
pattern!(CAP, r"^(?P<most>%n)分封顶[;。,]*$|^(?:直至|直到)?(?:得|加)?满(?:分)?为止[;。,]*$");

pub(super) fn per_unit(source: &Source) -> Attempt {
    let captures = EACH.captures(&source.standard)?;
    let rest = source.standard.get(captures.get(0)?.end()..)?;
    let bound = MOST.captures(rest).or_else(|| CAP.captures(rest));
    let most = bound.as_ref().and_then(|bound| found(bound, "most"));
    // Without a bound the points of the indicator are one; another number is another rule.
    let is_bound = most.is_none_or(|most| most == source.points) && (bound.is_some() || rest.is_empty());
    // 符合1项得1分，最高5分: the bound says that it counts.
    let counts = captures.name("each").is_some() || bound.is_some();
    let is_bound = is_bound && counts;
    let points = found(&captures, "points").filter(|points| *points > Decimal::ZERO)?;
    let text = |name: &str| captures.name(name).map(|text| text.as_str()).unwrap_or_default();
    if !is_bound || points >= source.points || !is_harmless(text("before")) {
        return None;
    }
    let count = source.points.checked_div(points).filter(|count| count.fract().is_zero());
    let name = label(&format!("{}{}", text("what"), text("after")));
    let name = if name.is_empty() { "数量".into() } else { name };
    let measure = Measure::Number(MeasuredNumber { label: name, unit: text("unit").into() });
    let award = Award::PerUnit(PerUnit { points, most: count, ..PerUnit::blank(measure) });
    Some(Ok(vec![Proposal::of(Form::PerUnit, award)]))
}
