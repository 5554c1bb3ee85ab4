#!/usr/bin/env python3
"""Printing against LibreOffice: the same score sheet, each as a whole process, in turns.

    scripts/compare-print.py [FILE.jiping] [--items N] [--runs N]

`jiping print FILE -o SHEET.pdf` on one side, `soffice --headless --convert-to pdf` of the same table as .xlsx on the
other: same rows, columns, merges, landscape A4, with the words and figures of FILE (default: the sample), or of a sheet of
N indicators that is made here, a third of them with a reason. The first run of each is discarded; what counts are the ratios
of the medians, of time on the wall and of time on the processor.

Needs: cargo build --release
       apt-get install -y --no-install-recommends libreoffice-calc fonts-noto-cjk
       python3 -m venv venv && venv/bin/pip install openpyxl      (then run this with venv/bin/python)
JIPING and SOFFICE name other programs than target/release/jiping and soffice.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assets/samples/camera-lease.jiping"
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|\s+|"(?:[^"\\]|\\.)*"|[-+.\w]+|.', re.S)


def ron(text):
    """RON as Python values: structs and variants become dicts with their name under ''."""
    tokens = [t for t in TOKEN.findall(text) if not t.isspace() and not t.startswith(("//", "/*"))]
    at = 0

    def peek():
        return tokens[at] if at < len(tokens) else ""

    def take():
        nonlocal at
        at += 1
        return tokens[at - 1]

    def inside(close):
        fields, values = {}, []
        while peek() != close:
            first = value()
            if peek() == ":":
                take()
                fields[first] = value()
            else:
                values.append(first)
            if peek() == ",":
                take()
        take()
        return fields if fields else values

    def value():
        token = take()
        if token.startswith('"'):
            return json.loads(token.replace("\\'", "'"))
        if token in "([{":
            return inside({"(": ")", "[": "]", "{": "}"}[token])
        if peek() == "(" and token[0].isalpha():
            take()
            content = inside(")")
            if token == "Some":
                return content[0] if isinstance(content, list) else content
            return {"": token, **content} if isinstance(content, dict) else {"": token, "of": content}
        return token

    return value()


def rows(template):
    """Each indicator with the groups above it, in the order of the sheet."""

    def walk(nodes, above):
        for node in nodes:
            if node[""] == "Group":
                yield from walk(node["children"], [*above, node])
            else:
                yield above, node

    return list(walk(template["nodes"], []))


def write_xlsx(path, template, scored):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    table = rows(template)
    depth = max(len(above) for above, _ in table)
    levels = template.get("sheet", {}).get("levels", ["一级指标", "二级指标", "三级指标"])
    head = [*levels[:depth], levels[-1], "分值", "得分", "扣分", "扣分原因及改进措施", "评价标准"]
    items = {item["id"]: item for item in scored["items"]}
    line = Side(style="thin")
    border = Border(left=line, right=line, top=line, bottom=line)

    book = Workbook()
    sheet = book.active
    sheet.append([template["title"]])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(head))
    sheet["A1"].font = Font(name="Noto Serif CJK SC", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.append(head)
    for above, indicator in table:
        item = items[indicator["id"]]
        names = [group["name"] for group in above] + [""] * (depth - len(above))
        figures = [float(item[key]) if item[key] else None for key in ("points", "score", "deduction")]
        sheet.append([*names, indicator["name"], *figures, item["reason"], indicator["standard"]])
    # Groups are merged over their indicators, each level for itself.
    for level in range(depth):
        start = 0
        for index in range(1, len(table) + 1):
            def same(a, b):
                return [g["id"] for g in table[a][0][: level + 1]] == [g["id"] for g in table[b][0][: level + 1]]

            if index == len(table) or not same(start, index):
                if index - start > 1:
                    sheet.merge_cells(
                        start_row=start + 3, end_row=index + 2, start_column=level + 1, end_column=level + 1
                    )
                start = index
    total = [float(scored[key]) for key in ("points", "total", "deductions")]
    sheet.append(["合计", *[""] * depth, *total, scored["grade"], ""])
    for row in sheet.iter_rows(min_row=2, max_col=len(head)):
        for cell in row:
            cell.border = border
            cell.font = Font(name="Noto Serif CJK SC", size=9, bold=cell.row == 2)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for number, width in enumerate([9] * depth + [14, 7, 7, 7, 28, 44], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2"
    book.save(path)
    return len(table)


def generated(folder, jiping, items):
    """An evaluation of so many indicators in groups of ten."""
    standards = [
        "按实际完成率计算得分，完成率低于百分之六十的不得分，超过百分之百的按满分计",
        "制度健全得一分，执行严格得一分，档案齐全得一分，缺一项扣一分",
        "及时得满分，每逾期一日扣零点五分，扣完为止",
        "无虚列支出、截留挤占挪用、超标准开支等情况得满分，发现一处扣一分",
    ]

    def indicator(number):
        words = f"{standards[number % 4]}（{number}）"
        name = f"第{number}号设备运行维护情况"
        return f'Indicator(id: "i{number}", name: "{name}", points: "1", standard: "{words}", rule: (award: Free(step: "0.1"))),'

    groups = "".join(
        f'Group(id: "g{first}", name: "第{first // 10 + 1}组考核内容", points: "{len(rows)}", children: ['
        f'Group(id: "h{first}", name: "运行维护", points: "{len(rows)}", children: [{"".join(map(indicator, rows))}])]),'
        for first in range(0, items, 10)
        for rows in [range(first, min(first + 10, items))]
    )
    levels = '"一级指标", "二级指标", "三级指标"'
    (folder / "made.ron").write_text(
        f'(format: 1, id: "made", version: "1", title: "设备运行维护评分表", points: "{items}", '
        f"sheet: (levels: [{levels}]), nodes: [{groups}])"
    )
    edits = []
    for number in range(items):
        score = ["1", "1", "0.7"][number % 3]
        edits.append(f'SetInputs(item: "i{number}", inputs: [("points", Some(Number("{score}")))])')
        if score != "1":
            reason = f"抽查发现第{number}号设备有{number % 9 + 1}次未按规定时限修复，已要求维护单位整改并报送记录。"
            edits.append(f'SetReason(item: "i{number}", text: "{reason}")')
    (folder / "made.edits.ron").write_text("[" + ",".join(edits) + "]")
    file = folder / "made.jiping"
    for command in (["new", folder / "made.ron", "-o", file], ["apply", file, folder / "made.edits.ron"]):
        subprocess.run([jiping, *command], check=True, stdout=subprocess.DEVNULL)
    return file


def timed(command, output, **options):
    """Milliseconds on the wall and on the processor, and the most memory in MB."""
    output.unlink(missing_ok=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, code, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    if not output.exists() or output.stat().st_size == 0:
        sys.exit(f"{command[0]} made no PDF (exit code {os.waitstatus_to_exitcode(code)})")
    return elapsed * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024


def pages(pdf):
    if not shutil.which("pdfinfo"):
        return "?"
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    found = re.search(r"^Pages:\s*(\d+)", text, re.M)
    return found.group(1) if found else "?"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--items", type=int, help="a sheet of so many indicators instead of FILE")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each (default 7)")
    wanted = parser.parse_args()
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    jiping = os.environ.get("JIPING", str(target / "release/jiping"))
    soffice = shutil.which(os.environ.get("SOFFICE", "soffice"))
    if not shutil.which(jiping):
        sys.exit(f"{jiping} is missing: cargo build --release")
    if soffice is None:
        sys.exit("soffice is missing: apt-get install -y --no-install-recommends libreoffice-calc fonts-noto-cjk")
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        sys.exit("openpyxl is missing: python3 -m venv venv && venv/bin/pip install openpyxl")

    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        if wanted.items:
            wanted.file = generated(folder, jiping, wanted.items)
        with zipfile.ZipFile(wanted.file) as container:
            template = ron(container.read("template.ron").decode())
        scored = subprocess.run([jiping, "score", wanted.file, "--json"], capture_output=True, text=True)
        if scored.returncode not in (0, 1):
            sys.exit(scored.stderr)
        table = folder / "sheet.xlsx"
        count = write_xlsx(table, template, json.loads(scored.stdout))

        ours, theirs = folder / "jiping.pdf", folder / "sheet.pdf"
        environment = {**os.environ, "JIPING_DATA": str(folder / "data"), "HOME": str(folder)}
        environment.pop("DISPLAY", None)
        print_sheet = [jiping, "print", wanted.file, "-o", ours]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, table]
        times = {"jiping": [], "soffice": []}
        for run in range(wanted.runs + 1):
            # In turns, so that whatever else the machine does meets both.
            for name, command, output in (("jiping", print_sheet, ours), ("soffice", convert, theirs)):
                taken = timed(command, output, env=environment)
                note = "   (discarded)" if run == 0 else ""
                print(f"{name:8} {taken[0]:8.0f} ms{note}", flush=True)
                if run > 0:
                    times[name].append(taken)
        medians = {name: [statistics.median(values) for values in zip(*all)] for name, all in times.items()}
        print(f"\n{count} indicators, {wanted.runs} runs each: wall, processor, memory")
        for name, said, pdf in (("jiping", "jiping print", ours), ("soffice", "soffice --convert-to", theirs)):
            wall, processor, memory = medians[name]
            print(f"{said:21} {wall:8.0f} ms {processor:8.0f} ms {memory:6.0f} MB   {pages(pdf)} pages")
        ratios = [theirs / ours for ours, theirs in zip(medians["jiping"], medians["soffice"])]
        print(f"ratio of the medians  {ratios[0]:8.1f}    {ratios[1]:8.1f}")


main()
