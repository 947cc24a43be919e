//! The files behind S3: winterbaume's [`Vfs`] with whole-or-absent writes and names of any length.
//!
//! Invariant: a path maps to one file name and back, and to nothing outside the folder, whatever bytes it holds. (The crate's
//! own `FsVfs` writes in place, unsynced, and fails on S3 keys beyond the 255 bytes of a file name.)

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::task::spawn_blocking;
use winterbaume_core::{Vfs, VfsEntry, VfsError, VfsStat};

use crate::durable;

/// A longer part of a path continues in a folder below; the mark cannot come out of [`escape`].
const LONGEST_NAME: usize = 180;
const CONTINUES: char = '~';

type Work<'a, T> = Pin<Box<dyn Future<Output = Result<T, VfsError>> + Send + 'a>>;

/// A folder of blobs.
pub(crate) struct DurableFiles {
    root: PathBuf,
}

impl DurableFiles {
    /// Opens the folder, making it when it is not there.
    pub(crate) fn open(root: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(root)?;
        Ok(Self { root: root.to_owned() })
    }

    fn file(&self, path: &str) -> PathBuf {
        let mut file = self.folder(path);
        // The marker's extension keeps blobs apart from folders of the same name (`a` and `a/b` are both S3 keys).
        file.as_mut_os_string().push(".blob");
        file
    }

    fn folder(&self, path: &str) -> PathBuf {
        let mut folder = self.root.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let name = escape(part);
            let mut rest = name.as_str();
            while rest.len() > LONGEST_NAME {
                let (head, tail) = rest.split_at(LONGEST_NAME);
                folder.push(format!("{head}{CONTINUES}"));
                rest = tail;
            }
            folder.push(rest);
        }
        folder
    }
}

impl Vfs for DurableFiles {
    fn put<'a>(&'a self, path: &'a str, data: &'a mut (dyn AsyncRead + Unpin + Send)) -> Work<'a, u64> {
        let file = self.file(path);
        Box::pin(async move {
            let mut bytes = Vec::new();
            data.read_to_end(&mut bytes).await?;
            let size = bytes.len() as u64;
            blocking(path, move || {
                std::fs::create_dir_all(file.parent().unwrap_or(&file))?;
                durable::write_synced(&file, &bytes)
            })
            .await?;
            Ok(size)
        })
    }

    fn get<'a>(&'a self, path: &'a str) -> Work<'a, Box<dyn AsyncRead + Send + Unpin>> {
        let file = self.file(path);
        Box::pin(async move {
            let bytes = blocking(path, move || std::fs::read(file)).await?;
            Ok(Box::new(io::Cursor::new(bytes)) as Box<dyn AsyncRead + Send + Unpin>)
        })
    }

    fn delete<'a>(&'a self, path: &'a str) -> Work<'a, ()> {
        let file = self.file(path);
        let root = self.root.clone();
        Box::pin(blocking(path, move || {
            std::fs::remove_file(&file)?;
            // A folder that is not empty stays; that is how the walk up ends.
            file.ancestors().skip(1).take_while(|f| *f != root && std::fs::remove_dir(f).is_ok()).count();
            Ok(())
        }))
    }

    fn list<'a>(&'a self, prefix: &'a str) -> Work<'a, Vec<VfsEntry>> {
        let folder = self.folder(prefix.rsplit_once('/').map_or("", |(folder, _)| folder));
        let root = self.root.clone();
        let wanted = prefix.trim_start_matches('/').to_owned();
        Box::pin(blocking(prefix, move || {
            let mut entries = Vec::new();
            walk(&root, &folder, &mut entries)?;
            entries.retain(|entry| entry.key.starts_with(&wanted));
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            Ok(entries)
        }))
    }

    fn stat<'a>(&'a self, path: &'a str) -> Work<'a, Option<VfsStat>> {
        let file = self.file(path);
        Box::pin(async move {
            match blocking(path, move || std::fs::metadata(file)).await {
                Ok(metadata) => Ok(Some(VfsStat { size: metadata.len() })),
                Err(VfsError::NotFound(_)) => Ok(None),
                Err(error) => Err(error),
            }
        })
    }
}

