//! What stands on each paper, and in which order.

mod calculation;
mod chart;
mod closing;
mod comparison;
mod content;
mod cover;
mod deductions;
mod findings;
mod head;
mod ledger;
mod problems;
mod scores;
mod self_evaluation;
mod survey;
mod tree;

pub(super) use chart::picture;
pub(super) use content::Content;

use super::data::digest;
use super::job::PrintJob;
use super::paper::Paper;
use super::pdf::Bookmark;
use super::typeset::{Align, Area, Flow, Page, Paragraph, Structure, Style, lines, mm};
use crate::evaluation::Evaluation;
use crate::scoring;
use crate::template::Form;

/// The type area (版心) of 156 × 225 mm with the margins of GB/T 9704-2012: 天头 37 mm, 订口 28 mm.
const UPRIGHT: Area =
    Area { page: (mm(210.0), mm(297.0)), left: mm(28.0), top: mm(37.0), width: mm(156.0), height: mm(225.0) };
/// The same lying on its side, because the columns of a score sheet do not fit upright: 订口 28 mm above, 地脚 35 mm left.
/// Bound with upright pages, the table is read by turning the page a quarter clockwise, head at the binding.
const ACROSS: Area =
    Area { page: (mm(297.0), mm(210.0)), left: mm(35.0), top: mm(28.0), width: mm(225.0), height: mm(156.0) };
/// 四号, of page numbers.
const PAGE_NUMBER: f32 = 14.0;
/// Of what is said of the sheet in its head and foot.
const SMALL: f32 = 7.5;

/// Papers on their pages.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) pages: Vec<Page>,
    pub(super) structure: Structure,
    pub(super) bookmarks: Vec<Bookmark>,
    /// Of each paper its first page and how many it has.
    pub(super) papers: Vec<(Paper, usize, usize)>,
}

impl Pages {
    pub(super) fn of(job: &PrintJob<'_>, sheets: &[Paper]) -> Self {
        let content = Content::new(job);
        // The form as nobody has filled it in yet, if that is asked for.
        let nothing = sheets.contains(&Paper::Blank).then(|| Evaluation::new(job.template));
        let nothing = nothing.map(|nothing| (scoring::score(job.template, &nothing), nothing));
        let open = nothing.as_ref().map(|(card, evaluation)| PrintJob { evaluation, card, ..job.clone() });
        let open = open.as_ref().map(Content::blank);
        let content_of = |paper: Paper| match &open {
            Some(open) if paper == Paper::Blank => open,
            _ => &content,
        };
        let mut all = Self::default();
        for sheet in sheets.iter().filter(|sheet| sheet.is_of(job.template)) {
            let content = content_of(*sheet);
            let pages = pages_of(content, *sheet, &mut all.structure);
            let (first, count) = (all.pages.len(), pages.len());
            let title = sheet.title(job.template);
            all.bookmarks.push(Bookmark { words: title.clone(), page: first });
            all.papers.push((*sheet, first, count));
            let named = pages.into_iter().enumerate().map(|(number, mut page)| {
                head_of(&mut page, content, &title, (number + 1, count));
                page
            });
            all.pages.extend(named);
        }
        let count = all.pages.len();
        for (paper, first, of_paper) in &all.papers {
            let pages = all.pages.iter_mut().enumerate().skip(*first).take(*of_paper);
            pages.for_each(|(number, page)| foot_of(page, content_of(*paper), number + 1, count));
        }
        all
    }
}

/// A form of one page is set closer where that keeps it on one.
const DENSITIES: [f32; 5] = [0.96, 0.92, 0.88, 0.85, 0.82];

/// A paper on its pages.
fn pages_of(content: &Content<'_>, paper: Paper, structure: &mut Structure) -> Vec<Page> {
    let form = content.job.template.sheet.form;
    let before = structure.nodes.len();
    let mut at = |density: f32| {
        structure.nodes.truncate(before);
        let mut flow = Flow::new(area(paper, form), density, structure);
        set(&mut flow, content, paper);
        flow.finish()
    };
    let pages = at(1.0);
    let is_form = matches!(paper, Paper::Scores | Paper::Blank) && form != Form::ScoreSheet;
    if !is_form || pages.len() != 2 {
        return pages;
    }
    let closer = DENSITIES.into_iter().map(&mut at).find(|pages| pages.len() == 1);
    closer.unwrap_or_else(|| at(1.0))
}

