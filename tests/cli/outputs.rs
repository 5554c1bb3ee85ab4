//! No command writes to anything but its own output, and that only when it is asked for.

use super::{Desk, TABLE};
use std::fs;

/// Whatever stands in the folder, and what is in it.
fn everything(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.path().is_file());
    let mut all: Vec<_> = files
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    all.sort();
    all
}

const EDITS: &str = r#"[SetProject(field: Name, text: "甲")]"#;

#[test]
fn an_output_of_another_kind_is_refused() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("edits.ron", EDITS);
    let before = everything(&desk);
    for args in [
        &["print", "c.jiping", "-o", "c.jiping", "--force"][..],
        &["print", "c.jiping", "-o", "edits.ron", "--force"],
        &["apply", "c.jiping", "edits.ron", "-o", "edits.ron", "--force"],
        &["migrate", "c.jiping", "--to", TABLE, "-o", "c.pdf", "--force"],
        &["new", TABLE, "-o", "c.pdf", "--force"],
        &["template", "import", "edits.ron", "-o", "c.jiping", "--force"],
    ] {
        desk.run(args).exits(2).complains(&["扩展名不对"]);
        assert_eq!(everything(&desk), before, "{args:?}");
    }
}

#[test]
fn a_file_that_is_there_needs_force_and_stays_as_backup() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("edits.ron", EDITS);
    for (name, args) in [
        ("c.pdf", &["print", "c.jiping", "-o", "c.pdf"][..]),
        ("d.jiping", &["apply", "c.jiping", "edits.ron", "-o", "d.jiping"]),
        ("e.jiping", &["migrate", "c.jiping", "--to", TABLE, "-o", "e.jiping"]),
        ("f.jiping", &["new", TABLE, "-o", "f.jiping"]),
    ] {
        desk.write(name, "somebody's");
        let before = everything(&desk);
        desk.run(args).exits(2).complains(&["已经存在", "--force"]);
        assert_eq!(everything(&desk), before, "{args:?}");
        let forced: Vec<&str> = args.iter().copied().chain(["--force"]).collect();
        let ran = desk.run(&forced);
        assert!(matches!(ran.output.status.code(), Some(0 | 1)), "{args:?}: {:?}", ran.output);
        assert_ne!(fs::read(desk.path(name)).unwrap(), b"somebody's");
        assert_eq!(fs::read(desk.path(&format!("{name}.bak"))).unwrap(), b"somebody's", "{name}");
    }
}

#[test]
fn the_evaluation_itself_is_changed_by_apply_alone() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("edits.ron", EDITS);
    let before = everything(&desk);
    desk.run(&["migrate", "c.jiping", "--to", TABLE, "-o", "./c.jiping", "--force"]).exits(2);
    desk.run(&["new", "--from", "c.jiping", "-o", "c.jiping", "--force"]).exits(2);
    assert_eq!(everything(&desk), before);
    desk.run(&["apply", "c.jiping", "edits.ron", "-o", "./c.jiping"]).exits(0);
    assert_eq!(desk.score("c.jiping")["project"], "甲");
}

/// The command has ended: nothing is kept in it.
#[test]
fn what_is_said_of_a_failed_output_is_true_of_a_command() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    for output in ["none/c.pdf", "con.pdf", "a?b.pdf"] {
        let ran = desk.run(&["print", "c.jiping", "-o", output]).exits(2);
        let said = String::from_utf8_lossy(&ran.output.stderr).into_owned();
        assert!(!said.contains("本程序中") && !said.contains("窗口"), "{said}");
    }
}

