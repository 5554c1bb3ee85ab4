//! 得分与扣分图: on paper, and as a picture for another document.

use super::paper::{self, Printout};
use jiping::evaluation::Evaluation;
use jiping::print::{Compiled, Paper, PrintError, PrintJob};
use jiping::scoring::{self, LossOf};
use jiping::template::{Template, shipped_by_id};

fn with_job<T>(template: &Template, evaluation: &Evaluation, then: impl FnOnce(&PrintJob<'_>) -> T) -> T {
    let card = scoring::score(template, evaluation);
    let printed_at = jiff::civil::date(2021, 3, 8).at(9, 30, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
    then(&PrintJob { template, evaluation, card: &card, file_digest: None, printed_at })
}

#[test]
fn the_chart_says_each_section_and_the_largest_losses() {
    let template = paper::template();
    let edits = paper::lively(&template);
    let paper = Printout::of("chart", &paper::compiled(&template, edits.clone(), &[Paper::Chart]));
    let card = scoring::score(&template, &paper::evaluation(&template, edits));
    for section in card.sections(&template) {
        paper.assert_has(&section.name);
    }
    let losses = card.losses();
    assert!(losses.len() > 1 && losses.is_sorted_by(|one, next| one.points >= next.points), "{losses:?}");
    for loss in losses.iter().take(10) {
        let LossOf::Item { name, .. } = loss.of else { panic!("{loss:?}") };
        paper.assert_has(name);
        paper.assert_has(&format!("扣 {}", loss.points));
    }
    assert_eq!(paper.printed.pages, 1);
}

#[test]
fn the_picture_is_one_page_as_large_as_the_chart() {
    let template = paper::template();
    let evaluation = paper::evaluation(&template, paper::lively(&template));
    let compiled = with_job(&template, &evaluation, Compiled::picture).unwrap();
    assert_eq!(compiled.page_count(), 1);
    let (width, height) = compiled.sizes()[0];
    assert!((450.0..460.0).contains(&width) && height < 500.0, "{width} × {height}");
    assert!(compiled.png(0, 2.0).unwrap().starts_with(b"\x89PNG"));
    assert!(compiled.png(1, 2.0).is_none());
}

#[test]
fn a_sheet_without_points_has_no_chart() {
    let template = shipped_by_id("target-completion").unwrap();
    let evaluation = Evaluation::new(&template);
    let refused = with_job(&template, &evaluation, Compiled::picture);
    assert!(matches!(refused, Err(PrintError::NoSheet)));
}
