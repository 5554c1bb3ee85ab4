//! A template from a score table: from a workbook or pasted, its columns corrected, its rules confirmed, used.

use crate::desk::{Desk, LAPTOP};
use crate::printed_table;
use eframe::egui::{Key, Modifiers};
use jiping::app::{ImportDraft, Settings, Stage, TemplateDraft};
use jiping::evaluation::Evaluation;
use jiping::import::Role;
use jiping::scoring::{Scorecard, score};
use jiping::template::{Template, shipped_by_id};
use jiping::text::Lang;
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook as Writer;

const IMPORT: &str = "从 Excel 评分表生成模板…";
const PASTE: &str = "粘贴评分表…";
const FINISH: &str = "在模板编辑器中打开";
/// No heading that is known.
const FOREIGN: &str =
    "事项\t份额\t怎样算\n台账完整\t60\t台账完整（30分）、及时更新（30分）\n现场整洁\t40\t由检查组酌情打分";

fn importing(desk: &Desk) -> &ImportDraft {
    &desk.app().workspace.import().expect("no import is shown").draft
}

fn drafting(desk: &Desk) -> &TemplateDraft {
    &desk.app().workspace.template().expect("the editor is not open").draft
}

/// The indicator for which the table leaves open which formula is meant.
const COST: usize = 15;

/// The printed table of 21 indicators, at its columns.
fn printed() -> Desk {
    let mut desk = Desk::new();
    read(&mut desk, "评分表.xlsx", &printed_table::bytes());
    desk
}

fn read(desk: &mut Desk, name: &str, bytes: &[u8]) {
    let file = desk.a_file(name, bytes);
    desk.picks(&file);
    desk.click_and_wait(IMPORT);
}

fn paste(desk: &mut Desk, table: &str) {
    desk.click_and_wait(PASTE);
    assert!(desk.is_in("粘贴的表格"));
    desk.pastes(table);
    desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
}

fn scores(card: &Scorecard) -> Vec<(String, Option<Decimal>)> {
    card.items.iter().map(|item| (item.name.to_string(), item.score)).collect()
}

fn card(template: &Template, seed: usize) -> Scorecard {
    let edits = printed_table::answers(template, seed);
    let apply = |evaluation: Evaluation, edit| evaluation.apply(template, edit).unwrap();
    score(template, &edits.iter().fold(Evaluation::new(template), apply))
}

#[test]
fn a_workbook_becomes_a_template_that_scores_as_the_shipped_one() {
    let mut desk = printed();
    assert_eq!(importing(&desk).stage(), Stage::Columns);
    desk.assert_sees("21 项指标，共 100 分：识别出规则 21 项，手工评分 0 项");
    desk.click("下一步");
    // What was not taken as it stands is told row by row.
    desk.click("调整 2 · 未采用 0");
    desk.assert_sees("第 13 行");
    desk.assert_sees("换页重复的表头，不重复计");
    desk.assert_sees("与第 8 行是同一组");
    // Nothing is assumed without a word.
    let open: Vec<String> = importing(&desk).open().map(|(_, reading)| reading.name.to_string()).collect();
    assert_eq!(open, ["到位率", "资金使用", "产出成本", "经济效益", "社会效益", "环境效益"]);
    desk.click(FINISH);
    desk.assert_sees("还有 6 项没有确认：到位率、资金使用、产出成本、经济效益……");
    assert!(desk.app().workspace.template().is_none());
    // Which formula of cost is meant, nobody can know but the user.
    desk.click("待确认 6");
    desk.click("产出成本 3 按率计算 待确认");
    desk.assert_sees("对照绩效目标，按实际产出成本率计算得分（3分）");
    let linear = "按率计算（成本越低越好，原表没有写公式：按 1 −（实际 − 计划）÷ 计划）";
    let ratio = "按率计算（成本越低越好，原表没有写公式：按 计划成本 ÷ 实际成本）";
    desk.click(linear);
    desk.assert_sees("待确认 5");
    let chosen = |desk: &Desk| importing(desk).imported().unwrap().readings[COST].chosen;
    assert_eq!(chosen(&desk), Some(1));
    desk.reach(ratio);
    desk.press(Key::Space);
    assert_eq!(chosen(&desk), Some(0));
    // One by one, then the rest.
    desk.click("下一项待确认");
    desk.click("已核对，按此采用");
    desk.assert_sees("待确认 4");
    desk.click("全部确认");
    desk.assert_sees("待确认 0");
    desk.click_and_wait(FINISH);
    assert_eq!(drafting(&desk).errors(), 0);
    desk.fill("标题", "本单位评分表");
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    assert_eq!(drafting(&desk).path().and_then(|path| path.parent()), Some(&*desk.path("data/templates")));
    // From the start view, as any other template.
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.click_and_wait("本单位评分表");
    let template = desk.document().template.clone();
    for edit in printed_table::answers(&template, 4) {
        desk.given(&edit);
    }
    let shipped = card(&shipped_by_id("decision-management-performance").unwrap(), 4);
    assert_eq!(scores(desk.document().card()), scores(&shipped));
    assert_eq!(desk.document().card().total, shipped.total);
}

