//! What stands below the tables: how the total comes about, and who signs.

use super::tree::MARK;
use crate::evaluation::Signatory;
use crate::print::PrintJob;
use crate::print::data::TotalData;
use crate::print::typeset::{Align, Flow, Line, Page, Paragraph, Role, Style, lines, mm};

/// A remark longer than that goes to the annex.
const LONGEST_REMARK: usize = 300;
/// More people than that sign in one line each.
const MANY: usize = 8;
/// The least that a person needs to sign.
const PERSON: f32 = mm(36.0);
/// And where line and date stand side by side.
const ON_ONE_LINE: f32 = mm(45.0);
/// Room for the seal of the unit (单位公章).
const SEAL: f32 = mm(46.0);
/// Rows of people that stand on one page with the last rows.
const TOGETHER: f32 = mm(80.0);
/// Between the edge of a box and what stands in it.
const PAD: f32 = mm(2.5);
/// What sums of heights may be off by.
const CLOSE: f32 = 0.1;
/// How high a row of people is, and one where many sign.
const HIGH: f32 = mm(27.0);
const LOW: f32 = mm(16.0);

/// Below the total: remarks, then who signs.
pub(super) struct Closing {
    remarks: Vec<Paragraph>,
    people: Vec<Page>,
}

impl Closing {
    pub(super) fn new(remarks: Vec<Paragraph>, job: &PrintJob<'_>, flow: &Flow<'_>) -> Self {
        let people = &job.evaluation.project.signatories;
        let mut people = signatures(people, flow.width(), flow.density());
        if job.template.sheet.opinion {
            people.insert(0, opinion(flow.width()));
        }
        Self { remarks, people }
    }

    /// What has to stand together with the last rows.
    pub(super) fn height(&self, flow: &Flow<'_>) -> f32 {
        let remarks = lines(&self.remarks, flow.width(), flow.density());
        let remarks: f32 = remarks.iter().map(|line| line.height).sum();
        let gaps: f32 = self.remarks.iter().map(|_| mm(1.0)).sum();
        let all: f32 = self.people.iter().map(|row| row.height).sum();
        let first = self.people.first().map_or(0.0, |row| row.height);
        let people = if all <= TOGETHER { all } else { first } + mm(2.5);
        remarks + gaps + people + CLOSE
    }

    pub(super) fn set(self, flow: &mut Flow<'_>) {
        for remark in &self.remarks {
            flow.space(mm(1.0));
            flow.text(Role::Paragraph, remark);
        }
        flow.space(mm(2.5));
        for row in self.people {
            flow.block(row, Role::Paragraph);
        }
    }
}

/// The remark on the project, or that it stands in the annex.
pub(super) fn remark(annex: &mut super::tree::Annex, remark: &str) -> Option<Paragraph> {
    if remark.is_empty() {
        return None;
    }
    if remark.chars().count() <= LONGEST_REMARK {
        return Some(Paragraph::new(format!("备注：{remark}")));
    }
    let text = annex.or_refer("备注", vec![Paragraph::new(remark)], None);
    Some(match text.as_slice() {
        [whole] if whole.runs.iter().any(|(text, _)| text == remark) => {
            Paragraph::new(format!("备注：{remark}"))
        }
        _ => text.into_iter().fold(Paragraph::new("备注："), |all, text| {
            text.runs.into_iter().fold(all, |all, (text, _)| all.and(text))
        }),
    })
}

