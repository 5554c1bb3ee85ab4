//! The digits of the keyboard.

use eframe::egui::Key;

/// The digit of a key, if it is one.
pub(crate) fn digit_of(key: Key) -> Option<u8> {
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    (0_u8..).zip(digits).find(|(_, digit)| *digit == key).map(|(digit, _)| digit)
}
