//! What the papers share that show the tree: labels of groups, scores, notes.

use super::content::{BY_HAND, Content};
use super::head::or_dash;
use crate::print::data::{GroupData, RowData};
use crate::print::typeset::{Align, Paragraph, Row, Spanning, Style};

/// What somebody changed by hand.
pub(super) const MARK: &str = "※";
/// A text of more characters stands below the table.
const LONGEST: usize = 420;
/// A name of a group longer than that stands below the table.
const LONGEST_LABEL: usize = 60;
/// Characters that a line feed counts for.
const LINE: usize = 15;

/// The groups of the rows that are `shown`, each in the column of its level; those of the first `pointed` levels with their
/// points.
pub(super) fn groups(
    content: &Content<'_>,
    shown: &[usize],
    pointed: usize,
    annex: &mut Annex,
) -> Vec<Spanning> {
    let place = |row: usize| shown.binary_search(&row).ok();
    let mut span = |group: &GroupData| {
        let (from, to) = group.rows?;
        // Rows of the group that stand in another table are none of this one.
        let rows = (from..=to).filter_map(place);
        let (from, to) = (rows.clone().min()?, rows.max()?);
        let name = annex.or_name(&group.name, LONGEST_LABEL);
        Some(Spanning {
            column: group.level,
            across: 1,
            rows: (from, to),
            label: label(group, &name, pointed, false),
            again: label(group, &name, pointed, true),
        })
    };
    content.groups().iter().filter_map(&mut span).collect()
}

/// A group's name and points. Where nothing is scored it has none.
fn label(group: &GroupData, name: &str, pointed: usize, continued: bool) -> Vec<Paragraph> {
    let points = if group.level < pointed { group.points.as_str() } else { "0" };
    let points = match (points, continued) {
        ("0", false) => String::new(),
        ("0", true) => "（续）".to_owned(),
        (points, false) => format!("（{points} 分）"),
        (points, true) => format!("{points} 分（续）"),
    };
    vec![Paragraph::label(name), Paragraph::new(points).aligned(Align::Middle)]
}

/// The first cells of a row: its name, in the columns that its groups leave.
pub(super) fn named(content: &Content<'_>, row: &RowData<'_>) -> Row {
    let column = row.groups.len();
    let mut first = Row::from_column(column, [Paragraph::label(row.name)]);
    if let Some(cell) = first.cells.first_mut() {
        cell.across = content.levels().len().saturating_sub(column).max(1);
    }
    first
}

/// 得分: a number, or which of the four states it is in; an override shows what the rule yields too.
pub(super) fn score(row: &RowData<'_>) -> Vec<Paragraph> {
    let score = row.score.as_deref().unwrap_or_default();
    let words = match row.state {
        "blank" | BY_HAND => return Vec::new(),
        "unscored" => return vec![Paragraph::figure("未评")],
        "no-information" => return vec![Paragraph::figure("资料不足")],
        "not-applicable" => vec![Paragraph::new("不适用"), Paragraph::new(score)],
        _ if row.override_reason.is_some() => {
            let computed = or_dash(row.computed.as_deref().unwrap_or_default());
            let small = Style::TABLE.sized(7.0);
            vec![
                Paragraph::bold(format!("{MARK}{score}")),
                Paragraph::styled(format!("规则 {computed}"), small),
            ]
        }
        _ => vec![Paragraph::new(score)],
    };
    words.into_iter().map(|words| words.aligned(Align::End)).collect()
}

/// A reason that nobody wrote: whoever reads the paper is to see that.
pub(super) fn gap(words: &str) -> Paragraph {
    Paragraph::styled(words, Style::TABLE.sized(8.0).grey())
}

