//! The tree of groups and indicators: chosen, added, dragged to any place, moved by the keyboard.

use crate::app::template::draft::TemplateDraft;
use crate::app::template::state::{Action, Cx, Shift, UiState};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::small;
use crate::app::widgets::theme::{GRID, Tokens, bold_font, size};
use crate::number::plain;
use crate::template::{Id as NodeId, Node, Slot, TemplateEdit};
use eframe::egui::{
    self, Align2, Button, CursorIcon, FontId, Rect, Response, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};

const ROW: f32 = 30.0;
/// How far a level is indented.
const INDENT: f32 = 14.0;

pub(crate) fn tree_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &UiState, draft: &TemplateDraft) {
    tools_ui(ui, cx, draft);
    ui.add_space(GRID);
    ScrollArea::vertical().id_salt("template-tree").auto_shrink(false).following(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let tree = Tree { cx, draft, reveal: ui_state.reveal };
        tree.head(ui);
        tree.nodes(ui, &draft.template().nodes, None, 0);
        tree.end(ui);
    });
}

fn tools_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &TemplateDraft) {
    let chosen = draft.selected.is_some();
    let send = |action| cx.send(action);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().button_padding.x = 8.0;
        let ink = Tokens::of(ui).ink;
        let adding = [("te-add-group", Action::AddGroup), ("te-add-indicator", Action::AddIndicator)];
        for (key, action) in adding {
            if ui.button(small(&cx.t(key), ink)).clicked() {
                send(action);
            }
        }
        let ways = [
            ("te-duplicate", Action::Duplicate),
            ("te-remove-node", Action::Remove),
            ("te-shift-up", Action::Shift(Shift::Up)),
            ("te-shift-down", Action::Shift(Shift::Down)),
            ("te-shift-in", Action::Shift(Shift::In)),
            ("te-shift-out", Action::Shift(Shift::Out)),
        ];
        for (key, action) in ways {
            let button = ui.add_enabled(chosen, Button::new(small(&cx.t(key), ink)));
            if button.on_hover_text(cx.t(&format!("{key}-tip"))).clicked() {
                send(action);
            }
        }
    });
}

struct Tree<'a> {
    cx: &'a Cx<'a>,
    draft: &'a TemplateDraft,
    reveal: bool,
}

/// Where on a row something is dropped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drop {
    Before,
    Into,
    After,
}

