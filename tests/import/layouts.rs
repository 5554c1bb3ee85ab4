//! One score sheet in every layout and in the words of many offices: what is made of it is the same.

use crate::help::{errors, grid, imported, workbook};
use jiping::import::{Imported, open};
use jiping::template::Node;
use rust_decimal::Decimal;

/// Group and its points; names, points and standards of its indicators.
type Sheet = &'static [(&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)])];

const SHEET: Sheet = &[
    (
        "立项管理",
        "30",
        &[
            ("制度建设", "10", "制度健全得10分，每缺一项扣2分，扣完为止"),
            ("预算编制", "8", "编制合理得8分，基本合理得4分，否则不得分"),
            ("资料归档", "12", "每发现一处缺页扣0.5分，最多扣6分"),
        ],
    ),
    (
        "项目产出",
        "50",
        &[("建设数量", "30", "按完成率计算得分"), ("工程质量", "20", "一次验收合格得20分，否则不得分")],
    ),
    ("群众满意度", "20", &[("满意度", "20", "满意度90%以上得20分，80%（含）至90%得12分，80%以下不得分")]),
];

/// What an office calls the group, the indicator, its points and its standard.
const OFFICES: [[&str; 4]; 12] = [
    ["一级指标", "二级指标", "分值", "评价标准"],
    ["考核项目", "考核内容", "标准分", "考核标准"],
    ["考评项目", "考评内容", "基准分", "考评细则"],
    ["评查类别", "评查要点", "分值（分）", "评查标准"],
    ["检查项目", "检查内容", "满分", "扣分标准"],
    ["指标类别", "指标名称", "权重", "评分规则"],
    ["评审因素", "评审内容", "分数", "评审细则"],
    ["考核类别", "考核指标", "配分", "计分办法"],
    ["项  目", "考核点", "标准分值", "评分标准及方法"],
    ["评价维度", "评测指标", "赋分", "评测标准"],
    ["一级指标名称", "二级指标名称", "指标分值", "评分说明"],
    ["绩效考核项目", "具体考核内容", "考核分值", "加减分标准"],
];

/// How the sheet is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Layout {
    /// The group's name over its rows.
    Merged,
    /// The group's name in each row.
    Repeated,
    /// The group's name in its first row, the rows below left blank.
    Blank,
    /// The group's name and points on a row of their own, in the column of names.
    OwnRow,
    /// Points in the names, without a column of points.
    InNames,
    /// Points of the group and of the indicator each in a column.
    BothPoints,
    /// 序号 before and 得分, 扣分原因, 责任单位, 备注 behind.
    Around,
    /// The heading again, as on the next page, with one cell otherwise.
    Again,
    /// The head of a form above, notes and signatures below, 小计 between.
    Form,
    /// Headings over two rows.
    TwoRows,
}

const LAYOUTS: [Layout; 10] = [
    Layout::Merged,
    Layout::Repeated,
    Layout::Blank,
    Layout::OwnRow,
    Layout::InNames,
    Layout::BothPoints,
    Layout::Around,
    Layout::Again,
    Layout::Form,
    Layout::TwoRows,
];

