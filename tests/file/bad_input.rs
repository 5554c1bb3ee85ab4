//! Files that are not as they should be: each has its own words, and nothing is lost.

use super::support::{Bench, assert_explains, noise};
use jiping::file::{FileError, Finding, Progress, open, open_bytes};
use jiping::text::{Explain as _, Lang};
use std::fs;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[test]
fn an_absent_file() {
    let bench = Bench::new();
    let error = bench.open().unwrap_err();
    assert_eq!(error, FileError::NotFound { path: bench.path.clone() });
    assert_explains(&error, &bench.path, &[&bench.path.parent().unwrap().display().to_string()]);
}

#[test]
fn a_folder() {
    let bench = Bench::new();
    fs::create_dir(&bench.path).unwrap();
    let error = bench.open().unwrap_err();
    assert_eq!(error, FileError::IsFolder { path: bench.path.clone() });
    assert_explains(&error, &bench.path, &[".jiping"]);
}

#[test]
fn something_else_than_a_container() {
    let bench = Bench::new();
    for content in [b"\xd0\xcf\x11\xe0 an old spreadsheet".as_slice(), b"P", b"hello", &noise(200_000, 1)] {
        fs::write(&bench.path, content).unwrap();
        let error = bench.open().unwrap_err();
        let expected = if content == b"P" {
            FileError::Truncated { path: bench.path.clone() }
        } else {
            FileError::NotContainer { path: bench.path.clone() }
        };
        assert_eq!(error, expected);
        assert_explains(&error, &bench.path, &[]);
        assert_eq!(bench.bytes(), content, "opening must not touch it");
    }
}

#[test]
fn cut_short_anywhere() {
    let bench = Bench::saved();
    let whole = bench.bytes();
    let cut = bench.path.with_file_name("短.jiping");
    for length in (0..whole.len()).step_by(97) {
        fs::write(&cut, &whole[..length]).unwrap();
        let error = open(&cut, &bench.places, &Progress::new()).unwrap_err();
        assert_eq!(error, FileError::Truncated { path: cut.clone() }, "cut at {length}");
    }
    assert_explains(&FileError::Truncated { path: cut.clone() }, &cut, &["短.jiping.bak"]);
    assert_eq!(bench.bytes(), whole);
}

#[test]
fn cut_short_within_evidence_that_is_such_a_file_itself() {
    let inner = Bench::saved();
    let mut bench = Bench::saved();
    bench.attach(3, "别的评价.jiping", &inner.bytes());
    bench.save().unwrap();
    let whole = bench.bytes();
    for length in (0..whole.len()).step_by(13) {
        fs::write(&bench.path, &whole[..length]).unwrap();
        assert!(matches!(bench.open(), Err(FileError::Truncated { .. })), "cut at {length}");
    }
}

#[test]
fn any_changed_byte_is_noticed_or_harmless() {
    let bench = Bench::saved();
    let whole = bench.bytes();
    let right = bench.open().unwrap();
    for at in (0..whole.len()).step_by(31) {
        let mut spoiled = whole.clone();
        spoiled[at] ^= 0x55;
        fs::write(&bench.path, &spoiled).unwrap();
        // No panic; and if it opens, the evaluation is what it was, or something is said.
        if let Ok(opened) = bench.open() {
            assert_ne!(opened.digest, right.digest);
            assert_eq!(opened.evaluation, right.evaluation, "byte {at}");
        }
    }
}

#[test]
fn a_member_is_missing() {
    for member in ["evaluation.ron", "template.ron"] {
        let bench = Bench::saved();
        bench.spoil(|members| members.remove(member));
        let error = bench.open().unwrap_err();
        assert_eq!(error, FileError::MissingMember { path: bench.path.clone(), member });
        assert_explains(&error, &bench.path, &[member]);
    }
}

