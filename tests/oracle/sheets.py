"""docs/SCORING.md §4–6 as a program: effects, roll-up, total, grade, tailoring. See indicators.py."""

import copy
from dataclasses import dataclass, field
from fractions import Fraction as F

from indicators import COMPARED, NO_INFORMATION, NOT_APPLICABLE, SCORED, UNSCORED, NoPoints, Scorer, lies_in, name_of, num, rounded


@dataclass
class Node:
    """A line of the tree: what the template says, and what it yields."""

    kind: str
    data: dict
    parent: "Node | None"
    children: list = field(default_factory=list)
    points: F = F(0)
    state: str = ""
    score: F | None = None
    s: F = F(0)
    a: F = F(0)
    adj: F = F(0)
    vetoes: list = field(default_factory=list)
    overflow: F = F(0)
    scorer: Scorer | None = None

    @property
    def id(self):
        return self.data["id"]

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Sheet:
    """A template and an evaluation, scored: `items`, `groups`, `total`, `exact`, `grade`, `provisional`."""

    def __init__(self, template, evaluation):
        self.template = tailored(template, evaluation.get("tailoring", {}))
        self.evaluation = evaluation
        rounding = self.template.get("rounding", {})
        round_first = name_of(rounding.get("order"), "RoundThenAdd") == "RoundThenAdd"
        items = rounding.get("item_decimals", 2)
        groups = rounding.get("group_decimals")
        self.group_decimals = (items if groups is None else groups) if round_first else 12
        self.total_decimals = rounding.get("total_decimals", 2)
        self.policy = name_of(self.template.get("not_applicable"), "Rescale")
        self.root = Node("Root", self.template, None, points=num(self.template["points"]))
        self.root.children = [self.node(tag, self.root) for tag in self.template["nodes"]]
        nodes = list(self.root.walk())
        self.items = [node for node in nodes if node.kind == "Indicator"]
        self.groups = [node for node in nodes if node.kind == "Group"]
        self.named, self.unfilled, self.running = [], False, []
        for item in self.items:
            self.run_once(item)
        for group in self.groups:
            if any(consequence.name == "Zero" for consequence in group.vetoes):
                self.zero(group)
        self.roll_up()

    def node(self, tag, parent):
        node = Node(tag.name, tag.body, parent, points=num(tag.body.get("points", "0")))
        node.children = [self.node(child, node) for child in tag.body.get("children", [])]
        return node

    # 1, 4: indicators with their effects.

    def run_once(self, item):
        if item.scorer is None:
            self.running.append(item)
            self.run(item)
            self.running.pop()
        return item

    def other(self, own):
        """2.1: another indicator, scored before whoever takes from it; none within a circle."""
        found = next((item for item in self.items if item.id == own), None)
        if found is None or found in self.running:
            raise NoPoints()
        return self.run_once(found)

    def run(self, item):
        entry = self.evaluation.get("items", {}).get(item.id, {})
        funds = self.evaluation.get("funds", {})
        scorer = Scorer(self.template, item.data, entry, funds, self.other).run()
        item.scorer = scorer
        strikes, complete = self.strikes(item, scorer)
        if not complete and not scorer.stated:
            scorer.state, scorer.score = UNSCORED, None
        scorer.override()
        item.state, item.score = scorer.state, scorer.score
        if item.state == NOT_APPLICABLE:
            item.score = item.points if self.policy == "FullMarks" else None
            return
        for scope, consequence, points in strikes:
            self.strike(item, scope, consequence, points)

    def strikes(self, item, scorer):
        """[(scope, consequence or None, points of an overflow)], and whether each overflow has its points."""
        strikes, complete = [], True
        for effect in item.data["rule"].get("effects", []):
            own = effect.get("id")
            if effect.name == "Veto":
                exempt = effect.get("exemptable") and (scorer.entry.text(own + "/exemption") or "").strip()
                if scorer.entry.flag(own) and not exempt:
                    strikes.append((effect.get("scope"), effect.get("consequence"), F(0)))
                continue
            if effect.get("when").name == "Ticked":
                happens = scorer.entry.flag(own)
            elif effect.get("when").name == "Deducted":
                happens = self.occurrences(effect, scorer) > 0
            else:
                happens = scorer.earned is not None and 0 < scorer.earned <= scorer.taken
            if happens:
                points = self.overflow_points(effect, scorer)
                complete = complete and points is not None
                strikes.append((effect.get("scope"), None, points or F(0)))
        return strikes, complete

    def occurrences(self, effect, scorer):
        own = effect.get("when").body
        if any(tag.name == "Between" for tag in scorer.rule["deductions"] if tag.get("id") == own):
            return F(bool(scorer.entry.flag(own)))
        return max(F(0), (scorer.entry.number(own + "/count") or 0) - (scorer.entry.number(own + "/exempt") or 0))

    def overflow_points(self, effect, scorer):
        take = effect.get("take")
        if take.name == "Excess":
            return F(0) if scorer.earned is None else max(F(0), scorer.taken - scorer.earned)
        if take.name == "Each":
            return num(take.body) * self.occurrences(effect, scorer)
        choices = [num(points) for points in take.body]
        chosen = choices[0] if len(choices) == 1 else scorer.entry.number(effect.get("id") + "/points")
        return chosen if chosen in choices else None

    def strike(self, item, scope, consequence, points):
        if scope.name == "Item":
            if consequence.name == "Zero" and item.state != COMPARED:
                item.state, item.score = SCORED, F(0)
            elif consequence.name == "Cap" and item.score is not None:
                item.score = min(item.score, num(consequence.body))
            return
        struck = self.root
        if scope.name == "Group":
            struck = item.parent
        elif scope.name == "Node":
            struck = next(group for group in self.groups if group.id == scope.body)
        if consequence is None:
            struck.overflow += points
        elif consequence.name in ("Grade", "Fail"):
            self.named.append(consequence)
        else:
            struck.vetoes.append(consequence)

    @staticmethod
    def zero(group):
        for node in group.walk():
            if node.kind == "Indicator" and node.state not in (NOT_APPLICABLE, COMPARED):
                node.state, node.score = SCORED, F(0)

    # 5: roll-up.

    def settle(self, node):
        """Works out s, a, adj of a node below the root."""
        if node.kind == "Indicator":
            self.settle_item(node)
            return
        for child in node.children:
            self.settle(child)
        self.combine(node)
        node.adj -= node.overflow
        self.keep_within(node, node.data.get("floor"), node.data.get("cap"))
        for veto in node.vetoes:
            if veto.name == "Cap":
                self.keep_within(node, None, veto.body)
        if any(veto.name == "Zero" for veto in node.vetoes):
            node.s = node.adj = F(0)
        node.s = rounded(node.s, self.group_decimals)
        node.adj = rounded(node.adj, self.group_decimals)
        node.score = node.s + node.adj
        if node.points == 0:
            node.s, node.a, node.adj = F(0), F(0), node.score

    def settle_item(self, item):
        item.s = item.score or F(0)
        item.a = F(0) if item.state == NOT_APPLICABLE and self.policy != "FullMarks" else item.points
        if item.points == 0:
            item.s, item.a, item.adj = F(0), F(0), item.s

    @staticmethod
    def keep_within(node, least, most):
        shown = node.s + node.adj
        kept = shown
        if most is not None:
            kept = min(kept, num(most))
        if least is not None:
            kept = max(kept, num(least))
        node.s += kept - shown

    def combine(self, node):
        tag = node.data.get("combine")
        kind = name_of(tag, "Sum")
        children = [child for child in node.children if child.points != 0]
        node.adj = sum((child.adj for child in node.children), F(0))
        total_s, total_a, total_m = (
            sum((getattr(child, name) for child in children), F(0)) for name in ("s", "a", "points")
        )
        if kind in ("Sum", "EqualSplit"):
            lacking = node.points - total_m
            if lacking > 0 and self.is_open(node):
                total_a += lacking
                self.unfilled = True
            node.s, node.a = total_s, total_a
            if self.policy == "RescaleInGroup" and 0 < total_a < node.points:
                node.s, node.a = node.points * total_s / total_a, node.points
            node.s, node.a = self.kept(node, node.s), self.kept(node, node.a)
            return
        # What is weighed is weighed with its adjustments; only what has no points is added as it is.
        node.adj = sum((child.adj for child in node.children if child.points == 0), F(0))
        worth = {id(child): child.s + child.adj for child in children}
        if all(child.a == 0 for child in children):
            node.s = node.a = F(0)
        else:
            full = node.points
            exclude = self.policy == "Exclude"
            count = children if exclude else [child for child in children if child.a > 0]
            counted_s = sum((worth[id(child)] for child in count), F(0))
            ratio = lambda child: worth[id(child)] / (child.points if exclude else child.a)
            node.a = full
            if kind in ("Weighted", "Mean"):
                weight = lambda child: num(child.data["weight"]) if kind == "Weighted" else F(1)
                weights = sum(map(weight, count), F(0))
                node.s = full * sum((weight(c) * ratio(c) for c in count), F(0)) / weights
                if exclude:
                    node.a = full * sum((weight(c) * c.a / c.points for c in count), F(0)) / weights
            elif kind == "Scale":
                node.s = full * counted_s / (total_m if exclude else total_a)
                node.a = full * total_a / total_m if exclude else full
            elif kind in ("Highest", "Lowest"):
                ratios = [ratio(child) for child in children if child.a > 0]
                node.s = full * (max if kind == "Highest" else min)(ratios)
            else:
                sought = {
                    "Sum": counted_s if exclude else counted_s * total_m / total_a,
                    "Mean": sum((ratio(c) * c.points for c in count), F(0)) / len(count),
                    "Rate": counted_s / (total_m if exclude else total_a),
                }[tag.get("by").name]
                node.s = banded(tag, sought, full)
        node.s, node.a = self.kept(node, node.s + node.adj), self.kept(node, node.a)
        node.adj = F(0)

    @staticmethod
    def is_open(node):
        return any(below.data.get("open") for below in node.walk())

    def kept(self, node, value):
        """With group rounding; the top level is not rounded before the total."""
        return value if node is self.root else rounded(value, self.group_decimals)

    def roll_up(self):
        root = self.root
        for child in root.children:
            self.settle(child)
        self.combine(root)
        if self.policy == "Rescale" and name_of(self.template.get("combine"), "Sum") in ("Sum", "EqualSplit"):
            if root.a < root.points:
                root.s = root.s * root.points / root.a if root.a else F(0)
        total = root.s + root.adj - root.overflow
        for veto in root.vetoes:
            total = min(total, F(0) if veto.name == "Zero" else num(veto.body))
        cap = self.template.get("cap")
        if name_of(cap, "FullMarks") == "FullMarks":
            total = min(total, root.points)
        elif cap.name == "At":
            total = min(total, num(cap.body))
        self.exact = max(F(0), total)
        self.total = rounded(self.exact, self.total_decimals)
        self.grade = self.graded()
        self.provisional = self.unfilled or any(item.state in (UNSCORED, NO_INFORMATION) for item in self.items)

    def graded(self):
        grades = self.template.get("grades", [])
        exact = name_of(self.template.get("grade_by"), "Printed") == "Exact"
        total = self.exact if exact else self.total
        places = [len(grades) - 1 if named.name == "Fail" else place(grades, named.body) for named in self.named]
        if places:
            return grades[max(places)]["name"]
        if self.root.a == 0 or all(item.score is None for item in self.items):
            return None
        return next((grade["name"] for grade in grades if total >= num(grade["from"])), None)


