//! 得分与扣分图: bars of the sections, of the largest losses, and of the months of each ledger. Told apart without colours
//! too: what is earned is dark, what is lost is lighter with an edge, what is open is empty.

use super::content::Content;
use super::head::{self, or_dash};
use crate::print::data::{Chart, LedgerBars, LossBar, SectionBar, chart as chart_data};
use crate::print::typeset::{
    Align, Area, Fill, Flow, Ink, Page, Paragraph, Role, Structure, Style, lines, mm,
};

const BAR: f32 = mm(4.2);
/// However little there is of it, something is seen.
const LEAST: f32 = 0.006;
/// How high the longest month is.
const MONTH: f32 = mm(26.0);
/// Months side by side.
const ACROSS: usize = 12;
/// Of the picture for another document, and its margins.
const PICTURE: f32 = mm(160.0);
const MARGIN: f32 = mm(5.0);

pub(super) fn chart(flow: &mut Flow<'_>, content: &Content<'_>) {
    let project = &content.job.evaluation.project;
    head::title(flow, "得分与扣分图", &project.year);
    flow.text(Role::Paragraph, &Paragraph::new(format!("项目名称：{}", or_dash(&project.name))));
    body(flow, content);
}

/// On a page as large as it is, without head and foot.
pub(in crate::print) fn picture(content: &Content<'_>) -> Page {
    let project = &content.job.evaluation.project;
    let (width, height) = (PICTURE, mm(200_000.0));
    let inner = (width - 2.0 * MARGIN, height - 2.0 * MARGIN);
    let area = Area { page: (width, height), left: MARGIN, top: MARGIN, width: inner.0, height: inner.1 };
    let mut structure = Structure::default();
    let mut flow = Flow::new(area, 1.0, &mut structure);
    let name = Style::TABLE.sized(11.0).bold();
    flow.text(Role::Title, &Paragraph::styled(or_dash(&project.name), name));
    body(&mut flow, content);
    let end = flow.end();
    let mut page = flow.finish().into_iter().next().unwrap_or_default();
    page.height = end + MARGIN;
    page
}

fn body(flow: &mut Flow<'_>, content: &Content<'_>) {
    let total = content.total();
    let provisional = if total.provisional { "（暂定）" } else { "" };
    let grade = total.grade.as_ref().map(|grade| format!("　等级 {grade}")).unwrap_or_default();
    flow.space(mm(3.0));
    let words = format!(" / {}{provisional}{grade}", total.points);
    flow.text(
        Role::Paragraph,
        &Paragraph::new("合计 ").and_styled(total.total.as_str(), Style::TABLE.bold()).and(words),
    );
    let data = chart_data(content.job);
    sections(flow, &data);
    losses(flow, &data);
    data.ledgers.iter().for_each(|ledger| months(flow, ledger));
}

fn heading(flow: &mut Flow<'_>, words: &str) {
    flow.space(mm(6.0));
    flow.text(Role::Heading, &Paragraph::styled(words, Style::TABLE.sized(12.0).bold()));
    flow.space(mm(2.0));
}

/// A bar between its name and its figures.
struct Bar<'a> {
    name: &'a str,
    figures: Paragraph,
    pieces: Vec<(f32, Option<Ink>, Option<Ink>)>,
    name_width: f32,
    figures_width: f32,
}

impl Bar<'_> {
    fn draw(self, flow: &mut Flow<'_>) {
        let width = flow.width();
        let gap = mm(3.0);
        let name = lines(&[Paragraph::new(self.name)], self.name_width, 1.0);
        let high = name.iter().map(|line| line.height).sum::<f32>().max(BAR) + mm(1.8);
        let mut row = Page::new(width, high);
        let middle = |height: f32| (high - height) / 2.0;
        let name_height: f32 = name.iter().map(|line| line.height).sum();
        row.lines(name, (0.0, middle(name_height)), self.name_width, None);
        let mut x = self.name_width + gap;
        let room = width - self.name_width - self.figures_width - 2.0 * gap;
        for (share, ink, edge) in self.pieces {
            row.fills.push(Fill { area: [x, middle(BAR), share * room, BAR], ink, edge });
            x += share * room;
        }
        let figures = lines(&[self.figures.aligned(Align::End)], self.figures_width, 1.0);
        let height: f32 = figures.iter().map(|line| line.height).sum();
        row.lines(figures, (width - self.figures_width, middle(height)), self.figures_width, None);
        flow.block(row, Role::Paragraph);
    }
}

