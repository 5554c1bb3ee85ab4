//! What a column holds.

use super::vocabulary::{Certainty, Meaning};
use crate::text::{Lang, Message, tr};
use serde::{Deserialize, Serialize};

/// Levels of groups and indicators (一级指标 … 五级指标).
pub(in crate::import) const MOST_LEVELS: usize = 5;

const LEVELS: [&str; MOST_LEVELS] =
    ["import-level-1", "import-level-2", "import-level-3", "import-level-4", "import-level-5"];

/// What a heading says that does not depend on the columns beside it, and what such a column holds.
const SAME: [(Meaning, Role); 12] = [
    (Meaning::Criterion, Role::Criterion),
    (Meaning::Standard, Role::Standard),
    (Meaning::Tier, Role::Tier),
    (Meaning::Sign, Role::Sign),
    (Meaning::Target, Role::Target),
    (Meaning::Unit, Role::Unit),
    (Meaning::Actual, Role::Actual),
    (Meaning::Score, Role::Score),
    (Meaning::Deduction, Role::Deduction),
    (Meaning::Reason, Role::Reason),
    (Meaning::Evidence, Role::Evidence),
    (Meaning::Remark, Role::Remark),
];

/// What a column holds. The user may change it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Role {
    /// Of no use for a score: 序号, 责任部门; or the user does not want it.
    Ignored,
    /// Its heading is not known. Where anything stands in it, somebody has to say what it is.
    Unknown,
    /// Names of this level, from 0 (一级指标). The deepest name of a row is the indicator.
    Level(usize),
    /// 分值 of the indicators.
    Points,
    /// 分值 of the groups of this level, from 0.
    GroupPoints(usize),
    /// 权重 of the names of this level, from 0: shares or per cent.
    Weight(usize),
    /// 具体指标, 指标解释.
    Criterion,
    /// 评价标准.
    Standard,
    /// 评价标准 of indicators that have no other name: they are called by how it begins.
    NamingStandard,
    /// 档次: each row is a level of the indicator above, with what it is worth.
    Tier,
    /// 计量单位.
    Unit,
    /// 指标性质: the sign that stands before the target.
    Sign,
    /// 预期指标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 得分, 自评分.
    Score,
    /// 扣分, in points.
    Deduction,
    /// 扣分原因, 偏差原因.
    Reason,
    /// 佐证材料.
    Evidence,
    /// 备注.
    Remark,
}

impl Role {
    /// All of them, for a list to choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        let levels = (0..MOST_LEVELS).map(Self::Level);
        let groups = (0..MOST_LEVELS).map(Self::GroupPoints);
        let weights = (0..MOST_LEVELS).map(Self::Weight);
        let rule = [Self::Criterion, Self::Standard, Self::NamingStandard, Self::Tier];
        let measured = [Self::Sign, Self::Target, Self::Unit, Self::Actual];
        let scored = [Self::Score, Self::Deduction, Self::Reason, Self::Evidence, Self::Remark];
        std::iter::once(Self::Ignored)
            .chain(levels)
            .chain(std::iter::once(Self::Points))
            .chain(rule)
            .chain(measured)
            .chain(scored)
            .chain(groups)
            .chain(weights)
    }

    /// Several columns may hold it; what stands in them belongs together.
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Ignored
                | Self::Unknown
                | Self::Criterion
                | Self::Standard
                | Self::Score
                | Self::Reason
                | Self::Evidence
                | Self::Remark
        )
    }

    /// What it is called.
    pub fn name(self, lang: Lang) -> Message {
        let level = |level: usize| LEVELS.get(level).map(|key| tr(lang, key)).unwrap_or_default();
        let key = match self {
            Self::Level(number) => LEVELS.get(number).copied().unwrap_or_default(),
            Self::GroupPoints(number) => {
                return Message::new("import-role-group-points").with("level", level(number));
            }
            Self::Weight(number) => return Message::new("import-role-weight").with("level", level(number)),
            Self::Ignored => "import-role-ignored",
            Self::Unknown => "import-role-unknown",
            Self::Points => "import-role-points",
            Self::Criterion => "import-role-criterion",
            Self::Standard => "import-role-standard",
            Self::NamingStandard => "import-role-naming-standard",
            Self::Tier => "import-role-tier",
            Self::Unit => "import-role-unit",
            Self::Sign => "import-role-sign",
            Self::Target => "import-role-target",
            Self::Actual => "import-role-actual",
            Self::Score => "import-role-score",
            Self::Deduction => "import-role-deduction",
            Self::Reason => "import-role-reason",
            Self::Evidence => "import-role-evidence",
            Self::Remark => "import-role-remark",
        };
        Message::new(key)
    }

    /// The meaning of a heading that says so; none for what depends on the columns beside it.
    pub(in crate::import) fn meaning(self) -> Option<Meaning> {
        match self {
            // Which level it is, the columns beside it tell.
            Self::Level(_) => Some(Meaning::Name),
            Self::Points => Some(Meaning::Points),
            _ => SAME.iter().find(|(_, role)| *role == self).map(|(meaning, _)| *meaning),
        }
    }

    /// Nothing that a template takes from it.
    pub(super) fn holds_nothing(self) -> bool {
        matches!(self, Self::Ignored | Self::Unknown) || self.is_of_scores()
    }

    /// It tells how a sheet was scored, which no template holds.
    pub fn is_of_scores(self) -> bool {
        matches!(self, Self::Actual | Self::Score | Self::Deduction | Self::Reason | Self::Evidence)
    }
}

