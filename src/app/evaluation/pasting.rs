//! A block of a spreadsheet that is pasted into the table: which score and which reason each row of it means. What comes
//! of it is proposed; nothing is taken before somebody says so.

use super::document::Document;
use super::typed_score::TypedScore;
use crate::app::SheetColumn;
use crate::evaluation::Edit;
use crate::import;
use crate::number::parse;
use crate::template::{Id as NodeId, Row};
use crate::text::{Explain as _, Message};

/// What is proposed for a row of the table.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub item: NodeId,
    pub score: Option<ProposedScore>,
    /// The reason that is to stand there; the one that stands there is proposed for nothing.
    pub reason: Option<String>,
}

/// A score as it stands in the block.
#[derive(Clone, Debug)]
pub struct ProposedScore {
    pub text: String,
    pub way: WayIn,
}

/// How it gets into the evaluation.
#[derive(Clone, Debug)]
pub enum WayIn {
    /// It stands there already.
    Unchanged,
    /// The rule takes it.
    ByRule(Edit),
    /// Only 人工改分 gives it: the edit needs a reason.
    ByHand,
    /// It is none, and why.
    Refused(Message),
}

/// What the block means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pasted {
    pub proposals: Vec<Proposal>,
    /// Rows of the block for which the table has none.
    pub left_over: usize,
}

/// Reads a block that begins at `at` among the `rows` in sight, in the column `column`.
///
/// # Errors
/// There is nothing in it.
pub(crate) fn read(
    document: &Document,
    rows: &[Row],
    at: usize,
    column: SheetColumn,
    text: &str,
) -> Result<Pasted, Message> {
    let grid = import::paste(text).map_err(|error| error.message())?;
    let mut lines: Vec<(usize, Vec<String>)> = grid
        .rows
        .iter()
        .map(|row| (row.number, (0..grid.width).map(|n| row.text(n).trim().to_owned()).collect()))
        .collect();
    let first = lines.first().map_or(1, |(number, _)| *number);
    let headed = lines.first().and_then(|(_, cells)| headings(cells));
    let columns = match headed {
        Some(columns) => {
            lines.remove(0);
            columns
        }
        None => guessed(&lines, column),
    };
    let place = |wanted: SheetColumn| columns.iter().position(|column| *column == Some(wanted));
    let (names, scores, reasons) =
        (place(SheetColumn::Indicator), place(SheetColumn::Score), place(SheetColumn::Reason));
    let mut pasted = Pasted::default();
    let positions: Vec<usize> = rows.iter().filter_map(indicator_of).collect();
    let start = rows.iter().take(at).filter_map(indicator_of).count();
    for (number, cells) in &lines {
        let cell = |place: Option<usize>| place.and_then(|n| cells.get(n)).map_or("", String::as_str);
        let item = match names {
            Some(_) => named(document, &positions, cell(names)),
            // A row that is empty in the block stays a row.
            None => positions.get(start + (number - first)).copied(),
        };
        let is_group = names.is_some() && item.is_none() && is_group(document, cell(names));
        match item.and_then(|position| document.template.indicator_at(position)) {
            Some(indicator) => {
                let proposal = proposal(document, &indicator.id, cell(scores), cell(reasons));
                pasted.proposals.extend(proposal);
            }
            None => pasted.left_over += usize::from(!is_group),
        }
    }
    Ok(pasted)
}

fn indicator_of(row: &Row) -> Option<usize> {
    match row {
        Row::Indicator(position) => Some(*position),
        Row::Group(_) => None,
    }
}

/// The columns that a heading row names.
fn headings(cells: &[String]) -> Option<Vec<Option<SheetColumn>>> {
    let found: Vec<Option<SheetColumn>> = cells.iter().map(|cell| heading(cell)).collect();
    found
        .contains(&Some(SheetColumn::Score))
        .then_some(found.clone())
        .or_else(|| found.contains(&Some(SheetColumn::Reason)).then_some(found))
}

fn heading(cell: &str) -> Option<SheetColumn> {
    let word: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    match word.to_lowercase().as_str() {
        "指标" | "指标名称" | "三级指标" | "评价指标" | "名称" | "indicator" => {
            Some(SheetColumn::Indicator)
        }
        "分值" | "满分" | "标准分" | "points" => Some(SheetColumn::Points),
        "得分" | "自评分" | "自评得分" | "评分" | "复核分" | "复核得分" | "实际得分" | "score" => {
            Some(SheetColumn::Score)
        }
        "扣分" | "扣分值" | "deducted" => Some(SheetColumn::Deduction),
        "评价标准" | "评分标准" | "standard" => Some(SheetColumn::Standard),
        "佐证" | "evidence" => Some(SheetColumn::Evidence),
        word if word.contains("原因") || word.contains("reason") => Some(SheetColumn::Reason),
        _ => None,
    }
}

