//! Forms and tables that are no plain list: heads with funds, weights, parts, levels, shared points, bonus points.

use crate::help::{errors, fate_of, pasted};
use jiping::import::Imported;
use jiping::template::{Award, Combine, Direction, Form, Measure, Node, Points, Rate, Rule, Worth};
use rust_decimal::{Decimal, dec};

fn rule<'t>(imported: &'t Imported, name: &str) -> &'t Rule {
    &imported.template.indicators().find(|item| &*item.name == name).unwrap_or_else(|| panic!("{name}")).rule
}

fn lines(imported: &Imported) -> Vec<String> {
    let items = imported.template.indicators();
    items.map(|item| format!("{} {}", imported.template.path_of(&item.id), item.points.normalize())).collect()
}

const FORM: &str = "2025年度项目支出绩效自评表\n\
    项目名称\t\t道路照明\t\t\t\t\t\t\t\n\
    主管部门\t\t某局\t\t\t\t实施单位\t某中心\t\t\n\
    项目资金（万元）\t\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\
    \t\t年度资金总额\t\t\t100\t95\t10\t95%\t9.5\n\
    \t\t其中：财政拨款\t\t\t100\t95\t—\t\t—\n\
    年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t\t\n\
    绩效指标（90分）\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t分值\t得分\n\
    \t产出指标\t数量指标\t路灯数量\t≥\t120\t盏\t120\t50\t50\n\
    \t\t成本指标\t单位成本\t≤\t2\t万元\t2\t20\t20\n\
    \t效益指标\t社会效益指标\t出行安全\t定性\t明显改善\t\t改善\t10\t8\n\
    \t满意度指标\t服务对象满意度\t居民满意度\t≥\t90\t%\t92\t10\t10\n\
    总分\t\t\t\t\t\t\t\t100\t97.5\n\
    其他需要说明的事项\t无";

#[test]
fn a_self_evaluation_form() {
    let form = pasted(FORM);
    assert_eq!(
        lines(&form),
        [
            "预算执行率 10",
            "产出指标 › 数量指标 › 路灯数量 50",
            "产出指标 › 成本指标 › 单位成本 20",
            "效益指标 › 社会效益指标 › 出行安全 10",
            "满意度指标 › 服务对象满意度 › 居民满意度 10"
        ]
    );
    assert_eq!(errors(&form), [""; 0]);
    assert_eq!((form.template.points, form.template.sheet.form), (dec!(100), Form::SelfEvaluation));
    assert_eq!(form.findings, []);
    let direction = |name: &str| match &rule(&form, name).award {
        Award::Rate(Rate { direction, .. }) => Some(*direction),
        _ => None,
    };
    assert_eq!(direction("路灯数量"), Some(Direction::Positive));
    assert_eq!(direction("单位成本"), Some(Direction::ReverseLinear));
    assert!(matches!(&rule(&form, "出行安全").award, Award::OneOf { .. }));
    assert!(matches!(&rule(&form, "预算执行率").award, Award::Rate(Rate { measure: Measure::Funds(_), .. })));
    let targets: Vec<_> = form.template.indicators().map(|item| item.criterion.to_string()).collect();
    assert_eq!(targets[1..3], ["指标值：≥120盏", "指标值：≤2万元"]);
    let words = pasted(
        &FORM.replace("\t95\t10\t95%", "\t95\t\t95%").replace("\t分值\t执行率", "\t分值（10分）\t执行率"),
    );
    assert_eq!(lines(&words)[0], "预算执行率 10", "the heading says the points");
}

