use super::paper::{self, DIGEST, Printout};
use jiping::evaluation::{Applicability, Edit, LedgerRow, ProjectField, Signatory, Value};
use jiping::print::{Compiled, Paper, PrintError};
use jiping::template::Template;
use jiping::text::{Explain as _, Lang};
use rust_decimal::{Decimal, dec};

fn print(name: &str, template: &Template, edits: Vec<Edit>, sheets: &[Paper]) -> Printout {
    Printout::of(name, &paper::compiled(template, edits, sheets))
}

#[test]
fn everything_that_was_typed_is_found_again() {
    let template = paper::template();
    let paper = print("lively", &template, paper::lively(&template), &Paper::ALL);
    for indicator in template.indicators() {
        paper.assert_has(&indicator.name);
        paper.assert_has(&indicator.standard);
        paper.assert_has(&indicator.criterion);
    }
    for text in [
        "城市报警与监控系统运行维护",
        "某市公安局某区分局",
        "某会计师事务所评价组",
        "2021年3月8日",
        "抽查 36 份凭证，其中 2 份差旅费缺少审批单，支出依据不合规。",
        "改进措施：补办审批手续，今后凭审批单报销。",
        "备注：以第三方检测报告为准。",
        "761.3674",
        "95.25%",
        "财务负责人",
        "单位（公章）",
        "评分模板：项目支出绩效评价评分表 版本 1.0",
    ] {
        paper.assert_has(text);
    }
    assert!(paper.printed.substituted.is_empty());
}

#[test]
fn an_override_prints_both_values_its_reason_and_a_flag() {
    let template = paper::template();
    let paper = print("override", &template, paper::lively(&template), &[Paper::Scores]);
    paper.assert_has("※8.00 规则 7.60");
    paper.assert_has("人工改分：规则计算 7.60，改为 8.00。理由：自评报告按满分计，主管部门审核同意");
    paper.assert_has("人工改分 1 项：服务对象满意度");
}

/// The column of reasons holds what somebody wrote, and where nobody did, that. How it was worked out stands in the
/// 扣分明细表.
#[test]
fn a_reason_is_what_somebody_wrote_and_a_missing_one_is_seen() {
    let template = paper::template();
    let rate = |rate: Decimal| Edit::SetInputs {
        item: "satisfaction".into(),
        inputs: vec![("rate".into(), Some(Value::Number(rate)))],
    };
    let reason = || Edit::SetReason { item: "satisfaction".into(), text: "回收的问卷太少".into() };
    let scores = |edits| print("reasons", &template, edits, &[Paper::Scores]);
    let unwritten = scores(vec![rate(dec!(95))]);
    unwritten.assert_has("0.40 〔未写扣分原因〕");
    assert!(!unwritten.text().contains("95%"), "no formula in the place of a reason: {}", unwritten.text());
    let details = print("worked-out", &template, vec![rate(dec!(95))], &[Paper::Deductions]);
    details.assert_has("95%");
    let written = scores(vec![rate(dec!(95)), reason()]);
    written.assert_has("0.40 回收的问卷太少");
    assert!(!written.text().contains("未写扣分原因"));
    let not_any_more = scores(vec![rate(dec!(95)), reason(), rate(dec!(100))]);
    not_any_more.assert_has("0.00 说明（未扣分）：回收的问卷太少");
}

#[test]
fn scaling_prints_its_factor() {
    let template = paper::template();
    let paper = print("scaling", &template, paper::lively(&template), &[Paper::Scores]);
    paper.assert_has("不适用：运行维护项目不产生环境影响");
    paper.assert_has("88.90 ÷ 92 × 100 = 96.63（折算系数 1.0870）");
}

