## 帮助
menu-view = 视图
command-help = 帮助
command-first-steps = 第一次使用
help-back = ‹ 返回
help-contents = 目录
help-close = 关闭 Esc
help-search = 查找帮助
help-search-hint = 查找：词、句子或拼音，回车打开
help-nothing = 没有找到。换一个词，或看目录。

## 第一次使用，在开始页
first-step-1 = 选一张评分模板，点卡片就新建。
first-step-2 = 填项目与资金。
first-step-3 = 在“得分”格里逐项输入得分。
first-step-4 = 扣了分的写原因，得了分的附佐证。
first-step-5 = 核对，打印，签字。
first-steps-page = 怎样做 F1
first-steps-sample = 打开示例看看
first-steps-dismiss = 知道了，不再显示
