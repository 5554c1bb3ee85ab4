//! What is written where: outputs, names, links, and who may look.

use super::support::Bench;
use jiping::file::{FileError, LONGEST_NAME, NameProblem, Replaced, may_write, save_output};
#[cfg(unix)]
use jiping::file::{Progress, is_same_place, open};
use jiping::text::{Explain as _, Lang};
use std::fs;

fn write(path: &std::path::Path, bytes: &[u8], replaced: Replaced) -> Result<bool, FileError> {
    save_output(path, bytes, replaced, || true)
}

#[test]
fn an_output_replaces_the_old_one_or_leaves_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("评分表.pdf");
    assert!(write(&path, b"old", Replaced::Gone).unwrap());
    assert!(write(&path, b"new", Replaced::Gone).unwrap());
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert!(!save_output(&path, b"unwanted", Replaced::Gone, || false).unwrap());
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    assert!(write(&path, b"newer", Replaced::Kept).unwrap());
    assert_eq!(fs::read(folder.path().join("评分表.pdf.bak")).unwrap(), b"new");
    let error = write(&folder.path().join("none/评分表.pdf"), b"x", Replaced::Gone).unwrap_err();
    assert!(error.message().text(Lang::Chinese).contains("评分表.pdf"), "{error:?}");
}

#[test]
fn a_command_writes_to_its_own_output_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("有.pdf"), "old").unwrap();
    fs::create_dir(at("夹.pdf")).unwrap();
    let refused = |name: &str, force| may_write(&at(name), "pdf", force).unwrap_err();
    assert!(matches!(refused("c.jiping", true), FileError::Extension { extension: "pdf", .. }));
    assert!(matches!(refused("没有扩展名", true), FileError::Extension { .. }));
    assert!(matches!(refused("有.pdf", false), FileError::Exists { .. }));
    assert!(matches!(refused("夹.pdf", true), FileError::IsFolder { .. }));
    assert!(matches!(refused("con.pdf", false), FileError::BadName { problem: NameProblem::Device, .. }));
    assert!(matches!(
        refused("a:b.pdf", false),
        FileError::BadName { problem: NameProblem::Character(':'), .. }
    ));
    #[cfg(target_os = "linux")]
    may_write(&at("有.PDF"), "pdf", false).unwrap();
    may_write(&at("有.pdf"), "pdf", true).unwrap();
    may_write(&at("新.pdf"), "pdf", false).unwrap();
    assert_eq!(fs::read(at("有.pdf")).unwrap(), b"old");
}

