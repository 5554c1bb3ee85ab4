//! The start view: what was open lately, templates to begin with, samples to look at.

use super::cards::{big_card, cards};
use super::first_steps::first_steps_ui;
use super::state::Action;
use crate::app::Command;
use crate::app::context::Cx;
use crate::app::dialogs::focus_first;
use crate::app::request::{Next, TemplateSource, first_template_id};
use crate::app::session::local_time;
use crate::app::widgets::scroll::Following as _;
use crate::app::widgets::theme::{GRID, Tokens, size};
use crate::app::widgets::{primary, small, strong};
use crate::file::DraftKind;
use crate::file::{FileError, RecentFile};
use crate::number::plain;
use crate::template::{Node, Template};
use crate::text::{Explain as _, Message};
use eframe::egui::{
    self, Align, Align2, CornerRadius, FontId, Frame, Label, Layout, Margin, Panel, Rect, RichText,
    ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};
use rust_decimal::Decimal;
use std::path::Path;
use std::sync::Arc;

pub(crate) fn start_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let tokens = Tokens::of(ui);
    let left = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(20, 16));
    let width = (ui.available_width() * 0.27).clamp(280.0, 380.0);
    Panel::left("recent").resizable(false).exact_size(width).frame(left).show(ui, |ui| recent_ui(ui, cx));
    let right =
        Frame::new().fill(tokens.paper).inner_margin(Margin { left: 24, right: 12, top: 16, bottom: 12 });
    egui::CentralPanel::default().frame(right).show(ui, |ui| {
        let width = ui.available_width() - 20.0;
        ScrollArea::vertical().auto_shrink(false).following(ui, |ui| {
            ui.set_width(width);
            section(ui, cx, "start-templates", "start-templates-words");
            templates_ui(ui, cx);
            ui.add_space(GRID * 4.0);
            section(ui, cx, "start-samples", "start-samples-words");
            super::samples::samples_ui(ui, cx);
            ui.add_space(GRID * 4.0);
            section(ui, cx, "te-start-own", "");
            own_templates_ui(ui, cx);
        });
    });
}

/// A heading, and at its right how to go about what stands below.
fn section(ui: &mut Ui, cx: &Cx<'_, Action>, title: &str, words: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.label(strong(&cx.t(title)).color(tokens.ink));
        if !words.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(small(&cx.t(words), tokens.ink_soft)).truncate());
            });
        }
    });
    ui.add_space(GRID);
}

fn recent_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().auto_shrink(false).following(ui, |ui| {
        ui.label(strong(&cx.t("app-name")).size(size::DISPLAY));
        let version = Message::new("about-version").with("version", env!("CARGO_PKG_VERSION"));
        let claim = format!("{} · {}", cx.t("app-claim"), cx.text(&version));
        ui.add(Label::new(small(&claim, tokens.ink_soft)).truncate());
        ui.add_space(GRID * 2.0);
        leftovers_ui(ui, cx);
        let button = |ui: &mut Ui, command: Command, tip: &str| {
            let button = ui.button(small(&cx.t(command.label_key()), tokens.ink));
            if button.on_hover_text(cx.t(tip)).clicked() {
                cx.command(command);
            }
        };
        ui.horizontal_wrapped(|ui| {
            if primary(ui, &cx.t("start-open")).clicked() {
                cx.command(Command::Open);
            }
            button(ui, Command::NewFromLast, "command-new-from-last-tip");
        });
        ui.horizontal_wrapped(|ui| {
            for command in [Command::ImportTable, Command::PasteTable] {
                button(ui, command, "start-import-words");
            }
        });
        ui.add_space(GRID * 3.0);
        first_steps_ui(ui, cx);
        ui.horizontal(|ui| {
            ui.label(strong(&cx.t("start-recent")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let folder = ui.button(small(&cx.t("start-folder"), tokens.ink));
                if folder.on_hover_text(cx.t("start-folder-tip")).clicked() {
                    cx.send(Action::PickFolder);
                }
            });
        });
        ui.add_space(GRID);
        if cx.shared.recent.files().is_empty() {
            ui.add(Label::new(small(&cx.t("start-recent-none"), tokens.ink_faint)).wrap());
        }
        for entry in cx.shared.recent.files() {
            recent_card(ui, cx, entry);
        }
    });
}

/// Work that a session left behind without saving it.
fn leftovers_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    let tokens = Tokens::of(ui);
    for (number, leftover) in cx.shared.leftovers.iter().enumerate() {
        let frame = Frame::new()
            .fill(tokens.caution_soft)
            .stroke(Stroke::new(1.0, tokens.line_strong))
            .corner_radius(8)
            .inner_margin(Margin::same(14));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(strong(&cx.t("start-leftover")));
            let title = match leftover.title.trim() {
                "" => cx.t("start-nameless"),
                name => name.to_owned(),
            };
            let key = match leftover.kind {
                None => "start-leftover-words",
                Some(DraftKind::Template) => "start-leftover-template",
                Some(DraftKind::Import) => "start-leftover-import",
            };
            let words = Message::new(key)
                .with("title", title)
                .with("edits", leftover.edits)
                .with("last", leftover.last.map(local_time).unwrap_or_default());
            ui.add(Label::new(small(&cx.text(&words), tokens.ink_soft)).wrap());
            ui.horizontal(|ui| {
                let restore = primary(ui, &cx.t("button-restore"));
                if number == 0 {
                    // What was lost is what one comes back for.
                    focus_first(ui, &restore);
                }
                if restore.clicked() {
                    cx.leave(Next::Leftover(number));
                }
                if ui.button(cx.t("button-discard")).clicked() {
                    cx.send(Action::Discard(number));
                }
            });
        });
        ui.add_space(GRID * 3.0);
    }
}

