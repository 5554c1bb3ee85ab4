//! The SHA-256 of a file, as paper shows it.

/// First digits of a SHA-256 that are printed: enough to tell two files apart, short enough to compare by eye.
const DIGEST_DIGITS: usize = 16;

pub(in crate::print) fn short(digest: &str) -> String {
    digest.chars().take(DIGEST_DIGITS).collect()
}
