# 示例
sample-camera-lease = 监控租用项目：按规则计分
sample-camera-lease-words = 合计 99.60：满意率 95% × 8 分 = 7.60 分，报告写的是 8 分和 100 分。
sample-camera-lease-claimed = 监控租用项目：照录报告的 100 分
sample-camera-lease-claimed-words = 满意度人工改为 8 分并写明理由：合计 100.00，改分处有标记。
sample-information-systems = 信息系统运行维护：执行率 95.25%
sample-information-systems-words = 执行率得 9.52 分；报告没有数量、质量、时效和满意度的数据，记为资料不足，合计暂定。
sample-sky-net-operation = 智能安全系统运维费：执行率 100%
sample-sky-net-operation-words = 下达的 100 万元全部支付；按合同应付 389.4 万元，成本指标只得 25.68%。
sample-smart-policing = 智慧新警务第一期：报告自评 83 分
sample-smart-policing-words = 15 + 36 + 32 = 83，良；扣的 17 分没有原因，检查会指出来。
sample-camera-network = 天网工程技术服务
sample-camera-network-words = 400 个点位、319.67 万元；满意度以“≥80%”作实际完成值，记为资料不足。
sample-video-platform = 图像综合管理平台和指挥系统
sample-video-platform-words = 127 万元；报告的数量指标没有数量。
sample-detention-security = 看守所安全技术防范系统租金
sample-detention-security-words = 226 个点位、74.5 万元。
sample-camera-service = 图像监控租赁服务费
sample-camera-service-words = 增加 14 个点位、11.9 万元。
sample-fibre-network = 四级网光纤租赁
sample-fibre-network-words = 19 个部门、14 个派出所、1 个看守所，26.88 万元。
sample-camera-upkeep = 监控运维考核：台账按月扣分
sample-camera-upkeep-words = 83.00，良；16 行故障，免责 1 行，扣 11.70 分，按月打印。