#[test]
fn weights_beside_points() {
    let table = pasted(
        "一级指标\t权重\t二级指标\t分值\t评分标准\n决策\t40%\t立项\t60\t\n\t\t目标\t40\t\n产出\t60%\t数量\t100\t\n总分\t100%\t\t\t",
    );
    assert_eq!(table.template.combine, Combine::Weighted);
    let weights: Vec<_> = table.template.nodes.iter().map(Node::weight).collect();
    assert_eq!(weights, [Some(dec!(0.4)), Some(dec!(0.6))]);
    assert_eq!((errors(&table), table.findings.len()), (vec![], 0));
    let wrong =
        pasted("一级指标\t权重\t二级指标\t分值\t评分标准\n决策\t40%\t立项\t60\t\n产出\t70%\t数量\t40\t");
    assert_eq!(wrong.template.combine, Combine::Sum);
    assert_eq!(wrong.findings[0].key(), "import-note-weights");
}

#[test]
fn parts_and_levels_in_rows() {
    let parts = pasted("指标名称\t分值\t理由\n是否降低成本\t5\t①\n\t5\t②\n\t10\t③\n其他\t80\t");
    let Award::Parts(made) = &rule(&parts, "是否降低成本").award else { panic!("parts") };
    let made: Vec<_> = made.parts.iter().map(|part| (&*part.label, part.points)).collect();
    assert_eq!(made, [("理由①", dec!(5)), ("理由②", dec!(5)), ("理由③", dec!(10))]);
    assert_eq!(lines(&parts), ["是否降低成本 20", "其他 80"]);
    let levels =
        pasted("考核项目\t档次\t分值\n台账管理\t优\t60\n\t良\t40\n\t差\t0\n现场管理\t优\t40\n\t差\t10");
    let Award::OneOf { options } = &rule(&levels, "台账管理").award else { panic!("levels") };
    let options: Vec<_> = options.iter().map(|option| (&*option.label, option.points.clone())).collect();
    let fixed = |points: i64| Points::Fixed(Decimal::from(points));
    assert_eq!(options, [("优", fixed(60)), ("良", fixed(40)), ("差", fixed(0))]);
    assert_eq!(levels.template.points, dec!(100));
}

#[test]
fn points_that_a_group_shares() {
    let table = pasted(
        "考核项目\t考核内容\t评分标准\n管理（10分）\t制度\t酌情打分\n\t台账\t酌情打分\n\t人员\t酌情打分\n产出（90分）\t数量（90分）\t酌情打分",
    );
    assert_eq!(lines(&table), ["管理 › 制度 3.33", "管理 › 台账 3.33", "管理 › 人员 3.34", "产出 › 数量 90"]);
    assert_eq!(fate_of(&table, 3), ("changed", vec!["import-row-shares"]));
    assert_eq!(errors(&table), [""; 0]);
}

#[test]
fn open_bonus_points() {
    let table = pasted(
        "类别\t评价标准\t赋分\t备注\n志愿服务\t参加一次活动的\t+2\t每年最多加10分\n\t受到表彰的\t+5\t\n\t弄虚作假的\t-20\t",
    );
    let worth = |name: &str| {
        let rule = rule(&table, name);
        let kind = &rule.ledger.as_ref().unwrap().kinds[0];
        (kind.worth.clone(), kind.cap, rule.ceiling, rule.floor)
    };
    assert_eq!(worth("参加一次活动"), (Worth::Each(dec!(2)), Some(dec!(10)), Some(dec!(10)), None));
    assert_eq!(worth("弄虚作假"), (Worth::Each(dec!(-20)), None, None, Some(dec!(-100))));
    assert_eq!(errors(&table), [""; 0]);
}

#[test]
fn several_tables_on_a_sheet() {
    let table = pasted(
        "绩效考核表\n第一部分：业绩\n项目\t考核指标\t分值\t考核标准\n业绩\t产量\t40\t按完成率计算得分\n\t质量\t30\t酌情打分\n第二部分：作风\n类别\t评价要点\t满分\t评分办法\t得分\n作风\t纪律\t20\t酌情打分\t\n\t态度\t10\t酌情打分\t",
    );
    assert_eq!(lines(&table), ["业绩 › 产量 40", "业绩 › 质量 30", "作风 › 纪律 20", "作风 › 态度 10"]);
    assert_eq!(errors(&table), [""; 0]);
}

