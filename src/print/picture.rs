//! Pages as pictures: the preview draws the very glyphs and rules that the PDF holds.

use super::typeset::{Face, Fill, Ink, Page, Rule, Run};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};
use std::collections::HashMap;
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// Of the rules of tables, in points; never thinner than that many pixels.
const RULE_WIDTH: f32 = 0.5;
const THINNEST: f32 = 0.8;

/// `None` where a page is too large for a picture.
pub(super) fn draw(page: &Page, pixel_per_pt: f32) -> Option<Pixmap> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
    let pixels = |points: f32| (points * pixel_per_pt).round().max(1.0) as u32;
    let mut picture = Pixmap::new(pixels(page.width), pixels(page.height))?;
    picture.fill(Color::WHITE);
    let mut canvas = Canvas { picture, scale: pixel_per_pt, glyphs: HashMap::new() };
    page.fills.iter().for_each(|fill| canvas.fill(fill));
    page.rules.iter().for_each(|rule| canvas.rule(rule));
    for text in &page.texts {
        for run in &text.line.runs {
            canvas.run(run, (text.x + run.x, text.y + text.line.rise));
        }
    }
    Some(canvas.picture)
}

struct Canvas {
    picture: Pixmap,
    scale: f32,
    /// Outlines in units of their face, by its address.
    glyphs: HashMap<(*const Face, u16), Option<Path>>,
}

impl Canvas {
    fn run(&mut self, run: &Run, (mut x, y): (f32, f32)) {
        let paint = paint(run.ink);
        let size = run.size * self.scale / run.face.units_per_em;
        for glyph in &run.glyphs {
            let outline =
                self.glyphs.entry((run.face, glyph.id)).or_insert_with(|| outline(run.face, glyph.id));
            if let Some(outline) = outline {
                let place = Transform::from_row(
                    size,
                    0.0,
                    0.0,
                    -size,
                    (x + glyph.shift) * self.scale,
                    y * self.scale,
                );
                self.picture.fill_path(outline, &paint, FillRule::Winding, place, None);
            }
            x += glyph.advance;
        }
    }

    /// On whole pixels, so that rules of one table look alike.
    fn rule(&mut self, rule: &Rule) {
        let width = (RULE_WIDTH * self.scale).max(THINNEST);
        let along = |at: f32| (at * self.scale).round();
        let ((x1, y1), (x2, y2)) = (rule.from, rule.to);
        let half = width / 2.0;
        let (left, right) = (along(x1.min(x2)) - half, along(x1.max(x2)) + half);
        let (top, bottom) = (along(y1.min(y2)) - half, along(y1.max(y2)) + half);
        if let Some(rect) = Rect::from_ltrb(left + 0.5, top + 0.5, right + 0.5, bottom + 0.5) {
            self.picture.fill_rect(rect, &paint(Ink::Black), Transform::identity(), None);
        }
    }

    fn fill(&mut self, fill: &Fill) {
        let [x, y, width, height] = fill.area.map(|length| length * self.scale);
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        if let Some(ink) = fill.ink {
            self.picture.fill_rect(rect, &paint(ink), Transform::identity(), None);
        }
        if let Some(edge) = fill.edge {
            let stroke = Stroke { width: (RULE_WIDTH * self.scale).max(THINNEST), ..Stroke::default() };
            let path = PathBuilder::from_rect(rect);
            self.picture.stroke_path(&path, &paint(edge), &stroke, Transform::identity(), None);
        }
    }
}

fn paint(ink: Ink) -> Paint<'static> {
    let [red, green, blue] = ink.rgb();
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn outline(face: &Face, glyph: u16) -> Option<Path> {
    let mut pen = Pen(PathBuilder::new());
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    face.font.outline_glyphs().get(GlyphId::from(glyph))?.draw(settings, &mut pen).ok()?;
    pen.0.finish()
}

struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.0.cubic_to(cx, cy, dx, dy, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
