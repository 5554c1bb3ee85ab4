//! 台账: what its rows come to, worked out by hand (R7, R13, R14, R27, R28), and what holds for any rows.

use crate::help::{dec, edited, inputs, of_rule};
use jiping::evaluation::{Edit, EditError, Evaluation, History, LONGEST_LEDGER, LedgerRow, Value, input};
use jiping::number::plain;
use jiping::ron_text;
use jiping::scoring::{LedgerScore, Standing, Waiting, ledger_score};
use jiping::template::{Ledger, Template};
use jiping::text::{Explain as _, Lang};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

fn ledger(text: &str) -> Ledger {
    ron_text::read(text).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

fn row(kind: &str, count: &str) -> LedgerRow {
    LedgerRow { kind: kind.into(), count: dec(count), ..LedgerRow::default() }
}

fn on(date: &str, kind: &str) -> LedgerRow {
    LedgerRow { date: date.into(), ..row(kind, "1") }
}

fn of_matter(matter: &str, kind: &str) -> LedgerRow {
    LedgerRow { matter: matter.into(), ..row(kind, "1") }
}

fn with(factors: &[&str], row: LedgerRow) -> LedgerRow {
    LedgerRow { factors: factors.iter().map(|id| (*id).into()).collect(), ..row }
}

fn try_score(ledger: &Ledger, rows: &[LedgerRow]) -> Result<LedgerScore, Waiting> {
    let rows: Vec<_> = rows.iter().cloned().map(Arc::new).collect();
    ledger_score(ledger, &rows, 2)
}

fn scored(ledger: &Ledger, rows: &[LedgerRow]) -> LedgerScore {
    try_score(ledger, rows).unwrap()
}

fn total(ledger: &Ledger, rows: &[LedgerRow]) -> String {
    plain(scored(ledger, rows).total.points)
}

fn points(score: &LedgerScore) -> Vec<String> {
    score.rows.iter().map(|row| plain(row.points)).collect()
}

/// 处 at 1 point each, 起 at 2 points each, of which at most 6 count.
const FAULTS: &str = r#"(kinds: [
    (id: "spot", label: "设备故障", unit: "处", worth: Each("1")),
    (id: "case", label: "逾期修复", unit: "起", worth: Each("2"), cap: Some("6")),
])"#;

#[test]
fn r7_each_occurrence_takes_its_points() {
    let ledger = ledger(FAULTS);
    assert_eq!(total(&ledger, &[]), "0");
    assert_eq!(total(&ledger, &[row("spot", "1"), row("spot", "1"), row("spot", "0")]), "2");
    assert_eq!(total(&ledger, &[row("spot", "3"), row("case", "2")]), "7");
    // The vector 1 + 1 + max(0, 8 − 2 × 5): five cases take ten points where no cap holds them.
    let uncapped = self::ledger(&FAULTS.replace(r#", cap: Some("6")"#, ""));
    assert_eq!(total(&uncapped, &[row("case", "5")]), "10");
}

#[test]
fn r7_the_cap_of_a_kind_is_filled_row_by_row() {
    let ledger = ledger(FAULTS);
    assert_eq!(total(&ledger, &[row("case", "3")]), "6", "at the cap");
    let score = scored(&ledger, &[row("case", "2"), row("case", "2"), row("case", "1"), row("spot", "1")]);
    assert_eq!(points(&score), ["4", "2", "0", "1"]);
    assert_eq!(score.rows[1].worth, dec("4"), "what it would take without the cap");
    assert_eq!(score.total.points, dec("7"));
    assert_eq!(score.total.count, dec("6"), "occurrences count beyond the cap");
}

#[test]
fn months_fill_a_cap_in_their_order_so_that_a_printed_month_stays() {
    let ledger = ledger(FAULTS);
    let late =
        [on("2020-03-05", "case"), on("2020年3月9日", "case"), on("2020/1/7", "case"), on("?", "case")];
    let score = scored(&ledger, &late);
    assert_eq!(points(&score), ["2", "2", "2", "0"], "rows without month come last");
    let months: Vec<_> = score
        .months
        .iter()
        .map(|(month, sums)| (month.map(|m| m.to_string()).unwrap_or_default(), sums.rows, sums.points))
        .collect();
    let expected = [("2020-01", 1, "2"), ("2020-03", 2, "4"), ("", 1, "0")];
    assert_eq!(months, expected.map(|(m, n, p)| (m.to_owned(), n, dec(p))));
    let kinds: Vec<_> = score.kinds.iter().map(|(kind, sums)| (&**kind, sums.points)).collect();
    assert_eq!(kinds, [("spot", dec("0")), ("case", dec("6"))]);
}

/// 表扬 and 批评, each at its level; from three criticisms on nothing is left.
const PRAISE: &str = r#"(kinds: [
    (id: "city", label: "市级表扬", worth: Each("1")), (id: "district", label: "区级表扬", worth: Each("0.5")),
    (id: "blame", label: "区级批评", worth: Each("-0.5")),
], kill: Some(kinds: ["blame"], count: 3))"#;

