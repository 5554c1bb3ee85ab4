//! Whole evenings, as first-time users spend them: head, funds, scores, reasons, evidence, checks, papers, next year.
//! Once by the keyboard alone, once by mouse and letters.

use crate::desk::{Desk, WIDE};
use eframe::egui::{Key, Modifiers, Pos2};
use jiping::app::{Settings, ViewKind};
use jiping::evaluation::Applicability;
use std::fs;
use std::path::Path;

const CTRL: Modifiers = Modifiers::COMMAND;
const TEMPLATE: &str = "项目支出绩效评价评分表";
const HEAD: [&str; 5] = ["报警监控租用", "2020", "某市公安局", "科技信息化支队", "绩效评价小组"];
const REASON: &str = "满意率 95%，按率扣分；公布问卷，逐条回应";

/// Tab until the field is reached: nothing on the way takes the focus for good.
#[track_caller]
fn tab_to(desk: &mut Desk, field: &str) {
    for _ in 0..60 {
        if desk.is_in(field) {
            return;
        }
        desk.press(Key::Tab);
    }
    panic!("Tab does not come to {field}");
}

fn pdf_with(desk: &Desk, name: &str) -> std::path::PathBuf {
    let path = desk.path(name);
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF"), "{name}");
    path
}

/// What both have in the end.
#[track_caller]
fn assert_evaluated(desk: &Desk, file: &Path) {
    let document = desk.document();
    assert_eq!(document.path(), Some(file));
    assert!(!document.is_dirty());
    assert_eq!(desk.total(), "99.60");
    desk.assert_sees("优");
    let evaluation = document.evaluation();
    let project = &evaluation.project;
    let head = [&project.name, &project.year, &project.department, &project.unit, &project.evaluator];
    assert_eq!(head.map(String::as_str), HEAD);
    let line = &evaluation.funds.lines[0];
    let amounts = [line.initial_budget, line.annual_budget, line.received, line.executed];
    assert_eq!(amounts.map(|amount| amount.unwrap().to_string()), ["6588.17"; 4]);
    assert_eq!(evaluation.item("satisfaction").unwrap().reason, REASON);
    assert_eq!(document.card().attachments.len(), 1);
    assert!(evaluation.items.values().all(|entry| entry.applicability == Applicability::Applicable));
}

/// Full marks where the rule comes to them in one way, the rate where it asks for one; on the row that is selected.
fn score(desk: &mut Desk, full_marks: impl FnOnce(&mut Desk)) {
    let name = desk.selected_name();
    full_marks(desk);
    if desk.item(&name).score.is_none() {
        desk.types(if name == "服务对象满意度" { "95" } else { "100" });
        desk.press(Key::Enter);
    }
    assert!(desk.item(&name).score.is_some(), "{name}");
}

#[test]
fn by_keyboard() {
    let mut desk = Desk::new();
    desk.chord(CTRL, Key::N);
    desk.press(Key::Enter);
    for text in HEAD {
        desk.types(text);
        desk.press(Key::Enter);
    }
    tab_to(&mut desk, "财政资金 年初预算数");
    for _ in 0..4 {
        desk.types("6,588.17万元");
        desk.press(Key::Tab);
    }

    desk.chord(CTRL, Key::Num2);
    desk.press(Key::Home);
    for _ in 0..21 {
        match desk.selected_name().as_str() {
            "到位率" => desk.press(Key::Enter),
            _ => score(&mut desk, |desk| desk.chord(CTRL, Key::Enter)),
        }
    }
    desk.press(Key::End);
    desk.press(Key::F4);
    desk.types(REASON);
    desk.press(Key::Enter);
    let invoice = desk.a_file("发票.pdf", b"%PDF invoice");
    desk.picks(&invoice);
    desk.chord_and_wait(CTRL, Key::E);

    // Second thoughts, taken back: 不适用 with its reason, 资料不足.
    desk.press(Key::Home);
    desk.press(Key::F7);
    desk.types("本项目无此内容");
    desk.press(Key::Enter);
    assert_eq!(desk.row("目标内容"), "目标内容 不适用 / 4");
    desk.chord(CTRL, Key::Z);
    desk.press(Key::ArrowDown);
    desk.press(Key::F5);
    desk.press(Key::F5);
    assert_eq!(desk.row("决策依据"), "决策依据 4.00 / 4");

    let file = desk.path("评价.jiping");
    desk.picks(&file);
    desk.chord_and_wait(CTRL, Key::S);
    desk.chord(CTRL, Key::Num3);
    desk.press(Key::ArrowDown);
    desk.press(Key::Enter);
    assert_ne!(desk.shown().view, ViewKind::Findings, "Enter goes to where the first finding is mended");
    desk.chord_and_wait(CTRL, Key::P);
    assert!(!desk.shown().preview.sizes.is_empty());
    desk.picks(&desk.path("评分表.pdf"));
    desk.press(Key::F10);
    while !desk.is_focused_starting("存为 PDF…") {
        desk.press(Key::ArrowDown);
    }
    desk.press(Key::Enter);
    desk.settle();
    pdf_with(&desk, "评分表.pdf");

    desk.chord(CTRL, Key::W);
    desk.picks(&file);
    desk.chord_and_wait(CTRL, Key::O);
    assert_evaluated(&desk, &file);

    desk.picks(&file);
    desk.chord_and_wait(CTRL | Modifiers::SHIFT, Key::N);
    desk.press(Key::Enter);
    assert_eq!(desk.document().evaluation().project.year, "2021");
    assert_eq!(desk.score("目标内容"), None);
}