/// Without headings: from the cell that is selected on, numbers are scores and words are reasons.
fn guessed(lines: &[(usize, Vec<String>)], column: SheetColumn) -> Vec<Option<SheetColumn>> {
    let width = lines.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    // One slip among numbers is a slip, and will be refused as one.
    let is_number = |n: usize| {
        let said = lines.iter().filter_map(|(_, cells)| cells.get(n)).filter(|cell| !cell.is_empty());
        let (numbers, words): (Vec<_>, Vec<_>) = said.partition(|cell| parse(cell).is_ok());
        numbers.len() > words.len()
    };
    if width == 1 {
        return vec![Some(if column == SheetColumn::Reason { column } else { SheetColumn::Score })];
    }
    let mut columns = vec![None; width];
    let mut words = (0..width).filter(|n| !is_number(*n));
    // Words before the numbers name the indicators.
    let numbers: Vec<usize> = (0..width).filter(|n| is_number(*n)).collect();
    let score = numbers.first().copied().filter(|_| column != SheetColumn::Reason);
    if let Some(score) = score {
        columns[score] = Some(SheetColumn::Score);
    }
    for n in words.by_ref() {
        match score {
            Some(score) if n < score => columns[n] = Some(SheetColumn::Indicator),
            _ => {
                columns[n] = Some(SheetColumn::Reason);
                break;
            }
        }
    }
    columns
}

/// The indicator in sight of that name.
fn named(document: &Document, positions: &[usize], name: &str) -> Option<usize> {
    let same = |position: &&usize| {
        let indicator = document.template.indicator_at(**position);
        indicator.is_some_and(|indicator| indicator.name.trim() == name)
    };
    let mut found = positions.iter().filter(same);
    let first = found.next().copied();
    first.filter(|_| found.next().is_none() && !name.is_empty())
}

fn is_group(document: &Document, name: &str) -> bool {
    document.template.outline().groups().iter().any(|group| group.name.trim() == name)
}

/// Nothing where the row says nothing.
fn proposal(document: &Document, item: &NodeId, score: &str, reason: &str) -> Option<Proposal> {
    let entry = document.evaluation().item(item);
    let stands = entry.map(|entry| entry.reason.as_str()).unwrap_or_default();
    let reason = (!reason.is_empty() && reason != stands).then(|| reason.to_owned());
    let score = (!score.is_empty())
        .then(|| ProposedScore { text: score.to_owned(), way: way_in(document, item, score) })
        .filter(|score| !matches!(score.way, WayIn::Unchanged));
    let says = score.is_some() || reason.is_some();
    says.then(|| Proposal { item: item.clone(), score, reason })
}

fn way_in(document: &Document, item: &NodeId, text: &str) -> WayIn {
    let typed = match TypedScore::read(document, item, text) {
        Ok(typed) => typed,
        Err(message) => return WayIn::Refused(message),
    };
    if document.item_score(item).and_then(|item| item.score) == Some(typed.points) {
        return WayIn::Unchanged;
    }
    match typed.only_way().filter(|_| !typed.is_decided()) {
        Some(way) => WayIn::ByRule(typed.by(way)),
        None => WayIn::ByHand,
    }
}

impl Proposal {
    /// There is something in it that the evaluation can have.
    pub(crate) fn can_be_taken(&self) -> bool {
        self.comes_to_something(true)
    }

    /// The same, where 人工改分 has a reason or not.
    pub(crate) fn comes_to_something(&self, has_reason: bool) -> bool {
        match self.score.as_ref().map(|score| &score.way) {
            // A reason beside a score that is not taken would explain another one.
            Some(WayIn::Refused(_)) => false,
            Some(WayIn::ByHand) => has_reason,
            Some(WayIn::ByRule(_)) => true,
            Some(WayIn::Unchanged) | None => self.reason.is_some(),
        }
    }

    /// The edits that take it; `by_hand` is the reason of those scores that only 人工改分 gives.
    pub(crate) fn edits(&self, document: &Document, by_hand: &str) -> Vec<Edit> {
        if !self.comes_to_something(!by_hand.trim().is_empty()) {
            return Vec::new();
        }
        let score = self.score.as_ref().and_then(|score| match &score.way {
            WayIn::ByRule(edit) => Some(edit.clone()),
            WayIn::ByHand if !by_hand.trim().is_empty() => {
                let typed = TypedScore::read(document, &self.item, &score.text).ok()?;
                Some(typed.by_hand(by_hand))
            }
            WayIn::Unchanged | WayIn::ByHand | WayIn::Refused(_) => None,
        });
        let reason =
            self.reason.as_ref().map(|text| Edit::SetReason { item: self.item.clone(), text: text.clone() });
        score.into_iter().chain(reason).collect()
    }
}
