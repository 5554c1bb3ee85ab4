//! The command line from outside: the real program, its answers, its exit codes, its files.
#![cfg(test)]

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
        let output = Command::new(env!("CARGO_BIN_EXE_jiping"))
            .args(args)
            .current_dir(self.folder.path())
            .env("JIPING_DATA", self.path("data"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
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
    assert_eq!(satisfaction["derivation"], "8 × 95.00% = 7.60");
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
    desk.run(&["--version"]).exits(0).says(&[env!("CARGO_PKG_VERSION")]);
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

// ---- The samples. ----

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples")
}

fn shipped(id: &str) -> jiping::file::Opened {
    let sample = jiping::samples::SAMPLES.iter().find(|sample| sample.id == id).unwrap();
    let (places, progress) = (jiping::file::Places::at(std::env::temp_dir()), jiping::file::Progress::new());
    let opened = jiping::file::open_bytes(id, sample.bytes, &places, &progress).unwrap();
    assert_eq!(opened.findings, []);
    opened
}

/// The sample made again from its list of edits, by the program itself.
fn made_again(desk: &Desk, id: &str) -> Value {
    let name = format!("{id}.jiping");
    let template = jiping::samples::SAMPLES.iter().find(|sample| sample.id == id).unwrap().template;
    desk.run(&["new", template, "-o", &name]).exits(0);
    let edits = samples().join(format!("{id}.edits.ron"));
    desk.run(&["apply", &name, edits.to_str().unwrap()]).exits(0);
    let places = jiping::file::Places::at(desk.path("data"));
    let made = jiping::file::open(&desk.path(&name), &places, &jiping::file::Progress::new()).unwrap();
    let shipped = shipped(id);
    assert_eq!(shipped.template, made.template, "{id}: make the sample again (see the head of its edits)");
    assert_eq!(
        shipped.evaluation, made.evaluation,
        "{id}: make the sample again (see the head of its edits)"
    );
    desk.score(&name)
}

#[test]
fn the_sample_scores_99_60_by_its_own_rules() {
    let card = made_again(&Desk::new(), "camera-lease");
    assert_eq!((&card["total"], &card["deductions"]), (&"99.60".into(), &"0.40".into()));
    assert_eq!((&card["grade"], &card["provisional"]), (&"优".into(), &false.into()));
    for item in card["items"].as_array().unwrap() {
        let expected = if item["id"] == "satisfaction" { "7.60".into() } else { item["points"].clone() };
        assert_eq!(item["score"], expected, "{}", item["name"]);
    }
    let satisfaction = item(&card, "satisfaction");
    let remark = satisfaction["remark"].as_str().unwrap();
    assert!(remark.contains("8 分") && remark.contains("100 分"), "{remark}");
    assert!(satisfaction["reason"].as_str().unwrap().contains("0.40"));
    let sections: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["score"].clone()).collect();
    assert_eq!(sections, ["20.00", "25.00", "54.60"]);
    let findings: Vec<_> = card["findings"].as_array().unwrap().iter().map(|f| f["item"].clone()).collect();
    assert_eq!(
        findings,
        ["output-cost", "economic-benefit", "environmental-benefit"],
        "no data in the report"
    );
}

#[test]
fn the_second_sample_enters_the_claim_as_an_override() {
    let card = made_again(&Desk::new(), "camera-lease-claimed");
    assert_eq!((&card["total"], &card["deductions"]), (&"100.00".into(), &"0.00".into()));
    let satisfaction = item(&card, "satisfaction");
    assert_eq!((&satisfaction["score"], &satisfaction["computed"]), (&"8.00".into(), &"7.60".into()));
    assert!(!satisfaction["override_reason"].as_str().unwrap().is_empty());
    let ids: Vec<_> = card["findings"].as_array().unwrap().iter().map(|f| f["id"].clone()).collect();
    assert!(ids.contains(&"C60".into()) && ids.contains(&"C61".into()), "flagged: {ids:?}");
}

