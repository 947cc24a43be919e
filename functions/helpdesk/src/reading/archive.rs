//! ZIP, as far as office documents need it: the central directory, and one entry stored or deflated.
//!
//! Invariant: nothing is unpacked beyond the limit the caller names, whatever the directory says of sizes.

use std::io::Read;

use flate2::read::DeflateDecoder;

use super::Unreadable;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
/// The record at the end, with the longest comment.
const END_REACH: usize = 22 + 65_535;

/// The bytes of one entry; `None` when the archive has none of this name.
pub(super) fn entry(zip: &[u8], name: &str, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
    const BROKEN: Unreadable = "not a whole DOCX file";
    let from = zip.len().saturating_sub(END_REACH);
    let end = zip[from..].windows(END.len()).rposition(|four| four == END).ok_or(BROKEN)? + from;
    let (count, mut at) = (u16_at(zip, end + 10), u32_at(zip, end + 16));
    for _ in 0..count {
        let Some(header) = zip.get(at..at + 46).filter(|header| header.starts_with(ENTRY)) else { return Err(BROKEN) };
        let (named, extra, comment) = (u16_at(header, 28), u16_at(header, 30), u16_at(header, 32));
        if zip.get(at + 46..at + 46 + named) == Some(name.as_bytes()) {
            if u16_at(header, 8) & 1 == 1 {
                return Err("the file is protected by a password");
            }
            let packed = packed(zip, u32_at(header, 42), u32_at(header, 20)).ok_or(BROKEN)?;
            return unpacked(packed, u16_at(header, 10), most).map(Some);
        }
        at += 46 + named + extra + comment;
    }
    Ok(None)
}

fn packed(zip: &[u8], at: usize, size: usize) -> Option<&[u8]> {
    let header = zip.get(at..at.checked_add(30)?).filter(|header| header.starts_with(LOCAL))?;
    let begin = at + 30 + u16_at(header, 26) + u16_at(header, 28);
    zip.get(begin..begin.checked_add(size)?)
}

fn unpacked(packed: &[u8], method: usize, most: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let read = match method {
        0 => packed.take(most + 1).read_to_end(&mut bytes),
        8 => DeflateDecoder::new(packed).take(most + 1).read_to_end(&mut bytes),
        _ => return Err("packed in a way that is not read"),
    };
    read.map_err(|_| "not a whole DOCX file")?;
    if bytes.len() as u64 > most { Err("the file unpacks to more than is read") } else { Ok(bytes) }
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()).map_or(0, |two| usize::from(u16::from_le_bytes(*two)))
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).map_or(0, |four| u32::from_le_bytes(*four) as usize)
}
