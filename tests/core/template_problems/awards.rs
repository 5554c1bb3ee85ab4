//! Awards without a measure, and alternatives.

use super::{COUNT, Case, RATE, SURVEY, award, plain};

pub(crate) fn forms() -> Vec<Case> {
    let parts = |list: &str| format!("Parts(parts: [{list}])");
    let options = |list: &str| format!("OneOf(options: [{list}])");
    let fixed = |id: &str, points: &str| format!("(id: \"{id}\", label: \"档\", points: {points})");
    let three =
        |a: &str, b: &str, c: &str| options(&[fixed("a", a), fixed("b", b), fixed("c", c)].join(", "));
    let here = |option: String| option.replacen("id: ", "id: ▶", 1);
    let good = three("Fixed(\"5\")", "Fixed(\"3\")", "Fixed(\"0\")");
    let good = good.as_str();
    let share = |from: &str, to: &str| format!("Share(from: \"{from}\", to: \"{to}\")");
    let shares = three(&share("80%", "100%"), &share("60%", "80%"), &share("0", "60%"));
    let second = |points: &str| {
        options(
            &[fixed("a", "Fixed(\"5\")"), here(fixed("b", points)), fixed("c", "Fixed(\"0\")")].join(", "),
        )
    };
    let second_share = |from: &str, to: &str, third: &str| {
        options(
            &[
                fixed("a", &share("80%", "1")),
                here(fixed("b", &share(from, to))),
                fixed("c", &share("0", third)),
            ]
            .join(", "),
        )
    };
    let rate = |measure: &str, more: &str| format!("Rate(measure: {measure}, {more})");
    let part = r#"(id: "a", label: "甲", points: "5")"#;
    vec![
        award("problem-no-deductions", "5", "Full", "Free(step: \"1\")"),
        award("problem-no-parts", "5", &parts(""), &parts(part)),
        award("problem-parts", "6", &parts(part), &parts(&part.replace('5', "6"))),
        award("problem-reserved-id", "5", &parts(&here(part.replace("\"a\"", "\"target\""))), &parts(part)),
        award("problem-few-options", "5", &options(&fixed("a", &share("0", "100%"))), good),
        award(
            "problem-mixed-options",
            "5",
            &three("Fixed(\"5\")", &share("60%", "80%"), "Fixed(\"0\")"),
            good,
        ),
        award(
            "problem-tier-order",
            "5",
            &three("Fixed(\"5\")", "Fixed(\"0\")", "Fraction(\"60%\")"),
            &three("Fixed(\"5\")", "Fraction(\"60%\")", "Fixed(\"0\")"),
        ),
        award("problem-full-unreachable", "6", good, &good.replace("\"5\"", "\"6\"")),
        award(
            "problem-worth-over",
            "5",
            &options(&[here(fixed("a", "Fixed(\"6\")")), fixed("b", "Fixed(\"0\")")].join(", ")),
            good,
        ),
        award("problem-no-zero-tier", "5", &good.replace("\"0\"", "\"1\""), good),
        award(
            "problem-common-edge",
            "5",
            &second(r#"Range(from: "1", to: "5")"#),
            &plain(&second(r#"Range(from: "1", to: "4")"#)),
        ),
        award(
            "problem-ranges-overlap",
            "5",
            &options(
                &[
                    fixed("a", r#"Range(from: "3", to: "5")"#),
                    here(fixed("b", r#"Range(from: "0", to: "4")"#)),
                ]
                .join(", "),
            ),
            &options(
                &[fixed("a", r#"Range(from: "3", to: "5")"#), fixed("b", r#"Range(from: "0", to: "2.99")"#)]
                    .join(", "),
            ),
        ),
        award(
            "problem-range-hole",
            "5",
            &options(
                &[
                    fixed("a", r#"Range(from: "3", to: "5")"#),
                    here(fixed("b", r#"Range(from: "0", to: "2")"#)),
                ]
                .join(", "),
            ),
            &options(
                &[fixed("a", r#"Range(from: "3", to: "5")"#), fixed("b", r#"Range(from: "0", to: "2.99")"#)]
                    .join(", "),
            ),
        ),
        award("problem-odd-id", "5", &parts(&here(part.replace("\"a\"", "\"a b\""))), &parts(part)),
        award(
            "problem-reversed",
            "5",
            &second(r#"Range(from: "4", to: "1")"#),
            &plain(&second(r#"Range(from: "1", to: "4")"#)),
        ),
        award("problem-off-step", "5", &second(r#"Range(from: "1", to: "4")"#), good).with_step("3"),
        award("problem-band-empty", "5", &second_share("80%", "80%", "80%"), &shares),
        award("problem-band-gap", "5", &second_share("60%", "75%", "60%"), &shares),
        award("problem-band-overlap", "5", &second_share("60%", "85%", "60%"), &shares),
        award(
            "problem-band-below-zero",
            "5",
            &options(&[fixed("a", &share("80%", "1")), here(fixed("b", &share("-10%", "80%")))].join(", ")),
            &shares,
        ),
        award(
            "problem-band-bottom",
            "5",
            &options(&[fixed("a", &share("80%", "1")), fixed("b", &share("10%", "80%"))].join(", ")),
            &shares,
        ),
        award(
            "problem-cut-off",
            "5",
            &rate(RATE, "direction: Positive, cut_off: \"60\""),
            &rate(RATE, "direction: Positive, cut_off: \"60%\""),
        ),
        award(
            "problem-not-positive",
            "5",
            &rate(RATE, "direction: Positive, cap: \"0\""),
            &rate(RATE, "direction: Positive"),
        ),
        award(
            "problem-no-ceiling",
            "5",
            &rate(RATE, "direction: Positive, cap: \"110%\""),
            &(rate(RATE, "direction: Positive, cap: \"110%\"") + ", ceiling: \"5.5\""),
        ),
        award(
            "problem-full-unreachable",
            "5",
            &rate(RATE, "direction: Positive, cap: \"90%\""),
            &rate(RATE, "direction: Positive"),
        ),
        award(
            "problem-direction-unused",
            "5",
            &rate(SURVEY, "direction: ReverseLinear"),
            &rate(SURVEY, "direction: Complement"),
        ),
        award(
            "problem-rate-of-number",
            "5",
            &rate(COUNT, "direction: Positive"),
            &rate(&COUNT.replace('次', "%"), "direction: Positive"),
        ),
        award("problem-full-unreachable", "5", "Free(step: \"2\")", "Free(step: \"2.5\")"),
        award("problem-step", "5", "Free(step: \"0\")", "Free(step: \"1\")"),
        award("problem-target-text", "5", "Target(target: \"大幅提升\")", "Target(target: \"≥80%\")"),
    ]
}

pub(crate) fn alternatives() -> Vec<Case> {
    let option = |id: &str, more: &str, award: &str| {
        format!("(id: \"{id}\", label: \"项{id}\", {more} award: {award})")
    };
    let list =
        |options: &[String], more: &str| format!("Alternatives(options: [{}], {more})", options.join(", "));
    let here = |item: String| item.replacen("id: ", "id: ▶", 1);
    let (a, b) = (option("a", "", "Free(step: \"1\")"), option("b", "", "Free(step: \"1\")"));
    let good = list(&[a.clone(), b.clone()], "");
    let worth = |id: &str, points: &str| option(id, &format!("points: \"{points}\","), "Free(step: \"1\")");
    let several = "several: true";
    let good_several = list(&[worth("a", "2"), worth("b", "3"), worth("c", "4")], several);
    let same = |id: &str| option(id, "", r#"Parts(parts: [(id: "p", label: "要点", points: "5")])"#);
    let wrong = option("b", "", r#"Parts(parts: [(id: "p", label: "要点", points: "4")])"#);
    vec![
        award("problem-few-options", "5", &list(std::slice::from_ref(&a), ""), &good),
        award("problem-alternative-points", "5", &list(&[here(worth("a", "5")), b.clone()], ""), &good),
        award(
            "problem-alternative-no-points",
            "5",
            &list(&[here(a.clone()), worth("b", "5")], several),
            &good_several,
        ),
        award(
            "problem-alternatives-sum",
            "5",
            &list(&[worth("a", "3"), worth("b", "4")], several),
            &good_several,
        ),
        award("problem-parts", "5", &list(&[same("a"), here(wrong)], ""), &list(&[same("a"), same("b")], "")),
        award("problem-duplicate-id", "5", &list(&[a.clone(), here(a)], ""), &good),
    ]
}