/// Where the row of the indicator can be clicked.
fn row_at(desk: &Desk, name: &str) -> Pos2 {
    let rect = desk.clickable(&desk.row(name)).rect();
    Pos2::new(rect.left() + 30.0, rect.center().y)
}

#[test]
fn by_mouse() {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.click(TEMPLATE);
    for (field, text) in ["项目名称", "年度", "主管部门", "实施单位", "评价人"].into_iter().zip(HEAD)
    {
        desk.fill(field, text);
    }
    for column in ["年初预算数", "全年预算数", "实际到位", "全年执行数"] {
        desk.fill(&format!("财政资金 {column}"), "6588.17");
    }
    desk.click("评分");
    let names: Vec<String> = desk.document().card().items.iter().map(|item| item.name.to_string()).collect();
    for name in names.iter().filter(|name| *name != "到位率") {
        desk.walk_to(name);
        score(&mut desk, |desk| {
            desk.right_click(row_at(desk, name));
            desk.click_starting("得满分");
        });
    }
    desk.walk_to("服务对象满意度");
    desk.fill("服务对象满意度 扣分原因及改进措施", REASON);
    desk.walk_to("目标内容");
    let invoice = desk.a_file("发票.pdf", b"%PDF invoice");
    desk.picks(&invoice);
    desk.click_and_wait("把文件拖到这里，或点此添加…（Ctrl+E）");
    desk.click("资料不足");
    desk.click("撤销");

    let file = desk.path("评价.jiping");
    desk.picks(&file);
    desk.click_and_wait("保存");
    desk.click_starting("核对");
    desk.click_and_wait("打印");
    desk.picks(&desk.path("评分表.pdf"));
    desk.click_and_wait("存为 PDF…");
    pdf_with(&desk, "评分表.pdf");
    desk.menu("文件", "关闭评价文件");
    desk.click_and_wait("报警监控租用（2020年度）");
    assert_evaluated(&desk, &file);
}

/// 部门评价: indicators of one's own as a block, the ledger, what is not known.
#[test]
fn the_second_evening() {
    let mut desk = Desk::new();
    desk.click("项目支出部门评价评分表");
    desk.types("城区道路照明");
    desk.chord(CTRL, Key::T);
    let before = desk.document().template.indicators().count();
    desk.pastes(
        "一级指标\t二级指标\t三级指标\t分值\n产出\t产出数量\t路灯更换数量\t6\n产出\t产出质量\t亮灯率\t5\n",
    );
    desk.click("增加 2 项");
    assert_eq!(desk.document().template.indicators().count(), before + 2);
    desk.chord(CTRL, Key::Num2);
    desk.chord(CTRL, Key::F);
    desk.types("ldl");
    desk.press(Key::Enter);
    assert_eq!(desk.selected_name(), "亮灯率");
    desk.press(Key::F5);
    assert_eq!(desk.row("亮灯率"), "亮灯率 资料不足 / 5");
    let file = desk.save_as("照明.jiping");

    // Half a reason, and the machine is gone.
    desk.walk_to("路灯更换数量");
    desk.press(Key::F4);
    desk.types("少换 12 盏");
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    let reasons = desk.document().evaluation().items.values().map(|entry| entry.reason.clone());
    assert!(reasons.into_iter().any(|reason| reason == "少换 12 盏"));
    assert_eq!(desk.document().path(), Some(&*file));
}
