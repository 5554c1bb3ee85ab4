//! Everything that menu, toolbar and keyboard can ask for: one list feeds them all.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};
use strum::{IntoStaticStr, VariantArray};

/// A command of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray, IntoStaticStr)]
#[strum(prefix = "command-", serialize_all = "kebab-case")]
pub enum Command {
    /// 新建: leaves for the start view; there, asks for a template.
    New,
    /// 用去年的新建: asks for last year's file.
    NewFromLast,
    /// 打开 an evaluation, or begin with a template.
    Open,
    /// 从评分表生成模板, from a workbook.
    ImportTable,
    /// 从评分表生成模板, from what is pasted.
    PasteTable,
    /// 保存
    Save,
    /// 另存为
    SaveAs,
    /// 导出 PDF of the sheets that are chosen.
    SavePdf,
    /// Shows the pages to print.
    PrintView,
    /// 打印 on a printer.
    PrintPaper,
    /// Shows the PDF in the system's viewer.
    OpenPdf,
    /// 关闭: back to the start view.
    CloseFile,
    /// 换用新版模板
    Migrate,
    /// 退出
    Quit,
    /// 撤销
    Undo,
    /// 重做
    Redo,
    /// Goes to the search of the outline.
    Find,
    /// 添加佐证 to the selected indicator.
    AddEvidence,
    /// The indicator below, among those in sight.
    NextItem,
    /// The indicator above, among those in sight.
    PreviousItem,
    /// The next indicator that has no score yet, from the top again at the end.
    NextUnscored,
    /// 项目: head of the sheet, funds, signatories.
    ViewProject,
    /// 评分: outline, table, inspector.
    ViewScores,
    /// 核对: what is open, doubtful or contradictory.
    ViewFindings,
    /// The next finding, and to its place.
    NextFinding,
    /// The finding before.
    PreviousFinding,
    /// 台账 of the selected indicator.
    Ledger,
    /// 调整指标: what the evaluation changes of its template.
    Tailor,
    /// 自设指标 in the group of the selected indicator.
    AddOwn,
    /// The first indicator of the next group that has some.
    NextGroup,
    /// 扣分原因 of the selected indicator is typed.
    TypeReason,
    /// 不适用, with its reason.
    NotApplicable,
    /// 资料不足
    NoInformation,
    /// 得满分: all of it holds, nothing of it happened, the best option.
    FullMarks,
    /// Takes back what was entered for the selected indicator.
    ClearItem,
    /// 人工改分, with its reason.
    Override,
    /// 中文 or English.
    SwitchLanguage,
    /// Light or dark.
    SwitchTheme,
    /// Whoever finds a file open is told the user's account, or is not.
    SwitchAccount,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As large as it was made.
    ZoomReset,
    /// What the program is.
    About,
    /// 帮助 at the page of where one is.
    Help,
    /// What the keyboard does.
    Keys,
    /// 第一次使用
    FirstSteps,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { alt: false, ctrl: false, shift: true, mac_cmd: false, command: true };

impl Command {
    /// Key of its label; `<key>-tip` explains it.
    pub fn label_key(self) -> &'static str {
        self.into()
    }

    /// Key of its label beside an indicator: nothing is scored where targets are only compared.
    pub fn item_label_key(self, has_points: bool) -> &'static str {
        match self {
            Self::ClearItem if !has_points => "command-clear-filled",
            Self::TypeReason if !has_points => "command-type-deviation",
            Self::Tailor if !has_points => "command-set-targets",
            _ => self.label_key(),
        }
    }

    /// The key that gives it, where one does.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::New => (CTRL, Key::N),
            Self::NewFromLast => (CTRL_SHIFT, Key::N),
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
            Self::FullMarks => (CTRL, Key::Enter),
            Self::NextGroup => (Modifiers::NONE, Key::F9),
            Self::TypeReason => (Modifiers::NONE, Key::F4),
            Self::NotApplicable => (Modifiers::NONE, Key::F7),
            Self::NoInformation => (Modifiers::NONE, Key::F5),
            Self::NextFinding => (Modifiers::NONE, Key::F8),
            Self::PreviousFinding => (Modifiers::SHIFT, Key::F8),
            Self::ZoomIn => (CTRL, Key::Plus),
            Self::ZoomOut => (CTRL, Key::Minus),
            Self::ZoomReset => (CTRL, Key::Num0),
            Self::Help => (Modifiers::NONE, Key::F1),
            Self::ImportTable
            | Self::PasteTable
            | Self::SavePdf
            | Self::PrintPaper
            | Self::OpenPdf
            | Self::Migrate
            | Self::ClearItem
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::SwitchAccount
            | Self::About
            | Self::Keys
            | Self::FirstSteps => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// It does the same whatever is open.
    pub fn is_of_session(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::NewFromLast
                | Self::Open
                | Self::ImportTable
                | Self::PasteTable
                | Self::Save
                | Self::SaveAs
                | Self::CloseFile
                | Self::Quit
                | Self::SwitchLanguage
                | Self::SwitchTheme
                | Self::SwitchAccount
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::About
                | Self::Help
                | Self::Keys
                | Self::FirstSteps
        )
    }

    /// Only an indicator that is selected in the scoring view has these.
    pub fn needs_item(self) -> bool {
        matches!(
            self,
            Self::AddEvidence
                | Self::TypeReason
                | Self::NotApplicable
                | Self::NoInformation
                | Self::ClearItem
                | Self::FullMarks
                | Self::Override
        )
    }
}
