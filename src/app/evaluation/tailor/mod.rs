//! 指标与分值: what the evaluation changes of its template. All groups and indicators with their points, what they
//! come to, and indicators of one's own, which the inspector shows too.

mod columns;
mod header;
mod own;
mod pasting;
mod update;

use self::columns::{FIGURE, FIGURE_END, List, PATTERN, RESET, UNIT};
use crate::app::evaluation::document::Document;
use crate::app::evaluation::field::Field;
use crate::app::evaluation::field_ui::{field_ui, refusal_ui};
use crate::app::evaluation::state::{Action, Cx, UiState, ViewKind};
use crate::app::widgets::scroll::{Following as _, scroll_by_page};
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{card, small, strong};
use crate::checks::CheckId;
use crate::evaluation::{Edit, OwnIndicator, TailorEdit};
use crate::number::{percent, plain};
use crate::template::{Combine, Group, Id as NodeId, Indicator, Node, Sum, Summed};
use crate::text::Message;
use eframe::egui::{
    self, Align, Button, ComboBox, Frame, Label, Layout, Margin, Response, RichText, ScrollArea, Ui, vec2,
};
use rust_decimal::Decimal;

/// Up to so many rows all are drawn, so that Tab and screen readers reach each; beyond, those in sight.
const DRAWN_WHOLE: usize = 200;
const ROW: f32 = 38.0;

/// What the points do not add up to, in short; `None` where they do.
pub(crate) fn amiss(cx: &Cx<'_>, document: &Document) -> Option<String> {
    document.findings().iter().find(|finding| matches!(finding.id, CheckId::C64 | CheckId::C71))?;
    let template = &document.template;
    let given = template.points_given();
    if given != template.points {
        let words = Message::new("status-points-sheet").with("sum", plain(given));
        return Some(cx.text(&words.with("stated", plain(template.points))));
    }
    let wrong = template.sums().into_iter().find(|sum| !sum.adds_up())?;
    let words = Message::new("status-points-group").with("name", &wrong.name);
    let words = words.with("sum", figure(&wrong, wrong.sum)).with("stated", figure(&wrong, wrong.stated));
    Some(cx.text(&words))
}

fn figure(sum: &Sum, value: Decimal) -> String {
    match sum.of {
        Summed::Points => plain(value),
        Summed::Weights => percent(value),
    }
}

/// The button that adds an indicator to a group.
pub(crate) fn add_own_ui(ui: &mut Ui, cx: &Cx<'_>, group: &NodeId, name: &str, narrow: bool) {
    let words = cx.t("own-add");
    let text = if narrow { "＋" } else { words.as_str() };
    let tip = cx.text(&Message::new("own-add-tip").with("group", name));
    let button = Button::new(small(text, Tokens::of(ui).accent)).frame(false);
    let response = ui.add(button).on_hover_text(tip);
    let response = response.accessible_name(cx.text(&Message::new("own-add-name").with("group", name)));
    if response.clicked() {
        cx.send(Action::AddOwn(group.clone()));
    }
}

/// In the inspector: name, pattern, points of an indicator of one's own; the points of another where they are
/// adjustable.
pub(crate) fn tailor_card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    ui_state: &mut UiState,
    document: &Document,
    indicator: &Indicator,
) {
    let view = View { cx, document };
    if let Some(own) = document.own(&indicator.id) {
        card(ui, &cx.t("own-card"), "", |ui| {
            view.own_name(ui, ui_state, own, ui.available_width());
            refusal_ui(ui, cx, ui_state, &Field::OwnName(own.id.clone()));
            view.pattern(ui, own, ui.available_width());
            ui.horizontal(|ui| {
                if document.has_points() {
                    view.caption(ui, "own-points");
                    view.own_points(ui, ui_state, own);
                }
                view.caption(ui, "own-unit");
                view.own_unit(ui, ui_state, own);
            });
            refusal_ui(ui, cx, ui_state, &Field::OwnPoints(own.id.clone()));
            ui.horizontal(|ui| view.own_buttons(ui, own));
        });
        return;
    }
    let parent = parent_of(document, &indicator.id);
    if parent.is_some_and(|parent| view.adjusts_points(parent)) {
        ui.horizontal(|ui| {
            view.caption(ui, "own-points");
            view.points(ui, ui_state, &indicator.id, &indicator.name);
        });
        refusal_ui(ui, cx, ui_state, &Field::Points(indicator.id.clone()));
    }
}

/// How the group around an indicator is worked out.
fn parent_of<'d>(document: &'d Document, id: &str) -> Option<&'d Combine> {
    let outline = document.template.outline();
    let leaf = outline.leaf(outline.position(id)?)?;
    let group = leaf.group.and_then(|group| outline.groups().get(group));
    Some(group.map_or(&document.template.combine, |group| &group.combine))
}

