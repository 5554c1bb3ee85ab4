//! The command line from outside: the real program, its answers, its exit codes, its files.
#![cfg(test)]

#[path = "cli/golden.rs"]
mod golden;
#[path = "cli/next_year.rs"]
mod next_year;
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/samples.rs"]
mod samples;
#[path = "cli/together.rs"]
mod together;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const TABLE: &str = "decision-management-performance";

/// A folder of its own, and the program running in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, &[])
    }

    /// In an environment of its own.
    fn run_with(&self, args: &[&str], environment: &[(&str, &str)]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_jiping"))
            .args(args)
            .current_dir(self.folder.path())
            .env("JIPING_DATA", self.path("data"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        Ran { args: args.join(" "), output }
    }

    /// A new evaluation by the shipped table.
    fn evaluation(&self, name: &str) {
        self.run(&["new", TABLE, "-o", name]).exits(0);
    }

    fn score(&self, name: &str) -> Value {
        self.run(&["score", name, "--json"]).exits(0).json()
    }
}

struct Ran {
    args: String,
    output: Output,
}

impl Ran {
    #[track_caller]
    fn exits(self, code: i32) -> Self {
        assert_eq!(self.output.status.code(), Some(code), "{}\n{}\n{}", self.args, self.out(), self.err());
        self
    }

    fn out(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    fn err(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    fn json(&self) -> Value {
        assert_eq!(self.err(), "", "nothing but JSON");
        serde_json::from_str(&self.out()).unwrap()
    }

    /// The error as JSON, which stands on standard error.
    fn error(&self) -> Value {
        assert_eq!(self.out(), "");
        serde_json::from_str(&self.err()).unwrap()
    }

    /// Standard error says all of this.
    #[track_caller]
    fn complains(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err().contains(word), "{}: no {word} in\n{}", self.args, self.err());
        }
        self
    }

    /// Standard output says all of this.
    #[track_caller]
    fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.out().contains(word), "{}: no {word} in\n{}", self.args, self.out());
        }
        self
    }
}

fn item<'v>(document: &'v Value, id: &str) -> &'v Value {
    document["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap()
}

