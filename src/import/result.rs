//! The template that a table makes, with what its rules were read from.

use super::error::ImportError;
use super::grid::Grid;
use super::header::Mapping;
use super::recognise::{Proposal, Source, recognise};
use super::report::RowReport;
use super::rows::{self, Draft, Table, Words};
use crate::number::plain;
use crate::template::{
    Award, Form, Grade, Group, Id, Indicator, Label, Node, Problem, Rounding, Rule, Severity, Sheet,
    Template, check,
};
use crate::text::Message;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;

/// A template made from a table, and how it came about.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// With the chosen proposals as rules. It may be unsound: see [`Imported::problems`].
    pub template: Template,
    /// One for each indicator, in the order of the sheet.
    pub readings: Vec<Reading>,
    /// What became of each row of the sheet.
    pub rows: RowReport,
    /// What was assumed for the table as a whole.
    pub notes: Vec<Message>,
}

/// What was read from the rule of an indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The indicator of [`Imported::template`].
    pub item: Id,
    /// Row of the sheet.
    pub row: usize,
    /// Its 指标名称.
    pub name: Label,
    /// Its 分值, in points; 0 where the table states none.
    pub points: Decimal,
    /// The words that it was read from.
    pub text: Label,
    /// Ways to read it, the likeliest first. None of them: it is left to be entered by hand.
    pub proposals: Vec<Proposal>,
    /// Why there is no proposal.
    pub why_not: Option<Message>,
    /// The proposal that the template uses; `None` by hand (酌定).
    pub chosen: Option<usize>,
}

impl Reading {
    /// The proposal that the template uses; `None` where it is entered by hand (酌定).
    pub fn proposal(&self) -> Option<&Proposal> {
        self.proposals.get(self.chosen?)
    }
}

/// Makes a template of the table in `grid`, its columns understood by `mapping`.
///
/// # Errors
/// The columns yield no indicator at all.
pub fn import(grid: &Grid, mapping: &Mapping) -> Result<Imported, ImportError> {
    let table = rows::read(grid, mapping);
    let mut maker = Maker { table: &table, readings: Vec::new(), step: Rounding::default().step };
    let nodes = maker.nodes(None, "");
    if maker.readings.is_empty() {
        return Err(ImportError::NoIndicator);
    }
    let readings = maker.readings;
    let mut notes: Vec<Message> = scores_note(grid, mapping).into_iter().collect();
    let template = template(&table, mapping, nodes, &mut notes);
    Ok(Imported { template, readings, rows: table.report, notes })
}

/// What the table has and no template holds, so that nobody believes it was taken over.
pub fn scores_note(grid: &Grid, mapping: &Mapping) -> Option<Message> {
    let columns = mapping.scores_left_out(grid);
    (!columns.is_empty()).then(|| Message::new("import-note-scores").with("columns", columns.join("、")))
}

impl Imported {
    /// Uses another of the proposals for the rule of the reading at `index`, or `None` to enter it by hand.
    pub fn choose(&mut self, index: usize, proposal: Option<usize>) {
        let step = self.template.rounding.step;
        let Some(reading) = self.readings.get_mut(index) else { return };
        let rule = match proposal.and_then(|proposal| reading.proposals.get(proposal)) {
            Some(proposal) => proposal.rule.clone(),
            None => by_hand(step),
        };
        reading.chosen = proposal.filter(|proposal| *proposal < reading.proposals.len());
        set_rule(&mut self.template.nodes, &reading.item, &rule);
        self.template = std::mem::replace(&mut self.template, Template::blank("")).outlined();
    }

    /// What [`check`] finds in the template.
    pub fn problems(&self) -> Vec<Problem> {
        check(&self.template)
    }

    /// Rules that are left to be entered by hand.
    pub fn by_hand(&self) -> usize {
        self.readings.iter().filter(|reading| reading.proposal().is_none()).count()
    }
}

fn by_hand(step: Decimal) -> Rule {
    Rule::of(Award::Free { step })
}

fn set_rule(nodes: &mut [Node], item: &Id, rule: &Rule) -> bool {
    nodes.iter_mut().any(|node| match node {
        Node::Group(group) => set_rule(&mut group.children, item, rule),
        Node::Indicator(indicator) if indicator.id == *item => {
            indicator.rule = rule.clone();
            true
        }
        Node::Indicator(_) => false,
    })
}

struct Maker<'a> {
    table: &'a Table,
    readings: Vec<Reading>,
    step: Decimal,
}

