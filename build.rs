//! What a program carries besides its code. For Windows: icon, version, and a manifest for sharp drawing on every screen,
//! long paths, UTF-8 and the system's own look of dialogs.

use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/windows");
    println!("cargo::rerun-if-changed=assets/icons/jiping.ico");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        describe_program()?;
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
