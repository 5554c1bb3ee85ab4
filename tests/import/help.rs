//! Workbooks made here, and what was read from them.

pub(crate) use crate::printed_table::{workbook, write};
use jiping::import::{Fate, Grid, Imported, Mapping, Vocabulary, Workbook, import, paste};
use jiping::template::{Award, Indicator, Rule};
use jiping::text::Lang;
use rust_decimal::Decimal;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(crate) fn grid(bytes: &[u8]) -> Grid {
    Workbook::read(bytes).unwrap().grid(None, Vocabulary::shipped()).unwrap()
}

pub(crate) fn imported(grid: &Grid) -> Imported {
    import(grid, &Mapping::propose(grid, Vocabulary::shipped()).unwrap()).unwrap()
}

pub(crate) fn pasted(table: &str) -> Imported {
    imported(&paste(table).unwrap())
}

/// The row of the sheet, what became of it and the keys of what is said of it.
pub(crate) fn fates(imported: &Imported) -> Vec<(usize, &'static str, Vec<&'static str>)> {
    let entry = |row: &jiping::import::RowEntry| {
        let fate = match row.fate {
            Fate::Taken(_) => "taken",
            Fate::Changed(_) => "changed",
            Fate::Refused(_) => "refused",
        };
        (row.number, fate, row.fate.messages().iter().map(jiping::text::Message::key).collect())
    };
    imported.rows.rows.iter().map(entry).collect()
}

pub(crate) fn fate_of(imported: &Imported, row: usize) -> (&'static str, Vec<&'static str>) {
    let found = fates(imported).into_iter().find(|(number, ..)| *number == row);
    found.map(|(_, fate, keys)| (fate, keys)).unwrap()
}

/// Errors of the template, in words.
pub(crate) fn errors(imported: &Imported) -> Vec<String> {
    use jiping::template::Severity;
    let problems = imported.problems().into_iter();
    problems
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.message.text(Lang::Chinese))
        .collect()
}

/// An indicator with a standard, to be read.
pub(crate) fn indicator(name: &str, points: &str, criterion: &str, standard: &str) -> Indicator {
    Indicator {
        id: "i".into(),
        name: name.into(),
        points: points.parse().unwrap(),
        weight: None,
        criterion: criterion.into(),
        standard: standard.into(),
        unit: "".into(),
        rule: Rule::of(Award::Free { step: Decimal::new(1, 2) }),
        evidence_expected: true,
        always_applies: false,
    }
}

/// An archive of one part.
pub(crate) fn zipped(name: &str, xml: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(xml.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}
