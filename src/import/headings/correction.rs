//! What somebody says of a table where its headings say otherwise.

use super::mapping::{Mapping, letter};
use super::role::{MOST_LEVELS, Role};
use super::vocabulary::Vocabulary;
use crate::import::ImportError;
use crate::import::grid::Grid;
use crate::import::words::{folded, squeezed};
use crate::template::Form;

/// Corrections of what the headings say, as they are typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Corrections {
    /// Row of the headings, as the sheet shows it.
    pub heading: Option<usize>,
    /// Columns, by letter or heading, and what they hold: `F=standard`, `分数=points`.
    pub columns: Vec<String>,
    /// Which form it is.
    pub form: Option<Form>,
}

impl Corrections {
    /// What the headings say, and what is corrected.
    ///
    /// # Errors
    /// No headings are found and none are named, or a correction names a row, a column or a role that there is not.
    pub fn mapping(&self, grid: &Grid, vocabulary: &Vocabulary) -> Result<Mapping, ImportError> {
        let mut mapping = match self.heading {
            None => Mapping::propose(grid, vocabulary)?,
            Some(number) => {
                let row = grid.rows.iter().position(|row| row.number == number);
                let row = row.ok_or(ImportError::NoRow { row: number })?;
                Mapping::at(grid, vocabulary, row)
                    .unwrap_or_else(|| Mapping { heading: row, ..Mapping::blank(grid) })
            }
        };
        for correction in &self.columns {
            let bad = || ImportError::BadColumn { correction: correction.clone() };
            let (column, role) = correction.rsplit_once('=').ok_or_else(bad)?;
            let column = column_of(grid, &mapping, column.trim())
                .ok_or_else(|| ImportError::NoColumn { column: column.trim().to_owned() })?;
            let role = match role.trim() {
                "level" => next_level(&mapping, column),
                role => Role::by_name(role).ok_or_else(bad)?,
            };
            mapping.set(column, role);
        }
        mapping.form = self.form.or(mapping.form);
        Ok(mapping)
    }
}

/// By its letter, or by its heading.
fn column_of(grid: &Grid, mapping: &Mapping, named: &str) -> Option<usize> {
    let columns = || 0..grid.width;
    let by_letter = columns().find(|column| letter(*column).eq_ignore_ascii_case(named));
    let plain = |text: &str| squeezed(&folded(text));
    by_letter.or_else(|| columns().find(|column| plain(&mapping.heading_of(grid, *column)) == plain(named)))
}

/// The level below those to the left.
fn next_level(mapping: &Mapping, column: usize) -> Role {
    let left = mapping.columns.iter().take(column).filter(|role| role.level().is_some()).count();
    Role::Level(left.min(MOST_LEVELS - 1))
}

impl Role {
    /// What it is called on the command line: `level1`, `points`, `points-of-level1`, `standard`.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::all().chain([Self::Unknown]).find(|role| role.command_name() == name)
    }

    /// See [`Self::by_name`].
    pub fn command_name(self) -> String {
        let name = match self {
            Self::Level(level) => return format!("level{}", level + 1),
            Self::GroupPoints(level) => return format!("points-of-level{}", level + 1),
            Self::Weight(level) => return format!("weight-of-level{}", level + 1),
            Self::Ignored => "ignored",
            Self::Unknown => "unknown",
            Self::Points => "points",
            Self::Criterion => "criterion",
            Self::Standard => "standard",
            Self::NamingStandard => "naming-standard",
            Self::Tier => "tier",
            Self::Unit => "unit",
            Self::Sign => "sign",
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Score => "score",
            Self::Deduction => "deduction",
            Self::Reason => "reason",
            Self::Evidence => "evidence",
            Self::Remark => "remark",
        };
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::paste;
    use super::*;

    #[test]
    fn headings_and_columns_are_corrected() {
        let grid = paste("表\n甲\t乙\t丙\n台账\t10\t酌情\n档案\t20\t酌情\n日志\t5\t酌情").unwrap();
        assert_eq!(Mapping::propose(&grid, Vocabulary::shipped()), Err(ImportError::NoHeading));
        let columns = ["A=level", "乙=points", "C=standard"].map(str::to_owned).to_vec();
        let corrections = Corrections { heading: Some(2), columns, form: Some(Form::SelfEvaluation) };
        let mapping = corrections.mapping(&grid, Vocabulary::shipped()).unwrap();
        assert_eq!(mapping.columns, [Role::Level(0), Role::Points, Role::Standard]);
        assert_eq!((mapping.heading, mapping.form), (1, Some(Form::SelfEvaluation)));
        let wrong = |heading, column: &str| {
            let corrections = Corrections { heading, columns: vec![column.to_owned()], form: None };
            corrections.mapping(&grid, Vocabulary::shipped()).unwrap_err()
        };
        assert_eq!(wrong(Some(9), "A=level"), ImportError::NoRow { row: 9 });
        assert_eq!(wrong(Some(2), "Z=points"), ImportError::NoColumn { column: "Z".into() });
        assert_eq!(wrong(Some(2), "A=斤两"), ImportError::BadColumn { correction: "A=斤两".into() });
    }

    #[test]
    fn every_role_has_a_name_of_its_own() {
        for role in Role::all() {
            assert_eq!(Role::by_name(&role.command_name()), Some(role));
        }
    }
}
