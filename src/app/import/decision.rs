//! What was decided about one rule of an import.

use crate::import::Reading;
use crate::template::Rule;
use serde::{Deserialize, Serialize};

/// How the rule of an indicator is read was confirmed or chosen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Decision {
    /// Place among the readings.
    pub index: usize,
    /// Row of the sheet, by which the place is known to be the same one.
    pub row: usize,
    /// The rule that was chosen; `None` leaves it to be entered by hand.
    pub rule: Option<Rule>,
}

impl Decision {
    /// What stands in this place now and what of it was chosen then, where it is the same row and it still offers that
    /// rule: nothing else counts as decided.
    pub(crate) fn holds(&self, readings: &[Reading]) -> Option<Option<usize>> {
        let reading = readings.get(self.index).filter(|reading| reading.row == self.row)?;
        match &self.rule {
            None => Some(None),
            Some(rule) => reading.proposals.iter().position(|proposal| proposal.rule == *rule).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decision;
    use crate::import::{Mapping, Vocabulary, import, paste};
    use crate::template::{Award, Rule};

    #[test]
    fn a_decision_holds_only_where_its_row_still_offers_its_rule() {
        let grid = paste("指标\t分值\t评分标准\n台账完整\t60\t台账完整（30分）、及时更新（30分）").unwrap();
        let made = import(&grid, &Mapping::propose(&grid, Vocabulary::shipped()).unwrap()).unwrap();
        let reading = &made.readings[0];
        let offered = reading.proposals[0].rule.clone();
        let decision = |row, rule| Decision { index: 0, row, rule };
        assert_eq!(decision(reading.row, Some(offered.clone())).holds(&made.readings), Some(Some(0)));
        assert_eq!(decision(reading.row, None).holds(&made.readings), Some(None), "by hand");
        assert_eq!(decision(reading.row + 1, Some(offered)).holds(&made.readings), None, "another row");
        assert_eq!(decision(reading.row, Some(Rule::of(Award::Full))).holds(&made.readings), None);
        assert_eq!(Decision { index: 9, row: reading.row, rule: None }.holds(&made.readings), None);
    }
}
