//! Any grid of strings: nothing panics, every row is accounted for, what comes out is a template.

use super::structural::STRUCTURAL;
use jiping::import::{ImportError, Mapping, Role, Source, Vocabulary, import, paste, recognise};
use jiping::template::{self, Severity};
use proptest::prelude::*;

/// Cells as tables have them, and others.
fn cell() -> impl Strategy<Value = String> {
    let words = [
        "",
        "",
        "",
        "项目决策（20分）",
        "决策 20",
        "一级指标",
        "二级指标",
        "分值",
        "评价标准",
        "合计",
        "小计",
        "注：",
        "20",
        "4.5",
        "100",
        "每发现一处扣0.5分，扣完为止",
        "≥95%得5分，90%-95%得3分，90%以下不得分",
        "每项1分",
        "设有目标（1分）；明确（3分）",
        "按完成率计算得分",
        "得分=完成率×分值",
        "优得5分，良得3分",
        "每降低1%扣0.5分",
        "①甲②乙，全部符合得满分，否则不得分",
        "-",
        "0",
        "99999999999999999999999999999999",
    ];
    prop_oneof![8 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn piece() -> impl Strategy<Value = String> {
    let words = [
        "每",
        "发现",
        "一处",
        "扣",
        "得",
        "满分",
        "不得分",
        "否则",
        "（",
        "）",
        "分",
        "1",
        "0.5",
        "95%",
        "100%",
        "≥",
        "＜",
        "-",
        "以上",
        "以下",
        "，",
        "；",
        "。",
        "率",
        "×",
        "分值",
        "按",
        "计算得分",
        "全部符合",
        "①",
        "②",
        "含",
        "个百分点",
        "每项",
        "最多",
        "为止",
        "酌情",
        "低于",
        "\n",
        "=",
    ];
    proptest::sample::select(words.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn every_row_of_any_table_is_accounted_for(rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..14), roles in prop::collection::vec(0..12_usize, 7)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
        let Ok(grid) = paste(&rows.iter().map(line).collect::<Vec<_>>().join("\n")) else { return Ok(()) };
        let chosen = Mapping {
            columns: (0..grid.width).map(|column| Role::all().nth(roles[column]).unwrap_or(Role::Ignored)).collect(),
            ..Mapping::blank(&grid)
        };
        for mapping in Mapping::propose(&grid, Vocabulary::shipped()).into_iter().chain([chosen]) {
            match import(&grid, &mapping) {
                Err(error) => prop_assert_eq!(error, ImportError::NoIndicator),
                Ok(imported) => {
                    let counts = imported.rows.counts();
                    prop_assert_eq!(counts.taken + counts.changed + counts.refused, grid.rows.len());
                    let told: Vec<usize> = imported.rows.rows.iter().map(|row| row.number).collect();
                    prop_assert_eq!(told, grid.rows.iter().map(|row| row.number).collect::<Vec<_>>());
                    prop_assert_eq!(imported.readings.len(), imported.template.outline().len());
                    // What is wrong with it is what the table says; no rule that was read is.
                    let by_rule = |problem: &&template::Problem| problem.severity == Severity::Error && !STRUCTURAL.contains(&problem.message.key());
                    let problems = imported.problems();
                    prop_assert_eq!(problems.iter().find(by_rule), None);
                    let text = template::write(&imported.template).unwrap();
                    prop_assert!(!text.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_words_yield_a_sound_rule_or_a_reason(pieces in prop::collection::vec(piece(), 0..14), points in 0..12_i64) {
        let table = format!("指标名称\t分值\t评分标准\n甲\t{points}\t\"{}\"", pieces.concat());
        let grid = paste(&table).unwrap();
        let imported = import(&grid, &Mapping::propose(&grid, Vocabulary::shipped()).unwrap()).unwrap();
        let reading = &imported.readings[0];
        prop_assert_eq!(reading.proposals.is_empty(), reading.why_not.is_some());
        let indicator = imported.template.indicator(&reading.item).unwrap();
        if let Ok(proposals) = recognise(&Source::of(indicator, "")) {
            prop_assert!(!proposals.is_empty());
        }
    }
}
