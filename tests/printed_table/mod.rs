//! The printed table of 决策 20 / 管理 25 / 绩效 55 as a workbook, as its pages break, and answers for what is made of it.

use jiping::evaluation::{Edit, FundField, InputKey, Value};
use jiping::template::Template;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Workbook as Writer, Worksheet};
use std::str::FromStr as _;

/// First and last row and column, from 0, and the text of the merged cell.
pub(crate) type Merged<'a> = (u32, u16, u32, u16, &'a str);

/// Writes cells as text, or as numbers where they are plain numbers.
pub(crate) fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells.iter()) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) if text.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
}

pub(crate) fn workbook(rows: &[&[&str]], merged: &[Merged<'_>]) -> Vec<u8> {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    write(sheet, rows);
    for (top, left, bottom, right, text) in merged {
        sheet.merge_range(*top, *left, *bottom, *right, text, &Format::new()).unwrap();
    }
    writer.save_to_buffer().unwrap()
}

pub(crate) const HEADING: &[&str] =
    &["一级指标", "二级指标", "三级\n\n指标", "自评分", "具体指标", "评价标准"];

/// Rows as they stand on paper; the blank cells of a group are merged with the one above.
pub(crate) const ROWS: &[&[&str]] = &[
    &["项目支出绩效自评指标评分表"],
    HEADING,
    &[
        "项目\n\n决策（20分）",
        "项目\n\n目标\n\n(4分)",
        "目标内容（4分）",
        "4",
        "设立了项目绩效目标；目标明确；目标细化；目标量化",
        "设有目标（1分）   \n\n目标明确（1分）\n\n目标细化（1分）    \n\n目标量化（1分）",
    ],
    &[
        "",
        "决策\n\n过程\n\n（8分）",
        "决策依据（4分）",
        "4",
        "有关法律法规的明确规定；某一经济社会发展规划；某部门年度工作计划；某一实际问题和需求",
        "符合法律法规（1分）符合经济社会发展规划（1分）\n\n部门年度工作计划（1分）\n\n针对某一实际问题和需求（1分）",
    ],
    &[
        "",
        "",
        "决策程序（4分）",
        "4",
        "项目符合申报条件；申报、批复程序符合相关管理办法；项目调整履行了相应手续",
        "符合申报条件（2分）项目申报、批复程序符合管理办法（1分）\n\n项目调整履行了相应手续（1分）",
    ],
    &[
        "",
        "资金\n\n分配\n\n（8分）",
        "分配办法（3分）",
        "3",
        "根据需要制定的相关资金管理办法；管理办法中有明确资金分配办法；资金分配因素全面、合理",
        "有相应的资金管理办法（1分）\n\n办法健全、规范（1分）\n\n因素全面合理（1分）",
    ],
    &[
        "",
        "",
        "分配结果（5分）",
        "5",
        "资金分配符合相关管理办法；分配结果公平合理",
        "符合分配办法（2分）\n\n分配公平合理（3分）",
    ],
    &[
        "项目\n\n管理 (25分）",
        "资金\n\n到位\n\n（5分）",
        "到位率\n\n（3分）",
        "3",
        "实际到位/计划到位*100%",
        "根据项目资金的实际到位率计算得分",
    ],
    &[
        "",
        "",
        "到位时效（2分）",
        "2",
        "资金及时到位；若未及时到位，是否影响项目进度",
        "到位及时（2分）\n\n不及时但未影响项目进度 （1分）\n\n不及时并影响项目进度（0.5分）",
    ],
    &[
        "",
        "资金\n\n管理(10分）",
        "资金使用（7分）",
        "7",
        "支出依据合规，无虚列项目支出情况；无截留挤占挪用情况；无超标准开支情况；无超预算情况",
        "虚列套取扣4-7分 \n\n依据不合规扣2分\n\n截留、挤占、挪用    扣3-6分\n\n超标准开支扣2-5分\n\n超预算扣2-5分",
    ],
    &[
        "",
        "",
        "财务管理（3分）",
        "3",
        "资金管理、费用支出等制度健全；制度执行严格；会计核算规范",
        "财务制度健全（1分）严格执行制度（1分）会计核算规范（1分）",
    ],
    &["", "组织\n\n实施(10分）", "组织机构（1分）", "1", "机构健全、分工明确", "机构健全、分工明确  （1分）"],
    HEADING,
    &[
        "项目\n\n管理 (25分）",
        "组织\n\n实施(10分）",
        "项目实施（3分）",
        "3",
        "项目按计划开工；按计划进度开展；按计划完工",
        "按计划开工（1分）   按计划开展（1分）   按计划完工（1分）",
    ],
    &[
        "",
        "",
        "管理制度（6分）",
        "6",
        "项目管理制度健全；严格执行相关管理制度",
        "管理制度健全（2分）\n\n制度执行严格（4分）",
    ],
    &[
        "项目\n\n绩效（55分）",
        "项目\n\n产出(15分）",
        "产出数量（5分）",
        "5",
        "根据该项目实际，标识具体明确的产出数量",
        "对照绩效目标，按实际产出数量率计算得分（5分）",
    ],
    &[
        "",
        "",
        "产出质量（4分）",
        "4",
        "根据该项目实际，标识具体明确的产出质量",
        "对照绩效目标，按实际产出质量率计算得分（4分）",
    ],
    &[
        "",
        "",
        "产出时效（3分）",
        "3",
        "根据该项目实际，标识具体明确的产出时效",
        "对照绩效目标，按实际产出时效率计算得分（3分）",
    ],
    &[
        "",
        "",
        "产出成本（3分）",
        "3",
        "根据该项目实际，标识具体明确的产出成本",
        "对照绩效目标，按实际产出成本率计算得分（3分）",
    ],
    &[
        "",
        "项目\n\n效果(40分）",
        "经济效益（8分）",
        "8",
        "根据项目实际，标识所产生的直接或间接的经济效益",
        "对照绩效目标，按经济效益实现程度计算得分（8分）",
    ],
    &[
        "",
        "",
        "社会效益（8分）",
        "8",
        "根据项目实际，标识所产生的社会效益",
        "对照绩效目标，按社会效益实现程度计算得分（8分）",
    ],
    &[
        "",
        "",
        "环境效益（8分）",
        "8",
        "根据项目实际，标识对环境所产生的积极或消极影响",
        "对照绩效目标，按对环境所产生的实际影响程度计算得分（8分）",
    ],
    &[
        "",
        "",
        "可持续影响（8分）",
        "8",
        "项目产出能持续运用；项目运行所依赖的政策制度能持续执行",
        "项目产出能持续运用（4分）\n\n所依赖的政策制度能持续执行（4分）",
    ],
    &[
        "",
        "",
        "服务对象满意度\n\n（8分）",
        "8",
        "项目预期服务对象对项目实施的满意程度",
        "按收集到的项目服务对象的满意率计算得分（8分）",
    ],
    &["总分", "", "", "100"],
];

/// The merged cells: a group with the blank cells below it.
pub(crate) fn merged() -> Vec<Merged<'static>> {
    let mut regions = vec![(0, 0, 0, 5, ROWS[0][0])];
    for column in 0..2_u16 {
        let mut top = 2;
        for row in 2..=ROWS.len() {
            let cells = ROWS.get(row).copied().unwrap_or(HEADING);
            let begins = cells.get(usize::from(column)).is_some_and(|text| !text.is_empty());
            if begins || cells[0] == "总分" {
                let text = ROWS[top][usize::from(column)];
                if row > top + 1 {
                    regions.push((
                        u32::try_from(top).unwrap(),
                        column,
                        u32::try_from(row - 1).unwrap(),
                        column,
                        text,
                    ));
                }
                top = row;
            }
            if cells[0] == "总分" {
                break;
            }
        }
    }
    regions
}

