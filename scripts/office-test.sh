#!/bin/sh
# Copies the whole score table of a sample out of a real window and reads it back as LibreOffice Calc and Writer do.
#
#   scripts/office-test.sh PROGRAM      needs Xvfb, xdotool, xclip and LibreOffice (calc and writer)
#
# Reads what lies on the clipboard of the display as HTML and as text: the first with the filters that both programs
# paste HTML by, the second line by line. Ends with 1 where a figure, a name or a column is missing.
set -eu

program=$(realpath "${1:?which program?}")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
display=:$((200 + $$ % 300))
Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen $window 2>/dev/null || true; rm -rf "$work"' EXIT
window=
export DISPLAY=$display JIPING_DATA=$work/data HOME=$work

until xdotool getdisplaygeometry >/dev/null 2>&1; do :; done
cp "$here/../assets/samples/camera-lease-claimed.jiping" "$work/sample.jiping"
"$program" "$work/sample.jiping" >/dev/null 2>&1 &
window=$!
until id=$(xdotool search --onlyvisible --pid "$window" 2>/dev/null | tail -1) && [ -n "$id" ]; do :; done
xdotool windowfocus "$id"

# The program answers when it has drawn: asked again until the table is there.
text=$work/table.tsv
for _ in $(seq 60); do
    xdotool key ctrl+a key ctrl+c
    xclip -selection clipboard -o >"$text" 2>/dev/null || true
    [ "$(wc -l <"$text")" -ge 21 ] && break
    xdotool sleep 0.5
done
xclip -selection clipboard -t text/html -o >"$work/table.html"

as_office() { # FILTER TARGET
    soffice --headless --convert-to "$2" --outdir "$work" --infilter="$1" "$work/table.html" >/dev/null 2>&1
}
as_office 'HTML (StarCalc)' 'csv:Text - txt - csv (StarCalc):9,34,76,1'
mv "$work/table.csv" "$work/calc.tsv"
as_office 'HTML (StarWriter)' 'txt:Text (encoded):UTF8'

python3 - "$work" <<'PYTHON'
import csv, sys
from decimal import Decimal
from pathlib import Path

work = Path(sys.argv[1])
read = lambda name: list(csv.reader((work / name).open(encoding="utf-8", newline=""), delimiter="\t"))
plain, calc, writer = read("table.tsv"), read("calc.tsv"), (work / "table.txt").read_text(encoding="utf-8")
number = lambda cell: Decimal(cell) if cell else None
wrong = []
if len(plain) != len(calc):
    wrong.append(f"{len(plain)} rows as text, {len(calc)} in Calc")
for ours, theirs in zip(plain, calc):
    same = ours[0] == theirs[0] and ours[4:6] == theirs[4:6]
    if ours != plain[0]:
        same = same and [number(cell) for cell in ours[1:4]] == [number(cell) for cell in theirs[1:4]]
    if not same:
        wrong.append(f"{ours} is {theirs} in Calc")
    squeezed = writer.replace(" ", "").replace("\n", "")
    if ours[0] not in squeezed or (ours[2] and ours[2] not in writer):
        wrong.append(f"{ours[0]} is not whole in Writer")
print("\n".join(wrong) or f"{len(plain)} rows are the same as text, in Calc and in Writer")
sys.exit(bool(wrong))
PYTHON