#[test]
fn another_formula_is_another_template() {
    let mut desk = printed();
    desk.click("下一步");
    desk.click("待确认 6");
    desk.click("产出成本 3 按率计算 待确认");
    desk.click("手工评分");
    desk.click("全部确认");
    desk.click_and_wait(FINISH);
    let made = drafting(&desk).template();
    let cost = made.indicators().find(|indicator| &*indicator.name == "产出成本").unwrap();
    assert!(matches!(cost.rule.award, jiping::template::Award::Free { .. }));
}

#[test]
fn what_the_headings_do_not_say_is_said_by_the_user() {
    let mut desk = Desk::new();
    paste(&mut desk, FOREIGN);
    desk.assert_sees("没有找到表头");
    assert_eq!(importing(&desk).mapping().columns, [Role::Ignored; 3]);
    assert!(!desk.is_enabled("下一步"));
    for (column, role) in
        [("第 1 列 事项", "一级指标"), ("第 2 列 份额", "指标分值"), ("第 3 列 怎样算", "评价标准")]
    {
        desk.choose(column, role);
        desk.settle();
    }
    assert_eq!(importing(&desk).mapping().columns, [Role::Level(0), Role::Points, Role::Standard]);
    desk.assert_sees("2 项指标，共 100 分");
    // No two columns hold the same.
    desk.choose("第 1 列 事项", "指标分值");
    desk.settle();
    assert_eq!(importing(&desk).mapping().columns, [Role::Points, Role::Ignored, Role::Standard]);
    assert!(!desk.is_enabled("下一步"));
    desk.assert_sees("一个指标也没有读出来");
}

#[test]
fn what_was_confirmed_outlives_a_corrected_column() {
    let mut desk = printed();
    desk.click("下一步");
    desk.click("待确认 6");
    desk.click("产出成本 3 按率计算 待确认");
    desk.click("按率计算（按 实际值 ÷ 目标值，越高越好）");
    desk.click("2 各列");
    desk.choose("第 4 列 自评分", "计量单位");
    desk.settle();
    desk.click("3 结果");
    let made = importing(&desk).imported().unwrap();
    assert_eq!((made.readings[COST].chosen, importing(&desk).is_confirmed(COST)), (Some(2), true));
    desk.assert_sees("待确认 5");
}

#[test]
fn the_sheet_is_chosen_where_there_are_several() {
    let mut writer = Writer::new();
    for (name, title) in [("封面", "某某单位"), ("甲表", "甲"), ("乙表", "乙")] {
        let sheet = writer.add_worksheet().set_name(name).unwrap();
        let item = format!("{title}的指标");
        match name {
            "封面" => printed_table::write(sheet, &[&[title]]),
            _ => printed_table::write(
                sheet,
                &[&["指标名称", "分值", "评价标准"], &[&item, "100", "由评价人酌情打分"]],
            ),
        }
    }
    let mut desk = Desk::new();
    read(&mut desk, "几张表.xlsx", &writer.save_to_buffer().unwrap());
    desk.assert_sees("甲的指标");
    desk.choose("工作表", "乙表");
    desk.settle();
    desk.assert_sees("乙的指标");
    desk.assert_not("甲的指标");
    // A sheet without a table is shown as it is.
    desk.choose("工作表", "封面");
    desk.settle();
    desk.assert_sees("某某单位");
    desk.assert_sees("没有找到表头");
}

#[test]
fn what_is_no_table_says_so_and_nothing_is_left_for_it() {
    let mut desk = Desk::scoring();
    let file = desk.a_file("不是表.xlsx", b"PK\x03\x04 no workbook");
    desk.picks(&file);
    desk.menu("文件", IMPORT);
    assert_eq!(desk.asks(), Some("told"));
    desk.assert_sees("这个文件不是可读的表格");
    desk.press(Key::Escape);
    assert!(desk.app().workspace.evaluation().is_some());
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    paste(&mut desk, " \n");
    assert!(importing(&desk).table().is_none());
}

#[test]
fn the_way_out_asks_once_something_was_decided() {
    let mut desk = printed();
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    assert!(desk.app().workspace.import().is_none());
    read(&mut desk, "评分表.xlsx", &printed_table::bytes());
    desk.click("下一步");
    desk.click("全部确认");
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    assert_eq!(desk.asks(), Some("leave-import"));
    desk.press(Key::Escape);
    assert_eq!(importing(&desk).open().count(), 0);
    desk.chord_and_wait(Modifiers::COMMAND, Key::W);
    desk.click_and_wait("放弃导入");
    assert!(desk.app().workspace.import().is_none());
    desk.assert_sees("用评分模板新建");
}

