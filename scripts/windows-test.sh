#!/bin/sh
# jiping.exe under wine: the tests of core, files, command line and import, then its window. `make windows` first.
#
#   scripts/windows-test.sh                       both
#   scripts/windows-test.sh tests [nextest args]  without the window
#   scripts/windows-test.sh window [FOLDER]       only the window; its pictures in FOLDER (target/windows/pictures)
#
# What wine cannot tell of Windows is listed in docs/PLATFORMS.md.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"
PROGRAM=$PWD/target/windows/x86_64-pc-windows-gnu/debug/jiping.exe
CACHE=${JIPING_WINDOWS:-"$HOME/.cache/jiping-windows"}

# Wine replaces no file that is open, as Windows does since its version 10, and does not bring up the child that one of
# these kills: docs/PLATFORMS.md.
NOT_UNDER_WINE='killed_while_saving a_failure_at_the_last_step somebody_else_changed_it touching_it_is_not_changing_it'

tests() {
    echo "windows-test: left out, because of wine: $NOT_UNDER_WINE"
    set -- --locked --test core --test cli --test file_container --test import "$@"
    if cargo nextest --version >/dev/null 2>&1; then
        left_out=
        for name in $NOT_UNDER_WINE; do left_out="$left_out${left_out:+ | }test(/::$name\$/)"; done
        sh scripts/windows.sh cargo nextest run --no-fail-fast ${CI:+--profile ci} "$@" -E "not ($left_out)"
    else
        set -- "$@" --
        for name in $NOT_UNDER_WINE; do set -- "$@" --skip "$name"; done
        sh scripts/windows.sh cargo test --no-fail-fast "$@"
    fi
}

# ---------------------------------------------------------------- the window

wine_run() { sh scripts/windows.sh run "$PROGRAM" "$@"; }

# until SECONDS COMMAND …: waits for it to succeed.
until_it() {
    left=$(($1 * 5))
    shift
    until "$@"; do
        left=$((left - 1))
        if [ "$left" -le 0 ]; then
            echo "windows-test: waited in vain for: $*" >&2
            return 1
        fi
        sleep 0.2
    done
}

is_shown() { xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }
has_changed() { [ "$(sha256sum <"$work/a.jiping")" != "$before" ]; }
has_ended() { ! kill -0 "$1" 2>/dev/null; }
picture() { import -window root "$pictures/$1.png"; }
press() { xdotool key --delay 60 "$@"; sleep 1; }

# Opens a new evaluation, gives full marks, saves, saves the PDF through the system's dialog, closes; then the command
# line reads the score.
window_does() {
    screen=$1 name=$2 dpi=$3
    # One of its own: that of the tests runs without a screen.
    export WINEPREFIX="$CACHE/prefix-window-$dpi"
    display=:$((400 + $$ % 200 + dpi))
    Xvfb "$display" -screen 0 "$screen" >/dev/null 2>&1 &
    server=$!
    export DISPLAY="$display"
    until_it 10 xdotool getmouselocation >/dev/null 2>&1
    openbox >/dev/null 2>&1 &
    sh scripts/windows.sh run reg add 'HKEY_CURRENT_USER\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$dpi" /f \
        >/dev/null 2>&1
    rm -f "$work"/*.jiping "$work"/*.pdf
    wine_run new decision-management-performance -o "$work/a.jiping" >/dev/null
    wine_run "$work/a.jiping" >"$work/said" 2>&1 &
    program=$!
    until_it 90 is_shown 绩评工作台
    window=$(xdotool search --onlyvisible --name 绩评工作台 | tail -n 1)
    sleep 3
    press ctrl+2
    press ctrl+Return
    before=$(sha256sum <"$work/a.jiping")
    press ctrl+s
    until_it 30 has_changed
    picture "$name-scores"
    press ctrl+p
    sleep 4
    picture "$name-print"
    # 存为 PDF… is the first button after the papers: reached by its place in the column at the right.
    if [ "$dpi" = 96 ]; then
        xdotool mousemove --window "$window" 1155 228
        sleep 1
        xdotool click 1
        sleep 2
        # It says what is missing on the sheet, and prints all the same.
        press Tab
        press Return
        until_it 20 is_shown '存为 PDF'
        dialog=$(xdotool search --onlyvisible --name '存为 PDF' | tail -n 1)
        owner=$(xprop -id "$dialog" WM_TRANSIENT_FOR)
        picture "$name-dialog"
        sleep 2
        press ctrl+a
        xdotool type --delay 60 'C:\scores.pdf'
        press Return
        until_it 90 test -s "$WINEPREFIX/drive_c/scores.pdf"
        mv "$WINEPREFIX/drive_c/scores.pdf" "$work/"
    fi
    press ctrl+q
    until_it 30 has_ended "$program"
    kill "$server"
}

window() {
    pictures=${1:-target/windows/pictures}
    mkdir -p "$pictures"
    for tool in xdotool openbox import xprop Xvfb; do
        command -v "$tool" >/dev/null 2>&1 || { echo "windows-test: $tool is missing (see CONTRIBUTING.md)" >&2; exit 3; }
    done
    work=$(mktemp -d)
    trap 'kill "${program:-}" "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
    export JIPING_DATA="$work/data"
    window_does 1366x768x24 100 96
    total=$(wine_run score "$work/a.jiping" --json | sed -n 's/^  "total": "\(.*\)",*$/\1/p' | head -n 1)
    echo "total after full marks for the first indicator: $total (also on $pictures/100-scores.png)"
    echo "owner of the file dialog: ${owner#*: }"
    [ "$total" = 4.00 ] || { echo "windows-test: the score did not reach the file" >&2; exit 1; }
    case $owner in *'window id # 0x'*) ;; *) echo 'windows-test: the dialog has no owner' >&2; exit 1 ;; esac
    head -c 4 "$work/scores.pdf" | grep -q '%PDF'
    window_does 2049x1152x24 150 144
    echo "windows-test: the window works; pictures in $pictures"
}

case ${1:-both} in
    both) tests; window ;;
    tests) shift; tests "$@" ;;
    window) shift; window "$@" ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
