//! Workbooks with a few bytes of their parts changed: whatever is made of them, it ends soon and panics never.

use crate::help::{grid, imported};
use crate::printed_table::{Merged, ROWS, merged, workbook};
use jiping::audit::{Kept, audit, is_filled};
use jiping::import::{Mapping, Vocabulary, import, open};
use jiping::scoring::score;
use std::io::{Cursor, Read as _, Write as _};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Rows of the table that are mutated.
const FIRST: usize = 6;
/// A mutation that takes longer hangs.
const LONGEST: Duration = Duration::from_secs(5);
/// MiB of memory that the process may ever have held.
const MOST_MEMORY: u64 = 512;

type Part = (String, Vec<u8>);

fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

fn packed(parts: &[Part]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// xorshift: the same mutations on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }
}

/// What stands in workbooks and breaks readers of them.
const PIECES: [&str; 14] = [
    "A99999999999",
    "C5:A1",
    "4294967295",
    "-1",
    "<v>",
    "</row>",
    "<c r=\"XFD1048576\"><v>9</v></c>",
    "&#x0;",
    "&amp;amp;",
    "1e308",
    "NaN",
    "合计",
    "每处扣999999999999分",
    "\u{0}",
];

fn mutate(dice: &mut Dice, parts: &mut [Part]) {
    // Sheets and strings more often than what surrounds them.
    let likely = ["worksheets/sheet1.xml", "sharedStrings.xml"];
    let likely =
        parts.iter().position(|(name, _)| dice.below(3) > 0 && name.ends_with(likely[dice.below(2)]));
    let place = likely.unwrap_or_else(|| dice.below(parts.len()));
    let content = &mut parts[place].1;
    for _ in 0..=dice.below(4) {
        let at = dice.below(content.len() + 1);
        match dice.below(6) {
            0 if at < content.len() => content[at] = u8::try_from(dice.below(256)).unwrap(),
            1 if at < content.len() => content[at] ^= 1 << dice.below(8),
            2 => drop(content.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
            3 => {
                let end = (at + dice.below(200)).min(content.len());
                drop(content.drain(at..end));
            }
            4 => {
                let end = (at + dice.below(400)).min(content.len());
                let copy = content[at..end].to_vec();
                drop(content.splice(at..at, copy));
            }
            _ => {
                // Another number where one stands.
                if let Some(digit) = content[at..].iter().position(u8::is_ascii_digit) {
                    content[at + digit] = b'0' + u8::try_from(dice.below(10)).unwrap();
                }
            }
        }
    }
}

/// What a user would do with it; how it ends does not matter.
fn used(bytes: &[u8]) -> bool {
    let Ok(grid) = open(bytes, None) else { return false };
    let Ok(mapping) = Mapping::propose(&grid, Vocabulary::shipped()) else { return false };
    let Ok(made) = import(&grid, &mapping) else { return false };
    if is_filled(&made.filled) && made.problems().iter().all(|problem| !problem.is_error()) {
        let audit = audit(&made);
        drop(score(audit.template(), &audit.evaluation(&Kept::new())));
    }
    true
}

/// `longest` for each, where that is asked: a machine that is busy with something else is no hang.
fn mutations(seed: u64, count: usize, longest: Option<Duration>) {
    // The first rows reach the same code in a quarter of the time.
    let rows = &ROWS[..FIRST];
    let is_within = |region: &Merged<'_>| usize::try_from(region.2).unwrap() < FIRST;
    let merged: Vec<_> = merged().into_iter().filter(is_within).collect();
    let bytes = workbook(rows, &merged);
    assert!(imported(&grid(&bytes)).template.outline().len() > 2, "it is a score table before it is changed");
    let whole = parts(&bytes);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ seed);
    let mut read = 0;
    for number in 0..count {
        let mut parts = whole.clone();
        mutate(&mut dice, &mut parts);
        let bytes = packed(&parts);
        let start = Instant::now();
        read += usize::from(used(&bytes));
        let took = start.elapsed();
        assert!(longest.is_none_or(|longest| took < longest), "mutation {number} takes {took:?}");
    }
    assert!(read * 10 > count, "most mutations are still read far enough to be of use: {read} of {count}");
    let memory = most_memory();
    assert!(memory.is_none_or(|memory| memory < MOST_MEMORY), "{memory:?} MiB");
    println!("{count} mutations, {read} of them made a template, at most {memory:?} MiB");
}

/// MiB that this process held at most; only Linux says.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[test]
fn some_mutations_end_soon() {
    mutations(0, 150, None);
}

#[test]
#[ignore = "long: a hundred thousand workbooks"]
fn a_hundred_thousand_mutations_end_soon() {
    std::thread::scope(|scope| {
        for seed in [1, 2] {
            scope.spawn(move || mutations(seed, 50_000, Some(LONGEST)));
        }
    });
}
