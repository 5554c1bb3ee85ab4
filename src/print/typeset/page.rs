//! What stands on a page.

use super::ink::Ink;
use super::line::Line;
use super::structure::NodeId;

/// A line of text at its place.
#[derive(Clone, Debug)]
pub(in crate::print) struct Placed {
    pub(in crate::print) x: f32,
    /// Of the line's upper edge.
    pub(in crate::print) y: f32,
    pub(in crate::print) line: Line,
    /// What it belongs to; `None` for what is repeated on each page.
    pub(in crate::print) node: Option<NodeId>,
}

/// A straight line, across or upright.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) struct Rule {
    pub(in crate::print) from: (f32, f32),
    pub(in crate::print) to: (f32, f32),
}

/// A box, filled or empty.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) struct Fill {
    /// Left, top, width, height.
    pub(in crate::print) area: [f32; 4],
    pub(in crate::print) ink: Option<Ink>,
    pub(in crate::print) edge: Option<Ink>,
}

/// A page, or a part of one.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Page {
    pub(in crate::print) width: f32,
    pub(in crate::print) height: f32,
    pub(in crate::print) texts: Vec<Placed>,
    pub(in crate::print) rules: Vec<Rule>,
    pub(in crate::print) fills: Vec<Fill>,
}

impl Page {
    pub(in crate::print) fn new(width: f32, height: f32) -> Self {
        Self { width, height, ..Self::default() }
    }

    pub(in crate::print) fn rule(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.rules.push(Rule { from, to });
    }

    /// A frame of rules.
    pub(in crate::print) fn frame(&mut self, [x, y, width, height]: [f32; 4]) {
        let (right, bottom) = (x + width, y + height);
        for (from, to) in [
            ((x, y), (right, y)),
            ((x, bottom), (right, bottom)),
            ((x, y), (x, bottom)),
            ((right, y), (right, bottom)),
        ] {
            self.rule(from, to);
        }
    }

    /// Lines below each other from `(x, y)` in a width; gives where they end.
    pub(in crate::print) fn lines(
        &mut self,
        lines: Vec<Line>,
        (x, mut y): (f32, f32),
        width: f32,
        node: Option<NodeId>,
    ) -> f32 {
        for line in lines {
            let height = line.height;
            self.texts.push(Placed { x: x + line.offset_in(width), y, line, node });
            y += height;
        }
        y
    }

    /// Takes what stands on another, moved.
    pub(in crate::print) fn put(&mut self, part: Self, (x, y): (f32, f32)) {
        self.texts.extend(part.texts.into_iter().map(|text| Placed { x: text.x + x, y: text.y + y, ..text }));
        let moved = |(a, b): (f32, f32)| (a + x, b + y);
        self.rules.extend(part.rules.iter().map(|rule| Rule { from: moved(rule.from), to: moved(rule.to) }));
        self.fills.extend(part.fills.iter().map(|fill| {
            let [left, top, width, height] = fill.area;
            Fill { area: [left + x, top + y, width, height], ..*fill }
        }));
    }
}
