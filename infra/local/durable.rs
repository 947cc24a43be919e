//! Files that are either whole or absent, whatever moment the process dies.
//!
//! Invariant: what was written outlives the process. What was written by [`write_synced`] also outlives the machine, once its
//! file system has caught up with the name (5 s on ext4); syncing folders too would double the cost of every write.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Extension of a file that is being written; readers of a folder pass over it.
pub(crate) const UNFINISHED: &str = "unfinished";

/// Writes `path` in one step: readers see the old file or the new one, never a part.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (_, unfinished) = unfinished(path, bytes)?;
    fs::rename(unfinished, path)
}

/// As [`write`], with the bytes on the disk.
pub(crate) fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (file, unfinished) = unfinished(path, bytes)?;
    file.sync_data()?;
    fs::rename(unfinished, path)
}

fn unfinished(path: &Path, bytes: &[u8]) -> io::Result<(File, PathBuf)> {
    let unfinished = path.with_extension(format!("{}.{UNFINISHED}", uuid::Uuid::now_v7().simple()));
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    Ok((file, unfinished))
}

/// Removes `path`; one that is already gone is fine.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Paths of the finished files with this extension, sorted by name. Leftovers of a crash are removed on the way.
pub(crate) fn list(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
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