/// No number of a document is a JSON number that somebody could read as a float, but for counts.
fn no_floats(value: &Value, at: &str) {
    match value {
        Value::Number(number) => assert!(number.is_u64(), "{at}: {number}"),
        Value::Array(list) => list.iter().for_each(|value| no_floats(value, at)),
        Value::Object(map) => map.iter().for_each(|(key, value)| no_floats(value, &format!("{at}.{key}"))),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

#[test]
fn the_whole_job() {
    let desk = Desk::new();
    desk.run(&["new", TABLE, "-o", "a.jiping"]).exits(0).says(&["a.jiping", "21"]);
    desk.write("survey.txt", "95 %");
    desk.write(
        "edits.ron",
        r#"// 录入
        [
            SetProject(field: Name, text: "监控租用"),
            SetFundAmount(line: 0, field: AnnualBudget, amount: "310.2"),
            SetFundAmount(line: 0, field: Received, amount: "154.74"),
            /* 满意度 */
            SetInputs(item: "satisfaction", inputs: [("rate", Number("95"))]),
            SetReason(item: "satisfaction", text: "满意率 95%"),
            AttachFile(item: "satisfaction", path: "survey.txt"),
            SetInputs(item: "fund-use", inputs: [
                ("false-claims", Flag(true)), ("false-claims/points", Number("4")),
                ("improper-basis", Flag(true)), ("over-budget", Flag(true)), ("over-budget/points", Number("3")),
            ]),
            SetApplicability(item: "economic-benefit", to: NoInformation),
        ]"#,
    );
    desk.run(&["apply", "a.jiping", "edits.ron"]).exits(0).says(&["8 条"]);
    let card = desk.score("a.jiping");
    no_floats(&card, "");
    assert_eq!(card["total"], "9.10");
    assert_eq!(card["deductions"], "8.90");
    assert_eq!(card["grade"], "差");
    assert_eq!(card["provisional"], true);
    assert_eq!(card["project"], "监控租用");
    let satisfaction = item(&card, "satisfaction");
    assert_eq!(satisfaction["name"], "服务对象满意度");
    assert_eq!(satisfaction["points"], "8.00");
    assert_eq!(satisfaction["score"], "7.60");
    assert_eq!(satisfaction["state"], "scored");
    assert_eq!(satisfaction["derivation"], "满意率 95%；8 × 95.00% = 7.60");
    assert_eq!(satisfaction["evidence"], 1);
    assert_eq!(item(&card, "arrival-rate")["score"], "1.50", "154.74 ÷ 310.2 × 3");
    assert_eq!(item(&card, "fund-use")["score"], "0.00", "扣完为止");
    assert_eq!(item(&card, "goal-content")["score"], Value::Null);
    assert_eq!(item(&card, "goal-content")["state"], "unscored");
    assert_eq!(item(&card, "economic-benefit")["state"], "no_information");
    let sections: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["score"].clone()).collect();
    assert_eq!(sections, ["0.00", "1.50", "7.60"]);
    let ids: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["id"].clone()).collect();
    assert_eq!(ids, ["decision", "management", "performance"]);

    desk.run(&["print", "a.jiping", "-o", "sheet.pdf"]).exits(0).says(&["sheet.pdf"]);
    let pdf = fs::read(desk.path("sheet.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let all = desk.run(&["print", "a.jiping", "-o", "all.pdf", "--sheet", "all", "--json"]).exits(0).json();
    let one =
        desk.run(&["print", "a.jiping", "-o", "b.pdf", "--sheet", "deductions", "--json"]).exits(0).json();
    assert!(all["pages"].as_u64() > one["pages"].as_u64());
    let papers = desk.run(&["papers", "a.jiping", "--json"]).exits(0).json();
    let papers: Vec<(&str, u64)> = papers
        .as_array()
        .unwrap()
        .iter()
        .map(|paper| (paper["id"].as_str().unwrap(), paper["pages"].as_u64().unwrap()))
        .collect();
    assert!(papers.iter().any(|(id, _)| *id == "calculation") && papers.iter().all(|(_, pages)| *pages > 0));
    desk.run(&["papers", "a.jiping"]).exits(0).says(&["得分计算表", "封面"]);
    let two = ["print", "a.jiping", "-o", "c.pdf", "--paper", "cover", "--paper", "calculation", "--json"];
    let pages = |wanted: &str| papers.iter().find(|(id, _)| *id == wanted).unwrap().1;
    assert_eq!(desk.run(&two).exits(0).json()["pages"], pages("cover") + pages("calculation"));
}

#[test]
fn the_table_is_for_people() {
    let desk = Desk::new();
    desk.evaluation("a.jiping");
    let ran = desk.run(&["score", "a.jiping"]).exits(0);
    let ran = ran.says(&[
        "项目支出绩效评价评分表",
        "指标",
        "分值",
        "得分",
        "扣分",
        "资金使用",
        "未评",
        "暂定",
        "C50",
    ]);
    assert!(ran.out().lines().all(|line| line == line.trim_end()));
    desk.run(&["score", "a.jiping", "--lang", "en"]).exits(0).says(&[
        "Points",
        "provisional",
        "Checks before signing",
        "Unscored",
        "funds form",
    ]);
    desk.run(&["score", "a.jiping", "--strict"]).exits(1);
}

#[test]
fn a_refused_edit_changes_nothing_and_is_named() {
    let desk = Desk::new();
    desk.evaluation("a.jiping");
    let before = fs::read(desk.path("a.jiping")).unwrap();
    let refused = [
        (
            "SetInputs(item: \"satisfaction\", inputs: [(\"rate\", Number(\"-1\"))])",
            "服务对象满意度 得分, satisfaction",
            "-1",
        ),
        ("SetInputs(item: \"nix\", inputs: [])", "nix", "没有指标"),
        ("SetOverride(item: \"satisfaction\", to: (score: \"9\", reason: \"甲\"))", "人工改分", "0 至 8"),
        ("SetOverride(item: \"satisfaction\", to: (score: \"8\", reason: \"\"))", "人工改分", "理由"),
        ("SetOverride(item: \"satisfaction\", to: (score: \"7.001\", reason: \"甲\"))", "人工改分", "0.01"),
    ];
    for (edit, name, why) in refused {
        desk.write("edits.ron", &format!("[\n  SetProject(field: Name, text: \"甲\"),\n  {edit},\n]"));
        let ran = desk.run(&["apply", "a.jiping", "edits.ron"]).exits(2);
        ran.complains(&["edits.ron:3:3", "第 2 条", name, why, "没有改动"]);
        assert_eq!(fs::read(desk.path("a.jiping")).unwrap(), before, "{edit}");
    }
    let error = desk.run(&["apply", "a.jiping", "edits.ron", "--json"]).exits(2).error();
    assert_eq!(error["error"]["key"], "cli-edit-refused");
    assert!(error["error"]["hint"].as_str().unwrap().contains("没有改动"));
}

#[test]
fn lists_of_edits_that_cannot_be_read() {
    let desk = Desk::new();
    desk.evaluation("a.jiping");
    let apply = |text: &str, words: &[&str]| {
        desk.write("edits.ron", text);
        desk.run(&["apply", "a.jiping", "edits.ron"]).exits(2).complains(words);
    };
    apply(
        "[\n  SetProject(feld: Name, text: \"甲\"),\n]",
        &["edits.ron", "第 2 行第 14 列", "“feld”", "field"],
    );
    apply("[\n  Explode(item: \"x\"),\n]", &["第 2 行", "“Explode”", "SetInputs"]);
    apply("[\n  AttachFile(item: \"x\"),\n]", &["第 2 行", "path"]);
    apply("[ SetFundsUnit(Yuan)", &["第 1 行"]);
    apply("[\n  AttachFile(item: \"satisfaction\", path: \"nix.pdf\"),\n]", &["nix.pdf", "找不到"]);
    desk.run(&["apply", "a.jiping", "nix.ron"]).exits(2).complains(&["nix.ron", "找不到"]);
    fs::write(desk.path("edits.ron"), [0xff, 0xfe]).unwrap();
    desk.run(&["apply", "a.jiping", "edits.ron"]).exits(2).complains(&["UTF-8"]);
}

#[test]
fn apply_can_write_elsewhere() {
    let desk = Desk::new();
    desk.evaluation("a.jiping");
    let before = fs::read(desk.path("a.jiping")).unwrap();
    desk.write("edits.ron", "[SetProject(field: Year, text: \"2020\")]");
    let written = desk.run(&["apply", "a.jiping", "edits.ron", "-o", "b.jiping", "--json"]).exits(0).json();
    assert_eq!(written["edits"], 1);
    assert_eq!(fs::read(desk.path("a.jiping")).unwrap(), before);
    let card = desk.score("b.jiping");
    assert_eq!(card["year"], "2020");
    assert_eq!(card["digest"], written["digest"]);
}

/// A newer version of the table: 满意度 has other points, one indicator is gone, one is new.
#[test]
fn migrate_moves_an_evaluation_to_another_template_and_leaves_the_old_file_alone() {
    let desk = Desk::new();
    let sheet = |version: &str, nodes: &str| {
        format!(
            "(format: 1, id: \"t\", version: \"{version}\", title: \"表\", points: \"100\", \
             grades: [(name: \"优\", from: \"90\"), (name: \"差\", from: \"0\")], nodes: [{nodes}])"
        )
    };
    let free = |id: &str, points: &str| {
        format!(
            "Indicator(id: \"{id}\", name: \"{id}\", points: \"{points}\", standard: \"酌定\", \
             rule: (award: Free(step: \"1\"))),"
        )
    };
    desk.write("one.ron", &sheet("1", &[free("a", "50"), free("b", "30"), free("gone", "20")].concat()));
    desk.write("two.ron", &sheet("2", &[free("a", "50"), free("b", "40"), free("new", "10")].concat()));
    desk.run(&["new", "one.ron", "-o", "old.jiping"]).exits(0);
    desk.write(
        "edits.ron",
        r#"[
            SetInputs(item: "a", inputs: [("points", Some(Number("45")))]),
            SetInputs(item: "b", inputs: [("points", Some(Number("25")))]),
            SetReason(item: "gone", text: "维修不及时"),
        ]"#,
    );
    desk.run(&["apply", "old.jiping", "edits.ron"]).exits(0);
    let before = fs::read(desk.path("old.jiping")).unwrap();
    let to = ["migrate", "old.jiping", "--to", "two.ron", "-o", "new.jiping"];
    desk.run(&to).exits(1).says(&[
        "分值 30 → 40",
        "维修不及时",
        "原样带入 1 项，请确认 1 项，未带入 1 项，新增 1 项",
    ]);
    assert_eq!(fs::read(desk.path("old.jiping")).unwrap(), before);
    let card = desk.score("new.jiping");
    assert_eq!((card["total"].as_str(), card["template"]["version"].as_str()), (Some("70.00"), Some("2")));
    desk.run(&to).exits(2).complains(&["new.jiping"]);
    let told =
        desk.run(&["migrate", "old.jiping", "--to", "two.ron", "-o", "c.jiping", "--json"]).exits(1).json();
    assert_eq!(told["asked"][0]["id"], "b");
    assert_eq!(told["dropped"][0]["words"][0], "扣分原因及改进措施 维修不及时");
    assert_eq!(told["added"][0]["id"], "new");
    // To the very same template: nothing to look at.
    desk.run(&["migrate", "old.jiping", "--to", "one.ron", "-o", "same.jiping"]).exits(0);
    assert_eq!(desk.score("same.jiping")["total"], desk.score("old.jiping")["total"]);
}

#[test]
fn new_takes_a_shipped_template_or_a_file_and_overwrites_nothing() {
    let desk = Desk::new();
    desk.evaluation("a.jiping");
    desk.run(&["new", TABLE, "-o", "a.jiping"]).exits(2).complains(&["a.jiping", "已经存在", "--force"]);
    desk.run(&["new", TABLE, "-o", "a.jiping", "--force"]).exits(0);
    assert!(desk.path("a.jiping.bak").exists());
    desk.run(&["new", "nix", "-o", "b.jiping"]).exits(2).complains(&["“nix”", TABLE]);
    desk.run(&["new", "nix.ron", "-o", "b.jiping"]).exits(2).complains(&["nix.ron", "找不到"]);
    desk.write("cut.ron", "(format: 1");
    desk.run(&["new", "cut.ron", "-o", "b.jiping"]).exits(2).complains(&["cut.ron:1:", "第 1 行"]);
    let english = desk.run(&["new", "cut.ron", "-o", "b.jiping", "--lang", "en"]).exits(2);
    english.complains(&["cut.ron:1:", "Line 1"]);
    desk.run(&["new", TABLE, "-o", "nowhere/b.jiping"]).exits(2).complains(&["nowhere", "不存在"]);
    let text = include_str!("../scoring_templates/decision-management-performance.ron");
    desk.write("own.ron", text);
    desk.run(&["new", "own.ron", "-o", "own.jiping"]).exits(0);
    assert_eq!(desk.score("own.jiping")["template"]["id"], TABLE);
    desk.write("own.ron", &text.replacen("points: \"100\"", "points: \"99\"", 1));
    desk.run(&["new", "own.ron", "-o", "c.jiping"]).exits(2).complains(&["own.ron:5:7", "20+25+55", "99"]);
    assert!(!desk.path("c.jiping").exists());
}

#[test]
fn template_check_names_every_problem() {
    let desk = Desk::new();
    let text = include_str!("../scoring_templates/decision-management-performance.ron");
    desk.write("t.ron", text);
    desk.run(&["template", "check", "t.ron"]).exits(0).says(&["警告", "到位时效", "0 处错误"]);
    desk.run(&["template", "check", "t.ron", "--strict"]).exits(1);
    let wrong = text.replacen("points: \"100\"", "points: \"99\"", 1).replacen(
        "from: \"0.6\", to: \"0.8\"",
        "from: \"0.6\", to: \"0.7\"",
        1,
    );
    desk.write("t.ron", &wrong);
    desk.run(&["template", "check", "t.ron"]).exits(1).says(&[
        "t.ron:5:7",
        "2 处错误",
        "项目绩效 › 项目效果 › 社会效益",
        "请把 to 改为 0.8",
    ]);
    let report = desk.run(&["template", "check", "t.ron", "--json"]).exits(1).json();
    assert_eq!((&report["errors"], &report["warnings"]), (&2.into(), &1.into()));
    let problem = &report["problems"][0];
    assert_eq!(
        (&problem["severity"], &problem["line"], &problem["column"]),
        (&"error".into(), &5.into(), &7.into())
    );
    assert!(problem["message"].is_string() && problem["hint"].is_string());
    desk.write("t.ron", "(format: 1,\n  id: 3)");
    desk.run(&["template", "check", "t.ron"]).exits(1).says(&["t.ron:2:7", "引号"]);
    let report = desk.run(&["template", "check", "t.ron", "--json"]).exits(1).json();
    assert_eq!(report["template"], Value::Null);
    desk.run(&["template", "check", "nix.ron"]).exits(2).complains(&["nix.ron"]);
    desk.run(&["template", "check", "."]).exits(2);
}

#[test]
fn template_list_knows_the_shipped_ones() {
    let desk = Desk::new();
    desk.run(&["template", "list"]).exits(0).says(&[TABLE, "100", "21"]);
    let list = desk.run(&["template", "list", "--json"]).exits(0).json();
    assert!(list["templates"].as_array().unwrap().iter().any(|template| template["id"] == TABLE));
}

#[test]
fn template_list_knows_the_users_own_and_names_what_cannot_be_used() {
    let desk = Desk::new();
    let folder = desk.path("data/templates");
    std::fs::create_dir_all(&folder).unwrap();
    let own = "(format: 1, id: \"ours\", version: \"1\", title: \"我局评分表\", points: \"5\", nodes: [Indicator(id: \
               \"i\", name: \"甲\", points: \"5\", rule: (award: Free(step: \"0.5\")))])";
    std::fs::write(folder.join("ours.ron"), own).unwrap();
    std::fs::write(
        folder.join("draft.ron"),
        own.replace("ours", "draft").replace("\"5\", nodes", "\"6\", nodes"),
    )
    .unwrap();
    std::fs::write(folder.join("broken.ron"), "(format: 1").unwrap();
    let listed = desk.run(&["template", "list"]).exits(0);
    listed.says(&[TABLE, "ours", "我局评分表"]);
    let list = desk.run(&["template", "list", "--json"]).exits(0).json();
    let templates = list["templates"].as_array().unwrap();
    let ours = templates.iter().find(|template| template["id"] == "ours").unwrap();
    assert!(ours["file"].as_str().unwrap().ends_with("ours.ron"));
    let shipped = templates.iter().find(|template| template["id"] == TABLE).unwrap();
    assert!(shipped["file"].is_null());
    let notes = desk.run(&["template", "list"]).exits(0).err();
    assert!(notes.contains("broken.ron") && notes.contains("draft.ron"), "{notes}");
    assert!(notes.contains("第 1 行第 "), "the place of what is wrong: {notes}");
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let desk = Desk::new();
    let commands: [&[&str]; 8] = [
        &[],
        &["new"],
        &["apply"],
        &["score"],
        &["print"],
        &["template"],
        &["template", "check"],
        &["template", "list"],
    ];
    for command in commands {
        let chinese = [command, &["--help"]].concat();
        desk.run(&chinese).exits(0).says(&["用法", "--json", "--lang"]);
        let english = [command, &["--help", "--lang", "en"]].concat();
        desk.run(&english).exits(0).says(&["Usage", "--json"]);
    }
    desk.run(&["--version"]).exits(0).says(&[env!("CARGO_PKG_VERSION"), "评价文件格式 1", "评分模板格式 1"]);
}

#[test]
fn arguments_that_make_no_sense() {
    let desk = Desk::new();
    desk.run(&["score"]).exits(2).complains(&["缺少参数", "<FILE>", "--help"]);
    desk.run(&["score", "--lang", "en"]).exits(2).complains(&["Missing", "<FILE>"]);
    desk.run(&["--bogus"]).exits(2).complains(&["“--bogus”"]);
    desk.run(&["print", "a.jiping", "-o", "b.pdf", "--sheet", "all2"])
        .exits(2)
        .complains(&["all2", "deductions"]);
    desk.run(&["template"]).exits(2);
    desk.run(&["--json"]).exits(2);
    let error = desk.run(&["score", "--json"]).exits(2).error();
    assert_eq!(error["error"]["key"], "cli-missing-argument");
}

#[test]
fn files_that_are_no_evaluations() {
    let desk = Desk::new();
    desk.write("text.jiping", "hello");
    desk.evaluation("a.jiping");
    let whole = fs::read(desk.path("a.jiping")).unwrap();
    fs::write(desk.path("cut.jiping"), &whole[..whole.len() / 2]).unwrap();
    for (name, word) in [("nix.jiping", "找不到"), ("text.jiping", "不是评价文件"), ("cut.jiping", "不完整")]
    {
        for command in [&["score", name][..], &["print", name, "-o", "x.pdf"]] {
            desk.run(command).exits(2).complains(&[name, word]);
        }
    }
    assert!(!desk.path("x.pdf").exists());
    desk.run(&["print", "a.jiping", "-o", "nowhere/x.pdf"]).exits(2).complains(&["x.pdf"]);
}

const LEDGERS: &str = r#"(format: 1, id: "cameras", version: "1", title: "考核表", points: "10",
  grades: [(name: "优", from: "8"), (name: "良", from: "0")],
  nodes: [Indicator(id: "faults", name: "设备完好", points: "10", standard: "", rule: (
    award: Full, deductions: [Ledger(id: "rows", label: "台账扣分")], floor: "0",
    ledger: Some(kinds: [(id: "broken", label: "设备故障", unit: "处", worth: Each("1"))]),
  ))])"#;

