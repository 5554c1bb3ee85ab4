//! What a program carries besides its code. For Windows: icon, version, and a manifest for sharp drawing on every screen,
//! long paths, UTF-8 and the system's own look of dialogs. In a release the fonts, packed.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/windows");
    println!("cargo::rerun-if-changed=assets/icons/jiping.ico");
    println!("cargo::rerun-if-changed=assets/fonts");
    println!("cargo::rustc-check-cfg=cfg(packed_fonts)");
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rustc-cfg=packed_fonts");
        pack_fonts(Path::new(&env::var("OUT_DIR")?))?;
    }
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        describe_program()?;
    }
    Ok(())
}

fn pack_fonts(packed: &Path) -> Result<(), Box<dyn Error>> {
    for font in fs::read_dir("assets/fonts")? {
        let font = font?;
        let name = font.file_name().into_string().unwrap_or_default();
        if name.ends_with(".ttf") {
            let bytes = zstd::bulk::compress(&fs::read(font.path())?, 22)?;
            fs::write(packed.join(format!("{name}.zst")), bytes)?;
        }
    }
    Ok(())
}

fn describe_program() -> Result<(), Box<dyn Error>> {
    // Language 0x0804 is simplified Chinese: the explorer shows these words in the properties of the file.
    winresource::WindowsResource::new()
        .set_icon_with_id("assets/icons/jiping.ico", "1")
        .set_manifest_file("assets/windows/jiping.manifest")
        .set_language(0x0804)
        .set("ProductName", "绩评工作台")
        .set("FileDescription", "绩评工作台：项目支出绩效评价评分")
        .set("OriginalFilename", "jiping.exe")
        .set("InternalName", "jiping")
        .set("LegalCopyright", "MIT OR Apache-2.0")
        .compile()?;
    Ok(())
}
