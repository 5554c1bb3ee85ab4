//! New ids. Evaluations refer to ids, so an id is given once and never changes with a name.

use super::tree;
use super::{Award, Id, Label, Node, Rule, Template};
use crate::template::{Alternatives, Measure, Parts, Risks, SubSheets};
use pinyin::ToPinyin as _;
use std::collections::HashSet;

/// Syllables of a name that its id is made of.
const SYLLABLES: usize = 4;

/// Ids that are in use.
pub(super) struct Taken(HashSet<String>);

impl Taken {
    pub(super) fn of(template: &Template) -> Self {
        let nodes = tree::ids(&template.nodes).into_iter().chain([&template.id]);
        Self(nodes.map(|id| id.to_string()).collect())
    }

    /// `stem`, or `stem-2`, `stem-3`, … where that is in use.
    fn free(&mut self, stem: &str) -> Id {
        let candidates = std::iter::once(stem.to_owned()).chain((2_u32..).map(|n| format!("{stem}-{n}")));
        self.first(candidates).unwrap_or_else(|| stem.into())
    }

    /// `stem-1`, `stem-2`, … the first that is not in use.
    fn counted(&mut self, stem: &str) -> Id {
        self.first((1_u32..).map(|n| format!("{stem}-{n}"))).unwrap_or_else(|| stem.into())
    }

