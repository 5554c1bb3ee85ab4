//! Tables in other shapes: levels, headings, points, and tables that are wrong.

use crate::help::{errors, fate_of, fates, grid, imported, pasted, workbook, write};
use jiping::import::{Grid, ImportError, Mapping, Role, Vocabulary, Workbook, import, open, paste};
use jiping::template::{Award, Node, Template};
use rust_decimal::dec;
use rust_xlsxwriter::Workbook as Writer;

fn paths(template: &Template) -> Vec<String> {
    template
        .indicators()
        .map(|item| format!("{} {}", template.path_of(&item.id), item.points.normalize()))
        .collect()
}

#[test]
fn two_three_and_four_levels() {
    let two = pasted(
        "考核项目\t考核内容\t标准分\t扣分标准\n立项\t规范\t60\t每发现一处扣1分\n\t\t\t\n资金\t合规\t40\t每发现一处扣2分",
    );
    assert_eq!(paths(&two.template), ["立项 60", "资金 40"]);
    let four = pasted(
        "一级指标\t二级指标\t三级指标\t四级指标\t分值\t评分标准\n\
         决策\t立项\t依据\t充分\t10\t按完成率计算得分\n\t\t\t合规\t15\t\n\t\t程序\t规范\t25\t\n产出\t数量\t数量\t完成\t50\t",
    );
    assert_eq!(
        paths(&four.template),
        [
            "决策 › 立项 › 依据 › 充分 10",
            "决策 › 立项 › 依据 › 合规 15",
            "决策 › 立项 › 程序 › 规范 25",
            "产出 › 数量 › 数量 › 完成 50"
        ]
    );
    assert_eq!(errors(&four), [""; 0]);
    assert_eq!(four.template.sheet.levels.len(), 4);
}

#[test]
fn groups_on_rows_of_their_own() {
    let table = pasted(
        "一级指标\t二级指标\t分值\t评分标准\n一、决策（20分）\n\t（一）立项\t12\t\n\t（二）目标\t8\t\n二、产出（80分）\n\t（一）数量\t80\t\n合计\t\t100",
    );
    assert_eq!(paths(&table.template), ["决策 › 立项 12", "决策 › 目标 8", "产出 › 数量 80"]);
    assert_eq!(errors(&table), [""; 0]);
    assert_eq!(fate_of(&table, 2), ("changed", vec!["import-row-unnumbered"]));
}

#[test]
fn indicators_may_stand_at_different_depths() {
    let table = pasted(
        "一级指标\t二级指标\t三级指标\t分值\t评分标准\n产出\t数量\t完成\t40\t\n\t质量\t\t30\t\n满意度\t\t\t30\t",
    );
    assert_eq!(paths(&table.template), ["产出 › 数量 › 完成 40", "产出 › 质量 30", "满意度 30"]);
    assert!(matches!(table.template.nodes.last(), Some(Node::Indicator(_))));
}

#[test]
fn points_beside_each_level_and_headings_over_two_rows() {
    let rows: &[&[&str]] = &[
        &["2024年度绩效评价评分表"],
        &["序号", "评价指标", "", "", "", "评分标准", "得分"],
        &["", "一级指标", "分值", "二级指标", "分值"],
        &["1", "决策", "20.5", "立项", "12.5", "规范12.5分"],
        &["2", "", "", "目标", "8", "明确8分"],
        &["3", "产出", "79.5", "数量", "79.5", "按完成率计算得分"],
    ];
    let merged = [(0, 0, 0, 6, rows[0][0]), (1, 1, 1, 4, "评价指标"), (3, 1, 4, 1, "决策")];
    let table = imported(&grid(&workbook(rows, &merged)));
    assert_eq!(paths(&table.template), ["决策 › 立项 12.5", "决策 › 目标 8", "产出 › 数量 79.5"]);
    assert_eq!(&*table.template.title, "2024年度绩效评价评分表");
    assert_eq!(errors(&table), [""; 0]);
}

