//! Workbooks that would overwhelm a reader: each is refused with words, before it takes memory or time.

use crate::help::zipped;
use jiping::import::{ImportError, open};
use jiping::text::{Explain as _, Lang};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// A workbook of one sheet, which may stand anywhere in the archive.
fn workbook(place: &str, rows: &str, after: &str, strings: &str) -> Vec<u8> {
    let rels = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{place}"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
    );
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>"#
    );
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>"#
    );
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", &rels),
        (&format!("xl/{place}"), &sheet),
        ("xl/sharedStrings.xml", &strings),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn cell(reference: &str, text: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[track_caller]
fn refused(bytes: &[u8]) -> ImportError {
    let error = open(bytes, None).expect_err("it is refused");
    assert!(!error.message().full(Lang::Chinese).is_empty());
    error
}

#[test]
fn a_sound_workbook_of_this_make_is_read() {
    let rows =
        format!("<row r=\"1\">{}</row><row r=\"2\">{}</row>", cell("A1", "指标名称"), cell("A2", "台账"));
    let merge = r#"<mergeCells><mergeCell ref="A2:B2"/></mergeCells>"#;
    let grid = open(&workbook("worksheets/sheet1.xml", &rows, merge, ""), None).unwrap();
    assert_eq!((grid.rows[0].text(0), grid.rows[1].text(0)), ("指标名称", "台账"));
}

#[test]
fn references_that_no_sheet_has() {
    for reference in ["A99999999999", "ZZZZ1", "A0", "99999999999"] {
        for place in ["worksheets/sheet1.xml", "elsewhere/hidden.xml"] {
            let book = workbook(place, &format!("<row>{}</row>", cell(reference, "甲")), "", "");
            assert_eq!(refused(&book), ImportError::BadReference { reference: reference.into() }, "{place}");
        }
    }
    for merge in ["C5:A1", "A1:A99999999999", "A1:ZZZZ9"] {
        let after = format!(r#"<mergeCells><mergeCell ref="{merge}"/></mergeCells>"#);
        let book = workbook("worksheets/sheet1.xml", &format!("<row>{}</row>", cell("A1", "甲")), &after, "");
        assert_eq!(refused(&book), ImportError::BadReference { reference: merge.into() });
    }
}

/// Some kilobytes that want gigabytes: one long string, named by every cell.
#[test]
fn a_string_that_every_cell_names() {
    let strings = format!("<si><t>{}</t></si>", "甲".repeat(30_000));
    let row = |number: usize| format!(r#"<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>"#);
    let rows: String = (1..=20_000).map(row).collect();
    let book = workbook("worksheets/sheet1.xml", &rows, "", &strings);
    assert!(book.len() < 200_000);
    assert!(matches!(refused(&book), ImportError::TooMuchText { .. }));
}

#[test]
fn cells_of_megabytes() {
    let rows = format!("<row>{}</row>", cell("A1", &"甲".repeat(1_000_000)));
    let book = workbook("worksheets/sheet1.xml", &rows, "", "");
    assert!(matches!(refused(&book), ImportError::LongCell { row: 1, .. }));
    assert!(matches!(refused("甲".repeat(40_000).as_bytes()), ImportError::LongCell { row: 1, .. }));
}

#[test]
fn rows_without_end() {
    let row = |number: usize| format!(r#"<row r="{number}"><c r="A{number}"><v>1</v></c></row>"#);
    let rows: String = (1..=420_000).map(row).collect();
    let book = workbook("worksheets/sheet1.xml", &rows, "", "");
    assert!(matches!(refused(&book), ImportError::TooManyCells { .. }));
    let lines = "甲\t1\n".repeat(30_000);
    assert!(matches!(refused(lines.as_bytes()), ImportError::TooLarge { .. }));
}

#[test]
fn archives_that_unpack_without_end() {
    let strings = format!("<si><t>{}</t></si>", " ".repeat(70 << 20));
    let book = workbook("worksheets/sheet1.xml", "", "", &strings);
    assert!(book.len() < 200_000);
    assert!(matches!(refused(&book), ImportError::TooMuchUnpacked { .. }));
    for name in ["word/document.xml", "content.xml"] {
        let bomb = zipped(name, &" ".repeat(70 << 20));
        assert!(matches!(refused(&bomb), ImportError::TooMuchUnpacked { .. }), "{name}");
    }
}

#[test]
fn what_is_no_table_is_refused_with_words() {
    assert!(matches!(refused(b"PK\x03\x04 broken"), ImportError::NotAWorkbook { .. }));
    assert!(matches!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]), ImportError::NotAWorkbook { .. }));
    assert!(matches!(refused(&[0xFF, 0xD8, 0xFF, 0xE0]), ImportError::NotAWorkbook { .. }));
    assert_eq!(refused(b"\n\n"), ImportError::Empty);
    for (name, xml) in [
        (
            "content.xml",
            "<table:table></table:table-cell></table:table-row></table:table-cell></table:table>",
        ),
        ("word/document.xml", "<w:tbl></w:tc></w:tr></w:tc></w:tbl></w:tbl>"),
    ] {
        refused(&zipped(name, xml));
    }
    let nested = format!("<w:document>{}</w:document>", "<w:tbl><w:tr><w:tc>".repeat(1000));
    assert!(matches!(refused(&zipped("word/document.xml", &nested)), ImportError::NotAWorkbook { .. }));
}
