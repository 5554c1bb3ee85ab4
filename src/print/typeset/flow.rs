//! What follows each other down the pages: paragraphs, tables, blocks that stay whole.

use super::line::{Line, lines};
use super::page::Page;
use super::rows::{Segment, as_table, whole_row};
use super::structure::{NodeId, Role, Structure};
use super::table::{SetCell, SetRow, SetTable, Table, height_of};
use super::text::Paragraph;

/// A page and the part of it that is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::print) struct Area {
    pub(in crate::print) page: (f32, f32),
    pub(in crate::print) left: f32,
    pub(in crate::print) top: f32,
    pub(in crate::print) width: f32,
    pub(in crate::print) height: f32,
}

/// Pages being filled.
pub(in crate::print) struct Flow<'a> {
    area: Area,
    pages: Vec<Page>,
    /// Where the next part begins, from the upper edge of the area.
    y: f32,
    structure: &'a mut Structure,
    section: NodeId,
    density: f32,
}

impl<'a> Flow<'a> {
    /// Text and the room around it are `density` times as large as usual.
    pub(in crate::print) fn new(area: Area, density: f32, structure: &'a mut Structure) -> Self {
        let section = structure.add(Role::Section, None);
        Self { area, pages: vec![Page::new(area.page.0, area.page.1)], y: 0.0, structure, section, density }
    }

    pub(in crate::print) fn density(&self) -> f32 {
        self.density
    }

    pub(in crate::print) fn width(&self) -> f32 {
        self.area.width
    }

    /// What is left of this page.
    fn room(&self) -> f32 {
        self.area.height - self.y
    }

    fn is_at_top(&self) -> bool {
        self.y <= 0.0
    }

    /// Where the last part ends, from the upper edge of its page.
    pub(in crate::print) fn end(&self) -> f32 {
        self.area.top + self.y
    }

    pub(in crate::print) fn finish(self) -> Vec<Page> {
        self.pages
    }

    pub(in crate::print) fn new_page(&mut self) {
        self.pages.push(Page::new(self.area.page.0, self.area.page.1));
        self.y = 0.0;
    }

    /// Begins a new page unless there is room for that much.
    pub(in crate::print) fn reserve(&mut self, height: f32) {
        if height > self.room() && height <= self.area.height && !self.is_at_top() {
            self.new_page();
        }
    }

    /// Free room, none at the top of a page.
    pub(in crate::print) fn space(&mut self, height: f32) {
        if !self.is_at_top() {
            self.y = (self.y + height * self.density).min(self.area.height);
        }
    }

    /// Free room, at the top of a page too.
    pub(in crate::print) fn gap(&mut self, height: f32) {
        self.y = (self.y + height).min(self.area.height);
    }

    fn with_page(&mut self, draw: impl FnOnce(&mut Page, (f32, f32), &mut Structure)) {
        let at = (self.area.left, self.area.top + self.y);
        if let Some(page) = self.pages.last_mut() {
            draw(page, at, self.structure);
        }
    }

    /// Lines across the width, over as many pages as they need.
    pub(in crate::print) fn text(&mut self, role: Role, paragraph: &Paragraph) {
        let set = lines(std::slice::from_ref(paragraph), self.area.width, self.density);
        if set.is_empty() {
            return;
        }
        let node = self.structure.add(role, Some(self.section));
        // A heading is not left alone, nor one line of several.
        let first: f32 = set.iter().take(2).map(|line| line.height).sum();
        self.reserve(if role == Role::Heading { first * 3.0 } else { first });
        for line in set {
            self.reserve(line.height);
            let (height, width) = (line.height, self.area.width);
            self.with_page(|page, at, _| {
                page.lines(vec![line], at, width, Some(node));
            });
            self.y += height;
        }
    }

    /// What stays whole, as high as it says.
    pub(in crate::print) fn block(&mut self, block: Page, roles: Role) {
        self.reserve(block.height);
        let height = block.height;
        let node = self.structure.add(roles, Some(self.section));
        self.with_page(|page, at, _| {
            let texts = page.texts.len();
            page.put(block, at);
            page.texts.iter_mut().skip(texts).for_each(|text| text.node = Some(node));
        });
        self.y += height;
    }

    /// A table, and below its last rows room for `after` on the same page: nobody signs below nothing.
    pub(in crate::print) fn table(&mut self, table: Table, after: f32) {
        if table.rows.is_empty() && table.head.is_empty() {
            return;
        }
        let set = SetTable::new(table, self.area.width, self.density);
        let node = self.structure.add(Role::Table, Some(self.section));
        let head = as_table(&set, &set.head, set.open_above);
        let head_height = set.head_height();
        // What may stand below the rows of one page at most.
        let after = after.min(self.area.height * 0.8 - head_height);
        let mut pages = TablePages {
            flow: self,
            set: &set,
            head: &head,
            head_height,
            node,
            has_begun: false,
            is_headed: false,
        };
        pages.place(after);
    }
}

