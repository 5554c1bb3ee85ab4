//! `jiping score`: the scorecard as a table or as JSON.

use super::answer::{Answer, Failure, Said, json};
use super::exit::Exit;
use super::last_year::{LastFigures, LastSheet};
use super::read::open;
use super::table::Table;
use crate::checks::{self, Finding, Severity};
use crate::file::{Opened, Places};
use crate::number::{fixed, in_full, plain, round};
use crate::scoring::{self, CauseShown, GroupScore, ItemScore, Scorecard, workings};
use crate::template::{GroupEntry, Row, Template};
use crate::text::{Lang, Message, tr};
use rust_decimal::Decimal;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn score(path: &Path, strict: bool, lang: Lang) -> Result<Answer, Failure> {
    let (opened, notes) = open(path, &Places::standard())?;
    let card = scoring::score(&opened.template, &opened.evaluation);
    let findings = checks::findings(&opened.template, &opened.evaluation, &card);
    let wrong = findings.iter().any(Finding::is_open_error);
    let exit = if strict && wrong { Exit::Findings } else { Exit::of(&notes) };
    let document = Document::of(path, &opened, &card, &findings, &notes, lang);
    let text = text(&opened, &card, &findings, lang);
    Ok(Answer { text, json: json(&document)?, notes, exit })
}

/// All its decimals written out, or as many as there are where only the total is rounded.
fn written(value: Decimal, decimals: u32) -> String {
    if round(value, decimals) == value { fixed(value, decimals) } else { plain(value) }
}

// ---- JSON. Numbers are strings, so that nobody reads them as floats. ----

#[derive(Serialize)]
struct Document {
    file: String,
    digest: String,
    template: TemplateName,
    project: String,
    year: String,
    points: String,
    total: String,
    deductions: String,
    pending: String,
    grade: Option<String>,
    provisional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_year: Option<LastSheet>,
    scaling: Option<Scaled>,
    /// The veto that decides the grade.
    grade_veto: Option<String>,
    /// What strikes groups and the sheet: 追加扣除, 否决, 封顶. Positive takes away.
    causes: Vec<Struck>,
    /// How what is not simply added up came about.
    workings: Vec<Working>,
    sections: Vec<Section>,
    /// All groups, in the order of the sheet.
    groups: Vec<Group>,
    items: Vec<Item>,
    findings: Vec<Found>,
    file_findings: Vec<Said>,
}

#[derive(Serialize)]
struct TemplateName {
    id: String,
    version: String,
}

/// `scope` is the id of a group; none for the sheet.
#[derive(Serialize)]
struct Struck {
    scope: Option<String>,
    kind: &'static str,
    label: String,
    points: String,
}

/// `scope` is the id of a group; none for the sheet.
#[derive(Serialize)]
struct Working {
    scope: Option<String>,
    text: String,
}

/// The total is `sum` × `points` ÷ `applicable` − Σ `causes` of the sheet; that 加减分 are not scaled is among these.
#[derive(Serialize)]
struct Scaled {
    sum: String,
    applicable: String,
    points: String,
}

/// A group at any level; no `parent` at the top. `working` is missing where its children are simply added up.
/// `points` − `not_applicable` − `pending` − `deductions` + `bonus` = `score`.
#[derive(Serialize)]
struct Group {
    id: String,
    parent: Option<String>,
    name: String,
    points: String,
    not_applicable: String,
    pending: String,
    deductions: String,
    bonus: String,
    score: String,
    working: Option<String>,
}

#[derive(Serialize)]
struct Section {
    id: String,
    name: String,
    points: String,
    score: String,
    deductions: String,
}

#[derive(Serialize)]
struct Item {
    id: String,
    name: String,
    points: String,
    score: Option<String>,
    deduction: Option<String>,
    state: String,
    derivation: String,
    /// What the rule yields, where the score was set by hand.
    computed: Option<String>,
    override_reason: Option<String>,
    reason: String,
    remark: String,
    evidence: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_year: Option<LastFigures>,
}

#[derive(Serialize)]
struct Found {
    id: &'static str,
    severity: &'static str,
    item: Option<String>,
    /// 说明: why it may stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    #[serde(flatten)]
    said: Said,
}