impl Maker<'_> {
    /// The children of `parent`; ids follow the place in the tree: `n2-1-3`.
    fn nodes(&mut self, parent: Option<usize>, path: &str) -> Vec<Node> {
        let drafts = self.table.drafts.iter().enumerate().filter(|(_, draft)| draft.parent == parent);
        let mut nodes = Vec::new();
        for (place, draft) in drafts {
            let id = match path {
                "" => format!("n{}", nodes.len() + 1),
                path => format!("{path}-{}", nodes.len() + 1),
            };
            match &draft.words {
                Some(words) => nodes.push(Node::Indicator(self.indicator(id.into(), draft, words))),
                None => {
                    let children = self.nodes(Some(place), &id);
                    // A group whose rows were all refused: the report says so, an empty group would be an error.
                    if !children.is_empty() {
                        nodes.push(Node::Group(group(id.into(), draft, children)));
                    }
                }
            }
        }
        nodes
    }

    fn indicator(&mut self, id: Id, draft: &Draft, words: &Words) -> Indicator {
        let points = draft.points.unwrap_or_default();
        let mut indicator = Indicator {
            id: id.clone(),
            name: draft.name.clone(),
            points,
            weight: None,
            criterion: words.criterion.as_str().into(),
            standard: words.standard.as_str().into(),
            unit: words.unit.as_str().into(),
            rule: by_hand(self.step),
            evidence_expected: true,
            always_applies: false,
        };
        let read = match draft.points {
            None => Ok(vec![Proposal::comparison(&words.target)]),
            Some(_) => recognise(&Source::of(&indicator, &words.target)),
        };
        let (proposals, why_not) = match read {
            Ok(proposals) => sound(&indicator, proposals),
            Err(why) => (Vec::new(), Some(why)),
        };
        if let Some(first) = proposals.first() {
            indicator.rule = first.rule.clone();
        }
        let text = match words.standard.is_empty() {
            true => indicator.criterion.clone(),
            false => indicator.standard.clone(),
        };
        let chosen = (!proposals.is_empty()).then_some(0);
        let (name, row) = (draft.name.clone(), draft.row);
        self.readings.push(Reading { item: id, row, name, points, text, proposals, why_not, chosen });
        indicator
    }
}

/// Only rules that the check of templates accepts; where none is, what it says against the first.
fn sound(indicator: &Indicator, proposals: Vec<Proposal>) -> (Vec<Proposal>, Option<Message>) {
    let mut why_not = None;
    let mut sound = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let indicator = Indicator { rule: proposal.rule.clone(), ..indicator.clone() };
        let mut alone = Template::blank("");
        (alone.points, alone.nodes) = (indicator.points, vec![Node::Indicator(indicator)]);
        let error = check(&alone.outlined()).into_iter().find(|problem| problem.severity == Severity::Error);
        match error {
            Some(problem) => why_not = why_not.or(Some(problem.message)),
            None => sound.push(proposal),
        }
    }
    let why_not = why_not.filter(|_| sound.is_empty());
    (sound, why_not)
}

fn group(id: Id, draft: &Draft, children: Vec<Node>) -> Group {
    Group {
        id,
        name: draft.name.clone(),
        points: draft.points.unwrap_or_else(|| sum(&children)),
        weight: None,
        combine: Default::default(),
        cap: None,
        floor: None,
        open: None,
        children,
    }
}

fn sum(nodes: &[Node]) -> Decimal {
    nodes.iter().fold(Decimal::ZERO, |sum, node| sum.saturating_add(node.points()))
}

fn template(table: &Table, mapping: &Mapping, nodes: Vec<Node>, notes: &mut Vec<Message>) -> Template {
    let points = table.total.unwrap_or_else(|| sum(&nodes));
    if table.total.is_none() {
        notes.push(Message::new("import-note-total").with("points", plain(points)));
    }
    if table.title.is_none() {
        notes.push(Message::new("import-note-title"));
    }
    let title = table.title.as_deref().unwrap_or("评分表");
    let grades = grades(points);
    if !grades.is_empty() {
        notes.push(Message::new("import-note-grades").with("points", plain(points)));
    }
    let levels = ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标"];
    let sheet = Sheet {
        form: if points.is_zero() { Form::Comparison } else { Form::ScoreSheet },
        levels: levels.iter().take(mapping.levels().max(1)).map(|level| (*level).into()).collect(),
        ..Sheet::default()
    };
    let rounding = rounding(&nodes);
    let mut template = Template::blank(title);
    template.id = id_of(title);
    (template.points, template.rounding, template.grades) = (points, rounding, grades);
    (template.sheet, template.nodes) = (sheet, nodes);
    template.outlined()
}

/// 优、良、中、差 at 90, 80 and 60 of 100, as 财预〔2020〕10号 has them.
fn grades(points: Decimal) -> Vec<Grade> {
    let at = |name: &str, percent: i64| {
        let from = points.checked_mul(Decimal::new(percent, 2)).unwrap_or_default();
        Grade { name: name.into(), from }
    };
    match points > Decimal::ZERO {
        true => vec![at("优", 90), at("良", 80), at("中", 60), at("差", 0)],
        false => Vec::new(),
    }
}

/// Two decimals, or more where the table's points have more.
fn rounding(nodes: &[Node]) -> Rounding {
    fn finest(nodes: &[Node]) -> u32 {
        let of = |node: &Node| match node {
            Node::Group(group) => finest(&group.children).max(group.points.normalize().scale()),
            Node::Indicator(indicator) => indicator.points.normalize().scale(),
        };
        nodes.iter().map(of).max().unwrap_or_default()
    }
    let usual = Rounding::default();
    let decimals = finest(nodes).clamp(usual.item_decimals, 6);
    Rounding { item_decimals: decimals, total_decimals: decimals, ..usual }
}

/// An id of letters, digits and hyphens: the pinyin initials of the title.
fn id_of(title: &str) -> Id {
    use pinyin::ToPinyin as _;
    let initial = |c: char| match c.to_pinyin() {
        Some(pinyin) => pinyin.plain().chars().next(),
        None => c.nfkc().next().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()),
    };
    let initials: String = title.chars().filter_map(initial).take(32).collect();
    if initials.is_empty() { "imported".into() } else { format!("imported-{initials}").into() }
}