/// One of each form of the rule language: a veto over a group, points taken from the total, a survey, a bonus.
#[test]
fn what_strikes_a_group_or_the_sheet_is_printed() {
    let template = jiping::template::read(include_bytes!("../ui/rule_forms.ron")).unwrap();
    let flag = |id: &str| (id.into(), Value::Flag(true));
    let number = |id: &str, n: u32| (id.into(), Value::Number(Decimal::from(n)));
    let praise = LedgerRow { kind: "praise".into(), count: Decimal::TWO, ..LedgerRow::default() };
    let edits = vec![
        paper::inputs_of("survey", vec![number("good/count", 90), number("bad/count", 10)]),
        paper::inputs_of("neighbour", vec![number("points", 5)]),
        paper::inputs_of("veto", vec![flag("d"), flag("v")]),
        paper::inputs_of("overflow", vec![flag("d"), flag("o"), number("o/points", 5)]),
        Edit::AddLedgerRows { item: "bonus".into(), at: None, rows: vec![praise.into()] },
    ];
    let paper = print("struck", &template, edits, &[Paper::Scores]);
    paper.assert_has("“安全”不得分：发生安全事故（原 5.00）");
    paper.assert_has("有效问卷 100 份");
    paper.assert_has("追加扣除 −5.00：拒不报送");
    paper.assert_has("加分 +2.00");
}

#[test]
fn deductions_print_each_cause_and_the_attachments() {
    let template = paper::template();
    let paper = print("deductions", &template, paper::lively(&template), &Paper::ALL);
    for text in [
        "项目管理 › 资金管理 › 资金使用",
        "支出依据不合规 −2.00",
        "7 − 2.00（支出依据不合规）= 5.00",
        "未得：目标量化 −1.00",
        "得分率：97.50% −0.10",
        "人工改分 +0.40",
        "8 × 95.00% = 7.60 人工改为 8.00",
        "人工改分的理由 自评报告按满分计，主管部门审核同意",
        "附件 3：scan_0001_voucher_with_a_very_long_latin_name_final_v2.pdf（1.2 KB，SHA-256 9d5ed678fe57bcca）",
        "附件目录",
        "扣分合计 3.10",
    ] {
        paper.assert_has(text);
    }
    let none = print("no-deductions", &template, paper::complete(&template), &[Paper::Attachments]);
    none.assert_has("没有附件");
}

#[test]
fn the_deductions_are_carried_down_to_what_is_missing_to_the_full_marks() {
    let template = paper::template();
    let mut edits = paper::lively(&template);
    edits.push(Edit::ClearInputs { item: "goal-content".into() });
    let to = Applicability::NoInformation;
    edits.push(Edit::SetApplicability { item: "decision-basis".into(), to });
    let to = Applicability::NotApplicable { reason: "无调整事项".into() };
    edits.push(Edit::SetApplicability { item: "decision-procedure".into(), to });
    let paper = print("carried", &template, edits, &[Paper::Deductions]);
    for text in [
        "扣分合计 2.10",
        "未评及资料不足 8.00",
        "不适用 12.00",
        "得分加权、折算、取整（各项得分合计 77.90 − 88.52（总分）） +10.62",
        "满分 − 总分 11.48 100 − 88.52",
    ] {
        paper.assert_has(text);
    }
}

#[test]
fn four_states_differ_and_the_total_is_provisional() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    edits.push(Edit::ClearInputs { item: "goal-content".into() });
    let to = Applicability::NoInformation;
    edits.push(Edit::SetApplicability { item: "decision-basis".into(), to });
    let to = Applicability::NotApplicable { reason: "无调整事项".into() };
    edits.push(Edit::SetApplicability { item: "decision-procedure".into(), to });
    edits.push(paper::overriding("organisation-body", dec!(0), "机构未设"));
    let paper = print("states", &template, edits, &[Paper::Scores]);
    for text in ["未评", "资料不足", "不适用：无调整事项", "※0.00 规则 1.00", "总分（暂定）", "等级（暂定）"]
    {
        paper.assert_has(text);
    }
    paper.assert_has("暂定：尚有未评 1 项、资料不足 1 项，这些若都得满分，总分为 ");
    let settled = print("settled", &template, paper::complete(&template), &[Paper::Scores]);
    assert!(!settled.text().contains("暂定"));
}

