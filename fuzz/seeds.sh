#!/bin/sh
# Fills fuzz/corpus/<target> with what to begin from, and fuzz/corpus/<target>.dict with the words of each language
# that is read there: from the project's own samples, templates, stored cases and sources. What fuzzing found stays.
#
#   sh fuzz/seeds.sh
set -eu
cd "$(dirname "$0")"

if ! command -v python3 >/dev/null 2>&1; then
    echo 'seeds: python3 is missing, which unpacks the samples' >&2
    exit 3
fi

for target in fuzz_targets/*.rs; do
    mkdir -p "corpus/$(basename "$target" .rs)"
done

cp ../scoring_templates/*.ron ../tests/ui/rule_forms.ron corpus/template/
cp ../assets/samples/*.jiping corpus/container/
python3 seeds.py

# ---------------------------------------------------------------- tables, as spreadsheets copy and save them

cat >corpus/table/levels.tsv <<'EOF'
一级指标	二级指标	三级指标	分值	评分标准
项目决策（20分）	立项（12分）	立项依据	8	①依据充分；②程序合规。全部符合得满分，每缺一项扣2分
		立项程序	4	优得4分，良得3分，中得2分，差不得分
	目标（8分）	目标合理性	8	设有目标（3分）；目标明确（5分）
产出（50分）	数量	完成率	30	完成率≥95%得30分，90%-95%得20分，90%以下不得分
	质量	合格率	20	得分=合格率×分值，每降低1%扣0.5分
效益（30分）	满意度	使用者满意度	30	满意度达到90%得满分，每低1个百分点扣1分，扣完为止
合计			100	
EOF
cat >corpus/table/deductions.csv <<'EOF'
考核项目,考核内容,标准分,扣分标准
立项,规范,60,每发现一处扣1分，扣完为止
资金,"合规，且
专款专用",40,每发现一起扣2分；情节严重的不得分
EOF
cat >corpus/table/targets.tsv <<'EOF'
附件2
绩效目标完成情况表
指标名称	预期指标值	计量单位
新增点位	≥200	路
完好率	≥95%	%
"平均修复
时间"	≤24小时	小时
EOF
cat >corpus/pasted/own.tsv <<'EOF'
二级指标	指标名称	指标性质	年度指标值	计量单位	分值
数量指标	新增点位	正向	≥200	路	3
	完好率		≥95%		2.5分
成本指标	费用	反向	不超过30万元		2
合计					7.5
EOF
printf '新增点位\t≥200\t3\t路\n完好率\t≥95%%\t2.5分\n投诉\t无\t1\n' >corpus/pasted/own-plain.tsv
cat >corpus/pasted/ledger.tsv <<'EOF'
运维台账 2020 年
日期	点位名称	故障或事由	处理情况	类型	次数	加重减轻	确认人	免责
2020-01-06	东门路口 1 号	离线	次日修复	offline	1		技防部门	
3月3日	滨河路 7 号	离线	第四日修复	offline	1次	late	技防部门	
2020年5月13日	东门路口 2 号	停电离线	已报备	offline	2		技防部门	供电部门检修，已报备
合计					4			
EOF
printf '2020.1.6\t东门\t离线\t修复\toffline\t1\n' >corpus/pasted/ledger-plain.tsv
printf '序号,您的评价\n1,很满意\n2,满意\n3,一般\n4,不满意\n5,\n' >corpus/pasted/survey.csv
iconv -f UTF-8 -t GB18030 corpus/pasted/survey.csv >corpus/pasted/survey-gb18030.csv 2>/dev/null || true
iconv -f UTF-8 -t UTF-16 corpus/table/levels.tsv >corpus/table/levels-utf16.tsv 2>/dev/null || true