impl Document {
    fn of(
        path: &Path,
        opened: &Opened,
        card: &Scorecard,
        findings: &[Finding],
        notes: &[Message],
        lang: Lang,
    ) -> Self {
        let (template, evaluation) = (&opened.template, &opened.evaluation);
        let points = |value: Decimal| written(value, card.item_decimals);
        let found = |finding: &Finding| Found {
            id: finding.id.as_str(),
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
            item: finding.item().map(ToString::to_string),
            answer: finding.answer.as_ref().map(|answer| answer.reason.clone()),
            said: Said::of(&finding.message, lang),
        };
        Self {
            file: path.display().to_string(),
            digest: opened.digest.clone(),
            template: TemplateName { id: template.id.to_string(), version: template.version.to_string() },
            project: evaluation.project.name.clone(),
            year: evaluation.project.year.clone(),
            points: points(card.points),
            total: fixed(card.total, card.total_decimals),
            deductions: card.written(card.deductions),
            pending: points(card.pending),
            grade: card.grade.as_ref().map(ToString::to_string),
            provisional: card.provisional,
            last_year: evaluation.last_year.as_deref().map(|last| LastSheet::of(last, card)),
            scaling: card.scaling.map(|scaling| Scaled {
                sum: card.written(scaling.sum),
                applicable: points(scaling.applicable),
                points: points(scaling.points),
            }),
            grade_veto: card.grade_veto.as_ref().map(ToString::to_string),
            causes: causes(card, lang),
            workings: all_workings(template, card, lang),
            sections: card
                .sections(template)
                .map(|group| Section {
                    id: group.id.to_string(),
                    name: group.name.to_string(),
                    points: points(group.points),
                    score: points(group.score),
                    deductions: points(group.deductions),
                })
                .collect(),
            groups: all_groups(template, card, lang),
            items: card.items.iter().map(|item| Item::of(item, opened, card.item_decimals, lang)).collect(),
            findings: findings.iter().map(found).collect(),
            file_findings: notes.iter().map(|note| Said::of(note, lang)).collect(),
        }
    }
}

/// What strikes groups, then the sheet.
fn causes(card: &Scorecard, lang: Lang) -> Vec<Struck> {
    let struck = card.strikes().map(|CauseShown { group, cause, points, decimals }| Struck {
        scope: group.map(|group| group.id.to_string()),
        kind: cause.kind.of_strike(),
        label: cause.label.text(lang),
        points: written(points, decimals),
    });
    // 折算 leaves 加减分 alone.
    let apart = card.scaling.map(|scaling| scaling.apart).filter(|apart| !apart.is_zero());
    let adjust = apart.map(|apart| Struck {
        scope: None,
        kind: "adjust",
        label: tr(lang, "cli-not-scaled"),
        points: written(-apart, card.total_decimals),
    });
    struck.chain(adjust).collect()
}

fn all_workings(template: &Template, card: &Scorecard, lang: Lang) -> Vec<Working> {
    let one = |scope: Option<&str>, group| {
        let text = workings(template, card, group)?.text(lang);
        Some(Working { scope: scope.map(ToOwned::to_owned), text })
    };
    let groups = card.groups.iter().enumerate();
    let of_groups = groups.filter_map(|(index, group)| one(Some(&group.id), Some(index)));
    of_groups.chain(one(None, None)).collect()
}

fn all_groups(template: &Template, card: &Scorecard, lang: Lang) -> Vec<Group> {
    let entries = template.outline().groups();
    let points = |value: Decimal| written(value, card.group_decimals);
    let group = |(index, (group, entry)): (usize, (&GroupScore, &GroupEntry))| Group {
        id: group.id.to_string(),
        parent: entry.parent.and_then(|parent| entries.get(parent)).map(|parent| parent.id.to_string()),
        name: group.name.to_string(),
        points: points(group.points),
        not_applicable: points(group.excluded),
        pending: points(group.pending),
        deductions: points(group.deductions),
        bonus: points(group.bonus),
        score: points(group.score),
        working: workings(template, card, Some(index)).map(|working| working.text(lang)),
    };
    card.groups.iter().zip(entries).enumerate().map(group).collect()
}

impl Item {
    fn of(item: &ItemScore, opened: &Opened, decimals: u32, lang: Lang) -> Self {
        let entry = opened.evaluation.item(&item.id);
        let words = |text: Option<&String>| text.cloned().unwrap_or_default();
        Self {
            id: item.id.to_string(),
            name: item.name.to_string(),
            points: written(item.points, decimals),
            score: item.score.map(|score| written(score, decimals)),
            deduction: item.deduction.map(|deduction| written(deduction, decimals)),
            // The keys of this format are written with _.
            state: item.state.name().replace('-', "_"),
            derivation: item.derivation.text(lang, item.score, decimals),
            computed: item
                .computed
                .filter(|_| item.is_overridden())
                .map(|computed| written(computed, decimals)),
            override_reason: item.override_reason.as_ref().map(ToString::to_string),
            reason: words(entry.map(|entry| &entry.reason)),
            remark: words(entry.map(|entry| &entry.remark)),
            evidence: item.evidence,
            last_year: item.last_year.as_ref().map(|last| LastFigures::of(last, decimals, lang)),
        }
    }
}

// ---- For people. ----

