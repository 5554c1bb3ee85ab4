//! 等级 that stand in words beside the table: `90分（含）以上为优，80-90分为良，60分以下为差`.

use crate::import::words::{compiled, folded, number, pattern, squeezed};
use crate::template::Grade;
use regex::Regex;
use rust_decimal::Decimal;
use std::sync::LazyLock;

const NAMES: &str = "优秀|优良|优|良好|良|中等|中|一般|基本合格|合格|不合格|较好|较差|好|差|基本达标|达标|不达标|一等|二等|三等|四等|[A-E]级?";

/// What a clause says of a grade, with the name before or behind the numbers. %g stands for a name.
const FORMS: [(&str, First); 6] = [
    (
        r"^(%g)(?:等?级|档)?[:(为]*(?:得分|总分)?(?:大于等于|不低于|≥|>=)?(%n)分?(?:\(含\))?(?:及|含)*以上",
        First::Name,
    ),
    (r"^(%g)(?:等?级|档)?[:(为]*(?:得分|总分)?(?:≥|>=|大于等于|不低于)(%n)", First::Name),
    (r"^(%g)(?:等?级|档)?[:(为]*(%n)分?(?:\(含\))?(?:-|至|到)(%n)", First::Name),
    (
        r"^(?:得分|总分|综合得分|评分)?(?:在|为)?(?:≥|>=|大于等于|不低于)?(%n)分?(?:\(含\)|及|含)*以上(?:\(含(?:%n分?)?\))?[^0-9]{0,8}?(?:为|是|:|评为|评定为)?(%g)",
        First::Number,
    ),
    (
        r"^(?:得分|总分|综合得分|评分)?(?:在|为)?(%n)分?(?:\(含\)|含)*(?:-|至|到|≤[^0-9]{0,4}<|<=[^0-9]{0,4}<)(%n)[^0-9]{0,10}?(?:为|是|:|评为|评定为)(%g)",
        First::Range,
    ),
    (
        r"^(?:得分|总分|综合得分|评分)?(?:≥|>=|大于等于|不低于)(%n)分?(?:的|者)?(?:为|是|:|评为|评定为)(%g)",
        First::Number,
    ),
];
const LOWEST: [&str; 2] = [
    r"^(%g)(?:等?级|档)?[:(为]*(?:得分|总分)?(?:低于|不足|小于|<)?%n分?(?:\(不含\))?(?:以下)?",
    r"^(?:得分|总分|综合得分|评分)?(?:在|为)?(?:低于|不足|小于|<)?%n分?(?:\(不含\)|不含)*(?:以下)?[^0-9]{0,8}?(?:为|是|:|评为|评定为)(%g)",
];
pattern!(BELOW, r"以下|低于|不足|小于|<");
pattern!(
    SPEAKS,
    r"[0-9]+分?[^0-9]{0,12}(?:为|评定为|:)[^0-9]{0,4}(?:优秀|优|良好|合格|不合格|差)|(?:优秀|良好|合格)[^0-9]{0,6}[0-9]+"
);

/// The forms with the names in them, compiled once.
static ABOVE: LazyLock<Vec<(Regex, First)>> =
    LazyLock::new(|| FORMS.iter().map(|(form, at)| (named(form), *at)).collect());
static BOTTOM: LazyLock<Vec<Regex>> = LazyLock::new(|| LOWEST.iter().map(|form| named(form)).collect());

fn named(form: &str) -> Regex {
    compiled(&form.replace("%g", NAMES))
}

#[derive(Clone, Copy)]
enum First {
    Name,
    Number,
    Range,
}

/// What words beside the table say of grades.
pub(super) enum Said {
    /// Nothing.
    Nothing,
    /// From the best down; the last begins at 0.
    Grades(Vec<Grade>),
    /// They speak of grades, and are not understood.
    Unread(String),
}

