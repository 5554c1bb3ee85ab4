//! What thirty printed sheets got wrong (P1 to P13): each was seen on paper before it was mended.

use super::paper::{self, Printout};
use jiping::evaluation::{
    Applicability, Edit, Evaluation, FundField, MoneyUnit, OwnIndicator, ProjectField, RemedyField,
    Signatory, Tailoring, Value,
};
use jiping::print::{LedgerSheet, Paper};
use jiping::template::{Template, shipped, shipped_by_id};
use rust_decimal::{Decimal, dec};
use std::sync::Arc;

fn every(template: &Template) -> Vec<Paper> {
    Paper::of(template)
}

fn print(name: &str, template: &Template, edits: Vec<Edit>, papers: &[Paper]) -> Printout {
    Printout::of(name, &paper::compiled(template, edits, papers))
}

fn amounts(unit: MoneyUnit, amount: Decimal) -> Vec<Edit> {
    let fields =
        [FundField::InitialBudget, FundField::AnnualBudget, FundField::Received, FundField::Executed];
    let amount = |field| Edit::SetFundAmount { line: 0, field, amount: Some(amount) };
    std::iter::once(Edit::SetFundsUnit(unit)).chain(fields.map(amount)).collect()
}

fn with_own(id: &str, own: Vec<OwnIndicator>) -> (Template, Evaluation) {
    let base = shipped_by_id(id).unwrap();
    let tailoring = Tailoring { own, ..Tailoring::default() };
    let template = tailoring.apply(&base);
    (template, Evaluation { tailoring: Arc::new(tailoring), ..Evaluation::new(&base) })
}

fn twelve() -> Vec<OwnIndicator> {
    let groups = [
        "output-quantity",
        "output-quality",
        "output-timeliness",
        "output-cost",
        "effect-social",
        "satisfaction-served",
    ];
    let own = |number: usize| OwnIndicator {
        id: format!("i{number}").as_str().into(),
        group: groups[number % groups.len()].into(),
        name: format!("第{number}项年度工作任务").as_str().into(),
        points: dec!(5),
        pattern: "at-least".into(),
        unit: "个".into(),
    };
    (0..12).map(own).collect()
}

/// P1, P9: no word of any paper stands on another, and none outside of the type area.
#[test]
fn nothing_overlaps_on_any_paper() {
    let mut checked = 0;
    for template in shipped() {
        let field = |field, text: &str| Edit::SetProject { field, text: text.into() };
        let mut edits = amounts(MoneyUnit::Yuan, dec!(1234567890123.45));
        edits.push(field(ProjectField::Name, "城市报警与监控系统租用费、社会资源接入及运行维护项目"));
        edits.push(field(ProjectField::Goal, &"完成全部点位的巡检和维修。".repeat(8)));
        let printed = print(&format!("boxes-{}", template.id), &template, edits, &every(&template));
        checked += printed.assert_apart();
    }
    let template = paper::template();
    checked += print("boxes-lively", &template, paper::lively(&template), &every(&template)).assert_apart();
    assert!(checked > 3_000, "{checked} words");
}

/// P1: amounts in 元 of thirteen digits stand whole in the forms that have narrow columns.
#[test]
fn large_amounts_stand_whole() {
    for id in ["self-evaluation", "target-completion", "decision-management-performance"] {
        let template = shipped_by_id(id).unwrap();
        let printed =
            print("large", &template, amounts(MoneyUnit::Yuan, dec!(1234567890123.45)), &[Paper::Scores]);
        assert!(printed.text().matches("1234567890123.45").count() >= 4, "{id}: {}", printed.text());
    }
}

/// P4: every page says whose sheet it is, and the signatures stand with the total and the last rows.
#[test]
fn no_signature_without_its_sheet() {
    let template = paper::template();
    let mut edits = paper::lively(&template);
    for (rows, indicator) in template.indicators().enumerate().take(9) {
        let item = indicator.id.clone();
        edits.push(Edit::SetRemark { item, text: "备注使这一行高一些。".repeat(rows) });
        let printed = print(&format!("signed-{rows}"), &template, edits.clone(), &[Paper::Scores]);
        let pages = printed.pages();
        let count = pages.len();
        for (number, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("第{}页共{count}页", number + 1)), "{page}");
            assert!(
                page.contains("城市报警与监控系统运行维护") && page.contains("项目支出绩效评价评分表"),
                "{page}"
            );
        }
        let last = pages.iter().find(|page| page.contains("单位（公章）")).unwrap();
        assert!(last.contains("总分") && last.contains("服务对象满意度"), "{last}");
        assert!(last.contains("可持续影响"), "two rows at least: {last}");
    }
}

