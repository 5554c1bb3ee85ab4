//! `jiping score`: the scorecard as a table or as JSON.

use super::answer::{Answer, Failure, Said, json};
use super::exit::Exit;
use super::read::open;
use super::table::Table;
use crate::checks::{self, Finding, Severity};
use crate::file::{Opened, Places};
use crate::number::{fixed, plain, round};
use crate::scoring::{self, Cause, CauseKind, GroupScore, ItemScore, Naming, Scorecard, workings};
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
    let wrong = findings.iter().any(|finding| finding.severity == Severity::Error);
    let exit = if strict && wrong { Exit::Findings } else { Exit::of(&notes) };
    let document = Document::of(path, &opened, &card, &findings, &notes, lang);
    let text = text(&opened, &card, &findings, lang);
    Ok(Answer { text, json: json(&document)?, notes, exit })
}

/// All its decimals written out, or as many as there are where only the total is rounded.
/// Decimals of a number in the table, where it has so many.
const MOST_DIGITS: u32 = 6;

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

/// The scaled sum is Σ × points ÷ applicable; 加减分, 追加扣除, 否决 and 封顶 come after it.
#[derive(Serialize)]
struct Scaled {
    sum: String,
    applicable: String,
    points: String,
}

/// A group at any level; no `parent` at the top. `working` is missing where its children are simply added up.
#[derive(Serialize)]
struct Group {
    id: String,
    parent: Option<String>,
    name: String,
    points: String,
    score: String,
    deductions: String,
    bonus: String,
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
}

#[derive(Serialize)]
struct Found {
    id: &'static str,
    severity: &'static str,
    item: Option<String>,
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
            item: finding.item.as_ref().map(ToString::to_string),
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
            deductions: points(card.deductions),
            pending: points(card.pending),
            grade: card.grade.as_ref().map(ToString::to_string),
            provisional: card.provisional,
            scaling: card.scaling.map(|scaling| Scaled {
                sum: points(scaling.sum),
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
    let one = |scope: Option<&str>, cause: &Cause, decimals: u32| Struck {
        scope: scope.map(ToOwned::to_owned),
        kind: match cause.kind {
            CauseKind::Veto => "veto",
            CauseKind::Overflow => "overflow",
            _ => "limit",
        },
        label: cause.label.text(lang),
        points: written(cause.points, decimals),
    };
    let of_group = |group| {
        let GroupScore { id, causes, .. }: &GroupScore = group;
        causes.iter().map(|cause| one(Some(id), cause, card.item_decimals)).collect::<Vec<_>>()
    };
    let of_groups = card.groups.iter().flat_map(of_group);
    let of_sheet = card.causes.iter().map(|cause| one(None, cause, card.total_decimals));
    // 折算 leaves 加减分 alone: it comes after it.
    let adjust = card.scaling.map(|scaling| scaling.adjust).filter(|adjust| !adjust.is_zero());
    let adjust = adjust.map(|adjust| Struck {
        scope: None,
        kind: "adjust",
        label: Naming::Adjustments.text(lang),
        points: written(-adjust, card.item_decimals),
    });
    of_groups.chain(of_sheet).chain(adjust).collect()
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
        score: points(group.score),
        deductions: points(group.deductions),
        bonus: points(group.bonus),
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
        let message = Message::new("cli-scaled").with("sum", fixed(scaling.sum, card.item_decimals));
        let message = message.with("applicable", plain(scaling.applicable));
        let _ = writeln!(text, "{}", message.with("points", plain(scaling.points)).text(lang));
    }
    if let Some(how) = workings(template, card, None) {
        let how = how.text(lang);
        let _ = writeln!(text, "{}", Message::new("cli-workings").with("how", how).text(lang));
    }
    for cause in causes(card, lang) {
        let group = cause.scope.and_then(|id| card.groups.iter().find(|group| *group.id == *id));
        let scope = group.map_or_else(|| tr(lang, "cli-sheet"), |group| group.name.to_string());
        let message = Message::new("cli-cause").with("scope", scope).with("label", cause.label);
        let _ = writeln!(text, "{}", message.with("points", cause.points).text(lang));
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
        .with("deductions", fixed(card.deductions, card.item_decimals))
        .with("pending", plain(card.pending))
        .with("grade", card.grade.as_deref().unwrap_or("—"));
    let mut text = total.text(lang) + "\n";
    if let Some(next) = &card.next_grade {
        let distance = fixed(next.distance, card.total_decimals);
        let message = Message::new("cli-next-grade").with("name", &next.name).with("distance", distance);
        text += &(message.text(lang) + "\n");
    }
    text
}

fn table(template: &Template, card: &Scorecard, lang: Lang) -> Table {
    let heading = ["cli-column-item", "cli-column-points", "cli-column-score", "cli-column-deduction"];
    let mut heading: Vec<String> = heading.iter().map(|key| tr(lang, key)).collect();
    heading.push(tr(lang, "cli-column-derivation"));
    let mut table = Table::new(heading);
    let outline = template.outline();
    // As many digits as there are, so that a row adds up.
    let digits =
        |value: Decimal, least: u32| fixed(value, least.max(value.normalize().scale().min(MOST_DIGITS)));
    let amount = |value: Option<Decimal>| {
        value.map_or_else(|| "—".to_owned(), |value| digits(value, card.item_decimals))
    };
    for row in outline.rows() {
        match *row {
            Row::Group(index) => {
                let (Some(entry), Some(group)) = (outline.groups().get(index), card.groups.get(index)) else {
                    continue;
                };
                let name = format!("{}{}", "  ".repeat(entry.depth), group.name);
                // 加分 beyond full marks is the opposite of what is missing.
                let lost = group.deductions.saturating_sub(group.bonus);
                let shown = round(group.score, card.group_decimals);
                let lost = lost.saturating_add(group.score).saturating_sub(shown);
                let (score, lost) = (fixed(shown, card.group_decimals), digits(lost, card.group_decimals));
                let how = workings(template, card, Some(index));
                let how = how.map(|how| how.text(lang)).unwrap_or_default();
                table.push(vec![name, plain(group.points), score, lost, how]);
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