/// The grades that any of these texts states, for a sheet of so many points.
pub(super) fn said(texts: &[String], points: Decimal) -> Said {
    let mut unread = None;
    for text in texts {
        let found = grades(text);
        let is_whole = found.len() > 1
            && found.last().is_some_and(|grade| grade.from.is_zero())
            && found.windows(2).all(|pair| matches!(pair, [above, below] if above.from > below.from))
            && found.first().is_some_and(|grade| grade.from <= points);
        if is_whole {
            return Said::Grades(found);
        }
        if SPEAKS.is_match(&squeezed(&folded(text))) {
            unread = unread.or_else(|| Some(text.chars().take(60).collect()));
        }
    }
    unread.map_or(Said::Nothing, Said::Unread)
}

fn grades(text: &str) -> Vec<Grade> {
    let text = squeezed(&folded(text)).replace(['"', '“', '”', '\'', '‘', '’'], "");
    let mut grades: Vec<Grade> = Vec::new();
    for clause in text.split([',', ';', '。', '、', '\n']) {
        // 等级：优 (90分以上) — what stands before the first name or number leads to it.
        let starts = clause.char_indices().map(|(at, _)| at);
        let found = starts.filter_map(|at| clause.get(at..)).take(24).find_map(grade);
        if let Some(grade) = found.filter(|found| grades.iter().all(|grade| grade.name != found.name)) {
            grades.push(grade);
        }
    }
    grades.sort_by_key(|grade| std::cmp::Reverse(grade.from));
    grades
}

fn grade(clause: &str) -> Option<Grade> {
    let is_below = BELOW.is_match(clause);
    let above = ABOVE.iter().filter(|_| !is_below || clause.contains('<') || clause.contains('≤'));
    let above = above.filter_map(|(form, at)| {
        let found = form.captures(clause)?;
        let (name, from) = match at {
            First::Name => (found.get(1)?, number(found.get(2)?.as_str())?),
            First::Number => (found.get(2)?, number(found.get(1)?.as_str())?),
            First::Range => (found.get(3)?, number(found.get(1)?.as_str())?),
        };
        let from = match found.get(3).filter(|_| matches!(at, First::Name)) {
            // 优 90-100, and 100-90.
            Some(other) => number(other.as_str())?.min(from),
            None => from,
        };
        Some(Grade { name: name.as_str().into(), from })
    });
    let lowest = BOTTOM.iter().filter(|_| is_below).filter_map(|form| {
        let name = form.captures(clause)?.get(1)?.as_str().to_owned();
        Some(Grade { name: name.as_str().into(), from: Decimal::ZERO })
    });
    above.chain(lowest).next()
}

#[cfg(test)]
mod tests {
    use super::{Said, said};
    use rust_decimal::Decimal;

    fn read(text: &str) -> String {
        match said(&[text.to_owned()], Decimal::ONE_HUNDRED) {
            Said::Nothing => "-".to_owned(),
            Said::Unread(_) => "?".to_owned(),
            Said::Grades(grades) => grades
                .iter()
                .map(|grade| format!("{}{}", grade.name, grade.from))
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    #[test]
    fn grades_in_words_are_read() {
        for (text, grades) in [
            ("90分（含）以上为优，80（含）-90分为良，60（含）-80分为中，60分以下为差", "优90 良80 中60 差0"),
            (
                "注：评价等级：优秀（90分以上）、良好（80-89分）、合格（60-79分）、不合格（60分以下）",
                "优秀90 良好80 合格60 不合格0",
            ),
            ("得分≥90为优秀；80≤得分＜90为良好；得分＜80为一般", "优秀90 良好80 一般0"),
            ("总分95分及以上的评定为“A级”，85分至95分的为“B级”，低于85分的为“C级”", "A级95 B级85 C级0"),
            ("优：100-90分；良：90-80分；差：80分以下", "优90 良80 差0"),
            ("本表满分100分，由评价组填写", "-"),
            ("得分90分以上为优秀，其余由领导小组决定", "?"),
        ] {
            assert_eq!(read(text), grades, "{text}");
        }
    }
}
