#!/bin/sh
# Everything that 绩评工作台 needs from the system, besides Rust.
#
#   scripts/setup.sh build     Rust and a C compiler
#   scripts/setup.sh run       build + the libraries that the window opens at run time
#   scripts/setup.sh test      run + a software renderer for the pictures, poppler to read the PDFs back, Python 3
#
# Looks first and installs only what is missing (Debian, Ubuntu, UOS, Kylin: apt, as root or through sudo).
# Where it cannot install, it names each missing package and the command, and ends with 1.
# Running it again is free. JIPING_SKIP_SETUP=1 leaves it out.
set -eu

usage() {
    sed -n '2,10s/^# \{0,1\}//p' "$0"
}

group=${1:-run}
case $group in
    build | run | test) ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
esac

if [ "${JIPING_SKIP_SETUP:-}" = 1 ]; then
    exit 0
fi

say() { printf '%s\n' "setup: $*"; }
complain() { printf '%s\n' "setup: $*" >&2; }

# ---------------------------------------------------------------- Rust

required=$(sed -n 's/^rust-version *= *"\([0-9.]*\)".*/\1/p' "$(dirname "$0")/../Cargo.toml")
required=${required:-1.95}
PATH="$PATH:${CARGO_HOME:-${HOME:-}/.cargo}/bin"

# at_least 1.95.0 1.95: is the first version the second or newer?
at_least() {
    printf '%s %s\n' "$1" "$2" | awk '{
        split($1, have, "."); split($2, want, ".")
        for (i = 1; i <= 3; i++) {
            if (have[i] + 0 > want[i] + 0) exit 0
            if (have[i] + 0 < want[i] + 0) exit 1
        }
    }'
}

if ! command -v cargo >/dev/null 2>&1 || ! command -v rustc >/dev/null 2>&1; then
    complain "没有找到 Rust（cargo、rustc）。请先安装 Rust $required 或更新版本（rustup）。"
    complain "Rust (cargo, rustc) was not found. Install Rust $required or newer first, with rustup."
    exit 1
fi
version=$(rustc --version 2>/dev/null | awk '{ print $2 }' | sed 's/-.*//')
if ! at_least "${version:-0}" "$required"; then
    complain "Rust ${version:-?} 太旧，需要 $required 或更新版本：rustup update stable"
    complain "Rust ${version:-?} is too old; $required or newer is needed: rustup update stable"
    exit 1
fi

# ---------------------------------------------------------------- what is missing

if [ "$(uname -s)" != Linux ]; then
    # Windows and macOS bring the window's libraries with the system, and Rust asks for its linker itself.
    exit 0
fi

ldconfig=$(command -v ldconfig || true)
for candidate in /sbin/ldconfig /usr/sbin/ldconfig; do
    if [ -z "$ldconfig" ] && [ -x "$candidate" ]; then ldconfig=$candidate; fi
done
libraries=
if [ -n "$ldconfig" ]; then
    libraries=$("$ldconfig" -p 2>/dev/null || true)
fi

# The library by its name, whoever installed it.
has_library() {
    case $libraries in
        *"$1 "*) return 0 ;;
    esac
    return 1
}

# The package by its name: for what is no library.
has_package() {
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

# any_file PATTERN...: does at least one of the (expanded) names exist?
any_file() {
    for name in "$@"; do
        if [ -e "$name" ]; then return 0; fi
    done
    return 1
}

has_c_compiler() {
    folder=$(mktemp -d)
    printf '#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n' >"$folder/probe.c"
    if cc "$folder/probe.c" -o "$folder/probe" >/dev/null 2>&1; then works=0; else works=1; fi
    rm -rf "$folder"
    return "$works"
}

# Software OpenGL, or the driver of a real graphics card.
has_gl_driver() {
    has_package libgl1-mesa-dri || has_library libGLX_nvidia.so.0 ||
        any_file /usr/lib/*/dri/*_dri.so /usr/lib64/dri/*_dri.so /usr/lib/dri/*_dri.so
}

has_vulkan_driver() {
    has_package mesa-vulkan-drivers || any_file /usr/share/vulkan/icd.d/*.json /etc/vulkan/icd.d/*.json
}

missing=
need() { missing="$missing $1"; }
need_library() { has_library "$1" || need "$2"; }

has_c_compiler || { need gcc; need libc6-dev; }

if [ "$group" != build ]; then
    # X11. Without the xkbcommon pair the window does not open at all.
    need_library libX11.so.6 libx11-6
    need_library libX11-xcb.so.1 libx11-xcb1
    need_library libXcursor.so.1 libxcursor1
    need_library libXi.so.6 libxi6
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    # Wayland.
    need_library libwayland-client.so.0 libwayland-client0
    need_library libwayland-egl.so.1 libwayland-egl1
    # OpenGL.
    need_library libGL.so.1 libgl1
    need_library libEGL.so.1 libegl1
    has_gl_driver || need libgl1-mesa-dri
fi

if [ "$group" = test ]; then
    # Snapshot pictures are drawn without a display and without a graphics card.
    need_library libvulkan.so.1 libvulkan1
    has_vulkan_driver || need mesa-vulkan-drivers
    # The printed sheet is read back as text.
    command -v pdftotext >/dev/null 2>&1 || need poppler-utils
    # The checks of the sources and the second program (tests/oracle).
    command -v python3 >/dev/null 2>&1 || need python3
fi

missing=${missing# }
if [ -z "$missing" ]; then
    exit 0
fi

# ---------------------------------------------------------------- install

by_hand="apt-get update && apt-get install -y --no-install-recommends $missing"

if ! command -v apt-get >/dev/null 2>&1; then
    complain "缺少系统组件（Debian 软件包名）：$missing"
    complain "Missing from this system (Debian package names): $missing"
    complain "这台机器没有 apt，请用系统自带的软件包工具安装对应的包，然后重试。"
    complain "There is no apt here: install their counterparts with the system's own package tool, then try again."
    exit 1
fi

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root=sudo
else
    complain "缺少软件包：$missing"
    complain "Missing packages: $missing"
    complain "没有管理员权限，请由管理员执行 / no rights to install them, ask the administrator to run:"
    complain "    $by_hand"
    exit 1
fi

apt() {
    # shellcheck disable=SC2086 # $as_root is empty or one word
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

# Does apt know a version to install of each missing package?
apt_knows_all() {
    for package in $missing; do
        LC_ALL=C apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]' || return 1
    done
}

install_missing() {
    # shellcheck disable=SC2086 # a list of package names
    apt install -y -q --no-install-recommends $missing
}

say "安装 / installing: $missing"
updated=
if ! apt_knows_all; then
    apt update -q || true
    updated=1
fi
if install_missing; then
    exit 0
fi
# An old list names versions that are gone: fetch it once and try again.
if [ -z "$updated" ] && apt update -q && install_missing; then
    exit 0
fi
complain "没有装上，请手工执行 / that did not work, run it by hand:"
complain "    $by_hand"
exit 1
