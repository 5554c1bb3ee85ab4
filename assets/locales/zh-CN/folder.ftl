# 汇总：一个文件夹里的评价

start-folder = 汇总…
start-folder-tip = 列出一个文件夹里所有评价的合计和等级
folder-pick = 选择要汇总的文件夹
folder-title = 汇总：{ $folder }
folder-count = 共 { $count } 份
folder-unreadable = 打不开
folder-empty = 这个文件夹里没有评价文件。
folder-left-out = 另有 { $count } 个文件没有读取：一次最多 500 个。
folder-other = 换文件夹…
folder-copy = 复制表格
folder-no-points = 不计分
folder-name = 项目
folder-year = 年度
folder-template = 评分表
folder-total = 合计
folder-grade = 等级
folder-progress = 已评
job-reading-folder = 正在读取文件夹…
folder-close = 关闭
