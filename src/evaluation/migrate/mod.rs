//! Moving an evaluation to a newer version of its template, or to another one (换用新版模板).
//!
//! Pure, and never in place: the result is another evaluation. Nothing that was typed is lost: what has no place any
//! more is kept in words, in the remark of its indicator or of the sheet, and listed.

mod words;

use super::edit::Edit;
use super::model::{
    Applicability, Entries, Evaluation, Evidence, ItemEntry, OwnIndicator, Tailoring, TemplateRef,
};
use crate::number::{percent, plain};
use crate::template::{Group, Id, Indicator, Node, Template};
use crate::text::{Lang, Message};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What came of it. Every indicator of the old sheet is in one of `carried`, `asked`, `dropped`; every one of the new
/// sheet in one of `carried`, `asked`, `added`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Migration {
    /// The new one, scored by the new template.
    pub evaluation: Evaluation,
    /// 原样带入: whole, under the same id and the same rule; those in which nothing was entered among them.
    pub carried: Vec<Place>,
    /// 请确认: carried as far as it could be; a person has to look at it.
    pub asked: Vec<Asked>,
    /// 未带入: the new template has no place for it.
    pub dropped: Vec<Dropped>,
    /// 新增: indicators that the old template did not have. They are unscored.
    pub added: Vec<Place>,
    /// Points, weights and indicators of the evaluation's own that the new template does not allow.
    pub settings: Vec<Message>,
}

/// An indicator of the new sheet, or of the old one where it is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its id.
    pub item: Id,
    /// Names from the top level down.
    pub path: String,
}

/// An indicator that was carried as far as it could be (请确认).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// In the new sheet.
    pub place: Place,
    /// What changed, and what was not taken over.
    pub reasons: Vec<Message>,
}

/// An indicator for which the new template has no place (未带入).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// In the old sheet.
    pub place: Place,
    /// All that was entered, in words. Empty where nothing was.
    pub words: Vec<String>,
    /// Its files.
    pub evidence: Vec<Homeless>,
}

/// A file of evidence whose indicator is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Homeless {
    /// Its original file name.
    pub name: String,
    /// The indicator of the same group that has it now. `None`: it stays behind in the old file.
    pub now: Option<Place>,
}

impl Dropped {
    /// Something would be missed.
    pub fn matters(&self) -> bool {
        !self.words.is_empty() || !self.evidence.is_empty()
    }
}

impl Migration {
    /// A person has to look at something before the new sheet is as good as the old one.
    pub fn needs_attention(&self) -> bool {
        !self.asked.is_empty() || !self.settings.is_empty() || self.dropped.iter().any(Dropped::matters)
    }
}

/// Moves `evaluation`, which was made by `from`, to the template `to`; both as their files have them or tailored.
/// `lang` is that of the notes in the remarks.
pub fn migrate(evaluation: &Evaluation, from: &Template, to: &Template, lang: Lang) -> Migration {
    let (tailoring, settings) = carry_tailoring(&evaluation.tailoring, to.base());
    let from = evaluation.tailoring.apply(from);
    let to = tailoring.apply(to);
    let template = TemplateRef { id: to.id.clone(), version: to.version.clone() };
    let empty = Evaluation {
        template,
        tailoring: Arc::new(tailoring),
        items: Entries::new(),
        evidence: Vec::new(),
        ..evaluation.clone()
    };
    let migration = Migration {
        evaluation: empty,
        carried: Vec::new(),
        asked: Vec::new(),
        dropped: Vec::new(),
        added: Vec::new(),
        settings,
    };
    let mut work = Work { old: evaluation, from: &from, to: &to, lang, homes: HashMap::new(), migration };
    work.indicators();
    work.evidence();
    work.remark();
    work.migration
}

/// The tailoring that `to` allows, and what it does not.
fn carry_tailoring(old: &Tailoring, to: &Template) -> (Tailoring, Vec<Message>) {
    let (mut new, mut left) = (Tailoring::default(), Vec::new());
    let named = |key, id: &Id| Message::new(key).with("name", to.node(id).map_or(id, Node::name));
    for (id, points) in &old.points {
        match to.adjustable && to.node(id).is_some() {
            true => drop(new.points.insert(id.clone(), *points)),
            false => left.push(named("migrate-points-left", id).with("points", plain(*points))),
        }
    }
    for (id, weight) in &old.weights {
        match to.adjustable && to.node(id).is_some() {
            true => drop(new.weights.insert(id.clone(), *weight)),
            false => left.push(named("migrate-weight-left", id).with("weight", percent(*weight))),
        }
    }
    for own in &old.own {
        match takes(to, own) {
            true => new.own.push(own.clone()),
            false => {
                let message = Message::new("migrate-own-left").with("name", &own.name);
                left.push(message.with("points", plain(own.points)).with("unit", &own.unit));
            }
        }
    }
    (new, left)
}

