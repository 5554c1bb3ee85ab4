//! What there is a page about.

use crate::text::Lang;

/// Names the topics with their files, so that none can be without its pages.
macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident = $file:literal,)+) => {
        /// A page of the help.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Topic {
            $($(#[$doc])* $topic,)+
        }

        impl Topic {
            /// In the order of the contents.
            pub const ALL: &[Self] = &[$(Self::$topic),+];

            /// What links call it by; the name of its files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$topic => $file,)+
                }
            }

            /// Its page as it is written.
            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$topic, Lang::Chinese) => {
                            include_str!(concat!("../../assets/help/zh-CN/", $file, ".md"))
                        }
                        (Self::$topic, Lang::English) => {
                            include_str!(concat!("../../assets/help/en/", $file, ".md"))
                        }
                    )+
                }
            }
        }
    };
}

topics! {
    /// 第一次使用
    FirstSteps = "first-steps",
    /// 项目与资金
    Project = "project-and-funds",
    /// 评分
    Scoring = "scoring",
    /// 扣分原因与佐证
    Reasons = "reasons-and-evidence",
    /// 不适用、资料不足、人工改分、清除得分
    States = "not-by-the-rule",
    /// 复制粘贴与 Excel
    CopyPaste = "copy-and-paste",
    /// 台账
    Ledger = "ledger",
    /// 指标与分值
    Tailor = "indicators-and-points",
    /// 核对
    Checks = "checks",
    /// 打印与导出 PDF
    Printing = "printing",
    /// 保存、恢复与备份
    Saving = "saving",
    /// 评分模板与导入
    Templates = "templates",
    /// 等级与合计
    Totals = "grade-and-total",
    /// 键盘操作
    Keys = "keys",
    /// 名词解释
    Glossary = "glossary",
}

impl Topic {
    /// The topic that a link names.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|topic| topic.name() == name)
    }
}
