"""Random rules and what is entered for them, near their edges. Order and numbers depend on nothing but the seed.

A `Rule` holds the RON of a rule for an indicator of so many points, and can fill in an entry for it.
"""

from fractions import Fraction as F

from ron import Map, Tag

POLICIES = ["Unscored", "Blank", "Nothing", "Full", "NotApplicable"]
LATER_POLICIES = ["ByActual", "ByActual", "Full", "Unscored"]
SHARES = [F(k, 100) for k in (0, 50, 60, 80, 90, 95, 100, 110)]
TARGETS = [F(3), F(7), F(100), F("310.2"), F(12), F("8127.6"), F(1), F(64)]


def dec(value):
    """A finite decimal as text."""
    value = F(value)
    for decimals in range(15):
        scaled = value * 10**decimals
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
            text = digits[:-decimals] + "." + digits[-decimals:] if decimals else digits
            return ("-" if value < 0 else "") + text
    raise ValueError(value)


def share(rng, value):
    return dec(value * 100) + "%" if rng.random() < 0.5 else dec(value)


def cut(value, decimals):
    """Towards zero, to so many decimals: keeps what is entered short."""
    scaled = value * 10**decimals
    whole = abs(scaled.numerator) // scaled.denominator
    return F(whole if value >= 0 else -whole, 10**decimals)


