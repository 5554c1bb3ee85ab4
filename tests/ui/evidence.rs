//! Evidence: added, numbered, removed, kept with the file, checked when it is opened.

use crate::desk::Desk;
use eframe::egui::{Key, Modifiers};
use jiping::app::Outcome;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

fn numbers(desk: &Desk) -> Vec<(usize, String)> {
    let attachments = &desk.document().card().attachments;
    attachments.iter().map(|a| (a.number, a.evidence.name.clone())).collect()
}

#[test]
fn files_of_the_dialog_are_numbered_across_the_sheet() {
    let mut desk = Desk::scoring();
    desk.walk_to("资金使用");
    let ledger = desk.a_file("明细账.xlsx", b"ledger");
    desk.picks(&ledger);
    desk.chord_and_wait(Modifiers::COMMAND, Key::E);
    desk.assert_sees("附件 1");
    desk.assert_sees("明细账.xlsx");
    desk.assert_sees("与添加时一致");
    // What stands further up on the sheet comes first.
    desk.walk_to("目标内容");
    let (plan, reply) = (desk.a_file("实施方案.pdf", b"plan"), desk.a_file("批复.pdf", b"reply"));
    desk.answers(Outcome::Picked(vec![plan, reply]));
    desk.click_and_wait("把文件拖到这里，或点此添加…（Ctrl+E）");
    let found = numbers(&desk);
    assert_eq!(found.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(found[2], (3, "明细账.xlsx".to_owned()));
    desk.assert_sees("附件 2");
}

#[test]
fn dropped_files_go_to_the_selected_indicator() {
    let mut desk = Desk::scoring();
    desk.walk_to("资金使用");
    let (one, two) = (desk.a_file("凭证一.pdf", b"1"), desk.a_file("凭证二.pdf", b"2"));
    desk.drop_files(&[&one, &two]);
    assert_eq!(desk.item("资金使用").evidence, 2);
    let mut names: Vec<_> = numbers(&desk).into_iter().map(|(_, name)| name).collect();
    names.sort();
    assert_eq!(names, ["凭证一.pdf", "凭证二.pdf"]);
    assert!(one.exists(), "the original stays where it is");
}

#[test]
fn removed_and_brought_back_by_undo() {
    let mut desk = Desk::scoring();
    let file = desk.a_file("合同.pdf", b"contract");
    desk.drop_files(&[&file]);
    fs::remove_file(&file).unwrap();
    desk.click("移除");
    assert!(numbers(&desk).is_empty());
    desk.assert_not("合同.pdf");
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(numbers(&desk), [(1, "合同.pdf".to_owned())]);
    desk.click_and_wait("合同.pdf");
    let opened = desk.opened_outside();
    assert_eq!(fs::read(&opened[0]).unwrap(), b"contract", "the copy, though the original is gone");
    assert_eq!(opened[0].file_name().unwrap(), "合同.pdf", "under its own name");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let mut desk = Desk::scoring();
    let gone = desk.path("没有.pdf");
    desk.drop_files(&[&gone]);
    desk.assert_sees("没有.pdf");
    assert!(desk.asks().is_some());
    assert!(numbers(&desk).is_empty());
}

#[test]
fn evidence_lives_in_the_file() {
    let mut desk = Desk::scoring();
    let file = desk.a_file("合同.pdf", b"contract");
    desk.drop_files(&[&file]);
    let path = desk.save_as("评价.jiping");
    fs::remove_file(&file).unwrap();
    let mut desk = desk.open_afresh(&path);
    desk.assert_sees("附件 1");
    desk.assert_sees("与添加时一致");
    desk.click_and_wait("合同.pdf");
    assert_eq!(fs::read(&desk.opened_outside()[0]).unwrap(), b"contract");
    desk.option(Key::Num1);
    desk.chord_and_wait(Modifiers::COMMAND, Key::S);
    let desk = desk.open_afresh(&path);
    desk.assert_sees("与添加时一致");
}

#[test]
fn a_tampered_file_is_named_and_the_rest_opens() {
    let mut desk = Desk::scoring();
    let (one, two) = (desk.a_file("合同.pdf", b"contract"), desk.a_file("照片.jpg", b"picture"));
    desk.drop_files(&[&one]);
    desk.drop_files(&[&two]);
    desk.option(Key::Num1);
    let path = desk.save_as("评价.jiping");
    tamper(&path, "合同.pdf");
    let mut desk = desk.open_afresh(&path);
    desk.assert_sees("文件已打开，但有 1 处与保存时不一致");
    desk.click("知道了");
    desk.assert_sees("合同.pdf");
    desk.assert_not("照片.jpg");
    desk.click("评分");
    assert_eq!(desk.score("目标内容").as_deref(), Some("1"));
    desk.assert_sees("核验不符");
    desk.assert_sees("与添加时一致");
}

/// Writes other bytes in place of a member, as somebody with an archive program would.
fn tamper(path: &Path, member: &str) {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut rewritten = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name.ends_with(member) {
            bytes = vec![b'X'; bytes.len()];
        }
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        rewritten.start_file(name, options).unwrap();
        rewritten.write_all(&bytes).unwrap();
    }
    fs::write(path, rewritten.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn evidence_survives_a_crash() {
    let mut desk = Desk::scoring();
    let file = desk.a_file("合同.pdf", b"contract");
    desk.drop_files(&[&file]);
    fs::remove_file(&file).unwrap();
    let mut desk = desk.crash_and_start_again();
    desk.click_and_wait("恢复");
    desk.click_and_wait("合同.pdf");
    assert_eq!(fs::read(&desk.opened_outside()[0]).unwrap(), b"contract");
}