#[test]
fn r13_praise_and_blame_offset_each_other() {
    let ledger = ledger(PRAISE);
    assert_eq!(total(&ledger, &[row("district", "1"), row("city", "1"), row("blame", "1")]), "1");
    assert_eq!(total(&ledger, &[row("blame", "2")]), "-1", "the sum may be negative");
}

#[test]
fn r13_three_criticisms_kill_and_later_praise_adds_nothing() {
    let ledger = ledger(PRAISE);
    let blamed = [on("2020-02-01", "blame"), on("2020-05-01", "blame"), on("2020-03-01", "blame")];
    let score =
        scored(&ledger, &[&blamed[..], &[on("2020-01-01", "city"), on("2020-12-01", "city")]].concat());
    assert_eq!(score.total.points, dec("0"));
    let standings: Vec<_> = score.rows.iter().map(|row| row.standing).collect();
    use Standing::{Killed, Kills};
    assert_eq!(standings, [Killed, Kills, Killed, Killed, Killed], "the third in time is that of May");
    assert_eq!(total(&ledger, &[row("blame", "3"), row("city", "1")]), "0", "three in one row are three");
    assert_eq!(total(&ledger, &[row("blame", "2"), row("city", "2")]), "1", "two do not kill");
    let exempt = LedgerRow { exempt: Some("复核撤销".into()), ..row("blame", "1") };
    assert_eq!(total(&ledger, &[row("blame", "2"), exempt]), "-1", "what is exempt does not kill");
}

