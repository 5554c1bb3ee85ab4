//! Small pieces that several views draw.

pub(crate) mod calendar;
pub(crate) mod input_method;
pub(crate) mod scroll;
pub(crate) mod table_access;
pub(crate) mod term;
pub(crate) mod text_field;
pub(crate) mod theme;
pub(crate) mod way_back;

use crate::app::widgets::term::Explained as _;
use crate::app::widgets::theme::{GRID, RADIUS, Tokens, bold, share_of, size};
use crate::scoring::Balance;
use eframe::egui::collapsing_header::paint_default_icon;
use eframe::egui::{
    self, Align, Color32, CornerRadius, Frame, Key, KeyboardShortcut, Layout, Margin, Modifiers, Rect,
    Response, RichText, Sense, Stroke, Ui, Vec2, vec2,
};
use rust_decimal::Decimal;

/// A white card with a quiet title and something quiet at its right.
pub(crate) fn card<R>(ui: &mut Ui, title: &str, aside: &str, body: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !title.is_empty() || !aside.is_empty() {
                // A line of words is lower than a line of buttons.
                let height = std::mem::replace(&mut ui.spacing_mut().interact_size.y, 18.0);
                ui.horizontal(|ui| {
                    ui.label(small(title, tokens.ink_faint)).explained(title);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.label(small(aside, tokens.ink_faint)).explained(aside);
                    });
                });
                ui.spacing_mut().interact_size.y = height;
                ui.add_space(GRID);
            }
            ui.spacing_mut().item_spacing.y = 5.0;
            body(ui)
        })
        .inner
}

/// A card that folds: a click on its title, or Enter there; something quiet beside it says what is within.
pub(crate) fn fold_card(
    ui: &mut Ui,
    salt: &str,
    title: &str,
    aside: &str,
    open: bool,
    body: impl FnOnce(&mut Ui),
) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        let id = ui.scope_id().with(salt);
        // Only a choice is kept: what stands open without one may depend on the window.
        let is_open = ui.data(|data| data.get_temp(id)).unwrap_or(open);
        let height = std::mem::replace(&mut ui.spacing_mut().interact_size.y, 20.0);
        ui.horizontal(|ui| {
            let (_, mark) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::hover());
            paint_default_icon(ui, if is_open { 1.0 } else { 0.0 }, &mark);
            let name = RichText::new(title).size(size::SMALL).color(tokens.ink);
            let heading = ui.add(egui::Button::new(name).frame(false)).accessible_name(title);
            if heading.explained(title).clicked() {
                ui.data_mut(|data| data.insert_temp(id, !is_open));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(small(aside, tokens.ink_faint)).truncate());
            });
        });
        ui.spacing_mut().interact_size.y = height;
        if is_open {
            body(ui);
        }
    });
}

/// A coloured note within a card.
pub(crate) fn note(ui: &mut Ui, ink: Color32, fill: Color32, text: &str) -> Response {
    let frame = Frame::new().fill(fill).corner_radius(4).inner_margin(Margin::symmetric(10, 6));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(egui::Label::new(RichText::new(text).size(size::SMALL).color(ink)).wrap())
    });
    shown.inner
}

pub(crate) fn small(text: &str, color: Color32) -> RichText {
    RichText::new(text).size(size::SMALL).color(color)
}

pub(crate) fn strong(text: &str) -> RichText {
    RichText::new(text).family(bold())
}

/// A shortcut as it stands on the keys: `Ctrl+Shift+S`, `Alt+↓`, not `Alt+Down`.
pub(crate) fn shortcut_words(shortcut: &KeyboardShortcut) -> String {
    let Modifiers { alt, ctrl, shift, mac_cmd, command } = shortcut.modifiers;
    let ctrl_name = if cfg!(target_os = "macos") && (mac_cmd || command) { "Cmd" } else { "Ctrl" };
    let modifiers = [(ctrl || mac_cmd || command, ctrl_name), (alt, "Alt"), (shift, "Shift")];
    let key = match shortcut.logical_key {
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Plus => "+",
        Key::Minus => "−",
        key => key.name(),
    };
    let pressed = modifiers.into_iter().filter(|(is_pressed, _)| *is_pressed).map(|(_, name)| name);
    pressed.chain([key]).collect::<Vec<_>>().join("+")
}