struct Table {
    rows: Vec<Vec<String>>,
    merged: Vec<(u32, u16, u32, u16, String)>,
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn laid_out([group, name, points, standard]: [&str; 4], layout: Layout) -> Table {
    let mut table = Table { rows: vec![row(&["某项目考核评分表"])], merged: Vec::new() };
    if layout == Layout::Form {
        table.rows.push(row(&["项目名称", "", "道路照明", ""]));
        table.rows.push(row(&["主管部门", "", "某局", "实施单位"]));
        table.merged.push((1, 0, 1, 1, "项目名称".into()));
    }
    let heading = match layout {
        Layout::OwnRow => row(&[name, points, standard]),
        Layout::InNames => row(&[group, name, standard]),
        Layout::BothPoints => row(&[group, points, name, points, standard]),
        Layout::Around => {
            row(&["序号", group, name, points, standard, "自评得分", "扣分原因", "责任单位", "备注"])
        }
        Layout::TwoRows => row(&["序号", "指标", "", points, standard]),
        _ => row(&[group, name, points, standard]),
    };
    table.rows.push(heading.clone());
    if layout == Layout::TwoRows {
        let top = u32::try_from(table.rows.len()).unwrap();
        table.rows.push(row(&["", group, name]));
        table.merged.push((top - 1, 1, top - 1, 2, "指标".into()));
    }
    for (at, (group, group_points, items)) in SHEET.iter().enumerate() {
        let first = u32::try_from(table.rows.len()).unwrap();
        if layout == Layout::OwnRow {
            table.rows.push(row(&[&format!("{}、{group}", ["一", "二", "三"][at]), group_points]));
        }
        for (place, (name, points, standard)) in items.iter().enumerate() {
            let shown = if place == 0 || layout == Layout::Repeated { *group } else { "" };
            let own_points = if place == 0 { *group_points } else { "" };
            let number = format!("{}", place + 1);
            table.rows.push(match layout {
                Layout::OwnRow => row(&[name, points, standard]),
                Layout::InNames => {
                    let group = if shown.is_empty() {
                        String::new()
                    } else {
                        format!("{shown}（{group_points}分）")
                    };
                    row(&[&group, &format!("{name}（{points}分）"), standard])
                }
                Layout::BothPoints => row(&[shown, own_points, name, points, standard]),
                Layout::Around => row(&[&number, shown, name, points, standard, points, "", "某科", ""]),
                Layout::TwoRows => row(&[&number, shown, name, points, standard]),
                _ => row(&[shown, name, points, standard]),
            });
        }
        let last = u32::try_from(table.rows.len() - 1).unwrap();
        if layout == Layout::Merged && last > first {
            table.merged.push((first, 0, last, 0, (*group).to_owned()));
        }
        if layout == Layout::Form {
            table.rows.push(row(&["小计", "", group_points]));
        }
        if layout == Layout::Again && at == 0 {
            let mut again = heading.clone();
            again[3] = "评分要求".to_owned();
            table.rows.push(again);
        }
    }
    let width = heading.len();
    let mut total = vec![String::new(); width];
    total[0] = "合计".to_owned();
    if let Some(column) = heading.iter().rposition(|cell| cell == points) {
        total[column] = "100".to_owned();
    }
    table.rows.push(total);
    if layout == Layout::Form {
        table.rows.push(row(&["注：本表一式两份，由考核小组填写。"]));
        table.rows.push(row(&["考核人（签字）：", "", "日期："]));
    }
    table
}

impl Table {
    fn workbook(&self) -> Vec<u8> {
        let rows: Vec<Vec<&str>> =
            self.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let merged: Vec<_> =
            self.merged.iter().map(|(a, b, c, d, text)| (*a, *b, *c, *d, text.as_str())).collect();
        workbook(&rows, &merged)
    }

    fn tsv(&self) -> Vec<u8> {
        let line = |row: &Vec<String>| row.join("\t");
        self.rows.iter().map(line).collect::<Vec<_>>().join("\n").into_bytes()
    }
}

fn tree(imported: &Imported) -> Vec<String> {
    let mut lines = Vec::new();
    for node in &imported.template.nodes {
        let Node::Group(group) = node else {
            lines.push(format!("? {}", node.name()));
            continue;
        };
        lines.push(format!("{} {}", group.name, group.points.normalize()));
        for child in &group.children {
            lines.push(format!("  {} {}", child.name(), child.points().normalize()));
        }
    }
    lines
}

fn expected() -> Vec<String> {
    let mut lines = Vec::new();
    for (group, points, items) in SHEET {
        lines.push(format!("{group} {points}"));
        lines.extend(items.iter().map(|(name, points, _)| format!("  {name} {points}")));
    }
    lines
}

#[test]
fn every_layout_in_the_words_of_every_office() {
    let expected = expected();
    let mut wrong = Vec::new();
    for office in OFFICES {
        for layout in LAYOUTS {
            let table = laid_out(office, layout);
            for (form, bytes) in [(".xlsx", table.workbook()), (".tsv", table.tsv())] {
                let grid = match form {
                    ".xlsx" => grid(&bytes),
                    _ => open(&bytes, None).unwrap(),
                };
                let made = imported(&grid);
                let problems = errors(&made);
                if tree(&made) != expected
                    || made.template.points != Decimal::ONE_HUNDRED
                    || !problems.is_empty()
                {
                    wrong.push(format!("{office:?} {layout:?} {form}: {:#?} {problems:?}", tree(&made)));
                } else if made.by_hand() > 0 {
                    let by_hand: Vec<_> = made
                        .readings
                        .iter()
                        .filter(|reading| reading.chosen.is_none())
                        .map(|r| &r.text)
                        .collect();
                    wrong.push(format!("{office:?} {layout:?} {form}: by hand {by_hand:?}"));
                }
            }
        }
    }
    let all = OFFICES.len() * LAYOUTS.len() * 2;
    assert!(wrong.is_empty(), "{} of {all} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
