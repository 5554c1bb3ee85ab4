//! 自评表 and 完成情况表: forms that stand upright, with the unit's own indicators.

use super::paper::{self, DIGEST, Printout};
use jiping::evaluation::{
    Applicability, Edit, Evaluation, FundField, OwnIndicator, ProjectField, Tailoring, Value,
};
use jiping::print::{Paper, PrintError, PrintJob};
use jiping::scoring;
use jiping::template::{Template, shipped_by_id};
use rust_decimal::{Decimal, dec};
use std::sync::Arc;

/// An evaluation with indicators of its own: the template that it is scored by, and itself.
struct Filled {
    template: Template,
    evaluation: Evaluation,
}

impl Filled {
    fn new(id: &str, own: Vec<OwnIndicator>) -> Self {
        let base = shipped_by_id(id).unwrap();
        let tailoring = Tailoring { own, ..Tailoring::default() };
        let template = tailoring.apply(&base);
        let evaluation = Evaluation { tailoring: Arc::new(tailoring), ..Evaluation::new(&base) };
        let filled = Self { template, evaluation };
        let text = |field, text: &str| Edit::SetProject { field, text: text.into() };
        let amount = |field, amount| Edit::SetFundAmount { line: 0, field, amount: Some(amount) };
        filled.with(vec![
            text(ProjectField::Name, "监控点位租用"),
            text(ProjectField::Department, "某县公安局"),
            text(ProjectField::Unit, "某县公安局指挥中心"),
            text(ProjectField::Year, "2021"),
            amount(FundField::InitialBudget, dec!(812.76)),
            amount(FundField::AnnualBudget, dec!(812.76)),
            amount(FundField::Executed, dec!(774.13)),
        ])
    }

    fn with(mut self, edits: Vec<Edit>) -> Self {
        for edit in edits {
            self.evaluation = self.evaluation.apply(&self.template, &edit).unwrap();
        }
        self
    }

    fn print(&self, name: &str, sheets: &[Paper]) -> Printout {
        Printout::of(
            name,
            &paper::compiled_evaluation(&self.template, &self.evaluation, Some(DIGEST), sheets),
        )
    }
}

fn own(id: &str, group: &str, name: &str, points: Decimal, pattern: &str, unit: &str) -> OwnIndicator {
    OwnIndicator {
        id: id.into(),
        group: group.into(),
        name: name.into(),
        points,
        pattern: pattern.into(),
        unit: unit.into(),
    }
}

fn values(item: &str, target: Decimal, actual: Decimal) -> Edit {
    let number = Value::Number;
    paper::inputs_of(item, vec![("target".into(), number(target)), ("actual".into(), number(actual))])
}

fn compared(item: &str, expected: &str, reached: &str) -> Edit {
    let text = |text: &str| Value::Text(text.into());
    paper::inputs_of(item, vec![("expected".into(), text(expected)), ("reached".into(), text(reached))])
}

fn self_evaluation() -> Filled {
    let own = vec![
        own("cameras", "output-quantity", "租用监控点位", dec!(20), "at-least", "个"),
        own("online", "output-quality", "点位在线率", dec!(10), "at-least", "%"),
        own("date", "output-timeliness", "租用到期日", dec!(10), "reached", ""),
        own("cost", "output-cost", "年租用费", dec!(10), "at-most", "万元"),
        own("order", "effect-social", "治安防控效果", dec!(30), "qualitative", ""),
        own("satisfied", "satisfaction-served", "群众满意度", dec!(10), "survey", ""),
    ];
    let band =
        vec![("choice".into(), Value::Choice("partly".into())), ("points".into(), Value::Number(dec!(20)))];
    let answers = vec![
        ("satisfied/count".into(), Value::Number(dec!(57))),
        ("dissatisfied/count".into(), Value::Number(dec!(3))),
    ];
    let reason = |item: &str, text: &str| Edit::SetReason { item: item.into(), text: text.into() };
    let mut date = vec![compared("date", "2021年12月31日", "2021年12月31日")];
    date.push(paper::inputs_of("date", vec![("met".into(), Value::Flag(true))]));
    Filled::new("self-evaluation", own).with(
        [
            vec![
                values("cameras", dec!(400), dec!(380)),
                reason("cameras", "20 个点位因道路施工未装，改进：下年补装。"),
                values("online", dec!(98), dec!(98.5)),
                values("cost", dec!(800), dec!(774.13)),
                paper::inputs_of("order", band),
                reason("order", "只有半年数据。"),
                paper::inputs_of("satisfied", answers),
                reason("execution", "合同尾款跨年支付。"),
            ],
            date,
        ]
        .concat(),
    )
}

#[test]
fn a_self_evaluation_has_the_columns_of_the_form() {
    let paper = self_evaluation().print("self-evaluation", &Paper::ALL);
    for text in [
        "项目支出绩效自评表",
        "（2021 年度）",
        "项目资金（万元）",
        "年初预算数 全年预算数 全年执行数 分值 执行率 得分",
        "年度资金总额 812.76 812.76 774.13 10 95.25% 9.52",
        "其中：本年财政拨款",
        "预算执行率：合同尾款跨年支付。",
        "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分",
        "偏差原因分析及改进措施",
        "产出指标（50 分）",
        "年度总体目标 预期目标 实际完成情况",
        "租用监控点位 ≥400个 380个 20 19.00 20 个点位因道路施工未装，改进：下年补装。",
        "点位在线率 ≥98% 98.5% 10 10.00",
        "租用到期日 2021年12月31日 2021年12月31日 10 10.00",
        "年租用费 ≤800万元 774.13万元 10 10.00",
        "治安防控效果 — 部分达成并具有一定效果 30 20.00",
        "群众满意度 — 95.00% 10 9.50",
        "总分 100 88.02",
        "等级：良",
        "单位（公章）",
    ] {
        paper.assert_has(text);
    }
    let pages = paper.pages();
    assert!(pages.iter().any(|page| page.contains("扣分明细表")), "its deductions follow, lying");
    assert!(!pages[0].contains("评价标准"), "{}", pages[0]);
}

