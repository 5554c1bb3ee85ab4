//! A block of a spreadsheet as rows of a 台账.

use super::date;
use super::error::LedgerRowError;
use super::ledger::check_row;
use super::model::LedgerRow;
use super::text_table::{cells, folded};
use crate::number::{EntryError, parse, plain};
use crate::template::{Id, Ledger};
use crate::text::{Explain, Message};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A column of a 台账.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum LedgerColumn {
    /// 日期
    Date,
    /// 对象
    Object,
    /// 故障或事由
    Fault,
    /// 处理情况
    Handled,
    /// 类型
    Kind,
    /// 次数
    Count,
    /// 分值, where the kind leaves it open
    Points,
    /// 金额, in 元
    Money,
    /// 加重减轻
    Factors,
    /// 同一事项
    Matter,
    /// 确认人
    ConfirmedBy,
    /// 免责 and its reason
    Exempt,
}

impl LedgerColumn {
    /// As they stand in the window, and in a block without headings.
    pub const ALL: [Self; 12] = [
        Self::Date,
        Self::Object,
        Self::Fault,
        Self::Handled,
        Self::Kind,
        Self::Count,
        Self::Points,
        Self::Money,
        Self::Factors,
        Self::Matter,
        Self::ConfirmedBy,
        Self::Exempt,
    ];

    /// Key of its heading in the interface.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Date => "ledger-date",
            Self::Object => "ledger-object",
            Self::Fault => "ledger-fault",
            Self::Handled => "ledger-handled",
            Self::Kind => "ledger-kind",
            Self::Count => "ledger-count",
            Self::Points => "ledger-points",
            Self::Money => "ledger-money",
            Self::Factors => "ledger-factors",
            Self::Matter => "ledger-matter",
            Self::ConfirmedBy => "ledger-confirmed-by",
            Self::Exempt => "ledger-exempt",
        }
    }

    /// What a row holds in this column, as it would be typed. Kind and factors by their ids.
    pub fn text(self, row: &LedgerRow) -> String {
        let number = |number: Option<Decimal>| number.map(plain).unwrap_or_default();
        match self {
            Self::Date => row.date.clone(),
            Self::Object => row.object.clone(),
            Self::Fault => row.fault.clone(),
            Self::Handled => row.handled.clone(),
            Self::Kind => row.kind.to_string(),
            Self::Count => plain(row.count),
            Self::Points => number(row.points),
            Self::Money => number(row.money),
            Self::Factors => row.factors.join("、"),
            Self::Matter => row.matter.clone(),
            Self::ConfirmedBy => row.confirmed_by.clone(),
            Self::Exempt => row.exempt.clone().unwrap_or_default(),
        }
    }

    /// Headings under which units keep it in their own sheets; both languages of the window among them.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Date => {
                &["日期", "时间", "发生日期", "发生时间", "故障日期", "故障时间", "报修时间", "Date"]
            }
            Self::Object => {
                &["对象", "点位", "设备", "设备名称", "点位名称", "单位", "部门", "考核对象", "Object"]
            }
            // 事项 and 项目 head what happened: taken for 同一事项 they would make one of several events.
            Self::Fault => &[
                "故障或事由",
                "故障",
                "事由",
                "故障现象",
                "故障描述",
                "情况",
                "内容",
                "扣分原因",
                "事项",
                "项目",
                "Cause",
            ],
            Self::Handled => &["处理情况", "处理结果", "处置情况", "整改情况", "修复情况", "Handled"],
            Self::Kind => {
                &["类型", "扣分类型", "加分类型", "类别", "扣分项", "种类", "故障类型", "问题类型", "Kind"]
            }
            Self::Count => &["次数", "处数", "数量", "天数", "件数", "个数", "Count"],
            Self::Points => &["分值", "扣分", "加分", "得分", "分数", "扣分值", "加减分", "Points"],
            Self::Money => &["金额", "金额（元）", "扣款", "扣款金额", "Money"],
            Self::Factors => &["加重减轻", "加重", "减轻", "加重减轻情形", "情形", "Factors"],
            Self::Matter => &["同一事项", "Matter"],
            Self::ConfirmedBy => &["确认人", "核实人", "签字", "经办人", "Confirmed by"],
            Self::Exempt => {
                &["免责（原因）", "免责", "免责原因", "免责情形", "备注（免责）", "Exempt (reason)"]
            }
        }
    }

    /// Words within a heading, where it is none of those that are known whole.
    fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Date => &["日期", "时间"],
            Self::Kind => &["类型", "类别", "种类"],
            Self::Object => &["点位", "设备", "地点", "位置", "卡口", "路口"],
            Self::Handled => &["处理", "处置", "修复", "整改", "恢复"],
            Self::Count => &["次数", "处数", "天数"],
            Self::Money => &["金额", "扣款", "罚款"],
            Self::Exempt => &["免责", "减免"],
            Self::ConfirmedBy => &["确认", "核实", "签字"],
            Self::Fault => &["故障", "原因", "问题", "事由"],
            Self::Points | Self::Factors | Self::Matter => &[],
        }
    }

    /// The heading is one of those that are known whole.
    fn is_called(self, heading: &str) -> bool {
        let heading = folded(heading);
        self.headings().iter().any(|known| folded(known) == heading)
    }

    fn of(heading: &str) -> Option<Self> {
        let called = Self::ALL.into_iter().find(|column| column.is_called(heading));
        let heading = folded(heading);
        let has = |column: &Self| column.parts().iter().any(|part| heading.contains(part));
        // 故障类型 is a kind, 故障时间 a date: the more telling words come first.
        const TELLING: [LedgerColumn; 9] = [
            LedgerColumn::Date,
            LedgerColumn::Kind,
            LedgerColumn::Handled,
            LedgerColumn::Count,
            LedgerColumn::Money,
            LedgerColumn::Exempt,
            LedgerColumn::ConfirmedBy,
            LedgerColumn::Object,
            LedgerColumn::Fault,
        ];
        called.or_else(|| TELLING.into_iter().find(has))
    }
}

