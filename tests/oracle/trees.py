"""Random templates with evaluations: trees of groups over the rules of rules.py."""

import copy
import random
from fractions import Fraction as F

import rules
from ron import Map, Tag
from rules import Gen, dec, flag, inputs_of, number, share

COMBINES = ["Sum", "Sum", "Sum", "Weighted", "Weighted", "Mean", "Scale", "EqualSplit", "Highest", "Lowest", "Banded"]
REASON = Tag("NotApplicable", {"reason": "-"})


def gen_step(gen, points):
    return rules.on_step(points, gen.step)


# Seeds from which on a thousand of them holds the forms that were added later.
LATER = 600
# The same of those in which indicators take numbers from others.
OTHERS = 700
SHARES = ("Entered", "Funds", "Deviation", "Survey", "Passes")


class Case:
    """One template; `evaluation()` makes as many evaluations of it as are wanted."""

    def __init__(self, seed):
        self.rng = rng = random.Random(seed)
        self.order = rng.choice(["RoundThenAdd", "RoundThenAdd", "AddThenRound"])
        self.item_decimals = rng.choice([0, 1, 2, 2, 2, 3])
        step = F(1) if self.item_decimals == 0 else rng.choice([F(1, 2), F(1, 10), F(1, 10 ** min(self.item_decimals, 2))])
        self.gen = Gen(rng, self.item_decimals, step, seed % 1000 >= LATER)
        self.fills, self.rules, self.full, self.flexible, self.patterns = {}, {}, {}, {}, {}
        self.measured = {}
        self.policy = rng.choice(["Rescale", "Rescale", "RescaleInGroup", "FullMarks", "Exclude"])
        self.size = rng.randrange(3, 10)
        self.template = self.make()
        if seed % 1000 >= OTHERS:
            self.take_from_others()

    # Rules.

    def ledger(self, signed):
        rng, gen = self.rng, self.gen
        kinds = []
        for _ in range(rng.choice([2, 3])):
            sign = -1 if signed and rng.random() < 0.5 else 1
            worth = rng.choice(["Each", "Each", "Within", "PerMoney"])
            size = rng.choice([F(1), F(2)] if self.item_decimals == 0 else [F(1, 2), F(1), F(3, 2), F(2)]) * sign
            if worth == "Each":
                worth = Tag("Each", dec(size))
            elif worth == "Within":
                worth = Tag("Within", {"from": dec(min(size, 2 * size)), "to": dec(max(size, 2 * size))})
            else:
                counting = Tag(rng.choice(["Whole", "Begun", "Proportional"]))
                worth = Tag("PerMoney", {"yuan": rng.choice(["10000", "3000"]), "points": dec(size), "counting": counting})
            kinds.append({"id": gen.id("k"), "label": "k", "worth": worth})
            if rng.random() < 0.3:
                kinds[-1]["cap"] = rng.choice(["1", "2", "3"])
        if rng.random() < 0.4:
            kinds[0]["becomes"] = {"from": rng.choice(["2", "3", "4"]), "kind": kinds[-1]["id"]}
        ledger = {"kinds": kinds}
        if rng.random() < 0.5:
            ledger["factors"] = [
                {"id": gen.id("f"), "label": "f", "times": rng.choice(["2", "50%", "1.1"])},
                {"id": gen.id("f"), "label": "f", "plus": rng.choice(["1", "0.5"] if self.item_decimals else ["1"])},
            ]
        if rng.random() < 0.4:
            ledger["tiers"] = [{"from": "3", "times": "1.5"}, {"from": "6", "times": "2", "plus": "0.5"}]
        if rng.random() < 0.4:
            ledger["same_matter"] = Tag("HighestOnly")
        if signed and rng.random() < 0.4:
            ledger["no_offset"] = True
        if rng.random() < 0.3:
            killers = [kind["id"] for kind in rng.sample(kinds, rng.choice([1, 2]))]
            ledger["kill"] = {"kinds": killers, "count": rng.choice([3, 4]), "to": rng.choice(["0", "-1"]) if signed else rng.choice(["0", "5"])}
        return ledger

    def deductions(self, points):
        rng, gen = self.rng, self.gen
        made = []
        unit = F(1) if self.item_decimals == 0 else F(1, 2)
        for _ in range(rng.choice([1, 2, 3])):
            body = {"id": gen.id("d"), "label": "d"}
            form = rng.choice(["Between", "Between", "Each", "Each", "Ledger"])
            if gen.later and rng.random() < 0.4:
                form = "Steps"
            if form == "Ledger" and gen.wants_ledger:
                form = "Each"
            if form == "Steps":
                measure, edges, self.measured[body["id"]] = gen.measure(
                    points, ["entered", "entered", "percent", "deviation", "funds", "survey", "number"]
                )
                step = {
                    "side": Tag(rng.choice(["Below", "Above", "Both"])), "at": rules.share(rng, rng.choice(edges)),
                    "unit": rules.share(rng, rules.cut((max(abs(e) for e in edges) or F(1)) * rng.choice([F(1, 100), F(1, 10)]), 4)),
                    "points": dec(unit), "counting": Tag(rng.choice(["Whole", "Begun", "Proportional"])),
                }
                body |= {"measure": measure, "steps": [step], "cap": dec(unit * 4) if rng.random() < 0.4 else None}
            elif form == "Between":
                low = unit * rng.choice([1, 2, 3])
                body |= {"from": dec(low), "to": dec(low + unit * rng.choice([0, 2, 4]))}
            elif form == "Each":
                body |= {"points": dec(unit * rng.choice([1, 2])), "cap": dec(unit * 4) if rng.random() < 0.4 else None}
            else:
                gen.wants_ledger = "positive"
                body |= {"cap": dec(points) if rng.random() < 0.4 and points else None}
            made.append(Tag(form, body))
        return made

    def rule(self, points, award=None):
        """`points` None: a rule that does not depend on them, scored as if of 10."""
        rng, gen = self.rng, self.gen
        gen.wants_ledger = None
        flexible = points is None
        full = F(10) if flexible else points
        deducts = rng.random() < 0.22 and not (points == 0 and award == ["target"])
        if award is None and deducts and rng.random() < 0.6:
            award = ["full"]
        forms = award or (["rate", "target"] if flexible else None)
        tag, fill = gen.award(full, forms=forms)
        rule = {"award": tag}
        if rng.random() < 0.1:
            rule["gates"] = [{"id": gen.id("g"), "label": "g"} for _ in range(rng.choice([1, 2]))]
        if tag.name == "Entries":
            rule["floor"] = rng.choice(["-5", "-2.5", "0"]) if self.item_decimals else rng.choice(["-5", "0"])
            rule["ceiling"] = rng.choice(["3", "5"])
        elif tag.name == "Full" or deducts:
            rule["deductions"] = self.deductions(full)
            floor = F(0) if flexible else min(rules.cut(full, 0), F(rng.choice([0, 0, 0, 1])))
            rule["floor"] = dec(floor) if rng.random() < 0.8 else None
        if tag.name in ("Rate", "Curve", "Steps", "Value", "PerUnit") and not flexible and rng.random() < 0.2:
            rule["ceiling"] = dec(full + rng.choice([1, 2]))
        if gen.wants_ledger:
            rule["ledger"] = self.ledger(gen.wants_ledger == "signed")
        return rule, fill

    # The tree.

    def indicator(self, points, award=None):
        own = self.gen.id("i")
        rule, fill = self.rule(points, award)
        self.fills[own], self.rules[own], self.full[own] = fill, rule, F(0) if points is None else points
        body = {"id": own, "name": own, "points": None if points is None else dec(points), "rule": rule}
        return Tag("Indicator", body), F(0) if points is None else points

    def adjusting(self):
        return self.indicator(F(0), [self.rng.choice(["entries", "entries", "target"])])[0]

    def some_points(self):
        step = F(1) if self.item_decimals == 0 else F(1, 2)
        return step * self.rng.randrange(2, 31)

    def child(self, depth, budget):
        if depth < 5 and budget > 0 and self.rng.random() < (0.3 if budget == 1 else 0.6):
            return self.group(depth, budget)
        return self.indicator(self.some_points())

    def children(self, depth, budget):
        made = []
        while budget > 0:
            part = min(budget, self.rng.choice([1, 1, 2, 3, 4]))
            made.append(self.child(depth, part))
            budget -= part
        return made

    def combined(self, depth, budget, points=None):
        """(combine or None, children, points)"""
        rng = self.rng
        kind = rng.choice(COMBINES)
        if kind == "EqualSplit":
            children = [self.indicator(None) for _ in range(max(2, budget))]
            decimals = min(self.item_decimals, 2)
            points = points or self.some_points() + 3 * len(children)
            combine = Tag("EqualSplit", {"decimals": decimals, "remainder": Tag(rng.choice(["First", "Last"]))})
            return combine, [tag for tag, _ in children], points
        children = self.children(depth + 1, budget)
        tags = [tag for tag, _ in children]
        total = sum((amount for _, amount in children), F(0))
        if kind == "Sum":
            points = total
        points = points or self.some_points()
        if kind == "Weighted":
            weights = self.weights(len(tags))
            for tag, weight in zip(tags, weights):
                tag.body["weight"] = share(rng, weight)
        combine = None if kind == "Sum" else Tag(kind)
        if kind == "Banded":
            by = rng.choice(["Sum", "Mean", "Rate"])
            mean = total / len(tags)
            edges = {"Sum": total, "Mean": mean, "Rate": F(1)}[by]
            edges = [rules.cut(edges * k / 10, 2) for k in (3, 5, 6, 8, 9)]
            worths = self.gen.worths(points, rng.choice([2, 3, 4]), rng.choice(["Fixed", "Fraction"]))
            combine = Tag("Banded", {"by": Tag(by), "bands": self.gen.bands(edges, worths)})
        if rng.random() < 0.15:
            tags.append(self.adjusting())
        return combine, tags, points

    def weights(self, count):
        cuts = sorted(self.rng.sample(range(1, 20), count - 1)) if count > 1 else []
        return [F(b - a, 20) for a, b in zip([0, *cuts], [*cuts, 20])]

    def group(self, depth, budget):
        rng = self.rng
        combine, tags, points = self.combined(depth, budget)
        own = self.gen.id("n")
        body = {"id": own, "name": own, "points": dec(points), "combine": combine, "children": tags}
        if rng.random() < 0.12:
            body["cap"] = dec(max(F(1), rules.cut(points * rng.choice([F(3, 5), F(9, 10), F(6, 5)]), min(self.item_decimals, 1))))
        if rng.random() < 0.12:
            body["floor"] = rng.choice(["-3", "0"])
        if combine is None and rng.random() < 0.5:
            room = self.some_points()
            patterns = []
            for _ in range(2):
                pattern = {"id": self.gen.id("t"), "label": "t"}
                pattern["rule"], self.patterns[pattern["id"]] = self.rule(None)
                patterns.append(pattern)
            body["open"] = {"patterns": patterns}
            self.flexible[own] = (room, patterns)
            points += room
            body["points"] = dec(points)
        return Tag("Group", body), points

    def bonus(self):
        """A group of 0 points: 加减分, capped."""
        own = self.gen.id("n")
        tags = [self.adjusting() for _ in range(self.rng.choice([1, 2]))]
        body = {"id": own, "name": own, "children": tags}
        if self.rng.random() < 0.6:
            body |= {"cap": "4", "floor": "-4"}
        return Tag("Group", body)

    def make(self):
        rng = self.rng
        combine, nodes, points = self.combined(0, self.size)
        if rng.random() < 0.2 and not (combine and combine.name == "EqualSplit"):
            nodes.append(self.bonus())
        self.effects(nodes, [])
        rounding = {
            "item_decimals": self.item_decimals, "total_decimals": rng.choice([max(1, self.item_decimals), 2, 3]),
            "order": Tag(self.order), "step": dec(self.gen.step),
        }
        if rng.random() < 0.3:
            rounding["group_decimals"] = rng.choice([1, 2] if self.item_decimals else [0, 1, 2])
        cap = rng.choice([None, None, None, Tag("Unlimited"), Tag("At", dec(max(F(1), rules.cut(points * rng.choice([F(9, 10), F(103, 100)]), 1))))])
        edges = [rules.cut(points * k / 10, 1) for k in (9, 8, 6)] + [F(0)]
        grades = [{"name": name, "from": dec(edge)} for name, edge in zip("ABCD", edges)]
        return {
            "format": 1, "id": "t", "version": "1", "title": "t", "points": dec(points), "combine": combine, "cap": cap,
            "rounding": rounding, "not_applicable": Tag(self.policy), "adjustable": True if rng.random() < 0.2 else None,
            "grades": grades, "grade_by": Tag("Exact") if rng.random() < 0.15 else None, "nodes": nodes,
        }

    # Effects, once it is known what stands around an indicator.

    def effects(self, tags, around):
        for tag in tags:
            if tag.name == "Group":
                self.effects(tag.body["children"], [*around, tag])
            elif self.rng.random() < (0.5 if self.gen.later else 0.13):
                tag.body["rule"]["effects"] = [self.effect(tag, around) for _ in range(self.rng.choice([1, 1, 2]))]

    def effect(self, tag, around):
        rng = self.rng
        scopes = [Tag("Sheet")]
        if around:
            scopes += [Tag("Group"), Tag("Node", rng.choice(around).body["id"])]
        body = {"id": self.gen.id("e"), "label": "e"}
        scope = rng.choice(scopes)
        if rng.random() < 0.4:
            exhausts = "deductions" in tag.body["rule"]
            when = Tag(rng.choice(["Exhausted", "Ticked"]) if exhausts else "Ticked")
            take = Tag("OneOf", rng.choice([["1"], ["2", "5"], ["0.5", "1", "3"]] if self.item_decimals else [["1"], ["2", "5"]]))
            if exhausts and rng.random() < 0.4:
                take = Tag("Excess")
            tied = [tag for tag in tag.body["rule"].get("deductions", []) if tag.name in ("Between", "Each")]
            if self.gen.later and tied:
                when = Tag("Deducted", rng.choice(tied).get("id"))
                take = Tag("Each", rng.choice(["1", "2"])) if rng.random() < 0.6 else take
            return Tag("Overflow", body | {"when": when, "take": take, "scope": scope})
        consequences = [Tag("Zero"), Tag("Cap", rng.choice(["1", "3", "10"]))]
        if scope.name == "Sheet":
            consequences += [Tag("Grade", rng.choice("BC")), Tag("Fail")]
        elif rng.random() < 0.3:
            scope = Tag("Item")
        body |= {"scope": scope, "consequence": rng.choice(consequences)}
        return Tag("Veto", body | {"exemptable": True if rng.random() < 0.4 else None})

    # Numbers of other indicators.

    def leaves(self, tags):
        for tag in tags:
            if tag.name == "Group":
                yield from self.leaves(tag.body["children"])
            else:
                yield tag.body

    def take_from_others(self):
        """Lets about half of the measures be numbers of indicators further on in a drawn order: no circle comes of it."""
        rng = self.rng
        leaves = list(self.leaves(self.template["nodes"]))
        rng.shuffle(leaves)
        for at in reversed(range(len(leaves))):
            taker, further = leaves[at], leaves[at + 1 :]
            rule = taker["rule"]
            award = rule["award"]
            if not further:
                continue
            if award.name in ("Rate", "Steps", "Curve", "PerUnit", "Value") and award.get("measure").name != "Ledger":
                if rng.random() < 0.7:
                    award.body["measure"] = self.taken(rng.choice(further), award.name)
                    self.fills[taker["id"]] = lambda inputs: None
            for deduction in rule.get("deductions", []):
                if deduction.name == "Steps" and rng.random() < 0.5:
                    deduction.body["measure"] = self.taken(rng.choice(further), "Steps")
                    self.measured[deduction.get("id")] = lambda inputs: None

    def taken(self, other, form):
        rule = other["rule"]
        measure = rule["award"].body.get("measure") if isinstance(rule["award"].body, dict) else None
        takes = ["Score"]
        if other.get("points") not in (None, "0"):
            takes += ["ScoreRate", "ScoreRate"]
        if measure is not None:
            takes += ["Rate" if self.is_share(measure) else "Number"] * 4
        if "ledger" in rule or any(tag.name == "Each" for tag in rule.get("deductions", [])):
            takes += ["Count"] * 3
        shares = [one for one in takes if (one in ("ScoreRate", "Rate")) == (form in ("Rate", "Curve"))]
        return Tag("Other", {"indicator": other["id"], "takes": Tag(self.rng.choice(shares or takes))})

    @staticmethod
    def is_share(measure):
        if measure.name == "Other":
            return measure.get("takes").name in ("ScoreRate", "Rate")
        if measure.name == "Number":
            return measure.get("unit") == "%"
        if measure.name in ("Peers", "Risks"):
            return measure.get("yields").name == "Ratio"
        return measure.name in SHARES

    # Evaluations.

    def evaluation(self):
        rng = self.rng
        items = Map()
        sparse = rng.choice([0.0, 0.0, 0.05, 0.2])
        not_here = rng.choice([0.0, 0.05, 0.15, 0.4])
        tailoring = self.tailoring()
        made = [(own, rule, self.fills[own]) for own, rule in self.rules.items()]
        for own in tailoring.get("own", []):
            rule = next(p["rule"] for p in self.flexible[own["group"]][1] if p["id"] == own["pattern"])
            made.append((own["id"], rule, self.patterns[own["pattern"]]))
        for own, rule, fill in made:
            entry = self.entry(rule, fill, self.full.get(own, F(0)), sparse, not_here)
            if entry:
                items[own] = entry
        return {
            "format": 1, "template": {"id": "t", "version": "1"}, "funds": self.funds(),
            "tailoring": tailoring or None, "items": items,
        }

    def funds(self):
        rng = self.rng
        lines = []
        for _ in range(rng.choice([0, 1, 2])):
            budget = rng.choice([F(0), F(90), F("310.2"), F(5000), None])
            line = {"source": "s"}
            amounts = {"annual_budget": budget}
            for key in ("received", "executed"):
                amounts[key] = rng.choice([budget, F(0), None, (budget or F(80)) * F(9, 10), F("89.974"), F(60)])
            line |= {key: dec(amount) for key, amount in amounts.items() if amount is not None}
            lines.append(line)
        return {"lines": lines}

    def entry(self, rule, fill, least, sparse, not_here):
        rng = self.rng
        entry = {}
        if rng.random() > sparse:
            inputs = inputs_of(fill)
            for gate in rule.get("gates", []):
                inputs[gate["id"]] = flag(rng.random() < 0.8)
            for deduction in rule.get("deductions", []):
                self.deducted(deduction, inputs)
            for effect in rule.get("effects", []):
                self.struck(effect, inputs)
            if inputs and rng.random() < 0.06:
                del inputs[rng.choice(sorted(inputs))]
            if "ledger" in rule:
                rows = [self.row(rule["ledger"]) for _ in range(rng.choice([0, 1, 2, 3, 5]))]
                if rows:
                    entry["ledger"] = rows
                elif rng.random() < 0.8:
                    inputs["nothing"] = flag(True)
            if inputs:
                entry["inputs"] = inputs
            award = rule["award"]
            if award.name == "OneOf" and award.body["options"][0]["points"].name == "Share" and rng.random() < 0.15:
                count = len(award.body["options"])
                entry["band_edges"] = ["0.85", "0.7", "0.4"][: count - 1]
        if rng.random() < not_here:
            entry["applicability"] = copy.copy(REASON)
        elif rng.random() < 0.04:
            entry["applicability"] = Tag("NoInformation")
        elif rng.random() < 0.04 and not rule.get("gates"):
            entry["override"] = {"score": "0" if least < 2 else rng.choice(["0", "1", "2"]), "reason": "-"}
        return entry

    def deducted(self, deduction, inputs):
        rng, own = self.rng, deduction.get("id")
        if deduction.name == "Steps":
            if rng.random() < 0.9:
                inputs |= {f"{own}/{key}": value for key, value in inputs_of(self.measured[own]).items()}
            return
        if deduction.name == "Between" and rng.random() < 0.85:
            inputs[own] = flag(rng.random() < 0.55)
            low, high = rules.num(deduction.get("from")), rules.num(deduction.get("to"))
            if inputs[own].body and low != high:
                inputs[own + "/points"] = number(rng.choice([low, high, gen_step(self.gen, (low + high) / 2)]))
        elif deduction.name == "Each" and rng.random() < 0.85:
            inputs[own + "/count"] = number(rng.choice([0, 0, 1, 2, 3, 8]))
            if rng.random() < 0.25:
                inputs[own + "/exempt"] = number(rng.choice([0, 1, 2, 9]))

    def struck(self, effect, inputs):
        rng, own = self.rng, effect.get("id")
        if effect.name == "Veto":
            if rng.random() < 0.6:
                inputs[own] = flag(rng.random() < 0.5)
                if effect.get("exemptable") and rng.random() < 0.4:
                    inputs[own + "/exemption"] = Tag("Text", rng.choice(["不可抗力", "  "]))
            return
        if effect.get("when").name == "Ticked":
            inputs[own] = flag(rng.random() < 0.5)
        take = effect.get("take")
        if take.name == "OneOf" and len(take.body) > 1 and rng.random() < 0.9:
            inputs[own + "/points"] = number(F(rng.choice(take.body)))

    def row(self, ledger):
        rng = self.rng
        kind = rng.choice(ledger["kinds"])
        row = {"kind": kind["id"], "count": rng.choice(["0", "1", "1", "2", "3", "4"])}
        becomes = kind.get("becomes")
        if becomes and F(row["count"]) >= F(becomes["from"]):
            kind = next(other for other in ledger["kinds"] if other["id"] == becomes["kind"])
        for worth in [kind["worth"]]:
            if worth.name == "Within":
                row["points"] = rng.choice([worth.get("from"), worth.get("to")])
            elif worth.name == "PerMoney":
                row["money"] = rng.choice(["0", "3000", "10000", "10000.01", "8999.99", "25000"])
        if rng.random() < 0.02:
            row.pop("points", None)
        if rng.random() < 0.35:
            row["matter"] = rng.choice(["甲", "甲 ", "乙"])
        if ledger.get("factors") and rng.random() < 0.5:
            row["factors"] = [f["id"] for f in rng.sample(ledger["factors"], rng.choice([1, 2]))]
        if rng.random() < 0.12:
            row["exempt"] = "-"
        return row

    # Tailoring.

    def tailoring(self):
        rng = self.rng
        made, own = {}, []
        for group, (room, patterns) in self.flexible.items():
            count = rng.choice([0, 1, 2])
            for number_, amount in enumerate(self.gen.split(room, count) or [room] if count else []):
                pattern = rng.choice(patterns)
                name = f"own-{group}-{number_}"
                own.append({"id": name, "group": group, "name": name, "points": dec(amount), "pattern": pattern["id"]})
        if own:
            made["own"] = own
        if self.template["adjustable"] and rng.random() < 0.8:
            self.adjust(self.template["nodes"], made)
        return made

    def adjust(self, tags, made):
        """Moves points between two neighbours whose rules do not mind, and draws new weights."""
        rng = self.rng
        weighed = [tag for tag in tags if tag.body.get("weight") is not None]
        if weighed:
            made.setdefault("weights", Map()).update(
                {tag.body["id"]: dec(w) for tag, w in zip(weighed, self.weights(len(weighed)))})
        movable = [tag for tag in tags if tag.name == "Indicator" and tag.body.get("points") not in (None, "0")
                   and tag.body["rule"]["award"].name in ("Rate", "Target") and not tag.body["rule"].get("deductions")]
        if len(movable) > 1:
            a, b = movable[:2]
            amounts = [F(tag.body["points"]) for tag in (a, b)]
            by = min(amounts[0] - 1, F(rng.choice([1, 2])))
            if by > 0:
                made.setdefault("points", Map()).update(
                    {a.body["id"]: dec(amounts[0] - by), b.body["id"]: dec(amounts[1] + by)})
        for tag in tags:
            if tag.name == "Group":
                self.adjust(tag.body["children"], made)