#[test]
fn r13_a_kill_may_leave_less_than_nothing_and_stands_in_its_month() {
    let ledger = ledger(&PRAISE.replace("count: 3", r#"count: 3, to: "-3""#));
    let score =
        scored(&ledger, &[on("2020-05-01", "blame"), on("2020-02-01", "blame"), on("2020-02-03", "blame")]);
    assert_eq!(score.total.points, dec("-3"));
    assert_eq!(points(&score), ["-3", "0", "0"]);
    let may = score.months.last().unwrap();
    assert_eq!((may.0.unwrap().to_string().as_str(), may.1.points), ("2020-05", dec("-3")));
}

#[test]
fn r13_of_one_matter_only_the_highest_counts() {
    let ledger = ledger(&PRAISE.replace("kill:", "same_matter: HighestOnly, kill:"));
    let rows = [
        of_matter("创建文明城区", "district"),
        of_matter(" 创建文明城区 ", "city"),
        of_matter("", "district"),
        of_matter("", "district"),
        of_matter("３号专案", "district"),
        of_matter("3号专案", "district"),
    ];
    let score = scored(&ledger, &rows);
    assert_eq!(score.total.points, dec("2.5"));
    assert_eq!(score.rows[0].standing, Standing::SameMatter(1));
    assert_eq!(score.rows[5].standing, Standing::SameMatter(4), "of equals the first");
    assert_eq!(score.total.count, dec("4"), "one matter is one occurrence");
    // An exempt row leaves the matter to the next highest.
    let mut rows = rows;
    rows[1].exempt = Some("非本年度".into());
    assert_eq!(total(&ledger, &rows), "2");
    // Highest without sign: a criticism of one point outweighs half a point of praise.
    let harsh =
        self::ledger(&PRAISE.replace("kill:", "same_matter: HighestOnly, kill:").replace("-0.5", "-1"));
    assert_eq!(total(&harsh, &[of_matter("a", "district"), of_matter("a", "blame")]), "-1");
}

#[test]
fn r13_gains_need_not_make_good_for_losses() {
    let ledger = ledger(&PRAISE.replace("kill:", "no_offset: true, kill:"));
    let score = scored(&ledger, &[row("city", "1"), row("blame", "1")]);
    assert_eq!(score.total.points, dec("-0.5"));
    assert_eq!(score.rows[0].standing, Standing::NoOffset);
    assert_eq!(total(&ledger, &[row("city", "2")]), "2", "without losses gains count");
}

const ESCALATED: &str = r#"(kinds: [(id: "late", label: "逾期", worth: Each("1")), (id: "gain", label: "加分", worth: Each("-1"))],
  factors: [
    (id: "repeated", label: "催办不落实", times: "2"), (id: "other", label: "其他干部", times: "0.5"),
    (id: "harm", label: "造成严重影响", plus: "3"), (id: "mild", label: "及时补救", plus: "-5"),
  ],
  tiers: [(from: "10", times: "1.1"), (from: "20", plus: "1"), (from: "30", times: "3", plus: "2")])"#;

#[test]
fn r14_factors_multiply_then_add() {
    let ledger = ledger(ESCALATED);
    assert_eq!(total(&ledger, &[with(&["repeated"], row("late", "1"))]), "2");
    assert_eq!(total(&ledger, &[with(&["other"], row("late", "1"))]), "0.5");
    assert_eq!(
        total(&ledger, &[with(&["harm", "repeated"], row("late", "2"))]),
        "7",
        "2 × 2 + 3, once for the row"
    );
    assert_eq!(total(&ledger, &[with(&["repeated", "repeated"], row("late", "1"))]), "2", "ticked is ticked");
    assert_eq!(total(&ledger, &[with(&["harm"], row("late", "0"))]), "0", "what did not happen does no harm");
    assert_eq!(total(&ledger, &[with(&["harm"], row("gain", "1"))]), "-4", "in the direction of its sign");
    assert_eq!(total(&ledger, &[with(&["mild"], row("late", "2"))]), "0", "a row never turns its sign");
}

#[test]
fn r14_the_tier_holds_for_every_row() {
    let ledger = ledger(ESCALATED);
    let rows = |first: &str| vec![row("late", first), row("late", "4")];
    assert_eq!(total(&ledger, &rows("5")), "9", "nine reach no tier");
    assert_eq!(total(&ledger, &rows("6")), "11", "ten do: 1.1 each");
    assert_eq!(total(&ledger, &rows("16")), "22", "one more for each row");
    assert_eq!(total(&ledger, &rows("26")), "94", "30 × 3 + 2 × 2");
    let mut exempt = rows("6");
    exempt[0].exempt = Some("不可抗力".into());
    assert_eq!(total(&ledger, &exempt), "4", "exempt rows reach no tier");
    let score = scored(&ledger, &rows("26"));
    assert_eq!(score.tier.map(|tier| tier.from), Some(dec("30")));
}

#[test]
fn r27_exempt_rows_count_nowhere() {
    let ledger = ledger(FAULTS);
    let exempt = LedgerRow {
        exempt: Some("市电中断".into()),
        money: Some(dec("500")),
        date: "2020-02-01".into(),
        ..row("spot", "4")
    };
    let score = scored(&ledger, &[exempt, on("2020-02-02", "spot")]);
    assert_eq!((score.total.points, score.total.count, score.total.money), (dec("1"), dec("1"), dec("0")));
    assert_eq!((score.total.rows, score.total.exempt), (2, 1));
    assert_eq!(score.rows[0].worth, dec("4"), "the sheet can show what it would have taken");
    assert_eq!(score.months.len(), 1);
}

/// 逾期 by days; from the fourth day on it is 推进缓慢, and the overdue days no longer count.
const OVERDUE: &str = r#"(kinds: [
    (id: "overdue", label: "逾期", unit: "日", worth: Each("0.5"), becomes: Some(from: "4", kind: "slow")),
    (id: "slow", label: "推进缓慢", unit: "项", worth: Each("5"), cap: Some("10"), becomes: Some(from: "1", kind: "overdue")),
])"#;