/// What whoever pastes says of the block.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PasteChoices {
    /// What a column of the block is, counted from 0, where its heading does not say it; none leaves it out.
    pub columns: BTreeMap<usize, Option<LedgerColumn>>,
    /// Which kind a word is that the ledger does not have.
    pub kinds: BTreeMap<String, Id>,
    /// Rows that the ledger has already are rows all the same.
    pub again: bool,
}

/// What the block is put into.
#[derive(Clone, Copy, Debug)]
pub struct PasteInto<'l> {
    /// The ledger that the rows are to fit.
    pub ledger: &'l Ledger,
    /// 得分增量 of points.
    pub step: Decimal,
    /// Rows that are there already.
    pub rows: &'l [Arc<LedgerRow>],
    /// The year of dates that have none.
    pub year: Option<i16>,
}

/// What became of a pasted block. Each of its lines is a row, refused, or part of the heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pasted {
    /// Rows that fit the ledger, in the order of the block.
    pub rows: Vec<Arc<LedgerRow>>,
    /// Lines that are no rows.
    pub refused: Vec<RefusedLine>,
    /// The block had headings; else its columns were taken in the order of the window.
    pub headings: bool,
    /// Headings that no column of the ledger has: what stood below them was left out.
    pub ignored: Vec<String>,
    /// The columns of the block: heading, and what it is taken for.
    pub columns: Vec<(String, Option<LedgerColumn>)>,
    /// Words that name no kind, each once, with the kinds that they may mean, the likeliest first.
    pub words: Vec<(String, Vec<Id>)>,
    /// Lines that are in the ledger already; they are among the refused, unless they are to be taken again.
    pub again: usize,
}

/// A line of a pasted block that is no row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefusedLine {
    /// From 1, as the block was copied.
    pub line: usize,
    /// Its cells.
    pub text: String,
    /// What keeps it from being a row.
    pub why: Message,
}

/// Lines above the headings that a block may have: its title, the month.
const LINES_ABOVE: usize = 5;

/// What people write into the column of exemptions where there is none.
const NOT_EXEMPT: [&str; 6] = ["否", "无", "-", "—", "/", "不免责"];

/// Reads a block that was copied from a spreadsheet. Points of kinds that work them out are not taken: what counts is
/// worked out.
pub fn paste(into: PasteInto<'_>, text: &str, choices: &PasteChoices) -> Pasted {
    let PasteInto { ledger, step, .. } = into;
    let lines = cells(text);
    let header = lines.iter().take(LINES_ABOVE).position(|(_, cells)| {
        let known = cells.iter().filter(|cell| LedgerColumn::of(cell).is_some()).count();
        let holds_data = cells.iter().any(|cell| is_data(ledger, cell, into.year));
        known >= 2.min(cells.len()) && known > 0 && !holds_data
    });
    let headings = header.and_then(|header| lines.get(header)).map(|(_, headings)| headings.as_slice());
    let columns = columns_of(headings, choices);
    let width = lines.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let heading = |n: usize| headings.and_then(|headings| headings.get(n)).cloned().unwrap_or_default();
    let named: Vec<(String, Option<LedgerColumn>)> =
        (0..width).map(|n| (heading(n), columns.get(n).copied().flatten())).collect();
    let unknown = named.iter().filter(|(heading, column)| column.is_none() && !heading.is_empty());
    let mut pasted = Pasted {
        rows: Vec::new(),
        refused: Vec::new(),
        headings: header.is_some(),
        ignored: unknown.map(|(heading, _)| heading.clone()).collect(),
        columns: named,
        words: Vec::new(),
        again: 0,
    };
    for (at, (line, cells)) in lines.iter().enumerate() {
        let row = match header {
            Some(header) if at == header => continue,
            Some(header) if at < header => Err(Message::new("ledger-paste-above")),
            _ if is_sum(cells) => Err(Message::new("ledger-paste-sum")),
            _ => {
                let known = choices.with_kinds(cells, &columns, ledger);
                let row = row_of(ledger, step, &columns, &known, into.year);
                if let Some(word) = unknown_kind(ledger, &columns, &known)
                    && pasted.words.iter().all(|(other, _)| *other != word)
                {
                    let near = nearest(ledger, &word);
                    pasted.words.push((word, near));
                }
                row
            }
        };
        let row = row.and_then(|row| match is_known(into.rows, &row) {
            true => {
                pasted.again += 1;
                if choices.again { Ok(row) } else { Err(Message::new("ledger-paste-again")) }
            }
            false => Ok(row),
        });
        match row {
            Ok(row) => pasted.rows.push(Arc::new(row)),
            Err(why) => pasted.refused.push(RefusedLine { line: *line, text: cells.join(" "), why }),
        }
    }
    pasted
}

