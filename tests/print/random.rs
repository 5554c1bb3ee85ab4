//! All papers of random sheets that the oracle knows: weights, effects, ledgers, deep trees, odd words.

use super::lines::{lines_of, stored};
use super::paper::{self, Printout, squeezed};
use jiping::evaluation::{self, Edit, Evaluation};
use jiping::print::Paper;
use jiping::template::{self, Template};

/// Each `step`-th evaluation of the oracle, with the template that it is scored by.
fn sheets(step: usize, mut with: impl FnMut(usize, &Template, &Evaluation)) {
    let (mut stated, mut number) = (None, 0);
    for line in lines_of(stored()) {
        let text = line.text.as_bytes();
        match line.letter {
            'T' => stated = Some(template::read(text).unwrap()),
            'E' => {
                number += 1;
                if number % step == 0 {
                    let evaluation = evaluation::read(text).unwrap();
                    with(number, &evaluation.tailoring.apply(stated.as_ref().unwrap()), &evaluation);
                }
            }
            _ => {}
        }
    }
}

/// Everything that was typed is found again, once at least, and no word stands on another.
fn check(step: usize) -> usize {
    let mut checked = 0;
    sheets(step, |number, template, evaluation| {
        let reason = |place: usize| format!("第{place}项凭证缺少验收记录，“应补”（{place}）");
        let texts: Vec<_> = template.indicators().enumerate().collect();
        let evaluation =
            texts.iter().step_by(2).fold(evaluation.clone(), |evaluation, (place, indicator)| {
                let edit = Edit::SetReason { item: indicator.id.clone(), text: reason(*place) };
                evaluation.apply(template, &edit).unwrap()
            });
        let papers = Paper::of(template);
        let printed =
            Printout::of("random", &paper::compiled_evaluation(template, &evaluation, None, &papers));
        let all = printed.text();
        for (place, indicator) in texts {
            assert!(all.contains(&squeezed(&indicator.name)), "{number}: {}", indicator.name);
            assert!(place % 2 == 1 || all.contains(&reason(place)), "{number}: {}", reason(place));
        }
        printed.assert_apart();
        checked += 1;
    });
    checked
}

#[test]
fn all_papers_of_random_sheets_hold_what_was_typed() {
    assert!(check(97) >= 15);
}

#[test]
#[ignore = "long: some 150 sheets"]
fn all_papers_of_many_random_sheets_hold_what_was_typed() {
    assert!(check(11) >= 120);
}
