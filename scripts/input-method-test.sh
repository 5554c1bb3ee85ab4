#!/bin/sh
# Typed Chinese from field to field with fcitx5 or IBus as they are set up by default, in a real window on X11:
# switched on once, it has to stay on over Tab, a click and the way through the table.
#
#   [METHOD=ibus] scripts/input-method-test.sh target/debug/jiping [picture.png]
#
# Needs Xvfb, openbox, xdotool, dbus-run-session, unzip, and fcitx5 or IBus (with dconf) and their pinyin, none of which
# the project sets up.
# With a picture, the window is kept as it is while pinyin is being composed.
set -eu
program=$(realpath "$1")
method=${METHOD:-fcitx}
picture=${2:-}
if [ -z "${JIPING_IN_SESSION:-}" ]; then
    display=:$((300 + $$ % 200))
    Xvfb "$display" -screen 0 1366x768x24 2>/dev/null &
    screen=$!
    trap 'kill $screen' EXIT
    sleep 1
    DISPLAY=$display JIPING_IN_SESSION=1 dbus-run-session -- "$0" "$program" "$picture"
    exit
fi

work=$(mktemp -d)
export HOME="$work" XDG_RUNTIME_DIR="$work/run" XMODIFIERS=@im=$method LC_ALL=C.UTF-8 JIPING_DATA="$work/data"
mkdir -m 700 "$XDG_RUNTIME_DIR"
mkdir -p "$work/.config/fcitx5"
# The input methods that a Chinese installation lists; nothing about sharing its state.
printf '%s\n' '[Groups/0]' 'Name=Default' 'Default Layout=us' 'DefaultIM=pinyin' \
    '[Groups/0/Items/0]' 'Name=keyboard-us' 'Layout=' '[Groups/0/Items/1]' 'Name=pinyin' 'Layout=' \
    '[GroupOrder]' '0=Default' >"$work/.config/fcitx5/profile"
openbox >/dev/null 2>&1 &
case $method in
fcitx) fcitx5 >/dev/null 2>&1 & ;;
ibus)
    ibus-daemon --xim --panel disable >/dev/null 2>&1 &
    sleep 2
    until { ibus engine libpinyin || true; } >/dev/null 2>&1 && [ "$(ibus engine 2>/dev/null)" = libpinyin ]; do sleep 1; done
    ;;
esac
sleep 4
file=$work/eval.jiping
"$program" new decision-management-performance -o "$file" >/dev/null
"$program" "$file" >/dev/null 2>&1 &
running=$!
# It has to go with the screen.
trap 'kill $running' EXIT
window=$(xdotool search --sync --onlyvisible --pid $running | tail -1)
sleep 3
xdotool windowactivate --sync "$window" windowsize "$window" 1366 768 windowmove "$window" 0 0
sleep 1

press() { xdotool key --delay 150 "$@"; sleep 0.4; }
compose() { for key in "$@"; do xdotool key "$key"; sleep 0.15; done; press space; }

press ctrl+1
xdotool mousemove 300 140 click 1
sleep 0.5
# IBus was switched on by name.
[ "$method" = ibus ] || press ctrl+space
compose p i n g y u
press Tab
compose t o n g g u o
press Tab
compose p i n g y u
# By a click, which takes the focus away before it gives it.
xdotool mousemove 700 182 click 1
sleep 0.5
if [ -n "$picture" ]; then
    xdotool type --delay 150 tongguo
    sleep 1
    import -window root "$picture"
    press space
else
    compose t o n g g u o
fi
# Through the table into a reason, and another.
press ctrl+2
press F4
compose p i n g y u
press Return
press F4
compose t o n g g u o
press Escape
press ctrl+s
sleep 2
unzip -p "$file" evaluation.ron >"$work/evaluation.ron"
count() { grep -o "$1" "$work/evaluation.ron" | wc -l; }
echo "评语 $(count 评语) of 3, 通过 $(count 通过) of 3"
[ "$(count 评语)" = 3 ] && [ "$(count 通过)" = 3 ]