#[test]
fn r28_four_days_overdue_are_slow_progress_instead() {
    let ledger = ledger(OVERDUE);
    assert_eq!(total(&ledger, &[row("overdue", "3")]), "1.5");
    let score = scored(&ledger, &[row("overdue", "4"), row("overdue", "3")]);
    assert_eq!(score.total.points, dec("6.5"));
    assert_eq!((&*score.rows[0].kind, score.rows[0].became, score.rows[0].count), ("slow", true, dec("1")));
    assert_eq!(score.total.count, dec("4"));
    assert_eq!(
        total(&ledger, &[row("overdue", "9"), row("overdue", "8"), row("overdue", "7")]),
        "10",
        "its cap"
    );
    assert_eq!(total(&ledger, &[row("slow", "2")]), "0.5", "once: one overdue day, and no further");
}

fn paid(money: &str) -> LedgerRow {
    LedgerRow { money: Some(dec(money)), ..row("paid", "1") }
}

#[test]
fn money_counts_whole_begun_or_by_proportion() {
    let of = |counting: &str| {
        ledger(&format!(
            r#"(kinds: [(id: "paid", label: "超支", worth: PerMoney(yuan: "300", points: "1", counting: {counting}))],
               factors: [(id: "third", label: "三倍", times: "3")])"#
        ))
    };
    for (counting, at, below, above) in
        [("Whole", "2", "1", "2"), ("Begun", "2", "2", "3"), ("Proportional", "2.00", "2.00", "2.00")]
    {
        let ledger = of(counting);
        assert_eq!(scored(&ledger, &[paid("600")]).total.points, dec(at), "{counting}");
        assert_eq!(scored(&ledger, &[paid("599.99")]).total.points, dec(below), "{counting}");
        assert_eq!(scored(&ledger, &[paid("600.01")]).total.points, dec(above), "{counting}");
        assert_eq!(scored(&ledger, &[paid("0")]).total.points, dec("0"), "{counting}");
    }
    let third = with(&["third"], paid("100"));
    assert_eq!(total(&of("Proportional"), &[third]), "0.99", "rounded before its factors: 0.33 × 3");
    assert_eq!(scored(&of("Whole"), &[paid("100"), paid("250.5")]).total.money, dec("350.5"));
    assert_eq!(try_score(&of("Whole"), &[row("paid", "1")]), Err(Waiting::LedgerRow));
}

