//! What the view of 核对 shows of all findings.

use crate::checks::{Finding, FindingKind, Severity};
use crate::text::Lang;
use std::collections::BTreeSet;

/// Which findings are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Listed {
    /// 未处理
    #[default]
    Open,
    /// The open ones of one severity.
    Only(Severity),
    /// 已说明
    Answered,
}

impl Listed {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Only(Severity::Error),
        Self::Only(Severity::Warning),
        Self::Only(Severity::Info),
        Self::Answered,
    ];

    /// Key of its label.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Open => "findings-open",
            Self::Only(Severity::Error) => "findings-errors",
            Self::Only(Severity::Warning) => "findings-warnings",
            Self::Only(Severity::Info) => "findings-infos",
            Self::Answered => "findings-answered",
        }
    }

    /// The finding is listed under it.
    pub fn holds(self, finding: &Finding) -> bool {
        match self {
            Self::Open => finding.is_open(),
            Self::Only(severity) => finding.is_open() && finding.severity == severity,
            Self::Answered => !finding.is_open(),
        }
    }
}

/// What is shown of the findings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChecksState {
    /// Which are listed.
    pub listed: Listed,
    /// Kinds that are left out.
    pub hidden: BTreeSet<FindingKind>,
    /// Kinds of which only the heading is shown.
    pub folded: BTreeSet<FindingKind>,
    /// Words of the search.
    pub search: String,
    /// The finding whose details are shown.
    pub selected: Option<Finding>,
}

impl ChecksState {
    /// The findings that are listed, by kind: the worst kind first. `name` says where a finding is.
    pub fn groups<'f>(
        &self,
        findings: &'f [Finding],
        lang: Lang,
        name: impl Fn(&Finding) -> String,
    ) -> Vec<(FindingKind, Vec<&'f Finding>)> {
        let words = self.search.trim().to_lowercase();
        let fits = |finding: &Finding| {
            words.is_empty()
                || finding.message.text(lang).to_lowercase().contains(&words)
                || name(finding).to_lowercase().contains(&words)
        };
        let listed = findings.iter().filter(|finding| self.listed.holds(finding));
        let mut groups: Vec<(FindingKind, Vec<&Finding>)> = Vec::new();
        // Findings come with the worst first: so do their kinds.
        for finding in listed.filter(|finding| !self.hidden.contains(&finding.kind()) && fits(finding)) {
            match groups.iter_mut().find(|(kind, _)| *kind == finding.kind()) {
                Some((_, group)) => group.push(finding),
                None => groups.push((finding.kind(), vec![finding])),
            }
        }
        groups
    }

    /// The selected one among those that there are now: its figures or its answer may have changed.
    pub fn current<'f>(&self, findings: &'f [Finding]) -> Option<&'f Finding> {
        let selected = self.selected.as_ref()?;
        let is_like = |finding: &&Finding| {
            selected.id == finding.id
                && selected.place == finding.place
                && selected.message.key() == finding.message.key()
        };
        let same = findings.iter().find(|finding| *finding == selected);
        same.or_else(|| findings.iter().find(is_like))
    }
}
