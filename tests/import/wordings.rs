//! The words of rules as tables have them, and what they are read as.

use crate::help::indicator;
use jiping::import::{Form, Proposal, Source, recognise};
use jiping::template::{
    Award, Bands, Counting, Deduction, Deviation, Direction, EachDeduction, Edge, EnteredRate, FundsRate,
    Measure, MeasuredNumber, Parts, Points, RangeDeduction, Rate, Side, Steps,
};
use jiping::text::Lang;
use rust_decimal::Decimal;
use std::str::FromStr as _;

fn dec(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

fn read(points: &str, standard: &str) -> Vec<Proposal> {
    let indicator = indicator("指标", points, "", standard);
    recognise(&Source::of(&indicator, ""))
        .unwrap_or_else(|why| panic!("{standard}: {}", why.text(Lang::Chinese)))
}

fn award(points: &str, standard: &str) -> Award {
    read(points, standard).swap_remove(0).rule.award
}

/// The key of why it is left to be entered by hand.
#[track_caller]
fn refused(points: &str, standard: &str) -> &'static str {
    let indicator = indicator("指标", points, "", standard);
    match recognise(&Source::of(&indicator, "")) {
        Err(why) => why.key(),
        Ok(proposals) => panic!("{standard}: {:?}", proposals[0].rule),
    }
}