fn text(opened: &Opened, card: &Scorecard, findings: &[Finding], lang: Lang) -> String {
    let (template, project) = (&opened.template, &opened.evaluation.project);
    let mut text = format!("{}\n", template.title);
    for line in [&project.name, &project.unit, &project.year] {
        if !line.trim().is_empty() {
            let _ = writeln!(text, "{line}");
        }
    }
    text.push('\n');
    text += &table(template, card, lang).to_string();
    text.push('\n');
    text += &verdict(card, lang);
    if let Some(scaling) = card.scaling {
        let message = Message::new("cli-scaled").with("sum", card.written(scaling.sum));
        let message = message.with("applicable", plain(scaling.applicable));
        let scaled = scaling.scaled().unwrap_or_default();
        let message = message.with("scaled", fixed(scaled, card.total_decimals));
        let _ = writeln!(text, "{}", message.with("points", plain(scaling.points)).text(lang));
    }
    if let Some(how) = workings(template, card, None) {
        let how = how.text(lang);
        let _ = writeln!(text, "{}", Message::new("cli-workings").with("how", how).text(lang));
    }
    for cause in causes(card, lang) {
        let group = cause.scope.and_then(|id| card.groups.iter().find(|group| *group.id == *id));
        let scope = group.map_or_else(|| tr(lang, "cli-sheet"), |group| group.name.to_string());
        let (key, points) = match cause.points.strip_prefix('-') {
            Some(points) => ("cli-cause-gives", points),
            None => ("cli-cause", cause.points.as_str()),
        };
        let message = Message::new(key).with("scope", scope).with("label", cause.label);
        let _ = writeln!(text, "{}", message.with("points", points).text(lang));
    }
    if let Some(veto) = &card.grade_veto {
        let _ = writeln!(text, "{}", Message::new("cli-grade-veto").with("label", &**veto).text(lang));
    }
    if !findings.is_empty() {
        let _ = writeln!(text, "\n{}", tr(lang, "cli-findings"));
        for finding in findings {
            let severity = tr(lang, finding.severity.label_key());
            let _ = writeln!(text, "  {} [{severity}] {}", finding.id.as_str(), finding.message.full(lang));
        }
    }
    text
}

fn verdict(card: &Scorecard, lang: Lang) -> String {
    let key = if card.provisional { "cli-total-provisional" } else { "cli-total" };
    let total = Message::new(key)
        .with("total", fixed(card.total, card.total_decimals))
        .with("points", plain(card.points))
        .with("deductions", card.written(card.deductions))
        .with("pending", card.written_plain(card.pending))
        .with("grade", card.grading().text(lang));
    let mut text = total.text(lang) + "\n";
    if let Some(next) = &card.next_grade {
        let distance = fixed(next.distance, card.total_decimals);
        let message = Message::new("cli-next-grade").with("name", &next.name).with("distance", distance);
        text += &(message.text(lang) + "\n");
    }
    text
}

/// What a group misses, and how much of that because no indicator is set for it: a reader takes it off the points.
fn missing(group: &GroupScore, decimals: u32) -> (Decimal, Option<Decimal>) {
    // 加分 beyond full marks is the opposite of what is missing.
    let shown = round(group.score, decimals);
    let lost = group.deductions.saturating_sub(group.bonus).saturating_add(group.score).saturating_sub(shown);
    // Where indicators wait for their score, the row is not done yet, and what waits is not lost.
    let done = group.progress.settled() == group.progress.all;
    let unset = Some(group.pending).filter(|pending| done && *pending > Decimal::ZERO);
    (lost.saturating_add(unset.unwrap_or_default()), unset)
}

fn table(template: &Template, card: &Scorecard, lang: Lang) -> Table {
    let heading = ["cli-column-item", "cli-column-points", "cli-column-score", "cli-column-deduction"];
    let mut heading: Vec<String> = heading.iter().map(|key| tr(lang, key)).collect();
    heading.push(tr(lang, "cli-column-derivation"));
    let mut table = Table::new(heading);
    let outline = template.outline();
    let amount = |value: Option<Decimal>| {
        value.map_or_else(|| "—".to_owned(), |value| in_full(value, card.item_decimals))
    };
    for row in outline.rows() {
        match *row {
            Row::Group(index) => {
                let (Some(entry), Some(group)) = (outline.groups().get(index), card.groups.get(index)) else {
                    continue;
                };
                let name = format!("{}{}", "  ".repeat(entry.depth), group.name);
                let (lost, unset) = missing(group, card.group_decimals);
                let (score, lost) =
                    (fixed(group.score, card.group_decimals), in_full(lost, card.group_decimals));
                let how = workings(template, card, Some(index)).map(|how| how.text(lang));
                let unset = unset.map(|points| {
                    let points = in_full(points, card.group_decimals);
                    Message::new("cli-unset").with("points", points).text(lang)
                });
                let how: Vec<String> = how.into_iter().chain(unset).collect();
                table.push(vec![
                    name,
                    plain(group.points),
                    score,
                    lost,
                    how.join(&tr(lang, "words-semicolon")),
                ]);
            }
            Row::Indicator(position) => {
                let (Some(leaf), Some(item)) = (outline.leaf(position), card.items.get(position)) else {
                    continue;
                };
                let name = format!("{}{}", "  ".repeat(leaf.path.len().saturating_sub(1)), item.name);
                let words = item.derivation.text(lang, item.score, card.item_decimals);
                let score = item.score.map(|score| fixed(score, card.item_decimals));
                let score = score.unwrap_or_else(|| "—".to_owned());
                let lost = amount(item.shown_deduction(card.item_decimals));
                table.push(vec![name, plain(item.points), score, lost, words]);
            }
        }
    }
    table
}
