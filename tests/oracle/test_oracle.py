"""The oracle against the vectors of the rule taxonomy and the examples of docs/TEMPLATES.md, both worked out by hand.

`python3 -m unittest discover tests/oracle`
"""

import pathlib
import re
import sys
import unittest
from fractions import Fraction as F

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import ron  # noqa: E402
from indicators import NO_INFORMATION, NOT_APPLICABLE, SCORED, UNSCORED, num, rounded  # noqa: E402
from sheets import Sheet  # noqa: E402

STATES = {"未评": UNSCORED, "资料不足": NO_INFORMATION, "不适用": NOT_APPLICABLE}
GRADES = '[(name:"优",from:"90"),(name:"良",from:"80"),(name:"中",from:"60"),(name:"差",from:"0")]'


def sheet(points, fields, items, funds=""):
    template = ron.read(f'(format:1,id:"t",version:"1",title:"t",points:"{points}",grades:{GRADES},{fields})')
    evaluation = ron.read(f"(format:1,funds:(lines:[{funds}]),items:{{{items}}})")
    return Sheet(template, evaluation)


def entry(text):
    """`("a", Flag(true)), …` as inputs."""
    pairs = ron.read(f"[{text}]")
    return ron.write(ron.Map((key, value) for key, value in pairs))


def item(points, rule, inputs="", ledger="", funds=""):
    rule = rule if rule.lstrip().startswith("(") else f"({rule})"
    node = f'nodes:[Indicator(id:"x",name:"x",points:"{points}",rule:{rule})]'
    items = f'"x":(inputs:{entry(inputs)},ledger:[{ledger}])'
    scored = sheet(points, node, items, funds).items[0]
    return shown(scored)


def shown(node):
    return plain(node.score, 2) if node.state == SCORED else node.state