#[test]
fn a_ledger_is_filled_scored_and_printed_month_by_month() {
    let desk = Desk::new();
    desk.write("cameras.ron", LEDGERS);
    desk.run(&["new", "cameras.ron", "-o", "a.jiping"]).exits(0);
    let rows = r#"[AddLedgerRows(item: "faults", at: None, rows: [
        (kind: "broken", count: "2"), (kind: "broken", count: "-2")])]"#;
    desk.write("wrong.ron", rows);
    let wrong = ["apply", "a.jiping", "wrong.ron"];
    desk.run(&wrong).exits(2).complains(&["第 1 条", "第 2 行", "-2 不在"]);
    desk.write(
        "edits.ron",
        r#"[AddLedgerRows(item: "faults", at: None, rows: [
            (date: "2020-03-05", object: "东门", kind: "broken", count: "2"),
            (date: "2020年4月1日", object: "西门", kind: "broken", count: "1"),
            (date: "2020-03-09", object: "南门", kind: "broken", count: "5", exempt: Some("市电中断")),
        ])]"#,
    );
    desk.run(&["apply", "a.jiping", "edits.ron"]).exits(0);
    assert_eq!(desk.score("a.jiping")["total"], "7.00");
    let text = |name: &str| {
        let output =
            Command::new("pdftotext").args(["-raw", name, "-"]).current_dir(desk.folder.path()).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>()
    };
    let all = desk.run(&["print", "a.jiping", "--ledger", "-o", "all.pdf", "--json"]).exits(0).json();
    assert_eq!(all["pages"], 2);
    let march =
        ["print", "a.jiping", "--ledger", "设备完好", "--month", "2020-03", "-o", "march.pdf", "--json"];
    assert_eq!(desk.run(&march).exits(0).json()["pages"], 1);
    // What reads PDFs is no program of Windows: what stands in them is looked at elsewhere.
    if cfg!(windows) {
        return;
    }
    assert!(text("all.pdf").contains("西门"));
    let march = text("march.pdf");
    assert!(march.contains("东门") && march.contains("免责：市电中断") && !march.contains("西门"), "{march}");
    desk.run(&["print", "a.jiping", "--ledger", "none", "-o", "b.pdf"]).exits(2);
    desk.run(&["print", "a.jiping", "--ledger", "--month", "三月", "-o", "b.pdf"]).exits(2);
    desk.run(&["print", "a.jiping", "--month", "2020-03", "-o", "b.pdf"]).exits(2);
    desk.evaluation("plain.jiping");
    desk.run(&["print", "plain.jiping", "--ledger", "-o", "b.pdf"]).exits(2);
    assert!(!desk.path("b.pdf").exists());
}

