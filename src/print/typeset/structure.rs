//! What the parts of a document are to each other: what a screen reader is told, and the tags of the PDF.

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::print) enum Role {
    /// One paper (封面, 评分表 …).
    Section,
    /// Its title.
    Title,
    /// A heading below it.
    Heading,
    Paragraph,
    Table,
    Row,
    /// A cell of a table: over how many columns and rows.
    Cell {
        across: u32,
        down: u32,
    },
    /// A cell that heads a column.
    Head {
        across: u32,
        down: u32,
    },
}

/// A part of the [`Structure`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::print) struct NodeId(pub(in crate::print) u32);

/// The parts in the order in which they are read.
#[derive(Default, Debug)]
pub(in crate::print) struct Structure {
    /// What each is, and which it belongs to; that one stands before it.
    pub(in crate::print) nodes: Vec<(Role, Option<NodeId>)>,
}

impl Structure {
    pub(in crate::print) fn add(&mut self, role: Role, within: Option<NodeId>) -> NodeId {
        self.nodes.push((role, within));
        NodeId(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
    }
}