/// How the total comes about, and what makes it provisional.
pub(super) fn remarks(total: &TotalData) -> Vec<Paragraph> {
    let mut lines: Vec<Paragraph> = Vec::new();
    for struck in &total.struck {
        let kind = match struck.kind {
            "veto" => "一票否决",
            "overflow" => "追加扣除",
            _ => "封顶、保底",
        };
        let scope = struck.scope.as_ref().map(|scope| format!("（{scope}）")).unwrap_or_default();
        lines.push(Paragraph::bold(kind).and(format!("{scope} {}：{}。", struck.points, struck.label)));
    }
    if !total.workings.is_empty() {
        let workings = total
            .workings
            .iter()
            .map(|one| format!("{}：{}", one.name.as_deref().unwrap_or("总分"), one.text));
        let all: Vec<String> = workings.chain(total.after.clone()).collect();
        lines.push(Paragraph::bold("汇总").and(format!(" {}。", all.join("；"))));
    }
    lines.extend(
        total.deductions_of.as_ref().map(|of| Paragraph::bold("总分行的扣分").and(format!(" {of}。"))),
    );
    if !total.workings.is_empty() {
        let rounding = &total.rounding;
        lines.push(Paragraph::new(if rounding.early {
            format!(
                "各项得分取 {} 位小数、各组得分取 {} 位小数后再汇总，总分取 {} 位小数；相加时略去得 0 分的。",
                rounding.item, rounding.group, rounding.total
            )
        } else {
            format!("各项和各组得分不取整，只有总分取 {} 位小数；相加时略去得 0 分的。", rounding.total)
        }));
    }
    let bonus = |bonus: &String| {
        Paragraph::bold("加分").and(format!(" {bonus}，已计入总分（抵去扣分后超出分值的部分）。"))
    };
    lines.extend(total.bonus.as_ref().map(bonus));
    let happened = |veto: &String| Paragraph::bold("一票否决").and(format!("：{veto}。"));
    lines.extend(total.vetoes.iter().map(happened));
    let veto = |veto: &String| Paragraph::bold("一票否决").and(format!("：等级由“{veto}”决定。"));
    lines.extend(total.grade_veto.as_ref().map(veto));
    lines.extend(grades(total));
    lines.extend(provisional(total));
    if !total.overridden.is_empty() {
        let names = total.overridden.join("、");
        let words = format!(" {} 项：{names}。规则计算的得分和改分理由见各行。", total.overridden.len());
        lines.push(Paragraph::bold(format!("{MARK} 人工改分")).and(words));
    }
    lines
}

fn grades(total: &TotalData) -> Option<Paragraph> {
    total.grade.as_ref()?;
    let grade = |(name, from): &(String, String)| match from.as_str() {
        "0" => format!("其余为{name}"),
        from => format!("{from} 分及以上为{name}"),
    };
    let grades: Vec<String> = total.grades.iter().map(grade).collect();
    let withheld = if total.withheld { "；没有评定的分值超过一半，暂不评级" } else { "" };
    (!grades.is_empty())
        .then(|| Paragraph::bold("等级标准").and(format!("：{}{withheld}。", grades.join("，"))))
}

fn provisional(total: &TotalData) -> Option<Paragraph> {
    if !total.provisional {
        return None;
    }
    let unfilled =
        total.unfilled.as_ref().map(|points| format!("未设指标的 {points} 分，")).unwrap_or_default();
    Some(Paragraph::bold("暂定").and(format!(
        "：尚有未评 {} 项、资料不足 {} 项，{unfilled}这些若都得满分，总分为 {} 分；总分和等级不是最终结果。",
        total.unscored, total.no_information, total.most
    )))
}

/// 签批意见 of the unit's leader: room to write, a line to sign on and the date.
fn opinion(width: f32) -> Page {
    let height = mm(28.0);
    let mut page = Page::new(width, height);
    page.frame([0.0, 0.0, width, height]);
    let inner = width - mm(6.0);
    page.lines(
        lines(&[Paragraph::new("单位主要负责人签批意见：")], inner, 1.0),
        (mm(3.0), mm(2.5)),
        inner,
        None,
    );
    let date = Paragraph::figure("签字：　　　　　　　　　　　　年　　月　　日");
    page.lines(lines(&[date], inner, 1.0), (mm(3.0), height - mm(7.0)), inner, None);
    page
}

/// How wide and high the box of each of `people` is at least.
fn box_of(people: &[Signatory], density: f32) -> (f32, f32) {
    if people.len() > MANY { (ON_ONE_LINE, LOW) } else { (PERSON, HIGH * density) }
}

/// Who signs, in rows that stay whole, room for the seal at the right of the first. Never a drawn seal.
fn signatures(people: &[Signatory], width: f32, density: f32) -> Vec<Page> {
    let (least, height) = box_of(people, density);
    let most = |width: f32| ((width / least) as usize).max(1);
    let beside_seal = most(width - SEAL);
    let rows_below = people.len().saturating_sub(beside_seal).div_ceil(most(width));
    // Beside the seal as many as in the rows below, if that takes no further row.
    let first = if rows_below == 0 { people.len() } else { beside_seal };
    let (beside, below) = people.split_at(first.min(people.len()));
    let mut rows = vec![row(beside, width, Some(SEAL), height.max(HIGH * density))];
    if rows_below > 0 {
        rows.extend(
            below.chunks(below.len().div_ceil(rows_below)).map(|people| row(people, width, None, height)),
        );
    }
    rows
}

