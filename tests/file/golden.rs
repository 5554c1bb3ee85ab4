//! Files of every format as they were first written (tests/golden): each opens for ever, and nothing of it is lost.

use super::support::Bench;
use jiping::evaluation::Applicability;
use jiping::file::{DraftKind, Leftover, Opened, Places, Progress, Recent, Recovery, open, read_template};
use jiping::scoring::score;
use std::fs;
use std::path::{Path, PathBuf};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// Opened without a finding, and the same after it was saved by this program.
fn opened(name: &str) -> Opened {
    let mut bench = Bench::new();
    fs::copy(golden(name), &bench.path).unwrap();
    let opened = open(&bench.path, &bench.places, &Progress::new()).unwrap();
    assert_eq!(opened.findings, vec![], "{name}");
    bench.template = opened.template.clone();
    bench.evaluation = opened.evaluation.clone();
    bench.journal = opened.journal.clone();
    bench.store = opened.store.clone();
    bench.save().unwrap();
    let again = bench.open().unwrap();
    assert_eq!((&again.evaluation, &again.template), (&opened.evaluation, &opened.template), "{name}");
    assert_eq!((again.journal, again.findings), (opened.journal.clone(), vec![]), "{name}");
    opened
}

#[test]
fn an_evaluation_of_format_1() {
    let Opened { template, evaluation, journal, store, .. } = opened("evaluation-1.jiping");
    assert_eq!(evaluation.project.name, "视频监控租用");
    assert_eq!(evaluation.project.remark, "两行\n备注，生僻字𠮷");
    assert_eq!(evaluation.project.signatories.len(), 2);
    assert_eq!(evaluation.funds.lines.len(), 2);
    let entry = |item: &str| evaluation.items.get(item).unwrap();
    assert_eq!(entry("satisfaction").overriding.as_ref().unwrap().reason, "样本偏少，集体研究");
    assert!(matches!(entry("environmental-benefit").applicability, Applicability::NotApplicable { .. }));
    let card = score(&template, &evaluation);
    assert_eq!((card.total.to_string().as_str(), card.provisional), ("29.82", true));
    let evidence = &evaluation.evidence[0];
    let place = store.export(evidence, &Progress::new()).unwrap();
    assert_eq!(fs::read(place).unwrap(), fs::read(golden("attachment.txt")).unwrap());
    assert_eq!(journal.entries.len(), 35);
}

#[test]
fn a_ledger_of_format_1() {
    let Opened { template, evaluation, .. } = opened("evaluation-1-ledger.jiping");
    let ledger = &evaluation.items.get("faults").unwrap().ledger;
    assert_eq!((ledger.len(), ledger[1].date.as_str()), (4, "2020-02-12"));
    assert_eq!(score(&template, &evaluation).total.to_string(), "47.9");
}

#[test]
fn a_template_of_format_1() {
    let file = read_template(&golden("template-1.ron")).unwrap();
    assert!(file.is_sound(), "{:?}", file.problems);
    let template = &file.text.template;
    assert_eq!(
        (template.id.as_ref(), template.indicators().count()),
        ("decision-management-performance", 21)
    );
}

/// What a session that crashed left, which had this record.
fn leftover(record: &str) -> (tempfile::TempDir, Places, Leftover) {
    let data = tempfile::tempdir().unwrap();
    let places = Places::at(data.path());
    let session = data.path().join("sessions/1-1-0");
    fs::create_dir_all(&session).unwrap();
    fs::copy(golden(record), session.join("edits.ron")).unwrap();
    let leftover = Recovery::leftovers(&places).pop().unwrap();
    (data, places, leftover)
}

#[test]
fn a_record_of_edits_of_format_1() {
    let (_data, places, leftover) = leftover("record-1.ron");
    assert_eq!((leftover.title.as_str(), leftover.kind, leftover.edits), ("未保存的项目", None, 4));
    let restored = leftover.restore(&places, &Progress::new()).unwrap();
    assert_eq!((restored.applied, restored.skipped, restored.torn), (4, 0, false));
    assert_eq!(restored.opened.evaluation.project.name, "未保存的项目");
    assert_eq!(restored.opened.evaluation.project.year, "2020");
}

#[test]
fn drafts_of_format_2() {
    for (record, kind, title) in [
        ("draft-2-template.ron", DraftKind::Template, "我局评分表"),
        ("draft-2-import.ron", DraftKind::Import, "项目支出绩效自评指标评分表"),
    ] {
        let (_data, _places, leftover) = leftover(record);
        assert_eq!((leftover.kind, leftover.title.as_str()), (Some(kind), title), "{record}");
        let draft = leftover.draft().unwrap();
        assert!(!draft.text.is_empty() && draft.edits > 0, "{record}");
    }
}

#[test]
fn the_list_of_recent_files() {
    let data = tempfile::tempdir().unwrap();
    fs::copy(golden("recent.ron"), data.path().join("recent.ron")).unwrap();
    let recent = Recent::load(&Places::at(data.path()));
    let titles: Vec<&str> = recent.files().iter().map(|file| file.title.as_str()).collect();
    assert_eq!(titles, ["视频监控租用", "监控运维考核"]);
    assert_eq!(recent.files()[0].total.as_deref(), Some("29.82"));
}
