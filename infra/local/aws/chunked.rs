//! The `aws-chunked` content encoding, which the SDK uses for bodies it streams.
//! (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>)
//!
//! Invariant: a body that is cut short is refused, never stored as if it were whole.

use bytes::{Buf as _, Bytes, BytesMut};

/// The payload of `size[;chunk-signature=…]CRLF data CRLF … 0CRLF trailers CRLF`. `None` when it is malformed.
pub(crate) fn decode(mut body: Bytes) -> Option<Bytes> {
    let mut payload = BytesMut::with_capacity(body.len());
    loop {
        let end = body.windows(2).position(|pair| pair == b"\r\n")?;
        let line = std::str::from_utf8(body.get(..end)?).ok()?;
        let size = usize::from_str_radix(line.split(';').next()?, 16).ok()?;
        body.advance(end + 2);
        if size == 0 {
            return Some(payload.freeze());
        }
        if body.len() < size.checked_add(2)? || body.get(size..size + 2)? != b"\r\n" {
            return None;
        }
        payload.extend_from_slice(body.get(..size)?);
        body.advance(size + 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_signatures_and_trailers() {
        let cases: [(&str, Option<&str>); 7] = [
            ("5\r\nhello\r\n0\r\n\r\n", Some("hello")),
            ("3;chunk-signature=00\r\nhel\r\n2\r\nlo\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n", Some("hello")),
            ("0\r\n\r\n", Some("")),
            ("5\r\nhell", None),
            ("5\r\nhelloX\r\n0\r\n", None),
            ("zz\r\n", None),
            ("ffffffffffffffff\r\nx\r\n", None),
        ];
        for (body, payload) in cases {
            assert_eq!(decode(Bytes::from(body)), payload.map(Bytes::from), "{body:?}");
        }
    }
}
