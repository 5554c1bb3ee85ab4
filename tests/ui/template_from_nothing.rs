//! Templates made from nothing with the editor's own controls, as somebody does who is no programmer.

use crate::desk::{Desk, WIDE};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiping::app::{Settings, TemplateDraft, Workspace};
use jiping::evaluation::{Edit, Evaluation, InputKind, ItemEntry, Value, expected};
use jiping::file::{self, Places, Progress};
use jiping::samples::SAMPLES;
use jiping::scoring::score;
use jiping::template::{
    self, Award, Effect, HeadField, Id, Indicator, Measure, Node, NodeField, Rate, Rule, Slot, Template,
    TemplateEdit, Veto,
};
use std::collections::BTreeMap;
use std::sync::Arc;

const SHIPPED: &str = "decision-management-performance";

fn drafting(desk: &Desk) -> &TemplateDraft {
    &desk.app().workspace.template().expect("the editor is not open").draft
}

/// An edit as the controls send it, for what repeats.
fn edit(desk: &mut Desk, edit: &TemplateEdit) {
    let Workspace::Template(open) = &mut desk.window.state_mut().workspace else { panic!() };
    open.draft.apply(edit, None).unwrap();
    desk.window.run();
}

fn blank() -> Desk {
    let mut desk = Desk::with(WIDE, Settings::default());
    desk.settle();
    desk.click("新建模板");
    desk
}

/// Takes a choice out of a list that folds out.
fn choose(desk: &mut Desk, list: &str, choice: &str) {
    let start = format!("{list}：");
    let labelled = |desk: &Desk| {
        let mut buttons = desk.window.query_all_by_role(Role::Button);
        buttons.find_map(|node| node.accesskit_node().label().filter(|label| label.starts_with(&start)))
    };
    let found = labelled(desk);
    desk.click(&found.unwrap_or_else(|| panic!("no list {list:?} among {}", desk.everything())));
    desk.click(choice);
}

fn award_form(desk: &mut Desk, form: &str) {
    choose(desk, "评分方式", form);
}

/// Groups and indicators below `parent` that the shipped template has and this one not yet, by name.
fn complete(desk: &mut Desk, shipped: &[Node], parent: Option<&Id>, by_hand: &[&str]) {
    for (at, node) in shipped.iter().enumerate() {
        let template = drafting(desk).template().clone();
        let siblings = template.children(parent.map(|id| &**id)).unwrap();
        let id = match siblings.iter().find(|sibling| sibling.name() == node.name()) {
            Some(there) => there.id().clone(),
            None => add(desk, node, Slot { parent: parent.cloned(), at }, by_hand),
        };
        if let Node::Group(group) = node {
            complete(desk, &group.children, Some(&id), by_hand);
        }
    }
}

/// Adds a node; the rule of one that is made by hand is left to the hand.
fn add(desk: &mut Desk, node: &Node, to: Slot, by_hand: &[&str]) -> Id {
    let template = drafting(desk).template().clone();
    let adding = match node {
        Node::Group(_) => TemplateEdit::add_group(&template, node.name(), to),
        Node::Indicator(_) => TemplateEdit::add_indicator(&template, node.name(), to),
    };
    let id = adding.node().unwrap().clone();
    edit(desk, &adding);
    let mut set = |field| edit(desk, &TemplateEdit::Node { node: id.clone(), field });
    set(NodeField::Points(node.points()));
    if let Node::Indicator(Indicator { name, criterion, standard, rule, .. }) = node {
        set(NodeField::Criterion(criterion.clone()));
        set(NodeField::Standard(standard.clone()));
        if !by_hand.contains(&&**name) {
            set(NodeField::Rule(Box::new(rule.clone())));
        }
    }
    id
}

fn row(desk: &mut Desk, name: &str, points: &str) {
    desk.click(&format!("{name} {points}"));
    assert_eq!(drafting(desk).selected_node().map(|node| node.name().to_string()).as_deref(), Some(name));
}

