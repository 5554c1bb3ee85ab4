//! The processor's part of a frame of the scoring view: layout and triangles, no window and no graphics card.
#![allow(clippy::unwrap_used, reason = "a benchmark whose input is broken has nothing to measure")]

mod common;

use common::{LARGE, SMALL, Sheet, sheet};
use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2,
    pos2, vec2,
};
use jiping::app::{App, Scripted, Settings, install};
use jiping::file::{EvidenceStore, Places, Progress, SaveRequest, save};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZE: Vec2 = vec2(1440.0, 900.0);

struct Window {
    app: App,
    ctx: Context,
    /// In seconds.
    time: f64,
    _folder: tempfile::TempDir,
}

impl Window {
    fn open(items: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path().join("data"));
        let path = folder.path().join("评价.jiping");
        let Sheet { template, evaluation, journal } = sheet(items);
        let request = SaveRequest {
            path: path.clone(),
            template,
            evaluation: Arc::new(evaluation),
            journal,
            store: EvidenceStore::new(&places),
            reachable: Vec::new(),
            force: false,
        };
        save(&request, &Progress::new()).unwrap();
        let ctx = Context::default();
        install(&ctx);
        let shell = Arc::new(Scripted::default());
        let mut app = App::new(shell, places, Settings::default(), Some(path));
        app.finish_jobs(&ctx);
        assert!(app.workspace.evaluation().is_some());
        let mut window = Self { app, ctx, time: 0.0, _folder: folder };
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        window
    }

    /// What so many presses take: of the frame that gets the press and the one behind it, the longer one.
    fn presses(&mut self, key: Key, modifiers: Modifiers, times: u64) -> Duration {
        let mut taken = Duration::ZERO;
        for _ in 0..times {
            let frames = [press(key, modifiers), Vec::new()].map(|events| {
                let start = Instant::now();
                self.frame(events);
                start.elapsed()
            });
            taken += frames[0].max(frames[1]);
        }
        taken
    }

    fn revision(&self) -> u64 {
        self.app.workspace.evaluation().unwrap().state.document.revision()
    }

    /// Everything that one frame costs before the triangles go to the graphics card.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        self.app.logic(&self.ctx);
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui));
        // Nobody uploads them.
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn wheel(by: f32) -> Vec<Event> {
    let over_the_table = Event::PointerMoved(pos2(640.0, 500.0));
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    vec![over_the_table, wheel]
}

fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]
}

fn frames(criterion: &mut Criterion) {
    for items in [SMALL, LARGE] {
        let mut window = Window::open(items);
        let mut group = criterion.benchmark_group(format!("frame/{items}"));
        group.bench_function("still", |bencher| bencher.iter(|| window.frame(Vec::new())));
        let mut down = true;
        let mut steps = 0;
        group.bench_function("scrolling", |bencher| {
            bencher.iter(|| {
                steps += 1;
                down ^= steps % 100 == 0;
                window.frame(wheel(if down { -120.0 } else { 120.0 }))
            });
        });
        // The first indicator is a checklist: its first box, ticked and emptied again. F6 leads among its options.
        window.frame(press(Key::F6, Modifiers::NONE));
        for _ in 0..5 {
            window.frame(Vec::new());
        }
        group.bench_function("tick a box", |bencher| {
            bencher.iter_custom(|times| {
                let before = window.revision();
                let taken = window.presses(Key::Num1, Modifiers::NONE, times);
                assert_eq!(window.revision(), before + times, "a box that takes no tick measures nothing");
                taken
            });
        });
        group.bench_function("next indicator", |bencher| {
            bencher.iter_custom(|times| window.presses(Key::ArrowDown, Modifiers::ALT, times));
        });
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
