//! No form of the rule language drops out of the random cases unnoticed.

use super::{Expected, data};
use jiping::template::check_file;

/// What it is about, how often each must occur at least, and how templates and evaluations write the forms.
const FORMS: &[(&str, usize, &str)] = &[
    ("awards", 200, r#"award:Rate("#),
    ("awards", 100, r#"award:Parts( award:OneOf( award:Bands( award:Steps( award:Curve( cap: floor:"#),
    ("awards", 80, r#"award:Alternatives("#),
    ("awards", 60, r#"award:Full cut_off: ceiling: gates:"#),
    ("awards", 50, r#"partial:true award:PerUnit( award:Value( award:Free( award:Target("#),
    ("awards", 40, r#"several:true"#),
    ("awards", 30, r#"needed:All award:Entries"#),
    ("worth", 200, r#"points:Fixed( points:Fraction("#),
    ("worth", 100, r#"points:Share( from:Including("#),
    ("worth", 60, r#"points:Range("#),
    ("worth", 50, r#"from:Excluding("#),
    ("worth", 20, r#"band_edges:"#),
    ("measures", 100, r#"Entered("#),
    ("measures", 60, r#"Number(label"#),
    ("measures", 50, r#"Deviation( Panel( Passes( Peers( Risks("#),
    ("measures", 40, r#"Survey( SubSheets( yields:Ratio"#),
    ("measures", 30, r#"unit:"%""#),
    (
        "measures",
        20,
        r#"signed:true mean:Mean mean:Trimmed mean:Median yields:Rank best:Highest best:Lowest yields:Points"#,
    ),
    (
        "measures",
        15,
        r#"Funds(Arrival) Funds(Execution) Funds(Spending) Ledger(Count) Ledger(Points) Ledger(Money)"#,
    ),
    (
        "directions, division by zero",
        40,
        r#"zero:Unscored zero:Blank zero:Nothing zero:Full zero:NotApplicable"#,
    ),
    (
        "directions, division by zero",
        30,
        r#"direction:Positive direction:ReverseRatio direction:ReverseLinear direction:Equal direction:Complement"#,
    ),
    (
        "steps, curves",
        40,
        r#"side:Below side:Above side:Both counting:Whole counting:Begun counting:Proportional"#,
    ),
    ("division by zero, later", 20, r#"zero:ByActual"#),
    ("measures, later", 10, r#"from:Target from:Actual "rate/exempt":"#),
    ("measures, later", 5, r#"takes:Number takes:Rate takes:Count"#),
    ("measures, later", 20, r#"Other(indicator takes:Score takes:ScoreRate"#),
    ("deductions, later", 15, r#"Steps(id"#),
    ("effects, later", 5, r#"when:Deducted( take:Each("#),
    ("steps, curves", 30, r#"start: scale:Points"#),
    ("steps, curves", 20, r#"gives:true"#),
    ("deductions, ledger", 80, r#"Between( Each(id"#),
    ("deductions, ledger", 60, r#"worth:Each( factors: exempt:"#),
    ("deductions, ledger", 40, r#"Ledger(id tiers: same_matter:HighestOnly "nothing":Flag(true)"#),
    ("deductions, ledger", 30, r#"worth:Within( worth:PerMoney( becomes: kill:"#),
    ("deductions, ledger", 20, r#"/exempt":"#),
    ("deductions, ledger", 10, r#"no_offset:true"#),
    ("effects", 80, r#"Veto("#),
    ("effects", 60, r#"Overflow("#),
    ("effects", 50, r#"scope:Sheet"#),
    ("effects", 30, r#"scope:Group scope:Node( consequence:Zero consequence:Cap( when:Ticked take:OneOf("#),
    ("effects", 20, r#"exemptable:true /exemption":"#),
    ("effects", 10, r#"scope:Item when:Exhausted"#),
    ("effects", 8, r#"consequence:Grade( consequence:Fail take:Excess"#),
    ("combining, policies, rounding, tailoring", 400, r#"NotApplicable(reason"#),
    ("combining, policies, rounding, tailoring", 200, r#"order:RoundThenAdd"#),
    ("combining, policies, rounding, tailoring", 150, r#"order:AddThenRound"#),
    ("combining, policies, rounding, tailoring", 100, r#"group_decimals: applicability:NoInformation"#),
    (
        "combining, policies, rounding, tailoring",
        80,
        r#"not_applicable:Rescale, not_applicable:RescaleInGroup not_applicable:FullMarks not_applicable:Exclude"#,
    ),
    (
        "combining, policies, rounding, tailoring",
        60,
        r#"combine:Weighted cap:Unlimited cap:At( own:[ open:( override:"#,
    ),
    ("combining, policies, rounding, tailoring", 50, r#"grade_by:Exact"#),
    (
        "combining, policies, rounding, tailoring",
        30,
        r#"combine:Mean combine:Scale combine:EqualSplit( combine:Highest combine:Lowest"#,
    ),
    ("combining, policies, rounding, tailoring", 20, r#"weights:"#),
    ("combining, policies, rounding, tailoring", 15, r#"remainder:Last by:Sum by:Mean by:Rate"#),
];

#[test]
fn every_form_occurs() {
    let lines: Vec<_> = data().into_iter().filter(|line| line.letter != 'R').collect();
    let mut rare = Vec::new();
    for (about, least, forms) in FORMS {
        for form in forms.split_whitespace() {
            let count: usize = lines.iter().map(|line| line.text.matches(form).count()).sum();
            if count < *least {
                rare.push(format!("{about}: {form} {count} times, wanted {least}"));
            }
        }
    }
    assert!(rare.is_empty(), "{}", rare.join("\n"));
}

/// The cases are not all alike: each state, each grade, groups up to four deep.
#[test]
fn the_results_differ() {
    let mut states = [0_usize; 5];
    let mut grades = std::collections::BTreeMap::<Option<String>, usize>::new();
    let mut above_zero = 0;
    for line in data().iter().filter(|line| line.letter == 'R') {
        let expected: Expected = serde_json::from_str(&line.text).unwrap();
        for (_, item) in &expected.items {
            states["SUINC".find(item.chars().next().unwrap()).unwrap()] += 1;
            above_zero += usize::from(item.starts_with("S ") && item != "S 0");
        }
        *grades.entry(expected.grade).or_default() += 1;
    }
    assert!(states.iter().all(|count| *count >= 150), "S, U, I, N, C: {states:?}");
    assert!(grades.len() == 5 && grades.values().all(|count| *count >= 50), "{grades:?}");
    assert!(above_zero >= 5_000, "{above_zero} items score anything");
    let depths = data().into_iter().filter(|line| line.letter == 'T').map(|line| {
        let (template, _) = check_file(line.text.as_bytes()).unwrap();
        template.outline().groups().iter().map(|group| group.depth + 1).max().unwrap_or_default()
    });
    let deep = depths.filter(|depth| *depth >= 4).count();
    assert!(deep >= 30, "{deep} templates are four deep");
}
