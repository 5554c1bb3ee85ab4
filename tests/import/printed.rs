//! The printed table of 决策 20 / 管理 25 / 绩效 55, as its pages break: the heading row again, 项目管理（25分） again,
//! 组织实施(10分) again. What is made of it scores as the shipped template does.

use crate::help::{errors, fate_of, fates, grid, imported};
use crate::printed_table::{ROWS, answers, bytes};
use jiping::evaluation::Evaluation;
use jiping::import::{Form, Imported};
use jiping::scoring::{Scorecard, score};
use jiping::template::{Template, shipped_by_id};
use rust_decimal::Decimal;

fn printed() -> Imported {
    imported(&grid(&bytes()))
}

fn shipped() -> Template {
    shipped_by_id("decision-management-performance").unwrap()
}

#[test]
fn the_tree_is_the_shipped_one_and_adds_up_to_100() {
    let imported = printed();
    assert_eq!(errors(&imported), [""; 0]);
    assert_eq!(imported.template.points, Decimal::ONE_HUNDRED);
    assert_eq!(&*imported.template.title, "项目支出绩效自评指标评分表");
    let outline = |template: &Template| {
        let groups = template.outline().groups().iter();
        let groups = groups.map(|group| (group.name.clone(), group.points, group.depth)).collect::<Vec<_>>();
        let items =
            template.indicators().map(|item| (template.path_of(&item.id), item.points)).collect::<Vec<_>>();
        (groups, items)
    };
    assert_eq!(outline(&imported.template), outline(&shipped()));
}

#[test]
fn the_repeated_headings_are_told_and_every_row_is_accounted_for() {
    let imported = printed();
    let counts = imported.rows.counts();
    assert_eq!((counts.taken, counts.changed, counts.refused), (23, 2, 0));
    assert_eq!(imported.rows.rows.len(), ROWS.len());
    assert_eq!(fate_of(&imported, 13), ("changed", vec!["import-row-heading-again"]));
    let again = vec!["import-row-group-again", "import-row-group-again"];
    assert_eq!(fate_of(&imported, 14), ("changed", again), "{:?}", fates(&imported));
    assert_eq!(fate_of(&imported, 25), ("taken", vec!["import-row-total"]));
}

#[test]
fn pasted_without_merged_cells_it_is_the_same() {
    let quoted = |cell: &&str| if cell.contains('\n') { format!("\"{cell}\"") } else { (*cell).to_owned() };
    let line = |row: &&[&str]| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
    let table = ROWS.iter().map(line).collect::<Vec<_>>().join("\r\n");
    let pasted = crate::help::pasted(&table);
    assert_eq!(pasted.template, printed().template);
    assert_eq!(pasted.readings, printed().readings);
}

#[test]
fn each_rule_is_recognised_with_its_form() {
    use Form::{Deductions, Parts, Qualitative, Rate, Tiers};
    let imported = printed();
    assert_eq!(imported.by_hand(), 0);
    let forms: Vec<Form> = imported.readings.iter().map(|reading| reading.proposal().unwrap().form).collect();
    let expected = [
        Parts,
        Parts,
        Parts,
        Parts,
        Parts,
        Rate,
        Tiers,
        Deductions,
        Parts,
        Parts,
        Parts,
        Parts,
        Rate,
        Rate,
        Rate,
        Rate,
        Rate,
        Qualitative,
        Qualitative,
        Parts,
        Rate,
    ];
    assert_eq!(forms, expected);
    // What the table leaves open is said: the formula of cost, what 程度 means, where deducting ends.
    let assumes: Vec<&str> = imported
        .readings
        .iter()
        .filter(|reading| !reading.proposal().unwrap().assumed.is_empty())
        .map(|reading| &*reading.name)
        .collect();
    assert_eq!(assumes, ["到位率", "资金使用", "产出成本", "经济效益", "社会效益", "环境效益"]);
}

fn answered(template: &Template, seed: usize) -> Evaluation {
    let edits = answers(template, seed);
    edits.iter().fold(Evaluation::new(template), |evaluation, edit| evaluation.apply(template, edit).unwrap())
}

fn scores(card: &Scorecard) -> Vec<(String, Option<Decimal>)> {
    card.items.iter().map(|item| (item.name.to_string(), item.score)).collect()
}

#[test]
fn it_scores_as_the_shipped_template_does() {
    let imported = printed().template;
    for seed in 0..12 {
        let (one, other) = (shipped(), imported.clone());
        let (one, other) = (score(&one, &answered(&one, seed)), score(&other, &answered(&other, seed)));
        assert_eq!(scores(&one), scores(&other), "answers {seed}");
        assert_eq!((one.total, one.grade), (other.total, other.grade));
    }
}

#[test]
fn the_other_formula_of_cost_can_be_chosen() {
    let mut imported = printed();
    let place = imported.readings.iter().position(|reading| &*reading.name == "产出成本").unwrap();
    assert_eq!(imported.readings[place].proposals.len(), 3);
    let before = imported.template.clone();
    imported.choose(place, Some(1));
    assert_ne!(imported.template, before);
    imported.choose(place, None);
    assert_eq!(imported.by_hand(), 1);
    imported.choose(place, Some(0));
    assert_eq!(imported.template, before);
}