/// P5: rows are as high as their text, and the form stands on one page.
#[test]
fn rows_are_no_higher_than_they_must_be() {
    let group = |group: usize| {
        let indicator = |item: usize| {
            let number = group * 10 + item;
            format!(
                "Indicator(id: \"i{number}\", name: \"第{number}号设备运行维护\", points: \"1\", standard: \"按完成率计算得分，低于百分之六十不得分，超过的按满分计（{number}）\", rule: (award: Free(step: \"0.5\"))),"
            )
        };
        let children: String = (0..10).map(indicator).collect();
        format!(
            "Group(id: \"g{group}\", name: \"第{group}组日常维护考核\", points: \"10\", children: [{children}]),"
        )
    };
    let nodes: String = (0..30).map(group).collect();
    let text = format!(
        "(format: 1, id: \"test\", version: \"1\", title: \"试验评分表\", points: \"300\", sheet: (levels: [\"一级指标\", \"二级指标\"]), nodes: [{nodes}])"
    );
    let template = jiping::template::read(text.as_bytes()).unwrap();
    let edits =
        template.indicators().enumerate().filter(|(place, _)| place % 3 == 0).map(|(place, indicator)| {
            Edit::SetReason {
                item: indicator.id.clone(), text: format!("第{place}号有2次未按时限修复。")
            }
        });
    let printed = print("three-hundred", &template, edits.collect(), &[Paper::Scores]);
    assert!(printed.printed.pages <= 25, "{} pages", printed.printed.pages);
    let form = shipped_by_id("self-evaluation").unwrap();
    assert_eq!(print("form", &form, Vec::new(), &[Paper::Scores]).printed.pages, 1);
    let (template, evaluation) = with_own("self-evaluation", twelve());
    let field = |field, text: &str| Edit::SetProject { field, text: text.into() };
    let goals = [ProjectField::Goal, ProjectField::GoalReached]
        .map(|goal| field(goal, &"完成全部点位的巡检和维修。".repeat(6)));
    let evaluation =
        goals.iter().fold(evaluation, |evaluation, edit| evaluation.apply(&template, edit).unwrap());
    let twelve =
        Printout::of("twelve", &paper::compiled_evaluation(&template, &evaluation, None, &[Paper::Scores]));
    assert_eq!(twelve.printed.pages, 1);
}

/// P6: a veto that somebody ticked is on paper also where the grade is no better anyway.
#[test]
fn a_ticked_veto_is_always_on_paper() {
    let text = r#"(format: 1, id: "v", version: "1", title: "否决试验", points: "100", grades: [(name: "优", from: "90"), (name: "中", from: "60"), (name: "差", from: "0")],
        nodes: [Indicator(id: "a", name: "资料真实性", points: "100", rule: (award: Free(step: "1"), effects: [Veto(id: "v", label: "弄虚作假", scope: Sheet, consequence: GradeAtMost("中"))]))])"#;
    let template = jiping::template::read(text.as_bytes()).unwrap();
    let inputs = vec![("points".into(), Value::Number(dec!(65))), ("v".into(), Value::Flag(true))];
    let printed = print("veto", &template, vec![paper::inputs_of("a", inputs)], &[Paper::Scores]);
    printed.assert_has("等级：中");
    printed.assert_has("一票否决：弄虚作假（资料真实性），最高评为中。");
}

/// P7: of sixty people each has name, line and date on one page, and no frame stands empty.
#[test]
fn nobody_is_parted_from_the_line_to_sign_on() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    let expert = |number| Signatory { role: format!("专家{number}号"), name: format!("某{number}") };
    edits.push(Edit::SetSignatories((1..=61).map(expert).collect()));
    let printed = print("sixty", &template, edits, &[Paper::Scores]);
    let mut seen = 0;
    for page in printed.pages() {
        let people = page.matches("号：某").count();
        let lines = page.matches("签字：").count();
        assert_eq!(people, lines, "{page}");
        seen += people;
    }
    assert_eq!(seen, 61);
    printed.assert_apart();
}

/// P8, P11: an empty ledger, no attachments and a form that evidence is noted in.
#[test]
fn what_is_empty_says_so_and_evidence_of_a_form_is_listed() {
    let template = shipped_by_id("camera-maintenance").unwrap();
    let every = LedgerSheet::default();
    let sheets = print("empty-ledger", &template, Vec::new(), &[Paper::Ledger(every)]);
    sheets.assert_has("考核单位（公章）");
    sheets.assert_has("被考核单位（公章）");
    let template = shipped_by_id("target-completion").unwrap();
    print("no-files", &template, Vec::new(), &[Paper::Attachments]).assert_has("没有附件。");
}

