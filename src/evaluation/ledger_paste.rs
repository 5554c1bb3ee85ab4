//! A block of a spreadsheet as rows of a 台账.

use super::error::LedgerRowError;
use super::ledger::check_row;
use super::model::LedgerRow;
use super::text_table::{cells, folded};
use crate::number::{EntryError, parse, plain};
use crate::template::{Id, Ledger};
use crate::text::{Explain, Message};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
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
            Self::Fault => {
                &["故障或事由", "故障", "事由", "故障现象", "故障描述", "情况", "内容", "扣分原因", "Cause"]
            }
            Self::Handled => &["处理情况", "处理结果", "处置情况", "整改情况", "修复情况", "Handled"],
            Self::Kind => &["类型", "扣分类型", "加分类型", "类别", "扣分项", "种类", "Kind"],
            Self::Count => &["次数", "处数", "数量", "天数", "件数", "个数", "Count"],
            Self::Points => &["分值", "扣分", "加分", "得分", "分数", "扣分值", "加减分", "Points"],
            Self::Money => &["金额", "金额（元）", "扣款", "扣款金额", "Money"],
            Self::Factors => &["加重减轻", "加重", "减轻", "加重减轻情形", "情形", "Factors"],
            Self::Matter => &["同一事项", "事项", "项目", "Matter"],
            Self::ConfirmedBy => &["确认人", "核实人", "签字", "经办人", "Confirmed by"],
            Self::Exempt => {
                &["免责（原因）", "免责", "免责原因", "免责情形", "备注（免责）", "Exempt (reason)"]
            }
        }
    }

    fn of(heading: &str) -> Option<Self> {
        let heading = folded(heading);
        Self::ALL.into_iter().find(|column| column.headings().iter().any(|known| folded(known) == heading))
    }
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

/// Reads a block that was copied from a spreadsheet. `step` is the 得分增量 of points. Points of kinds that work them out
/// are not taken: what counts is worked out.
pub fn paste(ledger: &Ledger, step: Decimal, text: &str) -> Pasted {
    let lines = cells(text);
    let header = lines.iter().take(LINES_ABOVE).position(|(_, cells)| {
        let known = cells.iter().filter(|cell| LedgerColumn::of(cell).is_some()).count();
        known >= 2.min(cells.len()) && known > 0
    });
    let columns: Vec<Option<LedgerColumn>> = match header.and_then(|header| lines.get(header)) {
        Some((_, headings)) => headings.iter().map(|heading| LedgerColumn::of(heading)).collect(),
        None => LedgerColumn::ALL.into_iter().map(Some).collect(),
    };
    let mut pasted =
        Pasted { rows: Vec::new(), refused: Vec::new(), headings: header.is_some(), ignored: Vec::new() };
    if let Some((_, headings)) = header.and_then(|header| lines.get(header)) {
        let unknown =
            headings.iter().zip(&columns).filter(|(heading, column)| column.is_none() && !heading.is_empty());
        pasted.ignored = unknown.map(|(heading, _)| heading.clone()).collect();
    }
    for (at, (line, cells)) in lines.iter().enumerate() {
        let row = match header {
            Some(header) if at == header => continue,
            Some(header) if at < header => Err(Message::new("ledger-paste-above")),
            _ => row_of(ledger, step, &columns, cells),
        };
        match row {
            Ok(row) => pasted.rows.push(Arc::new(row)),
            Err(why) => pasted.refused.push(RefusedLine { line: *line, text: cells.join(" "), why }),
        }
    }
    pasted
}

fn row_of(
    ledger: &Ledger,
    step: Decimal,
    columns: &[Option<LedgerColumn>],
    cells: &[String],
) -> Result<LedgerRow, Message> {
    let mut row = LedgerRow::default();
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        if let Some(column) = column
            && !(*column == LedgerColumn::Exempt && NOT_EXEMPT.contains(&cell.as_str()))
        {
            set(ledger, &mut row, *column, cell).map_err(|error| error.message())?;
        }
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