#[test]
fn broken_text_is_located() {
    for member in ["evaluation.ron", "template.ron"] {
        let bench = Bench::saved();
        bench.spoil(|members| members.replace_text(member, "format: 1,\n", "format: 1,\n  ~oops\n"));
        let error = bench.open().unwrap_err();
        assert!(
            matches!(&error, FileError::Syntax { member: m, error, .. } if *m == member && error.place.line == 3)
        );
        assert!(error.cause().is_some());
        assert_explains(&error, &bench.path, &[member, "3", ".bak"]);
        assert!(
            error.message().text(Lang::Chinese).contains("第 3 行"),
            "{}",
            error.message().text(Lang::Chinese)
        );
    }
    let bench = Bench::saved();
    bench.spoil(|members| *members.content("evaluation.ron") = b"\xff\xfe(".to_vec());
    let error = bench.open().unwrap_err();
    assert_eq!(error, FileError::NotText { path: bench.path.clone(), member: "evaluation.ron" });
    assert_explains(&error, &bench.path, &["UTF-8"]);
}

#[test]
fn a_newer_format_is_refused() {
    for member in ["evaluation.ron", "template.ron", "journal.ron"] {
        let bench = Bench::saved();
        bench.spoil(|members| members.replace_text(member, "format: 1,", "format: 9, flying: true,"));
        let error = bench.open().unwrap_err();
        assert_eq!(error, FileError::Newer { path: bench.path.clone(), member, found: 9, newest: 1 });
        assert_explains(&error, &bench.path, &[member, "9", "1"]);
    }
}

#[test]
fn an_unsound_template() {
    let bench = Bench::saved();
    bench.spoil(|members| members.replace_text("template.ron", "points: \"100\"", "points: \"99\""));
    let error = bench.open().unwrap_err();
    assert!(matches!(error, FileError::TemplateUnsound { .. }), "{error}");
    assert!(error.cause().is_some());
    assert_explains(&error, &bench.path, &["template.ron"]);
}

#[test]
fn entries_for_unknown_items_are_kept_and_named() {
    let bench = Bench::saved();
    bench.spoil(|members| {
        members.replace_text("evaluation.ron", "items: {", "items: {\"no-such-item\": (reason: \"kept\"),");
    });
    let opened = bench.open().unwrap();
    assert_eq!(opened.findings, vec![Finding::UnknownItem { item: "no-such-item".to_owned() }]);
    assert_eq!(opened.evaluation.item("no-such-item").unwrap().reason, "kept");
    assert!(opened.findings[0].message().full(Lang::Chinese).contains("no-such-item"));
}

#[test]
fn tampered_evidence_is_named_and_the_rest_opens() {
    let bench = Bench::saved();
    let evidence = bench.evaluation.evidence.clone();
    bench.spoil(|members| members.content("evidence/1-合同 第1版.pdf")[0] = b'#');
    let opened = bench.open().unwrap();
    let name = "合同 第1版.pdf".to_owned();
    assert_eq!(opened.findings, vec![Finding::EvidenceChanged { id: 1, name: name.clone() }]);
    assert_eq!(opened.evaluation, bench.evaluation);
    for lang in Lang::ALL {
        assert!(opened.findings[0].message().text(lang).contains(&name));
        assert!(opened.findings[0].message().hint(lang).is_some());
    }
    let error = opened.store.export(&evidence[0], &Progress::new()).unwrap_err();
    assert_eq!(error, FileError::EvidenceChanged { name });
    let copy = opened.store.export(&evidence[1], &Progress::new()).unwrap();
    assert_eq!(fs::read(copy).unwrap(), noise(5_000, 7));
}

#[test]
fn missing_and_unlisted_evidence() {
    let mut bench = Bench::saved();
    bench.spoil(|members| {
        members.remove("evidence/2-照片.bin");
        members.add("evidence/9-多余.txt", b"who put this here");
    });
    let expected = vec![
        Finding::EvidenceMissing { id: 2, name: "照片.bin".to_owned() },
        Finding::Unlisted { member: "evidence/9-多余.txt".to_owned() },
    ];
    let opened = bench.open().unwrap();
    assert_eq!(opened.findings, expected);
    // Saving neither fails for what was missing, nor drops what nobody listed.
    bench.store = opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, expected);
}

