//! A table as a screen reader knows it. egui draws cells side by side and says nothing of the row that they are of:
//! what a table noted while it was drawn is put into the tree that the screen reader gets.

use eframe::egui::accesskit::{self, Action, Node, NodeId, TreeUpdate};
use eframe::egui::{self, Event, FullOutput, Id, Plugin, RawInput, Rect, Role};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A table as it was drawn.
#[derive(Debug, Default)]
pub(crate) struct TableAccess {
    pub name: String,
    pub columns: usize,
    /// Of all rows, in sight or not.
    pub row_count: usize,
    /// The names of the columns, which stay in sight.
    pub heading: Option<RowAccess>,
    /// Those in sight.
    pub rows: Vec<RowAccess>,
    /// Keys are the table's: the selected row has the focus as far as anybody can tell.
    pub has_keys: bool,
}

/// A row in sight.
#[derive(Debug)]
pub(crate) struct RowAccess {
    /// What is said of it in one sentence.
    pub name: String,
    /// Among all rows.
    pub index: usize,
    pub selected: bool,
    pub rect: Rect,
    pub cells: Vec<CellAccess>,
}

/// A cell of a row in sight.
#[derive(Debug)]
pub(crate) struct CellAccess {
    /// The `Ui` that it was drawn in, which is also the widget that a click on it reaches.
    pub ui: Id,
    pub rect: Rect,
    pub words: String,
}

fn id() -> Id {
    Id::unique("table-access")
}

/// Somebody reads the window aloud: only then is a table worth noting.
pub(crate) fn is_read(ui: &egui::Ui) -> bool {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some()
}

/// Notes what was drawn, for the tree of this pass.
pub(crate) fn note(ctx: &egui::Context, table: TableAccess) {
    ctx.data_mut(|data| data.insert_temp(id(), Arc::new(table)));
}

/// Puts what was noted into the tree, and leads back what is asked of it.
#[derive(Default)]
pub(crate) struct TableReader {
    /// Rows of the tree, each with its first cell: egui knows only that.
    first_cells: HashMap<NodeId, NodeId>,
}

impl Plugin for TableReader {
    fn debug_name(&self) -> &'static str {
        "table reader"
    }

    fn input_hook(&mut self, _ctx: &egui::Context, input: &mut RawInput) {
        for event in &mut input.events {
            if let Event::AccessKitActionRequest(request) = event
                && let Some(cell) = self.first_cells.get(&request.target_node)
            {
                request.target_node = *cell;
                // A row is selected, not focused: the keys stay the table's.
                request.action = Action::Click;
            }
        }
    }

    fn output_hook(&mut self, ctx: &egui::Context, output: &mut FullOutput) {
        self.first_cells.clear();
        let table = ctx.data_mut(|data| data.remove_temp::<Arc<TableAccess>>(id()));
        if let (Some(table), Some(update)) = (table, &mut output.platform_output.accesskit_update) {
            self.put_in(update, &table);
        }
    }
}

impl TableReader {
    fn put_in(&mut self, update: &mut TreeUpdate, table: &TableAccess) {
        let first = table.rows.first().and_then(|row| row.cells.first()).map(|cell| cell.ui.accesskit_id());
        let parent = update
            .nodes
            .iter()
            .position(|(_, node)| first.is_some_and(|cell| node.children().contains(&cell)));
        let Some(parent) = parent else { return };
        let places: HashMap<NodeId, usize> =
            update.nodes.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let mut rows = Vec::with_capacity(table.rows.len());
        let mut moved = HashSet::new();
        for row in table.heading.iter().chain(&table.rows) {
            let cells: Vec<NodeId> = row
                .cells
                .iter()
                .map(|cell| cell.ui.accesskit_id())
                .filter(|id| places.contains_key(id))
                .collect();
            let Some(first) = cells.first() else { continue };
            let is_heading = table.heading.as_ref().is_some_and(|heading| std::ptr::eq(heading, row));
            let id = Id::unique(("table-row", is_heading, row.index)).accesskit_id();
            self.first_cells.insert(id, *first);
            moved.extend(cells.iter().copied());
            let role = if is_heading { Role::ColumnHeader } else { Role::Cell };
            let mut node = row_node(row, role, update, &places);
            node.set_children(cells);
            rows.push((id, node));
            if row.selected && table.has_keys && update.focus == egui::accesskit_root_id().accesskit_id() {
                update.focus = id;
            }
        }
        for (_, node) in &mut update.nodes {
            if node.children().iter().any(|child| moved.contains(child)) {
                let kept: Vec<NodeId> =
                    node.children().iter().copied().filter(|child| !moved.contains(child)).collect();
                node.set_children(kept);
            }
        }
        if let Some((_, node)) = update.nodes.get_mut(parent) {
            rows.iter().for_each(|(id, _)| node.push_child(*id));
            node.set_role(Role::Table);
            node.set_label(table.name.clone());
            node.set_row_count(table.row_count);
            node.set_column_count(table.columns);
        }
        update.nodes.extend(rows);
    }
}

/// The node of a row around its cells, which become cells.
fn row_node(row: &RowAccess, role: Role, update: &mut TreeUpdate, places: &HashMap<NodeId, usize>) -> Node {
    for (column, cell) in row.cells.iter().enumerate() {
        let place = places.get(&cell.ui.accesskit_id());
        let Some((_, node)) = place.and_then(|&at| update.nodes.get_mut(at)) else { continue };
        node.set_role(role);
        node.set_label(cell.words.clone());
        node.set_row_index(row.index);
        node.set_column_index(column);
        node.set_bounds(bounds(cell.rect));
    }
    let mut node = Node::new(Role::Row);
    node.set_label(row.name.clone());
    node.set_row_index(row.index);
    node.set_selected(row.selected);
    node.add_action(Action::Click);
    node.add_action(Action::Focus);
    node.set_bounds(bounds(row.rect));
    node
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect::new(rect.left().into(), rect.top().into(), rect.right().into(), rect.bottom().into())
}
