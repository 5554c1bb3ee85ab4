//! The text of a template: checked, written, and where it is sound, sheets scored by it.
#![no_main]

use jiping::evaluation::Evaluation;
use jiping::scoring::next_year;
use jiping::template::{check_file, write};
use jiping_fuzz::{examine, explain, filled};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let (template, problems) = match check_file(text) {
        Ok(read) => read,
        Err(error) => return explain(&error),
    };
    let written = write(&template).expect("what was read can be written");
    let (again, same) = check_file(written.as_bytes()).expect("what was written can be read");
    assert_eq!(again, template);
    assert_eq!(same.len(), problems.len());
    if problems.iter().any(|problem| problem.is_error()) {
        return;
    }
    examine(&template, &Evaluation::new(&template));
    for greatest in [true, false] {
        let evaluation = filled(&template, greatest);
        examine(&template, &evaluation);
        let next = next_year(&template, &evaluation, "去年.jiping").evaluation;
        examine(&template, &next);
    }
});
