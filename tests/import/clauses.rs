//! Rules of several clauses: what earns, what takes, what reaches below zero.

use crate::help::indicator;
use jiping::import::{Source, recognise};
use jiping::template::{
    Award, Deduction, EachDeduction, Effect, Kind, Overflow, OverflowPoints, Parts, PartsNeeded, Points,
    RangeDeduction, StepsDeduction, Trigger, Veto, Worth,
};
use std::fmt::Write as _;

/// The rule in short; `-` where it is left to be entered by hand.
fn read(points: &str, standard: &str) -> String {
    let Ok(proposals) = recognise(&Source::of(&indicator("指标", points, "", standard), "")) else {
        return "-".into();
    };
    let rule = &proposals[0].rule;
    let mut said = award(&rule.award);
    for deduction in &rule.deductions {
        let _ = match deduction {
            Deduction::Each(EachDeduction { points, cap: None, label, .. }) => {
                write!(said, " 每-{points} {label}")
            }
            Deduction::Each(EachDeduction { points, cap: Some(cap), label, .. }) => {
                write!(said, " 每-{points}≤{cap} {label}")
            }
            Deduction::Between(RangeDeduction { from, to, label, .. }) => {
                write!(said, " -{from}~{to} {label}")
            }
            Deduction::Ledger(_) => write!(said, " 台账"),
            Deduction::Steps(StepsDeduction { label, steps, .. }) => {
                let each: Vec<String> =
                    steps.iter().map(|step| format!("{}/{}", step.points, step.unit)).collect();
                write!(said, " 每相差-{} {label}", each.join("+"))
            }
        };
    }
    for effect in &rule.effects {
        let _ = match effect {
            Effect::Overflow(Overflow { take, label, when, .. }) => {
                let with = match when {
                    Trigger::Deducted(id) => format!("同{id} "),
                    Trigger::Ticked | Trigger::Exhausted => String::new(),
                };
                match take {
                    OverflowPoints::OneOf(take) => write!(said, " {with}倒扣{} {label}", take[0]),
                    OverflowPoints::Each(each) => write!(said, " {with}每处倒扣{each} {label}"),
                    OverflowPoints::Excess => write!(said, " {with}超出 {label}"),
                }
            }
            Effect::Veto(Veto { label, .. }) => write!(said, " 否决 {label}"),
        };
    }
    for Kind { worth, label, .. } in rule.ledger.iter().flat_map(|ledger| &ledger.kinds) {
        if let Worth::Each(each) = worth {
            let _ = write!(said, " {each} {label}");
        }
    }
    if let Some(floor) = rule.floor.filter(|floor| !floor.is_zero()) {
        let _ = write!(said, " 最低{floor}");
    }
    said
}

