//! What a crash leaves is offered again; locks and recent files.

use super::support::{Bench, noise};
use jiping::evaluation::{Edit, ProjectField};
use jiping::file::{
    Action, DocumentLock, Draft, DraftKind, DraftStart, EvidenceStore, FileError, Finding, LockOutcome,
    Places, Progress, Recent, RecentFile, Recovery, Restored, Start,
};
use jiping::text::{Explain as _, Lang};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

fn start_of(bench: &Bench, digest: Option<String>) -> Start {
    Start {
        path: digest.is_some().then(|| bench.path.clone()),
        digest,
        template: bench.template.clone(),
        evaluation: Arc::new(bench.evaluation.clone()),
        journal: bench.journal.clone(),
    }
}

fn record(bench: &mut Bench, recovery: &Recovery, edit: Edit) {
    bench.edit(edit.clone());
    recovery.append(Action::Edit(edit), &Arc::new(bench.evaluation.clone()));
}

fn name(text: &str) -> Edit {
    Edit::SetProject { field: ProjectField::Name, text: text.to_owned() }
}

/// As if the program had ended here: its locks are gone, its files stay.
fn crash(bench: &mut Bench, recovery: Recovery) {
    recovery.flush().unwrap();
    drop(recovery);
    bench.store = EvidenceStore::new(&bench.places);
}

fn restore_only(places: &Places) -> Restored {
    let leftovers = Recovery::leftovers(places);
    assert_eq!(leftovers.len(), 1);
    leftovers[0].restore(places, &Progress::new()).unwrap()
}

#[test]
fn a_crash_before_the_first_save_loses_nothing() {
    let mut bench = Bench::new();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    record(&mut bench, &recovery, name("未保存\n的项目"));
    let source = bench.dir.path().join("单据.bin");
    fs::write(&source, noise(9_000, 2)).unwrap();
    let evidence = bench.attach(1, "单据.bin", &noise(9_000, 2));
    recovery
        .append(Action::Edit(Edit::AttachEvidence(evidence.clone())), &Arc::new(bench.evaluation.clone()));
    crash(&mut bench, recovery);

    let restored = restore_only(&bench.places);
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    assert_eq!((restored.applied, restored.skipped, restored.torn), (2, 0, false));
    assert_eq!((restored.opened.path.clone(), restored.opened.findings.clone()), (None, vec![]));
    assert_eq!(restored.opened.journal.entries.last().unwrap().action, Action::Restored { edits: 2 });
    // It can be saved, and the leftover is still there until it is discarded.
    bench.store = restored.opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
    let leftovers = Recovery::leftovers(&bench.places);
    assert_eq!((leftovers.len(), leftovers[0].edits, leftovers[0].title.as_str()), (1, 2, "未保存\n的项目"));
    leftovers.into_iter().for_each(|leftover| leftover.discard().unwrap());
    assert!(Recovery::leftovers(&bench.places).is_empty());
}

#[test]
fn last_year_survives_a_crash_before_the_first_save() {
    let mut bench = Bench::saved();
    bench.begin_next_year();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    record(&mut bench, &recovery, name("今年"));
    crash(&mut bench, recovery);
    let restored = restore_only(&bench.places);
    assert!(restored.opened.evaluation.last_year.is_some());
    assert_eq!(restored.opened.evaluation, bench.evaluation);
}