fn states(card: &Value, state: &str) -> Vec<String> {
    let items = card["items"].as_array().unwrap().iter().filter(|item| item["state"] == state);
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

fn findings(card: &Value, id: &str) -> Vec<Value> {
    let findings = card["findings"].as_array().unwrap().iter().filter(|finding| finding["id"] == id);
    findings.map(|finding| finding["item"].clone()).collect()
}

/// 7,741,273.50 of 8,127,600 yuan: 95.25 %, 9.52 of 10. What else the report says has no numbers.
#[test]
fn the_information_systems_score_what_the_report_has_numbers_for() {
    let card = made_again(&Desk::new(), "information-systems");
    assert_eq!(item(&card, "execution")["score"], "9.52");
    assert_eq!(item(&card, "cost")["score"], "10.00", "774.13 of 812.76");
    assert_eq!(
        (&card["total"], &card["pending"], &card["provisional"]),
        (&"19.52".into(), &"80.00".into(), &true.into())
    );
    assert_eq!(
        states(&card, "no_information"),
        ["systems", "operation", "progress", "support", "availability", "users"]
    );
    assert_eq!(
        findings(&card, "C37"),
        ["execution"],
        "386,326.50 yuan are left, and the report says not why"
    );
}

/// 100 % of what was allotted is 25.68 % of what the contract asks for.
#[test]
fn the_sky_net_is_paid_in_full_and_by_a_quarter() {
    let card = made_again(&Desk::new(), "sky-net-operation");
    assert_eq!(item(&card, "execution")["score"], "10.00");
    assert_eq!(item(&card, "cost")["score"], "2.57", "100 ÷ 389.4 × 10");
    assert_eq!((&card["total"], &card["pending"]), (&"12.57".into(), &"80.00".into()));
    assert_eq!(states(&card, "no_information").len(), 6);
    assert_eq!(findings(&card, "C50").len(), 1, "nobody signed the report");
}

#[test]
fn smart_policing_is_83_without_a_reason_for_17() {
    let card = made_again(&Desk::new(), "smart-policing");
    assert_eq!(
        (&card["total"], &card["deductions"], &card["grade"]),
        (&"83.00".into(), &"17.00".into(), &"良".into())
    );
    let scores: Vec<_> = card["sections"].as_array().unwrap().iter().map(|s| s["score"].clone()).collect();
    assert_eq!(scores, ["15.00", "36.00", "32.00"]);
    assert_eq!(findings(&card, "C37"), ["process-score", "output-score", "effect-score"]);
}

/// Five projects, each compared with its targets: no points, no grade, and no bound taken for a measurement.
#[test]
fn five_projects_are_compared_and_not_scored() {
    let desk = Desk::new();
    for (id, amount, cost, indicators) in [
        ("camera-network", "319.67", "319.67万元", 8),
        ("video-platform", "127", "127万元", 7),
        ("detention-security", "74.5", "74.5万元", 7),
        ("camera-service", "11.9", "11.9万元", 8),
        ("fibre-network", "26.88", "26.88万元", 9),
    ] {
        let card = made_again(&desk, id);
        let opened = shipped(id);
        let funds = &opened.evaluation.funds.lines[0];
        let amount = Some(amount.parse().unwrap());
        assert_eq!((funds.annual_budget, funds.executed), (amount, amount), "{id}");
        assert_eq!(card["items"].as_array().unwrap().len(), indicators, "{id}");
        assert_eq!((&card["points"], &card["grade"]), (&"0.00".into(), &Value::Null), "{id}");
        let entry = opened.evaluation.item("cost").unwrap();
        assert_eq!((entry.text("expected"), entry.text("reached")), (Some(cost), Some(cost)), "{id}");
        let silent = states(&card, "no_information");
        assert!(
            silent.contains(&"satisfied".to_owned()) && silent.contains(&"social".to_owned()),
            "{silent:?}"
        );
        assert_eq!(
            opened.evaluation.item("satisfied").unwrap().text("reached"),
            None,
            "≥80% is no measurement"
        );
        assert_eq!(item(&card, "cost")["score"], Value::Null);
    }
}

#[test]
fn a_bound_as_actual_value_is_refused() {
    let desk = Desk::new();
    made_again(&desk, "camera-network");
    desk.write(
        "bound.ron",
        r#"[SetApplicability(item: "satisfied", to: Applicable), SetInputs(item: "satisfied", inputs: [("reached", Text("≥80%"))])]"#,
    );
    desk.run(&["apply", "camera-network.jiping", "bound.ron"]).exits(0);
    let card = desk.score("camera-network.jiping");
    assert_eq!(item(&card, "satisfied")["state"], "unscored");
    assert_eq!(findings(&card, "C34"), ["satisfied"]);
}

#[test]
fn samples_of_one_template_stand_together() {
    let mut templates: Vec<&str> = jiping::samples::SAMPLES.iter().map(|sample| sample.template).collect();
    templates.dedup();
    let different: std::collections::HashSet<&str> = templates.iter().copied().collect();
    assert_eq!(templates.len(), different.len());
    for sample in jiping::samples::SAMPLES {
        assert_eq!(*shipped(sample.id).template.id, *sample.template, "{}", sample.id);
    }
}

#[test]
fn samples_carry_no_passages_persons_or_numbers_of_telephones() {
    for sample in jiping::samples::SAMPLES {
        let opened = shipped(sample.id);
        // Amounts in 元 have that many digits.
        let evaluation =
            jiping::evaluation::Evaluation { funds: std::sync::Arc::default(), ..opened.evaluation.clone() };
        let text = jiping::evaluation::write(&evaluation).unwrap();
        let mut digits = 0;
        for c in text.chars() {
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            assert!(digits < 7, "a telephone number? {}", sample.id);
        }
        assert!(opened.evaluation.project.signatories.iter().all(|who| who.name.is_empty()));
    }
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
