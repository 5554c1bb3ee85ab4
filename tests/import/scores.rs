//! Filled-in tables: what was reached and scored comes along, and is held against the rules.

use crate::help::{errors, grid, imported, pasted};
use crate::printed_table::{ROWS, bytes};
use jiping::audit::{Audit, Kept, Verdict, audit};
use jiping::evaluation::MoneyUnit;
use jiping::import::Imported;
use jiping::number::{fixed, plain};
use jiping::scoring::{Scorecard, score};
use jiping::text::Lang;
use rust_decimal::{Decimal, dec};

fn card(audit: &Audit, kept: &Kept) -> Scorecard {
    score(audit.template(), &audit.evaluation(kept))
}

fn total(audit: &Audit, kept: &Kept) -> String {
    let card = card(audit, kept);
    assert!(!card.provisional, "all are scored");
    fixed(card.total, card.total_decimals)
}

fn said(audit: &Audit) -> Vec<String> {
    audit.messages(&Kept::new()).iter().map(|message| message.text(Lang::Chinese)).collect()
}

fn verdicts(audit: &Audit) -> Vec<(&str, Option<String>, Option<String>, Verdict)> {
    let line =
        |item: &'_ jiping::audit::Audited| (item.stated.map(plain), item.by_rule.map(plain), item.verdict);
    audit
        .items
        .iter()
        .map(|item| (&*item.name, line(item)))
        .map(|(name, (a, b, c))| (name, a, b, c))
        .collect()
}

/// The printed table with one more column: what was reached.
fn with_actual(name: &str, actual: &str) -> Imported {
    let quoted = |cell: &&str| if cell.contains('\n') { format!("\"{cell}\"") } else { (*cell).to_owned() };
    let line = |row: &&[&str]| {
        let is_heading = row.first() == Some(&"一级指标");
        let more = match row.get(2) {
            Some(cell) if cell.contains(name) => actual,
            Some(_) if is_heading => "实际完成值",
            _ => "",
        };
        row.iter().map(quoted).chain([more.to_owned()]).collect::<Vec<_>>().join("\t")
    };
    pasted(&ROWS.iter().map(line).collect::<Vec<_>>().join("\r\n"))
}

#[test]
fn last_years_sheet_is_audited_by_its_own_rules() {
    let audit = audit(&with_actual("满意度", "满意率95%"));
    let differs: Vec<_> = audit.differing().map(|item| (&*item.name, item.stated, item.by_rule)).collect();
    assert_eq!(differs, [("服务对象满意度", Some(dec!(8)), Some(dec!(7.60)))]);
    assert_eq!(total(&audit, &Kept::new()), "99.60");
    let item = audit.differing().next().unwrap().item.clone();
    let kept = Kept::from([(item.clone(), "按调查报告认定".to_owned())]);
    assert_eq!(total(&audit, &kept), "100.00");
    let overridden = card(&audit, &kept);
    let satisfaction = overridden.items.iter().find(|score| score.id == item).unwrap();
    assert_eq!(satisfaction.override_reason.as_deref(), Some("按调查报告认定"));
    assert_eq!((satisfaction.score, satisfaction.computed), (Some(dec!(8)), Some(dec!(7.60))));
    let blank = Kept::from([(item, "  ".to_owned())]);
    assert_eq!(total(&audit, &blank), "99.60", "a score that differs counts only with a reason");
}

#[test]
fn what_the_table_does_not_say_is_not_made_up() {
    let audit = audit(&imported(&grid(&bytes())));
    assert_eq!(audit.differing().count(), 0);
    assert_eq!(total(&audit, &Kept::new()), "100.00");
    let card = card(&audit, &Kept::new());
    for item in audit.open() {
        let score = card.items.iter().find(|score| score.id == item.item).unwrap();
        assert_eq!(score.computed, None, "{}: no rate was entered for it", item.name);
        assert!(score.override_reason.as_deref().unwrap().contains("原表第"), "{}", item.name);
    }
    let open: Vec<&str> = audit.open().map(|item| &*item.name).collect();
    assert_eq!(open.first(), Some(&"到位率"));
    assert!(!open.contains(&"资金使用"), "nothing was deducted: there is one way to full marks");
}

const FORM: &str = "2025年度项目支出绩效自评表\n\
    项目名称\t\t道路照明\t\t\t\t\t\t\t\t\n\
    主管部门\t\t某局\t\t\t\t实施单位\t某中心\t\t\n\
    项目资金（万元）\t\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\
    \t\t年度资金总额\t\t\t100\t95\t10\t95%\t9.5\n\
    \t\t其中：财政拨款\t\t\t100\t95\t—\t\t—\n\
    年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t\t\n\
    \t亮灯\t\t\t\t都亮了\t\t\t\t\n\
    绩效指标（90分）\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t分值\t得分\t偏差原因分析及改进措施\n\
    \t产出指标\t数量指标\t路灯数量\t≥\t120\t盏\t120\t50\t50\n\
    \t\t成本指标\t单位成本\t≤\t2\t万元\t2\t20\t20\n\
    \t效益指标\t社会效益指标\t出行安全\t定性\t明显改善\t\t有改善\t10\t8\t路口未覆盖\n\
    \t满意度指标\t服务对象满意度\t居民满意度\t≥\t90\t%\t81\t10\t10\n\
    总分\t\t\t\t\t\t\t\t100\t98\n\
    其他需要说明的事项\t无";

