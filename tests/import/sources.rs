//! One table in every form that it comes in reads as the same: .xlsx, .docx, .ods, .tsv, .csv; UTF-8, UTF-16, GB18030.

use crate::help::{workbook, zipped};
use jiping::import::{Imported, Mapping, Vocabulary, Workbook, import, open};

const ROWS: &[&[&str]] = &[
    &["考核评分表", "", "", ""],
    &["考核项目", "考核内容", "基准分", "考核标准"],
    &["管理", "制度,健全", "20", "每缺一项扣2分，扣完为止"],
    &["", "台账“规范”", "30", "每发现一处扣1分，\n扣完为止"],
    &["产出", "完成率 & 质量", "50", "按完成率计算得分"],
    &["合计", "", "100", ""],
];

fn made(bytes: &[u8]) -> Imported {
    let grid = open(bytes, None).unwrap();
    import(&grid, &Mapping::propose(&grid, Vocabulary::shipped()).unwrap()).unwrap()
}

fn text(delimiter: &str) -> String {
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &&[&str]| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter);
    ROWS.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// As Word writes it: the group's name over two rows, lines of a cell as paragraphs.
fn docx() -> Vec<u8> {
    let cell = |text: &str, merge: &str| {
        let paragraphs: String = text
            .split('\n')
            .map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(line)))
            .collect();
        format!("<w:tc><w:tcPr>{merge}</w:tcPr>{paragraphs}</w:tc>")
    };
    let row = |(at, row): (usize, &&[&str])| {
        let merge = |column: usize| match (at, column) {
            (2, 0) => "<w:vMerge w:val=\"restart\"/>",
            (3, 0) => "<w:vMerge/>",
            _ => "",
        };
        let cells: String = row.iter().enumerate().map(|(column, text)| cell(text, merge(column))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let rows: String = ROWS.iter().enumerate().skip(1).map(row).collect();
    let other = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>填表说明</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let title = "<w:p><w:r><w:t>考核</w:t></w:r><w:r><w:t>评分表</w:t></w:r></w:p>";
    zipped(
        "word/document.xml",
        &format!("<w:document><w:body>{other}{title}<w:tbl>{rows}</w:tbl></w:body></w:document>"),
    )
}

fn ods() -> Vec<u8> {
    let cell = |text: &str| {
        let lines: String =
            text.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
        format!("<table:table-cell>{lines}</table:table-cell>")
    };
    let row = |row: &&[&str]| {
        let cells: String = row.iter().map(|text| cell(text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = ROWS.iter().map(row).collect();
    zipped(
        "content.xml",
        &format!(
            "<office:spreadsheet><table:table table:name=\"评分\">{rows}</table:table></office:spreadsheet>"
        ),
    )
}

#[test]
fn one_table_in_every_form() {
    let expected = made(&workbook(ROWS, &[]));
    assert_eq!(expected.template.indicators().count(), 3);
    assert_eq!(expected.by_hand(), 0);
    let utf16: Vec<u8> =
        format!("\u{feff}{}", text("\t")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb18030 = encoding_rs::GB18030.encode(&text(",")).0.into_owned();
    for (form, bytes) in [
        (".tsv", text("\t").into_bytes()),
        (".csv", text(",").into_bytes()),
        (".csv with semicolons", text(";").into_bytes()),
        (".csv with a mark", format!("\u{feff}{}", text(",")).into_bytes()),
        ("UTF-16", utf16),
        ("GB18030", gb18030),
        (".docx", docx()),
        (".ods", ods()),
    ] {
        let made = made(&bytes);
        assert_eq!(made.template, expected.template, "{form}");
        assert_eq!(made.findings, expected.findings, "{form}");
    }
}

#[test]
fn tables_of_a_document_are_numbered() {
    let mut document = Workbook::read(&docx()).unwrap();
    assert_eq!(document.sheets(), ["表格 1", "表格 2"]);
    assert_eq!(
        document.score_table(Vocabulary::shipped()).unwrap().0,
        "表格 2",
        "the first is no score table"
    );
    assert_eq!(document.grid(Some("表格 1"), Vocabulary::shipped()).unwrap().rows[0].text(0), "填表说明");
}
