//! Everything that menu, toolbar and keyboard can ask for: one list feeds them all.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// A command of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    New,
    Open,
    ImportTable,
    PasteTable,
    Save,
    SaveAs,
    SavePdf,
    PrintView,
    PrintPaper,
    OpenPdf,
    CloseFile,
    Migrate,
    Quit,
    Undo,
    Redo,
    Find,
    AddEvidence,
    NextItem,
    PreviousItem,
    NextUnscored,
    ViewProject,
    ViewScores,
    ViewFindings,
    Ledger,
    Tailor,
    AddOwn,
    NotApplicable,
    NoInformation,
    ClearItem,
    Override,
    SwitchLanguage,
    SwitchTheme,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    About,
    Keys,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { alt: false, ctrl: false, shift: true, mac_cmd: false, command: true };

impl Command {
    pub const ALL: [Self; 37] = [
        Self::New,
        Self::Open,
        Self::ImportTable,
        Self::PasteTable,
        Self::Save,
        Self::SaveAs,
        Self::SavePdf,
        Self::PrintView,
        Self::PrintPaper,
        Self::OpenPdf,
        Self::CloseFile,
        Self::Migrate,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::AddEvidence,
        Self::NextItem,
        Self::PreviousItem,
        Self::NextUnscored,
        Self::ViewProject,
        Self::ViewScores,
        Self::ViewFindings,
        Self::Ledger,
        Self::Tailor,
        Self::AddOwn,
        Self::NotApplicable,
        Self::NoInformation,
        Self::ClearItem,
        Self::Override,
        Self::SwitchLanguage,
        Self::SwitchTheme,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::About,
        Self::Keys,
    ];

    /// Key of its label; `<key>-tip` explains it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::ImportTable => "command-import-table",
            Self::PasteTable => "command-paste-table",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::SavePdf => "command-save-pdf",
            Self::PrintView => "command-print-view",
            Self::PrintPaper => "command-print-paper",
            Self::OpenPdf => "command-open-pdf",
            Self::CloseFile => "command-close-file",
            Self::Migrate => "command-migrate",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::Find => "command-find",
            Self::AddEvidence => "command-add-evidence",
            Self::NextItem => "command-next-item",
            Self::PreviousItem => "command-previous-item",
            Self::NextUnscored => "command-next-unscored",
            Self::ViewProject => "command-view-project",
            Self::ViewScores => "command-view-scores",
            Self::ViewFindings => "command-view-findings",
            Self::Ledger => "command-ledger",
            Self::Tailor => "command-tailor",
            Self::AddOwn => "command-add-own",
            Self::NotApplicable => "command-not-applicable",
            Self::NoInformation => "command-no-information",
            Self::ClearItem => "command-clear-item",
            Self::Override => "command-override",
            Self::SwitchLanguage => "command-switch-language",
            Self::SwitchTheme => "command-switch-theme",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::About => "command-about",
            Self::Keys => "command-keys",
        }
    }

    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::New => (CTRL, Key::N),
            Self::Open => (CTRL, Key::O),
            Self::Save => (CTRL, Key::S),
            Self::SaveAs => (CTRL_SHIFT, Key::S),
            Self::PrintView => (CTRL, Key::P),
            Self::CloseFile => (CTRL, Key::W),
            Self::Quit => (CTRL, Key::Q),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL, Key::Y),
            Self::Find => (CTRL, Key::F),
            Self::AddEvidence => (CTRL, Key::E),
            Self::NextItem => (Modifiers::ALT, Key::ArrowDown),
            Self::PreviousItem => (Modifiers::ALT, Key::ArrowUp),
            Self::NextUnscored => (CTRL, Key::J),
            Self::ViewProject => (CTRL, Key::Num1),
            Self::ViewScores => (CTRL, Key::Num2),
            Self::ViewFindings => (CTRL, Key::Num3),
            Self::Ledger => (CTRL, Key::L),
            Self::Tailor => (CTRL, Key::T),
            Self::AddOwn => (CTRL_SHIFT, Key::A),
            Self::Override => (CTRL, Key::G),
            Self::ZoomIn => (CTRL, Key::Plus),
            Self::ZoomOut => (CTRL, Key::Minus),
            Self::ZoomReset => (CTRL, Key::Num0),
            Self::Keys => (Modifiers::NONE, Key::F1),
            Self::ImportTable
            | Self::PasteTable
            | Self::SavePdf
            | Self::PrintPaper
            | Self::OpenPdf
            | Self::Migrate
            | Self::NotApplicable
            | Self::NoInformation
            | Self::ClearItem
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::About => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// It does the same whatever is open.
    pub fn is_of_session(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Open
                | Self::ImportTable
                | Self::PasteTable
                | Self::Save
                | Self::SaveAs
                | Self::CloseFile
                | Self::Quit
                | Self::SwitchLanguage
                | Self::SwitchTheme
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::About
                | Self::Keys
        )
    }

    /// Only an indicator that is selected in the scoring view has these.
    pub fn needs_item(self) -> bool {
        matches!(
            self,
            Self::AddEvidence | Self::NotApplicable | Self::NoInformation | Self::ClearItem | Self::Override
        )
    }
}