#[test]
fn points_that_are_lost_are_summed_up() {
    let table = pasted("指标名称\t分值\t评分标准\n台账\t36\t酌情打分\n\t34\t酌情打分\n小计\t30\n合计\t100");
    let lost: Vec<_> = table.findings.iter().map(|finding| finding.key()).collect();
    assert_eq!(lost, ["import-note-lost"], "{:?}", lines(&table));
}

#[test]
fn a_table_that_is_a_shipped_template_says_so() {
    let printed = crate::help::imported(&crate::help::grid(&crate::printed_table::bytes()));
    let fits = printed.fits.unwrap();
    assert_eq!((&*fits.id, fits.is_blank_form), ("decision-management-performance", false));
    let rows = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n\
        产出指标（50分）\t数量指标\t指标1：\t\t\t\t\t\n\t\t……\t\t\t\t\t\n\
        效益指标（30分）\t社会效益指标\t指标1：\t\t\t\t\t\n满意度指标（10分）\t服务对象满意度\t指标1：\t\t\t\t\t\n总分\t\t\t\t\t100\t\t";
    let head = "项目支出绩效自评表\n项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\n\t\t年度资金总额\t\t\t\t10\t\n";
    let blank = pasted(&format!("{head}{rows}"));
    let fits = blank.fits.clone().unwrap();
    assert_eq!((&*fits.id, fits.is_blank_form), ("self-evaluation", true));
    assert_eq!(blank.findings[0].key(), "import-blank-form");
    let own = pasted("一级指标\t分值\t评分标准\n台账\t60\t酌情\n巡检\t40\t酌情");
    assert_eq!(own.fits, None);
}

#[test]
fn a_label_in_the_middle_of_its_rows_reaches_as_far_as_its_points() {
    let head = "一级指标\t二级指标\t分值\t评价标准\n";
    let centred = format!(
        "{head}\t数量\t20\t按完成率计算得分\n产出（60分）\t质量\t20\t按合格率计算得分\n\t时效\t20\t按及时率计算得分\n\
         \t满意度\t40\t按满意率计算得分\n效益（40分）\t\t\t\n合计\t\t100\t"
    );
    let table = pasted(&centred);
    assert_eq!(errors(&table), [""; 0]);
    let expected = ["产出 › 数量 20", "产出 › 质量 20", "产出 › 时效 20", "效益 › 满意度 40"];
    assert_eq!(lines(&table), expected);
    for row in [2, 5] {
        assert!(fate_of(&table, row).1.contains(&"import-row-centred"), "row {row}");
        assert!(fate_of(&table, row + 1).1.contains(&"import-row-centred-from"), "row {}", row + 1);
    }
    // The points do not come out: nothing is moved, and the check says what does not add up.
    let other = pasted(&centred.replace("产出（60分）", "产出（50分）"));
    assert_eq!(lines(&other).first().map(String::as_str), Some("数量 20"));
    // A label that stands first needs no moving.
    let first = centred.replace("\n\t数量", "\n产出（60分）\t数量").replace("产出（60分）\t质量", "\t质量");
    assert_eq!(lines(&pasted(&first))[..3], expected[..3]);
}

#[test]
fn levels_below_a_name_are_no_names() {
    for table in [
        "指标\t分值\t评分标准\n服务质量\t60\t优：得60分\n\t\t良：得40分\n\t\t差：不得分\n台账\t40\t每缺一项扣1分",
        "序号\t考核指标\t分值\t评分标准\n1\t服务质量\t60\t优：得60分\n\t\t\t良：得40分\n\t\t\t差：不得分\n2\t台账\t40\t每缺一项扣1分",
    ] {
        let table = pasted(table);
        assert_eq!(lines(&table), ["服务质量 60", "台账 40"]);
        let Award::OneOf { options } = &rule(&table, "服务质量").award else { panic!("no levels") };
        assert_eq!(options.len(), 3);
    }
}
