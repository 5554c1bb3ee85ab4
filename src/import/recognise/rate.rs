//! 按率计算: `按实际到位率计算得分`, `得分=完成率×分值`.

use super::captured::{found, share};
use super::proposal::{Attempt, Form, Proposal};
use super::source::Source;
use crate::import::words::{is_harmless, pattern};
use crate::template::{
    Award, Choice, Deviation, Direction, EnteredRate, FundsRate, Label, Measure, MeasuredNumber, Points, Rate,
};
use crate::text::Message;
use rust_decimal::Decimal;

pattern!(
    BY,
    concat!(
        r"(?:按照?|根据|依据|以)(?P<name>[^,;。×=0-9]*?(?:率|比例|程度|比重|满意度))(?:情况)?(?:与分值的乘积)?",
        r"(?:来|进行|予以)?(?:计算得分|计算确定得分|计算计分|计算|计分|评分|得分|打分|确定得分|折算得分|核算得分|给分|赋分)+(?:[(](?P<points>%n)分[)])?"
    )
);
pattern!(
    TIMES,
    r"(?:否则)?(?:按照?|以)?(?:(?:指标|本项|该项|实际)?(?:得分|评分|计分)[=:])?(?:(?P<left>[(]1-(?P<of>[^,;。=×0-9()+-]*?率)[)])|(?P<name>[^,;。=×0-9()+-]*?(?:率|比例|程度|满意度)))×(?:(?P<points>%n)分?|(?:指标|标准|该项|本项|该指标|本指标)?(?:分值|权重分值|权重分|权重|标准分|满分))(?:计算得分|计算|计分|计)?"
);
// 通过数量/总数×50分: a rate in its two numbers.
pattern!(
    FRACTION,
    r"^(?:按照?|以|根据)?(?:(?:指标|本项|该项|实际)?(?:得分|评分|计分)[=:])?[(]?(?P<actual>[^,;。=×÷/0-9%()]{1,16})[)]?[÷/][(]?(?P<target>[^,;。=×÷/0-9%()]{1,16})[)]?[×xX](?:100%×)?(?:(?P<points>%n)分?|(?:指标|标准|该项|本项)?(?:分值|标准分|满分))(?:计算得分|计算|计分|得分)?(?:,?(?:(?:最高|最多)(?P<most>%n)分|超过(?P<over>%n)分(?:的)?按(?P<counts>%n)分(?:计算|计)))?[;。]*$"
);
pattern!(
    PROPORTION,
    r"(?:未(?:完成|达到|达标|实现)[^,;。0-9]*,?|(?:[^,;。0-9]{0,12})(?:<|低于|不足|小于|未达到?)100%(?:的|,)*)?按(?:照)?(?:实际)?(?:完成|达成|实现)?比例(?:计算)?(?:得分|计分|给分|赋分|扣分)"
);
pattern!(CUT_OFF, r"[^,;。0-9]*?(?:低于|小于|不足|<)(?P<share>%n)%(?:的|,)*(?:不得分|得0分|0分|不计分)");
pattern!(
    FULL,
    r"(?:[^,;。0-9]*?(?:率|比例|度)?(?:大于等于|大于或等于|达到|达|≥|>=|超过|为|=)?100%(?:[(]?含?[)]?及?以上)?|全部完成|按[时期]完成|完成|完成目标|达到目标值?|完成(?:年度)?(?:绩效)?(?:目标|指标)值?)(?:的|,)*(?:(?:得|计)(?:满分|(?P<full>%n)分)|(?:均|也)?按(?:照)?(?:满分|100%)(?:计算|计分|计|记|得分))"
);
pattern!(pub(super) FORMULA, r"(?P<name>[^,;。=0-9]*率)=(?P<formula>[(]?[^;。]*?[)]?×?100%)");