fn parts(award: Award) -> Vec<(String, Decimal)> {
    match award {
        Award::Parts(Parts { parts, .. }) => {
            parts.iter().map(|part| (part.label.to_string(), part.points)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn tiers(award: Award) -> Vec<(String, Points)> {
    match award {
        Award::OneOf { options } => {
            options.iter().map(|option| (option.label.to_string(), option.points.clone())).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn labelled<T: Clone>(expected: &[(&str, T)]) -> Vec<(String, T)> {
    expected.iter().map(|(label, worth)| ((*label).to_owned(), worth.clone())).collect()
}

fn fixed(points: &str) -> Points {
    Points::Fixed(dec(points))
}

#[test]
fn pieces_that_add_up_are_parts() {
    let expected = labelled(&[("设有目标", dec("1")), ("目标明确", dec("1.5")), ("目标量化", dec("1.5"))]);
    for standard in [
        "设有目标（1分）；目标明确（1.5分）；目标量化（1.5分）",
        "设有目标(1分)目标明确(1.5分)目标量化(1.5分)",
        "①设有目标（１分）\n②目标明确（1.5分）\n③目标量化（1.5 分）。",
        "1.设有目标得1分；2.目标明确得1.5分；3.目标量化得1.5分。",
        "（1）设有目标，得1分；（2）目标明确，得1.5分；（3）目标量化，得1.5分",
        "设有目标的，计1分；目标明确的，计1.5分；目标量化的，计1.5分",
    ] {
        assert_eq!(parts(award("4", standard)), expected, "{standard}");
    }
    assert_eq!(parts(award("1", "机构健全、分工明确（1分）")), labelled(&[("机构健全、分工明确", dec("1"))]));
}

#[test]
fn pieces_that_do_not_add_up_are_by_hand() {
    assert_eq!(refused("5", "设有目标（1分）；目标明确（1分）"), "import-why-sum");
    assert_eq!(refused("5", "优得3分，良得2分"), "import-why-sum", "degrees exclude each other");
    assert_eq!(
        refused("4", "设有目标（1分）；目标明确（3分）；另有附加要求见办法第3条"),
        "import-why-unread"
    );
}

#[test]
fn one_value_for_each_of_a_list() {
    let list = "①目标明确；②目标细化；③目标量化。每项1分";
    assert_eq!(
        parts(award("3", list)),
        labelled(&[("目标明确", dec("1")), ("目标细化", dec("1")), ("目标量化", dec("1"))])
    );
    assert_eq!(parts(award("1", "①制度健全②执行严格，各得0.5分")).len(), 2);
    assert_eq!(parts(award("6", "评价要点：①合规；②完整；③公开；以上要点每符合一项得2分")).len(), 3);
    assert_eq!(refused("5", list), "import-why-each");
    // The list stands beside, among the 具体指标.
    let beside = indicator("立项依据", "2", "评价要点：①符合法规；②符合规划。", "每项1分");
    let proposals = recognise(&Source::of(&beside, "")).unwrap();
    assert_eq!(parts(proposals[0].rule.award.clone()).len(), 2);
}

#[test]
fn all_or_nothing() {
    let proposals = read("3", "①程序合规；②手续齐全；③公示到位。全部符合得满分，否则不得分");
    assert_eq!(proposals[0].form, Form::AllParts);
    let Award::Parts(Parts { parts, needed, .. }) = &proposals[0].rule.award else { panic!() };
    assert_eq!((parts.len(), *needed), (3, jiping::template::PartsNeeded::All));
    assert_eq!(proposals[0].assumed[0].key(), "import-assumed-all");
    // 2 points over 3 parts still come to 2.
    let sum: Decimal = match award("2", "①甲；②乙；③丙。同时满足以上条件的得2分，否则不得分")
    {
        Award::Parts(Parts { parts, .. }) => parts.iter().map(|part| part.points).sum(),
        other => panic!("{other:?}"),
    };
    assert_eq!(sum, dec("2"));
    // A single condition is one part.
    assert_eq!(parts_of("4", "专款专用得满分，否则不得分"), labelled(&[("专款专用", dec("4"))]));
}

fn parts_of(points: &str, standard: &str) -> Vec<(String, Decimal)> {
    parts(award(points, standard))
}

#[test]
fn tiers_fall_from_the_points() {
    let expected =
        labelled(&[("及时", fixed("2")), ("不及时但未影响", fixed("1")), ("影响进度", fixed("0.5"))]);
    assert_eq!(tiers(award("2", "及时2分；不及时但未影响1分；影响进度0.5分")), expected);
    let expected = labelled(&[("优", fixed("5")), ("良", fixed("3")), ("差", fixed("0"))]);
    assert_eq!(tiers(award("5", "优得5分，良得3分，差不得分")), expected);
    assert_eq!(tiers(award("5", "差不得分；良得3分；优得满分")), expected, "in any order");
    let expected = labelled(&[("全部完成", fixed("6")), ("部分完成", fixed("3")), ("其他", fixed("0"))]);
    assert_eq!(tiers(award("6", "全部完成得6分，部分完成得3分，其他不得分")), expected);
    let expected =
        labelled(&[("完成", Points::Fraction(dec("1"))), ("基本完成", Points::Fraction(dec("0.6")))]);
    assert_eq!(tiers(award("6", "完成得100%分值；基本完成得60%分值")), expected);
    assert_eq!(refused("5", "优得5分，良得5分，差不得分"), "import-why-tiers");
}

fn deductions(standard: &str) -> Vec<Deduction> {
    let rule = read("7", standard).swap_remove(0).rule;
    assert_eq!((rule.award, rule.floor), (Award::Full, Some(Decimal::ZERO)), "{standard}");
    rule.deductions
}

fn each(id: &str, label: &str, points: &str, cap: Option<&str>) -> Deduction {
    Deduction::Each(EachDeduction {
        id: id.into(),
        label: label.into(),
        points: dec(points),
        cap: cap.map(dec),
    })
}

fn between(id: &str, label: &str, from: &str, to: &str) -> Deduction {
    Deduction::Between(RangeDeduction { id: id.into(), label: label.into(), from: dec(from), to: dec(to) })
}

#[test]
fn deductions_by_occurrence_and_by_range() {
    assert_eq!(deductions("每发现一处扣0.5分，扣完为止"), [each("d1", "每发现一处", "0.5", None)]);
    assert_eq!(deductions("每少一项扣1分，最多扣3分。"), [each("d1", "每少一项", "1", Some("3"))]);
    assert_eq!(deductions("每延迟1天的，扣0.2分，扣完本项分值为止"), [each("d1", "每延迟1天", "0.2", None)]);
    assert_eq!(
        deductions("虚列套取扣4-7分；依据不合规扣2分；超标准开支扣2至5分"),
        [
            between("d1", "虚列套取", "4", "7"),
            between("d2", "依据不合规", "2", "2"),
            between("d3", "超标准开支", "2", "5")
        ]
    );
    assert_eq!(deductions("管理不到位的，酌情扣1～3分"), [between("d1", "管理不到位", "1", "3")]);
    assert_eq!(
        deductions("资金使用合规得满分；每发现一起违规扣2分；存在挪用的，本项不得分；扣完为止"),
        [each("d1", "每发现一起违规", "2", None), between("d2", "存在挪用", "7", "7")]
    );
    assert_eq!(
        deductions("有下列情形之一的扣分：①未公开扣1分；②未及时公开扣0.5分"),
        [between("d1", "未公开", "1", "1"), between("d2", "未及时公开", "0.5", "0.5")]
    );
}

#[test]
fn deductions_that_are_not_all_read_are_by_hand() {
    for standard in [
        "每少2项扣1分",
        "每发现一处扣1-2分",
        "酌情扣分",
        "基本分5分，每发现一处扣1分",
        "每发现一处扣1分，情节严重的加倍扣分",
        "制度健全（2分），每缺一项扣1分",
        "逾期3天以内扣1分，超过3天每天另扣",
    ] {
        assert_eq!(refused("7", standard), "import-why-deductions", "{standard}");
    }
    // Where the table does not say 扣完为止, that is said.
    assert_eq!(read("7", "每发现一处扣1分")[0].assumed[0].key(), "import-assumed-floor");
    assert!(read("7", "每发现一处扣1分，扣完为止")[0].assumed.is_empty());
}

fn rate(standard: &str) -> (Measure, Direction, Option<Decimal>) {
    match award("8", standard) {
        Award::Rate(Rate { measure, direction, cut_off, .. }) => (measure, direction, cut_off),
        other => panic!("{standard}: {other:?}"),
    }
}

fn entered_rate(standard: &str) -> String {
    match rate(standard) {
        (Measure::Entered(EnteredRate { rate, .. }), Direction::Positive, _) => rate.to_string(),
        other => panic!("{standard}: {other:?}"),
    }
}

#[test]
fn rates() {
    assert_eq!(entered_rate("对照绩效目标，按实际产出数量率计算得分（8分）"), "产出数量率");
    assert_eq!(entered_rate("得分=完成率×分值"), "完成率");
    assert_eq!(entered_rate("完成率*8分"), "完成率");
    assert_eq!(entered_rate("实际完成率×8"), "完成率");
    assert_eq!(entered_rate("按收集到的项目服务对象的满意率计算得分"), "满意率");
    assert_eq!(entered_rate("完成率达到100%得满分，未完成的按比例得分"), "完成率");
    let arrival = (Measure::Funds(FundsRate::Arrival), Direction::Positive, None);
    assert_eq!(rate("根据项目资金的实际到位率计算得分"), arrival);
    assert_eq!(rate("得分=预算执行率×分值").0, Measure::Funds(FundsRate::Execution));
    let (_, _, cut_off) = rate("按完成率计算得分，完成率低于60%不得分");
    assert_eq!(cut_off, Some(dec("0.6")));
}

#[test]
fn rates_that_can_be_read_in_several_ways_say_so() {
    let cost = read("3", "对照绩效目标，按实际产出成本率计算得分（3分）");
    let directions: Vec<Direction> = cost
        .iter()
        .map(|proposal| match proposal.rule.award {
            Award::Rate(Rate { direction, .. }) => direction,
            _ => panic!(),
        })
        .collect();
    assert_eq!(directions, [Direction::ReverseRatio, Direction::ReverseLinear, Direction::Positive]);
    assert!(cost.iter().all(|proposal| !proposal.assumed.is_empty()));
    let complaints = read("3", "按投诉率计算得分");
    assert!(matches!(complaints[0].rule.award, Award::Rate(Rate { direction: Direction::Complement, .. })));
    assert_eq!(refused("5", "按成本节约率计算得分"), "import-why-rate");
    assert_eq!(refused("5", "按完成率计算得分（8分）"), "import-why-unread", "8 of 5 points");
}

fn bands(points: &str, standard: &str) -> Vec<(Option<Edge>, Option<Edge>, Points)> {
    match award(points, standard) {
        Award::Bands(Bands { bands, .. }) => {
            bands.into_iter().map(|band| (band.from, band.to, band.points)).collect()
        }
        other => panic!("{standard}: {other:?}"),
    }
}

fn including(text: &str) -> Option<Edge> {
    Some(Edge::Including(dec(text)))
}

fn excluding(text: &str) -> Option<Edge> {
    Some(Edge::Excluding(dec(text)))
}

#[test]
fn bands_with_their_edges() {
    let expected = [
        (including("0.95"), None, fixed("5")),
        (including("0.9"), excluding("0.95"), fixed("3")),
        (None, excluding("0.9"), fixed("0")),
    ];
    for standard in [
        "≥95%得5分，90%（含）-95%得3分，90%以下不得分",
        "≥95%得5分；≥90%且＜95%得3分；＜90%得0分",
        "到位率95%以上得满分，90%-95%得3分，低于90%不得分",
        "达到95%得5分；90%≤到位率<95%得3分；否则不得分",
        "[95%,100%]得5分；[90%,95%)得3分；[0,90%)不得分",
        "大于等于95%得5分；大于等于90%小于95%得3分；小于90%不得分",
        "90%以下不得分；90%以上不足95%得3分；95%（含）以上得5分",
    ] {
        assert_eq!(bands("5", standard), expected, "{standard}");
    }
    let above = [(excluding("0.95"), None, fixed("5")), (None, including("0.95"), fixed("2"))];
    assert_eq!(bands("5", "超过95%得5分；95%（含）以下得2分"), above);
    let numbers = [
        (including("90"), None, fixed("5")),
        (including("80"), excluding("90"), fixed("4")),
        (None, excluding("80"), fixed("0")),
    ];
    assert_eq!(bands("5", "90以上得5分；[80,90)得4分；80以下不得分"), numbers);
}

#[test]
fn edges_that_both_bands_claim_go_to_the_upper_one() {
    let proposal = &read("5", "85%以上得5分；85%以下得2分")[0];
    let keys: Vec<&str> = proposal.assumed.iter().map(jiping::text::Message::key).collect();
    assert_eq!(keys, ["import-assumed-edges", "import-assumed-upper"]);
    assert_eq!(bands("5", "85%以上得5分；85%以下得2分")[1].1, excluding("0.85"));
    assert!(read("5", "≥95%得5分；＜95%不得分")[0].assumed.is_empty());
}

#[test]
fn bands_with_holes_are_by_hand() {
    assert_eq!(refused("5", "≥95%得5分；80%-90%得3分；80%以下不得分"), "import-why-band-gap");
    assert_eq!(refused("5", "≥95%得5分；90%（含）-95%得3分"), "import-why-band-bottom");
    assert_eq!(refused("5", "＞95%得5分；＜95%不得分"), "import-why-band-gap");
    assert_eq!(refused("5", "90%-110%得5分；90%以下不得分"), "import-why-band-top");
}

#[test]
fn steps_per_unit() {
    let steps = |standard: &str| match award("10", standard) {
        Award::Steps(Steps { mut steps, .. }) => steps.swap_remove(0),
        other => panic!("{standard}: {other:?}"),
    };
    let step = steps("95%以上得满分，每降低1个百分点扣0.5分，扣完为止");
    assert_eq!(
        (step.side, step.at, step.unit, step.points),
        (Side::Below, dec("0.95"), dec("0.01"), dec("0.5"))
    );
    assert_eq!(step.counting, Counting::Whole);
    let step = steps("偏差率不超过5%得满分，每超过3个百分点扣1分");
    assert_eq!(
        (step.side, step.at, step.unit, step.points),
        (Side::Above, dec("0.05"), dec("0.03"), dec("1"))
    );
    let step = steps("完成率100%得10分；低于100%的，每低1%扣1分，不足1%按1%计，最多扣6分");
    assert_eq!((step.at, step.counting, step.most), (dec("1"), Counting::Begun, Some(dec("6"))));
    // How parts of a unit count is left open: each way is offered.
    let open = read("10", "每降低1%扣0.5分");
    assert_eq!(open.len(), 3);
    let keys: Vec<&str> = open[0].assumed.iter().map(jiping::text::Message::key).collect();
    assert_eq!(keys, ["import-assumed-threshold", "import-assumed-whole"]);
    assert_eq!(refused("10", "每超过1%扣0.5分"), "import-why-threshold");
    let cut = read("10", "90%以上得满分，每降低1%扣0.5分，低于60%不得分").swap_remove(0).rule.award;
    let Award::Steps(Steps { steps, .. }) = cut else { panic!("{cut:?}") };
    assert_eq!((steps[1].at, steps[1].points, steps[1].counting), (dec("0.6"), dec("10"), Counting::Begun));
}

#[test]
fn qualitative_bands() {
    let shares = |standard: &str| -> Vec<(Decimal, Decimal)> {
        let options = tiers(award("10", standard));
        options
            .iter()
            .map(|(_, worth)| if let Points::Share { from, to } = worth { (*from, *to) } else { panic!() })
            .collect()
    };
    let national = "达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照该指标对应分值区间100%-80%（含）、80%-60%（含）、60%-0%合理确定分值";
    assert_eq!(shares(national), [(dec("0.8"), dec("1")), (dec("0.6"), dec("0.8")), (dec("0"), dec("0.6"))]);
    assert_eq!(shares(&national.replace("60%", "50%"))[1], (dec("0.5"), dec("0.8")));
}

#[test]
fn what_the_table_leaves_open_stays_open() {
    assert_eq!(read("5", "根据实际情况酌情评分")[0].form, Form::Free);
    for standard in ["按相关办法执行", "见附表", "依据文件要求", "5", "。", "得分"] {
        assert!(refused("5", standard).starts_with("import-why-"), "{standard}");
    }
    assert_eq!(refused("5", ""), "import-why-no-words");
}

/// The measure of bands or steps.
fn measured(standard: &str) -> Measure {
    award("10", standard).measure().cloned().unwrap()
}

#[test]
fn what_is_measured_is_what_the_words_name() {
    let deviation =
        Measure::Deviation(Deviation {
            target: "目标值".into(), actual: "实际值".into(), signed: false
        });
    assert_eq!(measured("偏差率不超过5%得满分，每超过3个百分点扣1分"), deviation);
    let number = Measure::Number(MeasuredNumber { label: "增长率".into(), unit: "%".into() });
    assert_eq!(measured("增长率≥10%得10分；增长率＜10%不得分"), number, "it is no part of a target");
    assert_eq!(measured("预算执行率≥95%得10分；＜95%不得分"), Measure::Funds(FundsRate::Execution));
    let Measure::Entered(EnteredRate { target, actual, .. }) = measured("满意度≥90%得10分；＜90%不得分")
    else {
        panic!()
    };
    assert_eq!((&*target, &*actual), ("有效问卷份数", "满意份数"));
}

#[test]
fn what_only_looks_like_a_known_form_is_by_hand() {
    for (points, standard) in [
        ("5", "偏差率在±5%以内得5分，每超过1%扣1分"),
        ("5", "①②③各得1分，④得2分"),
        ("10", "执行率95%（含）以上得10分，85%（含）-95%得8分，85%以下按执行率×10计算得分"),
    ] {
        assert!(refused(points, standard).starts_with("import-why-"), "{standard}");
    }
}

#[test]
fn more_than_all_counts_as_all() {
    for standard in [
        "得分=完成率×5分，完成率超过100%的按满分计。",
        "得分=完成率×5分，超过100%按100%计算。",
        "按完成率计分，完成率达到100%及以上的均按满分计分",
    ] {
        assert!(
            matches!(award("5", standard), Award::Rate(Rate { cap: None, cut_off: None, .. })),
            "{standard}"
        );
    }
}

#[test]
fn rates_in_the_words_of_more_tables() {
    let rate = |standard| match award("5", standard) {
        Award::Rate(Rate {
            direction, cut_off, measure: Measure::Entered(EnteredRate { rate, .. }), ..
        }) => (direction, cut_off, rate.to_string()),
        other => panic!("{standard}: {other:?}"),
    };
    let positive = |name: &str| (Direction::Positive, None, name.to_owned());
    assert_eq!(rate("得分=（1-差错率）×5。"), (Direction::Complement, None, "差错率".to_owned()));
    assert_eq!(rate("验收合格率100%得5分，否则按实际合格率×5分计。"), positive("合格率"));
    assert_eq!(rate("得分=实际完成数÷计划完成数×5，超过5分按5分计。"), positive("完成率"));
    let cut = "完成得满分，未完成按完成比例计分，完成率低于50%的不得分。";
    assert_eq!(rate(cut), (Direction::Positive, Some(dec("0.5")), "完成比例".to_owned()));
    for standard in [
        "得分=（1-偏差率）×5",
        "得分=（1-结转结余率）×5",
        "得分=（实际完成率-计划完成率）×5",
        "得分=完成数÷计划数×5，超过3分按3分计",
    ] {
        refused("5", standard);
    }
    // Another table's points.
    refused("5", "验收合格率100%得4分，否则按实际合格率×5分计。");
}
