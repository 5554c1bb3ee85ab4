## 台账
ledger-title = 台账
ledger-open = 台账…
ledger-open-tip = 查看台账各行
ledger-back = 返回评分
ledger-none = 请选择一个带台账的指标
ledger-add-row = 增加一行
ledger-add-row-tip = 增加一行（Insert；在最后一行按 Enter 也可以）
ledger-paste = 粘贴表格行
ledger-paste-tip = 从 Excel、WPS 复制若干行后按 Ctrl+V：有表头则按列名对应，逐行说明是否采用
ledger-pasted = 粘贴：采用 { $rows } 行，未采用 { $refused } 行
ledger-paste-no-headings = 未见表头，各列按窗口中的次序对应
ledger-paste-ignored = 未对应的列：{ $columns }
ledger-paste-line = 第 { $line } 行：{ $why }（{ $text }）
ledger-remove-marked = 删除选中的 { $rows } 行
ledger-mark = 选中
ledger-all-months = 全部
ledger-no-month = 未注明月份
ledger-month = { $month }：{ $rows } 行，{ $points } 分
ledger-totals = 共 { $rows } 行，其中免责 { $exempt } 行；计 { $count } 次，合计 { $points } 分
ledger-totals-money = ，金额 { $money } 元
ledger-waits = 共 { $rows } 行，有行尚未填分值或金额，暂不能合计
ledger-empty = 台账还没有行
ledger-empty-hint = 按 Insert 增加一行，或从 Excel、WPS 复制后按 Ctrl+V
ledger-nothing-to-deduct = 本期无扣分事项
ledger-nothing = 本期无登记事项
ledger-result = 计分
ledger-row-name = 第{ $row }行 { $column }
ledger-counts = { $points }
ledger-counts-capped = { $points }（封顶）
ledger-counts-as = { $points }（转为{ $kind }）
ledger-counts-exempt = 免责，不计
ledger-counts-matter = 同一事项，计第 { $row } 行
ledger-counts-no-offset = 不抵扣分
ledger-counts-kills = { $points }（达到次数）
ledger-counts-killed = 不计（已达次数）
command-ledger = 台账
survey-import = 导入问卷答案…
survey-import-tip = 读取 CSV 或文本：每行一份答案，或其中一列是答案
survey-n = n = { $n }
survey-unreadable = 读不出文件 { $file }：{ $detail }。
survey-unreadable-hint = 请确认文件还在、没有被其他程序占用，然后再试。
survey-counted = 问卷 n = { $taken } 份，空白 { $blank } 份
survey-counted-but = 问卷 n = { $taken } 份，空白 { $blank } 份；{ $odd } 份的答案不是选项，没有计入。行号和答案：{ $lines }。
survey-counted-but-hint = 请核对这些答案；改正后可再次导入。
path-survey = 请输入问卷文件的路径
kind-responses = 问卷答案
