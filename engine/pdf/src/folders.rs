//! Where a machine keeps its fonts.

/// The folders in which this machine mostly has its fonts, in folders of their own or not; `~/` is the user's home. Whoever
/// reads them hands their files to [`crate::Fonts::load`].
#[must_use]
pub const fn font_folders() -> &'static [&'static str] {
    if cfg!(windows) {
        &[
            r"C:\Windows\Fonts",
            "~/AppData/Local/Microsoft/Windows/Fonts",
        ]
    } else if cfg!(target_os = "macos") {
        &[
            "/System/Library/Fonts",
            "/System/Library/AssetsV2",
            "/Library/Fonts",
            "~/Library/Fonts",
        ]
    } else {
        &[
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "~/.local/share/fonts",
            "~/.fonts",
        ]
    }
}

/// Whether a file is a font, by its name.
#[must_use]
pub fn is_font_file(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or("");
    ["ttf", "ttc", "otf", "otc"].contains(&ending.to_ascii_lowercase().as_str())
}