#[test]
fn bad_names_are_named_and_written_nowhere() {
    let bench = Bench::saved();
    let bad =
        ["../evil", "/tmp/jiping-evil", "evidence/../../evil", "C:/evil", "evidence\\evil", "evidence/a\0b"];
    bench.spoil(|members| bad.iter().for_each(|name| members.add(name, b"evil")));
    let opened = bench.open().unwrap();
    assert_eq!(opened.evaluation, bench.evaluation);
    let named = opened.findings.iter().filter(|finding| matches!(finding, Finding::BadName { .. })).count();
    assert_eq!(named, bad.len(), "{:?}", opened.findings);
    assert!(opened.findings.iter().any(|finding| finding.message().text(Lang::Chinese).contains("../evil")));
    for outside in
        [bench.dir.path().join("evil"), bench.path.with_file_name("evil"), "/tmp/jiping-evil".into()]
    {
        assert!(!outside.exists(), "{} was written", outside.display());
    }
}

#[test]
fn an_evidence_name_that_climbs_out_is_exported_inside() {
    let bench = Bench::saved();
    bench.spoil(|members| members.replace_text("evaluation.ron", "合同 第1版.pdf", "../../../evil"));
    let opened = bench.open().unwrap();
    assert!(opened.findings.contains(&Finding::BadName { member: "../../../evil".to_owned() }));
    let evil = opened.evaluation.evidence[0].clone();
    assert!(opened.store.export(&evil, &Progress::new()).is_err());
}

/// A deflated member of `mib` MiB of zeros, made without holding them.
fn add_zeros(bench: &Bench, name: &str, mib: usize) {
    let members = super::support::Members::of(&bench.bytes());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (member, content, method) in &members.0 {
        if member == name {
            zip.start_file(
                name,
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated),
            )
            .unwrap();
            let block = vec![0; 1024 * 1024];
            (0..mib).for_each(|_| zip.write_all(&block).unwrap());
        } else {
            zip.start_file(member, SimpleFileOptions::default().compression_method(*method)).unwrap();
            zip.write_all(content).unwrap();
        }
    }
    fs::write(&bench.path, zip.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn a_bomb_among_the_texts() {
    for member in ["evaluation.ron", "template.ron", "journal.ron"] {
        let bench = Bench::saved();
        add_zeros(&bench, member, 65);
        let error = bench.open().unwrap_err();
        let expected =
            FileError::TooLarge { path: bench.path.clone(), member: member.to_owned(), limit_mib: 64 };
        assert_eq!(error, expected);
        assert_explains(&error, &bench.path, &[member, "64"]);
    }
}

#[test]
fn a_bomb_among_the_evidence_is_not_unpacked_and_the_rest_opens() {
    let mut bench = Bench::saved();
    add_zeros(&bench, "evidence/2-照片.bin", 65);
    let bomb = Finding::EvidenceBomb { id: 2, name: "照片.bin".to_owned() };
    let progress = Progress::new();
    let opened = open(&bench.path, &bench.places, &progress).unwrap();
    assert_eq!(opened.findings, vec![bomb.clone()]);
    assert!(opened.store.export(&bench.evaluation.evidence[1], &Progress::new()).is_err());
    bench.store = opened.store;
    bench.save().unwrap();
    assert_eq!(bench.open().unwrap().findings, vec![bomb]);
    assert!(bench.bytes().len() < 1024 * 1024, "carried along as it lies");
}

#[test]
fn a_broken_journal_does_not_keep_the_evaluation_from_opening() {
    let bench = Bench::saved();
    bench.spoil(|members| *members.content("journal.ron") = b"(format: 1, entries: [oops".to_vec());
    let opened = bench.open().unwrap();
    assert!(matches!(opened.findings[..], [Finding::JournalBroken { line: 1, .. }]), "{:?}", opened.findings);
    assert_eq!(opened.evaluation, bench.evaluation);
    let bench = Bench::saved();
    bench.spoil(|members| members.remove("journal.ron"));
    assert_eq!(bench.open().unwrap().findings, vec![Finding::JournalMissing]);
}

#[test]
fn a_built_in_sample_opens_without_a_path() {
    let bench = Bench::saved();
    let bytes: &'static [u8] = bench.bytes().leak();
    let opened = open_bytes("样例.jiping", bytes, &bench.places, &Progress::new()).unwrap();
    assert_eq!(opened.path, None);
    assert_eq!(opened.evaluation, bench.evaluation);
    let copy = opened.store.export(&bench.evaluation.evidence[0], &Progress::new()).unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"%PDF contract");
    let error = open_bytes("样例.jiping", &bytes[..50], &bench.places, &Progress::new()).unwrap_err();
    assert_explains(&error, "样例.jiping".as_ref(), &[]);
}

