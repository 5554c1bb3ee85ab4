//! The programs in `examples/`, by what they print.

#[expect(dead_code, reason = "its main is for who runs it")]
#[path = "../../examples/score_file.rs"]
mod score_file;
#[expect(dead_code, reason = "its main is for who runs it")]
#[path = "../../examples/write_template.rs"]
mod write_template;

use jiping::file::Places;
use jiping::template;
use jiping::text::Lang;
use rust_decimal::dec;

#[test]
fn the_sample_is_scored_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::at(folder.path());
    let text = score_file::report(None, &places, Lang::Chinese).unwrap();
    let opened = jiping::file::open_bytes(
        "camera-lease",
        jiping::samples::SAMPLES[0].bytes,
        &places,
        &jiping::file::Progress::new(),
    );
    let rows = opened.unwrap().template.outline().rows().len();
    assert_eq!(text.lines().count(), 2 + rows, "title, total, and a line for each row:\n{text}");
    assert!(text.contains("合计 99.60（满分 100）") && text.contains("等级 优"), "{text}");
    let satisfaction = text.lines().find(|line| line.contains("7.60 / 8")).unwrap();
    assert!(satisfaction.contains("扣分 0.40") && satisfaction.contains("95.00% = 7.60"), "{satisfaction}");
}

#[test]
fn what_cannot_be_scored_is_named_with_place_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::at(folder.path());
    let missing = folder.path().join("没有.jiping");
    let error = score_file::report(Some(&missing), &places, Lang::Chinese).unwrap_err();
    let told = jiping::text::Explain::message(&jiping::file::FileError::NotFound { path: missing });
    assert_eq!(error, told.full(Lang::Chinese) + "\n");
    assert!(error.contains("没有.jiping") && told.hint(Lang::Chinese).is_some(), "{error}");
}

#[test]
fn the_written_template_is_sound_and_is_read_again() {
    let small = write_template::small();
    let ron = write_template::checked(&small, Lang::Chinese).unwrap();
    assert_eq!(template::read(ron.as_bytes()).unwrap(), small);
}

#[test]
fn a_template_that_does_not_add_up_is_named_with_place_and_remedy() {
    let mut wrong = write_template::small();
    wrong.points = dec!(90);
    let problems = write_template::checked(&wrong, Lang::English).unwrap_err();
    let found = template::check(&wrong);
    assert_eq!(problems.lines().count(), found.len());
    assert!(problems.contains(&found[0].message.full(Lang::English)), "{problems}");
}
