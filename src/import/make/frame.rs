//! What a template says of itself: title, total, grades, decimals, form.

use super::grades::{self, Said};
use super::points::sum;
use crate::import::headings::Mapping;
use crate::import::rows::Table;
use crate::number::plain;
use crate::template::{Combine, Form, Grade, Id, Node, Rounding, Sheet, Template};
use crate::text::Message;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;

pub(super) fn template(
    table: &Table,
    mapping: &Mapping,
    (nodes, combine): (Vec<Node>, Combine),
    notes: &mut Vec<Message>,
    findings: &mut Vec<Message>,
) -> Template {
    let whole = if combine == Combine::Weighted { Decimal::ONE_HUNDRED } else { sum(&nodes) };
    let points = table.total.unwrap_or(whole);
    if table.total.is_none() {
        notes.push(Message::new("import-note-total").with("points", plain(points)));
    }
    if table.title.is_none() {
        notes.push(Message::new("import-note-title"));
    }
    let title = table.title.as_deref().unwrap_or("评分表");
    let grades = match grades::said(&table.outside, points) {
        Said::Grades(grades) => {
            let words = grades.iter().map(|grade| format!("{} {}", grade.name, plain(grade.from)));
            let words = words.collect::<Vec<_>>().join("、");
            notes.push(Message::new("import-note-grades-read").with("grades", words));
            grades
        }
        other => {
            if let Said::Unread(text) = other {
                findings.push(Message::new("import-note-grades-unread").with("text", text));
            }
            let usual = usual_grades(points);
            if !usual.is_empty() {
                notes.push(Message::new("import-note-grades").with("points", plain(points)));
            }
            usual
        }
    };
    let levels = ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标"];
    let sheet = Sheet {
        form: form(table, points),
        levels: levels.iter().take(mapping.levels().max(1)).map(|level| (*level).into()).collect(),
        ..Sheet::default()
    };
    let rounding = rounding(&nodes);
    let mut template = Template::blank(title);
    template.id = id_of(title);
    (template.points, template.rounding, template.grades) = (points, rounding, grades);
    (template.sheet, template.nodes, template.combine) = (sheet, nodes, combine);
    template.outlined()
}

fn form(table: &Table, points: Decimal) -> Form {
    let compares =
        || table.drafts.iter().filter_map(|draft| draft.words()).all(|words| words.entry.is_none());
    if let Some(form) = table.form {
        return form;
    }
    match (points.is_zero() && compares(), table.is_self_evaluation) {
        (true, _) => Form::Comparison,
        (false, true) => Form::SelfEvaluation,
        (false, false) => Form::ScoreSheet,
    }
}

/// 优、良、中、差 at 90, 80 and 60 of 100, as 财预〔2020〕10号 has them.
fn usual_grades(points: Decimal) -> Vec<Grade> {
    let at = |name: &str, percent: i64| {
        let from = points.checked_mul(Decimal::new(percent, 2)).unwrap_or_default();
        Grade { name: name.into(), from }
    };
    match points > Decimal::ZERO {
        true => vec![at("优", 90), at("良", 80), at("中", 60), at("差", 0)],
        false => Vec::new(),
    }
}

/// Two decimals, or more where the table's points have more.
fn rounding(nodes: &[Node]) -> Rounding {
    fn finest(nodes: &[Node]) -> u32 {
        let of = |node: &Node| match node {
            Node::Group(group) => finest(&group.children).max(group.points.normalize().scale()),
            Node::Indicator(indicator) => indicator.points.normalize().scale(),
        };
        nodes.iter().map(of).max().unwrap_or_default()
    }
    let usual = Rounding::default();
    let decimals = finest(nodes).clamp(usual.item_decimals, 6);
    Rounding { item_decimals: decimals, total_decimals: decimals, ..usual }
}

/// An id of letters, digits and hyphens: the pinyin initials of the title.
fn id_of(title: &str) -> Id {
    use pinyin::ToPinyin as _;
    let initial = |c: char| match c.to_pinyin() {
        Some(pinyin) => pinyin.plain().chars().next(),
        None => c.nfkc().next().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()),
    };
    let initials: String = title.chars().filter_map(initial).take(32).collect();
    if initials.is_empty() { "imported".into() } else { format!("imported-{initials}").into() }
}
