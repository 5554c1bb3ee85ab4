//! Colours, sizes and fonts of the window. Nothing else in the program names a colour.

use super::input_method::InputMethodStays;
use super::table_access::TableReader;
use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, Style,
    TextStyle, Visuals, style::ScrollStyle, vec2,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The colours of a theme, by what they are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tokens {
    /// Behind everything.
    pub paper: Color32,
    /// Cards, tables, fields.
    pub panel: Color32,
    pub ink: Color32,
    pub ink_soft: Color32,
    /// Hints and units; still readable (4.5 : 1) on paper and panel.
    pub ink_faint: Color32,
    pub line: Color32,
    pub line_strong: Color32,
    /// Around what can be typed into or chosen: 3 : 1 on paper and panel.
    pub edge: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    pub deduction: Color32,
    pub deduction_soft: Color32,
    pub good: Color32,
    pub good_soft: Color32,
    pub caution: Color32,
    pub caution_soft: Color32,
    /// Sections of a template's bar, darkest first.
    pub series: [Color32; 4],
    pub dark: bool,
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where colours are declared")]
const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

pub(crate) const LIGHT: Tokens = Tokens {
    paper: rgb(0xF6F5F1),
    panel: rgb(0xFFFFFF),
    ink: rgb(0x1E2328),
    ink_soft: rgb(0x5B636B),
    ink_faint: rgb(0x687078),
    line: rgb(0xE2DFD7),
    line_strong: rgb(0xCFCBC0),
    edge: rgb(0x8A867B),
    accent: rgb(0x1F5A7A),
    accent_soft: rgb(0xE6EFF4),
    on_accent: rgb(0xFFFFFF),
    deduction: rgb(0xB9382C),
    deduction_soft: rgb(0xFAEBE8),
    good: rgb(0x2B754B),
    good_soft: rgb(0xE7F3EB),
    caution: rgb(0x8F5B00),
    caution_soft: rgb(0xFBF1DC),
    series: [rgb(0x1F5A7A), rgb(0x3F7FA0), rgb(0x6FA1BA), rgb(0x8FB5C8)],
    dark: false,
};

pub(crate) const DARK: Tokens = Tokens {
    paper: rgb(0x1B1E21),
    panel: rgb(0x24282C),
    ink: rgb(0xECEAE4),
    ink_soft: rgb(0xB4B9BE),
    ink_faint: rgb(0x979DA3),
    line: rgb(0x363B40),
    line_strong: rgb(0x4D545A),
    edge: rgb(0x7C858D),
    accent: rgb(0x7DB7D6),
    accent_soft: rgb(0x24394A),
    on_accent: rgb(0x10202B),
    deduction: rgb(0xF0897D),
    deduction_soft: rgb(0x45282A),
    good: rgb(0x7CC79B),
    good_soft: rgb(0x233B2D),
    caution: rgb(0xE0B058),
    caution_soft: rgb(0x40351F),
    series: [rgb(0x4C86A6), rgb(0x3F7089), rgb(0x345D72), rgb(0x2C4C5D)],
    dark: true,
};

impl Tokens {
    /// The tokens of the style that is being drawn.
    pub(crate) fn of(ui: &egui::Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }
}

/// Text sizes, in points.
pub(crate) mod size {
    pub(crate) const SMALL: f32 = 13.0;
    pub(crate) const BODY: f32 = 15.0;
    pub(crate) const HEADING: f32 = 20.0;
    pub(crate) const DISPLAY: f32 = 26.0;
}

pub(crate) const RADIUS: CornerRadius = CornerRadius::same(6);
/// Side of the grid that spaces stand on, in points.
pub(crate) const GRID: f32 = 4.0;

/// The bold weight: egui's `strong` is a colour, not a weight.
pub(crate) fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

pub(crate) fn bold_font(size: f32) -> FontId {
    FontId::new(size, bold())
}

/// The Chinese fonts of the program, first in every family so that Latin digits are theirs too.
pub(crate) fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces = [("sans", crate::fonts::SANS_REGULAR), ("sans-bold", crate::fonts::SANS_BOLD)];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, &["sans"][..]),
        (FontFamily::Monospace, &["sans"][..]),
        (bold(), &["sans-bold", "sans"][..]),
    ];
    for (family, names) in families {
        fonts.families.insert(family, names.iter().map(|&name| name.to_owned()).collect());
    }
    fonts
}

/// Fonts and both themes. Must run before the first frame: columns keep the width of their first text.
pub(crate) fn install(ctx: &egui::Context) {
    ctx.add_plugin(TableReader::default());
    ctx.add_plugin(InputMethodStays::here());
    ctx.set_fonts(fonts());
    for (theme, tokens) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.set_style_of(theme, style(tokens));
    }
    ctx.options_mut(|options| {
        options.fallback_theme = egui::Theme::Light;
        // The way out asks about unsaved work: it is a command like the others.
        options.quit_shortcuts.clear();
    });
}

fn style(tokens: &Tokens) -> Style {
    let mut style = Style { visuals: visuals(tokens), ..Style::default() };
    style.text_styles = BTreeMap::from([
        (TextStyle::Small, FontId::proportional(size::SMALL)),
        (TextStyle::Body, FontId::proportional(size::BODY)),
        (TextStyle::Button, FontId::proportional(size::BODY)),
        (TextStyle::Monospace, FontId::proportional(size::BODY)),
        (TextStyle::Heading, bold_font(size::HEADING)),
    ]);
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size.y = 28.0;
    spacing.icon_width = 18.0;
    spacing.icon_width_inner = 11.0;
    spacing.icon_spacing = 8.0;
    spacing.menu_margin = Margin::same(6);
    spacing.menu_width = 320.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll = scroll_style();
    style
}

