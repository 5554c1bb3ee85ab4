//! Every view at every size, light and dark: as pictures in `target/views`, to be looked at (`make views`).

use crate::desk::{DOUBLED, Desk, LAPTOP, WIDE};
use crate::played_printer::with_a_printer;
use eframe::egui::{Key, Modifiers, Rect, Vec2, vec2};
use jiping::app::Settings;
use jiping::text::{Lang, tr};
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
        with_a_printer(desk);
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

/// Pictures of the help that show figures of a sample, cut out of the window as it is: they are looked at, made small
/// (`convert -colors 90 PNG8:…`) and put into `assets/help/pictures` by hand.
#[test]
#[ignore = "long: pictures for assets/help/pictures"]
fn of_the_help() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/views/help");
    fs::create_dir_all(&folder).unwrap();
    for (lang, ending) in [(Lang::Chinese, ""), (Lang::English, "-en")] {
        let settings = || Settings { lang, ..Settings::default() };
        let words = |key: &str| tr(lang, key);
        let mut desk = Desk::with(SMALLER_LAPTOP, settings());
        desk.click(&words("sample-camera-lease-claimed"));
        desk.chord(Modifiers::COMMAND, Key::Num1);
        let first = desk.label_rect(&words("funds-annual-budget"));
        let last = desk.label_rect(&words("funds-remainder"));
        cut(
            &mut desk,
            Rect::from_min_size(
                first.right_top() - vec2(112.0, 8.0),
                vec2(last.right() + 8.0 - first.right() + 112.0, 142.0),
            ),
        )
        .save(folder.join(format!("funds{ending}.png")))
        .unwrap();
        let mut desk = Desk::with(SMALLER_LAPTOP, settings());
        desk.click(&words("sample-camera-upkeep"));
        desk.chord(Modifiers::COMMAND, Key::L);
        let kind = desk.label_rect(&words("ledger-kind"));
        cut(&mut desk, Rect::from_min_size(kind.min - vec2(8.0, 12.0), vec2(400.0, 284.0)))
            .save(folder.join(format!("ledger{ending}.png")))
            .unwrap();
    }
}

/// A part of the window, to whole pixels.
fn cut(desk: &mut Desk, part: Rect) -> image::RgbaImage {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the window")]
    let whole = |points: f32| points.round() as u32;
    let picture = desk.window.render().unwrap();
    let (left, top) = (whole(part.left()), whole(part.top()));
    image::imageops::crop_imm(&picture, left, top, whole(part.width()), whole(part.height())).to_image()
}