#[test]
fn a_self_evaluation_without_indicators_is_a_blank_form() {
    let paper = Filled::new("self-evaluation", Vec::new()).print("self-evaluation-blank", &[Paper::Scores]);
    for text in ["数量指标", "质量指标", "时效指标", "成本指标", "生态效益指标", "服务对象满意度指标"]
    {
        paper.assert_has(text);
    }
    paper.assert_has("暂定：尚有未评 0 项、资料不足 0 项，未设指标的 90 分，这些若都得满分，总分为 99.52 分");
    paper.assert_has("总分（暂定） 100 9.52");
    // Where a section has indicators, its empty groups are left out.
    self_evaluation().print("self-evaluation-some", &[Paper::Scores]);
    assert!(
        !self_evaluation().print("self-evaluation-some", &[Paper::Scores]).text().contains("生态效益指标")
    );
}

#[test]
fn upright_pages_repeat_the_header_and_restart_the_groups() {
    let name = |number| format!("自设指标{number}号");
    let own = (1..=50).map(|number| {
        own(&format!("i{number}"), "output-quantity", &name(number), dec!(1), "at-least", "个")
    });
    let paper = Filled::new("self-evaluation", own.collect()).print("self-evaluation-long", &[Paper::Scores]);
    let pages = paper.pages();
    assert!(pages.len() > 2, "{}", pages.len());
    let mut seen = 0;
    for (number, page) in pages.iter().enumerate() {
        let rows = page.matches("自设指标").count();
        seen += rows;
        if rows > 0 {
            assert!(page.contains("偏差原因分析及改进措施"), "{page}");
            let label = if number == 0 { "数量指标" } else { "数量指标（续）" };
            assert!(page.contains(label), "{label}: {page}");
        }
    }
    assert_eq!(seen, 50);
    let signed = pages.iter().find(|page| page.contains("单位（公章）")).unwrap();
    assert!(signed.contains("总分（暂定）"), "{signed}");
}

fn comparison() -> Filled {
    let own = |id: &str, group: &str, name: &str| own(id, group, name, dec!(0), "compare", "");
    let own = vec![
        own("cameras", "output-quantity", "租赁图像监控点位"),
        own("use", "output-quality", "点位使用率"),
        own("cost", "output-cost", "租赁费用"),
        own("money", "effect-economic", "挽回财产损失"),
        own("satisfied", "satisfaction-served", "群众满意度"),
    ];
    let remark = |item: &str, text: &str| Edit::SetRemark { item: item.into(), text: text.into() };
    let to = Applicability::NoInformation;
    Filled::new("target-completion", own).with(vec![
        compared("cameras", "400个", "400个"),
        compared("use", "≥98%", "97%"),
        compared("cost", "319.67万元", "319.67万元"),
        Edit::SetApplicability { item: "money".into(), to: to.clone() },
        remark("money", "没有估算方法。"),
        compared("satisfied", "≥80%", "≥80%"),
    ])
}

#[test]
fn a_comparison_has_no_points_and_no_grade() {
    let paper = comparison().print("comparison", &Paper::ALL);
    for text in [
        "项目支出绩效目标完成情况表",
        "预算执行情况（万元）",
        "预算数： 812.76 执行数： 774.13",
        "其中-财政拨款： 812.76 其中-财政拨款： 774.13",
        "预算执行率：95.25%",
        "年度目标完成情况 预期目标 实际完成目标",
        "一级指标 二级指标 三级指标 预期指标值（包含数字及文字描述） 实际完成指标值（包含数字及文字描述）",
        "租赁图像监控点位 400个 400个",
        "点位使用率 ≥98% 97%",
        "挽回财产损失 — —",
        "群众满意度 ≥80% ≥80%",
        "未达成 1 项：点位使用率。",
        "资料不足 1 项：挽回财产损失。",
        // A bound is no measurement: nothing is compared.
        "未填 1 项：群众满意度。",
        "达成 2 项。",
        "挽回财产损失：备注：没有估算方法。",
        "单位（公章）",
    ] {
        paper.assert_has(text);
    }
    let text = paper.text();
    for absent in ["分值", "得分", "等级", "总分", "扣分", "0.00"] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
}

#[test]
fn a_comparison_has_no_sheet_of_deductions() {
    let filled = comparison();
    let papers = Paper::of(&filled.template);
    assert!(papers.contains(&Paper::Scores));
    for scored in [Paper::Deductions, Paper::Calculation, Paper::Chart] {
        assert!(!papers.contains(&scored), "{scored:?}");
    }
    let card = scoring::score(&filled.template, &filled.evaluation);
    let job = PrintJob {
        template: &filled.template,
        evaluation: &filled.evaluation,
        card: &card,
        file_digest: None,
        printed_at: jiff::Zoned::default(),
    };
    assert!(matches!(jiping::print::pdf(&job, &[Paper::Deductions]), Err(PrintError::NoSheet)));
}
