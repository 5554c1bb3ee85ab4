//! A rule as a sequence of clauses: what earns, what takes, what holds otherwise.

use super::captured::found;
use crate::import::words::{is_harmless, pattern};
use crate::template::Points;
use regex::Captures;
use rust_decimal::Decimal;

/// A clause of a rule with what stands before its verb.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Clause<'t> {
    /// …得 n 分. `adds`: 在此基础上, on top of the clause before.
    Earns { label: &'t str, worth: Points, adds: bool },
    /// …不得分, on a condition of its own.
    Nothing { label: &'t str },
    /// 否则不得分, 其他情况得 n 分.
    Otherwise { label: &'t str, points: Decimal },
    /// …扣 n 分, each time or once; from–to where the evaluator chooses. `per`: 扣 n 分/次.
    Takes { label: &'t str, from: Decimal, to: Decimal, per: bool },
    /// 倒扣 n 分: below zero. Without a label it belongs to the clause before.
    Below { label: &'t str, points: Decimal },
    /// 另从总分中扣 n 分: of the sheet, with the clause before where it has no label of its own.
    FromSheet { label: &'t str, points: Decimal },
    /// 一票否决.
    Veto { label: &'t str },
    /// 最多扣 n 分, of the clause before; `together`: of all.
    Most { points: Decimal, together: bool },
    /// 扣完为止.
    Floor,
    /// 本项满分 n 分.
    Full(Decimal),
}

const END: &str = r"(?P<end>[;,。、!]+|$)";

pattern!(
    CLAUSE,
    &[
        r"^(?P<label>.*?)(?:的|,|:|可|均|应|给予|予以|;)*(?:",
        // 扣完为止 before any other 扣.
        r"(?P<floor>(?:直至|直到|以)?(?:本|该|此)?(?:项|指标|条)?(?:赋分|分值|分数|得分)?扣完(?:本|该|此)?(?:项|指标|条)?(?:赋分|分值?|得分|%n分)?(?:为止|止)?)",
        r"|(?:按|根据|以)[^,;。]{0,16}(?:占比|比例)(?:酌情)?扣分[,;]?(?:最多|最高|至多)扣(?P<share>%n)分",
        r"|(?P<together>(?:以上|上述|各项|各条|全部|本项|该项|此项)*)(?:(?:累计|合计|共|扣分|总扣分)*(?:最多|最高|至多|上限)|(?:累计|合计|共|扣分|总扣分)+(?:不超过|不多于))(?:累计|合计)?(?:不超过)?(?:扣)?(?:除|减)?(?:为)?(?P<most>%n)分(?:为止)?",
        r"|(?:累计|合计)?(?:扣分)?(?P<cap>%n)分封顶",
        r"|(?:本|该|此)项?(?:满分|总分|分值)(?:为)?(?P<full>%n)分|(?:满分|总分)(?:为)?(?P<total>%n)分",
        r"|(?:同时|另外?|再|并|还)*(?:从|在)?(?:全年|年度|本次|考核|评价|项目)*(?:总分值?|总成绩|总得分)(?:中|里|内|上)?(?:另|再|直接)?(?:扣除|扣减|扣|减去|减)(?P<sheet>%n)分",
        r"|(?:实行|予以|给予|直接|一律|作)*(?P<veto>一票否决)(?:制|处理)?",
        r"|(?:同时|另|再|并)?(?:倒扣|反扣)(?:除|减)?(?P<below>%n)分",
        r"|(?:酌情|视情况?|视情节(?:轻重)?|视程度|根据情节|根据情况|分别|各|一次性)*(?:扣除|扣减|扣掉|扣|减去|减)(?:本项|该项)?(?:得分|分值)?(?:(?P<from>%n)分?(?:-|至|到)(?P<to>%n)|(?P<takes>%n))分(?P<per>/(?:次|处|项|个|人次|人|起|件|天|日|例|份|户|篇|台|辆))?",
        r"|(?P<nothing>(?:本|该|此)?(?:项|指标|条)?(?:不得分|不计分|零分|不给分|不记分|直接0分|得0分|计0分|为0分|记0分|0分|分值?全扣|扣除?(?:全部分值?|全部分数|所有分值?|全分)))",
        r"|(?:视情况?|视情|酌情|本项|该项|此项|各|分别)*(?:得|计|记|赋|给|加)(?:本项|该项)?(?P<all>满分|全分|标准分)",
        r"|(?:视情况?|视情|酌情|本项|该项|此项|各|分别)*(?:得|计|记|赋|给|加)(?:本项|该项)?(?:(?P<low>%n)分?(?:-|至|到))?(?P<earns>%n)分",
        r"|[(](?:得|计|记)?(?P<bracketed>%n)分[)]",
        r")",
    ]
    .concat()
);

pattern!(OTHERWISE, r"^(?:[,;。]*)(?:否则|其他|其它|其余|除此之外|其他情[况形]|其它情[况形])(?:的|者|,|:)*$");
pattern!(
    NOTE,
    r"^(?:同一(?:事项|问题|情形|情况|事件|行为)?(?:的)?[,]?不(?:再)?(?:重复|累计|累加)(?:扣分|扣|计算|计分)|不(?:再)?重复扣分)[;,。]*"
);
pattern!(OF_ITSELF, r"(?:[本该此单](?:项|指标|条)目?|指标)(?:的)?$");
pattern!(ADDS, r"^[,;]?(?:在此基础上|在上述基础上|此外|另)[,:]?");
pattern!(ENDS, END);

/// All clauses; `None` where anything that decides points is left over.
pub(super) fn clauses(text: &str) -> Option<Vec<Clause<'_>>> {
    let mut clauses = Vec::new();
    // 30分钟 holds no 0分: the same bytes, so that places are those of the text.
    let masked = text.replace("分钟", "份钟");
    let mut start = 0;
    loop {
        let rest = masked.get(start..)?;
        let trimmed = rest.trim_start_matches([';', ',', '。', '、', '!']);
        start += rest.len() - trimmed.len();
        if let Some(note) = NOTE.find(trimmed) {
            start += note.end();
            continue;
        }
        let Some(captures) = CLAUSE.captures(trimmed) else { break };
        let (whole, label) = (captures.get(0)?, captures.name("label")?);
        let after = trimmed.get(whole.end()..)?;
        let is_end = ENDS.find(after).is_some_and(|end| end.start() == 0)
            || ["否则", "扣完", "直至", "最多", "最高", "同时", "(", "每"]
                .iter()
                .any(|word| after.starts_with(word));
        if !is_end {
            return None;
        }
        let label = text.get(start + label.start()..start + label.end())?;
        clauses.push(clause(&captures, label)?);
        start += whole.end();
    }
    (!clauses.is_empty() && is_harmless(text.get(start..)?)).then_some(clauses)
}

/// `label` is what stands before the verb.
fn clause<'t>(captures: &Captures<'_>, label: &'t str) -> Option<Clause<'t>> {
    let is = |name: &str| captures.name(name).is_some();
    let points = |name: &str| found(captures, name);
    if is("floor") {
        return is_harmless(label).then_some(Clause::Floor);
    }
    if let Some(to) = points("share") {
        return Some(Clause::Takes { label, from: Decimal::ZERO, to, per: false });
    }
    if let Some(most) = points("most").or_else(|| points("cap")) {
        let together = captures.name("together").is_some_and(|words| !words.is_empty());
        return is_harmless(label).then_some(Clause::Most { points: most, together });
    }
    if let Some(full) = points("full").or_else(|| points("total")) {
        return label.trim_matches([',', ';', '。']).is_empty().then_some(Clause::Full(full));
    }
    if let Some(points) = points("below") {
        return Some(Clause::Below { label, points });
    }
    // 从本项总分中扣, 该项一票否决: of the indicator, whatever else is said.
    if (is("sheet") || is("veto")) && OF_ITSELF.is_match(label) {
        return None;
    }
    if let Some(points) = points("sheet") {
        return Some(Clause::FromSheet { label, points });
    }
    if is("veto") {
        return Some(Clause::Veto { label });
    }
    if let Some(takes) = points("takes") {
        return Some(Clause::Takes { label, from: takes, to: takes, per: is("per") });
    }
    if let (Some(from), Some(to)) = (points("from"), points("to")) {
        return Some(Clause::Takes { label, from: from.min(to), to: from.max(to), per: is("per") });
    }
    let is_otherwise = OTHERWISE.is_match(label);
    // 10分 is no 0分.
    if label.ends_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if is("nothing") {
        return Some(if is_otherwise {
            Clause::Otherwise { label, points: Decimal::ZERO }
        } else {
            Clause::Nothing { label }
        });
    }
    let stated = points("earns").or_else(|| points("bracketed"));
    let worth = match (points("low"), stated) {
        (Some(low), Some(high)) => Points::Range { from: low.min(high), to: low.max(high) },
        (None, Some(points)) if is_otherwise => return Some(Clause::Otherwise { label, points }),
        (None, Some(points)) => Points::Fixed(points),
        (_, None) => Points::Fraction(Decimal::ONE),
    };
    let adds = ADDS.find(label).map(|found| found.end());
    let label = adds.and_then(|end| label.get(end..)).unwrap_or(label);
    Some(Clause::Earns { label, worth, adds: adds.is_some() })
}