const PASTED: &str = "评分表\n一级指标\t二级指标\t分值\t评分标准\n\
    管理\t制度\t30\t\"健全（10分）\n执行（20分）\"\n产出\t数量\t70\t按完成率计算得分\n合计\t\t100\t\n";

#[test]
fn a_table_becomes_a_template_that_can_be_used() {
    let desk = Desk::new();
    desk.write("表.tsv", PASTED);
    desk.run(&["template", "import", "表.tsv", "-o", "t.ron"]).exits(0).says(&["采用 5", "识别出规则 2 项"]);
    desk.run(&["template", "check", "t.ron", "--strict"]).exits(0);
    desk.run(&["new", "t.ron", "-o", "a.jiping"]).exits(0);
    desk.run(&["template", "import", "表.tsv", "-o", "t.ron"]).exits(2).complains(&["已经存在", "--force"]);
    desk.run(&["template", "import", "表.tsv", "-o", "t.ron", "--force"]).exits(0);
}

/// Headings of nobody's, and a column that is not understood.
const FOREIGN: &str = "检查情况\n事项\t份额\t怎样算\t折算\n台账\t60\t每缺一项扣5分，扣完为止\t0.8\n现场\t40\t按完成率计算得分\t1";

#[test]
fn columns_are_listed_and_corrected() {
    let desk = Desk::new();
    desk.write("表.tsv", FOREIGN);
    let import = |more: &[&str]| {
        let mut args = vec!["template", "import", "表.tsv", "-o", "t.ron", "--force", "--json"];
        args.extend(more);
        desk.run(&args)
    };
    import(&[]).exits(2).complains(&["没有找到表头"]);
    let corrected =
        ["--heading", "2", "--column", "A=level", "--column", "份额=points", "--column", "C=standard"];
    let found = import(&corrected).exits(0).json();
    assert_eq!(found["columns"][1]["role"], "指标分值");
    assert_eq!(found["columns"][3]["role"], "不采用", "what nobody said is not taken");
    let unknown = import(&[&corrected[..], &["--column", "D=unknown", "--as", "self-evaluation"]].concat())
        .exits(1)
        .json();
    assert!(unknown["findings"][0]["message"].as_str().unwrap().contains("折算"));
    let made = std::fs::read_to_string(desk.folder.path().join("t.ron")).unwrap();
    assert!(made.contains("form: SelfEvaluation"));
    import(&["--heading", "9"]).exits(2).complains(&["没有第 9 行"]);
    import(&["--heading", "2", "--column", "Z=points"]).exits(2).complains(&["没有“Z”这一列"]);
    import(&["--heading", "2", "--column", "A=斤两"]).exits(2).complains(&["F=standard"]);
}