/// What the columns hold by their headings alone; points and weights belong to the names to their left.
pub(super) fn roles(found: &[Option<(Meaning, Certainty)>]) -> Vec<Role> {
    let means = |wanted: fn(Meaning) -> bool| found.iter().flatten().any(|(meaning, _)| wanted(*meaning));
    let first_level = found.iter().position(|found| matches!(found, Some((Meaning::Level(_), _))));
    let has_names = means(Meaning::is_name);
    let mut roles: Vec<Role> = Vec::with_capacity(found.len());
    let (mut next_level, mut level) = (0_usize, None);
    for (column, found) in found.iter().enumerate() {
        let names = match found {
            // 绩效指标（90分） beside or above 一级指标 is the label of the whole block.
            Some((Meaning::Name, _)) if first_level.is_some_and(|first| column < first) => None,
            // 存在问题项目 behind the scores is no name.
            Some((Meaning::Name, Certainty::Loose)) if level.is_some() && roles.contains(&Role::Points) => {
                None
            }
            Some((Meaning::Name, _)) => Some(next_level),
            Some((Meaning::Level(number), _)) => Some(number.saturating_sub(1)),
            // The first of 评审因素, 考核内容 is the name where nothing else is.
            Some((Meaning::Content | Meaning::Criterion, _)) if !has_names && level.is_none() => {
                Some(next_level)
            }
            _ => None,
        };
        let names = names.filter(|number| *number < MOST_LEVELS && !roles.contains(&Role::Level(*number)));
        let role = match (names, found) {
            (Some(number), _) => {
                (next_level, level) = (number + 1, Some(number));
                Role::Level(number)
            }
            (None, Some((meaning, _))) => of_meaning(*meaning, level),
            (None, None) => Role::Unknown,
        };
        // 分值 twice, and names only once: the second are those of what stands between.
        let role = match role {
            Role::GroupPoints(_) if roles.contains(&role) => Role::Points,
            role => role,
        };
        let is_repeated = !role.may_repeat() && roles.contains(&role);
        roles.push(if is_repeated { Role::Ignored } else { role });
    }
    close_levels(&mut roles);
    roles
}

fn of_meaning(meaning: Meaning, level: Option<usize>) -> Role {
    match meaning {
        Meaning::Points => level.map_or(Role::Points, Role::GroupPoints),
        Meaning::Weight => level.map_or(Role::Points, Role::Weight),
        Meaning::Content => Role::Criterion,
        _ => SAME.iter().find(|(same, _)| *same == meaning).map_or(Role::Ignored, |(_, role)| *role),
    }
}

/// Levels without gaps: a table that begins with 二级指标 has that as its first.
fn close_levels(roles: &mut [Role]) {
    let mut used: Vec<usize> = roles.iter().filter_map(|role| role.level()).collect();
    used.sort_unstable();
    for role in roles {
        if let Role::Level(level) | Role::GroupPoints(level) | Role::Weight(level) = role {
            *level = used.iter().position(|used| used == level).unwrap_or(*level);
        }
    }
}

impl Role {
    /// Of a column of names.
    pub(in crate::import) fn level(self) -> Option<usize> {
        match self {
            Self::Level(level) => Some(level),
            _ => None,
        }
    }
}

/// The last column of points is that of the indicators; the weights of the indicators are where there is no 分值.
pub(super) fn settle_points(roles: &mut [Role], deepest: usize) {
    let last = roles.iter().rposition(|role| matches!(role, Role::GroupPoints(_) | Role::Points));
    let last = last.or_else(|| roles.iter().rposition(|role| *role == Role::Weight(deepest)));
    if let Some(role) = last.and_then(|last| roles.get_mut(last)) {
        *role = Role::Points;
    }
}