/// A day, a number or a kind of the ledger stands in a row. 故障 within the words of a row is no heading.
fn is_data(ledger: &Ledger, cell: &str, year: Option<i16>) -> bool {
    let units: Vec<&str> = ledger.kinds.iter().map(|kind| &*kind.unit).chain(["元", "分"]).collect();
    let is_heading = LedgerColumn::ALL.iter().any(|column| column.is_called(cell));
    !cell.is_empty()
        && (date::normal(cell, year.or(Some(2000))).is_some()
            || number_of(cell, &units).is_ok()
            || (kind_of(ledger, cell).is_ok() && !is_heading))
}

/// By their headings, each column once; or in the order of the window. What was chosen comes before both.
fn columns_of(headings: Option<&[String]>, choices: &PasteChoices) -> Vec<Option<LedgerColumn>> {
    let mut columns: Vec<Option<LedgerColumn>> = match headings {
        Some(headings) => headings.iter().map(|heading| LedgerColumn::of(heading)).collect(),
        None => LedgerColumn::ALL.into_iter().map(Some).collect(),
    };
    for (n, chosen) in &choices.columns {
        if columns.len() <= *n {
            columns.resize(n + 1, None);
        }
        if let Some(column) = columns.get_mut(*n) {
            *column = *chosen;
        }
    }
    let mut taken: Vec<LedgerColumn> = choices.columns.values().copied().flatten().collect();
    for (n, column) in columns.iter_mut().enumerate() {
        if choices.columns.contains_key(&n) {
            continue;
        }
        match *column {
            Some(found) if taken.contains(&found) => *column = None,
            Some(found) => taken.push(found),
            None => {}
        }
    }
    columns
}

impl PasteChoices {
    /// The cells with the names of kinds in place of the words that stand for them.
    fn with_kinds(&self, cells: &[String], columns: &[Option<LedgerColumn>], ledger: &Ledger) -> Vec<String> {
        let chosen = |word: &str| self.kinds.get(word).and_then(|id| ledger.kind(id));
        let cell = |(n, cell): (usize, &String)| match columns.get(n) {
            Some(Some(LedgerColumn::Kind)) => {
                chosen(cell.trim()).map_or_else(|| cell.clone(), |kind| kind.label.to_string())
            }
            _ => cell.clone(),
        };
        cells.iter().enumerate().map(cell).collect()
    }
}

/// 合计, 小计: what stands below a table.
fn is_sum(cells: &[String]) -> bool {
    let first = cells.iter().find(|cell| !cell.trim().is_empty());
    first.is_some_and(|cell| ["合计", "总计", "小计"].iter().any(|word| cell.trim().starts_with(word)))
}

/// The word of the row that names no kind, if it has one.
fn unknown_kind(ledger: &Ledger, columns: &[Option<LedgerColumn>], cells: &[String]) -> Option<String> {
    let at = columns.iter().position(|column| *column == Some(LedgerColumn::Kind))?;
    let word = cells.get(at)?.trim();
    (!word.is_empty() && kind_of(ledger, word).is_err()).then(|| word.to_owned())
}

/// All kinds, those that share most letters with the word first.
fn nearest(ledger: &Ledger, word: &str) -> Vec<Id> {
    let shared = |label: &str| {
        let label: Vec<char> = folded(label).chars().collect();
        folded(word).chars().filter(|c| label.contains(c)).count()
    };
    let mut kinds: Vec<_> = ledger.kinds.iter().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(shared(&kind.label)));
    kinds.into_iter().map(|kind| kind.id.clone()).collect()
}