#[test]
fn a_form_gives_its_head_its_funds_and_its_results() {
    let form = pasted(FORM);
    assert_eq!(errors(&form), [""; 0]);
    let audit = audit(&form);
    assert_eq!(
        verdicts(&audit),
        [
            ("预算执行率", Some("9.5".into()), Some("9.5".into()), Verdict::Agrees),
            ("路灯数量", Some("50".into()), Some("50".into()), Verdict::Agrees),
            ("单位成本", Some("20".into()), Some("20".into()), Verdict::Agrees),
            ("出行安全", Some("8".into()), Some("8".into()), Verdict::Agrees),
            ("居民满意度", Some("10".into()), Some("9".into()), Verdict::Differs),
        ]
    );
    let evaluation = audit.evaluation(&Kept::new());
    let project = &evaluation.project;
    assert_eq!((&*project.name, &*project.department, &*project.unit), ("道路照明", "某局", "某中心"));
    assert_eq!((&*project.year, &*project.goal, &*project.goal_reached), ("2025", "亮灯", "都亮了"));
    assert_eq!(evaluation.funds.unit, MoneyUnit::TenThousandYuan);
    let [line] = evaluation.funds.lines.as_slice() else { panic!("{:?}", evaluation.funds) };
    let amounts = (line.initial_budget, line.annual_budget, line.executed);
    assert_eq!((&*line.source, amounts), ("财政拨款", (None, Some(dec!(100)), Some(dec!(95)))));
    let residents = evaluation.item(&audit.items[4].item).unwrap();
    assert_eq!(residents.remark, "原表得分：10", "the rule counts, and the table is not forgotten");
    let safety = audit.items.iter().find(|item| &*item.name == "出行安全").unwrap();
    let entry = evaluation.item(&safety.item).unwrap();
    assert_eq!(entry.reason, "路口未覆盖");
    assert_eq!(entry.remark, "实际完成值：有改善", "the rule has no place for these words");
    let words = [
        "第 13 行“居民满意度”：原表 10 分，按规则 9 分。",
        "第 14 行合计写 98 分，原表各项得分相加为 97.5 分。",
    ];
    assert_eq!(said(&audit), words);
}

/// Amounts of the one source of the form, when its unit and the cells of its funds read as given.
fn funds_of(unit: &str, planned: &str, spent: &str) -> (MoneyUnit, Option<Decimal>, Option<Decimal>, bool) {
    let form = FORM.replace("（万元）", unit);
    let form = form.replace("\t100\t95", &format!("\t{planned}\t{spent}"));
    let audit = audit(&pasted(&form));
    let funds = audit.evaluation(&Kept::new()).funds;
    let [line] = funds.lines.as_slice() else { panic!("{funds:?}") };
    let without_unit = said(&audit).join("").contains("没有写金额的单位");
    (funds.unit, line.annual_budget, line.executed, without_unit)
}

#[test]
fn an_amount_with_a_unit_of_its_own_is_in_that_unit() {
    let (yuan, ten_thousand) = (MoneyUnit::Yuan, MoneyUnit::TenThousandYuan);
    let cases = [
        (("（元）", "100万元", "950,000"), (yuan, dec!(1000000), dec!(950000), false)),
        (("（万元）", "100", "950000元"), (ten_thousand, dec!(100), dec!(95), false)),
        // No heading names a unit, and the cells do.
        (("", "1,000,000元", "950000元"), (yuan, dec!(1000000), dec!(950000), false)),
        (("", "100万元", "950000元"), (ten_thousand, dec!(100), dec!(95), false)),
        // One of them alone leaves the others in doubt.
        (("", "950000元", "95"), (ten_thousand, dec!(95), dec!(95), true)),
        (("", "100", "95万元"), (ten_thousand, dec!(100), dec!(95), true)),
    ];
    for ((unit, planned, spent), (is, budget, executed, without_unit)) in cases {
        let found = funds_of(unit, planned, spent);
        assert_eq!(found, (is, Some(budget), Some(executed), without_unit), "{unit} {planned} {spent}");
    }
}