#[cfg(unix)]
#[test]
fn links_are_written_through_and_never_replaced() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("真.pdf"), "old").unwrap();
    symlink(at("真.pdf"), at("链接.pdf")).unwrap();
    symlink(at("没有.pdf"), at("断.pdf")).unwrap();
    write(&at("链接.pdf"), b"new", Replaced::Kept).unwrap();
    assert!(at("链接.pdf").is_symlink());
    assert_eq!(fs::read(at("真.pdf")).unwrap(), b"new");
    assert_eq!(fs::read(at("真.pdf.bak")).unwrap(), b"old");
    let error = write(&at("断.pdf"), b"x", Replaced::Gone).unwrap_err();
    assert!(matches!(error, FileError::BrokenLink { .. }), "{error:?}");
    assert!(at("断.pdf").is_symlink() && !at("没有.pdf").exists());
    assert!(is_same_place(&at("链接.pdf"), &at("真.pdf")));
    assert!(!is_same_place(&at("断.pdf"), &at("真.pdf")));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_neither_waited_for_nor_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("管道.pdf");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(may_write(&pipe, "pdf", true), Err(FileError::NotRegular { .. })));
    assert!(matches!(write(&pipe, b"x", Replaced::Gone), Err(FileError::NotRegular { .. })));
    assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn a_name_that_cannot_travel_is_refused_before_anything_is_written() {
    let mut bench = Bench::saved();
    let folder = bench.path.parent().unwrap().to_path_buf();
    let before = fs::read_dir(&folder).unwrap().count();
    let long = format!("{}.jiping", "长".repeat(81));
    assert_eq!(long.len(), 250);
    for name in ["con.jiping", "评价?.jiping", "评价.", &long] {
        bench.path = folder.join(name);
        let error = bench.save().unwrap_err();
        assert!(matches!(error, FileError::BadName { .. }), "{name}: {error:?}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), before);
    // As long as it may be, with its backup.
    bench.path = folder.join(format!("{}.jiping", "长".repeat(80)));
    assert_eq!(bench.path.file_name().unwrap().len(), LONGEST_NAME);
    bench.save().unwrap();
    bench.set_name("再存一次");
    bench.save().unwrap();
    assert!(bench.path.with_added_extension("bak").exists());
}

/// What was called so before is saved all the same.
#[cfg(unix)]
#[test]
fn a_file_that_is_there_keeps_its_name() {
    let mut bench = Bench::saved();
    let odd = bench.path.with_file_name("a:b.jiping");
    fs::rename(&bench.path, &odd).unwrap();
    bench.path = odd;
    let opened = open(&bench.path, &bench.places, &Progress::new()).unwrap();
    bench.store = opened.store;
    bench.set_name("改名");
    bench.save().unwrap();
}

#[cfg(unix)]
#[test]
fn another_name_of_the_file_is_told_of() {
    let mut bench = Bench::saved();
    bench.set_name("第二版");
    assert!(!bench.save().unwrap().had_other_names, "its backup is none");
    fs::hard_link(&bench.path, bench.dir.path().join("另一个名字.jiping")).unwrap();
    bench.set_name("第三版");
    assert!(bench.save().unwrap().had_other_names);
    bench.set_name("第四版");
    assert!(!bench.save().unwrap().had_other_names, "they are two files now");
}

#[cfg(unix)]
#[test]
fn the_programs_own_files_are_nobody_elses_business() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut bench = Bench::saved();
    bench.attach(3, "照片.bin", b"picture");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut waiting = vec![bench.places.data.join("sessions")];
    let mut seen = 0;
    while let Some(path) = waiting.pop() {
        seen += 1;
        match path.is_dir() {
            true => {
                assert_eq!(mode(&path) & 0o077, 0, "{path:?}");
                waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            }
            // Within a folder that nobody else enters.
            false => assert_eq!(mode(path.parent().unwrap()) & 0o077, 0, "{path:?}"),
        }
    }
    assert!(seen > 2, "there is a session with evidence");
    let others = fs::File::create(bench.dir.path().join("as-usual")).unwrap();
    let usual = others.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&bench.path), usual, "the evaluation is a file like any other");
}

/// Twenty names that people and programs have come upon: each is one file with its backup, or refused with words.
#[test]
fn odd_names_are_one_file_or_none() {
    let names = [
        " 前面有空格.jiping",
        "中间  两个空格.jiping",
        "-force.jiping",
        "--help.jiping",
        ".jiping",
        "..jiping",
        "评价.jiping.bak",
        "评价.jiping.tmp",
        ".jiping-1-1-0.tmp",
        "100%完成 %20.jiping",
        "$HOME `id` ;&.jiping",
        "单'引号.jiping",
        "#井号 & 和号.jiping",
        "😀🀄.jiping",
        "e\u{301}组合.jiping",
        "é预组.jiping",
        "\u{202e}反向.jiping",
        "零\u{200b}宽.jiping",
        "换\n行.jiping",
        "制\t表.jiping",
        "没有扩展名",
        "引\"号.jiping",
    ];
    for name in names {
        let mut bench = Bench::new();
        bench.set_name("甲");
        bench.path = bench.path.with_file_name(name);
        let folder = bench.path.parent().unwrap().to_path_buf();
        match bench.save() {
            Err(error) => {
                assert!(matches!(error, FileError::BadName { .. }), "{name:?}: {error:?}");
                assert!(error.message().hint(Lang::Chinese).is_some());
                assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "{name:?}");
            }
            Ok(_) => {
                bench.set_name("乙");
                bench.save().unwrap();
                let opened = bench.open().unwrap();
                assert_eq!((&opened.evaluation, opened.findings), (&bench.evaluation, vec![]), "{name:?}");
                assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "{name:?}: it and its backup");
                assert!(bench.backup().exists(), "{name:?}");
            }
        }
    }
}
