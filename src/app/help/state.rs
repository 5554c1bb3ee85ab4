//! The open help: which page is shown, what is looked for, where the focus was.

use crate::app::widgets::way_back::had_focus;
use crate::help::{Index, Page, Topic};
use crate::text::Lang;
use eframe::egui::{self, Context, Id, Key, LayerId, Modifiers, Rect};

/// Narrower than this, the help lies over what one does.
const ROOM_BESIDE: f32 = 1100.0;

/// The open help. Losing it loses no work.
pub(crate) struct Help {
    /// The pages that led here; the last one is shown.
    pub(super) trail: Vec<Topic>,
    /// The list of pages is shown instead.
    pub(super) contents: bool,
    pub(super) search: String,
    pub(super) texts: Texts,
    /// The block to bring into sight.
    pub(super) reveal: Option<usize>,
    /// How far the page is to be scrolled by the keyboard.
    pub(super) scroll: f32,
    /// What had the focus before.
    came_from: Option<Id>,
    /// The search is to get the focus when it is drawn.
    pub(super) wants_focus: bool,
    /// It lies over a dialog.
    over_dialog: bool,
    /// Where it was drawn last, and in which layer.
    pub(super) place: Rect,
    pub(super) layer: Option<LayerId>,
}

/// Where the focus is to be given back to. What lies below a modal gets no focus until a frame without the modal.
pub(crate) struct WayBack {
    to: Id,
    from: Option<LayerId>,
}

impl WayBack {
    /// Gives the focus back as soon as it can be had; says whether it was.
    pub(crate) fn is_gone(&self, ctx: &Context) -> bool {
        let top = ctx.memory(egui::Memory::top_modal_layer);
        if top.is_some() && top == self.from {
            ctx.request_repaint();
            return false;
        }
        ctx.memory_mut(|memory| memory.request_focus(self.to));
        true
    }
}

/// What is shown, read once for a language and a page.
pub(super) struct Texts {
    pub(super) lang: Lang,
    pub(super) index: Index,
    pub(super) page: Page,
}

impl Help {
    pub(crate) fn open(topic: Topic, lang: Lang, over_dialog: bool, ctx: &Context) -> Self {
        Self {
            trail: vec![topic],
            contents: false,
            search: String::new(),
            texts: Texts { lang, index: Index::of(lang), page: Page::of(topic, lang) },
            reveal: None,
            scroll: 0.0,
            came_from: ctx.memory(|memory| memory.focused()),
            wants_focus: true,
            over_dialog,
            place: Rect::NOTHING,
            layer: None,
        }
    }

    /// The page that is shown.
    pub(crate) fn topic(&self) -> Topic {
        self.trail.last().copied().unwrap_or(Topic::FirstSteps)
    }

    /// Turns to a page.
    pub(crate) fn turn_to(&mut self, topic: Topic, block: Option<usize>) {
        self.contents = false;
        self.search.clear();
        self.reveal = block.or(Some(0));
        if self.topic() != topic {
            self.trail.push(topic);
            self.texts.page = Page::of(topic, self.texts.lang);
        }
    }

    pub(super) fn back(&mut self) {
        let turned = std::mem::take(&mut self.contents) || !self.search.is_empty();
        self.search.clear();
        // From the list of pages or from what was found it is a step to the page.
        if !turned && self.trail.len() > 1 {
            self.trail.pop();
            self.texts.page = Page::of(self.topic(), self.texts.lang);
            self.reveal = Some(0);
        }
    }

    /// It is asked for again, from outside of it: it comes to the page of where one is.
    pub(crate) fn ask_again(&mut self, topic: Topic, over_dialog: bool, ctx: &Context) {
        self.over_dialog |= over_dialog;
        self.came_from = ctx.memory(|memory| memory.focused());
        self.wants_focus = true;
        self.turn_to(topic, None);
    }

    /// The focus is within it.
    pub(crate) fn has_focus(&self, ctx: &Context) -> bool {
        self.holds(ctx.memory(|memory| memory.focused()), ctx)
    }

    fn holds(&self, focused: Option<Id>, ctx: &Context) -> bool {
        let response = focused.and_then(|id| ctx.read_response(id));
        response.is_some_and(|response| self.place.contains(response.interact_rect.center()))
    }

    /// Nothing else is to be reached while it is open.
    pub(crate) fn is_over(&self, ctx: &Context) -> bool {
        self.over_dialog || ctx.content_rect().width() < ROOM_BESIDE
    }

    /// Takes Esc where it means the help: in it, or where nothing else has the focus and no question waits.
    pub(crate) fn takes_escape(&self, ctx: &Context, question: bool) -> bool {
        let focus = had_focus(ctx);
        let is_free = focus.is_none() && !question;
        let means_help = is_free || self.holds(focus, ctx) || self.is_over(ctx);
        means_help && !egui::Popup::is_any_open(ctx) && take_key(ctx, Key::Escape)
    }

    /// Whoever asked goes on where they were, if they did not go on elsewhere meanwhile.
    pub(crate) fn close(self, ctx: &Context) -> Option<WayBack> {
        let focus = had_focus(ctx);
        let went_on = focus.is_some() && !self.holds(focus, ctx);
        if went_on {
            ctx.request_repaint();
            return None;
        }
        ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
        ctx.request_repaint();
        self.came_from.map(|to| WayBack { to, from: self.layer })
    }

    /// The language may have changed since.
    pub(super) fn follow_language(&mut self, lang: Lang) {
        if self.texts.lang != lang {
            self.texts = Texts { lang, index: Index::of(lang), page: Page::of(self.topic(), lang) };
        }
    }
}

/// Takes a key press out of the frame's events, if there is one.
pub(crate) fn take_key(ctx: &Context, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}
