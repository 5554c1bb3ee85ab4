//! A window without a screen, and an evaluator in front of it.

#[path = "desk_sight.rs"]
mod sight;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    self, DroppedFile, Event, Key, Modifiers, PointerButton, Pos2, Theme, Vec2, ViewportCommand, ViewportId,
};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder, Node, TestRenderer};
use jiping::app::{App, Outcome, Scripted, Settings, Workspace};
use jiping::evaluation::Edit;
use jiping::file::Places;
use jiping::print::{Cups, Spooler};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) const LAPTOP: Vec2 = Vec2::new(1280.0, 720.0);
pub(crate) const WIDE: Vec2 = Vec2::new(1440.0, 900.0);
/// A laptop at 200 %.
pub(crate) const DOUBLED: Vec2 = Vec2::new(720.0, 450.0);

/// Below this what scrolls is hidden.
const STATUS_BAR: f32 = 200.0;
/// In an evaluation: below this it may be hidden by the words of the inspector.
const WORDS: f32 = 360.0;
/// What the harness leaves free around the window.
const MARGIN: f32 = 8.0;

pub(crate) struct Desk {
    pub window: Harness<'static, App>,
    pub folder: tempfile::TempDir,
    shell: Arc<Scripted>,
}

impl Desk {
    /// The start view on a laptop, in Chinese.
    pub(crate) fn new() -> Self {
        Self::with(LAPTOP, Settings::default())
    }

    pub(crate) fn with(size: Vec2, settings: Settings) -> Self {
        Self::build(tempfile::tempdir().unwrap(), size, settings, None)
    }

    /// A new evaluation of the 20/25/55 template, in the scoring view.
    pub(crate) fn scoring() -> Self {
        let mut desk = Self::new();
        desk.begin();
        desk
    }

    /// The window is gone, and the program started on a file, as a double click does.
    pub(crate) fn open_afresh(self, file: &Path) -> Self {
        let Self { window, folder, .. } = self;
        drop(window);
        Self::build(folder, LAPTOP, Settings::default(), Some(file.to_path_buf()))
    }

