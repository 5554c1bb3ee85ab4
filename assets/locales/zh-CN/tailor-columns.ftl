## 指标与分值的表头
tailor-column-name = 指标
