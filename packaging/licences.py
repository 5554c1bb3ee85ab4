#!/usr/bin/env python3
"""The licences of everything in a program, as one text: the crates that are linked into it, the fonts, and what is named.

    licences.py TARGET [TITLE=FILE ...]     TARGET as Rust names it; the files' texts stand before the crates'

Each text stands once, with all crates that bring it. A crate that brings none is listed with its authors and what it
declares; the texts of MIT and Apache-2.0 are there anyway.
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IS_LICENCE = re.compile(r"(licen[cs]e|copying|notice|unlicense|copyright)(?![a-z])", re.I)
IS_SOURCE = re.compile(r"\.(rs|toml|json|py|sh)$", re.I)
RULE = "=" * 100


def cargo(*arguments):
    command = ["cargo", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def linked(target):
    """Names and versions of what is linked into the program: neither macros nor what only builds or tests it."""
    tree = cargo(
        "tree", "--locked", "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none",
        "--format", "{p}",
    )
    found = {tuple(line.split()[:2]) for line in tree.splitlines() if line.strip()}
    return {(name, version.lstrip("v")) for name, version in found if name != "jiping"}


def texts_of(package):
    """What it says of its licence, file by file."""
    folder = Path(package["manifest_path"]).parent
    files = {path for path in folder.iterdir() if IS_LICENCE.match(path.name) and not IS_SOURCE.search(path.name)}
    for path in [path for path in files if path.is_dir()]:
        files.remove(path)
        files.update(below for below in path.rglob("*") if below.is_file() and not IS_SOURCE.search(below.name))
    if package["license_file"]:
        files.add(folder / package["license_file"])
    for path in sorted(files):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
            yield "\n".join(line.rstrip() for line in text.strip().splitlines())


def main(target, *named):
    packages = json.loads(cargo("metadata", "--locked", "--format-version", "1", "--filter-platform", target))["packages"]
    wanted = linked(target)
    chosen = sorted((p for p in packages if (p["name"], p["version"]) in wanted), key=lambda p: (p["name"], p["version"]))
    missing = wanted - {(p["name"], p["version"]) for p in chosen}
    if missing:
        sys.exit(f"not among the packages: {sorted(missing)}")

    texts, silent = defaultdict(list), []
    for package in chosen:
        found = list(texts_of(package))
        label = f"{package['name']} {package['version']} ({package['license'] or 'see the text'})"
        for text in dict.fromkeys(found):
            texts[text].append(label)
        if not found:
            silent.append(f"{label}: {', '.join(package['authors']) or 'its authors'}")

    parts = [
        "绩评工作台（jiping）随附的第三方程序、字体及其许可证\n"
        f"Licences of what is in jiping besides its own code: {len(chosen)} crates, Rust's standard library, fonts.\n\n"
        "Rust's standard library: The Rust Project Developers, MIT OR Apache-2.0 (texts at the end)."
    ]
    for title, file in (entry.split("=", 1) for entry in named):
        parts.append(f"{title}\n\n{Path(file).read_text(encoding='utf-8').strip()}")
    for text, labels in sorted(texts.items(), key=lambda item: item[1]):
        parts.append("\n".join(labels) + "\n\n" + text)
    if silent:
        parts.append("These bring no text of their own; they are under what they declare:\n\n" + "\n".join(silent))
    for name in ("LICENSE-MIT", "LICENSE-APACHE"):
        parts.append(f"{name.removeprefix('LICENSE-')}\n\n{(ROOT / name).read_text(encoding='utf-8').strip()}")
    print(f"\n\n{RULE}\n".join(parts))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main(*sys.argv[1:])