def place(grades, name):
    return next(at for at, grade in enumerate(grades) if grade["name"] == name)


def banded(tag, sought, full):
    for band in tag.get("bands"):
        if lies_in(sought, band):
            points = num(band["points"].body)
            return points * full if band["points"].name == "Fraction" else points
    return F(0)


# 6: tailoring.


def tailored(template, tailoring):
    template = copy.deepcopy(template)
    for tag in template["nodes"]:
        tailor(tag, tailoring)
    split_equally(num(template["points"]), template.get("combine"), template["nodes"])
    return template


def tailor(tag, tailoring):
    node = tag.body
    for name in ("points", "weights"):
        if node["id"] in tailoring.get(name, {}):
            node[{"points": "points", "weights": "weight"}[name]] = tailoring[name][node["id"]]
    for child in node.get("children", []):
        tailor(child, tailoring)
    for own in tailoring.get("own", []):
        if tag.name == "Group" and own["group"] == node["id"]:
            patterns = (node.get("open") or {}).get("patterns", [])
            rule = next(pattern["rule"] for pattern in patterns if pattern["id"] == own["pattern"])
            indicator = {"id": own["id"], "name": own["name"], "points": own["points"], "rule": rule}
            node.setdefault("children", []).append(type(tag)("Indicator", indicator))
    if node.get("open") and num(node.get("points", "0")) == 0 and node["id"] not in tailoring.get("points", {}):
        node["points"] = sum((num(child.body.get("points", "0")) for child in node["children"]), F(0))


def split_equally(points, combine, tags):
    if name_of(combine, "Sum") == "EqualSplit" and tags:
        each = rounded(points / len(tags), combine.get("decimals"))
        rest = points - each * len(tags)
        takes = len(tags) - 1 if name_of(combine.get("remainder"), "First") == "Last" else 0
        for at, tag in enumerate(tags):
            tag.body["points"] = each + rest if at == takes else each
    for tag in tags:
        if tag.name == "Group":
            split_equally(num(tag.body.get("points", "0")), tag.body.get("combine"), tag.body.get("children", []))