fn by_hand(desk: &mut Desk) {
    row(desk, "到位率", "3");
    award_form(desk, "按率计算");
    choose(desk, "数据来源", "取自资金表");

    row(desk, "到位时效", "2");
    award_form(desk, "单选档");
    desk.click("＋ 档");
    let tiers = [("到位及时", "2"), ("不及时但未影响项目进度", "1"), ("不及时并影响项目进度", "0.5")];
    for (number, (label, points)) in tiers.into_iter().enumerate() {
        desk.fill(&format!("档 {} 内容", number + 1), label);
        desk.fill(&format!("档 {} 分值", number + 1), points);
    }

    row(desk, "资金使用", "7");
    award_form(desk, "满分起扣");
    let cases = [("虚列套取", "4", "7"), ("支出依据不合规", "2", "2"), ("截留、挤占、挪用", "3", "6")];
    let cases = cases.into_iter().chain([("超标准开支", "2", "5"), ("超预算", "2", "5")]);
    for (number, (label, from, to)) in cases.enumerate() {
        if number > 0 {
            desk.click("＋ 扣分情形");
        }
        desk.fill(&format!("扣分 {} 内容", number + 1), label);
        desk.fill(&format!("扣分 {} 从", number + 1), from);
        desk.fill(&format!("扣分 {} 到", number + 1), to);
    }
    assert_eq!(desk.text_in("最低得分（扣完为止填 0）"), "0");

    row(desk, "产出数量", "5");
    award_form(desk, "按率计算");
    for (field, words) in [("目标值", "目标产出数量"), ("实际值", "实际产出数量"), ("率", "产出数量率")]
    {
        desk.fill(field, words);
    }

    row(desk, "产出成本", "3");
    award_form(desk, "按率计算");
    for (field, words) in [("目标值", "计划成本"), ("实际值", "实际成本"), ("率", "产出成本率")]
    {
        desk.fill(field, words);
    }
    choose(desk, "方向", "反向：目标 ÷ 实际");

    row(desk, "社会效益", "8");
    award_form(desk, "定性分档");
    for (number, (from, to)) in [("80", "100"), ("60", "80"), ("0", "60")].into_iter().enumerate() {
        desk.fill(&format!("档 {} 从", number + 1), from);
        desk.fill(&format!("档 {} 到", number + 1), to);
    }
}

/// What an evaluation by `from` holds, by the ids of `to`: both have the same rules in the same order.
fn carried(from: &Template, to: &Template, evaluation: &Evaluation) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (old, new) in from.indicators().zip(to.indicators()) {
        let Some(entry) = evaluation.item(&old.id) else { continue };
        let (before, after) = (expected(old, from.rounding.step), expected(new, to.rounding.step));
        assert_eq!(before.len(), after.len(), "{}", old.name);
        let mut inputs = Vec::new();
        for (before, after) in before.iter().zip(&after) {
            let Some(value) = entry.inputs.get(&before.key) else { continue };
            let value = match (value, &before.kind, &after.kind) {
                (Value::Choice(id), InputKind::Choice(ids), InputKind::Choice(new)) => {
                    let at = ids.iter().position(|(other, _)| other == id).unwrap();
                    Value::Choice(new[at].0.clone())
                }
                (value, ..) => value.clone(),
            };
            inputs.push((after.key.clone(), Some(value)));
        }
        edits.push(Edit::SetInputs { item: new.id.clone(), inputs });
    }
    for (line, funds) in evaluation.funds.lines.iter().enumerate() {
        for field in jiping::evaluation::FundField::ALL {
            edits.push(Edit::SetFundAmount { line, field, amount: funds.get(field) });
        }
    }
    edits
}

