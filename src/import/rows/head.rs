//! What a form says above its table: the project, its goal, its money.

use super::Reader;
use crate::import::filled::{Head, HeadFunds};
use crate::import::grid::Row;
use crate::import::label::{is_nothing, points as number};
use crate::import::words::{folded, pattern, squeezed, tidy};
use rust_decimal::Decimal;

pattern!(PROJECT, r"^(?:被评价)?(?:项目|专项)名称$|^评价(?:项目|对象)(?:名称)?$");
pattern!(DEPARTMENT, r"^(?:项目|预算)?(?:主管|预算)(?:预算)?(?:部门|单位)(?:名称|及代码)?$|^一级预算单位$");
pattern!(
    UNIT,
    r"^(?:项目|具体)?(?:实施|承担|执行|使用|建设|填报|预算执行|资金使用)(?:部门|单位)(?:名称)?$|^(?:项目|被评价|被考核|自评|考核)单位(?:名称)?$|^部门\(?单位\)?名称$|^单位名称$"
);
pattern!(YEAR, r"^(?:评价|预算|考核|自评|项目)?年度$");
pattern!(EVALUATOR, r"^(?:评价人员?|评分人|考核人|填报人|填表人|评价小组)$");
pattern!(DATE, r"^(?:评价|填报|填表|考核|评分|自评)(?:日期|时间)$");
pattern!(
    GOAL,
    r"^(?:年初)?(?:设定|预期|计划)(?:绩效)?目标$|^(?:项目)?年度(?:总体)?(?:绩效)?目标$|^年初设定目标$|^预期完成目标$"
);
pattern!(
    GOAL_REACHED,
    r"^(?:年度|全年|实际|目标|绩效|项目)*(?:目标|任务)?(?:实际)?(?:完成|实现|达成)(?:目标)?情况$"
);
pattern!(TITLE_YEAR, r"(20[0-9]{2})年");
pattern!(INITIAL, r"^(?:年初|初始|批复)(?:预算|批复)(?:数|金额|安排数)?(?:\(.*\))?$|^年初数$");
pattern!(
    ANNUAL,
    r"^(?:全年|调整后?|调整后的?|年度|本年)预算(?:数|金额)?(?:\(.*\))?$|^预算(?:数|金额)(?:\(.*\))?$"
);
pattern!(RECEIVED, r"^(?:实际|资金|全年)?到位(?:资金)?(?:数|金额|资金)?(?:\(.*\))?$");
pattern!(
    EXECUTED,
    r"^(?:全年|预算|实际|年度)?(?:执行|支出|支付|使用)(?:资金)?(?:数|金额|额)?(?:\(.*\))?$|^(?:全年)?实际(?:执行|支出)数?(?:\(.*\))?$"
);
pattern!(SUM, r"总额|合计|总计|^小计|^年度资金|^资金总额");
pattern!(IN_YUAN, r"\(元\)|单位:元|人民币元");
pattern!(IN_TEN_THOUSAND, r"万元");

type Amount = fn(&mut HeadFunds) -> &mut Option<Decimal>;

const AMOUNTS: [(&std::sync::LazyLock<regex::Regex>, Amount); 4] = [
    (&INITIAL, |line| &mut line.initial_budget),
    (&ANNUAL, |line| &mut line.annual_budget),
    (&RECEIVED, |line| &mut line.received),
    (&EXECUTED, |line| &mut line.executed),
];

fn plain(text: &str) -> String {
    squeezed(&folded(text)).trim_end_matches(':').to_owned()
}

impl Reader<'_> {
    /// What stands above the first headings, and how the columns of scores are called.
    pub(super) fn heads(&mut self) {
        let mut head = Head { year: self.year(), ..Head::default() };
        let above = self.grid.rows.get(..self.mapping.heading).unwrap_or_default();
        for (at, row) in above.iter().enumerate() {
            labelled(row, &mut head);
            goals(row, above.get(at + 1), &mut head);
        }
        funds(above, &mut head);
        self.table.head = head;
        let named = |all: &'_ super::Columns<'_>| {
            all.other_scores.iter().map(|other| all.heading(self.grid, *other)).collect::<Vec<_>>()
        };
        let mut others: Vec<String> = self.all.iter().flat_map(named).collect();
        others.dedup();
        self.table.other_scores = others;
    }

    fn year(&self) -> String {
        let above = self.grid.rows.get(..self.mapping.heading).unwrap_or_default();
        let texts = above.iter().flat_map(|row| row.filled().map(|column| folded(row.text(column))));
        let title = self.table.title.iter().map(|title| folded(title));
        let mut years = title
            .chain(texts)
            .filter_map(|text| Some(TITLE_YEAR.captures(&squeezed(&text))?.get(1)?.as_str().to_owned()));
        years.next().unwrap_or_default()
    }
}

