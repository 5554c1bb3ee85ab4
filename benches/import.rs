//! A template from a score table: reading the workbook, and making the template with its rules recognised.
#![allow(clippy::unwrap_used, reason = "a benchmark whose input is broken has nothing to measure")]

use criterion::{Criterion, criterion_group, criterion_main};
use jiping::audit::{Kept, audit};
use jiping::import::{Mapping, Vocabulary, import, open};
use rust_xlsxwriter::Workbook;
use std::hint::black_box;

const ROWS: u32 = 2_000;
const HEADINGS: [&str; 7] = ["一级指标", "二级指标", "三级指标", "分值", "评价标准", "实际完成值", "得分"];
/// Rules of the forms that tables hold, with their points.
const RULES: [(f64, &str); 8] = [
    (4.0, "设有目标（1分）\n目标明确（1分）\n目标细化（1分）\n目标量化（1分）"),
    (3.0, "根据项目资金的实际到位率计算得分"),
    (2.0, "到位及时（2分）\n不及时但未影响项目进度（1分）\n不及时并影响项目进度（0.5分）"),
    (7.0, "虚列套取扣4-7分\n依据不合规扣2分\n截留、挤占、挪用扣3-6分\n超标准开支扣2-5分"),
    (3.0, "对照绩效目标，按实际产出成本率计算得分（3分）"),
    (8.0, "对照绩效目标，按社会效益实现程度计算得分（8分）"),
    (5.0, "由评价人酌情打分"),
    (6.0, "结合当年工作实际，综合考虑各方面情况确定，具体办法另行通知"),
];

/// A table of ten first levels, a hundred second ones and [`ROWS`] indicators.
fn workbook() -> Vec<u8> {
    let mut writer = Workbook::new();
    let sheet = writer.add_worksheet();
    sheet.write_string(0, 0, "项目支出绩效自评指标评分表").unwrap();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(1, column, heading).unwrap();
    }
    for (row, (points, standard)) in (0..ROWS).zip(RULES.iter().cycle()) {
        let at = row + 2;
        sheet.write_string(at, 0, format!("第{}部分", row / 200 + 1)).unwrap();
        sheet.write_string(at, 1, format!("第{}类", row / 20 + 1)).unwrap();
        sheet.write_string(at, 2, format!("指标{}", row + 1)).unwrap();
        sheet.write_number(at, 3, *points).unwrap();
        sheet.write_string(at, 4, *standard).unwrap();
        sheet.write_string(at, 5, "95%").unwrap();
        sheet.write_number(at, 6, *points).unwrap();
    }
    writer.save_to_buffer().unwrap()
}

fn tables(criterion: &mut Criterion) {
    let bytes = workbook();
    let grid = open(&bytes, None).unwrap();
    let mapping = Mapping::propose(&grid, Vocabulary::shipped()).unwrap();
    let made = import(&grid, &mapping).unwrap();
    assert_eq!(made.readings.len(), usize::try_from(ROWS).unwrap());
    let mut group = criterion.benchmark_group(format!("import/{ROWS}"));
    group.sample_size(20);
    group.bench_function("read the workbook", |bencher| {
        bencher.iter_with_large_drop(|| open(black_box(&bytes), None).unwrap());
    });
    group.bench_function("make the template", |bencher| {
        bencher.iter_with_large_drop(|| import(black_box(&grid), &mapping).unwrap());
    });
    group.bench_function("both", |bencher| {
        bencher.iter_with_large_drop(|| {
            let grid = open(black_box(&bytes), None).unwrap();
            import(&grid, &Mapping::propose(&grid, Vocabulary::shipped()).unwrap()).unwrap()
        });
    });
    group.bench_function("with its scores", |bencher| {
        bencher.iter_with_large_drop(|| {
            let grid = open(black_box(&bytes), None).unwrap();
            let made = import(&grid, &Mapping::propose(&grid, Vocabulary::shipped()).unwrap()).unwrap();
            audit(&made).evaluation(&Kept::new())
        });
    });
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
