#!/bin/sh
# Whether what scripts/package.sh made works: installed, used and removed, where nothing of this project is.
#
#   scripts/package-test.sh             both
#   scripts/package-test.sh linux       the .deb in a new Debian 12 (debootstrap, chroot; as root), the tarball too
#   scripts/package-test.sh windows     the installer and the zip under wine (scripts/windows.sh)
#
# Everything happens below target/package-test, which is emptied first; the new Debian is kept and copied from. The
# packages come from the archive that this machine's apt uses.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin"

VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
PACKAGES=$PWD/target/package
WORK=$PWD/target/package-test
SUITE=bookworm

say() { printf '%s\n' "package-test: $*"; }

fail() {
    say "FAILED: $*"
    exit 1
}

# expect WHAT COMMAND ...
expect() {
    what=$1
    shift
    "$@" || fail "$what"
    say "ok: $what"
}

# timed WHAT COMMAND ...: the same, with its seconds.
timed() {
    what=$1
    shift
    start=$(date +%s)
    "$@" || fail "$what"
    say "ok: $what ($(($(date +%s) - start)) s)"
}

# quietly LOG COMMAND ...: what it says goes to the log, which is shown where it fails.
quietly() {
    log=$1
    shift
    "$@" >"$log" 2>&1 || {
        tail -n 20 "$log"
        return 1
    }
}

absent() {
    for path in "$@"; do
        if [ -e "$path" ]; then
            say "there is still $path"
            return 1
        fi
    done
}

sums_are_true() { (cd "$PACKAGES" && sha256sum -c --quiet --ignore-missing SHA256SUMS); }

is_pdf() { [ "$(head -c 5 "$1")" = %PDF- ]; }

# ---------------------------------------------------------------- Linux

new_debian() {
    command -v debootstrap >/dev/null 2>&1 || fail "debootstrap is not installed"
    archive=$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' | sort -u | grep '/debian/$' | head -n 1)
    debootstrap --variant=minbase "$SUITE" "$WORK/base.new" "$archive" >"$WORK/debootstrap.log" 2>&1
    # How this machine's apt gets there, and that no service starts.
    apt-config dump 2>/dev/null | grep -iE '^Acquire::(https?|ftp)::' >"$WORK/base.new/etc/apt/apt.conf.d/90host" || true
    printf '#!/bin/sh\nexit 101\n' >"$WORK/base.new/usr/sbin/policy-rc.d"
    chmod 755 "$WORK/base.new/usr/sbin/policy-rc.d"
    mv "$WORK/base.new" "$WORK/base"
}

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$ROOT" "$@"; }

# Names of all files that a package could leave; logs and apt's own are not of the package.
files_of() {
    (cd "$ROOT" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/lib/apt \
        -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \) -prune -o -print | sort)
}

all_linked() { ! inside ldd /usr/bin/jiping | grep 'not found'; }
installed_as_packed() { (cd "$ROOT" && md5sum -c --quiet var/lib/dpkg/info/jiping.md5sums); }
forgotten() { ! inside dpkg -s jiping >/dev/null 2>&1; }

linux() {
    deb=$PACKAGES/jiping_${VERSION}_amd64.deb
    expect "the packages are those of SHA256SUMS" sums_are_true
    [ -d "$WORK/base" ] || timed "a new Debian 12" new_debian
    ROOT=$WORK/root
    rm -rf "$ROOT"
    cp -a "$WORK/base" "$ROOT"
    cp "$deb" "$ROOT/tmp/jiping.deb"
    inside apt-get update -qq
    # What it asks for, first: what is there afterwards is the package's own.
    needed=$(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/(.*//; s/|.*//; s/ //g' | grep -v '^libc6$')
    # shellcheck disable=SC2086 # a list of package names
    timed "what it depends on is in Debian" quietly "$WORK/depends.log" inside apt-get install -y -qq \
        --no-install-recommends $needed shared-mime-info desktop-file-utils hicolor-icon-theme
    files_of >"$WORK/before"
    timed "apt installs it" quietly "$WORK/install.log" inside apt-get install -y -qq --no-install-recommends /tmp/jiping.deb

    expect "it says its version" inside jiping --version
    expect "a new evaluation" inside jiping new decision-management-performance -o /tmp/new.jiping
    # 1: there is something to see, as nothing is scored yet.
    inside jiping score /tmp/new.jiping >"$WORK/score.txt" && code=0 || code=$?
    expect "it is scored (ends with $code)" [ "$code" -le 1 ]
    inside jiping print /tmp/new.jiping -o /tmp/new.pdf >"$WORK/print.txt" && code=0 || code=$?
    expect "it is printed (ends with $code)" is_pdf "$ROOT/tmp/new.pdf"
    expect "no library is missing" all_linked
    # The MIME type and the menu entry were taken up by the system's own triggers.
    expect "the MIME type is known" grep -q application/x-jiping "$ROOT/usr/share/mime/globs2"
    expect "the entry is known for it" grep -q application/x-jiping=jiping.desktop \
        "$ROOT/usr/share/applications/mimeinfo.cache"
    expect "the entry is valid" inside desktop-file-validate /usr/share/applications/jiping.desktop
    expect "the checksums are true" installed_as_packed

    timed "purged" quietly "$WORK/purge.log" inside apt-get purge -y -qq jiping
    rm -rf "$ROOT/root/.local/share/jiping" "$ROOT/root/.cache"
    rmdir "$ROOT/root/.local/share" "$ROOT/root/.local" 2>/dev/null || true
    files_of >"$WORK/after"
    expect "nothing is left" diff "$WORK/before" "$WORK/after"
    expect "dpkg has forgotten it" forgotten

    tar -C "$ROOT/tmp" -xf "$PACKAGES/jiping-$VERSION-linux-x86_64.tar.xz"
    expect "the tarball's program runs" inside "/tmp/jiping-$VERSION/bin/jiping" --version
    expect "it is associated for the user" inside sh "/tmp/jiping-$VERSION/associate.sh"
    expect "the entry names it" grep -q "^Exec=\"/tmp/jiping-$VERSION/bin/jiping\"" \
        "$ROOT/root/.local/share/applications/jiping.desktop"
    rm -rf "$ROOT"
}

# ---------------------------------------------------------------- Windows

wine() { sh scripts/windows.sh run "$@"; }

registered() { wine reg query "$1" /ve 2>/dev/null | tr -d '\r' | grep -qF "$2"; }

# uninstall.exe goes on as a copy of itself and comes back at once.
gone() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ -e "$1" ] || return 0
        sleep 1
    done
    return 1
}

