#!/usr/bin/env python3
"""Which file names which: rooms point down, and no circles where there are none any more.

    scripts/check-house.py             the rules below; silent but for one line, 1 where one is broken
    scripts/check-house.py --circles   every circle of files, the tolerated ones too
    scripts/check-house.py --figures   how many files, rooms, arrows, circles

What counts as naming is said in scripts/house.py.
"""

import argparse
import sys
from collections import deque, namedtuple
from pathlib import Path

from house import House, path_of

# ---------------------------------------------------------------- the rules

# Top-level modules of src, the highest first. A room names rooms of lower layers only.
LAYERS = [
    ["main", "lib"],
    ["app", "cli"],
    ["logging"],
    ["overview", "audit"],
    ["export", "print", "file", "import"],
    ["checks"],
    ["wording"],
    ["scoring"],
    ["evaluation"],
    ["template"],
    ["ron_text", "history", "help"],
    ["number"],
    ["text", "fonts", "samples", "searchable", "whole_file", "encoding"],
]

# The same within a room, by the path of its folder: what stands directly in it, `mod` for its own mod.rs. An empty
# list checks nothing.
SUBROOMS = {
    "app": [
        ["window", "route"],
        ["mod"],
        ["keys", "menu_bar", "input", "one_by_one", "open"],
        ["workspace"],
        ["home", "evaluation", "template", "import"],
        ["document_bar"],
        ["session"],
        ["dialogs", "status_line", "help"],
        ["context"],
        ["shared"],
        ["software_drawing"],
        ["request"],
        ["columns", "command", "preview_zoom"],
        ["widgets"],
        ["system"],
    ],
}

# Arrows that the layers forbid and that stay all the same: ("app/home", "app/import"): "why".
EXCEPTIONS = {}

# Rooms (folders, or files without .rs) whose files are in no circle, and are to stay so.
CIRCLE_FREE = [
    "app",
    "audit",
    "checks",
    "cli",
    "evaluation",
    "file",
    "fonts",
    "help",
    "history",
    "import",
    "logging",
    "number",
    "print",
    "ron_text",
    "samples",
    "scoring",
    "searchable",
    "template",
    "text",
    "wording",
]

Rules = namedtuple("Rules", "layers subrooms exceptions circle_free")
RULES = Rules(LAYERS, SUBROOMS, EXCEPTIONS, CIRCLE_FREE)

# ---------------------------------------------------------------- circles


def circles(arrows):
    """Groups of more than one file that all lead to each other, the largest first."""
    reached = {}
    for start in arrows:
        seen, waiting = set(), [start]
        while waiting:
            for target in arrows.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        reached[start] = seen
    groups, placed = [], set()
    for file in sorted(arrows):
        if file in placed or file not in reached[file]:
            continue
        group = sorted({other for other in reached[file] if file in reached.get(other, ())})
        placed |= set(group)
        groups.append(group)
    return sorted(groups, key=lambda group: (-len(group), group))


def shortest_chain(arrows, group, through=None):
    """The files of the shortest way round, the first one again at the end."""
    best, inside = None, set(group)
    for start in [file for file in group if through is None or through(file)]:
        before, waiting = {}, deque([start])
        while waiting and start not in before:
            file = waiting.popleft()
            for target in sorted(arrows.get(file, ())):
                if target in inside and target not in before:
                    before[target] = file
                    waiting.append(target)
        if start in before:
            chain = [start]
            while len(chain) == 1 or chain[-1] != start:
                chain.append(before[chain[-1]])
            if best is None or len(chain) < len(best):
                best = chain[::-1]
    return best


def told(house, group, through=None):
    """A circle in words: its files, and one way round."""
    lines = ["  files: " + " ".join(path_of(file) for file in group)]
    chain = shortest_chain(house.arrows, group, through)
    for file, target in zip(chain, chain[1:]):
        line, name = house.arrows[file][target]
        lines.append(f"  {path_of(file)}:{line}: {name} -> {path_of(target)}")
    return lines


# ---------------------------------------------------------------- checking


def room_of(file, folder=""):
    """What directly stands in `folder` and holds the file: a folder or a file without .rs."""
    if folder:
        if not file.startswith(folder + "/"):
            return None
        file = file[len(folder) + 1 :]
    return file.split("/")[0]


def orders(rules):
    """Each ordered folder of `src` ("" is src itself) with the layer of every room in it."""
    for folder, layers in [("", rules.layers)] + sorted(rules.subrooms.items()):
        if layers:
            yield folder, {
                name.rstrip("/")[: -3 if name.endswith(".rs") else None]: depth
                for depth, layer in enumerate(layers)
                for name in layer
            }


