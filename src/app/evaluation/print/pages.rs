//! The pages in the middle of the print view: which one, how large, and the pictures of those in sight.

use super::pages_state::{PageScroll, PagesUi, page_field};
use super::places::Places;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::preview_zoom::PreviewZoom;
use crate::app::request::Request;
use crate::app::widgets::text_field::{Entry, Look, entry_ui};
use crate::app::widgets::theme::{GRID, Tokens};
use crate::app::widgets::{segment, small};
use crate::number::{parse, plain};
use crate::text::Message;
use eframe::egui::{
    self, ComboBox, Frame, Image, Margin, Panel, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, vec2,
};
use std::ops::Range;

/// Narrower than that the fits of the page stand in the list alone.
const WIDE: f32 = 560.0;
/// Most pixels in a point of paper: an A4 page takes 32 MB then.
const MOST_PIXELS: f32 = 4.0;

pub(crate) fn pages_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    let tokens = Tokens::of(ui);
    let preview = &cx.state.preview;
    if let Some(message) = &preview.failed {
        ui.centered_and_justified(|ui| ui.colored_label(tokens.deduction, message.full(cx.lang())));
        return;
    }
    if preview.sizes.is_empty() {
        ui.add_space(GRID * 6.0);
        ui.vertical_centered(|ui| layout_ui(ui, cx));
        return;
    }
    let bar = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(12, 7));
    Panel::top("print-pages-bar").frame(bar).show(ui, |ui| bar_ui(ui, cx, ui_state));
    scrolled_ui(ui, cx, &mut ui_state.pages);
}

/// Which page, and how large.
fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    let is_wide = ui.available_width() >= WIDE;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        page_number_ui(ui, cx, ui_state);
        ui.add_space(GRID);
        zoom_ui(ui, cx, ui_state.pages.scale, is_wide);
        ui.add_space(GRID);
        layout_ui(ui, cx);
    });
}

/// Where the pages are not what would be printed now, or there are none: why, and the way to them.
fn layout_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (tokens, preview) = (Tokens::of(ui), &cx.state.preview);
    if let Some(under_way) = &preview.laying_out {
        let is_cancelled = under_way.progress.is_cancelled();
        let key = if is_cancelled { "job-cancelling" } else { "print-preparing" };
        ui.label(small(&cx.t(key), tokens.ink_soft));
    } else if preview.cancelled.is_some() {
        ui.label(small(&cx.t("layout-cancelled"), tokens.caution));
        if ui.button(cx.t("layout-again")).clicked() {
            cx.send(Action::LayOutAgain);
        }
    }
}

fn page_number_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) {
    let (count, current) = (cx.state.preview.sizes.len(), ui_state.pages.current);
    let step = |ui: &mut Ui, sign: &str, key: &str, to: Option<usize>| {
        let button = ui.add_enabled(to.is_some(), egui::Button::new(sign));
        let button = button.accessible_name(cx.t(key)).on_hover_text(cx.t(key));
        to.filter(|_| button.clicked()).map(PageScroll::To)
    };
    let back = step(ui, "‹", "print-page-before", current.checked_sub(1));
    let typed = page_entry_ui(ui, cx, ui_state);
    let asked = typed.map(|number| PageScroll::To(number.clamp(1, count) - 1));
    let of = Message::new("print-page-of").with("pages", count);
    ui.label(small(&cx.text(&of), Tokens::of(ui).ink_soft));
    let on = step(ui, "›", "print-page-after", Some(current + 1).filter(|next| *next < count));
    ui_state.pages.scroll = back.or(asked).or(on).or(ui_state.pages.scroll);
}

/// The number of the page in sight, or the one that is typed; gives it when it is meant.
fn page_entry_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState) -> Option<usize> {
    let shown = (ui_state.pages.current + 1).to_string();
    let mut text = ui_state.pages.typed.take().unwrap_or(shown);
    let name = cx.t("print-page-number");
    let look = Look::number(&name, 44.0);
    let entry = Entry { id: page_field(), look: &look, refused: false, selects: true };
    let response = entry_ui(ui, &mut ui_state.fields, &entry, &mut text);
    if response.has_focus() {
        ui_state.pages.typed = Some(text);
        return None;
    }
    let is_meant = response.lost_focus() && !ui.input(|input| input.key_pressed(egui::Key::Escape));
    // What is no number leads nowhere.
    if is_meant { plain(parse(&text).ok()?).parse().ok() } else { None }
}

fn zoom_ui(ui: &mut Ui, cx: &Cx<'_>, scale: f32, is_wide: bool) {
    let (zoom, percent) = (cx.shared.settings.preview_zoom, PreviewZoom::percent(scale));
    let step = |ui: &mut Ui, sign: &str, key: &str, to: PreviewZoom| {
        let button = ui.button(sign).accessible_name(cx.t(key)).on_hover_text(cx.t(key));
        button.clicked().then_some(to)
    };
    let mut chosen = step(ui, "−", "print-zoom-out", PreviewZoom::smaller(percent));
    chosen = chosen.or(zoom_list_ui(ui, cx, zoom, percent));
    chosen = chosen.or(step(ui, "+", "print-zoom-in", PreviewZoom::larger(percent)));
    if is_wide {
        ui.add_space(GRID);
        for fit in [PreviewZoom::Width, PreviewZoom::Page] {
            if segment(ui, zoom == fit, &zoom_words(cx, fit)).clicked() {
                chosen = Some(fit);
            }
        }
    }
    if let Some(chosen) = chosen.filter(|chosen| *chosen != zoom) {
        cx.send(Request::PreviewZoom(chosen));
    }
}