#[test]
fn points_are_entered_within_their_bounds() {
    let ledger = ledger(r#"(kinds: [(id: "free", label: "酌情", worth: Within(from: "1", to: "5"))])"#);
    let entered = |points: &str| LedgerRow { points: Some(dec(points)), ..row("free", "3") };
    assert_eq!(total(&ledger, &[entered("2.5"), entered("1"), entered("5")]), "8.5", "times no 次数");
    for outside in ["0.99", "5.01", "-2"] {
        assert_eq!(try_score(&ledger, &[entered(outside)]), Err(Waiting::OutOfRange), "{outside}");
    }
    assert_eq!(try_score(&ledger, &[row("free", "1")]), Err(Waiting::LedgerRow));
    let exempt = LedgerRow { exempt: Some("复核撤销".into()), ..row("free", "1") };
    assert_eq!(total(&ledger, &[exempt, entered("2")]), "2", "an exempt row waits for nothing");
}

#[test]
fn rows_that_nobody_could_have_entered_give_no_score() {
    let ledger = ledger(FAULTS);
    let refused = [
        row("nothing", "1"),
        row("", "1"),
        row("spot", "-1"),
        row("spot", "0.5"),
        row("spot", "1000001"),
        with(&["unknown"], row("spot", "1")),
        LedgerRow { money: Some(dec("-1")), ..row("spot", "1") },
        LedgerRow { exempt: Some(" ".into()), ..row("spot", "1") },
    ];
    for row in refused {
        assert_eq!(try_score(&ledger, std::slice::from_ref(&row)), Err(Waiting::OutOfRange), "{row:?}");
    }
    let huge =
        self::ledger(&format!(r#"(kinds: [(id: "spot", label: "巨", worth: Each("{}"))])"#, Decimal::MAX));
    assert_eq!(try_score(&huge, &[row("spot", "2")]), Err(Waiting::TooLarge));
}

// ---- What holds for any rows ----

const ANY: &str = r#"(kinds: [
    (id: "a", label: "甲", worth: Each("0.3"), cap: Some("4"), becomes: Some(from: "5", kind: "b")),
    (id: "b", label: "乙", worth: Each("-1.25")),
    (id: "c", label: "丙", worth: Within(from: "-2", to: "3"), cap: Some("2.5")),
    (id: "d", label: "丁", worth: PerMoney(yuan: "70", points: "1", counting: Proportional)),
  ],
  factors: [(id: "x", label: "加倍", times: "2"), (id: "y", label: "加扣", plus: "0.7")],
  tiers: [(from: "6", times: "1.5"), (from: "12", plus: "1")],
  same_matter: MATTER, no_offset: OFFSET, kill: KILL)"#;

fn any_ledger() -> impl Strategy<Value = Ledger> {
    let kill = prop::sample::select(vec!["None", r#"Some(kinds: ["b", "c"], count: 4, to: "-3")"#]);
    (any::<bool>(), any::<bool>(), kill).prop_map(|(highest, no_offset, kill)| {
        let matter = if highest { "HighestOnly" } else { "Each" };
        let text = ANY.replace("MATTER", matter).replace("OFFSET", &no_offset.to_string());
        ledger(&text.replace("KILL", kill))
    })
}

fn any_row(sound: bool) -> impl Strategy<Value = LedgerRow> {
    let pick = |of: &[&'static str]| prop::sample::select(of.to_vec());
    let dates = pick(&["2020-03-05", "2020年4月1日", "2019/12/31", "", "三月", "2020-03"]);
    let kinds = pick(if sound { &["a", "b", "c", "d"] } else { &["a", "b", "c", "d", "", "e"] });
    let counts = if sound { (0_i64..9).boxed() } else { any::<i64>().boxed() };
    let points = if sound { (-200_i64..=300).boxed() } else { any::<i64>().boxed() };
    let money = if sound { (0_i64..100_000).boxed() } else { any::<i64>().boxed() };
    let words = (pick(&["", "m", "n "]), vec(pick(&["x", "y"]), 0..3), prop::option::of(pick(&["免"])));
    let reach = if sound { 2_u32 } else { 28 };
    (dates, kinds, counts, points, money, words, 0..=reach).prop_map(
        move |(date, kind, count, points, money, (matter, factors, exempt), scale)| {
            let scale = if sound { 2 } else { scale };
            with(
                &factors,
                LedgerRow {
                    date: date.into(),
                    kind: kind.into(),
                    count: Decimal::from(count),
                    points: sound.then(|| Decimal::new(points, scale)).or((points > 0).then_some(dec("1"))),
                    money: Some(Decimal::new(money, scale)),
                    matter: matter.into(),
                    exempt: exempt.map(Into::into),
                    ..LedgerRow::default()
                },
            )
        },
    )
}

proptest! {
    #[test]
    fn months_and_kinds_and_rows_each_add_up_to_the_total(ledger in any_ledger(), rows in vec(any_row(true), 0..30)) {
        let score = scored(&ledger, &rows);
        let sum = |points: &mut dyn Iterator<Item = Decimal>| points.sum::<Decimal>();
        prop_assert_eq!(sum(&mut score.rows.iter().map(|row| row.points)), score.total.points);
        for sums in [
            score.months.iter().map(|(_, sums)| *sums).collect::<Vec<_>>(),
            score.kinds.iter().map(|(_, sums)| *sums).collect(),
        ] {
            prop_assert_eq!(sum(&mut sums.iter().map(|sums| sums.points)), score.total.points);
            prop_assert_eq!(sum(&mut sums.iter().map(|sums| sums.count)), score.total.count);
            prop_assert_eq!(sum(&mut sums.iter().map(|sums| sums.money)), score.total.money);
            prop_assert_eq!(sums.iter().map(|sums| sums.rows).sum::<usize>(), rows.len());
        }
        for (kind, sums) in &score.kinds {
            if let (Some(cap), None) = (ledger.kind(kind).unwrap().cap, &ledger.kill) {
                prop_assert!(sums.points.abs() <= cap);
            }
        }
    }

    #[test]
    fn exempt_rows_change_nothing(ledger in any_ledger(), rows in vec(any_row(true), 0..20)) {
        let kept: Vec<_> = rows.iter().filter(|row| row.exempt.is_none()).cloned().collect();
        let (with, without) = (scored(&ledger, &rows), scored(&ledger, &kept));
        prop_assert_eq!(with.total.points, without.total.points);
        prop_assert_eq!(with.total.count, without.total.count);
        prop_assert_eq!(with.total.money, without.total.money);
        prop_assert!(with.rows.iter().all(|row| row.standing != Standing::Exempt || row.points.is_zero()));
    }

    #[test]
    fn no_rows_make_it_panic(ledger in any_ledger(), rows in vec(any_row(false), 0..20)) {
        if let Ok(score) = try_score(&ledger, &rows) {
            prop_assert_eq!(score.rows.len(), rows.len());
        }
    }
}

// ---- Edits ----

fn template_with_ledger() -> Template {
    of_rule(
        "10",
        &format!(
            r#"(award: Full, deductions: [Ledger(id: "rows", label: "台账扣分")], floor: "0", ledger: Some{EDITED})"#
        ),
    )
}

const EDITED: &str = r#"(kinds: [
    (id: "spot", label: "设备故障", unit: "处", worth: Each("1")),
    (id: "free", label: "酌情", worth: Within(from: "1", to: "5")),
  ], factors: [(id: "twice", label: "加倍", times: "2")])"#;

fn adding(at: Option<usize>, rows: &[LedgerRow]) -> Edit {
    Edit::AddLedgerRows { item: "x".into(), at, rows: rows.iter().cloned().map(Arc::new).collect() }
}

fn setting(row: usize, to: LedgerRow) -> Edit {
    Edit::SetLedgerRow { item: "x".into(), row, to: Arc::new(to) }
}

fn removing(rows: &[usize]) -> Edit {
    Edit::RemoveLedgerRows { item: "x".into(), rows: rows.to_vec() }
}

fn counts(evaluation: &Evaluation) -> Vec<String> {
    let rows = evaluation.item("x").map(|entry| entry.ledger.as_slice()).unwrap_or_default();
    rows.iter().map(|row| plain(row.count)).collect()
}

#[test]
fn rows_are_added_changed_and_removed() {
    let template = template_with_ledger();
    let nothing = inputs("x", &[(input::NOTHING, Value::Flag(true))]);
    let evaluation = edited(
        &template,
        &[
            nothing,
            adding(None, &[row("spot", "1"), row("spot", "2")]),
            adding(Some(1), &[row("spot", "3")]),
            setting(0, with(&["twice"], row("spot", "4"))),
        ],
    );
    assert_eq!(counts(&evaluation), ["4", "3", "2"]);
    assert_eq!(evaluation.item("x").unwrap().flag(input::NOTHING), None, "a row is something");
    let fewer = evaluation.apply(&template, &removing(&[2, 0, 2])).unwrap();
    assert_eq!(counts(&fewer), ["3"]);
    let none = fewer.apply(&template, &removing(&[0])).unwrap();
    assert!(none.item("x").is_none(), "what was taken back leaves no trace");
    let cleared = evaluation.apply(&template, &Edit::ClearInputs { item: "x".into() }).unwrap();
    assert!(cleared.item("x").is_none());
}

fn refusal(template: &Template, before: &[Edit], edit: &Edit) -> EditError {
    edited(template, before).apply(template, edit).map(drop).unwrap_err()
}

#[test]
fn a_row_that_does_not_fit_changes_nothing() {
    let template = template_with_ledger();
    let sound = adding(None, &[row("spot", "1")]);
    let refused = [
        adding(None, &[row("spot", "1"), row("unknown", "1")]),
        adding(None, &[row("spot", "0.5")]),
        adding(None, &[row("spot", "1000001")]),
        adding(None, &[LedgerRow { points: Some(dec("5.01")), ..row("free", "1") }]),
        adding(None, &[LedgerRow { points: Some(dec("1.001")), ..row("free", "1") }]),
        adding(None, &[LedgerRow { money: Some(dec("-0.01")), ..row("spot", "1") }]),
        adding(None, &[with(&["thrice"], row("spot", "1"))]),
        adding(None, &[LedgerRow { exempt: Some(String::new()), ..row("spot", "1") }]),
        adding(Some(2), &[row("spot", "1")]),
        setting(1, row("spot", "1")),
        setting(0, row("", "1")),
        removing(&[0, 1]),
        Edit::RemoveLedgerRows { item: "y".into(), rows: Vec::new() },
    ];
    for edit in refused {
        let message = refusal(&template, std::slice::from_ref(&sound), &edit).message();
        for lang in Lang::ALL {
            assert!(message.hint(lang).is_some_and(|hint| !hint.contains('{')), "{edit:?}: {message:?}");
        }
    }
    let without = of_rule("10", "(award: Free(step: \"1\"))");
    assert!(matches!(refusal(&without, &[], &sound), EditError::NoLedger { .. }));
    let many = adding(None, &vec![row("spot", "1"); LONGEST_LEDGER]);
    assert!(matches!(refusal(&template, &[sound], &many), EditError::LedgerTooLong { .. }));
}

#[test]
fn typing_in_one_row_is_one_step_and_the_journal_names_it() {
    let template = template_with_ledger();
    let start = edited(&template, &[adding(None, &[row("spot", "1"), row("spot", "1")])]);
    let mut history = History::new(start.clone());
    let typed = |text: &str| LedgerRow { object: text.into(), ..row("spot", "1") };
    for edit in [setting(0, typed("东")), setting(0, typed("东门")), setting(1, typed("西"))] {
        let after = history.current().apply(&template, &edit).unwrap();
        history.push(edit.label(&template), edit.coalesces().then(|| edit.target()), after);
    }
    assert_eq!(history.undo_label().unwrap().text(Lang::Chinese), "x 台账第 2 行");
    history.undo();
    history.undo();
    assert_eq!(**history.current(), start, "two letters in one row are one step");
    let text = ron_text::write_line(&setting(0, typed("东"))).unwrap();
    assert_eq!(ron_text::read::<Edit>(&text).unwrap(), setting(0, typed("东")));
}
