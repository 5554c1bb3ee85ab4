#!/bin/sh
# Fuzzing (fuzz/): hostile files, edits, records, tables and pasted blocks, each target for a while, one after the other.
#
#   scripts/fuzz.sh                      every target, 60 seconds each
#   scripts/fuzz.sh SECONDS [TARGET…]    longer, or only these (the names in fuzz/fuzz_targets)
#
# Ends with 3 where cargo-fuzz, a nightly toolchain or Python is missing: nothing was tried then. Ends with 1 where a
# target failed; what it failed at lies in fuzz/artifacts/<target>, and the output says how to try it again. What was
# found worth keeping stays in fuzz/corpus for the next time. The first run compiles everything with checks of memory.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"

missing() {
    printf '%s\n' '------------------------------------------------------------' \
        "fuzz: NOTHING WAS FUZZED: $*" \
        '------------------------------------------------------------' >&2
    exit 3
}

seconds=${1:-60}
case $seconds in
    '' | *[!0-9]*) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
[ $# -eq 0 ] || shift
cargo fuzz --version >/dev/null 2>&1 || missing 'cargo-fuzz is not installed (cargo install cargo-fuzz --locked)'
cargo +nightly --version >/dev/null 2>&1 ||
    missing 'there is no nightly toolchain (rustup toolchain install nightly)'
sh fuzz/seeds.sh || missing 'the seeds could not be made'

if [ $# -eq 0 ]; then
    for target in fuzz/fuzz_targets/*.rs; do
        set -- "$@" "$(basename "$target" .rs)"
    done
fi
nice -n 15 cargo +nightly fuzz build

# Files are saved thousands of times: in memory, where there is such a place.
if [ -z "${TMPDIR:-}" ] && [ -d /dev/shm ] && [ -w /dev/shm ]; then
    TMPDIR=/dev/shm
fi
TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/jiping-fuzz-XXXXXX")
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

failed=
for target in "$@"; do
    echo "fuzz: $target, $seconds s"
    # A size at which the samples fit, and no more: larger ones say the same, slower.
    nice -n 15 cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -rss_limit_mb=4096 -timeout=25 \
        -max_len=65536 -dict="$PWD/fuzz/corpus/$target.dict" -print_final_stats=1 || failed="$failed $target"
done
if [ -n "$failed" ]; then
    echo "fuzz: failed:$failed" >&2
    exit 1
fi
