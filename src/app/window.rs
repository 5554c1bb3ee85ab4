//! The window of the system, and the program's settings in it.

use super::one_by_one::OneByOne;
use super::session::apply_theme;
use super::software_drawing::start_again;
use super::system::shell::system;
use super::widgets::theme;
use super::{App, Settings, WindowPlace};
use crate::file::{Places, read_file};
use crate::text::{Lang, Message};
use eframe::egui::{self, IconData, ViewportBuilder, ViewportCommand, vec2};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

struct Window {
    app: App,
    places: Places,
    saved_settings: Settings,
    /// Still to be said to the system, now that there is a window: some forget what was asked before.
    maximises: bool,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        if std::mem::take(&mut self.maximises) {
            ui.ctx().send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        let now = place(ui.ctx(), self.app.shared.settings.window);
        let settings = &mut self.app.shared.settings;
        // A window that is drawn larger is no choice yet: its place is written when the program ends.
        let chosen = Settings { window: self.saved_settings.window, ..settings.clone() };
        settings.window = Some(now);
        if chosen != self.saved_settings {
            self.saved_settings = chosen;
            save_settings(&self.places, &self.saved_settings);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        save_settings(&self.places, &self.app.shared.settings);
    }
}

/// Where the first window fits on the smallest screen, beside a task bar.
const FIRST: WindowPlace = WindowPlace { width: 1280, height: 680, maximised: true, zoom: 100 };

/// The window as it is; its size from before it was maximised.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of a screen, rounded")]
fn place(ctx: &egui::Context, before: Option<WindowPlace>) -> WindowPlace {
    let before = before.unwrap_or(FIRST);
    let zoom = ctx.zoom_factor();
    let (size, maximised) = ctx.input(|input| {
        let viewport = input.viewport();
        (viewport.inner_rect.map(|rect| rect.size() * zoom), viewport.maximized.unwrap_or(before.maximised))
    });
    let zoom = (zoom * 100.0).round() as u16;
    match size.filter(|_| !maximised) {
        Some(size) => {
            let (width, height) = (size.x.round() as u16, size.y.round() as u16);
            WindowPlace { width, height, maximised, zoom }
        }
        None => WindowPlace { maximised, zoom, ..before },
    }
}

/// Makes a window of egui's the program's: its look, and that what is done comes to it one by one.
pub fn install(ctx: &egui::Context) {
    theme::install(ctx);
    ctx.add_plugin(OneByOne::default());
}

/// Opens the window, with `open` in it and in the language `lang` if given, and stays until it is closed.
pub fn run(open: Option<PathBuf>, lang: Option<Lang>) -> ExitCode {
    let places = Places::standard();
    let mut settings = load_settings(&places);
    settings.lang = lang.unwrap_or(settings.lang);
    let (said_in, own_folder) = (settings.lang, places.data.clone());
    let at = settings.window.unwrap_or(FIRST);
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("jiping")
            .with_icon(icon())
            .with_title("绩评工作台")
            .with_inner_size(vec2(at.width.into(), at.height.into()))
            .with_maximized(at.maximised)
            .with_min_inner_size(vec2(640.0, 420.0)),
        renderer: eframe::Renderer::Glow,
        // Rare characters of names come from the system's Chinese fonts, see `rare_characters`.
        system_font_fallback: false,
        ..Default::default()
    };
    let create = move |context: &eframe::CreationContext<'_>| {
        install(&context.egui_ctx);
        rare_characters(&context.egui_ctx);
        let app = App::new(system(context), places.clone(), settings.clone(), open);
        apply_theme(&app.shared, &context.egui_ctx);
        context.egui_ctx.set_zoom_factor(f32::from(at.zoom) / 100.0);
        let window = Window { app, places, saved_settings: settings, maximises: at.maximised };
        Ok(Box::new(window) as Box<dyn eframe::App>)
    };
    match eframe::run_native("jiping", options, Box::new(create)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::error!("the window could not be opened: {error}");
            match start_again(&own_folder) {
                Ok(true) => return ExitCode::SUCCESS,
                Ok(false) => {}
                Err(error) => log::error!("drawing by software: {error}"),
            }
            say_without_window(&why_no_window(&error).full(said_in));
            ExitCode::from(2)
        }
    }
}

/// What the graphics driver has to say of itself is for the log.
fn why_no_window(error: &eframe::Error) -> Message {
    match error {
        eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) => {
            Message::new("window-no-opengl")
        }
        other => Message::new("window-failed").with("detail", other),
    }
}

/// Where there is no terminal to read it in, the system shows it.
fn say_without_window(words: &str) {
    eprintln!("{words}");
    if cfg!(windows) {
        let shown = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
        shown.set_title("绩评工作台").set_description(words).show();
    }
}

/// The window's own icon, where the system asks the window and no file for it.
fn icon() -> IconData {
    let drawn = include_bytes!("../../assets/icons/jiping-64.png");
    eframe::icon_data::from_png_bytes(drawn)
        .inspect_err(|error| log::warn!("the icon: {error}"))
        .unwrap_or_default()
}

/// Characters that the program's own font lacks come from a font for simplified Chinese, wherever the system
/// thinks it is.
fn rare_characters(ctx: &egui::Context) {
    let provider = egui_system_font_provider::SystemFontProvider::new().with_locale(Some("zh-Hans"));
    ctx.add_font_provider(Arc::new(provider));
}

/// Settings with more MiB are none.
const SETTINGS_MIB: u64 = 1;

fn settings_file(places: &Places) -> PathBuf {
    places.data.join("settings.ron")
}

/// Settings that cannot be read are the default ones: nothing of the user's work stands in them. Where there are none
/// the program is started for the first time.
fn load_settings(places: &Places) -> Settings {
    let file = settings_file(places);
    if !file.exists() {
        return Settings { first_steps: true, ..Settings::default() };
    }
    let bytes = read_file(&file, SETTINGS_MIB).unwrap_or_default();
    crate::ron_text::read(&String::from_utf8_lossy(&bytes)).unwrap_or_default()
}

fn save_settings(places: &Places, settings: &Settings) {
    let written = crate::ron_text::write(settings).map_err(std::io::Error::other).and_then(|text| {
        std::fs::create_dir_all(&places.data)?;
        std::fs::write(settings_file(places), text)
    });
    if let Err(error) = written {
        log::warn!("the settings were not saved: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_steps_are_shown_until_they_are_sent_away() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path());
        let first = load_settings(&places);
        assert!(first.first_steps, "no settings: the very first start");
        save_settings(&places, &first);
        assert!(load_settings(&places).first_steps, "not read yet");
        save_settings(&places, &Settings { first_steps: false, ..first });
        assert!(!load_settings(&places).first_steps);
    }

    #[test]
    fn the_icon_is_a_picture() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (64, 64));
        assert!(icon.rgba.iter().any(|byte| *byte != 0));
    }

    #[test]
    fn settings_of_before_are_not_those_of_a_first_start() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path());
        std::fs::write(settings_file(&places), "(lang: English, dark: true)").unwrap();
        let settings = load_settings(&places);
        assert!(settings.dark && !settings.first_steps);
    }

    /// As they were first written (tests/golden).
    #[test]
    fn settings_of_every_version_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(folder.path());
        std::fs::write(settings_file(&places), include_str!("../../tests/golden/settings.ron")).unwrap();
        let settings = load_settings(&places);
        assert!(settings.dark && settings.names_account && !settings.first_steps);
        assert_eq!(settings.window.map(|window| (window.width, window.zoom)), Some((1280, 150)));
        assert_eq!(settings.folder.as_deref(), Some(std::path::Path::new("/home/user/2020")));
    }
}
