//! Lists of points to check: 每项 1 分, 全部符合得满分.

use super::captured::found;
use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::{MARK, is_harmless, is_label, label, pattern};
use crate::number::{plain, round};
use crate::template::{Award, Part, Parts, PartsNeeded};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(
    EACH,
    r"(?:以上|上述|前述)?(?:[0-9一二三四五六七八九十]+项)?(?:评价|评分|考核)?(?:内容|要点|条件|要素)?,?(?:每|各)(?:(?:符合|满足|具备|达到|完成|做到))?(?:有|个)?[一1]?(?:项|条|点|个|方面|要点)?(?:内容|要求|要点|条件)?(?:,|的|可|均)*(?:得|计|占|为)?(?P<points>%n)分"
);
pattern!(
    ALL,
    r"(?P<items>.*?)(?:[;,。:]|^)?(?:以上|上述)?(?:[0-9一二三四五六七八九十]+项)?(?:条件|要求|要点|内容)?(?:全部|同时|均|都|完全)?(?:符合|满足|具备|达到|做到)(?:以上|上述)?(?:全部|所有)?(?:条件|要求|要点|标准|内容)?(?:的|,)*(?:得|计)(?:满分|(?P<full>%n)分)[;,。]?(?:否则|(?:有?(?:一|1|任一|任何一)(?:项|条)?)?不(?:符合|满足|具备)(?:要求|条件)?|其他(?:情况|情形)?)(?:的|,)*(?:不得分|得0分|0分|不计分)"
);

/// The items of a numbered list, without what introduces it. Unnumbered: what stands between semicolons.
fn items(text: &str) -> Vec<&str> {
    let marks: Vec<(usize, usize)> = MARK.find_iter(text).map(|mark| (mark.start(), mark.end())).collect();
    if marks.len() < 2 {
        let parts = text.split(';').map(|part| part.trim_matches(['。', ',', ';', ':']));
        return parts.filter(|part| !part.is_empty()).collect();
    }
    let starts = marks.iter().map(|mark| mark.0);
    let ends = marks.iter().skip(1).map(|mark| mark.0).chain(std::iter::once(text.len()));
    let cut = |(start, end): (usize, usize)| text.get(start..end);
    starts.zip(ends).filter_map(cut).map(|item| item.trim_start_matches([';', ':', '。', ','])).collect()
}

fn parts(items: &[&str], points: &[Decimal]) -> Vec<Part> {
    let numbered = items.iter().zip(points).enumerate();
    let part = |(number, (text, points)): (usize, (&&str, &Decimal))| Part {
        id: format!("p{}", number + 1).into(),
        label: label(text),
        points: *points,
    };
    numbered.map(part).collect()
}

fn are_labels(items: &[&str]) -> bool {
    !items.is_empty() && items.iter().all(|item| is_label(item) && !item.contains('分'))
}

/// `①…②…③…, 每项 1 分`: the items stand before it, or among the 具体指标.
pub(super) fn each(source: &Source) -> Attempt {
    let captures = EACH.captures(&source.standard)?;
    let points = found(&captures, "points")?;
    let whole = captures.get(0)?;
    let (before, rest) = source.standard.split_at_checked(whole.start())?;
    let after = rest.strip_prefix(whole.as_str())?;
    if !is_harmless(after) {
        return None;
    }
    let own = items(before);
    let list = if are_labels(&own) && own.len() > 1 { own } else { items(&source.criterion) };
    if !are_labels(&list) || !(before.is_empty() || is_harmless(&unmarked(before))) {
        return None;
    }
    let sum = points.checked_mul(Decimal::from(list.len()))?;
    if sum != source.points {
        let message = Message::new("import-why-each").with("count", list.len()).with("each", plain(points));
        return Some(Err(message.with("sum", plain(sum)).with("points", plain(source.points))));
    }
    let parts = parts(&list, &vec![points; list.len()]);
    let award = Award::Parts(Parts::of(parts));
    Some(Ok(vec![Proposal::of(Form::Parts, award)]))
}

fn unmarked(text: &str) -> String {
    MARK.replace_all(text, ";").into_owned()
}

/// `全部符合得满分，否则不得分`.
pub(super) fn all_or_nothing(source: &Source) -> Attempt {
    let captures = ALL.captures(&source.standard)?;
    let whole = captures.get(0)?;
    let rest = source.standard.strip_prefix(whole.as_str())?;
    let full = found(&captures, "full").unwrap_or(source.points);
    if !is_harmless(rest) || full != source.points {
        return None;
    }
    let own = items(captures.name("items").map(|items| items.as_str()).unwrap_or_default());
    let list = if are_labels(&own) { own } else { items(&source.criterion) };
    if !are_labels(&list) {
        return None;
    }
    let parts = parts(&list, &split(source.points, list.len()));
    let award = Award::Parts(Parts { needed: PartsNeeded::All, ..Parts::of(parts) });
    let proposal = Proposal::of(Form::AllParts, award);
    Some(Ok(vec![proposal.assuming(Message::new("import-assumed-all").with("count", list.len()))]))
}

/// Points of `n` parts that are worth the same: the first takes what an equal split leaves over.
fn split(points: Decimal, n: usize) -> Vec<Decimal> {
    let each = points.checked_div(Decimal::from(n)).map(|each| round(each, 2)).unwrap_or_default();
    let others = each.saturating_mul(Decimal::from(n.saturating_sub(1)));
    let first = points.saturating_sub(others);
    std::iter::once(first).chain(std::iter::repeat_n(each, n.saturating_sub(1))).take(n).collect()
}