windows() {
    export WINEPREFIX="$WORK/prefix"
    rm -rf "$WINEPREFIX"
    installer=$PACKAGES/jiping-$VERSION-windows-x86_64-setup.exe
    expect "the packages are those of SHA256SUMS" sums_are_true
    timed "a new Windows" wine cmd /c ver
    user=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)
    local=$user/AppData/Local
    program=$local/Programs/jiping
    menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/绩评工作台.lnk"

    timed "the installer, silently" wine "$installer" /S
    for file in jiping.exe software-gl/opengl32.dll software-gl/LICENSE.txt scoring_templates/README.md THIRD-PARTY.txt \
        使用说明.txt uninstall.exe; do
        expect "there is $file" [ -f "$program/$file" ]
    done
    expect "it is in the start menu" [ -f "$menu" ]
    expect "it says its version" wine "$program/jiping.exe" --version
    expect "a new evaluation" wine "$program/jiping.exe" new decision-management-performance -o "$WORK/new.jiping" --force
    wine "$program/jiping.exe" print "$WORK/new.jiping" -o "$WORK/new.pdf" --force >/dev/null || true
    expect "it is printed" is_pdf "$WORK/new.pdf"
    expect ".jiping is its kind" registered 'HKCU\Software\Classes\.jiping' jiping.evaluation
    expect "the kind opens it" registered 'HKCU\Software\Classes\jiping.evaluation\shell\open\command' '\jiping.exe" "%1"'
    expect "the kind has its icon" registered 'HKCU\Software\Classes\jiping.evaluation\DefaultIcon' '\jiping.exe",0'
    expect "it can be removed in the settings" \
        wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\jiping' /v QuietUninstallString

    # What the user has, what the program makes beside itself, and what somebody put there.
    mkdir -p "$local/jiping"
    echo mine >"$local/jiping/mine"
    cp "$program/jiping.exe" "$program/software-gl/jiping.exe"
    timed "installed once more over it" wine "$installer" /S
    timed "removed, silently" wine "$program/uninstall.exe" /S
    expect "the folder is gone" gone "$program"
    expect "the start menu's entry is gone" absent "$menu"
    for key in 'Classes\.jiping' 'Classes\jiping.evaluation' 'Microsoft\Windows\CurrentVersion\Uninstall\jiping'; do
        if wine reg query "HKCU\\Software\\$key" >/dev/null 2>&1; then fail "the key $key is still there"; fi
        say "ok: the key $key is gone"
    done
    expect "the user's data stays" grep -qx mine "$local/jiping/mine"

    rm -rf "$WORK/zip"
    python3 -m zipfile -e "$PACKAGES/jiping-$VERSION-windows-x86_64.zip" "$WORK/zip"
    expect "the zip's program runs" wine "$WORK/zip/jiping-$VERSION/jiping.exe" --version
    wineserver -k 2>/dev/null || true
    rm -rf "$WORK/zip" "$WINEPREFIX"
}

mkdir -p "$WORK"
case ${1:-all} in
    all) linux; windows ;;
    linux) linux ;;
    windows) windows ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
say "all is well"