fn recent_card(ui: &mut Ui, cx: &Cx<'_, Action>, entry: &RecentFile) {
    let tokens = Tokens::of(ui);
    let missing = cx.shared.missing.contains(&entry.path);
    let response = Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 18.0;
            ui.spacing_mut().item_spacing.y = 3.0;
            recent_words_ui(ui, cx, entry, missing);
        })
        .response
        .interact(Sense::click());
    let name = match missing {
        true => format!("{} {}", entry.title, cx.t("start-missing")),
        false => entry.title.clone(),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    response.context_menu(|ui| {
        if ui.button(cx.t("button-forget-recent")).clicked() {
            cx.send(Action::ForgetRecent(entry.path.clone()));
            ui.close();
        }
    });
    let response = response.on_hover_text(entry.path.display().to_string());
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        cx.leave(Next::Open(entry.path.clone()));
    }
    ui.add_space(GRID);
}

/// The name stands whole, on as many lines as it takes; what is below gives way to what is done and to the date.
fn recent_words_ui(ui: &mut Ui, cx: &Cx<'_, Action>, entry: &RecentFile, missing: bool) {
    let tokens = Tokens::of(ui);
    ui.add(Label::new(strong(&entry.title)).wrap().selectable(false));
    let words = match (missing, entry.about.is_empty()) {
        (true, _) => cx.t("start-missing"),
        (false, true) => entry.path.display().to_string(),
        (false, false) => entry.about.clone(),
    };
    let time = local_time(entry.opened_at);
    let date = time.split(' ').next().unwrap_or_default();
    with_aside(ui, small(&words, tokens.ink_faint), |ui| {
        if let Some((done, all)) = entry.progress {
            let message = Message::new("status-progress").with("done", done).with("all", all);
            let ink = if done < all { tokens.caution } else { tokens.ink_soft };
            ui.label(small(&cx.text(&message), ink));
        }
    });
    let provisional = entry.provisional.then(|| cx.t("provisional"));
    let words = [entry.total.as_deref(), entry.grade.as_deref(), provisional.as_deref()];
    let total: Vec<&str> = words.into_iter().flatten().collect();
    with_aside(ui, strong(&total.join(" ")), |ui| drop(ui.label(small(date, tokens.ink_faint))));
}

/// Words that take what `aside`, at the right, leaves of the line.
fn with_aside(ui: &mut Ui, words: RichText, aside: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            aside(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(words).truncate().selectable(false));
            });
        });
    });
}

const CARD: f32 = 126.0;

fn templates_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    cards(ui, |ui, width| {
        let is_asked_for = ui.memory(|memory| memory.has_focus(first_template_id()));
        for (number, template) in cx.shared.templates.iter().enumerate() {
            let copy = || TemplateSource::Copy(template.clone());
            let card = template_card(ui, cx, (template, width), ("te-start-copy", copy), None);
            if number == 0 && is_asked_for {
                card.request_focus();
            }
        }
    });
}

/// The user's own templates: used, edited, or, where they cannot be read, named with the reason.
fn own_templates_ui(ui: &mut Ui, cx: &Cx<'_, Action>) {
    cards(ui, |ui, width| {
        for own in &cx.shared.own_templates {
            let edit = || TemplateSource::File(own.path.clone());
            match &own.file {
                Ok(file) => {
                    let template = &file.text.template;
                    let draft = (!file.is_sound()).then(|| file.errors());
                    template_card(ui, cx, (template, width), ("te-start-edit", edit), draft);
                }
                Err(error) => unreadable_card(ui, cx, width, &own.path, error),
            }
        }
        new_template_card(ui, cx, width);
        own_template_card(ui, cx, width);
    });
}

fn unreadable_card(ui: &mut Ui, cx: &Cx<'_, Action>, width: f32, path: &Path, error: &FileError) {
    let tokens = Tokens::of(ui);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let title = cx.text(&Message::new("te-start-unreadable").with("file", name));
    let response = big_card(ui, &title, vec2(width, CARD), |ui| {
        ui.add(Label::new(strong(&title).color(tokens.deduction)).truncate().selectable(false));
        let cause = error.cause().unwrap_or_else(|| error.message());
        ui.add(Label::new(small(&cx.text(&cause), tokens.ink_soft)).wrap().selectable(false));
    });
    if response.on_hover_text(error.message().full(cx.lang())).clicked() {
        cx.leave(Next::EditTemplate(TemplateSource::File(path.to_path_buf())));
    }
}

