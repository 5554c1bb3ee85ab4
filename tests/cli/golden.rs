//! Lists of edits as they were first written (tests/golden): each can still be applied, and gives what it gave.

use super::{Desk, TABLE};
use jiping::file::{Places, Progress, open};
use std::path::Path;

#[test]
fn a_list_of_edits_gives_what_it_gave() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for (edits, evaluation, template) in [
        ("edits-1.ron", "evaluation-1.jiping", TABLE),
        ("edits-1-ledger.ron", "evaluation-1-ledger.jiping", "camera-maintenance"),
    ] {
        let desk = Desk::new();
        desk.run(&["new", template, "-o", "made.jiping"]).exits(0);
        desk.run(&["apply", "made.jiping", golden.join(edits).to_str().unwrap()]).exits(0);
        let read =
            |path: &Path| open(path, &Places::at(desk.path("data")), &Progress::new()).unwrap().evaluation;
        assert_eq!(read(&desk.path("made.jiping")), read(&golden.join(evaluation)), "{edits}");
    }
}