#[test]
fn a_filled_in_table_becomes_an_evaluation_and_is_audited() {
    let desk = Desk::new();
    let table = "一级指标\t分值\t评分标准\t实际完成值\t得分\t扣分原因\n\
        台账\t60\t台账完整（30分）、及时更新（30分）\t\t30\t没有更新\n满意度\t40\t按满意率计算得分\t95%\t40\t\n合计\t100\t\t\t70\t";
    desk.write("上年.tsv", table);
    let import = |more: &[&str]| {
        let all = ["template", "import", "上年.tsv", "-o", "t.ron", "--scores", "e.jiping", "--force"];
        desk.run(&[&all, more].concat())
    };
    let said = import(&[]).exits(1);
    said.says(&[
        "与规则一致 0 项",
        "“满意度”：原表 40 分，按规则 38 分",
        "“台账”：原表 30 分",
        "评价已写入 e.jiping",
    ]);
    let json = import(&["--json"]).exits(1).json();
    let items = &json["scores"]["items"];
    assert_eq!((&items[1]["stated"], &items[1]["by_rule"]), (&"40".into(), &"38".into()));
    assert_eq!((&items[1]["verdict"], &items[1]["kept"]), (&"differs".into(), &Value::Null));
    assert_eq!(json["scores"]["total"], "68.00", "the rule counts where nobody gave a reason");
    assert!(json["notes"].as_array().unwrap().iter().all(|note| note["key"] != "import-note-scores"));
    let kept = ["--keep", "满意度=按调查报告认定", "--keep", "台账=更新一项没有做", "--json"];
    let kept = import(&kept).exits(0).json();
    assert_eq!(
        (&kept["scores"]["total"], &kept["scores"]["items"][1]["kept"]),
        (&"70.00".into(), &"按调查报告认定".into())
    );
    let card = desk.score("e.jiping");
    assert_eq!(card["total"], "70.00");
    assert_eq!(item(&card, "n1")["reason"], "没有更新");
    import(&["--keep", "满意度"]).exits(2).complains(&["满意度=按调查报告认定"]);
    import(&["--keep", "没有=理由"]).exits(2).complains(&["没有=理由"]);
    desk.write("空.tsv", "一级指标\t分值\t评分标准\t得分\n台账\t100\t酌情评分\t");
    let blank = ["template", "import", "空.tsv", "-o", "u.ron", "--scores", "u.jiping"];
    desk.run(&blank).exits(2).complains(&["没有填写得分", "不用 --scores"]);
}

#[test]
fn what_a_table_leaves_open_is_listed() {
    let desk = Desk::new();
    desk.write(
        "表.tsv",
        &PASTED.replace("按完成率计算得分", "见办法第3条").replace("合计", "另\t无\t\t\n合计"),
    );
    let listed = desk.run(&["template", "import", "表.tsv", "-o", "t.ron"]).exits(1);
    listed.says(&["第 4 行", "未采用", "没有分值", "手工评分", "见办法第3条"]);
    let json = desk.run(&["template", "import", "表.tsv", "-o", "u.ron", "--json"]).exits(1).json();
    assert_eq!((json["rows_taken"].as_u64(), json["rows_refused"].as_u64()), (Some(5), Some(1)));
    assert_eq!(json["items"][1]["form"], Value::Null);
    assert_eq!(json["items"][0]["form"], "要点累加");
    desk.run(&["template", "import", "没有.xlsx", "-o", "v.ron"]).exits(2);
    desk.write("不是.xlsx", "PK 不是表格");
    desk.run(&["template", "import", "不是.xlsx", "-o", "v.ron"])
        .exits(2)
        .complains(&["不是可读的表格", ".xlsx"]);
}
