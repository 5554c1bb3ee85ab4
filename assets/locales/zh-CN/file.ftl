# 文件：打开、保存、佐证材料、恢复

## 打开
file-cancelled = 已取消。
file-cancelled-hint = 没有改动任何内容。
file-not-found = 找不到“{ $file }”（位置：{ $folder }）。
file-not-found-hint = 请检查文件是否被移动、改名，或 U 盘是否已拔出。
file-no-permission = 没有读取“{ $file }”的权限（位置：{ $folder }）。
file-no-permission-hint = 请向文件所有者申请权限，或把文件复制到自己的文件夹后再试。
file-is-folder = “{ $file }”是文件夹，不是评价文件。
file-is-folder-hint = 请进入该文件夹，选择扩展名为 .jiping 的文件，或另取一个文件名。
file-unreadable = “{ $file }”读不出来（{ $detail }）。
file-unreadable-hint = 磁盘或网络可能有故障。请把文件复制到本机后再打开；同一文件夹中若有 .bak 备份也可打开。
file-not-container = “{ $file }”不是评价文件。
file-not-container-hint = 评价文件由本程序保存，扩展名为 .jiping。请确认没有选错文件；该文件未作任何改动。
file-truncated = “{ $file }”不完整，后半部分缺失。
file-truncated-hint = 可能没有复制或下载完。请重新复制；或（如果有）打开同一文件夹（{ $folder }）中的“{ $file }.bak”。该文件未作任何改动。
file-damaged = “{ $file }”中的 { $member } 已损坏（{ $detail }）。
file-damaged-hint = 请重新复制该文件，或（如果有）打开同一文件夹（{ $folder }）中的“{ $file }.bak”。该文件未作任何改动。
file-missing-member = “{ $file }”里缺少 { $member }，不是完整的评价文件。
file-missing-member-hint = 若它曾被解压后重新压缩，请把 { $member } 放回压缩包的最外层；或打开“{ $file }.bak”。
file-not-text = “{ $file }”中的 { $member } 不是 UTF-8 文本。
file-not-text-hint = 若曾用其他程序改过它，请以 UTF-8 编码另存；或打开同一文件夹中的“{ $file }.bak”。
file-syntax = “{ $file }”中的 { $member } 第 { $line } 行第 { $column } 列写法有误。
file-syntax-hint = 若曾手工改过 { $member }，请改正此处；否则如果同一文件夹中有“{ $file }.bak”，请打开它。该文件未作任何改动。
file-newer = “{ $file }”由更新版本的程序保存（{ $member } 的格式是 { $found }，本程序最高能读 { $newest }）。
file-newer-hint = 请更新本程序后再打开。该文件未作任何改动。
file-template-unsound = “{ $file }”中的评分模板 template.ron 有错误，不能用来评分。
file-template-unsound-hint = 请改正模板，或打开同一文件夹中的“{ $file }.bak”。评价内容没有丢失。
file-template-unsound-at = “{ $file }”中的评分模板 template.ron 第 { $line } 行第 { $column } 列有错误，不能用来评分。
file-template-unsound-at-hint = 请改正模板，或打开同一文件夹中的“{ $file }.bak”。评价内容没有丢失。
file-too-large = “{ $file }”中的 { $member } 展开后超过 { $limit } MiB，已停止读取。
file-too-large-hint = 正常的评价文件远小于此，文件可能已损坏或来路不明。请向提供者核实，或打开“{ $file }.bak”。
file-not-a-file = “{ $file }”没有读：它是设备或管道，不是文件。
file-not-a-file-hint = 请另选一个文件；设备上的内容请先复制成文件。
file-larger-than-any = “{ $file }”没有读：它超过 { $limit } MiB，这类文件没有这么大的。
file-larger-than-any-hint = 请确认选对了文件，或向提供者核实。

## 打开时的发现
file-found-unknown-item = 模板中没有指标“{ $item }”，但文件里有它的评分或佐证。
file-found-unknown-item-hint = 这些内容不计分，保存时原样保留。请核对所用模板是否正确。
file-found-other-template = 评价注明的模板是 { $named }，文件里附带的模板是 { $found }。
file-found-other-template-hint = 现按附带的模板计分，请核对。
file-found-journal-broken = 文件里的操作记录读不出来（第 { $line } 行第 { $column } 列）。
file-found-journal-broken-hint = 评价内容不受影响，操作记录将重新开始。需要旧记录时，请在保存前复制一份原文件。
file-found-journal-missing = 文件里没有操作记录。
file-found-journal-missing-hint = 评价内容不受影响，操作记录将重新开始。
file-found-altered = 文件在保存之后被改动过：有的字节和保存时不一样。
file-found-altered-hint = 读得出的内容都已打开。请和 .bak 备份或别处的副本核对；确认无误后再保存一次。
evidence-found-missing = 文件里缺少佐证材料“{ $name }”。
evidence-found-missing-hint = 其余内容已正常打开。请找到原件后重新添加。
evidence-found-changed = 佐证材料“{ $name }”的内容与添加时不一致（SHA-256 或大小不符）。
evidence-found-changed-hint = 其余内容已正常打开。请核对后移除它，并重新添加原件。
evidence-found-unreadable = 佐证材料“{ $name }”已损坏，读不出来。
evidence-found-unreadable-hint = 其余内容已正常打开。请重新添加原件，或从 .bak 备份中取回。
evidence-found-bomb = 佐证材料“{ $name }”展开后会异常膨胀，没有展开。
evidence-found-bomb-hint = 它可能是恶意构造的。请移除它，并向提供者核实。
evidence-found-bad-name = 文件里有名称不合规的内容“{ $member }”，没有读取，也没有写到任何地方。
evidence-found-bad-name-hint = 名称不能含上级目录、盘符或反斜杠。请向提供者核实此文件的来源；下次保存时它会被去掉（.bak 备份中仍有）。
evidence-found-unlisted = 文件里多出“{ $member }”，评价内容没有提到它。
evidence-found-unlisted-hint = 它不作为佐证，保存时原样保留。

