//! What is to be seen of the window: by its accessibility tree, and of the document behind it.

use super::{Desk, is_field, label_of};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Pos2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiping::app::{App, CopiedTable, Document, EvaluationState};
use jiping::scoring::ItemScore;
use jiping::template::Indicator;
use std::path::PathBuf;

impl Desk {
    fn nodes<'a>(&'a self, fits: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = Node<'a>> + 'a {
        self.window.query_all_by(move |node| {
            node.label().is_some_and(|label| fits(&label)) || node.value().is_some_and(|value| fits(&value))
        })
    }

    pub(crate) fn sees(&self, text: &str) -> bool {
        self.nodes(|found| found.contains(text)).next().is_some()
    }

    /// Exactly these words stand somewhere.
    pub(crate) fn reads(&self, text: &str) -> bool {
        self.nodes(|found| found == text).next().is_some()
    }

    #[track_caller]
    pub(crate) fn assert_sees(&self, text: &str) {
        assert!(self.sees(text), "{text:?} is not among {}", self.everything());
    }

    #[track_caller]
    pub(crate) fn assert_not(&self, text: &str) {
        assert!(!self.sees(text), "{text:?} is shown");
    }

    /// All words in the window.
    pub(crate) fn everything(&self) -> String {
        let labels = self.window.query_all_by(|node| node.label().or(node.value()).is_some());
        let mut words: Vec<String> = labels.map(|node| label_of(&node)).collect();
        words.dedup();
        words.join(" | ")
    }

    pub(super) fn clickables<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Node<'a>> + 'a {
        let roles = [Role::Button, Role::CheckBox, Role::RadioButton, Role::Row];
        self.window.query_all_by(move |node| {
            roles.contains(&node.role()) && node.label().is_some_and(|label| label == name)
        })
    }

    /// The button or box of that name, in front if there are several.
    #[track_caller]
    pub(crate) fn clickable<'a>(&'a self, name: &'a str) -> Node<'a> {
        let found = self.clickables(name).last();
        found.unwrap_or_else(|| panic!("nothing to click called {name:?} among {}", self.everything()))
    }

    /// Clicks the one that begins so.
    pub(crate) fn click_starting(&mut self, start: &str) {
        let found =
            self.window.query_all_by_role(Role::Button).find(|node| label_of(node).starts_with(start));
        found.unwrap_or_else(|| panic!("nothing begins with {start:?}")).click();
        self.window.run();
    }

    pub(crate) fn is_enabled(&self, name: &str) -> bool {
        !self.clickable(name).accesskit_node().is_disabled()
    }

