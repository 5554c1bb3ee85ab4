## 系统没有打开文件的程序
not-opened = 系统没有打开这个文件（{ $detail }）。
not-opened-hint = 可能没有安装能打开这种文件的程序。请复制路径，在文件管理器中打开；PDF 也可以“存为 PDF”，拿到别的电脑上打开。
not-opened-lies = 文件在：{ $path }
not-opened-copy = 复制路径
not-opened-copied = 路径已复制