pub(super) fn rate(source: &Source) -> Attempt {
    if let Some(read) = by_fraction(source) {
        return Some(Ok(vec![read]));
    }
    let text = FORMULA.replace_all(&source.standard, ";").into_owned();
    let By { name, stated, rest, is_left } = by_name(&text).or_else(|| by_proportion(&text))?;
    let mut rest = rest;
    let full = FULL.captures(&rest).and_then(|captures| found(&captures, "full"));
    let cut_off = CUT_OFF.captures(&rest).and_then(|captures| found(&captures, "share"));
    rest = CUT_OFF.replace(&rest, ";").into_owned();
    rest = FULL.replace(&rest, ";").into_owned();
    if [stated, full].into_iter().flatten().any(|points| points != source.points)
        || !is_harmless(&rest)
        || name.contains("扣")
    {
        return None;
    }
    let name = short(&name);
    if is_left
        && !["偏差", "偏离", "节约", "增长", "下降", "变动", "结余", "结转"]
            .iter()
            .any(|word| name.contains(word))
    {
        // (1 − 差错率) × 5 says it all.
        let rate = Rate {
            direction: Direction::Complement,
            cut_off: cut_off.map(share),
            ..Rate::blank(entered(&name))
        };
        return Some(Ok(vec![Proposal::of(Form::Rate, Award::Rate(rate))]));
    }
    if is_left {
        return Some(Err(Message::new("import-why-rate").with("rate", name)));
    }
    Some(proposals(source, &name, cut_off.map(share)))
}

/// A rate that the points are multiplied by.
struct By {
    name: String,
    /// The points, where they are stated.
    stated: Option<Decimal>,
    /// What else the text says.
    rest: String,
    /// What it leaves of 1 counts: `(1-差错率)×5`.
    is_left: bool,
}

fn by_fraction(source: &Source) -> Option<Proposal> {
    let captures = FRACTION.captures(&source.standard)?;
    let label = |name: &str| captures.name(name).map(|text| Label::from(text.as_str()));
    let is_all = |name: &str| found(&captures, name).is_none_or(|points| points == source.points);
    let is_whole = ["points", "most", "over", "counts"].into_iter().all(is_all);
    let (target, actual) = (label("target")?, label("actual")?);
    let measure = Measure::Entered(EnteredRate { target, actual, ..EnteredRate::blank() });
    is_whole.then(|| Proposal::of(Form::Rate, Award::Rate(Rate::blank(measure))))
}

fn by_name(text: &str) -> Option<By> {
    let captures = TIMES.captures(text).or_else(|| BY.captures(text))?;
    let name = captures.name("name").or_else(|| captures.name("of"))?.as_str().to_owned();
    let rest = text.replacen(captures.get(0)?.as_str(), ";", 1);
    let is_left = captures.name("left").is_some();
    Some(By { name, stated: found(&captures, "points"), rest, is_left })
}

fn by_proportion(text: &str) -> Option<By> {
    let found = PROPORTION.find(text)?;
    let rest = text.replacen(found.as_str(), ";", 1);
    Some(By { name: "完成率".to_owned(), stated: None, rest, is_left: false })
}

/// `项目资金的实际到位率` is the 到位率.
fn short(name: &str) -> String {
    let name = name.rsplit_once('的').map_or(name, |(_, name)| name);
    let name = name.trim_start_matches(['对', '照', '与', ':', ',']);
    // 满意度在90%以上.
    let name = name.strip_prefix("实际").unwrap_or(name).trim_end_matches('在');
    if name.chars().count() < 2 || name == "比例" { "完成率".to_owned() } else { name.to_owned() }
}

fn proposals(source: &Source, name: &str, cut_off: Option<Decimal>) -> Result<Vec<Proposal>, Message> {
    let of = |measure: Measure, direction| {
        let award = Award::Rate(Rate { direction, cut_off, ..Rate::blank(measure) });
        Proposal::of(Form::Rate, award)
    };
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if any(&["节约", "增长", "下降", "偏差", "偏离", "变动"]) {
        return Err(Message::new("import-why-rate").with("rate", name));
    }
    if let Some((rate, message)) = funds(source, name) {
        return Ok(vec![of(Measure::Funds(rate), Direction::Positive).assuming(message)]);
    }
    if any(&["成本"]) {
        let proposal = |direction, key| of(entered(name), direction).assuming(Message::new(key));
        return Ok(vec![
            proposal(Direction::ReverseRatio, "import-assumed-reverse-ratio"),
            proposal(Direction::ReverseLinear, "import-assumed-reverse-linear"),
            proposal(Direction::Positive, "import-assumed-positive"),
        ]);
    }
    if any(&["差错", "投诉", "事故", "故障", "发案", "错误", "失误", "退货", "违规", "信访", "返工"])
    {
        let message = Message::new("import-assumed-complement").with("rate", name);
        let positive =
            of(entered(name), Direction::Positive).assuming(Message::new("import-assumed-positive"));
        return Ok(vec![of(entered(name), Direction::Complement).assuming(message), positive]);
    }
    if any(&["满意"]) {
        return Ok(vec![of(satisfied(name), Direction::Positive)]);
    }
    if name.ends_with("程度") {
        return Ok(by_degree(source, of(entered(name), Direction::Positive)));
    }
    Ok(vec![of(entered(name), Direction::Positive)])
}