fn zoom_words(cx: &Cx<'_>, zoom: PreviewZoom) -> String {
    match zoom {
        PreviewZoom::Width => cx.t("print-zoom-width"),
        PreviewZoom::Page => cx.t("print-zoom-page"),
        PreviewZoom::Percent(percent) => format!("{percent}%"),
    }
}

fn zoom_list_ui(ui: &mut Ui, cx: &Cx<'_>, zoom: PreviewZoom, percent: u16) -> Option<PreviewZoom> {
    let mut chosen = zoom;
    let list = ComboBox::from_id_salt("page zoom").width(84.0).selected_text(format!("{percent}%"));
    let shown = list.show_ui(ui, |ui| {
        let steps = PreviewZoom::STEPS.map(PreviewZoom::Percent);
        for choice in [PreviewZoom::Width, PreviewZoom::Page].into_iter().chain(steps) {
            ui.selectable_value(&mut chosen, choice, zoom_words(cx, choice));
        }
    });
    shown.response.accessible_name(cx.t("print-zoom"));
    (chosen != zoom).then_some(chosen)
}

fn scrolled_ui(ui: &mut Ui, cx: &Cx<'_>, pages: &mut PagesUi) {
    let preview = &cx.state.preview;
    let room = ui.available_size() - vec2(ui.spacing().scroll.allocated_width(), 0.0);
    zoom_by_wheel(ui, cx, pages);
    let places = Places::new(&preview.sizes, cx.shared.settings.preview_zoom, room);
    let asked = pages.offset_in(&places, &preview.sizes, room);
    let mut area = ScrollArea::both().id_salt("pages").auto_shrink(false);
    if let Some(offset) = asked {
        area = area.scroll_offset(offset);
    }
    let shown = area.show_viewport(ui, |ui, in_sight| {
        ui.set_min_size(places.size);
        let origin = ui.max_rect().min;
        let pages = places.within(in_sight.y_range());
        pages.clone().for_each(|page| page_ui(ui, cx, page, places.rect(page), origin));
        pages
    });
    let current = places.page_at(shown.state.clamped_offset().y + room.y / 2.0);
    if current != pages.current || (places.scale - pages.scale).abs() > f32::EPSILON {
        // The bar above was drawn before that was known.
        ui.ctx().request_repaint();
    }
    (pages.offset, pages.room, pages.scale, pages.current) =
        (shown.state.clamped_offset(), room, places.scale, current);
    ask_for_pictures(ui, cx, shown.inner, places.scale);
}

/// Ctrl and the wheel, or two fingers, over the pages.
fn zoom_by_wheel(ui: &Ui, cx: &Cx<'_>, pages: &mut PagesUi) {
    let by = ui.input(egui::InputState::zoom_delta);
    let is_over = ui.rect_contains_pointer(ui.available_rect_before_wrap());
    if (by - 1.0).abs() < f32::EPSILON || !is_over {
        return;
    }
    let before = PreviewZoom::percent(pages.scale);
    pages.carried = (pages.carried + by.ln()).clamp(-2.0, 2.0);
    let now = PreviewZoom::percent(pages.scale * pages.carried.exp());
    if now != before {
        pages.carried = 0.0;
        cx.send(Request::PreviewZoom(PreviewZoom::Percent(now)));
    }
}

/// Pages are drawn as they come into sight, as sharp as they are shown: a sheet of 300 items has dozens.
fn ask_for_pictures(ui: &Ui, cx: &Cx<'_>, pages: Range<usize>, scale: f32) {
    let preview = &cx.state.preview;
    let longest = preview.sizes.iter().map(|(width, height)| width.max(*height)).fold(1.0, f32::max);
    let side = ui.input(|input| input.max_texture_side) as f32;
    let pixels = (scale * ui.pixels_per_point()).min(MOST_PIXELS).min(side / longest - 0.01);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 4,000, rounded")]
    let pixels = (pixels * 1000.0).round() as u16;
    let lacks = |page: usize| preview.pictures.get(&page).is_none_or(|picture| picture.pixels != pixels);
    if !preview.is_drawing && preview.laying_out.is_none() && pages.clone().any(lacks) {
        cx.send(Action::DrawPages { pages, pixels });
    }
}

/// A page, or the room for it until it is drawn.
fn page_ui(ui: &Ui, cx: &Cx<'_>, page: usize, place: Rect, origin: Pos2) {
    let (tokens, preview) = (Tokens::of(ui), &cx.state.preview);
    // Between two pixels of the screen letters would blur.
    let pixel = |at: f32| (at * ui.pixels_per_point()).round() / ui.pixels_per_point();
    let at = origin + place.min.to_vec2();
    let rect = Rect::from_min_size(egui::pos2(pixel(at.x), pixel(at.y)), place.size());
    let name = Message::new("print-page").with("page", page + 1).with("pages", preview.sizes.len());
    let name = cx.text(&name);
    ui.painter().rect_filled(rect, 0.0, egui::Color32::WHITE);
    if let Some(picture) = preview.pictures.get(&page) {
        Image::new(&picture.texture).alt_text(&name).paint_at(ui, rect);
    }
    let edge = Stroke::new(1.0, tokens.line_strong);
    ui.painter().rect_stroke(rect, 0.0, edge, egui::StrokeKind::Outside);
    let response = ui.interact(rect, ui.scope_id().with(("page", page)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
}
