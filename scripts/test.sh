#!/bin/sh
# Installs what is missing, then runs every test, without a display: the examples in the documentation first.
#
#   scripts/test.sh            the suite
#   scripts/test.sh --long     the ignored ones too (set PROPTEST_CASES for more random cases)
#
# cargo-nextest runs them where it is installed (one process per test, the slow ones named); plain
# `cargo test` does the same work otherwise. It is not installed on the way: compiling it takes longer than
# it saves. The tests come last, so that the end of the output says how many passed.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"

long=
case ${1:-} in
    '') ;;
    --long) long=1 ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

sh scripts/setup.sh test

# The tests open no window: neither a display nor a session bus of the machine may change their result.
unset DISPLAY WAYLAND_DISPLAY
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
# A picture or text that differs fails; it is renewed only on purpose (CONTRIBUTING.md).
export INSTA_UPDATE="${INSTA_UPDATE:-no}"
# The random cases are the same ones each time, so that a change is judged by what it changes; the long suite
# looks for new ones.
if [ -z "$long" ]; then export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-20200101}"; fi

# The second program, and that the stored cases are what it would write. Only where there is Python; the
# comparison itself (tests/oracle.rs) needs none.
if command -v python3 >/dev/null 2>&1; then
    PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover --quiet tests/oracle
    PYTHONDONTWRITEBYTECODE=1 python3 tests/oracle/oracle.py --check
    # The check of which file may name which (make lint runs it).
    PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover --quiet scripts
fi

cargo test --doc --quiet

if cargo nextest --version >/dev/null 2>&1; then
    set -- nextest run
    if [ -n "${CI:-}" ]; then set -- "$@" --profile ci; fi
    if [ -n "$long" ]; then set -- "$@" --run-ignored all; fi
else
    set -- test --lib --bins --tests --no-fail-fast
    if [ -n "$long" ]; then set -- "$@" -- --include-ignored; fi
fi
cargo "$@"