#[test]
fn evidence_that_cannot_be_added() {
    let bench = Bench::new();
    let folder = bench.dir.path().join("佐证");
    fs::create_dir(&folder).unwrap();
    let error = bench.store.add(&folder, &Progress::new()).unwrap_err();
    assert_eq!(error, FileError::SourceIsFolder { path: folder.clone() });
    assert_explains(&error, &folder, &[]);
    let absent = folder.join("没有.pdf");
    let error = bench.store.add(&absent, &Progress::new()).unwrap_err();
    assert_explains(&error, &absent, &[]);
}

/// What is noticed of a file with these bytes: it does not open, or something is found in it.
fn is_noticed(bench: &Bench, bytes: &[u8]) -> bool {
    fs::write(&bench.path, bytes).unwrap();
    open(&bench.path, &bench.places, &Progress::new()).map_or(true, |opened| !opened.findings.is_empty())
}

/// In the headers of the zip too, which say nothing of the evaluation and that nobody reads.
#[test]
fn no_flipped_bit_goes_unseen() {
    let bench = Bench::saved();
    let whole = bench.bytes();
    assert!(!is_noticed(&bench, &whole), "as it was saved nothing is amiss");
    let random = noise(4 * 2_000, 23);
    for (round, bytes) in random.chunks_exact(4).enumerate() {
        let at = u32::from_le_bytes(bytes.try_into().unwrap()) as usize;
        let mut flipped = whole.clone();
        flipped[(at / 8) % whole.len()] ^= 1 << (at % 8);
        assert!(
            is_noticed(&bench, &flipped),
            "round {round}: bit {} of byte {}",
            at % 8,
            (at / 8) % whole.len()
        );
    }
}

#[test]
fn bytes_behind_the_end_are_noticed() {
    let bench = Bench::saved();
    let whole = bench.bytes();
    for behind in [&b"\0"[..], b"more", b"PK\x05\x06", &noise(70_000, 5)] {
        assert!(is_noticed(&bench, &[&whole, behind].concat()));
    }
    assert!(is_noticed(&bench, &whole[..whole.len() - 1]));
}

/// Files of earlier versions have no seal, and open as they did.
#[test]
fn a_file_without_a_seal_opens_and_what_is_behind_it_is_noticed() {
    let bench = Bench::saved();
    let sealed = bench.bytes();
    let end = sealed.len() - "jiping sha256 ".len() - 64;
    let mut old = sealed[..end].to_vec();
    // The length of the comment.
    let at = old.len() - 2;
    old[at..].copy_from_slice(&[0, 0]);
    assert!(!is_noticed(&bench, &old));
    assert!(is_noticed(&bench, &[&old[..], b"x"].concat()));
}