#[test]
fn the_shipped_table_is_made_from_nothing_and_scores_the_same() {
    let shipped = template::shipped_by_id(SHIPPED).unwrap();
    let mut desk = blank();
    desk.fill("标题", "项目支出绩效评价评分表");
    // The first branch by the buttons and the keyboard: a group, a group within it, an indicator within that.
    desk.click("＋ 指标组");
    desk.types("项目决策");
    desk.fill("分值", "20");
    desk.click("＋ 指标组");
    desk.types("项目目标");
    desk.chord(Modifiers::ALT, Key::ArrowRight);
    desk.fill("分值", "4");
    desk.click("＋ 指标");
    desk.types("目标内容");
    desk.fill("分值", "4");
    for (number, label) in ["设有目标", "目标明确", "目标细化", "目标量化"].into_iter().enumerate()
    {
        if number > 0 {
            desk.click("＋ 要点");
        }
        desk.fill(&format!("要点 {} 内容", number + 1), label);
        desk.fill(&format!("要点 {} 分值", number + 1), "1");
    }
    let hand = ["到位率", "到位时效", "资金使用", "产出数量", "产出成本", "社会效益"];
    complete(&mut desk, &shipped.nodes, None, &hand);
    edit(&mut desk, &TemplateEdit::Head(HeadField::Sheet(shipped.sheet.clone())));
    by_hand(&mut desk);

    let made = drafting(&desk).template().clone();
    assert_eq!(drafting(&desk).errors(), 0, "{:?}", drafting(&desk).problems());
    let names = |template: &Template| -> Vec<String> {
        template.indicators().map(|indicator| template.path_of(&indicator.id)).collect()
    };
    assert_eq!(names(&made), names(&shipped));
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    let path = drafting(&desk).path().unwrap().to_path_buf();
    let saved = template::read(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(saved, *made);

    for sample in SAMPLES {
        let places = Places::at(desk.path("samples"));
        let opened = file::open_bytes(sample.id, sample.bytes, &places, &Progress::new()).unwrap();
        if &*opened.template.id != SHIPPED {
            continue;
        }
        desk.click("用此模板新建评价");
        for edit in carried(&shipped, &made, &opened.evaluation) {
            desk.given(&edit);
        }
        let mut plain = opened.evaluation.clone();
        plain.items = plain
            .items
            .iter()
            .map(|(id, entry)| (id.clone(), Arc::new(ItemEntry { overriding: None, ..(**entry).clone() })))
            .collect();
        let (want, card) = (score(&shipped, &plain), desk.document().card().clone());
        for (want, item) in want.items.iter().zip(&card.items) {
            assert_eq!((&want.name, want.score), (&item.name, item.score));
        }
        assert_eq!((want.total, &want.grade), (card.total, &card.grade));
        assert!(!card.provisional);
        desk.chord_and_wait(Modifiers::COMMAND, Key::W);
        desk.click_and_wait("不保存");
        desk.click_and_wait("编辑 项目支出绩效评价评分表");
    }
}

/// An indicator of 10 points, whose rule is to be made.
fn indicator() -> Desk {
    let mut desk = blank();
    desk.click("＋ 指标");
    desk.types("甲");
    desk.fill("分值", "10");
    desk
}

fn rule(desk: &Desk) -> Rule {
    drafting(desk).template().indicators().next().unwrap().rule.clone()
}

/// The rule, as the file says it, without blanks.
fn written(desk: &Desk) -> String {
    let text = template::write(drafting(desk).template()).unwrap();
    let rule = text.split("rule: (").nth(1).unwrap().split("evidence_expected").next().unwrap().to_owned();
    let dense: String = rule.chars().filter(|c| !c.is_whitespace()).collect();
    dense.replace(",)", ")").replace(",]", "]")
}

#[track_caller]
fn says(desk: &Desk, parts: &[&str]) {
    let written = written(desk);
    for part in parts {
        assert!(written.contains(part), "{part} is not in {written}");
    }
}

#[test]
fn all_or_nothing_at_discretion_and_the_value_itself() {
    let mut desk = indicator();
    award_form(&mut desk, "全得或不得");
    desk.fill("要点 1 内容", "齐全");
    desk.click("要点可以部分符合（填百分比）");
    says(&desk, &["needed:All", "partial:true", "label:\"齐全\""]);
    award_form(&mut desk, "酌定");
    desk.fill("酌定步长", "0.25");
    says(&desk, &["award:Free(step:\"0.25\")"]);
    award_form(&mut desk, "直接取值");
    desk.fill("每人最多打（空为分值）", "100");
    choose(&mut desk, "怎样取平均", "中位数");
    says(&desk, &["Value(measure:Panel(", "mean:Median", "most:\"100\"", "decimals:2"]);
}

#[test]
fn ranges_steps_and_curves() {
    let mut desk = indicator();
    award_form(&mut desk, "区间档");
    desk.fill("区间 1 下限", "90");
    desk.click("区间 1 下限 ≥");
    desk.fill("区间 2 上限", "90");
    desk.click("＋ 区间");
    desk.click("删除 区间 3");
    desk.fill("区间 2 分值", "3");
    says(&desk, &["from:Excluding(\"0.9", "to:Excluding(\"0.9", "points:Fixed(\"3\")"]);
    award_form(&mut desk, "每相差扣分");
    choose(&mut desk, "规则 1 方向", "每高于");
    for (field, number) in [("界线", "100"), ("单位", "5"), ("分值", "0.5"), ("最多", "4")] {
        let field = if field == "单位" { "每" } else { field };
        desk.fill(&format!("规则 1 {field}"), number);
    }
    choose(&mut desk, "规则 1 计法", "不足一个按一个");
    says(
        &desk,
        &["side:Above", "at:\"1\"", "unit:\"0.05\"", "points:\"0.5\"", "counting:Begun", "most:\"4\""],
    );
    award_form(&mut desk, "分段线性");
    desk.click("＋ 节点");
    desk.fill("节点 3 达到", "120");
    desk.fill("节点 3 得", "100");
    says(&desk, &["at:\"1.2\"", "worth:\"1\""]);
}

#[test]
fn units_entries_targets_and_alternatives() {
    let mut desk = indicator();
    award_form(&mut desk, "每条得分");
    desk.fill("每个得分", "0.5");
    desk.fill("最多计几个", "6");
    desk.fill("数的名称", "采纳信息");
    says(&desk, &["PerUnit(", "label:\"采纳信息\"", "points:\"0.5\"", "most:\"6\""]);
    award_form(&mut desk, "目标达成");
    desk.fill("预期指标值", "≥80%");
    assert_eq!(rule(&desk).award, Award::Target { target: Some("≥80%".into()) });
    award_form(&mut desk, "多选一");
    desk.fill("选项 1 内容", "有报告");
    desk.fill("选项 2 内容", "无报告");
    desk.fill("酌定步长", "1");
    says(
        &desk,
        &["Alternatives(", "label:\"有报告\",award:Target(", "label:\"无报告\",award:Free(step:\"1\")"],
    );
    award_form(&mut desk, "加减分");
    desk.click("有台账（逐条登记）");
    desk.fill("类型 1 内容", "通报表扬");
    desk.fill("类型 1 分值", "2");
    desk.click("＋ 类型");
    desk.fill("类型 2 分值", "-1");
    desk.click("＋ 加倍情形");
    desk.fill("加倍情形 1 内容", "重复发生");
    desk.click("同一事项只计最高的一条");
    says(&desk, &["award:Entries", "Each(\"2\")", "Each(\"-1\")", "label:\"重复发生\"", "HighestOnly"]);
}

#[test]
fn gates_vetoes_and_further_deductions() {
    let mut desk = indicator();
    desk.click("＋ 关键要素");
    desk.fill("关键要素 1 内容", "验收合格");
    desk.click("＋ 影响");
    desk.fill("影响 1 内容", "弄虚作假");
    choose(&mut desk, "影响 1 影响范围", "整张表");
    choose(&mut desk, "影响 1 后果", "评为最低等级");
    desk.click("不可抗力可免");
    desk.click("＋ 影响");
    choose(&mut desk, "影响 2 种类", "追加扣除");
    choose(&mut desk, "影响 2 何时", "本指标扣完时");
    choose(&mut desk, "影响 2 扣多少", "超出的部分");
    let rule = rule(&desk);
    assert_eq!(&*rule.gates[0].label, "验收合格");
    assert!(matches!(&rule.effects[0], Effect::Veto(Veto { exemptable: true, .. })));
    says(&desk, &["consequence:Fail", "scope:Sheet", "when:Exhausted", "take:Excess"]);
}

/// Each source of numbers can be chosen, saved and chosen again.
#[test]
fn every_source_of_numbers() {
    let mut desk = indicator();
    award_form(&mut desk, "按率计算");
    let sources = [
        ("填一个数", "Number("),
        ("偏离度", "Deviation("),
        ("满意度问卷", "Survey("),
        ("评委打分", "Panel("),
        ("达标项比例", "Passes("),
        ("附表得分", "SubSheets("),
        ("与各单位比较", "Peers("),
        ("风险点", "Risks("),
        ("取自台账", "Ledger(Count)"),
        ("取自资金表", "Funds(Arrival)"),
        ("填目标值和实际值", "Entered("),
    ];
    let mut seen = BTreeMap::new();
    for (words, said) in sources {
        choose(&mut desk, "数据来源", words);
        says(&desk, &[&format!("measure:{said}")]);
        seen.insert(words, rule(&desk));
    }
    assert_eq!(seen.len(), 11);
    choose(&mut desk, "数据来源", "满意度问卷");
    desk.click("＋ 答案");
    desk.fill("答案 3 内容", "基本满意");
    desk.fill("答案 3 折算", "0.8");
    let Award::Rate(Rate { measure: Measure::Survey { options }, .. }) = rule(&desk).award else { panic!() };
    let ids: Vec<&str> = options.iter().map(|option| &*option.id).collect();
    assert_eq!(ids, ["answer-1", "answer-2", "answer-3"]);
    desk.click("上移 答案 3");
    says(&desk, &["label:\"满意\"", "label:\"基本满意\",weight:\"0.8\"),(id:\"answer-2\""]);
}