#[test]
fn an_untouched_evaluation_prints() {
    let template = paper::template();
    let paper = print("untouched", &template, Vec::new(), &Paper::ALL);
    paper.assert_has("暂定：尚有未评 21 项");
    paper.assert_has("没有扣分或人工改分的指标");
}

#[test]
fn each_page_bears_its_number_and_the_digest() {
    let template = paper::template();
    let evaluation = paper::evaluation(&template, paper::lively(&template));
    let saved = paper::compiled_evaluation(&template, &evaluation, Some(DIGEST), &Paper::ALL);
    let paper = Printout::of("saved", &saved);
    let pages = paper.pages();
    assert_eq!(pages.len(), paper.printed.pages);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("—{}—", index + 1)), "{page}");
        assert!(page.contains("文件校验码：3f9a0c4be17d5286"), "{page}");
    }
    let unsaved = paper::compiled_evaluation(&template, &evaluation, None, &[Paper::Scores]);
    Printout::of("unsaved", &unsaved).assert_has("文件校验码：未保存");
}

#[test]
fn the_same_moment_gives_the_same_bytes() {
    let template = paper::template();
    let pdf = || paper::compiled(&template, paper::lively(&template), &Paper::ALL).pdf().unwrap();
    assert!(pdf() == pdf());
}

#[test]
fn every_font_is_embedded() {
    let template = paper::template();
    let fonts = print("fonts", &template, paper::lively(&template), &Paper::ALL).fonts();
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 2, "{fonts}");
    for line in lines {
        let columns: Vec<&str> = line.split_whitespace().rev().collect();
        // … emb sub uni object generation
        assert_eq!((columns[4], columns[3], columns[2]), ("yes", "yes", "yes"), "{line}");
    }
}

#[test]
fn characters_without_a_glyph_are_replaced_and_named() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    edits.push(Edit::SetReason {
        item: "fund-use".into(), text: "\u{10fffd}某说：\u{7}已\u{200b}办".into()
    });
    let name = Edit::SetProject { field: ProjectField::Name, text: "路面修复\u{202e}".into() };
    edits.push(name);
    let paper = print("glyphs", &template, edits, &[Paper::Scores]);
    // What steers other programs is shown as what it is: it cannot turn words around, or hide some.
    paper.assert_has("□某说：[U+0007]已[U+200B]办");
    paper.assert_has("路面修复[U+202E]");
    assert_eq!(paper.printed.substituted, ['\u{10fffd}']);
}

#[test]
fn text_is_never_taken_for_markup() {
    let template = paper::template();
    let typed = "#emph[*不应解析*] $x$ - 1. = x // y /* z */ <a> @b `c` \\ ~ \"q\" {n}";
    let mut edits = paper::complete(&template);
    edits.push(Edit::SetReason { item: "fund-use".into(), text: typed.into() });
    print("markup", &template, edits, &[Paper::Scores]).assert_has(typed);
}

/// Numbered phrases, so that nothing lost in the middle goes unseen.
fn long_text(characters: usize) -> String {
    let phrases = (1..).map(|number| format!("第{number}处凭证缺少验收记录，应补。"));
    let mut text = String::new();
    for phrase in phrases {
        if text.chars().count() >= characters {
            return text;
        }
        text += &phrase;
    }
    text
}

#[test]
fn a_reason_of_two_thousand_characters_prints_whole() {
    let template = paper::template();
    let mut edits = paper::lively(&template);
    let text = long_text(2000);
    edits.push(Edit::SetReason { item: "fund-use".into(), text: text.clone() });
    let paper = print("long", &template, edits, &Paper::ALL);
    let printed = paper.text();
    for phrase in text.split_inclusive('。') {
        let count = printed.matches(phrase).count();
        assert!(count >= 1, "{phrase}: {count}");
    }
}

