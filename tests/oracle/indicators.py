"""docs/SCORING.md §1–3, indicators, as a program. Written from that file alone; it shares nothing with the program's own
scoring. Templates and evaluations are as `ron.read` yields them. Everything is a Fraction until it is rounded.
"""

import re
import unicodedata
from fractions import Fraction as F

UNSCORED, NO_INFORMATION, NOT_APPLICABLE = "Unscored", "NoInformation", "NotApplicable"
SCORED, COMPARED = "Scored", "Compared"


class NoPoints(Exception):
    """An award or deduction comes to no points; `state` is what that makes of the indicator."""

    def __init__(self, state=UNSCORED):
        self.state = state


class ByZero(Exception):
    """Divided by zero; the award's policy says what holds. `actual` is B, where it is A that is 0."""

    def __init__(self, actual=None):
        self.actual = actual


def num(text):
    """A number as it is written: `"4"`, `"0.95"`, `"95%"`."""
    if isinstance(text, (F, int)):
        return F(text)
    text = text.strip()
    return F(text[:-1].strip()) / 100 if text[-1] in "%％" else F(text)


def rounded(value, decimals):
    """四舍五入, half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(whole if value >= 0 else -whole, 10**decimals)


def floor(value):
    return value.numerator // value.denominator


def counted(units, counting):
    """Units as `Counting` counts them."""
    if counting == "Whole":
        return F(floor(units))
    return F(-floor(-units)) if counting == "Begun" else units


def name_of(tag, default=None):
    return default if tag is None else tag.name


class Entry:
    """What was entered for one indicator, seen through a prefix within alternatives."""

    def __init__(self, entry, prefix=""):
        self.entry = entry
        self.inputs = entry.get("inputs", {})
        self.prefix = prefix

    def within(self, prefix):
        return Entry(self.entry, f"{self.prefix}{prefix}/")

    def _of(self, key, kind):
        value = self.inputs.get(self.prefix + key)
        return value.body if value is not None and value.name == kind else None

    def flag(self, key):
        return self._of(key, "Flag")

    def choice(self, key="choice"):
        return self._of(key, "Choice")

    def text(self, key):
        return self._of(key, "Text")

    def number(self, key):
        value = self._of(key, "Number")
        return None if value is None else num(value)

    def list(self):
        return [num(value) for value in self._of("list", "List") or []]

    @property
    def rows(self):
        return self.entry.get("ledger", [])

    @property
    def ledger_answered(self):
        return bool(self.rows) or self.flag("nothing") is True


def needed(value):
    if value is None:
        raise NoPoints()
    return value


def divided(a, b):
    if b == 0:
        raise ByZero()
    return a / b


def of_target(actual, target):
    if target == 0:
        raise ByZero(actual)
    return actual / target


# 3.2 The ledger.


class Row:
    def __init__(self, data, kinds):
        self.data, self.kind, self.count = data, kinds[data["kind"]], num(data.get("count", "1"))
        self.matter = unicodedata.normalize("NFKC", data.get("matter", "").strip()).strip()
        becomes = self.kind.get("becomes")
        if becomes is not None and self.count >= num(becomes["from"]):
            self.kind, self.count = kinds[becomes["kind"]], F(1)

    def base(self, decimals):
        worth = self.kind["worth"]
        if worth.name == "Each":
            return num(worth.body) * self.count
        if worth.name == "Within":
            points = num(needed(self.data.get("points")))
            if not num(worth.get("from")) <= points <= num(worth.get("to")):
                raise NoPoints()
            return points
        units = num(needed(self.data.get("money"))) / num(worth.get("yuan"))
        counting = name_of(worth.get("counting"), "Whole")
        points = num(worth.get("points")) * counted(units, counting)
        return rounded(points, decimals) if counting == "Proportional" else points

    def points(self, decimals, weights):
        base = self.base(decimals)
        size = abs(base)
        for weight in weights:
            size *= num(weight.get("times", "1"))
        size = max(F(0), size + sum((num(weight.get("plus", "0")) for weight in weights), F(0)))
        return size if base > 0 else -size if base < 0 else F(0)


class Ledger:
    def __init__(self, ledger, rows, decimals):
        self.ledger, self.decimals = ledger, decimals
        kinds = {kind["id"]: kind for kind in ledger["kinds"]}
        self.rows = [Row(row, kinds) for row in rows if row.get("exempt") is None]
        self.worth = [self.row_points(row) for row in self.rows]
        if name_of(ledger.get("same_matter"), "Each") == "HighestOnly":
            self.rows = self.highest_of_each_matter()

    def row_points(self, row, tier=()):
        factors = [f for f in self.ledger.get("factors", []) if f["id"] in row.data.get("factors", [])]
        return row.points(self.decimals, [*factors, *tier])

    def highest_of_each_matter(self):
        best = {}
        for at, row in enumerate(self.rows):
            key = row.matter or at
            if key not in best or abs(self.worth[at]) > abs(self.worth[best[key]]):
                best[key] = at
        return [self.rows[at] for at in sorted(best.values())]

    def count(self):
        return sum((row.count for row in self.rows), F(0))

    def money(self):
        return sum((num(row.data.get("money") or "0") for row in self.rows), F(0))

    def points(self):
        reached = [tier for tier in self.ledger.get("tiers", []) if num(tier["from"]) <= self.count()]
        tier = [max(reached, key=lambda tier: num(tier["from"]))] if reached else []
        points = [(row.kind, self.row_points(row, tier)) for row in self.rows]
        if self.ledger.get("no_offset") and any(value < 0 for _, value in points):
            points = [(kind, min(value, F(0))) for kind, value in points]
        total = F(0)
        for kind in self.ledger["kinds"]:
            of_kind = sum((value for own, value in points if own is kind), F(0))
            cap = kind.get("cap")
            total += of_kind if cap is None else max(-num(cap), min(num(cap), of_kind))
        kill = self.ledger.get("kill")
        if kill and sum((row.count for row in self.rows if row.kind["id"] in kill["kinds"]), F(0)) >= kill["count"]:
            return num(kill.get("to", "0"))
        return total


# 2.1 Measures.


class Scorer:
    """One indicator's rule and entry."""

    def __init__(self, template, indicator, entry, funds, other=None):
        """`other(id)` is the line of another indicator, scored, with its `scorer`; it raises NoPoints where there is none."""
        self.rule, self.other = indicator["rule"], other
        self.points = num(indicator.get("points", "0"))
        self.entry = Entry(entry)
        self.funds = funds
        rounding = template.get("rounding", {})
        self.edge_decimals = rounding.get("item_decimals", 2)
        round_first = name_of(rounding.get("order"), "RoundThenAdd") == "RoundThenAdd"
        self.step = num(rounding.get("step", "0.01"))
        self.decimals = self.edge_decimals if round_first else 12
        ceiling = self.rule.get("ceiling")
        self.top = self.points if ceiling is None else num(ceiling)
        self.floor = num(self.rule.get("floor") or "0")

    def fund(self, column):
        amounts = [num(line[column]) for line in self.funds.get("lines", []) if line.get(column) is not None]
        return sum(needed(amounts or None), F(0))

    def pair(self, measure, entry):
        """(A, B), or None where the measure is a number itself."""
        if measure.name == "Funds":
            below, above = {
                "Arrival": ("annual_budget", "received"),
                "Execution": ("annual_budget", "executed"),
                "Spending": ("received", "executed"),
            }[measure.body.name]
            return self.fund(below), self.fund(above)
        if measure.name == "Other" and measure.get("takes").name == "Rate":
            return self.measured_by(measure, "pair")
        if measure.name == "Entered" and entry.number("rate") is None:
            pair = [needed(entry.number("target")), needed(entry.number("actual"))]
            if measure.get("exempt") is not None:
                at = ["Target", "Actual"].index(measure.get("exempt")["from"].name)
                pair[at] -= entry.number("rate/exempt") or 0
                if pair[at] < 0:
                    raise NoPoints()
            return tuple(pair)
        return None

    def number(self, measure, entry, full):
        pair = self.pair(measure, entry)
        if pair:
            return of_target(pair[1], pair[0])
        return getattr(self, "number_" + measure.name.lower())(measure, entry, full)

    def measured_by(self, measure, what):
        """What the award of another indicator measures, where that one applies."""
        node = self.other(measure.get("indicator"))
        if node.state in (NO_INFORMATION, NOT_APPLICABLE):
            raise NoPoints()
        taken, own = node.scorer.rule["award"].get("measure"), node.scorer
        try:
            return own.pair(taken, own.entry) if what == "pair" else own.number(taken, own.entry, own.top)
        except NoPoints:
            raise NoPoints() from None

    def number_other(self, measure, _entry, _full):
        takes, node = measure.get("takes").name, self.other(measure.get("indicator"))
        if takes in ("Score", "ScoreRate"):
            score = needed(node.score)
            return score if takes == "Score" else needed(score / node.points if node.points else None)
        if takes == "Count":
            return self.counted_by(node)
        return self.measured_by(measure, "number")

    @staticmethod
    def counted_by(node):
        if node.state in (NO_INFORMATION, NOT_APPLICABLE):
            raise NoPoints()
        entry = node.scorer.entry
        own = [tag.get("id") for tag in node.scorer.rule.get("deductions", []) if tag.name == "Each"]
        if not own:
            return node.scorer.ledger().count()
        if all(entry.number(key + "/count") is None for key in own):
            raise NoPoints()
        return sum((max(F(0), (entry.number(key + "/count") or 0) - (entry.number(key + "/exempt") or 0)) for key in own), F(0))

    def number_entered(self, _measure, entry, _full):
        return entry.number("rate") / 100

    def number_number(self, measure, entry, _full):
        value = needed(entry.number("value"))
        return value / 100 if measure.get("unit") == "%" else value

    def number_deviation(self, measure, entry, _full):
        target, actual = needed(entry.number("target")), needed(entry.number("actual"))
        if target == 0:
            raise ByZero(actual)
        away = (actual - target) / target
        return away if measure.get("signed") else abs(actual - target) / target

    def number_survey(self, measure, entry, _full):
        options = measure.get("options")
        counts = [entry.number(option["id"] + "/count") for option in options]
        if all(count is None for count in counts):
            raise NoPoints()
        weights = [num(option["weight"]) for option in options]
        weighed = sum((w * (n or 0) for w, n in zip(weights, counts)), F(0))
        return divided(weighed, max(weights) * sum((n or F(0) for n in counts), F(0)))

    def number_panel(self, measure, entry, full):
        marks = sorted(needed(entry.list() or None))
        most = num(measure.get("most")) if measure.get("most") is not None else full
        if marks[0] < 0 or marks[-1] > most:
            raise NoPoints()
        mean = measure.get("mean").name
        if mean == "Trimmed" and len(marks) > 5:
            marks = marks[1:-1]
        if mean == "Median":
            marks = marks[(len(marks) - 1) // 2 : len(marks) // 2 + 1]
        result = sum(marks, F(0)) / len(marks)
        decimals = measure.get("decimals")
        return result if decimals is None else rounded(result, decimals)

    def number_passes(self, measure, entry, _full):
        passed = [self.row_passes(row, entry) for row in measure.get("rows")]
        applying = [answer for answer in passed if answer is not None]
        return divided(F(sum(applying)), F(len(applying)))

    def row_passes(self, row, entry):
        """None where it does not apply."""
        answer = entry.choice(row["id"])
        if answer == "not-applicable":
            return None
        if row.get("from") is None or row.get("to") is None:
            return needed(answer) == "yes"
        a, b = needed(entry.number(row["id"] + "/target")), needed(entry.number(row["id"] + "/actual"))
        return num(row["from"]) * a <= b <= num(row["to"]) * a

    def number_subsheets(self, measure, entry, _full):
        sheets = measure.get("sheets")
        totals = [entry.number(sheet["id"] + "/total") for sheet in sheets]
        decimals = measure.get("decimals")
        if decimals is not None:
            totals = [total if total is None else rounded(total, decimals) for total in totals]
        if any(sheet.get("weight") is not None for sheet in sheets):
            return sum((num(s["weight"]) * needed(total) for s, total in zip(sheets, totals)), F(0))
        entered = needed([total for total in totals if total is not None] or None)
        return sum(entered, F(0)) / len(entered)

    def number_peers(self, measure, entry, _full):
        own, others = needed(entry.number("value")), needed(entry.list() or None)
        highest = measure.get("best").name == "Highest"
        if measure.get("yields").name == "Rank":
            return F(1 + sum(other > own if highest else other < own for other in others))
        best = max([own, *others]) if highest else min([own, *others])
        return divided(own, best) if highest else divided(best, own)

    def number_risks(self, measure, entry, _full):
        risks = [(num(risk["points"]), needed(entry.choice(risk["id"]))) for risk in measure.get("risks")]
        bad = sum((points for points, answer in risks if answer == "no"), F(0))
        if measure.get("yields").name == "Ratio":
            return divided(bad, sum((points for points, answer in risks if answer != "not-applicable"), F(0)))
        cap = measure.get("cap")
        return bad if cap is None else min(bad, num(cap))

    def number_ledger(self, measure, _entry, _full):
        ledger = self.ledger()
        return {"Count": ledger.count, "Points": ledger.points, "Money": ledger.money}[measure.body.name]()

    def ledger(self):
        if not self.entry.ledger_answered:
            raise NoPoints()
        return Ledger(self.rule["ledger"], self.entry.rows, self.decimals)

    # 2.3 Awards. `full` is M, `top` the most that the award may come to.

    def award(self, award, entry, full, top):
        try:
            return getattr(self, "award_" + award.name.lower())(award, entry, full, top)
        except ByZero as by_zero:
            policy = name_of(award.get("zero"), "Unscored")
            if policy == "Full":
                return full
            if policy == "Nothing":
                return F(0)
            if policy == "ByActual" and by_zero.actual is not None:
                return full if by_zero.actual == 0 else F(0)
            states = {"Blank": NO_INFORMATION, "NotApplicable": NOT_APPLICABLE}
            raise NoPoints(states.get(policy, UNSCORED)) from None

    def award_full(self, _award, _entry, full, _top):
        return full

    def award_parts(self, award, entry, full, _top):
        parts = award.get("parts")
        if award.get("partial"):
            shares = [entry.number(part["id"] + "/share") for part in parts]
            shares = [share if share is None else share / 100 for share in shares]
        else:
            flags = [entry.flag(part["id"]) for part in parts]
            shares = [flag if flag is None else F(flag) for flag in flags]
        if all(share is None for share in shares):
            raise NoPoints()
        if name_of(award.get("needed"), "Each") == "All":
            return full if all(share == 1 for share in shares) else F(0)
        earned = [num(part["points"]) * (share or 0) for part, share in zip(parts, shares)]
        return sum((rounded(points, self.decimals) for points in earned), F(0))

    def award_oneof(self, award, entry, full, top):
        options = award.get("options")
        chosen = needed(entry.choice())
        at = next(i for i, option in enumerate(options) if option["id"] == chosen)
        worth = options[at]["points"]
        edges = self.entry.entry.get("band_edges")
        if worth.name == "Share" and edges:
            lower = num(edges[at]) if at < len(edges) else F(0)
            upper = num(edges[at - 1]) if at else F(1)
            return self.within_share(lower, upper, entry, full, top)
        return self.worth(worth, entry, full, top)

    def within_share(self, lower, upper, entry, full, top):
        points = self.on_step(entry.number("points"), top)
        low, high = rounded(lower * full, self.edge_decimals), rounded(upper * full, self.edge_decimals)
        if low <= points < high or (upper >= 1 and points == high):
            return points
        raise NoPoints()

    def on_step(self, points, top):
        if needed(points) % self.step and points != top:
            raise NoPoints()
        return points

    def worth(self, worth, entry, full, top):
        if worth.name == "Fixed":
            return num(worth.body)
        if worth.name == "Fraction":
            return num(worth.body) * full
        if worth.name == "Share":
            return self.within_share(num(worth.get("from")), num(worth.get("to")), entry, full, top)
        points = self.on_step(entry.number("points"), top)
        if num(worth.get("from")) <= points <= num(worth.get("to")):
            return points
        raise NoPoints()

    def award_rate(self, award, entry, full, _top):
        measure, direction = award.get("measure"), award.get("direction").name
        pair = self.pair(measure, entry)
        if pair:
            rate = directed(direction, *pair)
        else:
            rate = self.number(measure, entry, full)
            rate = 1 - rate if direction == "Complement" else rate
        if award.get("cut_off") is not None and rate < num(award.get("cut_off")):
            return F(0)
        most = award.get("cap")
        return full * max(F(0), min(rate, F(1) if most is None else num(most)))

    def award_bands(self, award, entry, full, top):
        number = self.number(award.get("measure"), entry, full)
        for band in award.get("bands"):
            if lies_in(number, band):
                return self.worth(band["points"], entry, full, top)
        raise NoPoints()

    def award_steps(self, award, entry, full, _top):
        number = self.number(award.get("measure"), entry, full)
        start = award.get("start")
        return (full if start is None else num(start)) + self.stepped(award.get("steps"), number)

    @staticmethod
    def stepped(steps, number):
        """What the steps add, below 0 where they take."""
        result = F(0)
        for step in steps:
            away = {"Below": num(step["at"]) - number, "Above": number - num(step["at"])}
            away["Both"] = abs(number - num(step["at"]))
            units = max(F(0), away[step["side"].name]) / num(step["unit"])
            points = num(step["points"]) * counted(units, name_of(step.get("counting"), "Whole"))
            if step.get("most") is not None:
                points = min(points, num(step["most"]))
            result += points if step.get("gives") else -points
        return result

    def award_curve(self, award, entry, full, _top):
        number = self.number(award.get("measure"), entry, full)
        if award.get("cut_off") is not None and number < num(award.get("cut_off")):
            return F(0)
        nodes = [(num(node["at"]), num(node["worth"])) for node in award.get("nodes")]
        height = nodes[0][1] if number <= nodes[0][0] else nodes[-1][1]
        for (x0, y0), (x1, y1) in zip(nodes, nodes[1:]):
            if x0 < number <= x1:
                height = y0 + (y1 - y0) * (number - x0) / (x1 - x0)
        return height if name_of(award.get("scale"), "Share") == "Points" else height * full

    def award_perunit(self, award, entry, full, _top):
        units = F(floor(self.number(award.get("measure"), entry, full)))
        most = award.get("most")
        return num(award.get("points")) * (units if most is None else min(units, num(most)))

    def award_value(self, award, entry, full, _top):
        return self.number(award.get("measure"), entry, full)

    def award_free(self, award, entry, _full, top):
        points = needed(entry.number("points"))
        if not 0 <= points <= top or (points % num(award.get("step")) != 0 and points != top):
            raise NoPoints()
        return points

    def award_entries(self, _award, _entry, _full, _top):
        return self.ledger().points()

    def award_target(self, award, entry, full, _top):
        target = award.get("target") if award.get("target") is not None else entry.text("expected")
        met = reaches(needed((target or "").strip() or None), needed((entry.text("reached") or "").strip() or None))
        if met is None:
            met = entry.flag("met")
        if met is None and full != 0:
            raise NoPoints()
        return full if met else F(0)

    def award_alternatives(self, award, entry, full, top):
        options = award.get("options")
        if not award.get("several"):
            chosen = needed(entry.choice())
            options = [option for option in options if option["id"] == chosen]
        else:
            options = [option for option in options if entry.flag(option["id"])]
            if not options or sum(num(option["points"]) for option in options) != full:
                raise NoPoints()
        total = F(0)
        for option in options:
            own = option.get("points")
            own_full, own_top = (full, top) if own is None else (num(own), num(own))
            points = self.award(option["award"], entry.within(option["id"]), own_full, own_top)
            total += rounded(max(F(0), min(points, own_top)), self.decimals)
        return total

    # 1 and 3.1: the indicator.

    def deduction(self, deduction):
        """(points, answered)"""
        own = deduction.get("id")
        if deduction.name == "Between":
            ticked = self.entry.flag(own)
            if not ticked:
                return F(0), ticked is not None
            low, high = num(deduction.get("from")), num(deduction.get("to"))
            points = low if low == high else self.on_step(self.entry.number(own + "/points"), high)
            if not low <= points <= high:
                raise NoPoints()
            return points, True
        if deduction.name == "Steps":
            try:
                number = self.number(deduction.get("measure"), self.entry.within(own), self.top)
            except ByZero:
                raise NoPoints() from None
            points = -self.stepped(deduction.get("steps"), number)
            cap = deduction.get("cap")
            return max(F(0), points if cap is None else min(points, num(cap))), True
        if deduction.name == "Each":
            count, exempt = self.entry.number(own + "/count"), self.entry.number(own + "/exempt")
            if (exempt or 0) > (count or 0):
                raise NoPoints()
            points = num(deduction.get("points")) * ((count or F(0)) - (exempt or F(0)))
            answered = count is not None
        else:
            answered = self.entry.ledger_answered
            points = max(F(0), self.ledger().points()) if answered else F(0)
        cap = deduction.get("cap")
        return (points if cap is None else min(points, num(cap))), answered

    def run(self):
        """Sets `state`, `score`, and `earned` and `taken` where the deductions came to something."""
        self.earned = self.taken = self.score = None
        stated = self.entry.entry.get("applicability")
        self.stated = stated is not None and stated.name != "Applicable"
        if self.stated:
            self.state = stated.name
            return self
        try:
            self.state = SCORED
            self.score = self.by_rule()
        except NoPoints as reason:
            self.state = reason.state
        return self

    def by_rule(self):
        gates = [self.entry.flag(gate["id"]) for gate in self.rule.get("gates", [])]
        if False in gates:
            return F(0)
        if None in gates:
            raise NoPoints()
        award = self.rule["award"]
        points = self.award(award, self.entry, self.points, self.top)
        if self.points == 0 and award.name == "Target":
            self.state = COMPARED
            return None
        least = self.floor if award.name == "Entries" else F(0)
        earned = rounded(max(least, min(points, self.top)), self.decimals)
        deductions = [self.deduction(deduction) for deduction in self.rule.get("deductions", [])]
        if award.name == "Full" and deductions and not any(answered for _, answered in deductions):
            raise NoPoints()
        taken = sum((rounded(points, self.decimals) for points, _ in deductions), F(0))
        self.earned, self.taken = earned, taken
        return max(earned - taken, min(self.floor, earned))

    def override(self):
        override = self.entry.entry.get("override")
        if override is not None and not self.stated:
            self.state, self.score = SCORED, num(override["score"])


def directed(direction, a, b):
    if direction == "ReverseRatio":
        return F(1) if b == 0 else F(0) if a == 0 else a / b
    if direction == "Equal" and a == 0:
        return F(b <= 0)
    ratio = of_target(b, a)
    if direction == "ReverseLinear":
        return 1 - (of_target(b, a) - 1)
    return 1 - ratio if direction == "Complement" else ratio


def lies_in(number, band):
    low, high = band.get("from"), band.get("to")
    above = low is None or (num(low.body) <= number if low.name == "Including" else num(low.body) < number)
    below = high is None or (number <= num(high.body) if high.name == "Including" else number < num(high.body))
    return above and below


_SIGNS = {
    "≥": "≥ ≧ >= 不低于 不少于 不小于 至少 达到",
    "≤": "≤ ≦ <= 不高于 不超过 不大于 不多于",
    ">": "> 高于 大于 超过 多于",
    "<": "< 低于 小于 少于",
    "=": "= 等于",
}
_ENDINGS = {"≥": "及以上 以上", "≤": "及以下 以下 以内 之内"}


def plain_text(text):
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text))


