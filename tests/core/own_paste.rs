//! A block of a spreadsheet as indicators of one's own.

use crate::help::dec;
use jiping::evaluation::{Edit, Evaluation, OwnLine, PastedOwn, Value, new_own_ids, paste_own};
use jiping::template::{Id, Template, shipped_by_id};
use jiping::text::Lang;

fn department() -> Template {
    shipped_by_id("department-evaluation").unwrap()
}

fn refused(pasted: &PastedOwn) -> Vec<(usize, String)> {
    pasted.refused.iter().map(|line| (line.line, line.why.text(Lang::Chinese))).collect()
}

/// The evaluation with all lines, those that name no group in `group`.
fn taken(template: &Template, pasted: &PastedOwn, group: &str) -> Evaluation {
    let before = Evaluation::new(template);
    let ids = new_own_ids(template, &before);
    let edits = pasted.lines.iter().zip(ids).flat_map(|(line, id)| {
        let group = line.group.clone().unwrap_or_else(|| Id::from(group));
        line.edits(template, &group, id).unwrap()
    });
    before.apply(template, &Edit::Together(edits.collect())).unwrap()
}

#[test]
fn a_block_without_headings_is_name_target_points_unit() {
    let template = department();
    let pasted = paste_own(&template, "新增点位\t≥200\t3\t路\n完好率\t≥95%\t2.5分\n费用\t不超过30万元\t2\n");
    assert_eq!(refused(&pasted), []);
    let evaluation = taken(&template, &pasted, "quantity");
    let own: Vec<_> = evaluation
        .tailoring
        .own
        .iter()
        .map(|own| (&*own.id, &*own.name, own.points, &*own.pattern, &*own.unit))
        .collect();
    let expected = [
        ("own-1", "新增点位", dec("3"), "at-least", "路"),
        ("own-2", "完好率", dec("2.5"), "at-least", "%"),
        ("own-3", "费用", dec("2"), "at-most", "万元"),
    ];
    assert_eq!(own, expected);
    let target = |id: &str| evaluation.item(id).unwrap().number("target").unwrap();
    assert_eq!([target("own-1"), target("own-2"), target("own-3")], [dec("200"), dec("95"), dec("30")]);
}

#[test]
fn headings_say_which_column_is_which_and_groups_reach_down() {
    let template = department();
    let text = "部门评价\t\t\t\t\n二级指标\t三级指标\t计量单位\t指标值\t分值\n\
        产出数量\t新增点位\t路\t200\t3\n\t更换设备\t台\t50\t1\n产出质量\t验收\t\t一次通过\t2\n合计\t\t\t\t6\n";
    let pasted = paste_own(&template, text);
    let groups: Vec<_> = pasted.lines.iter().map(|line| line.group.as_deref()).collect();
    assert_eq!(groups, [Some("quantity"), Some("quantity"), Some("quality")]);
    let whys: Vec<_> = refused(&pasted);
    assert_eq!(whys, [(1, "在表头之上".to_owned()), (6, "合计行".to_owned())]);
    let evaluation = taken(&template, &pasted, "cost");
    let words = evaluation.item("own-3").unwrap();
    assert_eq!(&*evaluation.tailoring.own[2].pattern, "reached", "words are reached or not");
    assert_eq!(words.inputs["expected"], Value::Text("一次通过".to_owned()));
}

#[test]
fn each_line_that_cannot_be_one_says_why() {
    let template = department();
    let text = "分组\t名称\t目标值\t分值\n决策\t甲\t1\t1\n火星\t乙\t1\t1\n产出成本\t丙\t1\t很多\n\t\t5\t1\n";
    let pasted = paste_own(&template, text);
    assert_eq!(refused(&pasted), [(4, "“很多”不是数字。".to_owned()), (5, "没有指标名称".to_owned())]);
    let misplaced: Vec<_> = pasted.lines.iter().map(misplaced).collect();
    assert_eq!(
        misplaced,
        [("甲", Some("“决策”不能自设指标".to_owned())), ("乙", Some("没有叫“火星”的分组".to_owned())),],
        "where these go the user says"
    );
}