/// A command that is killed leaves its session; the next one clears it away.
#[test]
fn what_killed_commands_left_is_cleared_by_the_next_one() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("附件.txt", "attachment");
    desk.write("edits.ron", r#"[AttachFile(item: "goal-content", path: "附件.txt")]"#);
    let sessions = desk.path("data/sessions");
    fs::create_dir_all(sessions.join("1-1-0/evidence")).unwrap();
    fs::write(sessions.join("1-1-0.alive"), "").unwrap();
    fs::create_dir_all(sessions.join("2-2-0")).unwrap();
    fs::write(sessions.join("2-2-0/edits.ron"), "unsaved work").unwrap();
    desk.run(&["apply", "c.jiping", "edits.ron"]).exits(0);
    let mut left: Vec<_> = fs::read_dir(&sessions).unwrap().map(|it| it.unwrap().file_name()).collect();
    left.retain(|name| !name.to_string_lossy().ends_with(".alive"));
    assert_eq!(left, ["2-2-0"], "unsaved work stays");
}

#[cfg(unix)]
#[test]
fn another_name_of_the_evaluation_is_told_of() {
    let desk = Desk::new();
    desk.evaluation("c.jiping");
    desk.write("edits.ron", EDITS);
    fs::hard_link(desk.path("c.jiping"), desk.path("同一个.jiping")).unwrap();
    desk.run(&["apply", "c.jiping", "edits.ron"]).complains(&["另一个名字"]);
}

/// Also where the system brings no table of zones (Windows): UTC on paper is yesterday's date before eight.
#[test]
fn papers_carry_the_time_of_the_place() {
    let desk = Desk::new();
    desk.evaluation("评价.jiping");
    desk.run_with(&["print", "评价.jiping", "-o", "评分表.pdf"], &[("TZ", "Asia/Shanghai")]).exits(0);
    let pdf = fs::read(desk.path("评分表.pdf")).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    let created = text.split_once("<xmp:CreateDate>").and_then(|(_, rest)| rest.split_once('<')).unwrap().0;
    assert!(created.ends_with("+08:00"), "{created}");
}

/// What never ends is not read, and what nobody writes to is not waited for.
#[cfg(unix)]
#[test]
fn devices_and_pipes_are_not_read() {
    let desk = Desk::new();
    desk.evaluation("评价.jiping");
    let pipe = desk.path("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let before = fs::read(desk.path("评价.jiping")).unwrap();
    for source in ["/dev/zero", pipe.to_str().unwrap()] {
        for arguments in [
            &["apply", "评价.jiping", source][..],
            &["new", source, "-o", "新.jiping"],
            &["template", "check", source],
            &["template", "import", source, "-o", "模板.ron"],
            &["score", source],
        ] {
            let ran = desk.run(arguments).exits(2);
            let name = source.rsplit('/').next().unwrap();
            assert!(ran.err().contains(name), "{arguments:?}: {}", ran.err());
        }
    }
    assert_eq!(fs::read(desk.path("评价.jiping")).unwrap(), before);
    assert!(!desk.path("新.jiping").exists() && !desk.path("模板.ron").exists());
}

#[cfg(unix)]
#[test]
fn edits_larger_than_any_are_refused_with_the_limit() {
    let desk = Desk::new();
    desk.evaluation("评价.jiping");
    fs::File::create(desk.path("edits.ron")).unwrap().set_len(65 << 20).unwrap();
    let said = desk.run(&["apply", "评价.jiping", "edits.ron"]).exits(2).err();
    assert!(said.contains("超过 64 MiB"), "{said}");
}

#[test]
fn groups_nested_too_deep_are_refused_in_chinese() {
    let desk = Desk::new();
    let shipped = fs::read_to_string("scoring_templates/self-evaluation.ron").unwrap();
    let (head, _) = shipped.split_once("  nodes: [").unwrap();
    let open: String =
        (0..60).map(|level| format!("Group(id: \"g{level}\", name: \"组\", children: [")).collect();
    let text = format!("{head}  nodes: [{open}{}])", "])".repeat(60));
    desk.write("deep.ron", &text);
    let said = desk.run(&["template", "check", "deep.ron"]).exits(1).out();
    assert!(said.contains("一层套一层太深，最多 160 层括号"), "{said}");
}