pub(crate) fn tailor_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    let view = View { cx, document };
    pasting::take_block(ui, cx);
    Frame::new().inner_margin(Margin::symmetric(20, 14)).show(ui, |ui| {
        view.head(ui);
        ui.add_space(GRID);
        let mut lines = Vec::new();
        collect(&document.template.nodes, &document.template.combine, 0, &mut lines);
        let sums = document.template.sums();
        let list = List {
            name_width: (ui.available_width() * 0.28).clamp(180.0, 360.0),
            weighted: lines.iter().any(|line| *line.parent == Combine::Weighted),
            sums,
        };
        let head = header::room(ui);
        let scroll = ScrollArea::both().id_salt("tailor").auto_shrink(false);
        let draw = |ui: &mut Ui, range: std::ops::Range<usize>| {
            scroll_by_page(ui);
            for line in lines.get(range).unwrap_or_default() {
                view.row(ui, ui_state, &list, line);
            }
        };
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        let shown = match lines.len() <= DRAWN_WHOLE {
            true => scroll.following(ui, |ui| draw_all(ui, draw, lines.len())),
            false => scroll.show_rows(ui, ROW, lines.len(), draw),
        };
        header::header_ui(ui, cx, head, shown.state.clamped_offset().x, &list);
    });
}

fn draw_all(ui: &mut Ui, draw: impl FnOnce(&mut Ui, std::ops::Range<usize>), rows: usize) {
    draw(ui, 0..rows);
}

struct Line<'t> {
    node: &'t Node,
    depth: usize,
    parent: &'t Combine,
}

fn collect<'t>(nodes: &'t [Node], parent: &'t Combine, depth: usize, into: &mut Vec<Line<'t>>) {
    for node in nodes {
        into.push(Line { node, depth, parent });
        if let Node::Group(group) = node {
            collect(&group.children, &group.combine, depth + 1, into);
        }
    }
}

struct View<'a> {
    cx: &'a Cx<'a>,
    document: &'a Document,
}

