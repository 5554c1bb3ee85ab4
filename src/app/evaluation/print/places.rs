//! Where pages stand in the room that is scrolled.

use crate::app::preview_zoom::PreviewZoom;
use eframe::egui::{Rangef, Rect, Vec2, pos2, vec2};
use std::ops::Range;

/// Around the pages and between them.
const MARGIN: f32 = 16.0;

/// Pages one below the other, the narrower ones in the middle.
pub(super) struct Places {
    /// Points of the window in a point of paper.
    pub scale: f32,
    /// Of the whole.
    pub size: Vec2,
    rects: Vec<Rect>,
}

impl Places {
    /// Of pages of these sizes in a room of that size.
    pub(super) fn new(sizes: &[(f32, f32)], zoom: PreviewZoom, room: Vec2) -> Self {
        let largest = sizes.iter().fold(Vec2::ZERO, |most, (width, height)| most.max(vec2(*width, *height)));
        Self::at_scale(sizes, zoom.scale(largest, room - Vec2::splat(2.0 * MARGIN)), room)
    }

    pub(super) fn at_scale(sizes: &[(f32, f32)], scale: f32, room: Vec2) -> Self {
        let widest = sizes.iter().map(|(width, _)| width * scale).fold(0.0, f32::max);
        let width = room.x.max(widest + 2.0 * MARGIN);
        let mut top = MARGIN;
        let mut rects = Vec::with_capacity(sizes.len());
        for size in sizes {
            let size = vec2(size.0, size.1) * scale;
            rects.push(Rect::from_min_size(pos2((width - size.x) / 2.0, top), size));
            top += size.y + MARGIN;
        }
        Self { scale, size: vec2(width, top), rects }
    }

    pub(super) fn rect(&self, page: usize) -> Rect {
        self.rects.get(page).copied().unwrap_or(Rect::ZERO)
    }

    /// What is scrolled away above a page, its margin not.
    pub(super) fn top(&self, page: usize) -> f32 {
        self.rect(page.min(self.rects.len().saturating_sub(1))).top() - MARGIN
    }

    /// The page is seen whole in that height.
    pub(super) fn fits(&self, page: usize, height: f32) -> bool {
        self.rect(page).height() <= height
    }

    /// The pages in sight.
    pub(super) fn within(&self, y: Rangef) -> Range<usize> {
        let first = self.rects.partition_point(|rect| rect.bottom() < y.min);
        let end = self.rects.partition_point(|rect| rect.top() <= y.max);
        first..end.max(first)
    }

    /// The page at that height, or the one above it.
    pub(super) fn page_at(&self, y: f32) -> usize {
        self.rects.partition_point(|rect| rect.top() <= y).saturating_sub(1)
    }

    /// What stands in the middle of a room: page, and the place on it in parts of the page.
    pub(super) fn middle_of(&self, offset: Vec2, room: Vec2) -> (usize, Vec2) {
        let middle = (offset + room / 2.0).to_pos2();
        let page = self.page_at(middle.y);
        let rect = self.rect(page);
        (page, (middle - rect.min) / rect.size().max(Vec2::splat(1.0)))
    }

    /// How far to scroll to have that in the middle.
    pub(super) fn in_the_middle(&self, room: Vec2, (page, place): (usize, Vec2)) -> Vec2 {
        let rect = self.rect(page);
        rect.min.to_vec2() + rect.size() * place - room / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [(f32, f32); 3] = [(800.0, 600.0), (600.0, 800.0), (800.0, 600.0)];

    #[test]
    fn the_widest_page_fits_and_the_others_are_as_large_on_paper() {
        let places = Places::new(&SIZES, PreviewZoom::Width, vec2(832.0, 400.0));
        assert!((places.scale - 1.0).abs() < 1e-6 && (places.size.x - 832.0).abs() < 1e-3);
        assert_eq!((places.rect(1).left(), places.rect(1).width()), (116.0, 600.0));
        assert_eq!(places.within(Rangef::new(0.0, 400.0)), 0..1);
        assert_eq!(places.within(Rangef::new(600.0, 700.0)), 0..2);
        assert_eq!([0.0, 500.0, 700.0, 9_000.0].map(|y| places.page_at(y)), [0, 0, 1, 2]);
    }

    #[test]
    fn what_is_in_the_middle_stays_there_when_it_is_zoomed() {
        let room = vec2(500.0, 400.0);
        let small = Places::at_scale(&SIZES, 1.0, room);
        let large = Places::at_scale(&SIZES, 2.0, room);
        let place = small.middle_of(vec2(100.0, 900.0), room);
        let offset = large.in_the_middle(room, place);
        let (page, at) = large.middle_of(offset, room);
        assert_eq!(page, place.0);
        assert!((at - place.1).length() < 1e-3, "{at:?} {place:?}");
    }
}