fn takes(to: &Template, own: &OwnIndicator) -> bool {
    let free = to.node(&own.id).is_none();
    free && match to.node(&own.group) {
        Some(Node::Group(Group { open: Some(open), .. })) => {
            open.patterns.iter().any(|pattern| pattern.id == own.pattern)
        }
        _ => false,
    }
}

struct Work<'a> {
    old: &'a Evaluation,
    from: &'a Template,
    to: &'a Template,
    lang: Lang,
    /// Where what belonged to an old indicator goes.
    homes: HashMap<Id, Id>,
    migration: Migration,
}

impl Work<'_> {
    fn indicators(&mut self) {
        let mut by_path: HashMap<String, &Indicator> = HashMap::new();
        for indicator in self.to.indicators().filter(|it| self.from.indicator(&it.id).is_none()) {
            by_path.entry(self.to.path_of(&indicator.id)).or_insert(indicator);
        }
        let mut met = HashSet::new();
        for old in self.from.indicators() {
            let place = Place { item: old.id.clone(), path: self.from.path_of(&old.id) };
            let new = self.to.indicator(&old.id).or_else(|| by_path.remove(&place.path));
            match new {
                Some(new) => {
                    met.insert(new.id.clone());
                    self.carry(old, new);
                }
                None => self.drop_entry(Some(old), place),
            }
        }
        for id in self.old.items.keys().filter(|id| self.from.indicator(id).is_none()) {
            self.drop_entry(None, Place { item: id.clone(), path: id.to_string() });
        }
        let added = self.to.indicators().filter(|it| !met.contains(&it.id));
        let place = |it: &Indicator| Place { item: it.id.clone(), path: self.to.path_of(&it.id) };
        self.migration.added = added.map(place).collect();
    }

    fn carry(&mut self, old: &Indicator, new: &Indicator) {
        let place = Place { item: new.id.clone(), path: self.to.path_of(&new.id) };
        self.homes.insert(old.id.clone(), new.id.clone());
        self.rename_last_year(old, new);
        let has_evidence = self.old.evidence.iter().any(|file| file.item == old.id);
        let Some(entry) = self.old.item(&old.id) else {
            // Files alone: whoever attached them should know what the rule became.
            let reasons = if has_evidence { changes(old, new) } else { Vec::new() };
            return match reasons.is_empty() {
                true => self.migration.carried.push(place),
                false => self.migration.asked.push(Asked { place, reasons }),
            };
        };
        let mut reasons = changes(old, new);
        let (mut kept, lost) = self.kept(old, new, entry);
        if !lost.is_empty() {
            reasons.push(Message::new("migrate-lost").with("words", lost.join("；")));
        }
        if !reasons.is_empty() {
            let said: Vec<String> = reasons.iter().map(|reason| reason.text(self.lang)).collect();
            let note = Message::new("migrate-note").with("reasons", said.join("；")).text(self.lang);
            kept.remark = joined(&kept.remark, &note, " ");
        }
        self.migration.evaluation.items.insert(new.id.clone(), Arc::new(kept));
        match reasons.is_empty() {
            true => self.migration.carried.push(place),
            false => self.migration.asked.push(Asked { place, reasons }),
        }
    }

    /// Last year's results follow the indicator that they belong to; whether they still compare is worked out anew.
    fn rename_last_year(&mut self, old: &Indicator, new: &Indicator) {
        if old.id == new.id {
            return;
        }
        if let Some(last) = &mut self.migration.evaluation.last_year
            && let Some(item) = Arc::make_mut(last).items.remove(&old.id)
        {
            Arc::make_mut(last).items.insert(new.id.clone(), item);
        }
    }

    /// The entry as the new rule takes it, and what it does not take, in words.
    fn kept(&self, old: &Indicator, new: &Indicator, entry: &ItemEntry) -> (ItemEntry, Vec<String>) {
        let rounding = (&self.from.rounding, &self.to.rounding);
        let same_rule = old.rule == new.rule && old.points == new.points && old.unit == new.unit;
        let excused =
            new.always_applies && matches!(entry.applicability, Applicability::NotApplicable { .. });
        if same_rule && rounding.0 == rounding.1 && !excused {
            return (entry.clone(), Vec::new());
        }
        let mut kept = ItemEntry {
            reason: entry.reason.clone(),
            remedy: entry.remedy.clone(),
            remark: entry.remark.clone(),
            evidence_note: entry.evidence_note.clone(),
            ..ItemEntry::default()
        };
        let (lang, mut lost) = (self.lang, Vec::new());
        let inputs = entry.inputs.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
        match self.accepts(&Edit::SetInputs { item: new.id.clone(), inputs }) {
            true => kept.inputs = entry.inputs.clone(),
            false => lost.extend(words::of_inputs(lang, Some(old), entry)),
        }
        let rows = Edit::AddLedgerRows { item: new.id.clone(), at: None, rows: entry.ledger.clone() };
        match entry.ledger.is_empty() || self.accepts(&rows) {
            true => kept.ledger = entry.ledger.clone(),
            false => lost.extend(words::of_ledger(Some(old), entry)),
        }
        match self.accepts(&Edit::SetBandEdges { item: new.id.clone(), edges: entry.band_edges.clone() }) {
            true => kept.band_edges = entry.band_edges.clone(),
            false => lost.extend(words::of_edges(lang, entry)),
        }
        // Both were judgements of the old rule.
        lost.extend(words::of_state(lang, entry));
        lost.extend(words::of_override(lang, entry));
        (kept, lost)
    }

    fn accepts(&self, edit: &Edit) -> bool {
        // An entry of its own: the edit is checked against the template, not against what was carried so far.
        let blank = Evaluation { items: Entries::new(), ..self.migration.evaluation.clone() };
        blank.apply(self.to, edit).is_ok()
    }

    fn drop_entry(&mut self, old: Option<&Indicator>, place: Place) {
        let entry = self.old.item(&place.item);
        let words = entry.map(|entry| words::of_entry(self.lang, old, entry)).unwrap_or_default();
        let heir = old.and_then(|old| self.heir(old));
        let files: Vec<&Arc<Evidence>> =
            self.old.evidence.iter().filter(|file| file.item == place.item).collect();
        let evidence = files.iter().map(|file| Homeless { name: file.name.clone(), now: heir.clone() });
        let evidence = evidence.collect();
        if let Some(heir) = &heir {
            self.homes.insert(place.item.clone(), heir.item.clone());
        }
        self.migration.dropped.push(Dropped { place, words, evidence });
    }

    /// The first indicator of the innermost group around `old` that is still there.
    fn heir(&self, old: &Indicator) -> Option<Place> {
        let (before, after) = (self.from.outline(), self.to.outline());
        let leaf = before.leaf(before.position(&old.id)?)?;
        let groups = before.ancestry(leaf.group).filter_map(|group| before.groups().get(group));
        let leaf = groups.filter_map(|group| after.group_position(&group.id)).find_map(|group| {
            after.leaves().iter().find(|leaf| after.ancestry(leaf.group).any(|around| around == group))
        })?;
        Some(Place { item: leaf.id.clone(), path: self.to.path_of(&leaf.id) })
    }

    fn evidence(&mut self) {
        for file in &self.old.evidence {
            if let Some(home) = self.homes.get(&file.item) {
                let file = Evidence { item: home.clone(), ..Evidence::clone(file) };
                self.migration.evaluation.evidence.push(Arc::new(file));
            }
        }
        // Files whose indicator no template knows.
        let nowhere = self.old.evidence.iter().filter(|file| {
            self.from.indicator(&file.item).is_none() && !self.old.items.contains_key(&file.item)
        });
        for file in nowhere {
            let place = Place { item: file.item.clone(), path: file.item.to_string() };
            let evidence = vec![Homeless { name: file.name.clone(), now: None }];
            self.migration.dropped.push(Dropped { place, words: Vec::new(), evidence });
        }
    }

    /// What has no place any more stands in the remark of the sheet.
    fn remark(&mut self) {
        let mut notes: Vec<String> = Vec::new();
        for dropped in self.migration.dropped.iter().filter(|dropped| dropped.matters()) {
            let mut words = dropped.words.clone();
            for file in &dropped.evidence {
                let message = match &file.now {
                    Some(now) => Message::new("migrate-evidence-moved").with("path", &now.path),
                    None => Message::new("migrate-evidence-left"),
                };
                words.push(message.with("name", &file.name).text(self.lang));
            }
            let message = Message::new("migrate-dropped").with("path", &dropped.place.path);
            notes.push(message.with("words", words.join("；")).text(self.lang));
        }
        notes.extend(self.migration.settings.iter().map(|setting| setting.text(self.lang)));
        let project = Arc::make_mut(&mut self.migration.evaluation.project);
        for note in notes {
            project.remark = joined(&project.remark, &note, "\n");
        }
    }
}

fn joined(before: &str, added: &str, by: &str) -> String {
    if before.is_empty() { added.to_owned() } else { format!("{before}{by}{added}") }
}

/// What a person has to know of how an indicator changed.
fn changes(old: &Indicator, new: &Indicator) -> Vec<Message> {
    let mut changes = Vec::new();
    if old.id != new.id {
        changes.push(Message::new("migrate-other-id"));
    }
    if old.points != new.points {
        let (from, to) = (plain(old.points), plain(new.points));
        changes.push(Message::new("migrate-points").with("from", from).with("to", to));
    }
    if old.rule != new.rule {
        changes.push(Message::new("migrate-rule"));
    }
    if old.unit != new.unit {
        changes.push(Message::new("migrate-unit").with("from", &old.unit).with("to", &new.unit));
    }
    if old.standard != new.standard || old.criterion != new.criterion {
        changes.push(Message::new("migrate-standard"));
    }
    if old.name != new.name {
        changes.push(Message::new("migrate-name").with("from", &old.name));
    }
    changes
}