fn row(people: &[Signatory], width: f32, seal: Option<f32>, height: f32) -> Page {
    let share = (width - seal.unwrap_or_default()) / people.len().max(1) as f32;
    // A name of many lines makes the row higher.
    let below = if height > LOW { mm(12.5) } else { mm(6.0) };
    let named = |person: &Signatory| name_of(person, share).iter().map(|line| line.height).sum::<f32>();
    let height = people.iter().map(|person| named(person) + mm(2.0) + below).fold(height, f32::max);
    let mut row = Page::new(width, height);
    for (place, person) in people.iter().enumerate() {
        let left = share * place as f32;
        row.frame([left, 0.0, share, height]);
        sign(&mut row, person, [left, share, height], below);
    }
    if let Some(seal) = seal {
        let left = width - seal;
        row.frame([left, 0.0, seal, height]);
        let words = |row: &mut Page, text: &str, y: f32, align| {
            row.lines(
                lines(&[Paragraph::new(text).aligned(align)], seal, 1.0),
                (left, y),
                seal - mm(3.0),
                None,
            );
        };
        words(&mut row, "单位（公章）", mm(2.5), Align::Middle);
        words(&mut row, "年　　月　　日", height - mm(6.5), Align::End);
    }
    row
}

/// Role and name in a box as wide as that.
fn name_of(person: &Signatory, width: f32) -> Vec<Line> {
    let name = if person.name.is_empty() { String::new() } else { format!("：{}", person.name) };
    lines(&[Paragraph::new(format!("{}{name}", person.role))], width - 2.0 * PAD, 1.0)
}

/// Name, line and date of a person; the line stands so far above the lower edge.
fn sign(row: &mut Page, person: &Signatory, [left, width, height]: [f32; 3], below: f32) {
    let (inner, pad) = (width - 2.0 * PAD, PAD);
    row.lines(name_of(person, width), (left + pad, mm(2.0)), inner, None);
    let line_at = |row: &mut Page, label: &str, y: f32, to: f32| {
        let label = lines(&[Paragraph::new(label)], inner, 1.0);
        let from = left + pad + label.first().map_or(0.0, |line| line.width);
        row.lines(label, (left + pad, y), inner, None);
        if to > 0.0 {
            let base = y + Style::TABLE.size;
            row.rule((from, base), (left + pad + inner * to, base));
        }
    };
    let date = |row: &mut Page, text: &str, y: f32| {
        let date = lines(&[Paragraph::figure(text)], inner, 1.0);
        row.lines(date, (left + pad, y), inner, None);
    };
    line_at(row, "签字：", height - below, if below > mm(6.0) { 1.0 } else { 0.5 });
    if below > mm(6.0) {
        line_at(row, "日期：", height - mm(6.5), 0.0);
        date(row, "年　 月　 日", height - mm(6.5));
    } else {
        date(row, "年　月　日", height - below);
    }
}

/// Who signs beside the seals of both sides, whoever is held to account and whoever does it: rows that stay whole.
pub(super) fn people_beside_seals(people: &[Signatory], width: f32) -> Vec<Page> {
    let height = mm(32.0);
    let mut seals = Page::new(width, height);
    for (place, words) in ["考核单位（公章）", "被考核单位（公章）"].into_iter().enumerate()
    {
        let left = width / 2.0 * place as f32;
        seals.frame([left, 0.0, width / 2.0, height]);
        let inner = width / 2.0 - mm(5.0);
        let at = |y: f32| (left + mm(2.5), y);
        seals.lines(lines(&[Paragraph::new(words)], inner, 1.0), at(mm(2.5)), inner, None);
        let date = Paragraph::figure("年　　月　　日");
        seals.lines(lines(&[date], inner, 1.0), at(height - mm(6.5)), inner, None);
    }
    let (least, high) = box_of(people, 1.0);
    let most = ((width / least) as usize).max(1);
    let rows = people.len().div_ceil(most).max(1);
    let per_row = people.len().div_ceil(rows).max(1);
    let mut all: Vec<Page> = people.chunks(per_row).map(|people| row(people, width, None, high)).collect();
    all.push(seals);
    all
}
