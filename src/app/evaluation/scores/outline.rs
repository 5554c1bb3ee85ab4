//! The tree at the left: search, progress of each section, filters.

use crate::app::Command;
use crate::app::evaluation::document::Document;
use crate::app::evaluation::rows::Filter;
use crate::app::evaluation::standing::balance_words;
use crate::app::evaluation::state::{Action, Cx, UiState};
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::term::Explained as _;
use crate::app::widgets::text_field::Look;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{balance_bar, chip, small, strong};
use crate::number::{fixed, plain};
use crate::scoring::GroupScore;
use crate::template::GroupEntry;
use crate::text::Message;
use eframe::egui::{
    Align, Button, Frame, Id, Key, Layout, Margin, Rangef, Rect, Response, RichText, ScrollArea, TextEdit,
    Ui, vec2,
};

/// Up to so many groups all are drawn, so that Tab and screen readers reach each; beyond, those in sight.
const DRAWN_WHOLE: usize = 200;

/// Where Ctrl+F goes.
pub(crate) fn search_id() -> Id {
    Id::unique("search")
}

pub(crate) fn outline_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &mut UiState, document: &Document) {
    search_ui(ui, cx);
    ui.add_space(GRID);
    filters_ui(ui, cx, ui_state);
    if document.template.is_tailorable() {
        ui.add_space(GRID);
        let label =
            RichText::new(cx.t(Command::Tailor.item_label_key(document.has_points()))).size(size::SMALL);
        if ui.button(label).on_hover_text(cx.t("command-tailor-tip")).clicked() {
            cx.command(Command::Tailor);
        }
    }
    ui.add_space(GRID * 2.0);
    let card = document.card();
    let outline = document.template.outline();
    let groups = outline.groups();
    let selected = cx.state.selected.as_ref().and_then(|id| outline.leaf(outline.position(id)?)?.group);
    ScrollArea::vertical().auto_shrink(false).following(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, (entry, group)) in groups.iter().zip(&card.groups).enumerate() {
            let Some(height) = ui_state.outline_heights.get_mut(entry.depth) else { continue };
            let top = ui.cursor().top();
            if ui_state.reveal && selected == Some(index) {
                let place = Rect::from_min_size(ui.cursor().min, vec2(1.0, height.max(24.0)));
                ui.scroll_to_rect(place, None);
            }
            let out_of_sight = !ui.clip_rect().y_range().intersects(Rangef::new(top, top + *height));
            if groups.len() > DRAWN_WHOLE && *height > 0.0 && out_of_sight {
                ui.add_space(*height);
                continue;
            }
            match entry.depth {
                0 => section_ui(ui, cx, document, index, group, card.group_decimals),
                _ => subsection_ui(ui, cx, document, index, entry, group, selected),
            }
            *height = ui.cursor().top() - top;
        }
    });
}

/// Search and filters alone, above the table, where there is no room for the outline.
pub(crate) fn tools_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &UiState) {
    Frame::new().inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        search_ui(ui, cx);
        filters_ui(ui, cx, ui_state);
    });
}

fn search_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let look = Look::text("", ui.available_width());
    let mut search = cx.state.search.clone();
    let edit = TextEdit::singleline(&mut search)
        .id(search_id())
        .desired_width(look.width)
        .hint_text(cx.t("search-hint"))
        .margin(vec2(8.0, 5.0));
    let response = ui.add(edit).accessible_name(cx.t("command-find"));
    if response.changed() {
        cx.send(Action::Search(search));
    } else if response.lost_focus()
        && !cx.state.search.is_empty()
        && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape))
    {
        // What was found is selected: the whole sheet is there again.
        cx.send(Action::Search(String::new()));
    }
}

fn filters_ui(ui: &mut Ui, cx: &Cx<'_>, ui_state: &UiState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 22.0;
        ui.spacing_mut().button_padding = vec2(9.0, 1.0);
        let has_points = cx.document().has_points();
        for filter in Filter::ALL.into_iter().filter(|filter| filter.is_offered(has_points)) {
            let on = cx.state.filter == Some(filter);
            let name = cx.t(filter.label_key(has_points));
            let text = format!("{name} {}", ui_state.rows.count(filter));
            if chip(ui, on, &text).explained(&name).clicked() {
                cx.send(Action::Filter((!on).then_some(filter)));
            }
        }
    });
}

fn section_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    index: usize,
    group: &GroupScore,
    decimals: u32,
) {
    ui.add_space(GRID * 2.0);
    let score = if group.progress.settled() == 0 { "—".to_owned() } else { fixed(group.score, decimals) };
    let figures = match group.points.is_zero() {
        true => without_points(group, decimals),
        false => format!("{score} / {}", plain(group.counted_points())),
    };
    let name = name_and_figures(ui, strong(&group.name), |ui| drop(ui.label(strong(&figures))));
    if name.clicked() {
        select_first(cx, document, index);
    }
    // Said only where the mouse rests.
    balance_bar(ui, vec2(ui.available_width(), 4.0), &group.balance()).on_hover_ui(|ui| {
        ui.label(balance_words(cx, document.card(), group));
    });
    ui.add_space(GRID);
}

fn subsection_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    index: usize,
    entry: &GroupEntry,
    group: &GroupScore,
    selected: Option<usize>,
) {
    let tokens = Tokens::of(ui);
    let decimals = document.card().group_decimals;
    let outline = document.template.outline();
    let on = outline.ancestry(selected).any(|group| group == index);
    let open = group.progress.settled() < group.progress.all;
    let ink = if on { tokens.accent } else { tokens.ink_soft };
    let figures = match open {
        true => cx.text(
            &Message::new("outline-open")
                .with("done", group.progress.settled())
                .with("all", group.progress.all),
        ),
        false if group.points.is_zero() => without_points(group, decimals),
        false => format!("{} / {}", plain(group.score), plain(group.counted_points())),
    };
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        let label = if on { strong(&entry.name) } else { RichText::new(&*entry.name) };
        let name = name_and_figures(ui, label.color(ink), |ui| {
            let figures =
                if open { small(&figures, tokens.ink_faint) } else { RichText::new(figures).color(ink) };
            let what = if open { "outline-progress" } else { "outline-score" };
            ui.label(figures.size(size::SMALL)).on_hover_text(cx.t(what));
        });
        if name.clicked() {
            select_first(cx, document, index);
        }
    });
}

/// The figures whole, and as much of the name as there is room for.
fn name_and_figures(ui: &mut Ui, name: RichText, figures: impl FnOnce(&mut Ui)) -> Response {
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        figures(ui);
        let left = Layout::left_to_right(Align::Center);
        ui.with_layout(left, |ui| ui.add(Button::new(name).frame(false).truncate())).inner
    })
    .inner
}

/// A group without 分值 adds to the total or takes from it; else it only compares.
fn without_points(group: &GroupScore, decimals: u32) -> String {
    match group.score {
        score if score.is_zero() => format!("{}/{}", group.progress.settled(), group.progress.all),
        score if score.is_sign_negative() => format!("−{}", fixed(score.abs(), decimals)),
        score => format!("+{}", fixed(score, decimals)),
    }
}

/// Goes to the first indicator of a group.
pub(super) fn select_first(cx: &Cx<'_>, document: &Document, group: usize) {
    let outline = document.template.outline();
    let first =
        outline.leaves().iter().find(|leaf| outline.ancestry(leaf.group).any(|around| around == group));
    if let Some(leaf) = first {
        cx.send(Action::Select(leaf.id.clone()));
    }
}
