## 复制出来的模板，和只有程序用的编号
te-copy-title = { $title }（副本）
te-copy-title-next = { $title }（副本{ $number }）
te-advanced = 高级
te-advanced-aside = 编号，平时不用改
te-problems-none = 模板没有问题，可以用来新建评价。