/// P10: where nobody wrote a reason there is a gap to be seen, and the blank form has nothing in the cells to be filled.
#[test]
fn a_blank_form_can_be_filled_in_by_hand() {
    for template in shipped() {
        let printed = print(&format!("blank-{}", template.id), &template, paper_head(), &[Paper::Blank]);
        let text = printed.text();
        for word in ["未评", "暂定", "0.00", "〔未写", "监控点位"] {
            assert!(!text.contains(word), "{word} in {}: {text}", template.id);
        }
        // 预算执行率 is a column of the 自评表's funds.
        for indicator in template.indicators().filter(|indicator| &*indicator.name != "预算执行率") {
            printed.assert_has(&indicator.name);
        }
    }
}

fn paper_head() -> Vec<Edit> {
    vec![Edit::SetProject { field: ProjectField::Name, text: "监控点位租用".into() }]
}

/// The papers that were missing hold what was entered.
#[test]
fn the_other_papers_hold_what_was_entered() {
    let template = paper::template();
    let mut edits = paper::lively(&template);
    let field = |field, text: &str| Edit::SetProject { field, text: text.into() };
    edits.extend([
        field(ProjectField::Preparer, "填表人甲"),
        field(ProjectField::Phone, "0001-23"),
        field(ProjectField::Leader, "负责人乙"),
        field(ProjectField::FilledOn, "2021年3月9日"),
    ]);
    let words = ["补办审批手续并培训", "2021年6月30日前", "财务室", "已整改"];
    edits.extend(RemedyField::ALL.into_iter().zip(words).map(|(field, text)| Edit::SetRemedy {
        item: "fund-use".into(),
        field,
        text: text.into(),
    }));
    let to = Applicability::NoInformation;
    edits.push(Edit::SetApplicability { item: "decision-basis".into(), to });
    let cover = print("cover", &template, edits.clone(), &[Paper::Cover]);
    for text in ["填表人甲", "0001-23", "负责人乙", "2021年3月9日", "预算部门（公章）", "2020 年度"]
    {
        cover.assert_has(text);
    }
    let problems = print("problems", &template, edits.clone(), &[Paper::Problems]);
    words.iter().for_each(|text| problems.assert_has(text));
    problems.assert_has("〔未写整改措施〕");
    problems.assert_has("已整改 1 项");
    let calculation = print("calculation", &template, edits.clone(), &[Paper::Calculation]);
    for text in ["目标量化：否", "支出依据不合规：是", "8 × 95.00% = 7.60", "附件 4"] {
        calculation.assert_has(text);
    }
    for indicator in template.indicators() {
        calculation.assert_has(&indicator.name);
        calculation.assert_has(&indicator.standard);
    }
    print("findings", &template, edits, &[Paper::Findings]).assert_has("〔未说明〕");
}

/// P13: a text of a hundred thousand characters prints whole.
#[test]
fn a_very_long_text_prints_whole() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    let text: String = (0..8_000).map(|number| format!("第{number}处应补验收记录。")).collect();
    assert!(text.chars().count() > 90_000);
    edits.push(Edit::SetReason { item: "fund-use".into(), text: text.clone() });
    let printed = print("hundred-thousand", &template, edits, &[Paper::Scores]);
    let all = printed.text();
    for number in [0, 1, 3_999, 7_999] {
        assert!(all.contains(&format!("第{number}处应补")), "{number}");
    }
}

/// P11: the PDF says its own title, its language and where each paper begins, and is tagged.
#[test]
fn the_pdf_describes_itself() {
    let template = paper::template();
    let printed =
        print("described", &template, paper::lively(&template), &[Paper::Deductions, Paper::Attachments]);
    let pdf = String::from_utf8_lossy(&printed.printed.pdf).into_owned();
    for mark in ["/MarkInfo", "/StructTreeRoot", "/Outlines", "/Lang", "pdfaid:part"] {
        assert!(pdf.contains(mark), "{mark}");
    }
    let info = printed.info();
    assert!(info.contains("扣分明细表、附件目录　城市报警与监控系统运行维护"), "{info}");
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.contains("yes")), "{info}");
}

/// Where the template wants them: 复核分 beside 自评分, and a box for the 签批意见.
#[test]
fn a_reviewer_and_a_leader_have_room_where_the_template_says_so() {
    for id in ["decision-management-performance", "self-evaluation"] {
        let mut template = shipped_by_id(id).unwrap();
        template.sheet.review = true;
        template.sheet.opinion = true;
        let evaluation = Evaluation::new(&template);
        for paper in [Paper::Scores, Paper::Blank] {
            let compiled = paper::compiled_evaluation(&template, &evaluation, None, &[paper]);
            let printed = Printout::of(&format!("reviewed-{id}-{}", paper.id()), &compiled);
            printed.assert_has("自评分 复核分");
            printed.assert_has("单位主要负责人签批意见：");
            printed.assert_apart();
        }
    }
}