impl View<'_> {
    fn caption(&self, ui: &mut Ui, key: &str) {
        let color = Tokens::of(ui).ink_soft;
        ui.label(small(&self.cx.t(key), color));
    }

    fn tailor(&self, edit: TailorEdit) {
        self.cx.send(Action::Settle);
        self.cx.send(Action::Edit(Edit::Tailor(edit)));
    }

    fn head(&self, ui: &mut Ui) {
        let (cx, template, tokens) = (self.cx, &self.document.template, Tokens::of(ui));
        let open = self.document.takes_own();
        ui.horizontal(|ui| {
            if ui.button(cx.t("tailor-back")).clicked() {
                cx.send(Action::Show(ViewKind::Scores));
            }
            ui.label(strong(&cx.t("tailor-title")).size(size::HEADING - 2.0));
            let sheet = template.sums().into_iter().find(|sum| sum.group.is_none());
            // Of the sheet what the indicators come to, as in the status bar.
            if let Some(mut sum) = sheet {
                if sum.of == Summed::Points {
                    sum.sum = template.points_given();
                }
                self.sum(ui, &sum);
            }
            if open {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.paste_button(ui));
            }
        });
        for (shown, key) in [(open, "tailor-words-open"), (template.adjustable, "tailor-words-adjustable")] {
            if shown {
                ui.add(Label::new(small(&cx.t(key), tokens.ink_soft)).wrap());
            }
        }
    }

    fn paste_button(&self, ui: &mut Ui) {
        let button = ui.button(self.cx.t("own-paste")).on_hover_text(self.cx.t("own-paste-tip"));
        if button.clicked() {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
        }
    }

    fn sum(&self, ui: &mut Ui, sum: &Sum) {
        let tokens = Tokens::of(ui);
        let difference = sum.stated.saturating_sub(sum.sum);
        let (key, ink) = match difference {
            difference if difference.is_zero() => ("tailor-sum", tokens.ink_soft),
            difference if difference > Decimal::ZERO => ("tailor-sum-short", tokens.deduction),
            _ => ("tailor-sum-over", tokens.deduction),
        };
        let words =
            Message::new(key).with("sum", figure(sum, sum.sum)).with("stated", figure(sum, sum.stated));
        let words = words.with("difference", figure(sum, difference.abs()));
        ui.add(Label::new(small(&self.cx.text(&words), ink)).extend());
    }

    fn row(&self, ui: &mut Ui, ui_state: &mut UiState, list: &List, line: &Line<'_>) {
        ui.horizontal(|ui| {
            ui.set_height(ROW - 2.0);
            let own = self.document.own(line.node.id());
            cell(ui, list.name_width, |ui| self.name_cell(ui, ui_state, line, own));
            cell(ui, PATTERN, |ui| match own {
                Some(own) => self.pattern(ui, own, PATTERN - 8.0),
                None => self.group_cell(ui, line.node),
            });
            cell(ui, UNIT, |ui| match (own, line.node) {
                (Some(own), _) => drop(self.own_unit(ui, ui_state, own)),
                (None, Node::Indicator(indicator)) => {
                    ui.label(small(&indicator.unit, Tokens::of(ui).ink_soft));
                }
                (None, Node::Group(_)) => {}
            });
            cell(ui, FIGURE + RESET, |ui| self.points_cell(ui, ui_state, line, own));
            if list.weighted {
                cell(ui, FIGURE + RESET, |ui| self.weight_cell(ui, ui_state, line));
            }
            if let Some(own) = own {
                self.own_buttons(ui, own);
            }
            for sum in list.sums.iter().filter(|sum| sum.group.as_ref() == Some(line.node.id())) {
                self.sum(ui, sum);
            }
            self.refusals(ui, ui_state, line.node.id());
        });
    }

    /// There is no room below a field: why it was refused stands at the end of its row.
    fn refusals(&self, ui: &mut Ui, ui_state: &UiState, id: &NodeId) {
        let fields = [Field::OwnName, Field::OwnPoints, Field::OwnUnit, Field::Points, Field::Weight];
        for field in fields {
            refusal_ui(ui, self.cx, ui_state, &field(id.clone()));
        }
    }

    fn name_cell(&self, ui: &mut Ui, ui_state: &mut UiState, line: &Line<'_>, own: Option<&OwnIndicator>) {
        ui.add_space(16.0 * line.depth as f32);
        match own {
            Some(own) => self.own_name(ui, ui_state, own, ui.available_width() - 18.0),
            None => {
                let text = match line.node {
                    Node::Group(_) => strong(line.node.name()),
                    Node::Indicator(_) => RichText::new(&**line.node.name()),
                };
                ui.add(Label::new(text).truncate());
            }
        }
    }

    fn group_cell(&self, ui: &mut Ui, node: &Node) {
        if let Node::Group(Group { id, name, open: Some(_), .. }) = node {
            add_own_ui(ui, self.cx, id, name, false);
        }
    }

    fn points_cell(&self, ui: &mut Ui, ui_state: &mut UiState, line: &Line<'_>, own: Option<&OwnIndicator>) {
        let node = line.node;
        match own {
            Some(own) => drop(self.own_points(ui, ui_state, own)),
            None if self.adjusts_points(line.parent) && !self.adds_up_by_itself(node) => {
                self.points(ui, ui_state, node.id(), node.name());
            }
            None => figure_ui(ui, &plain(node.points())),
        }
    }

    fn weight_cell(&self, ui: &mut Ui, ui_state: &mut UiState, line: &Line<'_>) {
        let node = line.node;
        if *line.parent != Combine::Weighted {
            return;
        }
        if !self.document.template.adjustable {
            return figure_ui(ui, &node.weight().map(percent).unwrap_or_default());
        }
        let field = Field::Weight(node.id().clone());
        let name = format!("{} {}", node.name(), self.cx.t("own-weight"));
        field_ui(ui, self.cx, ui_state, field, &Look::number(&name, FIGURE - 16.0).silent());
        ui.label("%");
        let set = self.document.evaluation().tailoring.weights.contains_key(node.id());
        let value = self.document.template.base().node(node.id()).and_then(Node::weight).map(percent);
        let edit = TailorEdit::SetWeight { node: node.id().clone(), weight: None };
        self.reset(ui, &name, value, edit, set);
    }

    /// Points of the children of such a group can be set.
    fn adjusts_points(&self, parent: &Combine) -> bool {
        self.document.template.adjustable && !matches!(parent, Combine::EqualSplit(_))
    }

    /// An open group without points of its own has those of its indicators.
    fn adds_up_by_itself(&self, node: &Node) -> bool {
        let base = self.document.template.base().node(node.id());
        matches!(base, Some(Node::Group(group)) if group.open.is_some() && group.points.is_zero())
    }

    fn points(&self, ui: &mut Ui, ui_state: &mut UiState, id: &NodeId, name: &str) {
        let name = format!("{name} {}", self.cx.t("own-points"));
        let field = Field::Points(id.clone());
        field_ui(ui, self.cx, ui_state, field, &Look::number(&name, FIGURE - 16.0).silent());
        let set = self.document.evaluation().tailoring.points.contains_key(id);
        let value = self.document.template.base().node(id).map(|node| plain(node.points()));
        self.reset(ui, &name, value, TailorEdit::SetPoints { node: id.clone(), points: None }, set);
    }

    /// Drawn in each row, so that all rows are alike; greyed where nothing was changed.
    fn reset(&self, ui: &mut Ui, name: &str, value: Option<String>, edit: TailorEdit, set: bool) {
        let words = self.cx.t("tailor-reset");
        let text = RichText::new(&words).size(size::SMALL);
        let text = if set { text.color(Tokens::of(ui).accent) } else { text };
        let button = ui.add_enabled(set, Button::new(text).frame(false));
        let tip = Message::new("tailor-reset-tip").with("value", value.unwrap_or_default());
        let button = button.on_hover_text(self.cx.text(&tip)).accessible_name(format!("{name} {words}"));
        if button.clicked() {
            self.tailor(edit);
        }
    }

    /// What a screen reader calls a control of an indicator of one's own; its name may be what is being typed.
    fn own_control(&self, own: &OwnIndicator, key: &str) -> String {
        let group = self.document.node(&own.group).map(|node| node.name().clone()).unwrap_or_default();
        let (at, _) = self.document.place_among_own(own);
        let place = Message::new("own-place").with("group", group).with("number", at + 1);
        format!("{} {}", self.cx.text(&place), self.cx.t(key))
    }

    fn own_name(&self, ui: &mut Ui, ui_state: &mut UiState, own: &OwnIndicator, width: f32) {
        let name = self.own_control(own, "own-name");
        field_ui(ui, self.cx, ui_state, Field::OwnName(own.id.clone()), &Look::text(&name, width).silent());
    }

    fn own_points(&self, ui: &mut Ui, ui_state: &mut UiState, own: &OwnIndicator) -> Response {
        let name = self.own_control(own, "own-points");
        let look = Look::number(&name, FIGURE - 16.0).silent();
        field_ui(ui, self.cx, ui_state, Field::OwnPoints(own.id.clone()), &look)
    }

    fn own_unit(&self, ui: &mut Ui, ui_state: &mut UiState, own: &OwnIndicator) -> Response {
        let name = self.own_control(own, "own-unit");
        let look = Look::text(&name, UNIT - 20.0).silent();
        field_ui(ui, self.cx, ui_state, Field::OwnUnit(own.id.clone()), &look)
    }

    fn pattern(&self, ui: &mut Ui, own: &OwnIndicator, width: f32) {
        let Some(open) = self.document.open_group(&own.group) else { return };
        let current = open.patterns.iter().find(|pattern| pattern.id == own.pattern);
        let mut chosen = None;
        let shown = ComboBox::from_id_salt(("own-pattern", &own.id))
            .width(width)
            .truncate()
            .selected_text(current.map_or(&*own.pattern, |pattern| &*pattern.label))
            .show_ui(ui, |ui| {
                for pattern in &open.patterns {
                    let on = pattern.id == own.pattern;
                    if ui.selectable_label(on, &*pattern.label).on_hover_text(&*pattern.standard).clicked() {
                        chosen = Some(pattern.id.clone());
                    }
                }
            });
        shown.response.accessible_name(self.own_control(own, "own-pattern"));
        if let Some(pattern) = chosen.filter(|pattern| *pattern != own.pattern) {
            // What was typed for it is an edit already: the field was left for this list.
            self.cx.send(Action::Edit(Edit::Tailor(TailorEdit::SetOwn(OwnIndicator {
                pattern,
                ..own.clone()
            }))));
        }
    }

    fn own_buttons(&self, ui: &mut Ui, own: &OwnIndicator) {
        let (at, count) = self.document.place_among_own(own);
        for (key, down, possible) in [("own-up", false, at > 0), ("own-down", true, at + 1 < count)] {
            let button = Button::new(RichText::new(self.cx.t(key)).size(size::SMALL));
            let response = ui.add_enabled(possible, button).accessible_name(self.own_control(own, key));
            if response.clicked() {
                self.cx.send(Action::Settle);
                self.document.shift_own(&own.id, down).into_iter().for_each(|edit| {
                    self.cx.send(Action::Edit(edit));
                });
            }
        }
        let remove = ui.button(RichText::new(self.cx.t("own-remove")).size(size::SMALL));
        if remove.accessible_name(self.own_control(own, "own-remove")).clicked() {
            self.cx.send(Action::RemoveOwn(own.id.clone()));
        }
    }
}

/// A figure that nobody types, below what is typed.
fn figure_ui(ui: &mut Ui, text: &str) {
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(vec2(FIGURE, ROW - 2.0), layout, |ui| {
        ui.set_width(FIGURE);
        ui.add_space(FIGURE_END);
        ui.label(text);
    });
}

fn cell(ui: &mut Ui, width: f32, body: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, ROW - 2.0), layout, |ui| {
        ui.set_width(width);
        body(ui);
    });
}
