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