#[test]
fn a_workbook_that_is_dropped_is_imported_in_either_language() {
    let mut desk = Desk::with(LAPTOP, Settings { lang: Lang::English, ..Settings::default() });
    let file = desk.a_file("table.XLSX", &printed_table::bytes());
    desk.drop_files(&[&file]);
    desk.click("Next");
    desk.assert_sees("To confirm 6");
    desk.click_starting("资金使用 7");
    desk.assert_sees("Starts at 7 points, deductions down to 0");
}

#[test]
fn scores_of_the_table_are_said_to_be_left_out() {
    let mut desk = Desk::new();
    let table = "一级指标\t分值\t评分标准\t自评分\t扣分原因\n台账\t60\t由检查组酌情打分\t58\t缺两页\n现场\t40\t由检查组酌情打分\t40\t";
    paste(&mut desk, table);
    desk.assert_sees("“自评分、扣分原因”不会带入模板");
    desk.assert_sees("请选“连同得分”");
    desk.click("下一步");
    desk.click_starting("说明与检查");
    desk.assert_sees("“自评分、扣分原因”不会带入模板");
}

/// A column that nobody understands, and a row without points.
const LOSSY: &str = "填报说明\n考核项目\t考核内容\t分值\t评分标准\t折算系数\n管理\t台账\t60\t每缺一项扣5分，扣完为止\t0.8\n管理\t现场\t待定\t由检查组酌情打分\t0.9\n产出\t数量\t40\t按完成率计算得分\t1";

#[test]
fn what_would_be_lost_is_said_and_asked_for() {
    let mut desk = Desk::new();
    paste(&mut desk, LOSSY);
    desk.assert_sees("有内容而不知道含义的列：折算系数");
    desk.click("下一步");
    desk.click("全部确认");
    desk.click_and_wait(FINISH);
    desk.assert_sees("表里有 1 处内容不会进入模板");
    assert!(desk.app().workspace.template().is_none(), "nothing opens before it was looked at");
    desk.click("说明与检查 4");
    desk.click("已看过，照此生成");
    desk.click_and_wait(FINISH);
    assert_eq!(drafting(&desk).template().indicators().count(), 2);
}

#[test]
fn a_column_that_is_said_to_be_of_no_use_is_no_loss() {
    let mut desk = Desk::new();
    paste(&mut desk, LOSSY);
    desk.choose("第 5 列 折算系数", "不采用");
    desk.settle();
    assert!(importing(&desk).open_findings().is_empty());
}

#[test]
fn the_heading_row_is_a_click() {
    let mut desk = Desk::new();
    paste(&mut desk, FOREIGN);
    assert_eq!(importing(&desk).mapping().heading, 0);
    desk.click("第 2 行作为表头");
    desk.settle();
    assert_eq!(importing(&desk).mapping().heading, 1);
}

/// What was said of the columns of one table is known of the next one of the same office.
#[test]
fn a_choice_made_once_is_remembered() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_folder(data.path());
    paste(&mut desk, FOREIGN);
    for (column, role) in
        [("第 1 列 事项", "一级指标"), ("第 2 列 份额", "指标分值"), ("第 3 列 怎样算", "评价标准")]
    {
        desk.choose(column, role);
        desk.settle();
    }
    desk.click("下一步");
    desk.click_and_wait(FINISH);
    assert_eq!(drafting(&desk).template().indicators().count(), 2);
    // The next day, with nothing left open.
    let next = tempfile::tempdir().unwrap();
    std::fs::copy(data.path().join("headings.ron"), next.path().join("headings.ron")).unwrap();
    let mut desk = Desk::in_folder(next.path());
    paste(&mut desk, FOREIGN);
    desk.assert_sees("2 项指标，共 100 分");
    assert_eq!(importing(&desk).mapping().columns, [Role::Level(0), Role::Points, Role::Standard]);
}

/// A form that was filled in; one of its scores is not what its rule gives.
const FILLED: &str = "一级指标\t分值\t评分标准\t实际完成值\t得分\t扣分原因\n\
    台账\t60\t台账完整（30分）、及时更新（30分）\t\t30\t没有更新\n\
    满意度\t40\t按满意率计算得分\t95%\t40\t\n合计\t100\t\t\t70\t";

