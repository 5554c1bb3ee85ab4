//! Text in the encodings that spreadsheets save it in.

/// The text of a file as spreadsheets save it: UTF-8 or UTF-16 with or without a mark, else GB18030 (which contains
/// GBK and GB2312). `None` where it is none of them.
pub(crate) fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?);
        return text.map(Into::into);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(_) => {
            let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
            Some(text.into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_spreadsheets_save_it() {
        let (gb18030, ..) = encoding_rs::GB18030.encode("满意,龥");
        assert_eq!(decoded(&gb18030).as_deref(), Some("满意,龥"));
        assert_eq!(decoded("满意".as_bytes()).as_deref(), Some("满意"));
        assert_eq!(decoded("\u{feff}满意".as_bytes()).as_deref(), Some("满意"));
        let utf16: Vec<u8> = "\u{feff}满意".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&utf16).as_deref(), Some("满意"));
        assert_eq!(decoded(&[0xff, 0xd8, 0xff, 0xe0]), None, "a picture");
    }
}