/// A name that would fill a page in its narrow column stands below the table; nothing of it is lost.
#[test]
fn names_of_any_length_print_whole() {
    let name: String = (0..40).map(|number| format!("第{number}类维护事项、")).collect();
    let text = format!(
        "(format: 1, id: \"n\", version: \"1\", title: \"试验\", points: \"10\", nodes: [Group(id: \"g\", name: \"{name}\", points: \"10\", children: [
        Indicator(id: \"a\", name: \"{name}\", points: \"10\", rule: (award: Free(step: \"1\")))])])"
    );
    let template = jiping::template::read(text.as_bytes()).unwrap();
    let printed = print("names", &template, Vec::new(), &every(&template));
    for number in [0, 20, 39] {
        let found = printed.text().matches(&format!("第{number}类维护")).count();
        assert!(found >= 2, "{number}: {found}");
    }
    printed.assert_apart();
}

/// A row that no page holds goes on on the next one, with the labels of its groups and one heading a page.
#[test]
fn a_row_higher_than_a_page_keeps_its_groups() {
    let standard: String = (0..41).map(|number| format!("第{number}条缺材料扣分。")).collect();
    let leaf = |id: &str, standard: &str| {
        format!(
            "Indicator(id: \"{id}\", name: \"指标{id}\", points: \"5\", criterion: \"看记录\", standard: \"{standard}\", rule: (award: Free(step: \"1\")))"
        )
    };
    let group = |id: &str, points: u32, children: &str| {
        format!("Group(id: \"{id}\", name: \"分组{id}\", points: \"{points}\", children: [{children}])")
    };
    let low = group("g4", 5, &leaf("d", &standard));
    let nodes = group(
        "g1",
        20,
        &group(
            "g2",
            20,
            &group(
                "g3",
                20,
                &format!("{},{low},{}", leaf("a", "短"), [leaf("b", "短"), leaf("c", "短")].join(",")),
            ),
        ),
    );
    let text = format!(
        "(format: 1, id: \"t\", version: \"1\", title: \"试验\", points: \"20\", sheet: (review: true), nodes: [{nodes}])"
    );
    let template = jiping::template::read(text.as_bytes()).unwrap();
    let printed = print("high-row", &template, Vec::new(), &[Paper::Scores]);
    for label in ["分组g1（20分）", "分组g2（20分）", "分组g3（20分）", "分组g4（5分）", "第40条缺材料扣分。"]
    {
        printed.assert_has(label);
    }
    for page in printed.pages() {
        assert!(page.matches("扣分原因及改进措施").count() <= 1, "{page}");
    }
    printed.assert_apart();
}

/// A name of many lines makes its box higher.
#[test]
fn long_names_leave_the_line_to_sign_on_free() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    for people in [2, 12] {
        let expert = |number| Signatory {
            role: format!("评审组第{number}小组全体成员"),
            name: "某甲、某乙、某丙、某丁、某戊、某己、某庚、某辛、某壬、某癸、某子、某丑、某寅、某卯".into(),
        };
        edits.push(Edit::SetSignatories((1..=people).map(expert).collect()));
        print(&format!("names-{people}"), &template, edits.clone(), &[Paper::Scores]).assert_apart();
    }
}

/// A path, and a date that is a sentence, stay in their places on the papers of a ledger.
#[test]
fn odd_words_of_a_ledger_stay_on_the_page() {
    let template = shipped_by_id("camera-maintenance").unwrap();
    let indicator = template.indicators().find(|indicator| indicator.rule.ledger.is_some()).unwrap();
    let kind = indicator.rule.ledger.as_ref().unwrap().kinds.first().unwrap().id.clone();
    let row = jiping::evaluation::LedgerRow {
        date: "某月上旬派出所值班人员电话通知以后的第三个工作日的下午".repeat(4),
        kind,
        count: Decimal::ONE,
        fault: "画面黑屏".into(),
        confirmed_by: "值班长".into(),
        ..jiping::evaluation::LedgerRow::default()
    };
    let field = Edit::SetProject {
        field: ProjectField::Name,
        text: "城市报警与监控系统运行维护项目".repeat(12),
    };
    let edits =
        vec![field, Edit::AddLedgerRows { item: indicator.id.clone(), at: None, rows: vec![Arc::new(row)] }];
    let every = LedgerSheet::default();
    let papers = [Paper::Ledger(every), Paper::Notice(every), Paper::Faults(every)];
    let printed = print("odd-ledger", &template, edits, &papers);
    assert_eq!(printed.text().matches("画面黑屏").count(), 3);
    printed.assert_has("值班长");
    printed.assert_apart();
}
