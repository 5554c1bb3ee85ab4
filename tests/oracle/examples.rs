//! The examples of `docs/TEMPLATES.md` are scored as they stand there.

use super::{decimal, letter};
use jiping::evaluation::{self, Evaluation};
use jiping::number::fixed;
use jiping::scoring::score;
use jiping::template::{Template, read};
use std::collections::BTreeMap;

const GUIDE: &str = include_str!("../../docs/TEMPLATES.md");

/// A block that begins with `// 分值 10` (a rule) or `// 满分 100` (fields of a template), and what its last lines
/// say: result and entries.
struct Example<'t> {
    kind: &'t str,
    points: &'t str,
    body: String,
    cases: Vec<(&'t str, &'t str)>,
}

fn examples() -> Vec<Example<'static>> {
    let blocks = GUIDE.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter_map(example).collect()
}

fn example(block: &'static str) -> Option<Example<'static>> {
    let (head, rest) = block.split_once('\n')?;
    let (kind, points) = head.strip_prefix("// ")?.split_once(' ')?;
    if kind != "分值" && kind != "满分" {
        return None;
    }
    let said = |line: &'static str| line.strip_prefix("// ")?.split_once(" ←");
    let cases = rest.lines().filter_map(said).map(|(result, entries)| (result, entries.trim())).collect();
    let body = rest.lines().filter(|line| !line.starts_with("// ")).collect::<Vec<_>>().join("\n");
    Some(Example { kind, points, body, cases })
}

fn template(points: &str, fields: &str) -> Template {
    let grades = r#"(name: "优", from: "90"), (name: "差", from: "0")"#;
    let text = format!(
        "(format: 1, id: \"t\", version: \"1\", title: \"表\", points: \"{points}\", grades: [{grades}],\n{fields})"
    );
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

fn evaluation(funds: &str, items: &str) -> Evaluation {
    let text = format!(
        "(format: 1, template: (id: \"t\", version: \"1\"), funds: (lines: [{funds}]), items: {{{items}}})"
    );
    evaluation::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

/// `("rate", Number("95")), …` as the map that a file holds.
fn map(inputs: &str) -> String {
    let Some(inputs) = inputs.strip_prefix('(') else { return String::new() };
    let inputs = inputs.strip_suffix(')').unwrap();
    let pairs = inputs.split("), (").map(|pair| pair.split_once(", ").unwrap());
    pairs.map(|(key, value)| format!("{key}: {value}, ")).collect()
}

#[test]
fn every_rule_of_the_guide_scores_what_it_says() {
    let mut compared = 0;
    for example in examples().iter().filter(|example| example.kind == "分值") {
        let rule = example.body.trim();
        let points = example.points;
        let node = format!("Indicator(id: \"x\", name: \"项\", points: \"{points}\", rule: {rule})");
        let filler = "Indicator(id: \"y\", name: \"满\", points: \"1\", rule: (award: Free(step: \"1\")))";
        let all = decimal(points) + decimal("1");
        let template = template(&all.to_string(), &format!("nodes: [{node}, {filler}]"));
        assert!(!example.cases.is_empty(), "{rule}");
        for (result, entries) in &example.cases {
            let (ledger, funds) = (entries.strip_prefix("台账 "), entries.strip_prefix("资金 "));
            let inputs = map(entries);
            let item = format!("\"x\": (inputs: {{{inputs}}}, ledger: [{}])", ledger.unwrap_or_default());
            let card = score(&template, &evaluation(funds.unwrap_or_default(), &item));
            let item = &card.items[0];
            let got = match letter(&item.state) {
                'S' => format!("得 {}", fixed(item.score.unwrap(), 2)),
                'U' => "未评".to_owned(),
                'I' => "资料不足".to_owned(),
                _ => "不适用".to_owned(),
            };
            assert_eq!(&got, result, "{rule}\n{entries}");
            compared += 1;
        }
    }
    assert!(compared > 55, "{compared}");
}

#[test]
fn every_sheet_of_the_guide_comes_to_what_it_says() {
    let mut compared = 0;
    for example in examples().iter().filter(|example| example.kind == "满分") {
        let template = template(example.points, example.body.trim());
        for (result, entries) in &example.cases {
            let mut items = BTreeMap::<&str, Vec<&str>>::new();
            for entry in entries.strip_prefix('(').unwrap().strip_suffix(')').unwrap().split("), (") {
                let (item, said) = entry.split_once(", ").unwrap();
                items.entry(item).or_default().push(said);
            }
            let items = items.into_iter().map(|(item, said)| match *said {
                ["不适用"] => format!("{item}: (applicability: NotApplicable(reason: \"无\")), "),
                _ => format!(
                    "{item}: (inputs: {{{}}}), ",
                    said.join(", ").replace("\", ", "\": ").replace(": \"", ", \"")
                ),
            });
            let card = score(&template, &evaluation("", &items.collect::<String>()));
            assert_eq!(&format!("合计 {}", fixed(card.total, 2)), result, "{entries}");
            compared += 1;
        }
    }
    assert!(compared > 7, "{compared}");
}
