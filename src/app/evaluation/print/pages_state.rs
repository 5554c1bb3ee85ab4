//! How far the pages of the print view are scrolled, and where to.

use super::places::Places;
use eframe::egui::{Id, Vec2};

/// Points that ↑ and ↓ scroll, and that a page down leaves in sight.
const LINE: f32 = 48.0;

/// Where a key or a number leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PageScroll {
    /// A page on, or what is in sight of it.
    Screens(i8),
    Lines(i8),
    Start,
    End,
    /// To the top of a page.
    To(usize),
}

/// How far the pages are scrolled, and where to.
#[derive(Default)]
pub(crate) struct PagesUi {
    pub(super) scroll: Option<PageScroll>,
    /// The number of a page while it is typed.
    pub(super) typed: Option<String>,
    /// Of what was drawn last: what is scrolled away, and what has room.
    pub(super) offset: Vec2,
    pub(super) room: Vec2,
    pub(super) scale: f32,
    /// The page in the middle of what is in sight.
    pub(super) current: usize,
    /// What the wheel has zoomed by and no whole per cent shows yet.
    pub(super) carried: f32,
}

/// The field of the number of the page.
pub(crate) fn page_field() -> Id {
    Id::unique("page field")
}

impl PagesUi {
    /// Scrolls when the pages are drawn; several presses of a key in one frame add up.
    pub(crate) fn ask_for(&mut self, scroll: PageScroll) {
        let asked = match (self.scroll, scroll) {
            (Some(PageScroll::Screens(before)), PageScroll::Screens(more)) => {
                PageScroll::Screens(before.saturating_add(more))
            }
            (Some(PageScroll::Lines(before)), PageScroll::Lines(more)) => {
                PageScroll::Lines(before.saturating_add(more))
            }
            _ => scroll,
        };
        self.scroll = Some(asked);
    }

    /// Where the pages are to be scrolled to, if they are not to stay.
    pub(super) fn offset_in(&mut self, places: &Places, sizes: &[(f32, f32)], room: Vec2) -> Option<Vec2> {
        let is_zoomed = self.scale > 0.0 && (places.scale - self.scale).abs() > f32::EPSILON;
        let scroll = self.scroll.take();
        if !is_zoomed && scroll.is_none() {
            return None;
        }
        let mut offset = self.offset;
        if is_zoomed {
            let before = Places::at_scale(sizes, self.scale, self.room);
            offset = places.in_the_middle(room, before.middle_of(offset, self.room));
        }
        if let Some(scroll) = scroll {
            offset.y = self.scrolled(scroll, places, offset.y, room.y);
        }
        Some(offset.clamp(Vec2::ZERO, (places.size - room).max(Vec2::ZERO)))
    }

    fn scrolled(&self, scroll: PageScroll, places: &Places, y: f32, height: f32) -> f32 {
        match scroll {
            PageScroll::Lines(lines) => y + f32::from(lines) * LINE,
            PageScroll::Start => 0.0,
            PageScroll::End => places.size.y,
            PageScroll::To(page) => places.top(page),
            PageScroll::Screens(screens) if places.fits(self.current, height) => {
                places.top(self.current.saturating_add_signed(screens.into()))
            }
            PageScroll::Screens(screens) => y + f32::from(screens) * (height - LINE),
        }
    }
}