    /// The start view, with the program's data in a folder that outlives the desk.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let places = Places::at(folder);
        Self::at(tempfile::tempdir().unwrap(), places, LAPTOP, Settings::default(), None)
    }

    fn build(folder: tempfile::TempDir, size: Vec2, settings: Settings, open: Option<PathBuf>) -> Self {
        let places = Places::at(folder.path().join("data"));
        Self::at(folder, places, size, settings, open)
    }

    fn at(
        folder: tempfile::TempDir,
        places: Places,
        size: Vec2,
        settings: Settings,
        open: Option<PathBuf>,
    ) -> Self {
        Self::shown_by(Harness::builder(), folder, places, size, settings, open)
    }

    /// The start view on a screen with so many pixels in a point.
    pub(crate) fn on_screen(size: Vec2, pixels: f32, settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path().join("data"));
        let builder = Harness::builder().with_pixels_per_point(pixels);
        Self::shown_by(builder, folder, places, size, settings, None)
    }

    /// The start view in a window that keeps no textures: one that was never painted keeps all of them.
    #[allow(dead_code, reason = "for the count of what is in memory")]
    pub(crate) fn unpainted(renderer: impl TestRenderer + 'static) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path().join("data"));
        let builder = Harness::builder().renderer(renderer);
        Self::shown_by(builder, folder, places, LAPTOP, Settings::default(), None)
    }

    fn shown_by(
        builder: HarnessBuilder<App>,
        folder: tempfile::TempDir,
        places: Places,
        size: Vec2,
        settings: Settings,
        open: Option<PathBuf>,
    ) -> Self {
        let shell = Arc::new(Scripted::default());
        let theme = if settings.dark { Theme::Dark } else { Theme::Light };
        let app = App::new(shell.clone(), places, settings, open);
        let draw = |ui: &mut egui::Ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        };
        let window = builder
            .with_size(size + Vec2::splat(2.0 * MARGIN))
            .with_theme(theme)
            .with_max_steps(200)
            .with_render_cursor(false)
            .with_context_setup(jiping::app::install)
            .build_ui_state(draw, app);
        let mut desk = Self { window, folder, shell };
        desk.settle();
        desk
    }

    /// The program is gone without having been closed, and started again.
    pub(crate) fn crash_and_start_again(self) -> Self {
        let Self { window, folder, .. } = self;
        drop(window);
        Self::build(folder, LAPTOP, Settings::default(), None)
    }

    pub(crate) fn begin(&mut self) {
        self.click("项目支出绩效评价评分表");
        self.chord(Modifiers::COMMAND, Key::Num2);
    }

    /// Until nothing moves any more, in the window or behind it.
    pub(crate) fn settle(&mut self) {
        self.window.run();
        for _ in 0..4 {
            let ctx = self.window.ctx.clone();
            self.window.state_mut().finish_jobs(&ctx);
            self.window.run();
        }
    }

    /// From now on work begins when it is waited for, and is seen under way until then.
    pub(crate) fn hold_jobs(&mut self) {
        self.window.state_mut().hold_jobs();
    }

    /// Until the job that ends next has ended: a question for a file, say, and not yet what is done with the file.
    pub(crate) fn finish_job(&mut self) {
        let ctx = self.window.ctx.clone();
        assert!(self.window.state_mut().finish_job(&ctx), "nothing is under way");
        self.window.run();
    }

    // What the evaluator does.

    /// One frame with these events, then until all is quiet.
    pub(crate) fn at_once(&mut self, events: impl IntoIterator<Item = Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
        self.window.run();
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    /// Works the control of that digit in the options of the selected indicator, and comes back to the table where the
    /// control asks for nothing.
    pub(crate) fn option(&mut self, digit: Key) {
        self.press(Key::F6);
        for _ in 0..9 {
            if self.window.ctx.text_edit_focused() {
                self.press(Key::Tab);
            }
        }
        self.press(digit);
        if !self.window.ctx.text_edit_focused() {
            self.press(Key::Escape);
        }
    }

    /// As a keyboard does it: the modifier, the key and its text in one frame, the release in another.
    pub(crate) fn chord(&mut self, modifiers: Modifiers, key: Key) {
        let mut down = vec![Event::ModifiersChanged(modifiers), key_event(key, true, modifiers)];
        if modifiers == Modifiers::NONE {
            down.extend(text_of(key).map(|text| Event::Text(text.to_owned())));
        }
        self.at_once(down);
        self.at_once([key_event(key, false, modifiers), Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// So fast that all fall into one frame.
    pub(crate) fn chords_at_once(&mut self, modifiers: Modifiers, key: Key, times: usize) {
        let presses = (0..times).flat_map(|_| [true, false]).map(|down| key_event(key, down, modifiers));
        let around = |modifiers| std::iter::once(Event::ModifiersChanged(modifiers));
        let events: Vec<Event> = around(modifiers).chain(presses).chain(around(Modifiers::NONE)).collect();
        self.at_once(events);
    }

    /// Letter by letter, as a keyboard sends them.
    pub(crate) fn types(&mut self, text: &str) {
        for c in text.chars() {
            let text = Event::Text(c.to_string());
            match Key::from_name(&c.to_string()) {
                Some(key) => {
                    self.at_once([key_event(key, true, Modifiers::NONE), text]);
                    self.at_once([key_event(key, false, Modifiers::NONE)]);
                }
                None => self.at_once([text]),
            }
        }
    }

    /// With the right button.
    pub(crate) fn right_click(&mut self, pos: Pos2) {
        self.at_once([Event::PointerMoved(pos)]);
        // A press that lasts is no click.
        self.at_once([true, false].map(|pressed| button(pos, PointerButton::Secondary, pressed)));
    }

    /// With the mouse, from here to there.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.at_once([Event::PointerMoved(from)]);
        self.at_once([button(from, PointerButton::Primary, true)]);
        for part in [0.3, 0.7, 1.0] {
            self.at_once([Event::PointerMoved(from.lerp(to, part))]);
        }
        self.at_once([button(to, PointerButton::Primary, false)]);
    }

    /// The whole of it at once, as from the clipboard.
    pub(crate) fn pastes(&mut self, text: &str) {
        self.at_once([Event::Paste(text.to_owned())]);
    }

    pub(crate) fn click(&mut self, name: &str) {
        if !self.in_sight(self.clickable(name).rect()) {
            self.clickable(name).scroll_to_me();
            self.scrolled();
        }
        self.clickable(name).click();
        self.window.run();
    }

    /// Opens the card that the field is folded away in.
    fn unfold(&mut self, field: &str) {
        let card = field.rsplit_once(' ').map_or("", |(_, card)| card);
        if !self.has_field(field) && self.clickables(card).next().is_some() {
            self.click(card);
        }
    }

    fn has_field(&self, name: &str) -> bool {
        self.window.query_by(move |node| is_field(node, name)).is_some()
    }

    fn in_sight(&self, rect: egui::Rect) -> bool {
        let mut free = self.screen();
        let is_evaluation = self.app().workspace.evaluation().is_some();
        free.max.y -= if is_evaluation { WORDS } else { STATUS_BAR };
        free.contains(rect.center())
    }

    /// What was scrolled to is in its place two frames later.
    pub(crate) fn scrolled(&mut self) {
        self.window.run();
        self.window.run_steps(2);
    }

    pub(crate) fn screen(&self) -> egui::Rect {
        self.window.ctx.content_rect().shrink(MARGIN)
    }

    /// A button that starts something in the background.
    pub(crate) fn click_and_wait(&mut self, name: &str) {
        self.click(name);
        self.settle();
    }

    pub(crate) fn chord_and_wait(&mut self, modifiers: Modifiers, key: Key) {
        self.chord(modifiers, key);
        self.settle();
    }

    /// Opens a menu and takes the entry that begins so.
    pub(crate) fn menu(&mut self, menu: &str, entry: &str) {
        self.open_menu(menu, entry).click();
        self.settle();
    }

    /// Opens a menu; gives the entry that begins so.
    pub(crate) fn open_menu(&mut self, menu: &str, entry: &str) -> Node<'_> {
        let buttons = |desk: &Self| -> Vec<_> {
            desk.window.query_all_by_role(Role::Button).map(|node| node.accesskit_node().id()).collect()
        };
        let before = buttons(self);
        self.click(menu);
        let mut found = self.window.query_all_by_role(Role::Button);
        let entry_node = found
            .find(|node| !before.contains(&node.accesskit_node().id()) && label_of(node).starts_with(entry));
        entry_node.unwrap_or_else(|| panic!("{menu} has no {entry}"))
    }

    /// Puts `text` into a field in place of what it holds, and stays there.
    pub(crate) fn fill(&mut self, field: &str, text: &str) {
        self.enter_field(field);
        self.chord(Modifiers::COMMAND, Key::A);
        match text {
            "" => self.press(Key::Delete),
            text => self.types(text),
        }
    }

    pub(crate) fn enter_field(&mut self, field: &str) {
        self.unfold(field);
        if !self.in_sight(self.field(field).rect()) {
            self.field(field).scroll_to_me();
            self.scrolled();
        }
        self.field(field).click();
        self.window.run();
        assert!(self.is_in(field), "a click does not lead into {field}");
    }

    /// Along the table with Alt+↓ and Alt+↑ to the indicator of that name.
    pub(crate) fn walk_to(&mut self, name: &str) {
        let place = |name: &str| self.document().card().items.iter().position(|item| &*item.name == name);
        let (from, to) = (place(&self.selected_name()).unwrap(), place(name).unwrap());
        let key = if from < to { Key::ArrowDown } else { Key::ArrowUp };
        self.chords_at_once(Modifiers::ALT, key, from.abs_diff(to));
        self.scrolled();
        assert_eq!(self.selected_name(), name);
    }

    pub(crate) fn answers(&self, outcome: Outcome) {
        self.shell.answers.lock().unwrap().push(outcome);
    }

    pub(crate) fn prints_by(&self, cups: Cups) {
        let spooler = Spooler::Cups(cups);
        *self.shell.spooler.lock().unwrap() = spooler;
    }

    pub(crate) fn picks(&self, path: &Path) {
        self.answers(Outcome::Picked(vec![path.to_path_buf()]));
    }

    pub(crate) fn drop_files(&mut self, paths: &[&Path]) {
        for path in paths {
            let file: egui::DroppedFileHandle = Arc::new(Dropped(path.to_path_buf()));
            self.window.input_mut().dropped_files.push(file);
        }
        self.window.step();
        self.settle();
    }

    /// The cross in the corner of the window. Gives what the window answers the system in that very frame.
    pub(crate) fn close_window(&mut self) -> Vec<ViewportCommand> {
        let viewport = self.window.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
        viewport.events.push(egui::ViewportEvent::Close);
        self.window.step();
        let said = self.said_to_system();
        if said.contains(&ViewportCommand::CancelClose) {
            self.window.run();
        }
        said
    }

    pub(crate) fn said_to_system(&self) -> Vec<ViewportCommand> {
        let output = &self.window.output().viewport_output;
        output.get(&ViewportId::ROOT).map(|viewport| viewport.commands.clone()).unwrap_or_default()
    }

    /// Clicks, and says whether the window then asked the system to close it.
    pub(crate) fn closes_on(&mut self, name: &str) -> bool {
        self.clickable(name).click();
        let mut closes = false;
        for _ in 0..8 {
            self.window.step();
            let ctx = self.window.ctx.clone();
            self.window.state_mut().finish_jobs(&ctx);
            closes |= self.said_to_system().contains(&ViewportCommand::Close);
        }
        closes
    }

    // Setting the scene.

    /// A change made before the story begins.
    pub(crate) fn given(&mut self, edit: &Edit) {
        let Workspace::Evaluation(open) = &mut self.window.state_mut().workspace else { panic!() };
        open.state.document.apply(edit).unwrap();
        self.window.run();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn a_file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Saves under a name for the first time.
    pub(crate) fn save_as(&mut self, name: &str) -> PathBuf {
        let path = self.path(name);
        self.picks(&path);
        self.chord_and_wait(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        path
    }
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn is_field(node: &AccessKitNode<'_>, name: &str) -> bool {
    matches!(node.role(), Role::TextInput | Role::MultilineTextInput)
        && node.label().is_some_and(|label| label == name)
}

fn label_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or(node.value()).unwrap_or_default()
}

pub(crate) fn key_event(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

/// What a keyboard sends along with the key.
fn text_of(key: Key) -> Option<&'static str> {
    let name = key.symbol_or_name();
    match key {
        Key::Space => Some(" "),
        _ if name.len() == 1 => Some(name),
        _ => None,
    }
}