#[test]
fn numbers_of_a_workbook_are_exact() {
    // 0.1 + 0.2 as a formula stores it; 7.605; a weight of 30 % shown as such.
    let rows: &[&[&str]] = &[
        &["指标名称", "分值", "评分标准"],
        &["甲", "0.30000000000000004"],
        &["乙", "7.605"],
        &["丙", "92.095"],
    ];
    let table = imported(&grid(&workbook(rows, &[])));
    assert_eq!(paths(&table.template), ["甲 0.3", "乙 7.605", "丙 92.095"]);
    assert_eq!(table.template.points, dec!(100));
    assert_eq!(table.template.rounding.item_decimals, 3);
    let shares: &[&[&str]] = &[&["指标名称", "权重", "评分标准"], &["甲", "0.3"], &["乙", "0.7"]];
    assert_eq!(paths(&imported(&grid(&workbook(shares, &[]))).template), ["甲 30", "乙 70"]);
}

#[test]
fn sums_that_do_not_add_up_are_told_and_left_alone() {
    let table =
        pasted("一级指标\t二级指标\t分值\t评分标准\n决策（20分）\t立项\t12\t\n\t目标\t9\t\n合计\t\t100\t");
    assert_eq!(table.template.points, dec!(100));
    assert_eq!(paths(&table.template), ["决策 › 立项 12", "决策 › 目标 9"]);
    let errors = errors(&table);
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].contains("20") && errors[0].contains("100"), "{errors:?}");
    assert!(errors[1].contains("21") && errors[1].contains("12+9"), "{errors:?}");
}

#[test]
fn a_group_of_the_same_name_further_down_is_another_group() {
    let table =
        pasted("一级指标\t二级指标\t分值\t评分标准\n管理\t制度\t30\t\n产出\t数量\t40\t\n管理\t资金\t30\t");
    assert_eq!(paths(&table.template), ["管理 › 制度 30", "产出 › 数量 40", "管理 › 资金 30"]);
    assert_eq!(table.template.nodes.len(), 3);
    assert_eq!(fate_of(&table, 4), ("changed", vec!["import-row-group-twice"]));
}

#[test]
fn names_repeated_on_each_row_are_one_group() {
    let table =
        pasted("一级指标\t二级指标\t分值\t评分标准\n管理\t制度\t30\t\n管理\t资金\t30\t\n产出\t数量\t40\t");
    assert_eq!(table.template.nodes.len(), 2);
    assert_eq!(table.rows.counts().changed, 0);
}

#[test]
fn rows_that_cannot_be_used_say_why() {
    let rows: &[&[&str]] = &[
        &["附件1"],
        &["评分表"],
        &["一级指标", "二级指标", "分值", "评分标准"],
        &["管理", "制度", "30", "每发现一处扣1分"],
        &["", "", "", "扣完为止"],
        &["", "资金", "待定", ""],
        &["", "", "5", ""],
        &["", "绩效", "", ""],
        &["小计", "", "31", ""],
        &["产出", "数量", "70", ""],
        &["合计", "", "100", ""],
        &["注：本表一式两份"],
    ];
    let table = imported(&grid(&workbook(rows, &[])));
    let told = fates(&table);
    assert_eq!(told.len(), rows.len());
    let refused: Vec<_> =
        told.iter().filter(|(_, fate, _)| *fate == "refused").map(|(row, _, keys)| (*row, keys[0])).collect();
    assert_eq!(
        refused,
        [
            (1, "import-row-outside"),
            (6, "import-row-points-unread"),
            (7, "import-row-no-name"),
            (8, "import-row-no-points"),
            (9, "import-row-subtotal-differs"),
            (12, "import-row-outside"),
        ]
    );
    assert_eq!(fate_of(&table, 5), ("changed", vec!["import-row-joined"]));
    let rule = &table.template.indicator("n1-1").unwrap().rule;
    assert!(matches!(rule.award, Award::Full), "the joined words are one rule");
}

#[test]
fn points_merged_over_two_indicators_are_not_guessed() {
    let rows: &[&[&str]] = &[&["指标名称", "分值", "评分标准"], &["甲", "10"], &["乙", ""], &["丙", "90"]];
    let table = imported(&grid(&workbook(rows, &[(1, 1, 2, 1, "10")])));
    assert_eq!(fate_of(&table, 3), ("refused", vec!["import-row-points-merged"]));
    assert_eq!(paths(&table.template), ["甲 10", "丙 90"]);
}

