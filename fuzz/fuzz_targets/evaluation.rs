//! The text of `evaluation.ron`: read, written, scored by the template that it names.
#![no_main]

use jiping::evaluation::{read, write};
use jiping_fuzz::{examine, explain, template_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let evaluation = match read(text) {
        Ok(evaluation) => evaluation,
        Err(error) => return explain(&error),
    };
    let written = write(&evaluation).expect("what was read can be written");
    let again = read(written.as_bytes()).expect("what was written can be read");
    assert_eq!(again, evaluation);
    examine(&template_of(&evaluation), &evaluation);
});