## 保存
file-folder-missing = “{ $file }”没有保存：文件夹“{ $folder }”不存在。
file-folder-missing-hint = U 盘或网络盘可能已断开。请接好后重试，或另选位置保存。
file-read-only = “{ $file }”没有保存：它是只读的（位置：{ $folder }）。
file-read-only-hint = 原文件保持不变。请取消“只读”后重试，或另选位置保存。
file-write-denied = “{ $file }”没有保存：没有写入“{ $folder }”的权限。
file-write-denied-hint = 原文件保持不变。请另选位置保存，例如“文档”文件夹。
file-disk-full = “{ $file }”没有写成：“{ $folder }”所在磁盘空间不足。
file-disk-full-hint = 原文件保持不变。请清理磁盘后重试，或另选位置保存。
file-unwritable = “{ $file }”没有写成（{ $detail }）。
file-unwritable-hint = 原文件保持不变。请重试，或另选位置保存。
file-verify-failed = “{ $file }”没有保存：写入后回读核对不一致（{ $detail }）。
file-verify-failed-hint = 原文件保持不变。磁盘可能有故障，请另选位置保存。
file-member-detail = { $member }：{ $detail }
file-changed-on-disk = “{ $file }”没有保存：打开以后，它被别的程序或别的人改过。
file-changed-on-disk-hint = 磁盘上的文件保持不变。请另存为新文件后比较；若确认覆盖，对方的版本会留作“{ $file }.bak”。
file-place-lost = “{ $file }”写过了，但“{ $folder }”里没有它，或者内容不是刚写的：磁盘或网络可能已断开，也可能别的程序同时写了它。
file-place-lost-hint = 请确认 U 盘或网络位置还在，再保存一次，或另选一个位置。
file-moved-away = “{ $file }”没有保存：打开以后，它被移走、改名或删除了，已不在“{ $folder }”。
file-moved-away-hint = 若它只是换了地方，请选“存到别处”并指向新的位置，免得留下两份不同的评价；若确实要放回原处，请选“存回原处”。
file-not-regular = “{ $file }”没有写：它是设备或管道，不是文件。
file-not-regular-hint = 请另选一个文件名。
file-broken-link = “{ $file }”没有写：它是一个链接，指向的文件不存在。
file-broken-link-hint = 请先恢复链接指向的文件，或另选一个文件名。
file-bad-name = 不能用“{ $file }”作文件名。
file-bad-name-hint = 请另取一个文件名：文件要能带到别的电脑上用。
file-name-device = Windows 把这个名字留给设备（CON、NUL、COM1 等）。
file-name-character = “{ $character }”在有的系统里不能用在文件名里。
file-name-temporary = 这样的名字留给程序自己的临时文件用
file-name-ending = 名字不能以句点或空格结尾：Windows 会去掉它。
file-name-length = 名字太长（{ $bytes } 字节）：最多约 { $most } 个汉字。
file-extension = “{ $file }”的扩展名不对：应为 .{ $extension }。
file-extension-hint = 请改用 .{ $extension } 结尾的文件名；没有写任何文件。
file-exists = “{ $file }”已经存在，没有改动。
file-exists-hint = 请另取一个文件名；确要覆盖请加 --force，旧文件会留作 .bak。

## 佐证材料
evidence-source-folder = “{ $file }”是文件夹，不能作为佐证材料添加。
evidence-source-folder-hint = 请进入文件夹选择其中的文件，可一次选多个；也可先压缩成一个文件。
evidence-source-unreadable = “{ $file }”读不出来，没有添加（{ $detail }）。
evidence-source-unreadable-hint = 请关闭正在使用它的程序，或把它复制到本机后再添加。
evidence-lost = 佐证材料“{ $name }”的内容取不到。
evidence-lost-hint = 请接好原来的 U 盘或网络盘后重试；或移除它，再重新添加原件。其余内容不受影响，原文件保持不变。
evidence-changed = 佐证材料“{ $name }”的内容与添加时不一致（SHA-256 或大小不符），没有打开。
evidence-changed-hint = 请核对后移除它，并重新添加原件。

## 本程序的数据文件夹与恢复
file-data = 本程序的数据文件夹不能使用：“{ $file }”（位置：{ $folder }；{ $detail }）。
file-data-hint = 请检查该位置的权限和剩余空间；可用环境变量 JIPING_DATA 指定另一个文件夹。已保存的文件不受影响。
file-recovery-broken = 未保存修改的记录“{ $file }”读不出来（{ $detail }）。
file-recovery-broken-hint = 记录仍保留在 { $folder }。请打开最近保存的文件继续工作。
file-template-unreadable = “{ $file }”不是能读的评分模板。
file-template-unreadable-hint = 请按所指的地方改正它，或打开同一文件夹中的“{ $file }.bak”。该文件未作任何改动。