/// The workbook.
pub(crate) fn bytes() -> Vec<u8> {
    workbook(ROWS, &merged())
}

/// Answers that fit any rule of the two templates: the n-th input of a kind gets the n-th answer.
pub(crate) fn answers(template: &Template, seed: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let amounts = [
        (FundField::AnnualBudget, "8127600"),
        (FundField::Received, "7990000.5"),
        (FundField::Executed, "7741273.5"),
    ];
    for (field, amount) in amounts {
        let amount = Decimal::from_str(amount).ok();
        edits.push(Edit::SetFundAmount { line: 0, field, amount });
    }
    for (place, indicator) in template.indicators().enumerate() {
        let inputs = jiping::evaluation::expected(indicator, template.rounding.step);
        let mut answers: Vec<(InputKey, Option<Value>)> = Vec::new();
        for (nth, input) in inputs.iter().enumerate() {
            answers.extend(answer(indicator, &input.key, &input.kind, seed + place + nth, seed));
        }
        let item = indicator.id.clone();
        if !answers.is_empty() {
            edits.push(Edit::SetInputs { item, inputs: answers });
        }
    }
    edits
}

fn answer(
    indicator: &jiping::template::Indicator,
    key: &InputKey,
    kind: &jiping::evaluation::InputKind,
    n: usize,
    seed: usize,
) -> Option<(InputKey, Option<Value>)> {
    use jiping::evaluation::InputKind;
    use jiping::template::{Award, Points};
    let number = |text: &str| Some(Value::Number(Decimal::from_str(text).unwrap()));
    let value = match kind {
        InputKind::Flag => Some(Value::Flag(!n.is_multiple_of(3))),
        InputKind::Choice(options) => Some(Value::Choice(options[seed % options.len()].0.clone())),
        InputKind::Number { .. } if &**key == "target" => number("37"),
        InputKind::Number { .. } if &**key == "actual" => number(["41", "33", "37", "12.345"][n % 4]),
        InputKind::Number { .. } if &**key == "rate" => return None,
        InputKind::Number { .. } if key.ends_with("/points") => number("5"),
        // Within the chosen band of 8 points.
        InputKind::Number { .. } => match &indicator.rule.award {
            Award::OneOf { options } => match options[seed % options.len()].points {
                Points::Share { from, .. } => Some(Value::Number(from * indicator.points)),
                _ => return None,
            },
            _ => return None,
        },
        InputKind::List(_) | InputKind::Text => return None,
    };
    Some((key.clone(), value))
}