#[test]
fn the_user_can_say_what_the_columns_are() {
    let table = paste("内容甲\t数目\t怎么评\n立项\t60\t每发现一处扣1分\n资金\t40\t").unwrap();
    assert_eq!(Mapping::propose(&table, Vocabulary::shipped()), Err(ImportError::NoHeading));
    let mut mapping = Mapping::blank(&table);
    assert_eq!(import(&table, &mapping).unwrap_err(), ImportError::NoIndicator);
    mapping.columns = vec![Role::Level(0), Role::Points, Role::Standard];
    assert_eq!(paths(&import(&table, &mapping).unwrap().template), ["立项 60", "资金 40"]);
}

#[test]
fn a_table_that_only_compares_has_no_points() {
    let table = pasted(
        "一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n项目完成指标\t数量指标\t点位\t400个\t400个\n满意度指标\t服务对象满意度指标\t满意度\t≥80%\t≥80%",
    );
    assert_eq!(errors(&table), [""; 0]);
    let targets: Vec<_> = table.template.indicators().map(|item| item.rule.award.clone()).collect();
    let target = |text: &str| Award::Target { target: Some(text.into()) };
    assert_eq!(targets, [target("400个"), target("≥80%")]);
}

#[test]
fn the_sheet_with_a_score_table_is_found_among_others() {
    let mut writer = Writer::new();
    write(writer.add_worksheet().set_name("说明").unwrap(), &[&["填表说明"], &["请如实填写"]]);
    write(
        writer.add_worksheet().set_name("评分表").unwrap(),
        &[&["指标名称", "分值", "评分标准"], &["甲", "100"]],
    );
    let bytes = writer.save_to_buffer().unwrap();
    let mut book = Workbook::read(&bytes).unwrap();
    assert_eq!(book.sheets(), ["说明", "评分表"]);
    assert_eq!(imported(&book.grid(None, Vocabulary::shipped()).unwrap()).readings.len(), 1);
    assert_eq!(
        Mapping::propose(&book.grid(Some("说明"), Vocabulary::shipped()).unwrap(), Vocabulary::shipped()),
        Err(ImportError::NoHeading)
    );
    let known = vec!["说明".to_owned(), "评分表".to_owned()];
    assert_eq!(
        book.grid(Some("表3"), Vocabulary::shipped()),
        Err(ImportError::NoSheet { name: "表3".to_owned(), known })
    );
}

#[test]
fn files_that_are_no_table_are_refused() {
    assert!(matches!(open(b"PK\x03\x04 broken", None), Err(ImportError::NotAWorkbook { .. })));
    assert!(matches!(open(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], None), Err(ImportError::NotAWorkbook { .. })));
    assert!(matches!(
        open(&[0x89, b'P', b'N', b'G', 0xFF, 0xFF], None),
        Err(ImportError::NotAWorkbook { .. })
    ));
    assert_eq!(open(b"", None), Err(ImportError::Empty));
    let unicode: Vec<u8> = "\u{feff}甲\t1".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(open(&unicode, None).unwrap().rows[0].text(0), "甲");
}

#[test]
fn a_cell_at_the_end_of_the_world_does_not_fill_memory() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    sheet.write_string(0, 0, "甲").unwrap().write_string(1_048_575, 16_383, "乙").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    assert!(matches!(open(&bytes, None), Err(ImportError::TooLarge { .. })));
}

#[test]
fn merged_cells_reach_all_their_rows() {
    let bytes = workbook(&[&["甲", "乙"], &["", "丙"], &["", "丁"]], &[(0, 0, 2, 0, "甲")]);
    let grid: Grid = grid(&bytes);
    assert_eq!((grid.rows[2].text(0), grid.rows[2].own_text(0)), ("甲", ""));
}

#[test]
fn grades_in_the_notes_are_taken() {
    let table = "一级指标\t分值\t评分标准\n台账\t60\t酌情评分\n巡检\t40\t酌情评分\n合计\t100\n注：90分（含）以上为优秀，75（含）-90分为合格，75分以下为不合格";
    let made = crate::help::pasted(table);
    let grades: Vec<String> =
        made.template.grades.iter().map(|grade| format!("{} {}", grade.name, grade.from)).collect();
    assert_eq!(grades, ["优秀 90", "合格 75", "不合格 0"]);
    assert_eq!(made.findings, []);
    let unread =
        crate::help::pasted(&table.replace("75（含）-90分为合格，75分以下为不合格", "其余由领导小组定"));
    assert_eq!(unread.findings[0].key(), "import-note-grades-unread");
    assert_eq!(&*unread.template.grades[1].name, "良", "the usual ones until somebody looks");
}