#[test]
fn a_row_that_fits_a_page_is_not_split() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    let text = long_text(400);
    edits.push(Edit::SetReason { item: "fund-use".into(), text: text.clone() });
    let paper = print("half-page", &template, edits, &[Paper::Scores]);
    let last = text.split_inclusive('。').next_back().unwrap();
    let on_page = |text: &str| paper.pages().iter().position(|page| page.contains(text));
    assert_eq!(on_page("第1处"), on_page(last));
}

fn big_template(groups: usize, items: usize) -> Template {
    let indicator = |group: usize, item: usize| {
        let number = group * items + item + 1;
        format!(
            "Indicator(id: \"i{number}\", name: \"指标{number}号\", points: \"1\", standard: \"按第{number}条评分标准酌情给分，\
             材料齐全得满分，缺一项扣半分\", rule: (award: Free(step: \"0.5\"))),"
        )
    };
    let group = |group: usize| {
        let children: String = (0..items).map(|item| indicator(group, item)).collect();
        format!(
            "Group(id: \"g{group}\", name: \"第{}组\", points: \"{items}\", children: [{children}]),",
            group + 1
        )
    };
    let nodes: String = (0..groups).map(group).collect();
    read(&nodes, groups * items, "\"一级指标\", \"二级指标\"")
}

fn read(nodes: &str, points: usize, levels: &str) -> Template {
    let text = format!(
        "(format: 1, id: \"test\", version: \"1\", title: \"试验评分表\", points: \"{points}\",
          sheet: (levels: [{levels}]), nodes: [{nodes}])"
    );
    jiping::template::read(text.as_bytes()).unwrap()
}

#[test]
fn page_breaks_repeat_the_header_and_restart_the_groups() {
    let template = big_template(3, 40);
    let paper = print("big", &template, Vec::new(), &[Paper::Scores]);
    let pages = paper.pages();
    assert!(pages.len() > 5, "{}", pages.len());
    let number_of = |text: &str| -> usize {
        text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
    };
    let mut seen = 0;
    for page in &pages {
        let numbers: Vec<usize> = page
            .split("指标")
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            .map(number_of)
            .collect();
        let Some(&first) = numbers.first() else { continue };
        seen += numbers.len();
        assert!(page.contains("扣分原因及改进措施"), "{page}");
        let group = (first - 1) / 40 + 1;
        let label = if (first - 1) % 40 == 0 {
            format!("第{group}组（40分）")
        } else {
            format!("第{group}组40分（续）")
        };
        assert!(page.contains(&label), "{label}: {page}");
    }
    assert_eq!(seen, 120);
}

#[test]
fn trees_of_any_depth_fill_the_columns() {
    let leaf = |id: &str| {
        format!(
            "Indicator(id: \"{id}\", name: \"指标{id}\", points: \"5\", standard: \"标准{id}\", rule: (award: Free(step: \"1\")))"
        )
    };
    let group = |id: &str, points: u32, children: &str| {
        format!("Group(id: \"{id}\", name: \"组{id}\", points: \"{points}\", children: [{children}])")
    };
    let flat = format!("{},{}", leaf("a"), leaf("b"));
    let paper = print("flat", &read(&flat, 10, "\"指标\""), Vec::new(), &[Paper::Scores]);
    paper.assert_has("指标a");
    let deep = group("g4", 5, &leaf("d"));
    let deep = group("g3", 10, &format!("{deep},{}", leaf("c")));
    let deep = group("g1", 15, &format!("{},{}", group("g2", 10, &deep), leaf("b")));
    let template = read(&format!("{deep},{}", leaf("a")), 20, "\"一级指标\", \"二级指标\"");
    let paper = print("deep", &template, Vec::new(), &[Paper::Scores]);
    for text in ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "组g4（5分）", "指标a", "标准d"]
    {
        paper.assert_has(text);
    }
}

#[test]
fn characters_that_only_the_regular_font_has_print_in_headings_too() {
    let nodes = "Indicator(id: \"a\", name: \"㐀指标\", points: \"5\", standard: \"标准\", rule: (award: Free(step: \"1\")))";
    let template = read(nodes, 5, "\"㐀级\"");
    let paper = print("rare", &template, Vec::new(), &[Paper::Scores]);
    paper.assert_has("㐀级");
    assert!(paper.printed.substituted.is_empty());
}

