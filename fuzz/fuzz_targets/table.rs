//! A score table, a workbook or text, made into a template: every row is accounted for, and no rule is unsound.
#![no_main]

use jiping::audit::{Kept, audit, is_filled};
use jiping::scoring::score;
use jiping::text::Lang;
use jiping::import::{Grid, Imported, Mapping, Role, import, open, Vocabulary};
use jiping::template::{Severity, check_file, write};
use jiping_fuzz::{examine, explain, filled, mutate_members};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use structural::STRUCTURAL;

#[path = "../../tests/import/structural.rs"]
mod structural;

/// Rows of a table that is made into templates: reading rules takes its time, and more of them show nothing new.
const MOST_ROWS: usize = 200;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate_members(data, size, max_size, seed)
});

fuzz_target!(|bytes: &[u8]| {
    let mut grid = match open(bytes, None) {
        Ok(grid) => grid,
        Err(error) => return explain(&error),
    };
    grid.rows.truncate(MOST_ROWS);
    // As the headings say, and as a user may say where they say nothing.
    let roles: Vec<Role> = Role::all().collect();
    let chosen = |column: usize| roles[(column + bytes.len()) % roles.len()];
    let columns = (0..grid.width).map(chosen).collect();
    let chosen = Mapping { columns, ..Mapping::blank(&grid) };
    for mapping in Mapping::propose(&grid, Vocabulary::shipped()).into_iter().chain([chosen]) {
        match import(&grid, &mapping) {
            Ok(imported) => examine_import(&grid, imported),
            Err(error) => explain(&error),
        }
    }
});

fn examine_import(grid: &Grid, mut imported: Imported) {
    let counts = imported.rows.counts();
    assert_eq!(counts.taken + counts.changed + counts.refused, grid.rows.len());
    let told = imported.rows.rows.iter().map(|row| row.number);
    assert!(told.eq(grid.rows.iter().map(|row| row.number)), "every row is told of");
    assert_eq!(imported.readings.len(), imported.template.outline().len());
    let problems = imported.problems();
    let of_rule = problems
        .iter()
        .find(|problem| problem.severity == Severity::Error && !STRUCTURAL.contains(&problem.message.key()));
    assert_eq!(of_rule, None);
    let text = write(&imported.template).expect("a template can be written");
    let (again, _) = check_file(text.as_bytes()).expect("what was written can be read");
    assert_eq!(again, imported.template);
    if !problems.iter().any(|problem| problem.is_error()) {
        examine(&imported.template, &filled(&imported.template, true));
    }
    if is_filled(&imported.filled) && !problems.iter().any(|problem| problem.is_error()) {
        let audit = audit(&imported);
        let kept: Kept = audit.items.iter().map(|item| (item.item.clone(), "理由".to_owned())).collect();
        for kept in [Kept::new(), kept] {
            let card = score(audit.template(), &audit.evaluation(&kept));
            assert!(audit.messages(&kept).iter().all(|message| !message.text(Lang::Chinese).is_empty()));
            assert_eq!(card.items.len(), imported.readings.len());
        }
    }
    // The other readings of each rule.
    for index in 0..imported.readings.len() {
        let last = imported.readings[index].proposals.len().checked_sub(1);
        imported.choose(index, last);
        assert_eq!(imported.readings[index].chosen, last);
    }
}
