## 打印预览的页面
print-page-number = 页码
print-page-of = / { $pages } 页
print-page-before = 上一页
print-page-after = 下一页
print-zoom = 页面大小
print-zoom-in = 放大页面
print-zoom-out = 缩小页面
print-zoom-width = 页宽
print-zoom-page = 整页
