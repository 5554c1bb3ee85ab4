//! What was saved comes back.

use super::support::{Bench, Members, noise, template};
use jiping::evaluation::{Applicability, Edit, Evaluation, FundField, FundLine, ProjectField, Signatory};
use jiping::file::{Finding, Progress, SaveRequest, open, reachable_evidence, save};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::fs;
use std::io::Cursor;
use std::sync::Arc;
use zip::CompressionMethod;

fn any_edit() -> impl Strategy<Value = Edit> {
    let text = || prop_oneof!["[\\PC\n\t\r\u{0}\"\\\\]{0,12}", any::<String>()];
    let items: Vec<_> = template().indicators().map(|indicator| indicator.id.clone()).collect();
    let item = || proptest::sample::select(items.clone());
    let amount =
        || proptest::option::of((0_i64..10_000_000_000, 0_u32..4).prop_map(|(n, s)| Decimal::new(n, s)));
    prop_oneof![
        (proptest::sample::select(ProjectField::ALL.to_vec()), text())
            .prop_map(|(field, text)| Edit::SetProject { field, text }),
        (item(), text()).prop_map(|(item, text)| Edit::SetReason { item, text }),
        (item(), text()).prop_map(|(item, text)| Edit::SetRemark { item, text }),
        (item(), text()).prop_map(|(item, text)| Edit::SetEvidenceNote { item, text }),
        (item(), text()).prop_map(|(item, reason)| {
            Edit::SetApplicability { item, to: Applicability::NotApplicable { reason } }
        }),
        item().prop_map(|item| Edit::SetApplicability { item, to: Applicability::NoInformation }),
        (0_usize..3, proptest::sample::select(FundField::ALL.to_vec()), amount())
            .prop_map(|(line, field, amount)| Edit::SetFundAmount { line, field, amount }),
        text().prop_map(|source| Edit::AddFundLine(FundLine { source, ..FundLine::default() })),
        (text(), text()).prop_map(|(role, name)| Edit::SetSignatories(vec![Signatory { role, name }])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]
    #[test]
    fn save_then_open_is_identity(edits in proptest::collection::vec(any_edit(), 0..6)) {
        let mut bench = Bench::new();
        for edit in edits {
            if bench.evaluation.apply(&bench.template, &edit).is_ok() {
                bench.edit(edit);
            }
        }
        let saved = bench.save().unwrap();
        let opened = bench.open().unwrap();
        prop_assert_eq!(&opened.evaluation, &bench.evaluation);
        prop_assert_eq!(&*opened.template, &*bench.template);
        prop_assert_eq!(&opened.journal, &bench.journal);
        prop_assert_eq!(&opened.findings, &Vec::<Finding>::new());
        prop_assert_eq!(&opened.digest, &saved.digest);
    }
}

#[test]
fn the_same_evaluation_yields_the_same_bytes() {
    let bench = Bench::saved();
    let first = bench.bytes();
    bench.save().unwrap();
    assert_eq!(bench.bytes(), first);
    assert_eq!(fs::read(bench.backup()).unwrap(), first);
    assert_eq!(bench.litter(), Vec::<String>::new());
}

#[test]
fn the_container_is_laid_out_as_promised() {
    let bench = Bench::saved();
    let bytes = bench.bytes();
    assert_eq!(&bytes[30..38], b"mimetype");
    assert_eq!(&bytes[38..58], b"application/x-jiping");
    let members = Members::of(&bytes);
    let names: Vec<&str> = members.0.iter().map(|(name, ..)| name.as_str()).collect();
    let expected = [
        "mimetype",
        "evaluation.ron",
        "template.ron",
        "journal.ron",
        "evidence/1-合同 第1版.pdf",
        "evidence/2-照片.bin",
    ];
    assert_eq!(names, expected);
    for (name, _, method) in members.0 {
        assert_eq!(method == CompressionMethod::Deflated, name.ends_with(".ron"), "{name}");
    }
}

#[test]
fn the_digest_is_what_sha256sum_prints() {
    let bench = Bench::saved();
    let digest = bench.open().unwrap().digest;
    assert_eq!(digest.len(), 64);
    // `add` hashes by the same means: the file as evidence of itself.
    let added = bench.store.add(&bench.path, &Progress::new()).unwrap();
    assert_eq!(added.sha256, digest);
    if let Ok(output) = std::process::Command::new("sha256sum").arg(&bench.path).output() {
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(&digest));
    }
}