#[test]
fn sums_units_and_columns_that_do_not_fit_are_told() {
    let odd = FORM.replace("（万元）", "").replace("年度资金总额\t\t\t100\t95", "年度资金总额\t\t\t110\t95");
    let audit = audit(&pasted(&odd));
    let said = said(&audit).join("\n");
    assert!(said.contains("没有写金额的单位") && said.contains("总额写 110，各项来源相加为 100"), "{said}");
    let two = "一级指标\t分值\t评分标准\t自评分\t复核分\t扣分\t扣分原因\t佐证材料\n\
        台账完整\t60\t酌情评分\t58\t55\t2\t缺页\t台账一册\n巡检到位\t40\t酌情评分\t40\t41\t\t\t\n合计\t100\t\t98\t96";
    let audit = jiping::audit::audit(&pasted(two));
    assert_eq!(
        verdicts(&audit),
        [
            ("台账完整", Some("55".into()), Some("55".into()), Verdict::Agrees),
            ("巡检到位", Some("41".into()), None, Verdict::Impossible)
        ]
    );
    let evaluation = audit.evaluation(&Kept::new());
    let entry = evaluation.item(&audit.items[0].item).unwrap();
    assert_eq!((&*entry.reason, &*entry.evidence_note), ("缺页", "台账一册"));
    assert_eq!(
        evaluation.item(&audit.items[1].item).unwrap().remark,
        "原表得分：41",
        "nothing typed is dropped"
    );
    let said = self::said(&audit).join("\n");
    for words in ["没有采用：自评分", "得分 55，扣分 2，三者对不上", "“41”不是满分 40 的指标能得的分"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn deductions_count_where_they_can_mean_one_thing() {
    let table = "考核项目\t标准分\t评分标准\t扣分\t扣分原因\n\
        出勤\t20\t每发现一人次缺勤扣2分，扣完为止\t4\t两人缺勤\n\
        卫生\t20\t每发现一处扣2分，扣完为止\t3\t三处\n\
        制度\t10\t制度健全（4分）、执行严格（6分）\t4\t无制度\n\
        资料\t50\t每缺一份扣5分，扣完为止\t\t";
    let audit = audit(&pasted(table));
    assert_eq!(
        verdicts(&audit),
        [
            ("出勤", Some("16".into()), Some("16".into()), Verdict::Agrees),
            ("卫生", Some("17".into()), None, Verdict::Undecided),
            ("制度", Some("6".into()), Some("6".into()), Verdict::Agrees),
        ],
        "3 is no number of times 2"
    );
    let card = card(&audit, &Kept::new());
    let of = |name: &str| card.items.iter().find(|item| &*item.name == name).unwrap();
    assert_eq!((of("出勤").score, of("出勤").override_reason.as_deref()), (Some(dec!(16)), None));
    assert_eq!((of("卫生").score, of("卫生").override_reason.as_deref()), (Some(dec!(17)), Some("三处")));
    assert_eq!(of("资料").score, None, "nobody said anything of it");
}

#[test]
fn parts_in_rows_of_their_own_are_ticked_each() {
    let table = "指标名称\t分值\t理由\t得分\n是否降低成本\t5\t①\t5\n\t5\t②\t0\n\t10\t③\t10\n其他\t80\t\t80";
    let audit = audit(&pasted(table));
    assert_eq!(verdicts(&audit)[0], ("是否降低成本", Some("15".into()), Some("15".into()), Verdict::Agrees));
    let evaluation = audit.evaluation(&Kept::new());
    let entry = evaluation.item(&audit.items[0].item).unwrap();
    let ticked: Vec<_> = entry.inputs.values().map(|value| format!("{value:?}")).collect();
    assert_eq!(ticked, ["Flag(true)", "Flag(false)", "Flag(true)"]);
}

#[test]
fn the_total_of_deductions_and_the_grade_are_compared() {
    let table = |deducted: &str, grade: &str| {
        format!(
            "指标\t分值\t评分标准\t扣分\t得分\n台账完整\t60\t每缺一项扣1分，扣完为止\t4\t56\n\
             巡检到位\t40\t每缺一次扣2分，扣完为止\t8\t32\n合计\t100\t\t{deducted}\t88\n评价等级\t{grade}"
        )
    };
    let of = |deducted: &str, grade: &str| said(&audit(&pasted(&table(deducted, grade))));
    assert_eq!(of("12", "良"), [""; 0], "88 of 100 by the grades that are proposed");
    assert_eq!(of("-12", "良好"), [""; 0]);
    assert_eq!(of("11", "良"), ["第 4 行扣分合计写 11 分，原表各项扣分相加为 12 分。"]);
    assert_eq!(of("12", "优"), ["第 5 行等级写“优”，按评价的得分应为“良”。"]);
    assert_eq!(of("12", "甲"), ["第 5 行等级写“甲”，模板的等级中没有它，没有比较。"]);
    // What stands beside an empty grade is not it.
    assert_eq!(of("12", "\t评价日期\t2025年3月"), [""; 0]);
    // A sentence about grades is none.
    assert_eq!(of("12", "按得分评定，优良中差四等"), [""; 0]);
    let in_one = table("12", "").replace("评价等级\t", "考核等次：中\t");
    assert_eq!(said(&audit(&pasted(&in_one))), ["第 5 行等级写“中”，按评价的得分应为“良”。"]);
}
