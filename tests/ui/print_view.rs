//! The pages of the print view: which one, how large, and by which keys.

use crate::desk::Desk;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiping::app::PreviewZoom;

fn print_view() -> Desk {
    let mut desk = Desk::new();
    desk.click("监控租用项目：照录报告的 100 分");
    desk.click_and_wait("打印评分表");
    assert!(desk.shown().preview.sizes.len() > 3, "too few pages to turn");
    desk
}

/// Pages that are higher than the window.
fn upright() -> Desk {
    let mut desk = Desk::new();
    desk.click("信息系统运行维护：执行率 95.25%");
    desk.click_and_wait("打印评分表");
    desk
}

/// Numbers of the pages in sight, from 1, and the width of the first of them.
fn in_sight(desk: &Desk) -> (Vec<usize>, f32) {
    let pages = desk.window.query_all_by_role(Role::Image).filter_map(|node| {
        let name = node.accesskit_node().label()?;
        let number = name.strip_prefix("第 ")?.split_once(' ')?.0.parse().ok()?;
        Some((number, node.rect().width()))
    });
    let pages: Vec<(usize, f32)> = pages.collect();
    let width = pages.first().map_or(0.0, |(_, width)| *width);
    (pages.into_iter().map(|(number, _)| number).collect(), width)
}

fn page(desk: &Desk) -> String {
    desk.text_in("页码")
}

#[test]
fn keys_turn_the_pages_when_no_field_has_the_focus() {
    let mut desk = print_view();
    desk.click("整页");
    let pages = desk.shown().preview.sizes.len();
    let walk = [(Key::PageDown, 2), (Key::PageDown, 3), (Key::PageUp, 2), (Key::End, pages), (Key::Home, 1)];
    for (key, shown) in walk {
        desk.press(key);
        assert_eq!(page(&desk), shown.to_string(), "after {key:?}");
    }
    desk.chords_at_once(Modifiers::NONE, Key::PageDown, 3);
    assert_eq!(page(&desk), "4", "three presses in one frame");
    desk.press(Key::Home);
    let last = *in_sight(&desk).0.last().unwrap();
    (0..30).for_each(|_| desk.press(Key::ArrowDown));
    assert!(*in_sight(&desk).0.last().unwrap() > last, "the arrow scrolls");
}

#[test]
fn a_page_is_reached_by_its_number_and_by_the_buttons() {
    let mut desk = print_view();
    desk.chord(Modifiers::COMMAND, Key::G);
    assert!(desk.is_in("页码"));
    desk.types("3");
    desk.press(Key::PageUp);
    assert_eq!(page(&desk), "3", "keys are of the field that has the focus");
    desk.press(Key::Enter);
    desk.settle();
    assert!(in_sight(&desk).0.contains(&3), "{:?}", in_sight(&desk));
    assert_eq!(page(&desk), "3");
    desk.click("上一页");
    assert_eq!(page(&desk), "2");
    desk.fill("页码", "99");
    desk.press(Key::Enter);
    assert_eq!(page(&desk), desk.shown().preview.sizes.len().to_string(), "the last one there is");
    desk.fill("页码", "x");
    desk.press(Key::Enter);
    assert_eq!(page(&desk), desk.shown().preview.sizes.len().to_string(), "no number leads nowhere");
}

#[test]
fn pages_are_shown_as_large_as_asked_and_the_window_is_not() {
    let mut desk = upright();
    let window = desk.window.ctx.zoom_factor();
    let wide = in_sight(&desk).1;
    desk.click_and_wait("整页");
    let whole = in_sight(&desk).1;
    assert!(whole < wide, "{whole} {wide}");
    assert_eq!(desk.app().shared.settings.preview_zoom, PreviewZoom::Page);
    desk.click_and_wait("放大页面");
    assert!(in_sight(&desk).1 > whole);
    // Ctrl and the wheel over the pages.
    let before = in_sight(&desk).1;
    let middle = desk.window.query_all_by_role(Role::Image).next().unwrap().rect().center();
    desk.at_once([Event::PointerMoved(middle)]);
    desk.at_once([Event::Zoom(2.0)]);
    desk.settle();
    let (_, after) = in_sight(&desk);
    assert!((after / before - 2.0).abs() < 0.05, "{after} {before}");
    assert!((desk.window.ctx.zoom_factor() - window).abs() < 1e-6, "the window stays as it is");
}

#[test]
fn pictures_are_as_sharp_as_pages_are_large() {
    let mut desk = upright();
    let sharpest =
        |desk: &Desk| desk.shown().preview.pictures.values().map(|page| page.pixels).max().unwrap();
    let wide = sharpest(&desk);
    desk.click_and_wait("整页");
    let whole = sharpest(&desk);
    assert!(whole < wide, "{whole} {wide}");
    let (width, shown) = (desk.shown().preview.sizes[0].0, in_sight(&desk).1);
    assert!(
        (f32::from(whole) / 1000.0 * width - shown).abs() < 1.0,
        "a pixel of the picture for one of the screen"
    );
    for _ in 0..9 {
        desk.click_and_wait("放大页面");
    }
    assert_eq!(desk.app().shared.settings.preview_zoom, PreviewZoom::Percent(400));
    let pictures = &desk.shown().preview.pictures;
    assert!(pictures.values().all(|page| page.pixels <= 4_000));
    assert!(pictures.len() <= 2, "{} large pictures are kept", pictures.len());
}