/// A table on its way down the pages.
struct TablePages<'f, 'a, 't> {
    flow: &'f mut Flow<'a>,
    set: &'t SetTable,
    head: &'t SetTable,
    head_height: f32,
    node: NodeId,
    has_begun: bool,
    /// The heading stands on this page.
    is_headed: bool,
}

impl TablePages<'_, '_, '_> {
    fn place(&mut self, after: f32) {
        let count = self.set.rows.len();
        let mut at = 0;
        while at < count {
            let room = self.room();
            let mut end = self.fitting(at, room);
            if end == count && self.height(at..end) + after > room {
                end = self.left_behind(at, after);
            }
            end = self.kept(at, end);
            match (end > at, self.flow.is_at_top()) {
                (true, _) => {
                    self.segment(at..end);
                    at = end;
                    if at < count {
                        self.new_page();
                    }
                }
                (false, false) => self.new_page(),
                // Higher than a page: it goes on on the next one.
                (false, true) => {
                    self.split(at, room);
                    at += 1;
                }
            }
        }
        if count == 0 {
            self.flow.reserve(self.head_height + after.max(0.0));
            self.heading();
        }
    }

    fn new_page(&mut self) {
        self.flow.new_page();
        self.is_headed = false;
    }

    /// What is left of this page for rows.
    fn room(&self) -> f32 {
        self.flow.room() - if self.is_headed { 0.0 } else { self.head_height }
    }

    fn height(&self, rows: std::ops::Range<usize>) -> f32 {
        Segment::new(self.set, rows).height()
    }

    /// Behind the last of the rows from `at` on that have room.
    fn fitting(&self, at: usize, room: f32) -> usize {
        let mut end = at;
        // Without what labels add, to begin with.
        let mut filled = 0.0;
        while let Some(row) = self.set.rows.get(end).filter(|row| filled + row.height <= room) {
            filled += row.height;
            end += 1;
        }
        while end > at && self.height(at..end) > room {
            end -= 1;
        }
        end
    }

    /// All rows fit here but what belongs below them does not: so few stay behind that the rest stands together with it, two
    /// rows of it at least.
    fn left_behind(&self, at: usize, after: f32) -> usize {
        let count = self.set.rows.len();
        let most = self.flow.area.height - self.head_height - after;
        let mut end = count.saturating_sub(1);
        while end > at && count - end < 3 && self.height(end - 1..count) <= most {
            end -= 1;
        }
        // The whole of it on a page of its own, where little of it stood here.
        if end > at || !self.flow.is_at_top() { end } else { count }
    }

    /// Rows that keep together do, unless they fill a page.
    fn kept(&self, at: usize, end: usize) -> usize {
        if end >= self.set.rows.len() {
            return end;
        }
        let mut kept = end;
        while kept > at && self.set.rows.get(kept - 1).is_some_and(|row| row.keep) {
            kept -= 1;
        }
        if kept > at || !self.flow.is_at_top() { kept } else { end }
    }

    /// Once a page.
    fn heading(&mut self) {
        if std::mem::replace(&mut self.is_headed, true) {
            return;
        }
        let node = (!self.has_begun).then_some(self.node);
        let segment = Segment::new(self.head, 0..self.head.rows.len());
        self.flow.with_page(|page, at, structure| segment.draw(page, at, structure, node));
        self.flow.y += self.head_height;
        self.has_begun = true;
    }

    fn segment(&mut self, rows: std::ops::Range<usize>) {
        self.heading();
        let (segment, node) = (Segment::new(self.set, rows), self.node);
        self.flow.with_page(|page, at, structure| segment.draw(page, at, structure, Some(node)));
        self.flow.y += segment.height();
    }

    /// A row that no page holds, in pieces, with the labels of its groups as cells of it.
    fn split(&mut self, at: usize, room: f32) {
        let Some(mut rest) = whole_row(self.set, at) else { return };
        loop {
            let piece = SetRow {
                cells: rest.cells.iter_mut().map(|cell| taken(cell, room - 2.0 * self.set.pad)).collect(),
                ..SetRow::default()
            };
            let is_last = rest.cells.iter().all(|cell| cell.lines.is_empty());
            let height =
                piece.cells.iter().map(|cell| height_of(&cell.lines, self.set.pad)).fold(0.0, f32::max);
            let piece = SetRow { height, ..piece };
            let one = as_table(self.set, &[piece], 0);
            self.heading();
            let (segment, node) = (Segment::new(&one, 0..1), self.node);
            self.flow.with_page(|page, at, structure| segment.draw(page, at, structure, Some(node)));
            self.flow.y += segment.height();
            if is_last {
                break;
            }
            self.new_page();
        }
    }
}

/// The lines of a cell that have room, taken out of it.
fn taken(cell: &mut SetCell, room: f32) -> SetCell {
    let mut height = 0.0;
    let fits = |line: &&Line| {
        height += line.height;
        height <= room
    };
    let count = cell.lines.iter().take_while(fits).count().max(1).min(cell.lines.len());
    let rest = cell.lines.split_off(count);
    let lines = std::mem::replace(&mut cell.lines, rest);
    SetCell { lines, at_top: true, ..cell.clone() }
}
