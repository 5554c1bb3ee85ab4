//! Files: RON alone, then opening and saving whole `.jiping` files with their checks.
#![allow(clippy::unwrap_used, reason = "a benchmark whose input is broken has nothing to measure")]

mod common;

use common::{LARGE, SMALL, Sheet, sheet};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use jiping::evaluation;
use jiping::file::{EvidenceStore, Places, Progress, SaveRequest, open, save};
use jiping::template;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

fn text(criterion: &mut Criterion) {
    for items in [SMALL, LARGE] {
        let Sheet { template, evaluation, .. } = sheet(items);
        let evaluation_text = evaluation::write(&evaluation).unwrap();
        let template_text = template::write(&template).unwrap();
        let mut group = criterion.benchmark_group(format!("ron/{items}"));
        group.sample_size(30);
        group.bench_function("write evaluation", |bencher| {
            bencher.iter(|| evaluation::write(black_box(&evaluation)).unwrap());
        });
        group.bench_function("read evaluation", |bencher| {
            bencher.iter_with_large_drop(|| evaluation::read(black_box(evaluation_text.as_bytes())).unwrap());
        });
        group.bench_function("write template", |bencher| {
            bencher.iter(|| template::write(black_box(&template)).unwrap());
        });
        group.bench_function("read template", |bencher| {
            bencher.iter_with_large_drop(|| template::read(black_box(template_text.as_bytes())).unwrap());
        });
        group.finish();
    }
}

fn request(sheet: &Sheet, places: &Places, path: &Path) -> SaveRequest {
    SaveRequest {
        path: path.to_path_buf(),
        template: sheet.template.clone(),
        evaluation: Arc::new(sheet.evaluation.clone()),
        journal: sheet.journal.clone(),
        store: EvidenceStore::new(places),
        reachable: Vec::new(),
        force: true,
    }
}

fn files(criterion: &mut Criterion) {
    for items in [SMALL, LARGE] {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path().join("data"));
        let path = folder.path().join("评价.jiping");
        let sheet = sheet(items);
        let mut group = criterion.benchmark_group(format!("file/{items}"));
        group.sample_size(30);
        // Over an older version, which is kept as .bak: every save but the first.
        group.bench_function("save", |bencher| {
            bencher.iter_batched(
                || request(&sheet, &places, &path),
                |request| save(&request, &Progress::new()).unwrap(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function("open", |bencher| {
            bencher.iter_with_large_drop(|| open(black_box(&path), &places, &Progress::new()).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, text, files);
criterion_main!(benches);
