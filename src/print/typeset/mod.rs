//! Setting type on pages: paragraphs of Chinese and Latin text, tables whose groups span rows, pages cut between rows.
//!
//! Everything is measured once and placed once, so that the cost of a sheet grows with its rows. Lengths are points
//! (1/72 inch) from the upper left corner of a page, y downwards. What stands on a page is a list of texts, rules and
//! boxes; `pdf` writes it and `picture` draws it. Texts name the node of the [`Structure`] that they belong to, which
//! becomes the tags of the PDF.

mod breaks;
mod face;
mod flow;
mod ink;
mod line;
mod page;
mod rows;
mod structure;
mod table;
mod text;
mod words;

pub(super) use face::Face;
pub(super) use flow::{Area, Flow};
pub(super) use ink::Ink;
pub(super) use line::{Line, Run, lines, width_of};
pub(super) use page::{Fill, Page, Placed, Rule};
pub(super) use structure::{NodeId, Role, Structure};
pub(super) use table::{Cell, Column, Row, Spanning, Table};
pub(super) use text::{Align, Paragraph, Style};

/// Millimetres in points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}