def plain(value, decimals):
    value = rounded(value, decimals)
    sign = "-" if value < 0 else ""
    digits = str(abs(value.numerator * 10**decimals // value.denominator)).rjust(decimals + 1, "0")
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def rate(direction, more=""):
    measure = 'Entered(target:"t",actual:"a",rate:"r")'
    return f"award:Rate(measure:{measure},direction:{direction}{more})"


def measured(a, b):
    return f'("target",Number("{a}")),("actual",Number("{b}"))'


def number(key, value):
    return f'("{key}",Number("{value}"))'


def free(node, points, more=""):
    return f'Indicator(id:"{node}",name:"{node}",points:"{points}",{more}rule:(award:Free(step:"0.001")))'


def given(**points):
    return ",".join(f'"{k}":(inputs:{{"points":Number("{v}")}})' for k, v in points.items())


NOT_HERE = '(applicability:NotApplicable(reason:"无"))'


class Vectors(unittest.TestCase):
    """Each vector of the taxonomy."""

    def test_r4(self):
        for a, b, expected in [
            ("8127600", "7741273.5", "9.52"),
            ("310.2", "154.74", "4.99"),
            ("90", "89.974", "10.00"),
            ("319.67", "297.9122", "9.32"),
        ]:
            self.assertEqual(item("10", rate("Positive"), measured(a, b)), expected)
            by_funds = item(
                "10",
                "award:Rate(measure:Funds(Execution),direction:Positive)",
                funds=f'(annual_budget:"{a}",executed:"{b}")',
            )
            self.assertEqual(by_funds, expected)
        self.assertEqual(item("8", rate("Positive"), number("rate", 95)), "7.60")
        for b, ratio, linear in [
            ("6", "8.33", "8.00"),
            ("7.5", "6.67", "5.00"),
            ("10", "5.00", "0.00"),
            ("12", "4.17", "0.00"),
        ]:
            self.assertEqual(item("10", rate("ReverseRatio"), measured(5, b)), ratio)
            self.assertEqual(item("10", rate("ReverseLinear"), measured(5, b)), linear)
        self.assertEqual(item("10", rate("Equal"), measured(0, 0)), "10.00")
        self.assertEqual(item("10", rate("Equal"), measured(0, 1)), "0.00")

    def test_r5_r9_bands(self):
        for middle in ("0.6", "0.5"):
            options = "".join(
                f'(id:"{name}",label:"",points:Share(from:"{low}",to:"{high}")),'
                for name, low, high in [("a", "0.8", "1"), ("b", middle, "0.8"), ("c", "0", middle)]
            )
            rule = f"award:OneOf(options:[{options}])"
            edge = {"0.6": "6", "0.5": "5"}[middle]
            within = {"a": ("8", "10"), "b": (edge, "7.99"), "c": ("0", f"{int(edge) - 1}.99")}
            beyond = {"a": ("7.99", "10.01"), "b": (f"{int(edge) - 1}.99", "8"), "c": ("-0.01", edge)}
            for option, values in within.items():
                for value in values:
                    inputs = f'("choice",Choice("{option}")),{number("points", value)}'
                    self.assertEqual(item("10", rule, inputs), plain(F(value), 2))
            for option, values in beyond.items():
                for value in values:
                    inputs = f'("choice",Choice("{option}")),{number("points", value)}'
                    self.assertEqual(item("10", rule, inputs), UNSCORED)

    def test_r6(self):
        def steps(points, measure, step, inputs):
            return item(points, f"award:Steps(measure:{measure},steps:[({step})])", inputs)

        deviation = 'Deviation(target:"t",actual:"a")'
        share = 'Number(label:"x",unit:"%")'
        for counting, fifteen, below in [
            ("Whole", "12.00", "2.00"),
            ("Begun", "11.00", "1.50"),
            ("Proportional", "11.67", "1.70"),
        ]:
            step = f'side:Above,at:"0",unit:"3%",points:"1",counting:{counting}'
            self.assertEqual(steps("15", deviation, step, measured(100, 110)), fifteen)
            step = f'side:Below,at:"90%",unit:"1%",points:"0.5",counting:{counting}'
            self.assertEqual(steps("3", share, step, number("value", "87.4")), below)
        steep = 'award:Curve(measure:Number(label:"x"),nodes:[(at:"0",worth:"1"),(at:"0.1",worth:"0")])'
        self.assertEqual(item("10", steep, number("value", "0.002")), "9.80")
        self.assertEqual(item("10", steep, number("value", "0.1")), "0.00")

    def test_r7_r8(self):
        late = 'award:Full,deductions:[Each(id:"late",label:"",points:"2")],floor:"0"'
        self.assertEqual(item("8", late, number("late/count", 5)), "0.00")
        nodes = ",".join(
            [free("a", 1), free("b", 1), f'Indicator(id:"c",name:"c",points:"8",rule:({late}))']
        )
        entries = given(a=1, b=1) + ',"c":(inputs:{"late/count":Number("5")})'
        self.assertEqual(sheet("10", f"nodes:[{nodes}]", entries).total, 2)
        use = (
            'award:Full,floor:"0",deductions:[Between(id:"f",label:"",from:"4",to:"7"),'
            'Between(id:"b",label:"",from:"2",to:"2"),Between(id:"o",label:"",from:"2",to:"5")]'
        )
        three = '("f",Flag(true)),("f/points",Number("4")),("b",Flag(true)),("o",Flag(true)),("o/points",Number("3"))'
        self.assertEqual(item("7", use, three), "0.00")

    def test_r12(self):
        rule = (
            'award:Full,floor:"0",deductions:[Each(id:"d",label:"",points:"2")],'
            'effects:[Overflow(id:"o",label:"",when:Exhausted,take:OneOf(["10"]),scope:Sheet)]'
        )
        nodes = f'nodes:[Indicator(id:"x",name:"x",points:"4",rule:({rule})),{free("y", 96)}]'
        for count, score, total in [(2, 0, 80), (1, 2, 92), (3, 0, 80)]:
            entries = f'"x":(inputs:{{"d/count":Number("{count}")}}),' + given(y=90)
            scored = sheet("100", nodes, entries)
            self.assertEqual((scored.items[0].score, scored.total), (score, total))

    def test_r13(self):
        for lowest, expected in [("0", "0.00"), ("-3", "-1.50")]:
            kinds = 'kinds:[(id:"p",label:"",worth:Each("0.5")),(id:"c",label:"",worth:Each("1")),(id:"n",label:"",worth:Each("-0.5"))]'
            rule = f'award:Entries,floor:"{lowest}",ceiling:"5",ledger:({kinds})'
            self.assertEqual(item("0", rule, ledger='(kind:"p"),(kind:"c"),(kind:"n")'), "1.00")
            self.assertEqual(item("0", rule, ledger='(kind:"n"),(kind:"n"),(kind:"n")'), expected)
            killing = rule[:-1] + ',kill:(kinds:["n"],count:3))'
            rows = '(kind:"n"),(kind:"n"),(kind:"n"),(kind:"c")'
            self.assertEqual(item("0", killing, ledger=rows), "0.00")

    def test_r17(self):
        weighted = f'combine:Weighted,nodes:[{free("a", 100, "weight:{0},".format(chr(34) + "70%" + chr(34)))},'
        weighted += f'{free("b", 100, "weight:{0},".format(chr(34) + "30%" + chr(34)))}]'
        self.assertEqual(sheet("100", weighted, given(a=95, b=88)).total, F("92.9"))

    def test_r18(self):
        nodes = f'nodes:[{free("a", "1.5")},{free("b", "1.5")},{free("c", 97)}]'
        entries = f'"a":{NOT_HERE},"b":{NOT_HERE},' + given(c="88.3")
        for policy, total, grade in [
            ("Rescale", "91.03", "优"),
            ("RescaleInGroup", "91.03", "优"),
            ("FullMarks", "91.30", "优"),
            ("Exclude", "88.30", "良"),
        ]:
            scored = sheet("100", f"not_applicable:{policy},{nodes}", entries)
            self.assertEqual((plain(scored.total, 2), scored.grade), (total, grade))

    def test_r19(self):
        marks = '("list",List(["8","9","7","10","6","9"]))'
        for mean, expected in [("Mean", "8.17"), ("Trimmed", "8.25"), ("Median", "8.50")]:
            rule = f'award:Value(measure:Panel(label:"",mean:{mean}))'
            self.assertEqual(item("10", rule, marks), expected)

    def test_r20(self):
        children = ",".join(free(f"n{i}", 0) for i in range(7))
        for remainder, at in [("First", 0), ("Last", 6)]:
            scored = sheet("90", f"combine:EqualSplit(decimals:2,remainder:{remainder}),nodes:[{children}]", "")
            points = [plain(node.points, 2) for node in scored.items]
            self.assertEqual(points.pop(at), "12.84")
            self.assertEqual(points, ["12.86"] * 6)
        children = ",".join(free(f"n{i}", 0) for i in range(3))
        scored = sheet("40", f"combine:EqualSplit(decimals:0,remainder:Last),nodes:[{children}]", "")
        self.assertEqual([node.points for node in scored.items], [13, 13, 14])

    def test_grades(self):
        for points, total, grade in [("83", "83.00", "良"), ("89.5", "89.50", "良"), ("79.995", "80.00", "良")]:
            fields = f"rounding:(item_decimals:3,order:AddThenRound),nodes:[{free('a', 100)}]"
            scored = sheet("100", fields, given(a=points))
            self.assertEqual((plain(scored.total, 2), scored.grade), (total, grade))


def blocks(heading):
    text = (HERE / "../../docs/TEMPLATES.md").resolve().read_text(encoding="utf-8")
    for block in re.findall(r"```ron\n(.*?)```", text, re.S):
        first, _, rest = block.partition("\n")
        if first.startswith(f"// {heading} "):
            lines = rest.splitlines()
            examples = [line[3:] for line in lines if re.match(r"// \S+( \S+)? ←", line)]
            body = "\n".join(line for line in lines if not line.startswith("// "))
            yield first.split()[2], body, [tuple(map(str.strip, e.split("←"))) for e in examples]


class Examples(unittest.TestCase):
    """The numbers of docs/TEMPLATES.md."""

    def test_indicators(self):
        found = 0
        for points, rule, examples in blocks("分值"):
            self.assertTrue(examples, rule)
            for result, inputs in examples:
                kind, _, rest = inputs.partition(" ")
                where = {"台账": "ledger", "资金": "funds"}.get(kind)
                got = item(points, rule, **({where: rest} if where else {"inputs": inputs}))
                expected = STATES.get(result, result.removeprefix("得 "))
                self.assertEqual(got, expected, f"{rule}\n{inputs}")
                found += 1
        self.assertGreater(found, 55)

    def test_sheets(self):
        found = 0
        for points, fields, examples in blocks("满分"):
            for result, inputs in examples:
                entries = {}
                for who, rest in re.findall(r'\("(\w+)", (不适用|"[^"]+", \w+\([^)]*\))\)', inputs):
                    entries.setdefault(who, []).append(rest)
                text = ",".join(
                    f'"{who}":' + (NOT_HERE if rest == ["不适用"] else "(inputs:{%s})" % ",".join(
                        re.sub(r'^("[^"]+"), ', r"\1:", value) for value in rest))
                    for who, rest in entries.items()
                )
                scored = sheet(points, fields.rstrip().rstrip(","), text)
                self.assertEqual(plain(scored.total, 2), result.removeprefix("合计 "), inputs)
                found += 1
        self.assertGreater(found, 7)


if __name__ == "__main__":
    unittest.main()