def against_order(house, rules):
    """Arrows that go up or sideways: (file, target, the room of the file, the room that it names, up?)."""
    for folder, layer in orders(rules):
        for file in sorted(house.arrows):
            for target in sorted(house.arrows[file]):
                here, there = room_of(file, folder), room_of(target, folder)
                if here == there or here not in layer or there not in layer:
                    continue
                if layer[there] <= layer[here]:
                    prefix = folder + "/" if folder else ""
                    yield file, target, prefix + here, prefix + there, layer[there] < layer[here]


def check(house, rules):
    findings = []
    for folder, layer in orders(rules):
        present = {room_of(file, folder) for file in house.files} - {None}
        where = f'SUBROOMS["{folder}"]' if folder else "LAYERS"
        if not present:
            findings.append(f"{where}: there is no src/{folder}: correct the name or take it out")
        for room in sorted(present - set(layer)):
            path = "/".join(filter(None, ["src", folder, room]))
            findings.append(f"{path}: is in no layer: give it its place in {where} of scripts/check-house.py")
    met = set()
    for file, target, here, there, up in against_order(house, rules):
        met.add((here, there))
        if (here, there) in rules.exceptions:
            continue
        line, name = house.arrows[file][target]
        place = f"{path_of(file)}:{line}: names {name} ({path_of(target)})"
        if up:
            findings.append(
                f"{place}, and `{there}` lies above `{here}`: move what is needed down to `{here}` or lower, "
                f"or let `{there}` pass it in"
            )
        else:
            findings.append(
                f"{place}, and `{there}` stands beside `{here}`: move what both need to a room below, "
                "or list the pair in EXCEPTIONS with the reason"
            )
    for pair in sorted(set(rules.exceptions) - met):
        findings.append(f"EXCEPTIONS: no file of `{pair[0]}` names `{pair[1]}` any more: take the line out")
    for room in rules.circle_free:
        if not any(within(file, room) for file in house.files):
            findings.append(f"CIRCLE_FREE: there is no src/{room}: correct the name or take it out")
    for group in circles(house.arrows):
        rooms = [room for room in rules.circle_free if any(within(file, room) for file in group)]
        if rooms:
            findings.append(
                f"src/{rooms[0]}: {len(group)} files in a circle, and it is in CIRCLE_FREE: take one arrow out, by "
                "moving what both ends need into a file that names neither\n"
                + "\n".join(told(house, group, lambda file: within(file, rooms[0])))
            )
    return findings


def within(file, room):
    return file == room or file.startswith(room + "/")


def figures(house, rules):
    def pairs(folder):
        rooms = {
            (room_of(file, folder), room_of(target, folder)) for file in house.arrows for target in house.arrows[file]
        }
        return sum(1 for here, there in rooms if here and there and here != there)

    entries = {"main", "lib"}
    app = house.lines.get("app/mod", ())
    groups = circles(house.arrows)
    up = [arrow for arrow in against_order(house, rules) if arrow[4]]
    beside = [arrow for arrow in against_order(house, rules) if not arrow[4]]
    return [
        ("files", len(house.files)),
        ("rooms", len({room_of(file) for file in house.files} - entries)),
        ("sub-rooms of app", len({room_of(file, "app") for file in house.files} - {None, "mod"})),
        ("arrows between rooms", pairs("")),
        ("arrows between sub-rooms of app", pairs("app")),
        ("arrows between files", sum(map(len, house.arrows.values()))),
        ("backward imports", len(up)),
        ("sideways imports", len(beside)),
        ("circles", f"{len(groups)} ({', '.join(str(len(group)) for group in groups) or '-'} files)"),
        ("files in circles", sum(map(len, groups))),
        ("lines of src/app/mod.rs", len(app)),
        ("files that name src/app/mod.rs", sum("app/mod" in targets for targets in house.arrows.values())),
    ]


def main(arguments=None, rules=RULES):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--figures", action="store_true", help="print the figures only")
    parser.add_argument("--circles", action="store_true", help="print every circle of files")
    parser.add_argument("--src", default=Path(__file__).resolve().parent.parent / "src", help="another src folder")
    options = parser.parse_args(arguments)
    house = House(options.src)
    if options.figures:
        for name, figure in figures(house, rules):
            print(f"{name}: {figure}")
    if options.circles:
        for group in circles(house.arrows):
            print("\n".join([f"circle of {len(group)} files", *told(house, group)]))
    if options.figures or options.circles:
        return 0
    findings = check(house, rules)
    for finding in findings:
        print(finding)
    if findings:
        print(f"house: {len(findings)} finding{'' if len(findings) == 1 else 's'}")
        return 1
    print(f"house: {len(house.files)} files, imports point down, no circle where none may be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