/// A button that stands out: the one thing to do next.
pub(crate) fn primary(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let button = egui::Button::new(RichText::new(text).color(tokens.on_accent))
        .fill(tokens.accent)
        .stroke(Stroke::new(1.0, tokens.accent));
    ui.add(button)
}

/// A round choice that can be switched on: filters. Not in a scope of its own, so that a row of them wraps.
pub(crate) fn chip(ui: &mut Ui, on: bool, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (fill, edge, ink) = match on {
        true => (tokens.accent, tokens.accent, tokens.on_accent),
        false => (tokens.panel, tokens.line_strong, tokens.ink_soft),
    };
    let label = RichText::new(text).size(size::SMALL).color(ink);
    ui.add(
        egui::Button::new(label)
            .wrap_mode(egui::TextWrapMode::Extend)
            .fill(fill)
            .stroke(Stroke::new(1.0, edge))
            .selected(on)
            .corner_radius(CornerRadius::same(12)),
    )
}

/// A coloured word: a state, a grade.
pub(crate) fn badge(ui: &mut Ui, text: RichText, fill: Color32) -> Response {
    Frame::new()
        .fill(fill)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(8, 1))
        .show(ui, |ui| ui.label(text))
        .inner
}

/// A thin bar, `share` of it filled.
pub(crate) fn bar(ui: &mut Ui, width: f32, share: f32) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, 2.0, tokens.line);
    let mut filled = rect;
    filled.set_width(width * share.clamp(0.0, 1.0));
    ui.painter().rect_filled(filled, 2.0, tokens.accent);
}

/// A thin bar in which a piece runs along: something is done, and nobody knows how much of it there is.
pub(crate) fn running_bar(ui: &mut Ui, width: f32) {
    const PIECE: f32 = 0.3;
    const SECONDS: f64 = 1.6;
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 4.0), Sense::hover());
    #[expect(clippy::cast_possible_truncation, reason = "a share of a round")]
    let round = (ui.input(|input| input.time) / SECONDS).fract() as f32;
    let start = round * (1.0 + PIECE) - PIECE;
    let [from, to] = [start, start + PIECE].map(|share| rect.left() + width * share.clamp(0.0, 1.0));
    ui.painter().rect_filled(rect, 2.0, tokens.line);
    ui.painter().rect_filled(rect.with_min_x(from).with_max_x(to), 2.0, tokens.accent);
}

/// A bar of points: what is earned, then what is lost, then what is open. What there is of each is seen, however little.
pub(crate) fn balance_bar(ui: &mut Ui, size: Vec2, balance: &Balance) -> Response {
    const LEAST: f32 = 2.0;
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let radius = size.y / 2.0;
    ui.painter().rect_filled(rect, radius, tokens.line);
    let long = |points| match share_of(points, balance.whole()) {
        0.0 if points > Decimal::ZERO => LEAST,
        share if share > 0.0 => (share * rect.width()).max(LEAST),
        _ => 0.0,
    };
    let lost = long(balance.lost);
    let earned = long(balance.earned).min(rect.width() - lost - long(balance.open).min(LEAST));
    let lost = Rect::from_min_size(rect.left_top() + vec2(earned, 0.0), vec2(lost, size.y));
    let earned = rect.with_max_x(rect.left() + earned);
    ui.painter().rect_filled(earned, radius, tokens.accent);
    ui.painter().rect_filled(lost, 0.0, tokens.deduction);
    response
}

/// What holds a few choices side by side.
pub(crate) fn segments_frame(ui: &mut Ui, body: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.paper)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(2));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        body(ui);
    });
}

/// One of a few choices, side by side: the views of the program.
pub(crate) fn segment(ui: &mut Ui, on: bool, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let label =
        if on { strong(text).color(tokens.accent) } else { RichText::new(text).color(tokens.ink_soft) };
    let (fill, edge) = match on {
        true => (tokens.panel, Stroke::new(1.0, tokens.line)),
        false => (Color32::TRANSPARENT, Stroke::NONE),
    };
    ui.add(egui::Button::new(label).fill(fill).stroke(edge).min_size(vec2(64.0, 28.0)).selected(on))
}
