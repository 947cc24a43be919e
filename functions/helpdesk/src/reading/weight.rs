//! What a PDF's streams unpack to, counted before anything is read: a small file may hold a stream of many gigabytes.
//!
//! Invariant: no more is ever held in memory than one window; counting stops at the limit.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{MOST_UNPACKED, Unreadable};

/// Layers of packing that are looked through; no program packs a stream more often.
const MOST_LAYERS: usize = 3;
const TOO_MUCH: Unreadable = "the file unpacks to more than is read";

/// Refuses a file whose streams unpack to more than is read, or that uses a packing whose size cannot be counted.
pub(super) fn weigh(pdf: &[u8]) -> Result<(), Unreadable> {
    let mut left = MOST_UNPACKED;
    refuse_lzw(pdf)?;
    let mut rest = pdf;
    while let Some(at) = find(rest, b"stream") {
        let body = &rest[at + 6..];
        let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n")).unwrap_or(body);
        left = left.checked_sub(unpacked(body, left)?).ok_or(TOO_MUCH)?;
        rest = body;
    }
    Ok(())
}

/// The most that the layers of one stream unpack to.
fn unpacked(stream: &[u8], most: u64) -> Result<u64, Unreadable> {
    let mut heaviest = 0;
    for layers in 1..=MOST_LAYERS + 1 {
        let mut head = [0; 2];
        if layer(stream, layers - 1).read_exact(&mut head).is_err() || !is_zlib(head) {
            return Ok(heaviest);
        }
        if layers > MOST_LAYERS {
            return Err(TOO_MUCH);
        }
        heaviest = heaviest.max(counted(layer(stream, layers), most)?);
    }
    Ok(heaviest)
}

/// The stream unpacked this often.
fn layer(stream: &[u8], layers: usize) -> Box<dyn Read + '_> {
    (0..layers).fold(Box::new(stream) as Box<dyn Read>, |inner, _| Box::new(ZlibDecoder::new(inner)))
}

fn counted(mut reader: Box<dyn Read + '_>, most: u64) -> Result<u64, Unreadable> {
    let (mut window, mut sum) = (vec![0; 64 * 1024], 0);
    // What ends in rubbish was unpacked up to there.
    while let Ok(read @ 1..) = reader.read(&mut window) {
        sum += read as u64;
        if sum > most {
            return Err(TOO_MUCH);
        }
        refuse_lzw(&window[..read])?;
    }
    Ok(sum)
}

fn refuse_lzw(bytes: &[u8]) -> Result<(), Unreadable> {
    if find(bytes, b"LZWDecode").is_some() { Err("packed by LZW, which is not read") } else { Ok(()) }
}

fn is_zlib(head: [u8; 2]) -> bool {
    head[0] & 0x0f == 8 && u16::from_be_bytes(head).is_multiple_of(31)
}

/// The first place of a short text.
fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == text[0]) {
        if bytes[from + at..].starts_with(text) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