fn area(paper: Paper, form: Form) -> Area {
    match (paper, form) {
        (Paper::Scores | Paper::Blank, Form::SelfEvaluation | Form::Comparison) => UPRIGHT,
        (Paper::Chart | Paper::Cover | Paper::Survey | Paper::Notice(_), _) => UPRIGHT,
        _ => ACROSS,
    }
}

/// Sets a paper.
fn set(flow: &mut Flow<'_>, content: &Content<'_>, paper: Paper) {
    match (paper, content.job.template.sheet.form) {
        (Paper::Scores | Paper::Blank, Form::ScoreSheet) => scores::scores(flow, content),
        (Paper::Scores | Paper::Blank, Form::SelfEvaluation) => {
            self_evaluation::self_evaluation(flow, content)
        }
        (Paper::Scores | Paper::Blank, Form::Comparison) => comparison::comparison(flow, content),
        (Paper::Deductions, _) => deductions::deductions(flow, content),
        (Paper::Attachments, _) => deductions::attachment_list(flow, content),
        (Paper::Cover, _) => cover::cover(flow, content),
        (Paper::Calculation, _) => calculation::calculation(flow, content),
        (Paper::Problems, _) => problems::problems(flow, content),
        (Paper::Survey, _) => survey::survey(flow, content),
        (Paper::Findings, _) => findings::findings(flow, content),
        (Paper::Chart, _) => chart::chart(flow, content),
        (Paper::Notice(wanted), _) => ledger::notice(flow, content, wanted),
        (Paper::Faults(wanted), _) => ledger::faults(flow, content, wanted),
        (Paper::Ledger(wanted), _) => ledger::ledger(flow, content, wanted),
    }
}

/// Above every page: of which project and which paper it is, and which of its pages, so that no page can be put under another
/// sheet.
fn head_of(page: &mut Page, content: &Content<'_>, title: &str, (number, count): (usize, usize)) {
    let project = &content.job.evaluation.project;
    let area = if page.width > page.height { ACROSS } else { UPRIGHT };
    let style = Style::TABLE.sized(SMALL);
    let y = area.top - mm(8.0);
    // The first page says it in its title and head.
    let left = if number > 1 {
        format!("{}　{title}（续）", head::or_dash(&project.name))
    } else {
        String::new()
    };
    let right = Paragraph::styled(format!("第 {number} 页　共 {count} 页"), style).aligned(Align::End);
    let name_width = area.width - mm(32.0);
    let left = lines(&[Paragraph::styled(left, style)], name_width, 1.0).into_iter().take(2).collect();
    page.lines(left, (area.left, y), name_width, None);
    page.lines(lines(&[right], area.width, 1.0), (area.left, y), area.width, None);
}

/// Below every page: template, file and time of printing at the sides, the page number between them.
fn foot_of(page: &mut Page, content: &Content<'_>, number: usize, count: usize) {
    let job = content.job;
    let area = if page.width > page.height { ACROSS } else { UPRIGHT };
    let style = Style::TABLE.sized(SMALL);
    let y = area.top + area.height + mm(5.0);
    let side = area.width * 0.42;
    let digest = job.file_digest.map_or_else(|| "未保存".to_owned(), digest::short);
    let left = [
        format!("评分模板：{}　版本 {}", job.template.title, job.template.version),
        format!("文件校验码：{digest}"),
    ];
    let left = left.map(|text| Paragraph::styled(text, style));
    page.lines(lines(&left, side, 1.0), (area.left, y), side, None);
    let provisional = if content.total().provisional && !content.is_blank { "暂定　" } else { "" };
    let right = [
        format!("{provisional}全部 {count} 页"),
        format!("打印时间：{}", job.printed_at.strftime("%Y-%m-%d %H:%M")),
    ];
    let right = right.map(|text| Paragraph::styled(text, style).aligned(Align::End));
    page.lines(lines(&right, side, 1.0), (area.left + area.width - side, y), side, None);
    let middle =
        Paragraph::styled(format!("— {number} —"), Style::TABLE.sized(PAGE_NUMBER)).aligned(Align::Middle);
    page.lines(lines(&[middle], area.width, 1.0), (area.left, y), area.width, None);
}
