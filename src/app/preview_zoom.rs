//! How large the pages of the print view are shown. It is not the zoom of the window.

use eframe::egui::Vec2;
use serde::{Deserialize, Serialize};

/// Points of the window in a point of paper, at 100 %: 96 to the inch, as on a screen.
const NATURAL: f32 = 96.0 / 72.0;

/// How large pages are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum PreviewZoom {
    /// 页宽: as wide as there is room.
    #[default]
    Width,
    /// 整页: a whole page in sight.
    Page,
    /// In per cent of the size on paper.
    Percent(u16),
}

impl PreviewZoom {
    /// Those that are offered, in per cent.
    pub const STEPS: [u16; 8] = [50, 75, 100, 125, 150, 200, 300, 400];
    const LEAST: u16 = 25;
    const MOST: u16 = 400;

    /// Points of the window in a point of paper, for pages of at most `page` in a `room`.
    pub(crate) fn scale(self, page: Vec2, room: Vec2) -> f32 {
        let wide = room.x / page.x.max(1.0);
        match self {
            Self::Width => within(wide),
            Self::Page => within(wide.min(room.y / page.y.max(1.0))),
            Self::Percent(percent) => f32::from(percent.clamp(Self::LEAST, Self::MOST)) / 100.0 * NATURAL,
        }
    }

    /// What pages of that scale are shown at.
    pub(crate) fn percent(scale: f32) -> u16 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the bounds of a zoom, rounded"
        )]
        let percent = (scale / NATURAL * 100.0).round() as u16;
        percent.clamp(Self::LEAST, Self::MOST)
    }

    /// Larger by a step than `percent`.
    pub(crate) fn larger(percent: u16) -> Self {
        Self::Percent(Self::STEPS.into_iter().find(|step| *step > percent).unwrap_or(Self::MOST))
    }

    /// Smaller by a step than `percent`.
    pub(crate) fn smaller(percent: u16) -> Self {
        Self::Percent(Self::STEPS.into_iter().rev().find(|step| *step < percent).unwrap_or(Self::LEAST))
    }
}

fn within(scale: f32) -> f32 {
    let bound = |percent: u16| f32::from(percent) / 100.0 * NATURAL;
    scale.clamp(bound(PreviewZoom::LEAST), bound(PreviewZoom::MOST))
}

#[cfg(test)]
mod tests {
    use super::PreviewZoom;
    use eframe::egui::vec2;

    #[test]
    fn a_page_fits_the_width_or_as_a_whole_or_is_as_large_as_was_asked() {
        let (page, room) = (vec2(842.0, 595.0), vec2(842.0, 297.5));
        assert!((PreviewZoom::Width.scale(page, room) - 1.0).abs() < 1e-6);
        assert!((PreviewZoom::Page.scale(page, room) - 0.5).abs() < 1e-6);
        let half = PreviewZoom::Percent(50).scale(page, room);
        assert_eq!(PreviewZoom::percent(half), 50);
    }

    #[test]
    fn steps_lead_from_any_size_to_the_next_and_end_at_the_bounds() {
        assert_eq!(PreviewZoom::larger(90), PreviewZoom::Percent(100));
        assert_eq!(PreviewZoom::smaller(100), PreviewZoom::Percent(75));
        assert_eq!(PreviewZoom::smaller(50), PreviewZoom::Percent(25));
        assert_eq!(PreviewZoom::larger(400), PreviewZoom::Percent(400));
    }
}