def on_step(value, step):
    return step * ((2 * value + step) // (2 * step))


def number(value):
    return Tag("Number", dec(value))


def flag(value):
    return Tag("Flag", bool(value))


class Gen:
    """Makes rules; `rng` is shared with whoever makes the tree."""

    def __init__(self, rng, item_decimals, step, later):
        # Forms that were added later stand only in later cases: the others stay what they were, word for word.
        self.later = later
        self.rng, self.decimals, self.step = rng, item_decimals, step
        self.serial = 0

    def id(self, letter):
        self.serial += 1
        return f"{letter}{self.serial}"

    def maybe(self, chance):
        return self.rng.random() < chance

    def pick(self, values):
        return self.rng.choice(values)

    def near(self, edges, low=None):
        """On an edge, or a hair beside it, or anywhere between."""
        edge = self.pick(edges)
        beside = self.pick([F(0), F(0), F(0), F(1, 100), F(-1, 100), F(1, 1000), F(-1, 8), F(3, 2), F(-7, 3)])
        value = cut(edge + beside, 4)
        if self.maybe(0.2):
            value = cut(max(edges) * F(self.rng.randrange(0, 1300), 1000), 3)
        return value if low is None else max(low, value)

    def split(self, total, count):
        """`count` positive amounts that add up to `total`, in its finest decimals but one step finer at most."""
        step = F(1, 10 ** min(self.decimals, 2))
        units = int(total / step)
        if units < count:
            return None
        cuts = sorted(self.rng.sample(range(1, units), count - 1)) if count > 1 else []
        return [step * (b - a) for a, b in zip([0, *cuts], [*cuts, units])]

    # Measures: (tag, edges of the number, entry maker).

    def measure(self, points, forms=None):
        form = self.pick(forms or [
            "entered", "entered", "entered", "funds", "number", "percent", "deviation", "survey", "panel", "passes",
            "subsheets", "peers", "risks", "ledger",
        ])
        return getattr(self, "measure_" + form)(points)

    def pair(self, edges):
        a = self.pick([F(0)] + TARGETS if self.maybe(0.4) else TARGETS)
        b = self.pick([a, a * self.pick(edges), a * self.pick(edges) + F(1, 100), self.pick(TARGETS), F(0)])
        return a, max(F(0), cut(b, 4))

    def measure_entered(self, _points):
        exempt = self.pick(["Target", "Actual", None]) if self.later else None

        def fill(inputs):
            if self.maybe(0.75):
                a, b = self.pair(SHARES)
                inputs["target"], inputs["actual"] = number(a), number(b)
                if exempt and self.maybe(0.8):
                    inputs["rate/exempt"] = number(self.pick([F(0), F(1), F(2), a, b]))
            if not inputs or self.maybe(0.1):
                inputs["rate"] = number(self.near([100 * s for s in SHARES], F(0)))

        body = {"target": "A", "actual": "B", "rate": "r"}
        if exempt:
            body["exempt"] = {"label": "x", "from": Tag(exempt)}
        return Tag("Entered", body), SHARES, fill

    def measure_funds(self, _points):
        return Tag("Funds", Tag(self.pick(["Arrival", "Execution", "Spending"]))), SHARES, lambda inputs: None

    def measure_number(self, _points):
        edges = [F(k) for k in (0, 1, 2, 5, 10)]

        def fill(inputs):
            inputs["value"] = number(self.near(edges))

        return Tag("Number", {"label": "x", "unit": self.pick(["", "件"])}), edges, fill

    def measure_percent(self, _points):
        def fill(inputs):
            inputs["value"] = number(self.near([100 * s for s in SHARES]))

        return Tag("Number", {"label": "x", "unit": "%"}), SHARES, fill

    def measure_deviation(self, _points):
        signed = self.maybe(0.4)

        def fill(inputs):
            a, b = self.pair([F(k, 100) for k in (70, 80, 90, 97, 100, 103, 110, 120, 150)])
            inputs["target"], inputs["actual"] = number(a), number(b)

        edges = [F(k, 100) for k in ([-20, -10] if signed else []) + [0, 3, 10, 20, 30, 50]]
        return Tag("Deviation", {"target": "A", "actual": "B", "signed": signed}), edges, fill

    def measure_survey(self, _points):
        weights = self.pick([["1", "0"], ["5", "4", "3", "2", "1"], ["1", "0.8", "0.6", "0"]])
        options = [{"id": self.id("s"), "label": "o", "weight": w} for w in weights]

        def fill(inputs):
            nobody = self.maybe(0.15)
            for option in options:
                if nobody or self.maybe(0.85):
                    count = 0 if nobody else self.pick([0, 1, 2, 3, 5, 19, 20, 95])
                    inputs[option["id"] + "/count"] = number(count)

        return Tag("Survey", {"options": options}), SHARES, fill

    def measure_panel(self, points):
        full = points or F(5)
        most = full if not points or self.maybe(0.3) else None
        mean = self.pick(["Mean", "Trimmed", "Median"])
        decimals = self.pick([None, 0, 1, 2])
        steps = [full * k / 8 for k in range(9)]

        def fill(inputs):
            marks = [on_step(self.pick(steps), self.step) for _ in range(self.pick([0, 1, 2, 3, 4, 5, 6, 7]))]
            inputs["list"] = Tag("List", [dec(mark) for mark in marks])

        body = {"label": "m", "mean": Tag(mean), "most": most and dec(most), "decimals": decimals}
        return Tag("Panel", body), [steps[2], steps[4], steps[6]], fill

    def measure_passes(self, _points):
        rows = []
        for _ in range(self.pick([1, 2, 3, 4])):
            row = {"id": self.id("w"), "label": "r"}
            if self.maybe(0.5):
                row["from"], row["to"] = self.pick([("1", "130%"), ("90%", "1.1"), ("0.8", "1")])
            rows.append(row)

        def fill(inputs):
            nothing = self.maybe(0.12)
            for row in rows:
                if nothing or self.maybe(0.12):
                    inputs[row["id"]] = Tag("Choice", "not-applicable")
                elif "from" in row:
                    a, b = self.pair([F(k, 100) for k in (79, 80, 90, 100, 110, 130, 131)])
                    inputs[row["id"] + "/target"], inputs[row["id"] + "/actual"] = number(a), number(b)
                else:
                    inputs[row["id"]] = Tag("Choice", self.pick(["yes", "yes", "no"]))

        return Tag("Passes", {"rows": rows}), [F(0), F(1, 4), F(1, 2), F(3, 4), F(1)], fill

    def measure_subsheets(self, _points):
        weights = self.pick([None, None, ["0.7", "30%"], ["16%", "0.34", "50%"]])
        count = len(weights) if weights else self.pick([1, 2, 3])
        sheets = [{"id": self.id("h"), "label": "t", "weight": weights and weights[i]} for i in range(count)]
        edges = [F(k) for k in (60, 80, 90, 95, 100)]

        def fill(inputs):
            for sheet in sheets:
                if weights or self.maybe(0.85):
                    inputs[sheet["id"] + "/total"] = number(self.near(edges, F(0)))

        return Tag("SubSheets", {"sheets": sheets, "decimals": self.pick([None, 0, 1])}), edges, fill

    def measure_peers(self, _points):
        best, yields = self.pick(["Highest", "Lowest"]), self.pick(["Ratio", "Ratio", "Rank"])
        values = [F(0), F(3), F(7), F(70), F("88.5"), F(100)]

        def fill(inputs):
            inputs["value"] = number(self.pick(values))
            count = self.pick([0, 1, 2, 3, 5])
            others = [self.pick(values) for _ in range(count)] if self.maybe(0.9) else [F(0)]
            inputs["list"] = Tag("List", [dec(value) for value in others])

        body = {"own": "x", "others": "y", "best": Tag(best), "yields": Tag(yields)}
        return Tag("Peers", body), SHARES if yields == "Ratio" else [F(1), F(2), F(3), F(4)], fill

    def measure_risks(self, points):
        step = (points or F(4)) / 4
        values = [cut(step * k, min(self.decimals, 2)) or F(1) for k in (1, 2, 3)]
        risks = [{"id": self.id("k"), "label": "r", "points": dec(self.pick(values))} for _ in range(self.pick([1, 2, 3, 4]))]
        ratio = self.maybe(0.4)

        def fill(inputs):
            nothing = self.maybe(0.12)
            for risk in risks:
                answer = self.pick(["yes", "yes", "no", "no", "not-applicable"])
                inputs[risk["id"]] = Tag("Choice", "not-applicable" if nothing else answer)

        cap = dec(values[2]) if self.maybe(0.5) and not ratio else None
        body = {"risks": risks, "cap": cap, "yields": Tag("Ratio" if ratio else "Points")}
        return Tag("Risks", body), SHARES if ratio else values, fill

    def measure_ledger(self, points):
        self.wants_ledger = "positive"
        what = self.pick(["Count", "Points", "Money"])
        edges = {"Count": [F(1), F(2), F(4), F(10)], "Money": [F(1000), F(10000), F(25000)]}
        return Tag("Ledger", Tag(what)), edges.get(what, [F(0), (points or F(4)) / 2, points or F(4)]), lambda inputs: None

    # Worth of options and bands, falling from `points`.

    def worths(self, points, count, kind):
        """As `Points` tags, best first."""
        if kind == "Share":
            edges = self.pick([[100, 80, 60, 0], [100, 80, 50, 0], [100, 90, 75, 60, 0]])
            edges = [F(e, 100) for e in edges]
            return [Tag("Share", {"from": share(self.rng, low), "to": share(self.rng, high)})
                    for high, low in zip(edges, edges[1:])]
        steps = [points * k / (count - 1) for k in range(count - 1, 0, -1)] + [F(0)]
        steps = [steps[0], *[cut(s, min(self.decimals, 2)) for s in steps[1:]]]
        if len(set(steps)) < len(steps) or kind == "Fraction":
            return [Tag("Fraction", share(self.rng, cut(F(k, count - 1), 3))) for k in range(count - 1, -1, -1)]
        if kind == "Range" and len(steps) > 2:
            low = steps[1:] + [F(0)]
            return [Tag("Range", {"from": dec(l), "to": dec(h)}) for h, l in zip(steps[:-1], low)]
        return [Tag("Fixed", dec(s)) for s in steps]

    def points_in(self, worth, points, inputs):
        """Enters points for a band with a choice, on its edges and sometimes beyond."""
        if worth.name == "Share":
            low, high = (num(worth.get(key)) * points for key in ("from", "to"))
        elif worth.name == "Range":
            low, high = num(worth.get("from")), num(worth.get("to"))
        else:
            return
        value = self.pick([low, high, low, (low + high) / 2, (low + high) / 2, high - self.step, low - self.step])
        if self.maybe(0.97):
            value = on_step(value, self.step)
        inputs["points"] = number(max(F(0), cut(value, 2)))

    # Awards: (tag, entry maker).

    AWARDS = ["parts", "partial", "oneof", "oneof", "rate", "rate", "rate", "bands", "bands", "steps", "steps", "curve",
              "curve", "perunit", "value", "free", "target", "alternatives", "several"]

    def award(self, points, nested=0, forms=None):
        forms = forms or (self.AWARDS if nested < 2 else [a for a in self.AWARDS if a not in ("alternatives", "several")])
        return getattr(self, "award_" + self.pick(forms))(points, nested)

    def award_full(self, _points, _nested=0):
        return Tag("Full"), lambda inputs: None

    def award_parts(self, points, _nested=0, partial=False):
        amounts = self.split(points, self.pick([1, 2, 3, 4])) or [points]
        parts = [{"id": self.id("p"), "label": "p", "points": dec(amount)} for amount in amounts]

        def fill(inputs):
            for part in parts:
                if self.maybe(0.9):
                    if partial:
                        percent = self.pick([F(0), F(100), F(100), F(50), F("33.3"), F("12.5"), F("99.99")])
                        inputs[part["id"] + "/share"] = number(percent)
                    else:
                        inputs[part["id"]] = flag(self.maybe(0.7))

        body = {"parts": parts, "needed": Tag("All") if self.maybe(0.25) else None, "partial": partial or None}
        return Tag("Parts", body), fill

    def award_partial(self, points, nested=0):
        return self.award_parts(points, nested, partial=True)

    def award_oneof(self, points, _nested=0):
        worths = self.worths(points, self.pick([2, 3, 4]), self.pick(["Fixed", "Fraction", "Share", "Share", "Range"]))
        options = [{"id": self.id("o"), "label": "o", "points": worth} for worth in worths]

        def fill(inputs):
            option = self.pick(options)
            inputs["choice"] = Tag("Choice", option["id"])
            self.points_in(option["points"], points, inputs)

        return Tag("OneOf", {"options": options}), fill

    def zero(self):
        policies = LATER_POLICIES if self.later else POLICIES
        return Tag(self.pick(policies)) if self.maybe(0.7) else None

    def award_rate(self, points, _nested=0):
        measure, _, fill = self.measure(points, ["entered", "entered", "entered", "entered", "funds", "funds", "percent", "deviation", "survey", "passes", "peers", "risks"])
        body = {
            "measure": measure,
            "direction": Tag(self.pick(["Positive", "ReverseRatio", "ReverseLinear", "Equal", "Complement"])),
            "cut_off": share(self.rng, self.pick(SHARES[1:5])) if self.maybe(0.25) else None,
            "cap": share(self.rng, self.pick([F(11, 10), F(6, 5), F(9, 10)])) if self.maybe(0.25) else None,
            "zero": self.zero(),
        }
        return Tag("Rate", body), fill

    def bands(self, edges, worths):
        """A partition, best first, at as many edges as are needed."""
        edges = sorted(set(edges), reverse=True)
        while len(edges) >= len(worths):
            edges.remove(self.pick(edges))
        worths = worths[: len(edges) + 1]
        bands, above = [], None
        for at, worth in enumerate(worths):
            band = {"points": worth}
            if at:
                band["to"] = above
            if at < len(edges):
                inside = self.maybe(0.7)
                text = share(self.rng, edges[at])
                band["from"] = Tag("Including" if inside else "Excluding", text)
                above = Tag("Excluding" if inside else "Including", text)
            bands.append(band)
        return bands

    def award_bands(self, points, _nested=0):
        measure, edges, fill = self.measure(points)
        bands = self.bands(edges, self.worths(points, self.pick([2, 3, 4]), self.pick(["Fixed", "Fixed", "Fraction", "Share", "Range"])))

        def both(inputs):
            fill(inputs)
            self.points_in(self.pick(bands)["points"], points, inputs)

        return Tag("Bands", {"measure": measure, "bands": bands, "zero": self.zero()}), both

    def award_steps(self, points, _nested=0):
        measure, edges, fill = self.measure(points)
        width = max(abs(e) for e in edges) or F(1)
        steps = []
        for _ in range(self.pick([1, 1, 2])):
            steps.append({
                "side": Tag(self.pick(["Below", "Above", "Both"])),
                "at": share(self.rng, self.pick(edges)),
                "unit": share(self.rng, cut(width * self.pick([F(1, 100), F(3, 100), F(1, 10), F(1)]), 4)),
                "points": dec(self.pick([F(1), F(1, 2), F(1, 4), F(3, 10)])),
                "counting": Tag(self.pick(["Whole", "Begun", "Proportional"])),
                "most": dec(max(F(1, 2), cut(points / 2, 1))) if self.maybe(0.3) else None,
                "gives": True if self.maybe(0.2) else None,
            })
        start = dec(cut(points * self.pick([F(1, 2), F(4, 5), F(1)]), min(self.decimals, 2))) if self.maybe(0.3) else None
        return Tag("Steps", {"measure": measure, "start": start, "steps": steps, "zero": self.zero()}), fill

    def award_curve(self, points, _nested=0):
        measure, edges, fill = self.measure(points)
        at = sorted(set(edges))
        at = at if len(at) > 1 else [*at, at[0] + 1]
        at = sorted(self.rng.sample(at, min(len(at), self.pick([2, 3, 4]))))
        in_points = self.maybe(0.35)
        heights = [self.pick([F(0), F(1, 4), F(3, 5), F(1), F(11, 10)]) for _ in at]
        if in_points:
            heights = [cut(h * points, 2) for h in heights]
        nodes = [{"at": share(self.rng, x), "worth": share(self.rng, y)} for x, y in zip(at, heights)]
        body = {
            "measure": measure, "scale": Tag("Points") if in_points else None, "nodes": nodes,
            "cut_off": share(self.rng, at[0]) if self.maybe(0.3) else None, "zero": self.zero(),
        }
        return Tag("Curve", body), fill

    def award_perunit(self, points, _nested=0):
        measure, _, fill = self.measure(points, ["number", "number", "ledger", "peers", "survey", "deviation"])
        each = dec(self.pick([F(1, 2), F(1), F(1, 4)]))
        most = dec(self.pick([2, 3, 4])) if self.maybe(0.5) else None
        return Tag("PerUnit", {"measure": measure, "points": each, "most": most}), fill

    def award_value(self, points, _nested=0):
        measure, _, fill = self.measure(points, ["panel", "panel", "panel", "risks", "ledger", "number", "subsheets", "peers"])
        return Tag("Value", {"measure": measure}), fill

    def award_free(self, points, _nested=0):
        step = self.pick([F(1, 2), F(1), F(1, 10)]) if self.decimals else F(1)

        def fill(inputs):
            inputs["points"] = number(step * self.rng.randrange(0, int(points / step) + 1))

        return Tag("Free", {"step": dec(step)}), fill

    def award_target(self, _points, _nested=0):
        unit, value = self.pick(["", "%", "件", "％"]), self.pick([F(5), F(80), F("99.5"), F("1280.25")])
        text = dec(value) + unit
        target = self.pick([
            f"≥{text}", f"≤ {text}", f">{text}", f"＜{text}", f"={text}", text, f"不低于{text}", f"不超过{text}",
            f"{text}以上", f"{text}以内", "群众安全感有所提升", "优良率明显提高",
        ])
        stated = self.maybe(0.7)

        def fill(inputs):
            if not stated:
                inputs["expected"] = Tag("Text", target)
            found = self.pick([value, value, value + F(1, 10), value - F(1, 10)])
            words = [dec(found) + unit] * 6 + ["明显提升", dec(found), dec(found) + "天", f"≥{dec(found)}{unit}"]
            inputs["reached"] = Tag("Text", self.pick(words))
            if self.maybe(0.5):
                inputs["met"] = flag(self.maybe(0.6))

        return Tag("Target", {"target": target if stated else None}), fill

    def award_alternatives(self, points, nested=0, several=False):
        amounts = [None] * self.pick([2, 3])
        if several:
            half = self.split(points, 2) or [points]
            amounts = [*half, half[0], half[-1]]
        options, makers = [], {}
        for amount in amounts:
            option = {"id": self.id("a"), "label": "o", "points": amount and dec(amount)}
            option["award"], makers[option["id"]] = self.award(amount or points, nested + 1)
            options.append(option)

        def fill(inputs):
            if several:
                chosen = options[:2] if self.maybe(0.6) else self.rng.sample(options, self.pick([0, 1, 2]))
                for option in options:
                    if option in chosen or self.maybe(0.5):
                        inputs[option["id"]] = flag(option in chosen)
            else:
                chosen = [self.pick(options)]
                inputs["choice"] = Tag("Choice", chosen[0]["id"])
            for option in chosen:
                inner = {}
                makers[option["id"]](inner)
                inputs.update({f"{option['id']}/{key}": value for key, value in inner.items()})

        return Tag("Alternatives", {"options": options, "several": several or None}), fill

    def award_several(self, points, nested=0):
        return self.award_alternatives(points, nested, several=True)

    def award_entries(self, _points, _nested=0):
        self.wants_ledger = "signed"
        return Tag("Entries"), lambda inputs: None


def num(text):
    return F(text[:-1]) / 100 if text.endswith("%") else F(text)


def inputs_of(fill):
    inputs = Map()
    fill(inputs)
    return inputs