impl Tree<'_> {
    fn head(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let selected = self.draft.selected.is_none();
        let name = self.cx.t("te-head");
        let (rect, response) = self.row(ui, &name, selected, Sense::click());
        let y = rect.center().y;
        let font = bold_font(size::BODY);
        ui.painter().text(pos2(rect.left() + 8.0, y), Align2::LEFT_CENTER, &name, font, tokens.ink);
        self.dot(ui, rect, None);
        if response.clicked() {
            self.select(None);
        }
    }

    fn row(&self, ui: &mut Ui, name: &str, selected: bool, sense: Sense) -> (Rect, Response) {
        let tokens = Tokens::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Row, true, selected, name));
        let fill = match (selected, response.hovered()) {
            (true, _) => tokens.accent_soft,
            (false, true) => tokens.panel,
            (false, false) => tokens.paper,
        };
        ui.painter().rect_filled(rect, 5.0, fill);
        if response.has_focus() {
            let edge = Stroke::new(1.0, tokens.accent);
            ui.painter().rect_stroke(rect, 5.0, edge, egui::StrokeKind::Inside);
        }
        if selected && self.reveal {
            response.scroll_to_me(None);
        }
        (rect, response)
    }

    fn select(&self, node: Option<NodeId>) {
        self.cx.send(Action::Select(node));
    }

    fn nodes(&self, ui: &mut Ui, nodes: &[Node], parent: Option<&NodeId>, depth: u8) {
        for (at, node) in nodes.iter().enumerate() {
            self.node(ui, node, &Slot { parent: parent.cloned(), at }, depth);
            if let Node::Group(group) = node {
                self.nodes(ui, &group.children, Some(&group.id), depth.saturating_add(1));
            }
        }
    }

    fn node(&self, ui: &mut Ui, node: &Node, slot: &Slot, depth: u8) {
        let tokens = Tokens::of(ui);
        let selected = self.draft.selected.as_ref() == Some(node.id());
        let points = plain(node.points());
        let name = format!("{} {points}", node.name());
        let (rect, response) = self.row(ui, &name, selected, Sense::click_and_drag());
        let is_group = matches!(node, Node::Group(_));
        let font =
            if is_group { bold_font(size::BODY - 1.0) } else { FontId::proportional(size::BODY - 1.0) };
        let left = rect.left() + 8.0 + INDENT * f32::from(depth);
        let right = pos2(rect.right() - 20.0, rect.center().y);
        let figure = ui.painter().text(right, Align2::RIGHT_CENTER, &points, font.clone(), tokens.ink_soft);
        let mut room = rect;
        room.max.x = figure.left() - 6.0;
        let ink = if selected { tokens.accent } else { tokens.ink };
        ui.painter_at(room).text(pos2(left, rect.center().y), Align2::LEFT_CENTER, node.name(), font, ink);
        self.dot(ui, rect, Some(node.id()));
        if response.clicked() {
            self.select(Some(node.id().clone()));
        }
        response.dnd_set_drag_payload(node.id().clone());
        self.dropped(ui, &response, node, slot);
    }

    /// A dot where something is wrong.
    fn dot(&self, ui: &Ui, rect: Rect, node: Option<&NodeId>) {
        let tokens = Tokens::of(ui);
        let errors = self.draft.problems_of(node).any(|problem| problem.is_error());
        if errors || self.draft.problems_of(node).next().is_some() {
            let ink = if errors { tokens.deduction } else { tokens.caution };
            ui.painter().circle_filled(pos2(rect.right() - 9.0, rect.center().y), 3.5, ink);
        }
    }

    /// Shows where what is dragged would come to stand, and moves it there when it is let go.
    fn dropped(&self, ui: &Ui, response: &Response, node: &Node, slot: &Slot) {
        let Some(dragged) = response.dnd_hover_payload::<NodeId>() else { return };
        let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
        let rect = response.rect;
        let place = match ((pointer.y - rect.top()) / rect.height(), node) {
            (part, Node::Group(_)) if (0.3..=0.7).contains(&part) => Drop::Into,
            (part, _) if part < 0.5 => Drop::Before,
            _ => Drop::After,
        };
        let edge = Stroke::new(2.0, Tokens::of(ui).accent);
        match place {
            Drop::Into => drop(ui.painter().rect_stroke(rect, 5.0, edge, egui::StrokeKind::Inside)),
            Drop::Before => drop(ui.painter().hline(rect.x_range(), rect.top(), edge)),
            Drop::After => drop(ui.painter().hline(rect.x_range(), rect.bottom(), edge)),
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if response.dnd_release_payload::<NodeId>().is_some() {
            let to = match (place, node) {
                (Drop::Into, Node::Group(group)) => {
                    Slot { parent: Some(group.id.clone()), at: group.children.len() }
                }
                // Below the name of a group stand its children.
                (Drop::After, Node::Group(group)) if !group.children.is_empty() => {
                    Slot { parent: Some(group.id.clone()), at: 0 }
                }
                (Drop::After, _) => slot.clone().below(),
                _ => slot.clone(),
            };
            self.shift(&dragged, to);
        }
    }

    fn shift(&self, dragged: &NodeId, to: Slot) {
        self.select(Some(dragged.clone()));
        if self.draft.template().slot_of(dragged) == Some(to.clone()) {
            return;
        }
        let edit = Box::new(TemplateEdit::Move { node: dragged.clone(), to });
        self.cx.send(Action::Edit { edit, typed: None });
    }

    /// The room below the tree: what is dropped there comes last at the top level.
    fn end(&self, ui: &mut Ui) {
        let size = vec2(ui.available_width(), ui.available_height().max(ROW));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        if response.dnd_hover_payload::<NodeId>().is_some() {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, Tokens::of(ui).accent));
        }
        if let Some(dragged) = response.dnd_release_payload::<NodeId>() {
            let at = self.draft.template().nodes.len();
            self.shift(&dragged, Slot { parent: None, at });
        }
    }
}