    #[track_caller]
    pub(crate) fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        let found = self.window.query_by(move |node| is_field(node, name));
        found.unwrap_or_else(|| panic!("no field {name:?} among {}", self.everything()))
    }

    /// Where these words stand, at the top if several times.
    pub(crate) fn label_rect(&self, words: &str) -> egui::Rect {
        let found = self.nodes(|found| found == words).map(|node| node.rect());
        let highest = found.min_by(|a, b| a.top().total_cmp(&b.top()));
        highest.unwrap_or_else(|| panic!("{words:?} is not among {}", self.everything()))
    }

    /// The middle of something that can be clicked or typed into, the `number`th of all, round and round.
    pub(crate) fn some_place(&self, number: usize) -> Pos2 {
        let roles = [Role::Button, Role::CheckBox, Role::RadioButton, Role::Row, Role::TextInput];
        let all = self.window.query_all_by(move |node| roles.contains(&node.role()));
        let screen = self.screen();
        let places: Vec<Pos2> =
            all.map(|node| node.rect().center()).filter(|at| screen.contains(*at)).collect();
        places[number % places.len()]
    }

    /// What was put on the clipboard.
    pub(crate) fn copied(&self) -> Vec<CopiedTable> {
        self.shell.copied.lock().unwrap().clone()
    }

    /// Names of the fields that are drawn.
    pub(crate) fn fields(&self) -> Vec<String> {
        self.window.query_all_by_role(Role::TextInput).map(|node| label_of(&node)).collect()
    }

    /// The focus comes to a control, as a screen reader sends it there.
    pub(crate) fn reach(&mut self, name: &str) {
        self.window.get_by(|node| node.label().is_some_and(|label| label == name)).focus();
        self.scrolled();
    }

    /// Takes an entry of a list that is open: scrolled beneath it would close.
    pub(crate) fn take(&mut self, choice: &str) {
        self.clickable(choice).click();
        self.window.run();
    }

    /// Opens a list of choices and takes the one of that name.
    pub(crate) fn choose(&mut self, list: &str, choice: &str) {
        let found = self.window.query_by(|node| {
            node.role() == Role::ComboBox && node.label().is_some_and(|label| label == list)
        });
        found.unwrap_or_else(|| panic!("no list {list:?} among {}", self.everything())).click();
        self.window.run();
        self.take(choice);
    }

    pub(crate) fn text_in(&self, field: &str) -> String {
        self.field(field).value().unwrap_or_default()
    }

    pub(crate) fn is_in(&self, field: &str) -> bool {
        self.field(field).is_focused()
    }

    /// A control of that name has the focus.
    pub(crate) fn is_focused(&self, name: &str) -> bool {
        let named = self.window.query_all_by(move |node| node.label().is_some_and(|label| label == name));
        named.into_iter().any(|node| node.is_focused())
    }

    /// Something whose name begins so has the focus: an entry of a menu, with its key behind its name.
    pub(crate) fn is_focused_starting(&self, start: &str) -> bool {
        let named =
            self.window.query_all_by(move |node| node.label().is_some_and(|label| label.starts_with(start)));
        named.into_iter().any(|node| node.is_focused())
    }

    /// The row of an indicator as a screen reader says it: `资金使用 3.00 / 7`.
    #[track_caller]
    pub(crate) fn row(&self, indicator: &str) -> String {
        let start = format!("{indicator} ");
        let found = self.rows().into_iter().find(|row| row.starts_with(&start));
        found.unwrap_or_else(|| panic!("no row of {indicator} among {:?}", self.rows()))
    }

    /// Indicators that the table shows, without the rows of headings and groups.
    pub(crate) fn rows(&self) -> Vec<String> {
        let template = &self.document().template;
        let is_indicator = |row: &String| {
            let names = |indicator: &Indicator| {
                row.strip_prefix(&*indicator.name).is_some_and(|rest| rest.starts_with(' '))
            };
            template.indicators().any(names)
        };
        self.window.query_all_by_role(Role::Row).map(|node| label_of(&node)).filter(is_indicator).collect()
    }

    pub(crate) fn app(&self) -> &App {
        self.window.state()
    }

    pub(crate) fn document(&self) -> &Document {
        &self.shown().document
    }

    /// The open evaluation and what of it is shown.
    pub(crate) fn shown(&self) -> &EvaluationState {
        &self.app().workspace.evaluation().unwrap().state
    }

    /// Which dialog is in front.
    pub(crate) fn asks(&self) -> Option<&'static str> {
        self.app().dialog().map(|dialog| dialog.name())
    }

    pub(crate) fn total(&self) -> String {
        let card = self.document().card();
        jiping::number::fixed(card.total, card.total_decimals)
    }

    pub(crate) fn item(&self, name: &str) -> &ItemScore {
        let found = self.document().card().items.iter().find(|item| &*item.name == name);
        found.unwrap_or_else(|| panic!("no indicator {name}"))
    }

    /// 得分 as the scorecard has it.
    pub(crate) fn score(&self, name: &str) -> Option<String> {
        self.item(name).score.map(|score| score.normalize().to_string())
    }

    pub(crate) fn selected_name(&self) -> String {
        let selected = self.shown().selected.as_ref();
        let indicator = selected.and_then(|id| self.document().template.indicator(id));
        indicator.map(|indicator| indicator.name.to_string()).unwrap_or_default()
    }

    /// The system has no program for any file.
    pub(crate) fn opens_nothing(&self) {
        *self.shell.refuses.lock().unwrap() = Some("xdg-open: exit status: 3".to_owned());
    }

    /// Files that the system's own program was asked to open.
    pub(crate) fn opened_outside(&self) -> Vec<PathBuf> {
        self.shell.opened.lock().unwrap().clone()
    }
}
