//! What would overwhelm the reader of workbooks is caught before: references out of range, strings without end.

use super::markup::{MOST_UNPACKED, archive, attribute, broken, reader, unpacked};
use crate::import::ImportError;
use quick_xml::events::Event;

/// Rows and columns of a sheet, as spreadsheets have them.
const MOST_ROW: u32 = 1_048_576;
const MOST_COLUMN: u32 = 16_384;

/// Cells of a sheet, blank ones with a frame included; a score table has some thousands.
const MOST_CELLS: usize = 400_000;

/// How the parts of a workbook that are read end.
const READ: [&str; 2] = [".xml", ".rels"];

/// Looks through the parts of an .xlsx, as they unpack and not as they claim.
///
/// # Errors
/// They come to more than a workbook has, or name cells that no sheet has.
pub(super) fn check(bytes: &[u8]) -> Result<(), ImportError> {
    let Some(mut archive) = archive(bytes) else { return Ok(()) };
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        // Its own list of parts says where the sheets are: any name may be one. Pictures and macros are not read.
        let file = archive.by_index(index).map_err(broken)?;
        let name = file.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        if !READ.iter().any(|read| name.ends_with(read)) {
            continue;
        }
        let part = unpacked(file, left)?;
        left = left.saturating_sub(part.len() as u64);
        references(&part)?;
    }
    Ok(())
}

/// Every reference to a cell names one that a sheet can have.
fn references(sheet: &[u8]) -> Result<(), ImportError> {
    let mut xml = reader(sheet);
    let mut cells = 0_usize;
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = match element.local_name().as_ref() {
                    "c" => {
                        cells += 1;
                        "r"
                    }
                    "row" => "r",
                    "mergeCell" | "dimension" => "ref",
                    _ => {
                        buffer.clear();
                        continue;
                    }
                };
                if cells > MOST_CELLS {
                    return Err(ImportError::TooManyCells { most: MOST_CELLS });
                }
                let bad = attribute(&element, name).filter(|reference| !is_sound(reference, name == "ref"));
                if let Some(reference) = bad {
                    return Err(ImportError::BadReference {
                        reference: reference.chars().take(32).collect(),
                    });
                }
            }
            // What is broken there is for the reader to say.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

fn is_sound(reference: &str, is_range: bool) -> bool {
    if !is_range && reference.bytes().all(|byte| byte.is_ascii_digit()) {
        return reference.parse().is_ok_and(|row: u32| (1..=MOST_ROW).contains(&row));
    }
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    match (cell(first), cell(last)) {
        (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

/// Row and column of `$C$5`, from 1.
fn cell(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.replace('$', "");
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = reference.split_at_checked(letters)?;
    if column.is_empty() || column.len() > 3 || row.len() > 7 {
        return None;
    }
    let column =
        column.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = row.parse().ok()?;
    ((1..=MOST_ROW).contains(&row) && column <= MOST_COLUMN).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_those_of_a_sheet() {
        for sound in ["A1", "XFD1048576", "$B$2"] {
            assert!(is_sound(sound, false), "{sound}");
        }
        assert!(is_sound("17", false) && is_sound("A1:C5", true) && is_sound("B2", true));
        for bad in ["99999999999", "0", "A0", "XFE1", "ABCD1", "A1048577", "", "A", "1A", "-1"] {
            assert!(!is_sound(bad, false), "{bad}");
        }
        assert!(!is_sound("C5:A1", true) && !is_sound("A1:", true) && !is_sound("5", true));
    }
}