#[test]
fn many_lines_fit_the_page_or_go_below_the_table() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    let lines: String = (1..=60).map(|line| format!("第{line}行\n")).collect();
    edits.push(Edit::SetReason { item: "fund-use".into(), text: lines });
    edits.push(Edit::SetProject { field: ProjectField::Remark, text: long_text(6000) });
    edits.push(paper::overriding("satisfaction", dec!(7), &long_text(2500)));
    let paper = print("lines", &template, edits, &Paper::ALL);
    let text = paper.text();
    for line in 1..=60 {
        assert_eq!(text.matches(&format!("第{line}行")).count(), 1, "{line}");
    }
    let signed = paper.pages().into_iter().find(|page| page.contains("单位（公章）")).unwrap();
    assert!(signed.contains("总分100"), "{signed}");
    // Full in the remark, and as the reason of the override below the table and in the sheet of deductions.
    assert_eq!(text.matches("第100处").count(), 3);
}

#[test]
#[ignore = "long: 1,000 indicators"]
fn a_thousand_indicators_print() {
    let template = big_template(25, 40);
    let paper = print("thousand", &template, Vec::new(), &Paper::ALL);
    assert!(paper.text().contains("指标1000号"));
}

#[test]
fn many_people_can_sign() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    let expert = |number| Signatory { role: format!("评审专家{number}"), name: String::new() };
    edits.push(Edit::SetSignatories((1..=11).map(expert).collect()));
    let paper = print("experts", &template, edits, &[Paper::Scores]);
    let pages = paper.pages();
    let page_of = |text: &str| pages.iter().position(|page| page.contains(text)).unwrap();
    assert_eq!(page_of("评审专家1签字"), page_of("评审专家11"));
}

#[test]
fn the_preview_shows_the_pages_of_the_pdf() {
    let template = paper::template();
    let compiled = paper::compiled(&template, paper::lively(&template), &Paper::ALL);
    let pages = compiled.pages(0.5);
    assert_eq!(pages.len(), compiled.printed().unwrap().pages);
    for page in &pages {
        assert_eq!((page.width, page.height), (421, 298));
        assert_eq!(page.rgba.len(), 421 * 298 * 4);
        assert!(page.rgba.chunks(4).all(|pixel| pixel[3] == 255));
        assert!(page.rgba.chunks(4).any(|pixel| pixel[0] < 128));
    }
}

#[test]
fn a_document_can_be_typeset_on_another_thread() {
    fn can_move<T: Send + Sync>() {}
    can_move::<Compiled>();
}

#[test]
fn nothing_chosen_prints_nothing() {
    let template = paper::template();
    let evaluation = paper::evaluation(
        &template,
        vec![paper::inputs_of("fund-use", vec![("over-budget".into(), Value::Flag(false))])],
    );
    let card = jiping::scoring::score(&template, &evaluation);
    let printed_at = jiff::Zoned::default();
    let job = jiping::print::PrintJob {
        template: &template,
        evaluation: &evaluation,
        card: &card,
        file_digest: None,
        printed_at,
    };
    let error = jiping::print::pdf(&job, &[]).unwrap_err();
    assert!(matches!(error, PrintError::NoSheet));
    assert!(error.message().hint(Lang::Chinese).is_some());
}

#[test]
fn nobody_signs_a_page_without_the_total() {
    let template = paper::template();
    let mut edits = paper::complete(&template);
    for rows in 1..6 {
        let item = template.indicators().nth(rows).unwrap().id.clone();
        edits.push(Edit::SetRemark { item, text: "备注文字使这一行高一些。".repeat(6) });
        let paper = print(&format!("closing-{rows}"), &template, edits.clone(), &[Paper::Scores]);
        let pages = paper.pages();
        let signed = pages.iter().find(|page| page.contains("单位（公章）")).unwrap();
        assert!(signed.contains("总分100"), "{signed}");
    }
}
