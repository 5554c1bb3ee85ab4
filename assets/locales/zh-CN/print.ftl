## 打印
print-no-sheet = 没有选择要打印的表。
print-no-sheet-hint = 请至少选择评分表或扣分明细表。
print-pdf = PDF 没有生成：{ $detail }
print-pdf-hint = 这是程序的错误，评价内容没有改动；请把这句话连同模板名称反馈给我们。
print-not-installed = 这台电脑上没有安装打印程序。
print-not-installed-hint = 请管理员安装系统的打印程序，或存为 PDF 后用阅读器打印。
print-no-scheduler = 打印服务没有运行。
print-no-scheduler-hint = 请管理员启动系统的打印服务，或存为 PDF 后用阅读器打印。
print-no-printers = 这台电脑还没有设置打印机。
print-no-printers-hint = 请在系统设置中添加打印机，或保存为 PDF。
print-unknown-printer = 没有名为“{ $name }”的打印机。
print-unknown-printer-hint = 请重新读取打印机列表，另选一台。
print-copies = 不能打印 { $copies } 份。
print-copies-hint = 请填 1 至 999 份。
print-refused = 打印服务没有接受这个任务：{ $detail }
print-refused-hint = 请检查打印机状态，或保存为 PDF 后用阅读器打印。
print-no-such-page = 没有第 { $page } 页：一共 { $count } 页。
print-no-such-page-hint = 请改页码范围，例如 1-{ $count }；空着打印全部。
print-withdrawn = 打印任务在送完之前被取消了。
print-withdrawn-hint = 请再打印一次；打印队列中可以看到是谁取消的。

# 印在截断的文字后面

## 得分情况
standing-title = 得分情况
standing-aside = 点一行，到它的扣分原因
standing-words = { $name }：{ $points } 分，得 { $score }，扣 { $lost }，未评 { $open }
standing-losses = 扣分最多的地方
standing-no-losses = 没有扣分
standing-nothing = 还没有评分
standing-more = 另有 { $count } 处扣分较少
standing-copy = 复制图片
standing-save = 存为图片…
picture-copied = 得分与扣分图已复制，可粘贴到 Word、WPS 等程序。
path-picture = 存为图片
kind-picture = 图片文件
