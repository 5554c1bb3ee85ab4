//! Mutating what is in a zip, not its packing: checksums would have nearly every change refused at the door.

use libfuzzer_sys::fuzzer_mutate;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// More than that of a member is not looked at.
const MOST_BYTES: u64 = 1024 * 1024;

type Members = Vec<(String, Vec<u8>)>;

/// For `fuzz_mutator!`: mutates one member of the zip in `data`; what is no zip, and every eighth time the zip itself,
/// as any bytes are.
pub fn mutate_members(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let members = (!seed.is_multiple_of(8)).then(|| unpacked(&data[..size])).flatten();
    let packed = members.and_then(|mut members| {
        let which = (seed / 8) as usize % members.len();
        let (_, content) = members.get_mut(which)?;
        let used = content.len();
        content.resize(used * 2 + 64, 0);
        let most = content.len();
        let used = fuzzer_mutate(content, used, most);
        content.truncate(used);
        packed(&members).filter(|packed| packed.len() <= max_size.min(data.len()))
    });
    match packed {
        Some(packed) => {
            data[..packed.len()].copy_from_slice(&packed);
            packed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
}

fn unpacked(bytes: &[u8]) -> Option<Members> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut members = Members::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut content = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut content).ok()?;
        members.push((name, content));
    }
    Some(members).filter(|members| !members.is_empty())
}

fn packed(members: &Members) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in members {
        zip.start_file(name.as_str(), stored).ok()?;
        zip.write_all(content).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