fn sections(flow: &mut Flow<'_>, chart: &Chart) {
    heading(flow, "各部分得分");
    for section in &chart.sections {
        let lost = section.lost.as_ref().map(|points| format!("　扣 {points}")).unwrap_or_default();
        let open = section.open.as_ref().map(|points| format!("　未评 {points}")).unwrap_or_default();
        let figures =
            Paragraph::bold(section.score.as_str()).and(format!(" / {}{lost}{open}", section.points));
        let (name_width, figures_width) = (mm(34.0), mm(46.0));
        Bar { name: &section.name, figures, pieces: pieces(section), name_width, figures_width }.draw(flow);
    }
    legend(flow);
}

fn pieces(section: &SectionBar) -> Vec<(f32, Option<Ink>, Option<Ink>)> {
    let [earned, lost, open] = section.shares;
    let lost = if section.lost.is_some() { lost.max(LEAST) } else { lost };
    let open = if section.open.is_some() { open.max(LEAST) } else { open };
    let earned = earned.min(1.0 - lost - open).max(0.0);
    let all = [
        (earned, Some(Ink::Earned), None),
        (lost, Some(Ink::Lost), Some(Ink::LostEdge)),
        (open, None, Some(Ink::Grey)),
    ];
    all.into_iter().filter(|(share, ..)| *share > 0.0).collect()
}

/// What the three kinds of a bar are.
fn legend(flow: &mut Flow<'_>) {
    let small = Style::TABLE.sized(8.5);
    let mut row = Page::new(flow.width(), small.pitch() + mm(1.0));
    let mut x = 0.0;
    let kinds = [
        ("得分", Some(Ink::Earned), None),
        ("扣分", Some(Ink::Lost), Some(Ink::LostEdge)),
        ("未评", None, Some(Ink::Grey)),
    ];
    for (words, ink, edge) in kinds {
        row.fills.push(Fill { area: [x, mm(1.4), mm(5.0), mm(2.6)], ink, edge });
        let words = lines(&[Paragraph::styled(words, small)], mm(20.0), 1.0);
        row.lines(words, (x + mm(6.0), mm(1.0)), mm(20.0), None);
        x += mm(19.0);
    }
    flow.block(row, Role::Paragraph);
}

fn losses(flow: &mut Flow<'_>, chart: &Chart) {
    heading(flow, "扣分最多的地方");
    if chart.losses.is_empty() {
        flow.text(Role::Paragraph, &Paragraph::new("没有扣分。"));
    }
    for LossBar { name, of, points, share } in &chart.losses {
        let of = of.as_ref().map(|points| format!("（分值 {points}）")).unwrap_or_default();
        let figures = Paragraph::new("扣 ").and_styled(points.as_str(), Style::TABLE.bold()).and(of);
        let pieces = vec![(share.max(LEAST), Some(Ink::Lost), Some(Ink::LostEdge))];
        Bar { name, figures, pieces, name_width: mm(44.0), figures_width: mm(36.0) }.draw(flow);
    }
    if chart.more > 0 {
        let words = format!("另有 {} 处扣分较少，未画出。", chart.more);
        flow.text(Role::Paragraph, &Paragraph::styled(words, Style::TABLE.sized(8.5)));
    }
}

fn months(flow: &mut Flow<'_>, ledger: &LedgerBars) {
    heading(flow, &format!("{}：台账按月", ledger.name));
    let small = Style::TABLE.sized(8.5);
    let (width, text) = (flow.width() / ACROSS as f32, small.pitch());
    for months in ledger.months.chunks(ACROSS) {
        let base = text + mm(1.0) + MONTH;
        let mut row = Page::new(flow.width(), base + text + mm(3.0));
        for (place, month) in months.iter().enumerate() {
            let left = width * place as f32;
            let high = month.share.max(LEAST) * MONTH;
            let middle = |row: &mut Page, words: &str, y: f32| {
                let words = lines(&[Paragraph::styled(words, small).aligned(Align::Middle)], width, 1.0);
                row.lines(words, (left, y), width, None);
            };
            middle(&mut row, &month.points, base - high - text - mm(0.5));
            let area = [left + (width - mm(8.0)) / 2.0, base - high, mm(8.0), high];
            row.fills.push(Fill { area, ink: Some(Ink::Earned), edge: None });
            middle(&mut row, or_dash(month.name.as_deref().unwrap_or_default()), base + mm(1.0));
        }
        row.rule((0.0, base), (width * months.len() as f32, base));
        flow.block(row, Role::Paragraph);
    }
    if ledger.left_out > 0 {
        let words = format!("以前的 {} 个月未画出。", ledger.left_out);
        flow.text(Role::Paragraph, &Paragraph::styled(words, small));
    }
}