/// Rates that the funds form yields, with what that assumes.
fn funds(source: &Source, name: &str) -> Option<(FundsRate, Message)> {
    let from_received = source.criterion.contains("实际到位") || source.standard.contains("实际到位资金");
    let rate = if name.contains("到位") && name.ends_with('率') && !name.contains("及时") {
        FundsRate::Arrival
    } else if name.contains("支出率") {
        FundsRate::Spending
    } else if ["预算执行率", "资金执行率", "支出执行率", "执行率"].iter().any(|known| name.ends_with(known))
    {
        if from_received { FundsRate::Spending } else { FundsRate::Execution }
    } else {
        return None;
    };
    let key = match rate {
        FundsRate::Arrival => "import-assumed-arrival",
        FundsRate::Execution => "import-assumed-execution",
        FundsRate::Spending => "import-assumed-spending",
    };
    Some((rate, Message::new(key)))
}

/// What a band or a step measures, by the name that the words give it or else that of the indicator.
pub(super) fn measure(
    source: &Source,
    name: Option<&str>,
    is_percent: bool,
    assumed: &mut Vec<Message>,
) -> Measure {
    let name = short(name.unwrap_or(&source.name));
    if !is_percent {
        return Measure::Number(MeasuredNumber { label: name.into(), unit: source.unit.clone() });
    }
    if let Some((rate, message)) = funds(source, &name) {
        assumed.push(message);
        return Measure::Funds(rate);
    }
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if any(&["偏差", "偏离"]) {
        Measure::Deviation(Deviation::blank())
    } else if any(&["增长", "下降", "变动", "节约", "降低", "提高"]) {
        // Not 实际 ÷ 目标: only the rate itself can be entered.
        Measure::Number(MeasuredNumber { label: name.into(), unit: "%".into() })
    } else if any(&["满意"]) {
        satisfied(&name)
    } else {
        entered(&name)
    }
}

/// 满意率 of a survey: satisfied answers among the valid ones.
fn satisfied(name: &str) -> Measure {
    Measure::Entered(EnteredRate {
        target: "有效问卷份数".into(),
        actual: "满意份数".into(),
        rate: name.into(),
        exempt: None,
    })
}

fn entered(name: &str) -> Measure {
    let base = name.trim_end_matches('率').trim_end_matches("程度");
    let label = |what: &str| -> Label { format!("{base}{what}").into() };
    Measure::Entered(EnteredRate {
        target: label("目标值"),
        actual: label("实际值"),
        rate: name.into(),
        exempt: None,
    })
}

/// 实现程度, 影响程度: a rate where it is measured, bands where it is judged. The table does not say which.
fn by_degree(source: &Source, rate: Proposal) -> Vec<Proposal> {
    let rate = rate.assuming(Message::new("import-assumed-degree-rate"));
    let bands = |lower: i64| {
        let message = Message::new("import-assumed-degree-bands").with("lower", lower);
        Proposal::of(Form::Qualitative, qualitative(Decimal::new(lower, 2))).assuming(message)
    };
    let judged = ["社会", "环境", "生态", "影响", "可持续"].iter().any(|word| source.name.contains(word));
    match judged {
        true => vec![bands(60), bands(50), rate],
        false => vec![rate, bands(60), bands(50)],
    }
}

/// 达成、部分达成、未达成 (R9), with the lower edge at 60 % or 50 %.
pub(super) fn qualitative(lower: Decimal) -> Award {
    let upper = Decimal::new(8, 1);
    let option = |id: &str, label: &str, from, to| Choice {
        id: id.into(),
        label: label.into(),
        points: Points::Share { from, to },
    };
    Award::OneOf {
        options: vec![
            option("achieved", "达成年度指标", upper, Decimal::ONE),
            option("partly", "部分达成并具有一定效果", lower, upper),
            option("missed", "未达成且效果较差", Decimal::ZERO, lower),
        ],
    }
}