/// How much of the ink a thumb has: 3 : 1 against its track. The fill of widgets, which a thumb has else, is the
/// colour of the track.
const THUMB: f32 = 0.52;

/// A bar beside the content, never over it. It is solid in all but name: only floating bars take an opacity.
fn scroll_style() -> ScrollStyle {
    const WIDTH: f32 = 7.0;
    let solid = ScrollStyle { bar_width: WIDTH, ..ScrollStyle::solid() };
    ScrollStyle {
        floating: true,
        floating_width: WIDTH,
        floating_allocated_width: solid.allocated_width(),
        foreground_color: true,
        dormant_background_opacity: 1.0,
        active_background_opacity: 1.0,
        interact_background_opacity: 1.0,
        dormant_handle_opacity: THUMB,
        active_handle_opacity: THUMB,
        interact_handle_opacity: 0.7,
        ..solid
    }
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    // A blinking cursor draws the whole window twice a second while somebody thinks.
    visuals.text_cursor.blink = false;
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.panel;
    visuals.window_stroke = Stroke::new(1.0, tokens.line_strong);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.faint_bg_color = tokens.paper;
    visuals.extreme_bg_color = tokens.panel;
    visuals.text_edit_bg_color = Some(tokens.panel);
    visuals.error_fg_color = tokens.deduction;
    visuals.warn_fg_color = tokens.caution;
    visuals.hyperlink_color = tokens.accent;
    visuals.weak_text_color = Some(tokens.ink_faint);
    visuals.selection.bg_fill = tokens.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent);
    let widgets = &mut visuals.widgets;
    let frames = [
        (&mut widgets.noninteractive, tokens.panel, tokens.line, tokens.ink),
        (&mut widgets.inactive, tokens.panel, tokens.edge, tokens.ink),
        (&mut widgets.hovered, tokens.accent_soft, tokens.accent, tokens.ink),
        (&mut widgets.active, tokens.accent_soft, tokens.accent, tokens.accent),
        (&mut widgets.open, tokens.accent_soft, tokens.line_strong, tokens.ink),
    ];
    for (widget, fill, edge, ink) in frames {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = RADIUS;
        widget.expansion = 0.0;
    }
    visuals
}

/// Length of a bar: the one place where exact numbers become a float, because pixels are.
pub(crate) fn share_of(part: Decimal, whole: Decimal) -> f32 {
    let share = part.checked_div(whole).unwrap_or_default();
    let thousandths = crate::number::round(share.saturating_mul(Decimal::from(10_000)), 0);
    i64::try_from(thousandths).map_or(0.0, |n| n.clamp(0, 10_000) as f32 / 10_000.0)
}

/// A ring around what has the focus, where the widget itself shows it too little. Fields show it themselves.
pub(crate) fn focus_ring(ctx: &egui::Context, tokens: &Tokens) {
    if ctx.text_edit_focused() {
        return;
    }
    let focused = ctx.memory(|memory| memory.focused());
    let Some(response) = focused.and_then(|id| ctx.read_response(id)) else { return };
    let shown = response.interact_rect;
    if shown.is_positive() {
        let stroke = Stroke::new(2.0, tokens.accent);
        let painter = ctx.layer_painter(response.layer_id);
        painter.rect_stroke(shown.expand(2.0), RADIUS, stroke, egui::StrokeKind::Outside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.
    fn luminance(color: Color32) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05);
        if a > b { a / b } else { b / a }
    }

    /// The color of a thumb at rest, as egui mixes it.
    fn thumb(style: &Style) -> Color32 {
        let scroll = &style.spacing.scroll;
        let widget = &style.visuals.widgets.inactive;
        let color = if scroll.foreground_color { widget.fg_stroke.color } else { widget.bg_fill };
        let opacity = if scroll.floating { scroll.dormant_handle_opacity } else { 1.0 };
        style.visuals.extreme_bg_color.blend(color.gamma_multiply(opacity))
    }

    #[test]
    fn a_thumb_can_be_told_from_its_track() {
        for tokens in [&LIGHT, &DARK] {
            let style = style(tokens);
            for ground in [style.visuals.extreme_bg_color, tokens.paper] {
                let ratio = contrast(thumb(&style), ground);
                assert!(ratio >= 3.0, "a thumb on {ground:?}, dark {}: {ratio:.2}", tokens.dark);
            }
        }
    }

    #[test]
    fn words_and_edges_can_be_told_from_their_ground() {
        for tokens in [&LIGHT, &DARK] {
            let Tokens { paper, panel, accent_soft, .. } = *tokens;
            for ground in [paper, panel, accent_soft] {
                for ink in [tokens.ink, tokens.ink_soft, tokens.accent, tokens.deduction, tokens.good] {
                    let ratio = contrast(ink, ground);
                    assert!(ratio >= 4.5, "{ink:?} on {ground:?}: {ratio:.2}");
                }
            }
            for (ink, ground) in [
                (tokens.ink_faint, paper),
                (tokens.ink_faint, panel),
                (tokens.caution, panel),
                (tokens.caution, tokens.caution_soft),
                (tokens.deduction, tokens.deduction_soft),
                (tokens.good, tokens.good_soft),
                (tokens.on_accent, tokens.accent),
            ] {
                let ratio = contrast(ink, ground);
                assert!(ratio >= 4.5, "{ink:?} on {ground:?}: {ratio:.2}");
            }
            for ground in [paper, panel] {
                let ratio = contrast(tokens.edge, ground);
                assert!(ratio >= 3.0, "an edge on {ground:?}: {ratio:.2}");
            }
        }
    }
}