/// Labels with what stands to their right, or behind their colon.
fn labelled(row: &Row, head: &mut Head) {
    let fields: [(&regex::Regex, &mut String); 6] = [
        (&PROJECT, &mut head.project),
        (&DEPARTMENT, &mut head.department),
        (&UNIT, &mut head.unit),
        (&YEAR, &mut head.year),
        (&EVALUATOR, &mut head.evaluator),
        (&DATE, &mut head.date),
    ];
    let filled: Vec<usize> = row.filled().collect();
    for (label, field) in fields {
        let beside = filled.iter().enumerate().find_map(|(place, column)| {
            let cell = row.text(*column);
            if label.is_match(&plain(cell)) {
                return filled.get(place + 1).map(|next| row.text(*next)).filter(|text| !is_label(text));
            }
            let (name, value) = cell.split_once(['：', ':'])?;
            label.is_match(&plain(name)).then_some(value)
        });
        let beside = beside.map(tidy).filter(|text| !is_nothing(text));
        if let Some(text) = beside {
            *field = text;
        }
    }
}

/// It names something of the head, and is no answer.
fn is_label(text: &str) -> bool {
    let text = plain(text);
    [&PROJECT, &DEPARTMENT, &UNIT, &YEAR, &EVALUATOR, &DATE, &GOAL, &GOAL_REACHED]
        .iter()
        .any(|label| label.is_match(&text))
}

/// 预期目标 and 实际完成情况 beside each other, their words below.
fn goals(row: &Row, below: Option<&Row>, head: &mut Head) {
    let column = |label: &regex::Regex| row.filled().find(|column| label.is_match(&plain(row.text(*column))));
    let Some((below, reached)) = below.zip(column(&GOAL_REACHED)) else { return };
    // The label of the whole block may read as that of its left half.
    let planned = row.filled().filter(|column| *column < reached && GOAL.is_match(&plain(row.text(*column))));
    let Some(planned) = planned.last() else { return };
    head.goal = tidy(below.own_text(planned));
    head.goal_reached = tidy(below.own_text(reached));
}

/// 项目资金: a row that names two columns of amounts, sources below it.
fn funds(above: &[Row], head: &mut Head) {
    let columns_of = |row: &Row| -> Vec<(usize, Amount)> {
        let texts: Vec<(usize, String)> =
            row.filled().map(|column| (column, plain(row.text(column)))).collect();
        // The label of the block (年度预算数（万元）) may read as one of its columns.
        let last = |label: &regex::Regex| texts.iter().rev().find(|(_, text)| label.is_match(text));
        AMOUNTS.iter().filter_map(|(label, amount)| Some((last(label)?.0, *amount))).collect()
    };
    let found = above.iter().enumerate().map(|(at, row)| (at, columns_of(row)));
    let Some((at, columns)) = found.into_iter().find(|(_, columns)| columns.len() > 1) else { return };
    let first = columns.iter().map(|(column, _)| *column).min().unwrap_or_default();
    let mut sum = None;
    for row in above.get(at + 1..).unwrap_or_default() {
        let label = (0..first).rev().map(|column| row.own_text(column)).find(|text| !text.is_empty());
        let Some(label) = label.map(plain).filter(|label| !is_label(label)) else { break };
        let mut line = HeadFunds { source: source(&label).into(), ..HeadFunds::default() };
        for (column, amount) in &columns {
            *amount(&mut line) = amount_of(row.own_text(*column));
        }
        if SUM.is_match(&label) && sum.is_none() {
            sum = Some(line);
        } else {
            head.funds.push(line);
        }
    }
    head.funds.retain(|line| AMOUNTS.iter().any(|(_, amount)| amount(&mut line.clone()).is_some()));
    compare(sum, &columns, above.get(at), head);
    let words = above.get(at.saturating_sub(2)..above.len()).unwrap_or_default();
    let texts = || words.iter().flat_map(|row| row.filled().map(|column| plain(row.text(column))));
    head.funds_in_yuan = texts().any(|text| IN_YUAN.is_match(&text));
    let says_unit = head.funds_in_yuan || texts().any(|text| IN_TEN_THOUSAND.is_match(&text));
    head.funds_without_unit = !says_unit && !head.funds.is_empty();
}

/// 资金总额 beside what its sources come to; where none has amounts, it is the one source.
fn compare(sum: Option<HeadFunds>, columns: &[(usize, Amount)], heading: Option<&Row>, head: &mut Head) {
    let Some(mut sum) = sum else { return };
    if head.funds.is_empty() {
        head.funds.extend(Some(sum).filter(|sum| sum.annual_budget.is_some() || sum.executed.is_some()));
        return;
    }
    for (column, amount) in columns {
        let Some(stated) = *amount(&mut sum) else { continue };
        let amounts = head.funds.iter().filter_map(|line| *amount(&mut line.clone()));
        let whole = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        if whole != stated {
            let name = heading.map(|row| plain(row.text(*column))).unwrap_or_default();
            head.funds_differ.push((name, stated, whole));
        }
    }
}

/// `其中：财政拨款` is 财政拨款.
fn source(label: &str) -> String {
    label.trim_start_matches("其中").trim_start_matches([':', ',']).to_owned()
}

/// `387,664.62`, `95万元`.
fn amount_of(text: &str) -> Option<Decimal> {
    let text = folded(text).replace(',', "");
    let bare = text.trim().trim_end_matches("万元").trim_end_matches('元');
    number(bare).filter(|amount| *amount >= Decimal::ZERO)
}
