//! Pieces that each state their points: `设有目标（1分）；目标明确（1分）`, `优得5分，良得3分，差不得分`.

use super::captured::{found, share};
use super::interval::is_interval;
use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::{is_harmless, is_label, label, pattern};
use crate::number::plain;
use crate::template::{Award, Choice, Part, Parts, Points};
use crate::text::Message;
use regex::Captures;
use rust_decimal::Decimal;

pattern!(
    PIECE,
    concat!(
        r"(?P<label>.+?)(?:",
        r"[(](?:得|计)?(?:(?P<low>%n)(?:-|至|到))?(?P<bracketed>%n)分[)][;,。、]*",
        r"|(?:的|,|:|可|为|本项|该项)*(?:得|计|记|赋|给|占)?(?:(?P<from>%n)分?(?:-|至|到))?(?P<stated>%n)分(?:[;,。、]+|$)",
        r"|(?:的|,|:|可|本项|该项)*(?:得|计|给)(?:本项|该项)?(?P<full>满分|全分)(?:[;,。、]+|$)",
        r"|(?:的|,|:|本项|该项)*(?P<nothing>不得分|不计分|零分|不给分)(?:[;,。、]+|$)",
        r"|(?:的|,|:|可)*(?:得|计|给)(?:分值|权重分?|满分|该项分值|本项分值|标准分|总分)?的?(?P<percent>%n)%(?:的)?(?:分值|权重分?|分数|分|权重分值)?(?:[;,。、]+|$)",
        r")"
    )
);

/// A piece of text and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece<'t> {
    pub text: &'t str,
    pub worth: Points,
}

/// Splits the whole of a text into pieces; `None` where anything that decides points is left over.
pub(super) fn pieces(text: &str, full: Decimal) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for captures in PIECE.captures_iter(text) {
        let words = captures.name("label")?.as_str();
        pieces.push(Piece { text: words, worth: worth(&captures, full)? });
        end = captures.get(0)?.end();
    }
    let rest = text.split_at_checked(end)?.1;
    (!pieces.is_empty() && is_harmless(rest)).then_some(pieces)
}

fn worth(captures: &Captures<'_>, full: Decimal) -> Option<Points> {
    if captures.name("full").is_some() {
        return Some(Points::Fixed(full));
    }
    if captures.name("nothing").is_some() {
        return Some(Points::Fixed(Decimal::ZERO));
    }
    if let Some(percent) = found(captures, "percent") {
        return Some(Points::Fraction(share(percent)));
    }
    let to = found(captures, "bracketed").or_else(|| found(captures, "stated"))?;
    Some(match found(captures, "low").or_else(|| found(captures, "from")) {
        Some(from) => Points::Range { from: from.min(to), to: from.max(to) },
        None => Points::Fixed(to),
    })
}

/// The most that it is worth.
fn top(worth: &Points, full: Decimal) -> Decimal {
    match worth {
        Points::Fixed(points) => *points,
        Points::Range { to, .. } => *to,
        Points::Fraction(share) | Points::Share { to: share, .. } => {
            full.checked_mul(*share).unwrap_or_default()
        }
    }
}

pattern!(
    RANKED,
    r"^(?:优秀?|良好?|中|差|较[好差]|好|一般|合格|不合格|是|否|及时|不及时|完整|不完整)(?:的)?$"
);
pattern!(OTHERWISE, r"^(?:否则|其他|其它|其余|除此之外|其他情[况形]|未达到)$");

pattern!(COUNTED, "每|最高|最多|至多|不超过|累计|封顶");

/// 优、良、中; 基本完成、部分完成: words of degree exclude each other.
pub(super) fn are_degrees<'t>(mut labels: impl Iterator<Item = &'t str>) -> bool {
    labels.any(|text| RANKED.is_match(text) || text.contains("基本") || text.contains("部分"))
}

/// Do the labels exclude each other, so that they cannot add up?
fn exclude_each_other(pieces: &[Piece<'_>]) -> bool {
    let labels: Vec<_> = pieces.iter().map(|piece| label(piece.text)).collect();
    are_degrees(labels.iter().map(|text| &**text))
        || labels.iter().any(|text| OTHERWISE.is_match(text))
        || pieces.iter().any(|piece| matches!(&piece.worth, Points::Fixed(points) if points.is_zero()))
}

/// Parts where the pieces add up to the points, tiers where the best piece is worth all of them.
pub(super) fn scored(source: &Source) -> Attempt {
    let pieces = pieces(&source.standard, source.points)?;
    let otherwise = |text: &str| OTHERWISE.is_match(&label(text));
    let are_labels = pieces.iter().all(|piece| otherwise(piece.text) || is_label(piece.text));
    let are_numbers = pieces.iter().any(|piece| is_interval(piece.text));
    // 每开展一次得 2 分，最高 6 分: not worth what it says, but that many times.
    let are_counted = pieces.iter().any(|piece| COUNTED.is_match(piece.text));
    if !are_labels || are_numbers || are_counted {
        return None;
    }
    let tops = pieces.iter().map(|piece| top(&piece.worth, source.points));
    let sum = tops.clone().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(points))?;
    let best = tops.max()?;
    let are_fixed = pieces.iter().all(|piece| matches!(piece.worth, Points::Fixed(_)));
    Some(
        if let [only, rest] = pieces.as_slice()
            && otherwise(rest.text)
            && best == source.points
        {
            Ok(vec![parts(std::slice::from_ref(only))])
        } else if are_fixed && sum == source.points && !exclude_each_other(&pieces) {
            Ok(vec![parts(&pieces)])
        } else if pieces.len() > 1 && best == source.points {
            tiers(&pieces, source.points)
        } else {
            let message = Message::new("import-why-sum").with("sum", plain(sum));
            Err(message.with("points", plain(source.points)))
        },
    )
}

fn parts(pieces: &[Piece<'_>]) -> Proposal {
    let part = |(number, piece): (usize, &Piece<'_>)| Part {
        id: format!("p{}", number + 1).into(),
        label: label(piece.text),
        points: match piece.worth {
            Points::Fixed(points) => points,
            _ => Decimal::ZERO,
        },
    };
    let parts = pieces.iter().enumerate().map(part).collect();
    Proposal::of(Form::Parts, Award::Parts(Parts::of(parts)))
}

fn tiers(pieces: &[Piece<'_>], full: Decimal) -> Result<Vec<Proposal>, Message> {
    let mut sorted: Vec<&Piece<'_>> = pieces.iter().collect();
    sorted.sort_by_key(|piece| std::cmp::Reverse(top(&piece.worth, full)));
    if sorted.windows(2).any(|pair| top(&pair[0].worth, full) == top(&pair[1].worth, full)) {
        return Err(Message::new("import-why-tiers"));
    }
    let option = |(number, piece): (usize, &&Piece<'_>)| Choice {
        id: format!("o{}", number + 1).into(),
        label: label(piece.text),
        points: piece.worth.clone(),
    };
    let options = sorted.iter().enumerate().map(option).collect();
    Ok(vec![Proposal::of(Form::Tiers, Award::OneOf { options })])
}
