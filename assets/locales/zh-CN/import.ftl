## 从评分表生成模板：读不了
import-not-a-workbook = 这个文件不是可读的表格（{ $detail }）。
import-not-a-workbook-hint = 可以读 .xlsx、.xls、.ods。请在表格软件中打开它另存为 .xlsx，并去掉打开密码；也可以复制表格后粘贴。
import-no-sheet = 没有名为“{ $name }”的工作表。
import-no-sheet-hint = 文件中的工作表有：{ $known }。
import-too-large = 表格有 { $rows } 行、{ $columns } 列，超出了评分表的规模。
import-too-large-hint = 最多 20000 行、200 列。请删去表格以外多余的行列后再试。
import-empty = 表格里没有任何文字。
import-empty-hint = 请换一张工作表，或重新复制表格。
import-no-heading = 没有找到表头（一级指标、分值、评价标准……）。
import-no-heading-hint = 请选择评分表所在的工作表，或由您指定哪一行是表头、各列是什么。
import-no-indicator = 按现在的列对应，一个指标也没有读出来。
import-no-indicator-hint = 请检查指标名称和分值在哪一列；分值也可以写在名称里，如“目标内容（4分）”。

## 各行怎样处理
import-row-title = 作为标题
import-row-heading = 表头
import-row-heading-again = 换页重复的表头，不重复计
import-row-total = 总分
import-row-subtotal = 小计，与各指标相符，不重复计
import-row-subtotal-differs = 小计 { $stated } 与各指标之和 { $sum } 不符
import-row-subtotal-differs-hint = 模板按各指标计算，请核对原表。
import-row-indicator = 指标
import-row-group = 分组
import-row-group-again = “{ $name }”与第 { $row } 行是同一组（换页重复），不重复计
import-row-group-twice = “{ $name }”与第 { $row } 行同名，中间隔着别的组，作为两组保留
import-row-group-twice-hint = 若其实是同一组，请在模板中把指标移到一起。
import-row-group-words = 分组行上的评价文字没有放入模板
import-row-unnumbered = “{ $name }”前的编号已去掉
import-row-points-differ = 分值列写 { $points }，名称里写 { $labelled }，按分值列
import-row-points-differ-hint = 请核对原表。
import-row-joined = 文字并入上面的“{ $name }”
import-row-no-points = “{ $name }”没有分值
import-row-no-points-hint = 请在表中补上分值后重新导入，或在模板中添加这一指标。
import-row-points-unread = “{ $name }”的分值“{ $text }”不是数字
import-row-points-unread-hint = 请在表中改为数字后重新导入，或在模板中添加这一指标。
import-row-points-merged = “{ $name }”的分值与上一行合并，不知各占多少
import-row-points-merged-hint = 请在表中拆开合并的分值单元格，写明各指标的分值。
import-row-no-name = 有分值，没有指标名称
import-row-no-name-hint = 请在表中补上名称后重新导入，或在模板中添加这一指标。
import-row-outside = 表格以外的文字

## 整张表的假定
import-note-total = 表中没有写总分，按各一级指标相加为 { $points } 分。
import-note-title = 表中没有标题，暂用“评分表”。
import-note-grades = 表中没有等级：按 { $points } 分的 90%、80%、60% 设优、良、中、差，可在模板中修改。

## 规则的形式
import-form-parts = 要点累加
import-form-all-parts = 全部符合才得分
import-form-tiers = 单选档
import-form-deductions = 满分起扣
import-form-rate = 按率计算
import-form-bands = 区间档
import-form-steps = 每相差…扣分
import-form-qualitative = 定性分档
import-form-comparison = 目标与实际对比
import-form-free = 酌定
import-form-by-hand = 手工评分

## 假定（请确认）
import-assumed-all = 读作 { $count } 个要点全部符合才得分，缺一项不得分
import-assumed-floor = 原表没有写“扣完为止”，按扣至 0 分为止
import-assumed-arrival = 到位率取自资金表：实际到位 ÷ 全年预算数
import-assumed-execution = 执行率取自资金表：全年执行数 ÷ 全年预算数
import-assumed-spending = 支出率取自资金表：全年执行数 ÷ 实际到位
import-assumed-reverse-ratio = 成本越低越好，原表没有写公式：按 计划成本 ÷ 实际成本
import-assumed-reverse-linear = 成本越低越好，原表没有写公式：按 1 −（实际 − 计划）÷ 计划
import-assumed-positive = 按 实际值 ÷ 目标值，越高越好
import-assumed-complement = { $rate }越低越好：按 1 − { $rate }
import-assumed-degree-rate = 原表只写“程度”：按可以量化的率计算
import-assumed-degree-bands = 原表只写“程度”：按定性三档，档线 80% 和 { $lower }%
import-assumed-edges = 没有写“含”或“不含”的界限：以上、以下都含本数，区间含下不含上
import-assumed-upper = 两档都含 { $edge }，归上面一档
import-assumed-threshold = 没有写从多少起扣，按 100% 起
import-assumed-whole = 不足 { $unit } 个百分点的不扣（每满 { $unit } 个才扣）
import-assumed-begun = 不足 { $unit } 个百分点的按 { $unit } 个扣
import-assumed-proportional = 不足 { $unit } 个百分点的按比例扣

## 为什么没有识别
import-why-no-words = 没有评价标准的文字
import-why-unread = 评价标准的写法没有识别出来
import-why-each = { $count } 个要点每项 { $each } 分，合计 { $sum } 分，与分值 { $points } 不符
import-why-sum = 各项合计 { $sum } 分，既不等于分值 { $points }，最高一档也不是 { $points } 分
import-why-tiers = 有两档分数相同，无法排出高低
import-why-deductions = 扣分的写法没有全部读懂
import-why-steps = 每相差多少扣分的写法没有全部读懂
import-why-threshold = 没有写超过多少开始扣分
import-why-rate = “{ $rate }”怎样计算得分，原表没有写明
import-why-band-top = 最高一档到 { $high } 为止，高于它的没有写
import-why-band-bottom = 低于 { $low } 的得多少分没有写
import-why-band-gap = 两档之间接不上：{ $from } 与 { $to }

## 命令行
cli-about-template-import = 从评分表（.xlsx、.xls、.ods，或 .tsv 文本）生成评分模板，并列出每行怎样处理、每条规则读成什么
cli-arg-table = 评分表文件：.xlsx、.xls、.ods，或从表格复制出来的文本 .tsv
cli-arg-table_sheet = 工作表名称，不写则用第一张有评分表的
cli-import-rows = { $file }：{ $rows } 行，采用 { $taken }，调整 { $changed }，未采用 { $refused }。
cli-import-rules = { $items } 项指标，识别出规则 { $read } 项，手工评分 { $manual } 项。
cli-import-row = 第 { $row } 行
cli-import-changed = 调整
cli-import-refused = 未采用
cli-import-assumed = 假定：
cli-import-other = 另可读作：
cli-import-manual = 手工评分：
cli-import-written = 模板已写入 { $file }。
cli-import-problems = 模板检查：