#[test]
fn a_crash_after_opening_a_file() {
    let mut bench = Bench::saved();
    let opened = bench.open().unwrap();
    bench.store = opened.store;
    let recovery = Recovery::start(&bench.store, start_of(&bench, Some(opened.digest))).unwrap();
    let before = Arc::new(bench.evaluation.clone());
    record(&mut bench, &recovery, name("一"));
    record(&mut bench, &recovery, name("二"));
    recovery.append(Action::Undo, &before);
    bench.evaluation = (*before).clone();
    record(&mut bench, &recovery, Edit::RemoveEvidence { id: 2 });
    crash(&mut bench, recovery);

    let leftovers = Recovery::leftovers(&bench.places);
    assert_eq!(leftovers[0].path.as_ref(), Some(&bench.path));
    assert_eq!((leftovers[0].title.as_str(), leftovers[0].edits), ("道路改造项目", 4));
    assert!(leftovers[0].last.is_some());
    // Another window that starts meanwhile does not offer it too.
    assert!(Recovery::leftovers(&bench.places).is_empty());
    let restored = leftovers[0].restore(&bench.places, &Progress::new()).unwrap();
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    assert_eq!(restored.opened.findings, vec![]);
    bench.store = restored.opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn a_crash_between_a_save_and_the_note_of_it() {
    let mut bench = Bench::saved();
    let digest = bench.open().unwrap().digest;
    let recovery = Recovery::start(&bench.store, start_of(&bench, Some(digest))).unwrap();
    let evidence = bench.attach(3, "后加.txt", b"later");
    recovery.append(Action::Edit(Edit::AttachEvidence(evidence)), &Arc::new(bench.evaluation.clone()));
    bench.save().unwrap();
    record(&mut bench, &recovery, name("又改"));
    crash(&mut bench, recovery);
    let restored = restore_only(&bench.places);
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    assert_eq!(restored.opened.findings, vec![]);
    // Nobody else changed the file, and nobody is asked about it.
    bench.store = restored.opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn only_the_backup_is_left() {
    let mut bench = Bench::saved();
    let digest = bench.open().unwrap().digest;
    let recovery = Recovery::start(&bench.store, start_of(&bench, Some(digest))).unwrap();
    record(&mut bench, &recovery, name("我"));
    crash(&mut bench, recovery);
    // The worst that a foreign tool could do meanwhile: only the backup is left.
    fs::rename(&bench.path, bench.backup()).unwrap();
    let restored = restore_only(&bench.places);
    assert_eq!((restored.opened.evaluation, restored.opened.findings), (bench.evaluation.clone(), vec![]));
    bench.store = restored.opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn a_file_that_changed_after_the_crash_is_not_overwritten_unasked() {
    let mut bench = Bench::saved();
    let digest = bench.open().unwrap().digest;
    let recovery = Recovery::start(&bench.store, start_of(&bench, Some(digest))).unwrap();
    record(&mut bench, &recovery, name("我"));
    crash(&mut bench, recovery);
    bench.spoil(|members| members.replace_text("evaluation.ron", "道路改造项目", "别人的修改"));
    let restored = restore_only(&bench.places);
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    bench.store = restored.opened.store;
    assert_eq!(bench.save().unwrap_err(), FileError::ChangedOnDisk { path: bench.path.clone() });
}

#[test]
fn a_file_that_vanished_after_the_crash_costs_only_its_evidence() {
    let mut bench = Bench::saved();
    let digest = bench.open().unwrap().digest;
    let recovery = Recovery::start(&bench.store, start_of(&bench, Some(digest))).unwrap();
    record(&mut bench, &recovery, name("我"));
    crash(&mut bench, recovery);
    fs::remove_file(&bench.path).unwrap();
    let restored = restore_only(&bench.places);
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    assert!(matches!(
        restored.opened.findings[..],
        [Finding::EvidenceMissing { id: 1, .. }, Finding::EvidenceMissing { id: 2, .. }]
    ));
    bench.store = restored.opened.store;
    bench.save().unwrap();
}

#[test]
fn a_line_cut_short_is_left_out_and_told() {
    let mut bench = Bench::new();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    record(&mut bench, &recovery, name("一"));
    let kept = bench.evaluation.clone();
    record(&mut bench, &recovery, name("二二二二"));
    crash(&mut bench, recovery);
    let folder = fs::read_dir(bench.places.data.join("sessions")).unwrap();
    let folder = folder.map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let path = folder.join("edits.ron");
    let whole = fs::read(&path).unwrap();
    let last_line = whole[..whole.len() - 1].iter().rposition(|&byte| byte == b'\n').unwrap() + 1;
    for length in last_line + 1..whole.len() - 1 {
        fs::write(&path, &whole[..length]).unwrap();
        let restored = restore_only(&bench.places);
        assert!(restored.torn, "cut at {length}");
        assert_eq!(restored.opened.evaluation, kept, "cut at {length}");
    }
    // A record without even its head is not dropped in silence.
    fs::write(&path, &whole[..20]).unwrap();
    let leftovers = Recovery::leftovers(&bench.places);
    let error = leftovers[0].restore(&bench.places, &Progress::new()).unwrap_err();
    assert!(matches!(error, FileError::RecoveryBroken { .. }));
    super::support::assert_explains(&error, &path, &[]);
    let said = |lang| error.message().text(lang);
    assert!(said(Lang::Chinese).contains("（第 1 行第 "), "{}", said(Lang::Chinese));
    assert!(said(Lang::English).contains("(Line 1, column "), "{}", said(Lang::English));
}

#[test]
fn after_a_save_only_later_edits_are_recorded() {
    let mut bench = Bench::new();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    record(&mut bench, &recovery, name("一"));
    let (mark, saved) = (recovery.mark(), bench.save().unwrap());
    let start = start_of(&bench, Some(saved.digest));
    // Typed while the save was under way.
    record(&mut bench, &recovery, name("二"));
    recovery.saved(start, mark);
    crash(&mut bench, recovery);
    let restored = restore_only(&bench.places);
    assert_eq!((restored.applied, restored.opened.path.as_ref()), (1, Some(&bench.path)));
    assert_eq!(restored.opened.evaluation, bench.evaluation);
}

#[test]
fn nothing_is_left_over_after_a_proper_end() {
    for edits in 0..3 {
        let mut bench = Bench::new();
        let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
        for number in 0..edits {
            record(&mut bench, &recovery, name(&number.to_string()));
        }
        // Alive: not offered.
        recovery.flush().unwrap();
        assert!(Recovery::leftovers(&bench.places).is_empty());
        recovery.finish();
        bench.store = EvidenceStore::new(&bench.places);
        assert_eq!(fs::read_dir(bench.places.data.join("sessions")).unwrap().count(), 0);
    }
    // Saved and nothing since: a crash then leaves nothing to restore.
    let mut bench = Bench::new();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    record(&mut bench, &recovery, name("一"));
    let saved = bench.save().unwrap();
    recovery.saved(start_of(&bench, Some(saved.digest)), recovery.mark());
    crash(&mut bench, recovery);
    assert!(Recovery::leftovers(&bench.places).is_empty());
}

#[test]
fn what_was_restored_survives_the_next_crash_without_an_edit() {
    let mut bench = Bench::new();
    let recovery = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    bench.attach(1, "a.txt", b"a");
    recovery.append(
        Action::Edit(Edit::AttachEvidence((*bench.evaluation.evidence[0]).clone())),
        &Arc::new(bench.evaluation.clone()),
    );
    crash(&mut bench, recovery);
    let mut leftovers = Recovery::leftovers(&bench.places);
    let restored = leftovers[0].restore(&bench.places, &Progress::new()).unwrap();
    bench.store = restored.opened.store;
    bench.journal = restored.opened.journal;
    let again = Recovery::start(&bench.store, start_of(&bench, None)).unwrap();
    again.start_is_unsaved();
    again.flush().unwrap();
    leftovers.remove(0).discard().unwrap();
    crash(&mut bench, again);
    let restored = restore_only(&bench.places);
    assert_eq!(restored.opened.evaluation, bench.evaluation);
    let copy = restored.opened.store.export(&bench.evaluation.evidence[0], &Progress::new()).unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"a");
}

#[test]
fn a_lock_names_its_holder_and_a_stale_one_never_blocks() {
    let bench = Bench::saved();
    let LockOutcome::Mine(mine) = DocumentLock::take(&bench.path, "") else { panic!("not free") };
    let LockOutcome::Held(Some(_)) = DocumentLock::take(&bench.path, "") else { panic!("not held") };
    drop(mine);
    assert_eq!(bench.litter(), Vec::<String>::new());
    // Left by a crash: the file is there, nobody holds it.
    let mut stale = fs::File::create(bench.path.with_file_name(".评价一.jiping.lock")).unwrap();
    stale.write_all(b"(who:\"x\",since:\"2020-01-01T00:00:00Z\")").unwrap();
    drop(stale);
    assert!(matches!(DocumentLock::take(&bench.path, ""), LockOutcome::Mine(_)));
    let nowhere = PathBuf::from("/no/such/folder/a.jiping");
    assert!(matches!(DocumentLock::take(&nowhere, ""), LockOutcome::Unavailable));
}

#[test]
fn recent_files() {
    let bench = Bench::saved();
    assert!(Recent::load(&bench.places).files().is_empty());
    let mut recent = Recent::default();
    let file = |path: PathBuf| RecentFile {
        path,
        title: "项目".to_owned(),
        total: Some("99.60".to_owned()),
        grade: Some("优".to_owned()),
        provisional: false,
        opened_at: jiff::Timestamp::UNIX_EPOCH,
        about: "2020 · 评分表".to_owned(),
        progress: Some((3, 21)),
    };
    recent.remember(file(bench.path.clone()));
    for number in 0..30 {
        recent.remember(file(bench.dir.path().join(format!("{number}.jiping"))));
    }
    recent.remember(file(bench.path.clone()));
    recent.save(&bench.places).unwrap();
    let again = Recent::load(&bench.places);
    assert_eq!(again, recent);
    assert_eq!(again.files().len(), 20);
    assert_eq!((again.files()[0].path.clone(), again.files()[0].is_missing()), (bench.path.clone(), false));
    assert!(again.files()[1].is_missing());
    fs::write(bench.places.data.join("recent.ron"), b"oops").unwrap();
    assert!(Recent::load(&bench.places).files().is_empty());
}

fn draft(edits: usize, text: &str) -> DraftStart {
    let draft = Draft {
        kind: DraftKind::Template,
        title: format!("模板 {edits}"),
        path: None,
        digest: None,
        edits,
        last: jiff::Timestamp::UNIX_EPOCH,
        text: String::new(),
    };
    let text = text.to_owned();
    DraftStart { draft, word: Arc::new(move || Ok(text.clone())) }
}

#[test]
fn what_is_recorded_as_a_whole_is_its_last_state() {
    let bench = Bench::new();
    let recovery = Recovery::start_of_draft(&bench.places, draft(0, "")).unwrap();
    assert!(Recovery::leftovers(&bench.places).is_empty(), "nothing was done yet");
    for (edits, text) in [(1, "一"), (2, "一\n二"), (3, "一\n二\"三")] {
        recovery.replace(draft(edits, text));
    }
    recovery.flush().unwrap();
    drop(recovery);
    let leftovers = Recovery::leftovers(&bench.places);
    let [leftover] = leftovers.as_slice() else { panic!("{leftovers:?}") };
    assert_eq!(
        (leftover.kind, leftover.title.as_str(), leftover.edits),
        (Some(DraftKind::Template), "模板 3", 3)
    );
    assert_eq!(leftover.draft().unwrap().text, "一\n二\"三");
    // It is no evaluation, and says so instead of restoring something else.
    let error = leftover.restore(&bench.places, &Progress::new()).unwrap_err();
    assert!(matches!(error, FileError::RecoveryBroken { .. }));
}

#[test]
fn a_draft_that_was_saved_leaves_no_record() {
    let bench = Bench::new();
    let recovery = Recovery::start_of_draft(&bench.places, draft(0, "")).unwrap();
    recovery.replace(draft(1, "一"));
    recovery.saved(draft(0, "一"), recovery.mark());
    recovery.flush().unwrap();
    drop(recovery);
    assert!(Recovery::leftovers(&bench.places).is_empty());
}