/// Runs file work off the async threads; `path` names it in an error.
async fn blocking<T, F>(path: &str, work: F) -> Result<T, VfsError>
where
    T: Send + 'static,
    F: FnOnce() -> io::Result<T> + Send + 'static,
{
    match spawn_blocking(work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => Err(VfsError::NotFound(path.to_owned())),
        Ok(Err(error)) => Err(VfsError::Io(error)),
        Err(error) => Err(VfsError::Io(io::Error::other(error))),
    }
}

fn walk(root: &Path, folder: &Path, entries: &mut Vec<VfsEntry>) -> io::Result<()> {
    let listing = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for entry in listing {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            walk(root, &path, entries)?;
        } else if let Some(key) = key(root, &path) {
            entries.push(VfsEntry { key, size: entry.metadata()?.len() });
        } else if path.extension().is_some_and(|e| e == durable::UNFINISHED) {
            // A crash left it; the write it belonged to was never acknowledged.
            durable::remove(&path)?;
        }
    }
    Ok(())
}

/// The path that [`DurableFiles::file`] mapped to this file.
fn key(root: &Path, file: &Path) -> Option<String> {
    let name = file.strip_prefix(root).ok()?.to_str()?.strip_suffix(".blob")?;
    let mut key = String::with_capacity(name.len());
    for part in name.split(std::path::MAIN_SEPARATOR) {
        match part.strip_suffix(CONTINUES) {
            Some(head) => key.push_str(head),
            None => {
                key.push_str(part);
                key.push('/');
            }
        }
    }
    key.pop();
    unescape(&key)
}

/// Letters, digits, `-`, `_` and inner dots stay; every other byte becomes `%XX`.
fn escape(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    for (at, byte) in part.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => name.push(char::from(byte)),
            b'.' if at > 0 => name.push('.'),
            _ => name.push_str(&format!("%{byte:02X}")),
        }
    }
    name
}

fn unescape(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn any_path_is_found_again_and_none_escapes() {
        let folder = tempfile::tempdir().unwrap();
        let files = DurableFiles::open(&folder.path().join("in")).unwrap();
        let long = "x%2F".repeat(400);
        let paths = [
            "ns/a",
            "ns/a/b",
            "ns/..",
            "ns/../../escape",
            "ns/.hidden",
            "ns/ü~\n:*",
            "ns/a.blob",
            &format!("ns/{long}/v"),
        ];
        for path in paths {
            files.put(path, &mut path.as_bytes()).await.unwrap();
        }
        let mut found: Vec<String> = files.list("ns/").await.unwrap().into_iter().map(|e| e.key).collect();
        let mut expected: Vec<String> = paths.iter().map(ToString::to_string).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "only the root folder");
        for path in paths {
            let mut text = String::new();
            files.get(path).await.unwrap().read_to_string(&mut text).await.unwrap();
            assert_eq!(text, path);
            files.delete(path).await.unwrap();
            assert!(matches!(files.get(path).await, Err(VfsError::NotFound(_))));
        }
        assert!(files.list("").await.unwrap().is_empty());
        assert!(files.list("ns/x").await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_prefix_may_end_inside_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let files = DurableFiles::open(folder.path()).unwrap();
        for path in ["ns/bucket-a/1", "ns/bucket-b/2", "ns/other/3"] {
            files.put(path, &mut "x".as_bytes()).await.unwrap();
        }
        let keys: Vec<String> = files.list("ns/bucket").await.unwrap().into_iter().map(|e| e.key).collect();
        assert_eq!(keys, ["ns/bucket-a/1", "ns/bucket-b/2"]);
    }
}
