# 命令行

## 帮助
cli-about = 绩评工作台：项目支出绩效评价评分（离线）。不带命令时打开窗口。
cli-about-new = 用评分模板或去年的评价（--from）新建一份评价
cli-about-apply = 把一批修改录入评价文件：全部成功才保存，一条被拒绝则什么都不改
cli-about-score = 计算得分：合计、等级、每项得分和算式，并列出签字前的检查结果
cli-about-papers = 列出这份评价能印的纸质材料：编号、名称、页数
cli-about-print = 打印成 PDF：评分表、扣分明细表、月度扣分表
cli-about-template = 评分模板
cli-about-template-check = 检查评分模板文件，列出所有问题及其行列、位置和改法
cli-about-template-list = 列出随程序提供的评分模板
cli-usage = 用法：
cli-commands = 命令
cli-arguments = 参数
cli-options = 选项
cli-arg-file = 要打开的评价文件（.jiping）
cli-arg-lang = 界面语言：zh 中文（默认），en 英文
cli-arg-json = 结果和错误都用 JSON 输出，数字一律是十进制字符串
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-arg-template = 随程序提供的模板编号（见 template list），或模板文件 .ron
cli-arg-output = 写到哪个文件；apply 不写时改原文件
cli-arg-force = 文件已存在时也覆盖，旧文件留作 .bak
cli-arg-evaluation = 评价文件（.jiping）
cli-arg-edits = 修改清单：RON 列表，可写注释；另可用 AttachFile(item: "指标", path: "相对路径") 添加佐证文件
cli-arg-strict = 有警告（template check）或必须处理的检查结果（score）时，退出码也为 1
cli-arg-papers = 印哪些纸质材料，可写多次，编号见 papers；不写印评分表，all 印评分表、扣分明细表和附件目录
cli-arg-ledger = 打印月度扣分表，不打印其他表：写指标编号或名称只打印它的台账，不写则打印全部台账
cli-arg-month = 只打印这个月（如 2020-03），不写则逐月打印
cli-exit-codes = 退出码：0 完成，1 有问题需要看，2 做不了。每个命令都有 --help。

## 参数有误
cli-unknown-argument = 不认识的参数“{ $argument }”。
cli-unknown-argument-hint = 请用 --help 查看可用的参数。
cli-missing-argument = 缺少参数 { $argument }。
cli-missing-argument-hint = 请补上；用 --help 查看用法。
cli-missing-command = 还要写明做什么。
cli-missing-command-hint = 请用 --help 查看可用的命令。
cli-unknown-command = 没有命令“{ $name }”。
cli-unknown-command-hint = 请用 --help 查看可用的命令；要打开这个文件，请只写文件名。
cli-invalid-value = { $argument } 不能是“{ $value }”。
cli-invalid-value-hint = 可以是：{ $valid }。
cli-wrong-arguments = 参数有误（{ $detail }）。
cli-wrong-arguments-hint = 请用 --help 查看用法。
cli-json-without-command = --json 要与命令一起用。
cli-json-without-command-hint = 例如 jiping score 文件.jiping --json。
cli-no-window = 这个版本没有窗口。
cli-no-window-hint = 请用 jiping --help 查看可用的命令，或安装带窗口的版本。
cli-json-failed = 结果写不成 JSON（{ $detail }）。
cli-json-failed-hint = 请去掉 --json 再试，并报告此问题。

## 新建、录入、打印
cli-old-file-stays = “{ $file }”就是要换模板的评价，没有改动。
cli-old-file-stays-hint = 请用 -o 写到另一个文件：原文件保持不变。
cli-no-template = 没有评分模板“{ $name }”。
cli-no-template-hint = 随程序提供的有：{ $known }。也可以写模板文件的路径（.ron）。
cli-template-unusable = 评分模板“{ $file }”有错误，不能用来评分。
cli-template-unusable-hint = 请逐条改正；可用 jiping template check 再次检查。
cli-at = { $place }  { $what }
cli-at-hint = { $remedy }
cli-created = 已新建 { $file }：{ $title }，{ $items } 项指标。
cli-edits-not-text = 不是 UTF-8 文本。
cli-edits-not-text-hint = 请用“UTF-8”编码另存。
cli-edits-unreadable = 修改清单“{ $file }”读不懂：{ $what }
cli-edits-unreadable-hint = { $remedy } 评价文件没有改动。
cli-edit-row = 第 { $row } 行
cli-edit-refused = { $file }:{ $place } 第 { $number } 条修改被拒绝（{ $name }）：{ $why }
cli-edit-refused-hint = { $remedy } 所有修改都没有录入，评价文件没有改动。
cli-in-use = “{ $file }”正被 { $who } 打开，没有改动。
cli-in-use-hint = 请先在窗口中保存并关闭它，或用 -o 另存为新文件。
cli-version = { $version }（提交 { $commit }）；评价文件格式 { $evaluation }，评分模板格式 { $template }
cli-applied = 已录入 { $count } 条修改，保存在 { $file }。
cli-parted = “{ $file }”还有另一个名字（硬链接），那里仍是保存前的内容。
cli-no-ledgers = 这份评价的模板没有带台账的指标。
cli-no-ledgers-hint = 月度扣分表只用于评分规则带台账的指标。
cli-no-ledger = 没有带台账的指标“{ $item }”。
cli-no-ledger-hint = 请写模板中带台账的指标的编号或名称。
cli-month = “{ $month }”不是月份。
cli-month-hint = 请写成 2020-03 这样的形式。
cli-paper = { $id }　{ $title }　{ $pages } 页
cli-printed = 已打印到 { $file }，共 { $pages } 页。
cli-substituted = 嵌入的字体缺少这些字：{ $characters }
cli-substituted-hint = 纸面上会显示为方框，请改用常用字或在打印后手工补写。

## 得分表
cli-column-item = 指标
cli-column-points = 分值
cli-column-score = 得分
cli-column-deduction = 扣分
cli-column-derivation = 算式
cli-total = 合计 { $total }（满分 { $points }），扣分 { $deductions }，等级 { $grade }
cli-total-provisional = 合计（暂定）{ $total }（满分 { $points }），扣分 { $deductions }，未定 { $pending } 分，等级 { $grade }
cli-next-grade = 距“{ $name }”还差 { $distance } 分
cli-workings = 汇总：{ $how }
cli-cause = { $scope }：{ $label }，扣 { $points } 分
cli-cause-gives = { $scope }：{ $label }，加 { $points } 分
cli-unset = 扣分中未设指标的 { $points } 分
cli-not-scaled = 加减分不折算
cli-sheet = 总分
cli-grade-veto = 等级由“{ $label }”决定
cli-scaled = 折算：{ $sum } × { $points } ÷ { $applicable } = { $scaled }（不适用的指标不计入应得分）
cli-findings = 签字前的检查：

## 评分模板
cli-template-line = { $id }  { $version }  { $title }（{ $points } 分，{ $items } 项）
cli-template-sound = { $file }：没有问题。
cli-template-problems = { $file }：{ $errors } 处错误，{ $warnings } 处警告。
cli-error = 错误：
cli-warning = 警告：
cli-template-draft = { $file } 还有 { $errors } 处错误，是草稿，改好前不能用于评分。
cli-template-draft-hint = 用 jiping template check 看各处错误，或在窗口的模板编辑器里改正。
