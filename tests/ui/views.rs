//! Every view at every size, light and dark: as pictures in `target/views`, to be looked at (`make views`).

use crate::desk::{DOUBLED, Desk, LAPTOP, WIDE};
use eframe::egui::{Key, Modifiers, Vec2};
use jiping::app::Settings;
use std::fs;
use std::path::Path;

const SMALLER_LAPTOP: Vec2 = Vec2::new(1366.0, 768.0);
const SIZES: [(&str, Vec2, f32); 4] =
    [("1366", SMALLER_LAPTOP, 1.0), ("1280", LAPTOP, 1.0), ("1440", WIDE, 1.0), ("200%", DOUBLED, 2.0)];

type Way = fn(&mut Desk);

fn sample(desk: &mut Desk) {
    desk.click("监控租用项目：照录报告的 100 分");
}

fn view(desk: &mut Desk, key: Key) {
    sample(desk);
    desk.chord(Modifiers::COMMAND, key);
}

/// How to come to each view.
const VIEWS: [(&str, Way); 14] = [
    ("start", |_| {}),
    ("project", |desk| view(desk, Key::Num1)),
    ("scores", |desk| {
        sample(desk);
        desk.walk_to("服务对象满意度");
    }),
    ("typed", |desk| {
        desk.begin();
        desk.walk_to("产出质量");
        desk.types("4");
        desk.press(Key::Enter);
    }),
    ("comparison", |desk| desk.click("天网工程技术服务")),
    ("findings", |desk| view(desk, Key::Num3)),
    ("print", |desk| {
        sample(desk);
        desk.chord_and_wait(Modifiers::COMMAND, Key::P);
    }),
    ("ledger", |desk| {
        desk.click("监控运维考核：台账按月扣分");
        desk.chord(Modifiers::COMMAND, Key::L);
    }),
    ("tailor", |desk| {
        desk.click("项目支出部门评价评分表");
        desk.chord(Modifiers::COMMAND, Key::T);
    }),
    ("template", |desk| desk.click("复制后编辑 项目支出绩效评价评分表")),
    ("import", |desk| {
        let table =
            "一级指标\t二级指标\t三级指标\t分值\t评分标准\n决策\t立项\t立项依据\t4\t符合得4分，否则不得分\n";
        desk.menu("文件", "粘贴评分表…");
        desk.settle();
        desk.pastes(table);
        desk.settle();
    }),
    ("help", |desk| desk.press(Key::F1)),
    ("override", |desk| {
        sample(desk);
        desk.chord(Modifiers::COMMAND, Key::G);
    }),
    ("migrate", |desk| {
        sample(desk);
        desk.menu("文件", "换用新版模板");
    }),
];

fn take(dark: bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/views");
    fs::create_dir_all(&folder).unwrap();
    for (size_name, size, pixels) in SIZES {
        for (name, way) in VIEWS {
            let mut desk = Desk::on_screen(size, pixels, Settings { dark, ..Settings::default() });
            way(&mut desk);
            desk.settle();
            let theme = if dark { "dark" } else { "light" };
            let picture = desk.window.render().unwrap();
            picture.save(folder.join(format!("{name}-{size_name}-{theme}.png"))).unwrap();
        }
    }
}

#[test]
#[ignore = "long: pictures to look at"]
fn light() {
    take(false);
}

#[test]
#[ignore = "long: pictures to look at"]
fn dark() {
    take(true);
}