fn new_template_card(ui: &mut Ui, cx: &Cx<'_, Action>, width: f32) {
    let tokens = Tokens::of(ui);
    let title = cx.t("te-start-new");
    let response = big_card(ui, &title, vec2(width, CARD), |ui| {
        ui.add(Label::new(strong(&title).size(16.0)).selectable(false));
        ui.add(Label::new(small(&cx.t("te-start-new-words"), tokens.ink_soft)).wrap().selectable(false));
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            if ui.button(small(&cx.t("te-start-open"), tokens.ink)).clicked() {
                cx.send(Action::PickTemplate);
            }
        });
    });
    if response.clicked() {
        cx.leave(Next::EditTemplate(TemplateSource::New));
    }
}

/// `way` is the button for editing it; a draft of so many errors is only edited.
fn template_card(
    ui: &mut Ui,
    cx: &Cx<'_, Action>,
    (template, width): (&Template, f32),
    (way, edit): (&str, impl Fn() -> TemplateSource),
    draft: Option<usize>,
) -> egui::Response {
    let tokens = Tokens::of(ui);
    let response = big_card(ui, &template.title, vec2(width, CARD), |ui| {
        ui.add(Label::new(strong(&template.title).size(16.0)).truncate().selectable(false));
        match draft {
            Some(errors) => {
                let words = cx.text(&Message::new("te-start-draft").with("errors", errors));
                ui.add(Label::new(small(&words, tokens.caution)).wrap().selectable(false));
            }
            None => {
                let words = small(&template.summary, tokens.ink_soft);
                ui.add(Label::new(words).truncate().selectable(false));
            }
        }
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = format!("{} {}", cx.t(way), template.title);
                    // What is one's own is edited; what is not is copied first, which few want.
                    let shown =
                        if draft.is_some() || way == "te-start-edit" { cx.t(way) } else { "…".to_owned() };
                    let button = ui.button(small(&shown, tokens.ink_soft)).accessible_name(&words);
                    if button.on_hover_text(cx.t(way)).clicked() {
                        cx.leave(Next::EditTemplate(edit()));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let source = format!("{} · v{}", template.source, template.version);
                        let source = small(&source, tokens.ink_faint);
                        ui.add(Label::new(source).truncate().selectable(false));
                    });
                });
            });
            sections_bar(ui, template);
        });
    });
    if response.clicked() {
        cx.leave(match draft {
            Some(_) => Next::EditTemplate(edit()),
            None => Next::New(Arc::new(template.clone())),
        });
    }
    response
}

/// The top level as a bar, each section as wide as its points.
fn sections_bar(ui: &mut Ui, template: &Template) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let mut left = rect.left();
    let last = template.nodes.len().saturating_sub(1);
    for (number, node) in template.nodes.iter().enumerate() {
        // Where nothing is scored, the sections are equally wide.
        let scored = !template.points.is_zero();
        let (part, whole) = match scored {
            true => (node.points(), template.points),
            false => (Decimal::ONE, Decimal::from(template.nodes.len())),
        };
        let width = rect.width() * crate::app::widgets::theme::share_of(part, whole);
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let round = |on: bool| if on { 4 } else { 0 };
        let (west, east) = (round(number == 0), round(number == last));
        let radius = CornerRadius { nw: west, sw: west, ne: east, se: east };
        ui.painter().rect_filled(part, radius, tokens.series[number.min(3)]);
        let points = plain(node.points());
        let texts = match scored {
            true => vec![format!("{} {points}", section_name(node)), points],
            false => vec![section_name(node).to_owned()],
        };
        section_text(ui, part, &texts, on_series(tokens, number));
        left += width;
    }
}

/// The first of the texts that fits, in the middle of its part of the bar.
fn section_text(ui: &Ui, part: Rect, texts: &[String], color: egui::Color32) {
    let font = FontId::proportional(12.0);
    let lay_out = |text: &String| ui.painter().layout_no_wrap(text.clone(), font.clone(), color);
    if let Some(galley) = texts.iter().map(lay_out).find(|galley| galley.size().x + 6.0 <= part.width()) {
        let at = Align2::CENTER_CENTER.anchor_size(part.center(), galley.size()).min;
        ui.painter().galley(at, galley, color);
    }
}

fn on_series(tokens: &Tokens, number: usize) -> egui::Color32 {
    if tokens.dark || number < 2 { egui::Color32::WHITE } else { tokens.ink }
}

/// 项目决策 is 决策 where every section is 项目….
fn section_name(node: &Node) -> &str {
    node.name().strip_prefix("项目").unwrap_or(node.name())
}

fn own_template_card(ui: &mut Ui, cx: &Cx<'_, Action>, width: f32) {
    let tokens = Tokens::of(ui);
    let response = big_card(ui, &cx.t("start-own-template"), vec2(width, CARD), |ui| {
        ui.add(Label::new(strong(&cx.t("start-own-template")).size(16.0)).selectable(false));
        ui.add(
            Label::new(small(&cx.t("start-own-template-words"), tokens.ink_soft)).wrap().selectable(false),
        );
    });
    if response.clicked() {
        cx.send(Action::PickOwn);
    }
}
