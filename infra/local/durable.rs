//! Files that are either whole or absent, whatever moment the process or the machine dies.
//!
//! Invariant: when a function here returns `Ok`, the file's bytes and its name are on the disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Extension of a file that is being written; readers of a folder pass over it.
pub(crate) const UNFINISHED: &str = "unfinished";

/// Writes `path` in one step: readers see the old file or the new one, never a part.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::other("a file without a folder"))?;
    let unfinished = path.with_extension(format!("{}.{UNFINISHED}", uuid::Uuid::now_v7().simple()));
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(&unfinished, path)?;
    sync_folder(folder)
}

/// Removes `path`; one that is already gone is fine.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Paths of the finished files with this extension, sorted by name. Leftovers of a crash are removed on the way.
pub(crate) fn list(folder: &Path, extension: &str) -> io::Result<Vec<std::path::PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.extension().and_then(|e| e.to_str()) {
            Some(UNFINISHED) => remove(&path)?,
            Some(e) if e == extension => paths.push(path),
            _ => {}
        }
    }
    paths.sort();
    Ok(paths)
}

/// A rename is only on the disk once its folder is; where folders cannot be opened (Windows) the system does it itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder) {
        Ok(folder) => folder.sync_all(),
        Err(_) => Ok(()),
    }
}
