# 示例
sample-camera-lease = 监控租用项目：按规则计分
sample-camera-lease-words = 合计 99.60：满意率 95% × 8 分 = 7.60 分，报告写的是 8 分和 100 分。
sample-camera-lease-claimed = 监控租用项目：照录报告的 100 分
sample-camera-lease-claimed-words = 满意度人工改为 8 分并写明理由：合计 100.00，改分处有标记。
