//! The score table as a screen reader gets it: rows, cells, and which row the keys are at.

use crate::desk::Desk;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

fn label(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

fn of_role<'t>(node: &Node<'t>, role: Role) -> Vec<Node<'t>> {
    node.children_recursive().filter(|child| child.accesskit_node().role() == role).collect()
}

/// The row that has the focus, as far as a screen reader can tell.
fn focused(desk: &Desk) -> Vec<String> {
    let root = desk.window.root();
    let all = root.children_recursive();
    all.filter(|node| node.accesskit_node().is_focused()).map(|node| label(&node)).collect()
}

#[test]
fn the_table_has_rows_and_the_rows_have_cells() {
    let desk = Desk::scoring();
    let root = desk.window.root();
    let tables = of_role(&root, Role::Table);
    assert_eq!(tables.iter().map(label).collect::<Vec<_>>(), ["评分"]);
    let headers: Vec<String> = of_role(&tables[0], Role::ColumnHeader).iter().map(label).collect();
    assert_eq!(headers[..3], ["指标", "分值", "得分"]);
    let rows = of_role(&tables[0], Role::Row);
    assert_eq!(label(&rows[1]), "项目决策 — / 20", "groups are rows too, behind that of the headings");
    assert_eq!(label(&rows[3]), "目标内容 未评 / 4");
    let cells: Vec<String> = of_role(&rows[3], Role::Cell).iter().map(label).collect();
    assert_eq!(cells[..2], ["目标内容", "4"]);
    assert_eq!(cells.len(), headers.len());
}

#[test]
fn arrows_move_the_focus_and_the_selection_from_row_to_row() {
    let mut desk = Desk::scoring();
    assert_eq!(focused(&desk), ["目标内容 未评 / 4"]);
    desk.press(Key::ArrowDown);
    assert_eq!(focused(&desk), ["决策依据 未评 / 4"]);
    let root = desk.window.root();
    let selected =
        of_role(&root, Role::Row).into_iter().filter(|row| row.accesskit_node().is_selected() == Some(true));
    assert_eq!(selected.map(|row| label(&row)).collect::<Vec<_>>(), ["决策依据 未评 / 4"]);
    desk.chord(Modifiers::COMMAND, Key::F);
    assert_eq!(focused(&desk), ["查找指标"], "a field has it while it is typed into");
}
