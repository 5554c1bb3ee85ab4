//! The input method stays on from field to field.
//!
//! egui switches it off in each frame without a field that has the focus, and off and on again when the focus moves.
//! On X11 winit throws its input context away then, and fcitx5, which by default remembers for each context whether it
//! was on, starts anew in Latin. So where that is, it is left as it was; elsewhere it survives the moment between two
//! fields, because a click takes the focus from one before it gives it to the next.

use eframe::egui::{Context, Event, FullOutput, ImeEvent, Plugin, RawInput, output::IMEOutput, vec2};

/// In seconds: longer than a click takes.
const BETWEEN_FIELDS: f64 = 0.6;

/// Keeps it on.
pub(crate) struct InputMethodStays {
    /// The system forgets whether it was on as soon as it is switched off.
    forgets: bool,
    /// It is told a point, and draws its candidates below that: not a rectangle to be left free.
    takes_a_point: bool,
    /// Where it was last, and when.
    last: Option<(IMEOutput, f64)>,
    is_composing: bool,
}

impl InputMethodStays {
    /// For the system that the program runs on.
    pub(crate) fn here() -> Self {
        let is_x11 = cfg!(target_os = "linux") && std::env::var_os("WAYLAND_DISPLAY").is_none();
        Self { forgets: is_x11, takes_a_point: is_x11, last: None, is_composing: false }
    }

    /// What the system is told, where a frame says `wanted`.
    fn told(&mut self, wanted: Option<IMEOutput>, now: f64) -> Option<IMEOutput> {
        let Some(mut told) = wanted else {
            let (last, at) = self.last?;
            return (self.forgets || now - at < BETWEEN_FIELDS).then_some(last);
        };
        if self.takes_a_point {
            // At the foot of the line: the candidates would hide what is typed.
            told.cursor_rect = told.cursor_rect.translate(vec2(0.0, told.cursor_rect.height()));
        }
        // What is not being composed needs no interruption, which switches off and on.
        told.should_interrupt_composition &= self.is_composing;
        self.last = Some((IMEOutput { should_interrupt_composition: false, ..told }, now));
        Some(told)
    }
}

impl Plugin for InputMethodStays {
    fn debug_name(&self) -> &'static str {
        "input method stays"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        for event in &input.events {
            if let Event::Ime(event) = event {
                self.is_composing = matches!(event, ImeEvent::Preedit { text, .. } if !text.is_empty());
            }
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let now = ctx.input(|input| input.time);
        let told = self.told(output.platform_output.ime, now);
        if told.is_some() && output.platform_output.ime.is_none() && !self.forgets {
            // Somebody has to come by when the time is over.
            ctx.request_repaint_after_secs(BETWEEN_FIELDS as f32);
        }
        output.platform_output.ime = told;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{IMEPurpose, Rect, pos2};

    fn at(top: f32) -> IMEOutput {
        let line = Rect::from_min_max(pos2(10.0, top), pos2(11.0, top + 20.0));
        IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: line,
            cursor_rect: line,
            should_interrupt_composition: true,
        }
    }

    fn stays(forgets: bool) -> InputMethodStays {
        InputMethodStays { forgets, takes_a_point: forgets, last: None, is_composing: false }
    }

    #[test]
    fn it_is_not_switched_off_between_two_fields() {
        let mut stays = stays(false);
        assert_eq!(stays.told(None, 0.0), None, "nothing was typed yet");
        assert!(stays.told(Some(at(0.0)), 1.0).is_some());
        assert!(stays.told(None, 1.2).is_some(), "between press and release");
        let next = stays.told(Some(at(100.0)), 1.3).unwrap();
        assert!(!next.should_interrupt_composition, "interrupting switches it off and on");
        assert_eq!(stays.told(None, 5.0), None);
    }

    #[test]
    fn where_it_would_forget_it_stays_as_it_was() {
        let mut stays = stays(true);
        stays.told(Some(at(0.0)), 1.0);
        assert!(stays.told(None, 500.0).is_some());
    }

    #[test]
    fn what_is_being_composed_is_interrupted_when_the_field_changes() {
        let mut stays = stays(true);
        stays.is_composing = true;
        assert!(stays.told(Some(at(0.0)), 1.0).unwrap().should_interrupt_composition);
        assert!(!stays.told(None, 2.0).unwrap().should_interrupt_composition, "once");
    }

    #[test]
    fn the_candidates_stand_below_the_line() {
        let told = stays(true).told(Some(at(100.0)), 1.0).unwrap();
        assert!(told.cursor_rect.top() >= at(100.0).cursor_rect.bottom());
    }
}