/// What is to be said of a row; `unwritten` stands where points are taken without a reason.
pub(super) fn notes(row: &RowData<'_>, unwritten: &str) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    if let Some(reason) = row.override_reason {
        lines.push(overridden(row).and(format!("理由：{reason}")));
    }
    if let Some(reason) = &row.not_applicable {
        let full = if row.score.is_some() { "（按满分计）" } else { "" };
        lines.push(Paragraph::new(format!("不适用：{reason}{full}")));
    }
    let is_whole = row.state == "scored" && !row.deducted;
    if !row.reason.is_empty() {
        // Where nothing is taken any more it is no reason for that.
        let before = if is_whole { "说明（未扣分）：" } else { "" };
        lines.push(Paragraph::new(format!("{before}{}", row.reason)));
    } else if row.deducted && row.override_reason.is_none() && !row.struck {
        lines.push(gap(unwritten));
    }
    if row.struck {
        let by = row.struck_by.as_deref().unwrap_or("大项不得分");
        let from = or_dash(row.struck_from.as_deref().unwrap_or_default());
        lines.push(Paragraph::new(format!("{by}（原 {from}）")));
    }
    lines.extend(row.answers.as_ref().map(|answers| Paragraph::new(format!("有效问卷 {answers} 份"))));
    let said = [("备注：", row.remark), ("佐证：", row.evidence_note)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    lines.extend(said.map(|(label, text)| Paragraph::new(format!("{label}{text}"))));
    if !row.attachments.is_empty() {
        lines.push(Paragraph::new(format!("附件 {}", row.attachments.join("、"))));
    }
    lines
}

/// What is noted of `name`, one note after the other; `None` where nothing is.
pub(super) fn on_one_line(name: &str, notes: Vec<Paragraph>) -> Option<Paragraph> {
    let mut all = Paragraph::bold(format!("{name}：")).and("");
    let notes = notes.into_iter().filter(|note| !note.is_empty());
    for (place, note) in notes.enumerate() {
        all = if place > 0 { all.and("；") } else { all };
        all.runs.extend(note.runs);
    }
    (all.runs.len() > 2).then_some(all)
}

fn overridden(row: &RowData<'_>) -> Paragraph {
    let computed = row.computed.as_deref().unwrap_or("未评");
    let score = or_dash(row.score.as_deref().unwrap_or_default());
    Paragraph::bold(format!("{MARK} 人工改分")).and(format!("：规则计算 {computed}，改为 {score}。"))
}

/// Texts that are too long for a column stand below the table, in full and as wide as the page, where they can be read.
#[derive(Default)]
pub(super) struct Annex {
    /// What each is of, and its text.
    notes: Vec<(String, Vec<Paragraph>)>,
}

impl Annex {
    /// `text`, or where it is too long a reference to the annex, which holds it from now on.
    pub(super) fn or_refer(
        &mut self,
        of: &str,
        text: Vec<Paragraph>,
        first: Option<Paragraph>,
    ) -> Vec<Paragraph> {
        let characters = text.iter().flat_map(|paragraph| &paragraph.runs).flat_map(|(text, _)| text.chars());
        if characters.map(|c| if c == '\n' { LINE } else { 1 }).sum::<usize>() <= LONGEST {
            return text;
        }
        self.notes.push((of.to_owned(), text));
        let reference = Paragraph::new(format!("全文见附注 {}。", self.notes.len()));
        first.into_iter().chain([reference]).collect()
    }

    /// `name`, or where it is longer than so many characters a reference to the annex: in a narrow column that stands again
    /// on each page it would fill the height of one.
    pub(super) fn or_name(&mut self, name: &str, longest: usize) -> String {
        if name.chars().count() <= longest {
            return name.to_owned();
        }
        self.notes.push(("指标名称".to_owned(), vec![Paragraph::new(name)]));
        format!("全文见附注 {}", self.notes.len())
    }

    pub(super) fn notes_of(&mut self, row: &RowData<'_>, unwritten: &str) -> Vec<Paragraph> {
        let first = row.override_reason.map(|_| overridden(row));
        self.or_refer(&row.path, notes(row, unwritten), first)
    }

    pub(super) fn set(self, flow: &mut crate::print::typeset::Flow<'_>) {
        use crate::print::typeset::{Role, mm};
        if self.notes.is_empty() {
            return;
        }
        flow.space(mm(6.0));
        flow.text(Role::Heading, &Paragraph::styled("附注", Style::TABLE.sized(12.0).bold()));
        for (number, (of, text)) in self.notes.into_iter().enumerate() {
            flow.space(mm(3.0));
            flow.text(Role::Heading, &Paragraph::bold(format!("附注 {}　{of}", number + 1)));
            flow.space(mm(1.0));
            text.iter().for_each(|paragraph| flow.text(Role::Paragraph, paragraph));
        }
    }
}