#[test]
fn a_filled_in_table_becomes_an_evaluation_with_its_scores() {
    let mut desk = Desk::new();
    paste(&mut desk, FILLED);
    desk.assert_sees("这张表已经填过");
    desk.assert_sees("请选“连同得分”");
    desk.click("下一步");
    desk.click("连同得分");
    desk.assert_sees("得分核对 2");
    desk.assert_sees("原表 40 · 按规则 38 · 满分 40");
    desk.assert_sees("原表 30 · 按规则 — · 满分 60");
    desk.fill("“台账”按原表 30 分的理由", "更新一项没有做");
    desk.assert_sees("得分核对 1");
    desk.click("待确认 0");
    desk.click("得分核对 1");
    desk.click_and_wait("建成评价");
    let document = desk.document();
    assert_eq!(document.card().total, rust_decimal::dec!(68), "the rule counts where nobody gave a reason");
    let items = &document.card().items;
    assert_eq!(items[0].override_reason.as_deref(), Some("更新一项没有做"));
    let (ledger, satisfaction) = (&items[0].id, &items[1].id);
    let evaluation = document.evaluation();
    assert_eq!(evaluation.item(ledger).unwrap().reason, "没有更新");
    assert_eq!(evaluation.item(satisfaction).unwrap().remark, "原表得分：40");
    desk.assert_sees("不一致 1 项");
}

#[test]
fn only_the_template_is_made_where_the_scores_are_not_wanted() {
    let mut desk = Desk::new();
    paste(&mut desk, FILLED);
    desk.click("连同得分");
    desk.click("只要评分表");
    desk.click("下一步");
    desk.click(FINISH);
    assert_eq!(drafting(&desk).template().points, rust_decimal::dec!(100));
}

/// Tables of each kind of difficulty, each with what its template comes to: indicators and points.
const DIFFICULT: [(&str, usize, &str); 6] = [
    // A title and the head of a form above the headings, 序号, the first level only where it begins.
    (
        "物业服务考核表\n考核单位：某局\n序号\t考核项目\t考核内容\t标准分\t评分标准\n1\t保洁\t地面\t40\t每发现一处扣1分\n\
         2\t\t卫生间\t20\t每发现一处扣1分\n3\t安保\t值守\t40\t脱岗每次扣5分\n合计\t\t\t100\t",
        3,
        "100",
    ),
    // Levels in rows of their own below one indicator.
    (
        "指标\t分值\t评分标准\n服务质量\t60\t优：得60分\n\t\t良：得40分\n\t\t差：不得分\n台账\t40\t每缺一项扣1分",
        2,
        "100",
    ),
    // Points in the words of the names, and no column of points.
    ("考核项目\t考核标准\n保洁（60分）\t每发现一处扣1分\n安保（40分）\t脱岗每次扣5分", 2, "100"),
    // The headings printed again, one word of them otherwise.
    (
        "一级指标\t二级指标\t分值\t评价标准\n产出\t数量\t50\t按完成率计算得分\n一级指标\t二级指标\t分值\t评分标准\n\
         效益\t满意度\t50\t按满意率计算得分",
        2,
        "100",
    ),
    // A label of the group in the middle of unmerged rows.
    (
        "一级指标\t二级指标\t分值\t评价标准\n\t数量\t30\t按完成率计算得分\n产出（60分）\t质量\t30\t按合格率计算得分\n\
         \t满意度\t40\t按满意率计算得分\n效益（40分）\t\t\t",
        3,
        "100",
    ),
    // A rule with steps, counts and what is taken of the sheet.
    (
        "指标\t分值\t评分标准\n出勤\t60\t出勤率低于95%的，每低1个百分点扣1分；迟到每人次扣0.5分\n\
         保密\t40\t发生泄密的每起扣5分，并从总分中扣10分",
        2,
        "100",
    ),
];

#[test]
fn the_keyboard_alone_imports_a_table_of_each_kind() {
    for (table, indicators, points) in DIFFICULT {
        let mut desk = Desk::new();
        desk.reach(PASTE);
        desk.press(Key::Enter);
        desk.settle();
        desk.pastes(table);
        desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
        desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
        assert_eq!(importing(&desk).stage(), Stage::Result, "{table}");
        desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
        if desk.app().workspace.template().is_none() {
            // What is still to be confirmed is named first.
            desk.reach("全部确认");
            desk.press(Key::Enter);
            desk.chord_and_wait(Modifiers::COMMAND, Key::Enter);
        }
        if desk.app().workspace.template().is_none() {
            panic!("{:?} {}", desk.asks(), desk.everything());
        }
        let template = drafting(&desk).template();
        assert_eq!(template.indicators().count(), indicators, "{table}");
        assert_eq!(template.points.to_string(), points, "{table}");
    }
}

#[test]
fn what_a_crash_left_of_an_import_shows_its_scores_again() {
    let mut desk = Desk::new();
    paste(&mut desk, FILLED);
    desk.click("下一步");
    desk.click("连同得分");
    desk.fill("“台账”按原表 30 分的理由", "更新一项没有做");
    desk.app().flush_recovery().unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    desk.click("下一步");
    desk.assert_sees("得分核对 1");
    desk.assert_sees("原表 40 · 按规则 38 · 满分 40");
}
