#!/bin/sh
# 让双击 .jiping 文件打开本程序：只写当前用户的目录，不需要管理员权限。
# Lets a double click on a .jiping file open the program: writes only the user's own folders.
# Usage: scripts/associate.sh [PROGRAM]   (the built program by default; in the tarball: sh associate.sh, its own)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -d "$here/share/applications" ]; then
  desktop=$here/share/applications/jiping.desktop
  mime=$here/share/mime/packages/jiping.xml
  icon=$here/share/icons/hicolor/scalable/apps/jiping.svg
  program=${1:-"$here/bin/jiping"}
else
  here=$(dirname "$here")
  desktop=$here/assets/linux/jiping.desktop
  mime=$here/assets/linux/jiping-mime.xml
  icon=$here/assets/icons/jiping.svg
  program=${1:-"$here/target/debug/jiping"}
fi
[ -x "$program" ] || {
  echo "没有找到程序 $program；请先运行 make run，或写明程序的位置。" >&2
  exit 2
}
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
cp "$mime" "$data/mime/packages/jiping.xml"
cp "$icon" "$data/icons/hicolor/scalable/apps/jiping.svg"
sed "s|^Exec=jiping|Exec=\"$program\"|" "$desktop" >"$data/applications/jiping.desktop"
if command -v update-mime-database >/dev/null 2>&1; then
  update-mime-database "$data/mime"
fi
if command -v xdg-mime >/dev/null 2>&1; then
  xdg-mime default jiping.desktop application/x-jiping
fi
echo "已关联：双击 .jiping 文件会用 $program 打开。"
