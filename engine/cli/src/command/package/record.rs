//! What tools read about a package; `version` 1 of the format.

use luoshi_package::Archive;
use serde_json::{Value, json};

pub(super) fn package(archive: &Archive) -> Value {
    let manifest = &archive.manifest;
    let extends = manifest
        .extends
        .iter()
        .map(|extended| json!({ "name": extended.name, "version": extended.range.as_str() }));
    let files = manifest.files.iter().map(
        |file| json!({ "path": file.path, "size": file.size, "digest": file.digest.to_string() }),
    );
    json!({
        "name": manifest.name,
        "version": manifest.version.to_string(),
        "publisher": manifest.publisher,
        "engine": manifest.engine.as_str(),
        "licence": manifest.licence,
        "extends": extends.collect::<Vec<_>>(),
        "size": archive.bytes.len(),
        "digest": archive.digest.to_string(),
        "files": files.collect::<Vec<_>>(),
    })
}