fn award(award: &Award) -> String {
    match award {
        Award::Full => "满分起".to_owned(),
        Award::Parts(Parts { parts, needed, .. }) => {
            let parts: Vec<String> =
                parts.iter().map(|part| format!("{}={}", part.label, part.points)).collect();
            format!("{}[{}]", if *needed == PartsNeeded::All { "全" } else { "" }, parts.join("|"))
        }
        Award::OneOf { options } => {
            let worth = |points: &Points| match points {
                Points::Fixed(points) => points.to_string(),
                Points::Range { from, to } => format!("{from}~{to}"),
                other => format!("{other:?}"),
            };
            let options: Vec<String> =
                options.iter().map(|option| format!("{}={}", option.label, worth(&option.points))).collect();
            format!("档[{}]", options.join("|"))
        }
        Award::Rate(_) => "率".to_owned(),
        Award::PerUnit(per_unit) => format!("每{}至多{:?}", per_unit.points, per_unit.most),
        Award::Entries => "台账".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn full_marks_may_come_first() {
    assert_eq!(read("10", "台账齐全得10分，每发现一处扣2分，扣完为止"), "满分起 每-2 每发现一处");
    assert_eq!(
        read("25", "村内干净的记25分，主街每发现一处扣3分，小巷每发现一处扣1分，扣完为止。"),
        "满分起 每-3 主街 每-1 小巷"
    );
    assert_eq!(read("5", "制度健全得5分，否则不得分；每缺一项记录减1分"), "[制度健全=5] 每-1 每缺一项记录");
    assert_eq!(
        read("5", "路面平整的记5分，有积水等扣1分，扣完为止"),
        "满分起 每-1 有积水等",
        "扣完为止: counted"
    );
}

#[test]
fn counters_of_every_kind() {
    for counter in ["名", "辆", "台", "张", "家", "户", "只", "人次", "起", "本", "篇"] {
        let standard = format!("发现一{counter}不合格的扣1分，扣完为止");
        assert!(read("5", &standard).contains("每-1"), "{standard}: {}", read("5", &standard));
    }
    assert_eq!(
        read("5", "每3处扣1分，扣完为止"),
        "-",
        "the number entered would be no number of occurrences"
    );
}

#[test]
fn otherwise_nothing() {
    assert_eq!(read("3", "制定方案并报送的，得3分，否则不得分。"), "[制定方案并报送=3]");
    assert_eq!(
        read("2", "有任务的地区：按时完成的，得2分，否则不得分；其他地区：自行开展的，得2分，否则不得分。"),
        "[有任务的地区：按时完成；或者其他地区：自行开展=2]"
    );
    assert_eq!(
        read("1", "张贴标识的，得0.6分；开展宣传的，得0.4分；否则不得分。"),
        "[张贴标识=0.6|开展宣传=0.4]"
    );
    assert_eq!(
        read("1", "发放及时的得1分，否则不得分。出现挪用的，此项不得分。"),
        "全[发放及时=1|没有此情形：出现挪用=0]"
    );
    assert_eq!(read("6", "未建立制度的不得分"), "满分起 -6~6 未建立制度");
    assert_eq!(
        read("5", "制度健全得2分，执行有效得3分，发现违规不得分"),
        "[制度健全=2|执行有效=3] -5~5 发现违规"
    );
}

#[test]
fn tiers_in_one_sentence() {
    assert_eq!(
        read("3", "甲项达到要求得3分；乙项达到要求的得2分；否则不得分"),
        "档[甲项达到要求=3|乙项达到要求=2|否则=0]"
    );
    assert_eq!(
        read("1", "全覆盖的，得1分。有增加的，得0.8分；在此基础上，增加较多的，得0.2分；否则不得分。"),
        "档[全覆盖=1|有增加，且增加较多=1.0|有增加=0.8|否则=0]"
    );
    assert_eq!(read("2", "优得2分，良得2分，差不得分"), "-", "which is better nobody says");
    assert_eq!(read("5", ">95%得5分；<95%不得分"), "-", "and 95 %?");
}

#[test]
fn below_zero() {
    assert_eq!(read("2", "足额落实的，得2分，否则不得分，同时倒扣3分。"), "[足额落实=2] 倒扣3 不符合要求");
    assert_eq!(
        read("2", "供应稳定的，得2分，否则不得分。出现断供的，此项不得分；问题严重的，倒扣1.5分。"),
        "全[供应稳定=2|没有此情形：出现断供=0] 倒扣1.5 问题严重"
    );
    assert_eq!(read("0", "出现事故未及时处置的，倒扣2分。"), "台账 -2 出现事故未及时处置 最低-100");
    assert_eq!(
        read("0", "处置不到位的扣1分"),
        "台账 -1 处置不到位 最低-100",
        "nothing can be taken from nothing"
    );
}

#[test]
fn classes_of_places() {
    assert_eq!(read("3", "规模达标的，山区得4分，非山区得3分，否则不得分。"), "[规模达标=3]");
    assert_eq!(
        read("3", "规模达标的，山区得2分，非山区得3分，否则不得分，同时倒扣山区4分，非山区5分。"),
        "[规模达标=3] 倒扣5 不符合要求"
    );
    assert_eq!(read("3", "优秀得4分，良好得3分"), "-");
}

#[test]
fn caps() {
    assert_eq!(read("10", "每缺一份材料扣1分，最多扣3分"), "满分起 每-1≤3 每缺一份材料");
    assert_eq!(read("10", "迟报扣1分，漏报扣2分，以上各项累计最多扣2分"), "满分起 -1~1 迟报 -2~2 漏报 最低8");
    assert_eq!(
        read("4", "未按期完成任务，按未完成项目的占比扣分，最多扣2分；未报送进度的，扣0.5分；扣完为止"),
        "满分起 -0~2 未按期完成任务 -0.5~0.5 未报送进度"
    );
    assert_eq!(read("2", "被通报批评的扣1分/次"), "满分起 每-1 被通报批评");
    assert_eq!(read("20", "每有1户未完成扣2分，扣完20分为止。"), "满分起 每-2 每有1户未完成");
    assert_eq!(read("4", "每发现一处扣1分，同一事项不重复扣分，扣完为止"), "满分起 每-1 每发现一处");
}

#[test]
fn so_many_for_each() {
    assert_eq!(read("6", "每开展1次培训得2分，最高6分"), "每2至多Some(3)");
    assert_eq!(read("6", "每开展1次培训得2分，最高5分"), "-", "the bound is not the points");
    assert_eq!(read("2", "符合1项得1分，最高2分"), "每1至多Some(2)");
    assert_eq!(read("50", "通过数量/总数X50分"), "率");
    assert_eq!(read("10", "按照（实际完成数/计划完成数）×10分计算，最高10分。"), "率");
    assert_eq!(read("50", "通过数量÷总数×40"), "-");
}

/// The fuzzer found that a text of ten thousand characters takes its time.
#[test]
fn a_rule_as_long_as_a_report_is_by_hand() {
    let parts = |count: usize| read(&count.to_string(), &"制度健全、责任明确得1分；".repeat(count));
    assert!(parts(100).starts_with('['));
    assert_eq!(parts(400), "-");
}

#[test]
fn what_the_points_deny_is_by_hand() {
    for (points, standard) in [
        ("5", "制度健全得2分，执行有效得2分"),
        ("5", "基准分10分。每发现一处扣1分"),
        ("5", "完成得5分，每超额一项另加1分"),
        ("5", "按办法执行，山区1.4分，非山区5分。"),
        ("10", "根据有关规定执行"),
        ("10", "分优、良、中、差四个等级，分别得10分、8分、6分、0分"),
        ("10", "超额完成的，每超1个百分点加0.5分，最高加2分；未完成的，每少1个百分点扣1分"),
    ] {
        assert_eq!(read(points, standard), "-", "{standard}");
    }
}

#[test]
fn steps_stand_beside_what_is_counted() {
    let cases = [
        (
            "出勤率低于95%的，每低1个百分点扣1分；迟到早退每人次扣0.5分，扣完为止。",
            "满分起 每相差-1/0.01 出勤率低于95% 每-0.5 迟到早退每人次",
        ),
        (
            "满意度低于90%的，每低1个百分点扣0.5分，发生有效投诉的每次扣1分。",
            "满分起 每相差-0.5/0.01 满意度低于90% 每-1 发生有效投诉的每次",
        ),
        (
            "完成率达到100%得满分，每降低1%扣0.1分，低于80%不得分；资料不全的扣2分。",
            "满分起 每相差-0.1/0.01+10/0.01 完成率每降低1% -2~2 资料不全",
        ),
        (
            "及时率每降低1%扣1分；合格率每降低1%扣2分；扣完为止",
            "满分起 每相差-1/0.01 及时率每降低1% 每相差-2/0.01 合格率每降低1%",
        ),
        (
            "95%以上得满分。每降低1个百分点扣0.5分；资料不全每处扣1分。",
            "满分起 每相差-0.5/0.01 指标每降低1个百分点 每-1 资料不全每处",
        ),
        // 扣完为止 of all makes no count of what stands last.
        (
            "出勤率低于95%的，每低1%扣1分；资料不全扣1分；扣完为止。",
            "满分起 每相差-1/0.01 出勤率低于95% -1~1 资料不全",
        ),
        // What all take together is of none of them.
        ("迟到每次扣0.5分，出勤率低于95%的每低1%扣1分，以上最多扣5分", "-"),
        // Not each piece is read.
        ("出勤率每低1%扣1分；情节严重的酌情处理并扣除相应分值", "-"),
        // One that gives instead of taking.
        ("出勤率每低1%扣1分；表现突出的加2分", "-"),
    ];
    for (standard, expected) in cases {
        assert_eq!(read("10", standard), expected, "{standard}");
    }
}

#[test]
fn what_is_taken_of_the_sheet_is_entered_with_the_case() {
    let cases = [
        (
            "发生泄密事件每起扣5分，并另从总分中扣2分，扣完为止。",
            "满分起 每-5 发生泄密事件每起 同d1 每处倒扣2 发生泄密事件每起",
        ),
        ("发生事故的扣5分，并从总分中扣3分", "满分起 -5~5 发生事故 同d1 倒扣3 发生事故"),
        (
            "发生安全责任事故的本项不得分，并从总分中扣5分。",
            "满分起 -10~10 发生安全责任事故 同d1 倒扣5 发生安全责任事故",
        ),
        (
            "每发现1处扣0.5分，累计扣分不超过5分；造成重大影响的另从总分中扣10分。",
            "满分起 每-0.5≤5 每发现1处 倒扣10 造成重大影响",
        ),
        ("每发生1起事故的不得分，并从总分中扣5分", "满分起 -10~10 发生1起事故 同d1 倒扣5 发生1起事故"),
        // Of the indicator itself.
        ("存在违规的，从本项总分中扣3分", "-"),
        // Nobody knows how often.
        ("每次造成影响的另从总分中扣10分。", "-"),
    ];
    for (standard, expected) in cases {
        assert_eq!(read("10", standard), expected, "{standard}");
    }
}

#[test]
fn a_veto_is_a_veto() {
    assert_eq!(read("0", "发生重大违纪违法案件的，一票否决。"), "满分起 否决 发生重大违纪违法案件");
    assert_eq!(
        read("10", "未按时报送的，每次扣1分；迟报导致通报的，实行一票否决。"),
        "满分起 每-1 未按时报送的，每次 否决 迟报导致通报"
    );
    assert_eq!(read("0", "一票否决"), "-", "of what?");
    assert_eq!(read("10", "发生重大事故的，该项一票否决"), "-", "not of the sheet");
    assert_eq!(read("10", "发生事故的一票否决，等级最高评为中"), "-", "what it does is said");
}

#[test]
fn what_is_clear_of_parts_is_no_deduction() {
    let parts = "有明确的绩效目标得2分，目标可量化得1分";
    assert_eq!(read("3", &format!("{parts}，不符合的不得分。")), "[有明确的绩效目标=2|目标可量化=1]");
    assert_eq!(
        read("3", &format!("{parts}，弄虚作假的不得分。")),
        "[有明确的绩效目标=2|目标可量化=1] -3~3 弄虚作假"
    );
    assert_eq!(
        read("2", "审批程序完整（1分）；不存在挪用（1分），存在则本项不得分。"),
        "[审批程序完整=1|不存在挪用=1] -2~2 存在"
    );
    for standard in [
        "全部达标得满分，1项不达标扣2分，2项不达标扣5分。",
        "缺少1项扣2分，缺少2项扣5分",
        "发现1处扣1分，发现2处扣3分，发现3处扣6分",
        "2项不达标扣5分，1项不达标扣2分",
    ] {
        assert_eq!(read("8", standard), "-", "{standard}: not so many for each");
    }
    assert_eq!(read("8", "不符合公平原则的，不得分"), "满分起 -8~8 不符合公平原则");
    assert_eq!(read("8", "每年未组织培训的不得分"), "-");
    // Minutes are no points.
    assert_eq!(
        read("8", "迟到不超过30分钟的每次扣1分，超过30分钟的每次扣2分"),
        "满分起 每-1 迟到不超过30分钟的每次 每-2 超过30分钟的每次"
    );
    assert_eq!(
        read("8", "响应时间超30分钟每次扣1分，修复时间超24小时每次扣2分，扣完为止。"),
        "满分起 每-1 响应时间超30分钟每次 每-2 修复时间超24小时每次"
    );
    assert_eq!(
        read("10", "每发生1起重伤事故扣5分，每发生1起死亡事故本项不得分，并一票否决。"),
        "满分起 每-5 每发生1起重伤事故 -10~10 发生1起死亡事故 否决 发生1起死亡事故"
    );
}
