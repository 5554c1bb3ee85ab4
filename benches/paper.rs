//! The printed sheet: typeset, and written as PDF.
#![allow(clippy::unwrap_used, reason = "a benchmark whose input is broken has nothing to measure")]

mod common;

use common::{SMALL, Sheet as Scored, sheet};
use criterion::{Criterion, criterion_group, criterion_main};
use jiping::print::{Compiled, Paper, PrintJob};
use jiping::scoring::score;
use std::hint::black_box;

fn paper(criterion: &mut Criterion) {
    for items in [SMALL, 200] {
        let Scored { template, evaluation, .. } = sheet(items);
        let card = score(&template, &evaluation);
        let mut group = criterion.benchmark_group(format!("paper/{items}"));
        group.sample_size(10);
        // Nothing of the run before is kept, as in `jiping print`; fonts are loaded.
        group.bench_function("typeset anew", |bencher| {
            bencher.iter_with_large_drop(|| {
                Compiled::new(black_box(&job(&template, &evaluation, &card)), &Paper::ALL).unwrap()
            });
        });
        // One more digit typed while the preview is shown: most of it is remembered.
        group.bench_function("typeset again", |bencher| {
            bencher.iter_with_large_drop(|| {
                Compiled::new(black_box(&job(&template, &evaluation, &card)), &Paper::ALL).unwrap()
            });
        });
        let compiled = Compiled::new(&job(&template, &evaluation, &card), &Paper::ALL).unwrap();
        group.bench_function("pdf", |bencher| {
            bencher.iter(|| compiled.pdf().unwrap());
        });
        group.bench_function("first page as a picture", |bencher| {
            bencher.iter(|| compiled.page(0, 1.8).unwrap());
        });
        group.finish();
    }
}

fn job<'a>(
    template: &'a jiping::template::Template,
    evaluation: &'a jiping::evaluation::Evaluation,
    card: &'a jiping::scoring::Scorecard,
) -> PrintJob<'a> {
    PrintJob { template, evaluation, card, file_digest: None, printed_at: jiff::Zoned::now() }
}

criterion_group!(benches, paper);
criterion_main!(benches);