def quantity(text):
    """(sign or None, number, unit, in per cent); None where it cannot be read."""
    text = plain_text(text)
    signs = [(written, sign) for sign, all_ in _SIGNS.items() for written in all_.split()]
    before = next(((w, s) for w, s in sorted(signs, key=lambda one: -len(one[0])) if text.startswith(w)), ("", None))
    text = text[len(before[0]) :]
    endings = [(written, sign) for sign, all_ in _ENDINGS.items() for written in all_.split()]
    behind = next(((w, s) for w, s in sorted(endings, key=lambda one: -len(one[0])) if text.endswith(w)), ("", None))
    text = text[: len(text) - len(behind[0])]
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)([^\d]*)", text)
    if not found or (before[1] and behind[1]):
        return None
    percent = found.group(2) == "%"
    value = F(found.group(1)) / (100 if percent else 1)
    return before[1] or behind[1], value, "" if percent else found.group(2), percent


def reaches(target, reached):
    """True or False where target and reached can be compared, else None."""
    wanted, found = quantity(target), quantity(reached)
    if found and found[0] not in (None, "=") and not plain_text(reached).startswith("达到"):
        raise NoPoints()
    if not wanted or not found or wanted[3] != found[3]:
        return None
    if wanted[2] and found[2] and wanted[2] != found[2]:
        return None
    is_, least = found[1], wanted[1]
    signs = {"≥": is_ >= least, "≤": is_ <= least, ">": is_ > least, "<": is_ < least}
    if wanted[0] is None:
        return True if is_ == least else None
    return signs.get(wanted[0], is_ == least)
