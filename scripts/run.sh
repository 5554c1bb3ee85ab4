#!/bin/sh
# Installs what is missing, builds, and opens the window.
#
#   scripts/run.sh [FILE.jiping]      (any arguments of the program, see `scripts/run.sh --help`)
set -eu
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"
here=$(dirname "$0")/..

sh "$here/scripts/setup.sh" run
exec cargo run --manifest-path "$here/Cargo.toml" -- "$@"
