"""Writes the random cases that tests/oracle.rs compares with, and checks that what is stored is what it would write.

    python3 tests/oracle/oracle.py            writes tests/oracle/data/*.txt
    python3 tests/oracle/oracle.py --check    compares, changes nothing
    python3 tests/oracle/oracle.py --first 100000 --to FOLDER     other cases, from that seed on
    python3 tests/oracle/oracle.py --score TEMPLATE.ron EVALUATION.ron

A file of data holds lines: `T` a template, then several times `E` an evaluation of it and `R` what it comes to:
`items` by id (`S 7.6` scored, `U` unscored, `I` no information, `N` not applicable, with its score if it has one, `C` compared),
`groups` by id, `total`, `grade`, `provisional`.
"""

import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import ron  # noqa: E402
from rules import dec  # noqa: E402
from sheets import Sheet  # noqa: E402
from trees import Case  # noqa: E402

DATA = pathlib.Path(__file__).resolve().parent / "data"
FILES, TEMPLATES, EVALUATIONS = 8, 100, 4
LETTERS = {"Scored": "S", "Unscored": "U", "NoInformation": "I", "NotApplicable": "N", "Compared": "C"}


def result(sheet):
    def item(node):
        return LETTERS[node.state] + ("" if node.score is None else " " + dec(node.score))

    return {
        "items": [[node.id, item(node)] for node in sheet.items],
        "groups": [[node.id, dec(node.score)] for node in sheet.groups],
        "total": dec(sheet.total),
        "grade": sheet.grade,
        "provisional": sheet.provisional,
    }


def scored(template, evaluation):
    """From text, as the program reads it."""
    return result(Sheet(ron.read(template), ron.read(evaluation)))


def chunk(number):
    """A file of cases, their seeds from `number` on."""
    lines = []
    for seed in range(number, number + TEMPLATES):
        case = Case(seed)
        template = ron.write(case.template)
        lines.append("T " + template)
        for _ in range(EVALUATIONS):
            evaluation = ron.write(case.evaluation())
            answer = json.dumps(scored(template, evaluation), ensure_ascii=False, separators=(",", ":"))
            lines += ["E " + evaluation, "R " + answer]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--to", type=pathlib.Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--score", nargs=2, metavar=("TEMPLATE", "EVALUATION"))
    arguments = parser.parse_args()
    if arguments.score:
        texts = [pathlib.Path(path).read_text(encoding="utf-8") for path in arguments.score]
        print(json.dumps(scored(*texts), ensure_ascii=False, indent=1))
        return 0
    arguments.to.mkdir(exist_ok=True)
    differing = []
    for number in range(FILES):
        path, text = arguments.to / f"{number:02}.txt", chunk(arguments.first + number * TEMPLATES)
        if not arguments.check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            differing.append(path.name)
    if differing:
        print("differ from what the oracle writes:", ", ".join(differing), file=sys.stderr)
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())
