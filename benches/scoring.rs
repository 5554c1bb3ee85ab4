//! From an edit to the new scorecard and findings: what happens at every key that changes a score.
#![allow(clippy::unwrap_used, reason = "a benchmark whose input is broken has nothing to measure")]

mod common;

use common::{LARGE, SMALL, next_edit, sheet};
use criterion::{Criterion, criterion_group, criterion_main};
use jiping::checks::findings;
use jiping::evaluation::History;
use jiping::scoring::{rescore, score};
use jiping::template::Order;
use rust_decimal::dec;
use std::hint::black_box;

fn edit_to_scorecard(criterion: &mut Criterion) {
    for items in [SMALL, LARGE] {
        let sheet = sheet(items);
        let (template, evaluation) = (&*sheet.template, &sheet.evaluation);
        let (edit, back) = (next_edit(template, dec!(4)), next_edit(template, dec!(3.5)));
        let card = score(template, evaluation);
        assert!(evaluation.apply(template, &edit).unwrap() != *evaluation, "the edit changes something");
        let mut group = criterion.benchmark_group(format!("edit/{items}"));
        group.bench_function("apply", |bencher| {
            bencher.iter_with_large_drop(|| evaluation.apply(template, black_box(&edit)).unwrap());
        });
        group.bench_function("score", |bencher| {
            bencher.iter_with_large_drop(|| score(template, black_box(evaluation)));
        });
        group.bench_function("findings", |bencher| {
            bencher.iter_with_large_drop(|| findings(template, evaluation, black_box(&card)));
        });
        let after = evaluation.apply(template, &edit).unwrap();
        let mut forth = (card.clone(), false);
        group.bench_function("rescore", |bencher| {
            // There and back again: each is a step from one state to the next.
            bencher.iter(|| {
                let (card, edited) = &mut forth;
                let (from, to) = if *edited { (&after, evaluation) } else { (evaluation, &after) };
                rescore(card, template, from, to);
                *edited = !*edited;
            });
        });
        assert!(forth.0 == score(template, if forth.1 { &after } else { evaluation }));
        // Where only the total is rounded, the digits that are shown are looked for anew.
        let mut late = (*sheet.template).clone();
        late.rounding.order = Order::AddThenRound;
        let mut unrounded = (score(&late, evaluation), false);
        group.bench_function("rescore, only the total rounded", |bencher| {
            bencher.iter(|| {
                let (card, edited) = &mut unrounded;
                let (from, to) = if *edited { (&after, evaluation) } else { (evaluation, &after) };
                rescore(card, &late, from, to);
                *edited = !*edited;
            });
        });
        // Together, as the window does it, with the old results dropped.
        let mut now = (evaluation.clone(), card.clone(), false);
        group.bench_function("all", |bencher| {
            bencher.iter(|| {
                let (evaluation, card, edited) = &mut now;
                let next = evaluation.apply(template, if *edited { &back } else { &edit }).unwrap();
                rescore(card, template, evaluation, &next);
                *evaluation = next;
                *edited = !*edited;
                findings(template, evaluation, card).len()
            });
        });
        let history = History::new(evaluation.clone());
        group.bench_function("history", |bencher| {
            bencher.iter_batched_ref(
                || (history.clone(), Some(evaluation.apply(template, &edit).unwrap())),
                |(history, after)| history.push(edit.label(template), None, after.take().unwrap()),
                criterion::BatchSize::LargeInput,
            );
        });
        group.finish();
    }
}

criterion_group!(benches, edit_to_scorecard);
criterion_main!(benches);