/// The ledger has a row of the same day, place, kind and number.
fn is_known(rows: &[Arc<LedgerRow>], row: &LedgerRow) -> bool {
    let what = |row: &LedgerRow| {
        let date = date::normal(&row.date, None).unwrap_or_else(|| row.date.trim().to_owned());
        (date, folded(&row.object), folded(&row.fault), row.kind.clone(), row.count)
    };
    // Rows that say next to nothing are not the same because of it.
    let place = [&row.object, &row.fault];
    let says = !row.date.trim().is_empty() && place.iter().any(|words| !words.trim().is_empty());
    says && rows.iter().any(|other| what(other) == what(row))
}

fn row_of(
    ledger: &Ledger,
    step: Decimal,
    columns: &[Option<LedgerColumn>],
    cells: &[String],
    year: Option<i16>,
) -> Result<LedgerRow, Message> {
    let mut row = LedgerRow::default();
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        if let Some(column) = column
            && !(*column == LedgerColumn::Exempt && NOT_EXEMPT.contains(&cell.as_str()))
        {
            set(ledger, &mut row, *column, cell).map_err(|error| error.message())?;
        }
    }
    if let Some(date) = date::normal(&row.date, year) {
        row.date = date;
    }
    // Where there is only one kind nobody writes it down.
    if row.kind.is_empty() {
        match ledger.kinds.as_slice() {
            [only] => row.kind = only.id.clone(),
            _ => return Err(Message::new("ledger-paste-no-kind")),
        }
    }
    if ledger.kind_of(&row).is_some_and(|kind| kind.point_limits(None).is_none()) {
        row.points = None;
    }
    check_row(ledger, &row, Some(step)).map_err(|error| error.message())?;
    Ok(row)
}

/// Puts what was typed or pasted into a column of `row`. An empty cell empties the column; 次数 is 1 then.
///
/// # Errors
/// It cannot be read as what the column holds.
pub fn set(
    ledger: &Ledger,
    row: &mut LedgerRow,
    column: LedgerColumn,
    cell: &str,
) -> Result<(), LedgerRowError> {
    let text = || cell.to_owned();
    let number = |units: &[&str]| match cell.trim().is_empty() {
        true => Ok(None),
        false => number_of(cell, units).map(Some),
    };
    match column {
        LedgerColumn::Date => row.date = text(),
        LedgerColumn::Object => row.object = text(),
        LedgerColumn::Fault => row.fault = text(),
        LedgerColumn::Handled => row.handled = text(),
        LedgerColumn::Matter => row.matter = text(),
        LedgerColumn::ConfirmedBy => row.confirmed_by = text(),
        LedgerColumn::Exempt => row.exempt = Some(text()).filter(|reason| !reason.trim().is_empty()),
        LedgerColumn::Kind => row.kind = kind_of(ledger, cell)?,
        LedgerColumn::Factors => row.factors = factors_of(ledger, cell)?,
        LedgerColumn::Count => {
            let units: Vec<&str> = ledger.kinds.iter().map(|kind| &*kind.unit).collect();
            row.count = number(&units).map_err(LedgerRowError::Count)?.unwrap_or(Decimal::ONE);
        }
        LedgerColumn::Points => row.points = number(&["分"]).map_err(LedgerRowError::Points)?,
        LedgerColumn::Money => row.money = number(&["元"]).map_err(LedgerRowError::Money)?,
    }
    Ok(())
}

/// A number, with or without one of these units behind it.
fn number_of(cell: &str, units: &[&str]) -> Result<Decimal, EntryError> {
    let cell = cell.trim();
    let bare = units.iter().filter(|unit| !unit.is_empty()).find_map(|unit| cell.strip_suffix(unit));
    parse(bare.unwrap_or(cell).trim_start_matches(['¥', '￥']))
}

fn kind_of(ledger: &Ledger, cell: &str) -> Result<Id, LedgerRowError> {
    let wanted = folded(cell);
    let found = ledger.kinds.iter().find(|kind| folded(&kind.label) == wanted || *kind.id == *wanted);
    found.map(|kind| kind.id.clone()).ok_or_else(|| LedgerRowError::NoSuchKind(cell.into()))
}

/// Labels of factors, one after the other.
fn factors_of(ledger: &Ledger, cell: &str) -> Result<Vec<Id>, LedgerRowError> {
    let factor = |word: &str| {
        let wanted = folded(word);
        let found =
            ledger.factors.iter().find(|factor| folded(&factor.label) == wanted || *factor.id == *wanted);
        found.map(|factor| factor.id.clone()).ok_or_else(|| LedgerRowError::NoSuchFactor(word.into()))
    };
    // A label may itself hold a comma.
    if let Ok(whole) = factor(cell) {
        return Ok(vec![whole]);
    }
    let words = cell.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim);
    words.filter(|word| !word.is_empty()).map(factor).collect()
}