fn misplaced(line: &OwnLine) -> (&str, Option<String>) {
    (&line.name, line.misplaced.as_ref().map(|why| why.text(Lang::Chinese)))
}

#[test]
fn a_date_is_a_target_in_words() {
    let template = department();
    for date in ["12月底前", "2024年底", "30日前", "6月"] {
        let pasted = paste_own(&template, &format!("验收\t{date}\t2\n"));
        let evaluation = taken(&template, &pasted, "quantity");
        assert_eq!(&*evaluation.tailoring.own[0].pattern, "reached", "{date}");
        assert_eq!(evaluation.item("own-1").unwrap().inputs["expected"], Value::Text(date.to_owned()));
    }
    let pasted = paste_own(&template, "维护\t12个月\t2\n质保\t3年\t1\n响应\t30日内\t1\n");
    let units: Vec<&str> = pasted.lines.iter().map(|line| line.unit.as_str()).collect();
    assert_eq!(units, ["个月", "年", "日内"], "these are amounts of time");
}

#[test]
fn a_column_of_which_nothing_is_taken_is_named() {
    let template = department();
    let text = "序号\t三级指标\t责任部门\t目标值\t分值\t\n1\t甲\t科信科\t≥1个\t1\t备用\n";
    let left_out = paste_own(&template, text).left_out;
    assert_eq!(left_out, [(3, "责任部门".to_owned()), (6, String::new())]);
    let left_out = paste_own(&template, "甲\t≥1个\t1\t个\t科信科\n").left_out;
    assert_eq!(left_out, [(5, String::new())]);
    assert_eq!(paste_own(&template, "甲\t≥1个\t1\n").left_out, []);
}

#[test]
fn a_target_that_the_rule_does_not_take_stays_in_the_remark() {
    let mut template = department();
    template.nodes.iter_mut().for_each(only_qualitative);
    let template = template.outlined();
    let pasted = paste_own(&template, "影响\t显著提升\t5\n");
    let evaluation = taken(&template, &pasted, "benefit");
    assert_eq!(&*evaluation.tailoring.own[0].pattern, "qualitative");
    assert_eq!(evaluation.item("own-1").unwrap().remark, "显著提升");
}

fn only_qualitative(node: &mut jiping::template::Node) {
    if let jiping::template::Node::Group(group) = node {
        if let Some(open) = &mut group.open {
            open.patterns.retain(|pattern| &*pattern.id == "qualitative");
        }
        group.children.iter_mut().for_each(only_qualitative);
    }
}

/// A merged cell reaches down, also where its group takes none: nothing slips into the one above.
#[test]
fn lines_below_a_group_that_takes_none_are_misplaced_with_it() {
    let template = department();
    let pasted = paste_own(&template, "二级指标\t三级指标\t分值\n产出数量\t甲\t1\n决策\t乙\t1\n\t丙\t1");
    let whose: Vec<_> = pasted.lines.iter().map(|line| (&*line.name, line.group.as_deref())).collect();
    assert_eq!(whose, [("甲", Some("quantity")), ("乙", None), ("丙", None)]);
    assert!(pasted.lines.iter().skip(1).all(|line| line.misplaced.is_some()));
}

#[test]
fn a_column_of_its_own_says_which_side_is_the_better_one() {
    let template = department();
    let block = "三级指标\t方向\t目标值\t分值\n投诉\t≤\t3件\t1\n完成率\t正向\t95%\t1\n耗时\t≥\t≤5天\t1";
    let pasted = paste_own(&template, block);
    let targets: Vec<&str> = pasted.lines.iter().map(|line| line.target.as_str()).collect();
    assert_eq!(targets, ["≤3件", "≥95%", "≤5天"], "what is written with the number holds");
}