#[test]
fn large_evidence_is_copied_as_it_lies() {
    let mut bench = Bench::new();
    let large = noise(6 * 1024 * 1024, 3);
    bench.attach(1, "录像.bin", &large);
    bench.save().unwrap();
    // Packed by somebody else's program: if it were unpacked and packed again, it would be stored.
    bench.spoil(|members| {
        let video = members.0.iter_mut().find(|(name, ..)| name == "evidence/1-录像.bin").unwrap();
        video.2 = CompressionMethod::Deflated;
    });
    let raw = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let index = archive.index_for_name("evidence/1-录像.bin").unwrap();
        let mut raw = Vec::new();
        let mut file = archive.by_index_raw(index).unwrap();
        std::io::Read::read_to_end(&mut file, &mut raw).unwrap();
        (file.compression(), raw)
    };
    let before = raw(&bench.bytes());
    assert_eq!(before.0, CompressionMethod::Deflated);
    let opened = bench.open().unwrap();
    assert_eq!(opened.findings, vec![]);
    bench.store = opened.store;
    bench.set_name("改了名");
    bench.save().unwrap();
    assert!(raw(&bench.bytes()) == before, "the packed bytes are not the same");
    assert_eq!(bench.open().unwrap().findings, vec![]);
}

#[test]
fn undo_after_save_still_has_its_bytes() {
    let mut bench = Bench::saved();
    let with = Arc::new(bench.evaluation.clone());
    let removed = with.evidence[0].clone();
    bench.edit(Edit::RemoveEvidence { id: 1 });
    let mut request = bench.request();
    request.reachable = reachable_evidence([&with, &request.evaluation]);
    save(&request, &Progress::new()).unwrap();
    assert!(!Members::of(&bench.bytes()).0.iter().any(|(name, ..)| name.contains("合同")));
    // A further save, so that not even .bak has them.
    save(&request, &Progress::new()).unwrap();
    let copy = bench.store.export(&removed, &Progress::new()).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), b"%PDF contract");
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    // Undone and saved again, it is in the file.
    request.evaluation = with;
    save(&request, &Progress::new()).unwrap();
    let opened = bench.open().unwrap();
    assert_eq!((opened.findings, opened.evaluation.evidence.len()), (vec![], 2));
}

#[test]
fn saving_elsewhere_takes_the_evidence_along() {
    let bench = Bench::saved();
    let opened = bench.open().unwrap();
    let elsewhere = bench.path.with_file_name("副本.jiping");
    let request = SaveRequest { path: elsewhere.clone(), store: opened.store.clone(), ..bench.request() };
    save(&request, &Progress::new()).unwrap();
    fs::remove_file(&bench.path).unwrap();
    assert_eq!(open(&elsewhere, &bench.places, &Progress::new()).unwrap().findings, vec![]);
    let evidence = &bench.evaluation.evidence[1];
    assert_eq!(fs::read(opened.store.export(evidence, &Progress::new()).unwrap()).unwrap(), noise(5_000, 7));
}

#[test]
fn two_pieces_of_the_same_name_and_content() {
    let mut bench = Bench::new();
    bench.attach(1, "a.txt", b"same");
    bench.attach(2, "a.txt", b"same");
    bench.attach(3, "a.txt", b"other");
    bench.save().unwrap();
    let opened = bench.open().unwrap();
    assert_eq!(opened.findings, vec![]);
    let names: Vec<_> =
        Members::of(&bench.bytes()).0.into_iter().skip(4).map(|(name, content, _)| (name, content)).collect();
    assert_eq!(names[0], ("evidence/1-a.txt".to_owned(), b"same".to_vec()));
    assert_eq!(names[1], ("evidence/2-a.txt".to_owned(), b"same".to_vec()));
    assert_eq!(names[2], ("evidence/3-a.txt".to_owned(), b"other".to_vec()));
}

#[test]
fn an_untouched_evaluation_round_trips() {
    let bench = Bench::new();
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().evaluation, Evaluation::new(&bench.template));
}

#[test]
fn the_session_folder_goes_when_the_session_ends() {
    let mut bench = Bench::saved();
    bench.attach(5, "新.txt", b"not saved yet");
    let sessions = bench.places.data.join("sessions");
    assert!(fs::read_dir(&sessions).unwrap().count() > 0);
    bench.store = jiping::file::EvidenceStore::new(&bench.places);
    assert_eq!(fs::read_dir(&sessions).unwrap().count(), 0);
}

#[test]
fn last_year_travels_in_the_file() {
    let mut bench = Bench::saved();
    bench.begin_next_year();
    bench.save().unwrap();
    let opened = bench.open().unwrap();
    assert_eq!(opened.evaluation, bench.evaluation);
    assert_eq!(opened.evaluation.last_year.as_deref().map(|last| &*last.file), Some("评价一.jiping"));
}
