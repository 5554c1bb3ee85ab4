//! What is held is given back, and what is too large is not held at all: counted by the allocator, each in a process of its own.
#![cfg(test)]
#![cfg(feature = "gui")]

#[path = "../benches/common/mod.rs"]
mod common;
#[allow(dead_code, reason = "shared with the tests of the window")]
#[path = "ui/desk.rs"]
mod desk;

use common::{next_edit, sheet};
use desk::Desk;
use eframe::egui::{Context, FullOutput, Key, Modifiers, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use jiping::file::{EvidenceStore, Places, Progress, SaveRequest, save};
use rust_decimal::Decimal;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::alloc::System;
use std::path::Path;
use std::sync::Arc;

#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Enough that a file is told from noise, few enough that it is typeset in seconds. 300 are measured in a window:
/// docs/PERFORMANCE.md.
const ITEMS: usize = 100;
const KILOBYTE: usize = 1 << 10;

/// A window whose textures nobody keeps, as those of a real window are in the memory of its driver.
struct Unpainted;

impl TestRenderer for Unpainted {
    fn handle_delta(&mut self, textures: &mut TexturesDelta) {
        textures.clear();
    }

    fn render(&mut self, _: &Context, _: &FullOutput) -> Result<RgbaImage, String> {
        Err("nothing is painted here".to_owned())
    }
}

/// Kilobytes in use.
fn in_use() -> usize {
    let stats = HEAP.stats();
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated) / KILOBYTE
}

fn a_file(folder: &Path) -> std::path::PathBuf {
    let sheet = sheet(ITEMS);
    let places = Places::at(folder.join("data of the writer"));
    let request = SaveRequest {
        path: folder.join("一百项.jiping"),
        template: sheet.template.clone(),
        evaluation: Arc::new(sheet.evaluation.clone()),
        journal: sheet.journal.clone(),
        store: EvidenceStore::new(&places),
        reachable: Vec::new(),
        force: true,
    };
    save(&request, &Progress::new()).unwrap();
    request.path
}

/// Opened, changed and looked at as it will be printed, closed: kilobytes before, with the preview, and afterwards.
fn visit(desk: &mut Desk, path: &Path, points: u32) -> [usize; 3] {
    let before = in_use();
    desk.drop_files(&[path]);
    let edit = next_edit(&desk.document().template.clone(), Decimal::from(points));
    desk.given(&edit);
    desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    assert!(desk.shown().preview.sizes.len() > 10, "the whole sheet is shown");
    let open = in_use();
    desk.chord(Modifiers::COMMAND, Key::W);
    desk.click_and_wait("不保存");
    [before, open, in_use()]
}

#[test]
fn a_closed_file_gives_back_what_it_held() {
    let mut desk = Desk::unpainted(Unpainted);
    let path = a_file(desk.folder.path());
    // Fonts come once.
    visit(&mut desk, &path, 1);
    for points in 2..=3 {
        let [before, open, closed] = visit(&mut desk, &path, points);
        let (held, given_back) = (open - before, open - closed);
        assert!(held > KILOBYTE, "{held} kB are less than a sheet of {ITEMS} indicators on paper takes");
        assert!(given_back * 3 > held * 2, "of {held} kB {given_back} were given back");
    }
}

/// Text is read up to the first row that is too many: it is refused before there is a cell for each of its two million.
#[test]
fn a_text_without_end_is_refused_before_it_is_all_read() {
    let text = "指标,分值,评分标准\n".to_owned() + &"甲,5,每处扣1分\n".repeat(2_000_000);
    let before = HEAP.stats().bytes_allocated;
    let refused = jiping::import::open(text.as_bytes(), None).unwrap_err();
    let asked_for = HEAP.stats().bytes_allocated - before;
    assert!(matches!(refused, jiping::import::ImportError::TooLarge { rows: 20_001, .. }), "{refused:?}");
    assert!(asked_for < 2 * text.len(), "{} KB for {} KB", asked_for / KILOBYTE, text.len() / KILOBYTE);
}