    /// For a copy: `arrival-2` after `arrival`, `arrival-3` after `arrival-2`.
    pub(super) fn next_after(&mut self, id: &str) -> Id {
        let stem = match id.rsplit_once('-') {
            Some((stem, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => stem,
            _ => id,
        };
        self.free(stem)
    }

    fn first(&mut self, mut candidates: impl Iterator<Item = String>) -> Option<Id> {
        let free = candidates.find(|candidate| !self.0.contains(candidate))?;
        self.0.insert(free.clone());
        Some(free.into())
    }
}

/// An id for something called `name` that nothing in the template has: made from its pinyin or its Latin letters,
/// else counted from `kind`.
pub(super) fn fresh_id(template: &Template, name: &str, kind: &str) -> Id {
    let mut taken = Taken::of(template);
    match spelled(name) {
        Some(stem) => taken.free(&stem),
        None => taken.counted(kind),
    }
}

/// 资金使用 is `zi-jin-shi-yong`.
fn spelled(name: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    let mut latin = false;
    for c in name.chars() {
        if let Some(sound) = c.to_pinyin() {
            words.push(sound.plain().replace('ü', "v"));
            latin = false;
        } else if c.is_ascii_alphanumeric() {
            match words.last_mut().filter(|_| latin) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => words.push(c.to_ascii_lowercase().to_string()),
            }
            latin = true;
        } else {
            latin = false;
        }
    }
    words.truncate(SYLLABLES);
    words.retain(|word| word.is_ascii());
    (!words.is_empty()).then(|| words.join("-"))
}

/// An id for a new part of a rule (要点, 档, 扣分情形, …): `<kind>-<n>`, of which the rule has none.
pub fn fresh_part_id(rule: &Rule, kind: &str) -> Id {
    let mut taken = Taken(HashSet::new());
    part_ids(&mut rule.clone(), &mut |id| {
        taken.0.insert(id.to_string());
    });
    taken.counted(kind)
}

/// A name that no sibling has: 到位率 becomes 到位率（2）.
pub(super) fn fresh_name(name: &str, siblings: &[Node]) -> Label {
    let free = |candidate: &String| siblings.iter().all(|node| **node.name() != **candidate);
    let mut candidates = (2_u32..).map(|n| format!("{name}（{n}）"));
    candidates.find(free).map_or_else(|| name.into(), Into::into)
}

/// Gives every group, indicator and part an id of its own where a file states one twice or none. Nobody could
/// tell them apart otherwise, and no evaluation could have been made with them. Returns how many it changed.
#[must_use]
pub fn distinct_ids(template: &mut Template) -> usize {
    let mut seen = Taken(HashSet::from([template.id.to_string()]));
    let mut changed = 0;
    // All that are there keep theirs before any is made.
    let all: HashSet<String> = tree::ids(&template.nodes).into_iter().map(|id| id.to_string()).collect();
    let mut nodes = std::mem::take(&mut template.nodes);
    nodes.iter_mut().for_each(|node| distinct_in(node, &mut seen, &all, &mut changed));
    template.nodes = nodes;
    if changed > 0 {
        *template = template.clone().outlined();
    }
    changed
}

fn distinct_in(node: &mut Node, seen: &mut Taken, all: &HashSet<String>, changed: &mut usize) {
    let id = match node {
        Node::Group(group) => &mut group.id,
        Node::Indicator(indicator) => &mut indicator.id,
    };
    if id.is_empty() || !seen.0.insert(id.to_string()) {
        let stem = if id.is_empty() { "node" } else { &**id };
        let mut taken = Taken(seen.0.union(all).cloned().collect());
        *id = taken.next_after(stem);
        seen.0.insert(id.to_string());
        *changed += 1;
    }
    match node {
        Node::Group(group) => {
            group.children.iter_mut().for_each(|child| distinct_in(child, seen, all, changed));
        }
        Node::Indicator(indicator) => *changed += distinct_parts(&mut indicator.rule),
    }
}

fn distinct_parts(rule: &mut Rule) -> usize {
    let mut all = HashSet::new();
    part_ids(rule, &mut |id| {
        all.insert(id.to_string());
    });
    let (mut seen, mut changed) = (HashSet::new(), 0);
    part_ids(rule, &mut |id| {
        if id.is_empty() || !seen.insert(id.to_string()) {
            let mut taken = Taken(seen.union(&all).cloned().collect());
            *id = taken.next_after(if id.is_empty() { "part" } else { id });
            seen.insert(id.to_string());
            changed += 1;
        }
    });
    changed
}

/// Every id that something in the rule has of its own, in the order in which it is read. Ids that only refer to
/// another are left out.
fn part_ids(rule: &mut Rule, visit: &mut impl FnMut(&mut Id)) {
    rule.gates.iter_mut().for_each(|gate| visit(&mut gate.id));
    award_ids(&mut rule.award, visit);
    rule.deductions.iter_mut().for_each(|deduction| visit(deduction.id_mut()));
    if let Some(ledger) = &mut rule.ledger {
        ledger.kinds.iter_mut().for_each(|kind| visit(&mut kind.id));
        ledger.factors.iter_mut().for_each(|factor| visit(&mut factor.id));
    }
    rule.effects.iter_mut().for_each(|effect| visit(effect.id_mut()));
}

fn award_ids(award: &mut Award, visit: &mut impl FnMut(&mut Id)) {
    if let Some(measure) = award.measure_mut() {
        measure_ids(measure, visit);
    }
    match award {
        Award::Parts(Parts { parts, .. }) => parts.iter_mut().for_each(|part| visit(&mut part.id)),
        Award::OneOf { options } => options.iter_mut().for_each(|option| visit(&mut option.id)),
        // What stands within an alternative is keyed by it, and has ids of its own.
        Award::Alternatives(Alternatives { options, .. }) => {
            options.iter_mut().for_each(|option| visit(&mut option.id))
        }
        Award::Full
        | Award::Rate(_)
        | Award::Bands(_)
        | Award::Steps(_)
        | Award::Curve(_)
        | Award::PerUnit(_)
        | Award::Value { .. }
        | Award::Free { .. }
        | Award::Entries
        | Award::Target { .. } => {}
    }
}

fn measure_ids(measure: &mut Measure, visit: &mut impl FnMut(&mut Id)) {
    match measure {
        Measure::Survey { options } => options.iter_mut().for_each(|option| visit(&mut option.id)),
        Measure::Passes { rows } => rows.iter_mut().for_each(|row| visit(&mut row.id)),
        Measure::SubSheets(SubSheets { sheets, .. }) => {
            sheets.iter_mut().for_each(|sheet| visit(&mut sheet.id))
        }
        Measure::Risks(Risks { risks, .. }) => risks.iter_mut().for_each(|risk| visit(&mut risk.id)),
        Measure::Entered(_)
        | Measure::Funds(_)
        | Measure::Number(_)
        | Measure::Deviation(_)
        | Measure::Panel(_)
        | Measure::Peers(_)
        | Measure::Ledger(_)
        | Measure::Other(_) => {}
    }
}
