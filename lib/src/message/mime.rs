//! The structure of a mail (RFC 2045, 2046), found in one pass over its lines, before anything is decoded.
//!
//! Invariant: never more than [`MAX_PARTS`] parts, [`MAX_DEPTH`] levels and [`MAX_HEADERS`] headers in a block,
//! whatever the mail says; nothing recurses, and the time is linear in the size. What lies beyond a cap is skipped and
//! marked.

use std::{io::BufRead, ops::Range};

use mail_parser::{ContentType, HeaderValue, parsers::MessageStream};

use super::{Mark, address::readable};

/// Bytes of a mail that are looked at (`product.md` section 3.4).
pub(super) const MAX_BYTES: usize = 40 * 1024 * 1024;
/// Levels of multipart and message/rfc822.
pub(super) const MAX_DEPTH: usize = 32;
/// Parts of one mail.
pub(super) const MAX_PARTS: usize = 200;
/// Headers of one block.
pub(super) const MAX_HEADERS: usize = 1_000;
/// Bytes of a structural header (`Content-Type` and its like) that are read.
const MAX_STRUCTURAL: usize = 8 * 1024;

/// The parts of a mail, in the order they stand in it; the first is the mail itself.
pub(super) struct Walk<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) marks: Vec<Mark>,
}

/// One part: its headers and where its body lies.
pub(super) struct Part<'a> {
    /// Index of the part around it.
    pub(super) parent: Option<usize>,
    pub(super) headers: Vec<Field<'a>>,
    /// The body as it stands in the mail, still encoded.
    pub(super) body: Range<usize>,
    /// Bytes of the body without its line ends.
    pub(super) payload: usize,
    pub(super) content: Content,
}

/// One header: its name as written and its raw, still folded value.
pub(super) struct Field<'a> {
    pub(super) name: &'a [u8],
    pub(super) value: &'a [u8],
    /// Where the value ends in the mail: a continuation line begins there.
    end: usize,
}

/// What the structural headers of a part say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// `type/subtype`, in lower case; `text/plain` when nothing is said.
    pub(super) mime: String,
    pub(super) charset: Option<String>,
    pub(super) encoding: Encoding,
    pub(super) name: Option<String>,
    pub(super) is_attachment: bool,
    pub(super) report_type: Option<String>,
    boundary: Option<String>,
}

/// Content-Transfer-Encoding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// 7bit, 8bit, binary, or a word we do not know.
    #[default]
    Identity,
    Base64,
    QuotedPrintable,
}

impl<'a> Part<'a> {
    fn new(parent: Option<usize>) -> Self {
        Self { parent, headers: Vec::new(), body: 0..0, payload: 0, content: Content::default() }
    }

    /// The raw value of the first header of this name.
    pub(super) fn header(&self, name: &str) -> Option<&'a [u8]> {
        self.all(name).next()
    }

    /// The raw values of all headers of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'a [u8]> {
        self.headers
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(|field| field.value)
    }

    /// Whether it contains others.
    pub(super) fn is_container(&self) -> bool {
        self.content.boundary.is_some() || self.is_message()
    }

    /// Whether it is a mail inside the mail, read in place.
    pub(super) fn is_message(&self) -> bool {
        matches!(self.content.mime.as_str(), "message/rfc822" | "message/global")
            && self.content.encoding == Encoding::Identity
    }
}

/// Finds the parts of a mail.
pub(super) fn walk(raw: &[u8]) -> Walk<'_> {
    let mut walker = Walker {
        raw,
        walk: Walk { parts: vec![Part::new(None)], marks: Vec::new() },
        open: Vec::new(),
        current: 0,
        mode: Mode::Header,
    };
    let mut rest = raw;
    let mut at = 0;
    // `skip_until` finds line ends at the speed of the C library, in a debug build too.
    while let Ok(length @ 1..) = rest.skip_until(b'\n') {
        let line = raw.get(at..at + length).unwrap_or_default();
        if !walker.take(line, at) {
            break;
        }
        at += length;
    }
    walker.finish(at)
}

enum Mode {
    Header,
    Body,
    /// Before the first boundary of a multipart, or after its last.
    Aside,
}

/// A container that is open: a multipart with its boundary, or a message without one.
struct Frame {
    boundary: Option<String>,
    part: usize,
}

struct Walker<'a> {
    raw: &'a [u8],
    walk: Walk<'a>,
    open: Vec<Frame>,
    current: usize,
    mode: Mode,
}

impl<'a> Walker<'a> {
    /// Takes one line; false when a cap says that nothing more is to be read.
    fn take(&mut self, line: &'a [u8], at: usize) -> bool {
        if line.starts_with(b"--")
            && let Some((frame, closing)) = self.boundary(line)
        {
            return self.cross(frame, closing, at);
        }
        match self.mode {
            Mode::Header => self.take_header(line, at),
            Mode::Body => {
                let payload = without_line_end(line).len();
                if let Some(part) = self.walk.parts.get_mut(self.current) {
                    part.payload += payload;
                }
                true
            }
            Mode::Aside => true,
        }
    }

    /// The open multipart whose boundary this line is, innermost first, and whether it closes it.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let line = line.get(2..)?;
        self.open.iter().enumerate().rev().find_map(|(index, frame)| {
            let tail = line.strip_prefix(frame.boundary.as_deref()?.as_bytes())?;
            let closing = tail.starts_with(b"--");
            (closing || tail.trim_ascii().is_empty()).then_some((index, closing))
        })
    }

    fn cross(&mut self, frame: usize, closing: bool, at: usize) -> bool {
        self.close_current(at);
        while self.open.len() > frame + 1 {
            self.pop(at);
        }
        if closing {
            self.pop(at);
            self.mode = Mode::Aside;
            return true;
        }
        let parent = self.open.last().map(|frame| frame.part);
        self.start(parent)
    }

    fn start(&mut self, parent: Option<usize>) -> bool {
        if self.walk.parts.len() >= MAX_PARTS {
            self.mark(Mark::TooManyParts);
            return false;
        }
        self.current = self.walk.parts.len();
        self.walk.parts.push(Part::new(parent));
        self.mode = Mode::Header;
        true
    }

    fn take_header(&mut self, line: &'a [u8], at: usize) -> bool {
        let text = without_line_end(line);
        if text.trim_ascii().is_empty() {
            return self.end_header(at + line.len());
        }
        let Some(part) = self.walk.parts.get_mut(self.current) else { return false };
        if matches!(text.first(), Some(b' ' | b'\t')) {
            if let Some(field) = part.headers.last_mut().filter(|field| field.end == at) {
                field.end = at + line.len();
                field.value = self.raw.get(at - field.value.len()..field.end).unwrap_or(field.value);
            }
            return true;
        }
        if part.headers.len() >= MAX_HEADERS {
            self.mark(Mark::TooManyHeaders);
            return true;
        }
        let colon = text.iter().take(200).position(|byte| *byte == b':');
        let name = colon.and_then(|colon| text.get(..colon)).map(<[u8]>::trim_ascii_end);
        match (name, colon) {
            (Some(name), Some(colon)) if is_field_name(name) => {
                let value = line.get(colon + 1..).unwrap_or_default();
                part.headers.push(Field { name, value, end: at + line.len() });
                true
            }
            // The separator line of an mbox file, and other noise above the headers.
            _ if part.headers.is_empty() && (text.starts_with(b"From ") || text.starts_with(b">From ")) => true,
            _ if at == 0 || !part.headers.is_empty() || self.current > 0 => self.end_header(at),
            _ => true,
        }
    }

    /// The blank line: what kind of part is it?
    fn end_header(&mut self, body: usize) -> bool {
        let in_digest = self.parent_mime() == Some("multipart/digest");
        let Some(part) = self.walk.parts.get_mut(self.current) else { return false };
        part.body = body..body;
        part.content = Content::read(part, in_digest);
        let container = part.is_container();
        if !container {
            self.mode = Mode::Body;
            return true;
        }
        if self.open.len() >= MAX_DEPTH {
            part.content.boundary = None;
            part.content.mime = "application/octet-stream".to_owned();
            self.mode = Mode::Body;
            self.mark(Mark::TooDeep);
            return false;
        }
        let is_message = part.is_message();
        self.open.push(Frame { boundary: part.content.boundary.clone(), part: self.current });
        self.mode = Mode::Aside;
        !is_message || self.start(Some(self.current))
    }

    fn parent_mime(&self) -> Option<&str> {
        let parent = self.walk.parts.get(self.current)?.parent?;
        self.walk.parts.get(parent).map(|part| part.content.mime.as_str())
    }

    fn pop(&mut self, at: usize) {
        if let Some(frame) = self.open.pop() {
            self.close(frame.part, at);
        }
    }

    /// Ends the part whose lines are being taken, if one is.
    fn close_current(&mut self, at: usize) {
        if matches!(self.mode, Mode::Header) {
            self.end_header(at);
        }
        if matches!(self.mode, Mode::Body) {
            self.close(self.current, at);
        }
    }

    /// Ends a part's body at `at`, the line break before a boundary not counted in.
    fn close(&mut self, part: usize, at: usize) {
        if let Some(part) = self.walk.parts.get_mut(part) {
            let body = self.raw.get(part.body.start..at).unwrap_or_default();
            part.body.end = part.body.start + without_line_end(body).len();
        }
    }

    fn finish(mut self, at: usize) -> Walk<'a> {
        self.close_current(at);
        while !self.open.is_empty() {
            self.pop(at);
        }
        self.walk
    }

    fn mark(&mut self, mark: Mark) {
        if !self.walk.marks.contains(&mark) {
            self.walk.marks.push(mark);
        }
    }
}

impl Content {
    fn read(part: &Part<'_>, in_digest: bool) -> Self {
        let default = if in_digest { "message/rfc822" } else { "text/plain" };
        let content_type = part.header("content-type").and_then(structured);
        let disposition = part.header("content-disposition").and_then(structured);
        let attribute = |of: &Option<ContentType<'_>>, name: &str| {
            of.as_ref()
                .and_then(|value| value.attribute(name))
                .map(str::to_owned)
                .filter(|text| !text.trim().is_empty())
        };
        let mut mime = match &content_type {
            Some(value) => format!("{}/{}", value.ctype(), value.subtype().unwrap_or("*")).to_ascii_lowercase(),
            None => default.to_owned(),
        };
        let is_multipart = mime.starts_with("multipart/");
        let boundary =
            attribute(&content_type, "boundary").filter(|_| is_multipart).map(|text| text.trim_end().to_owned());
        if (is_multipart && boundary.is_none()) || mime == "text/*" {
            default.clone_into(&mut mime);
        }
        Self {
            charset: attribute(&content_type, "charset"),
            encoding: part.header("content-transfer-encoding").map_or(Encoding::Identity, Encoding::read),
            name: attribute(&disposition, "filename").or_else(|| attribute(&content_type, "name")),
            is_attachment: disposition.as_ref().is_some_and(|value| value.ctype().eq_ignore_ascii_case("attachment")),
            report_type: attribute(&content_type, "report-type").map(|text| text.to_ascii_lowercase()),
            mime,
            boundary,
        }
    }
}

impl Encoding {
    fn read(value: &[u8]) -> Self {
        let word = value.trim_ascii();
        if word.get(..6).is_some_and(|start| start.eq_ignore_ascii_case(b"base64")) {
            Self::Base64
        } else if word.get(..16).is_some_and(|start| start.eq_ignore_ascii_case(b"quoted-printable")) {
            Self::QuotedPrintable
        } else {
            Self::Identity
        }
    }
}

fn structured(value: &[u8]) -> Option<ContentType<'static>> {
    match MessageStream::new(&readable(value, MAX_STRUCTURAL)).parse_content_type().into_owned() {
        HeaderValue::ContentType(content_type) => Some(content_type),
        _ => None,
    }
}

/// A field name of RFC 5322 section 2.2: printable ASCII without a colon.
fn is_field_name(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(|byte| byte.is_ascii_graphic() && *byte != b':')
}

fn without_line_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn shapes(mail: &str) -> Vec<(String, String)> {
        let walk = walk(mail.as_bytes());
        let body = |part: &Part<'_>| mail.get(part.body.clone()).unwrap().to_owned();
        walk.parts.iter().map(|part| (part.content.mime.clone(), body(part))).collect()
    }

    #[test]
    fn parts_end_at_their_own_boundary() {
        let mail = "Content-Type: multipart/mixed; boundary=ab\r\n\r\npreamble\r\n--ab\r\n\r\none\r\n--abc\r\n\r\n--ab \r\n\
                    Content-Type: multipart/alternative;\r\n boundary=\"cd\"\r\n\r\n--cd\r\nContent-Type: text/html\r\n\r\n<p>two\r\n\
                    --ab--\r\nepilogue\r\n";
        let shapes = shapes(mail);
        assert_eq!(shapes.len(), 4);
        assert_eq!(shapes[1], ("text/plain".to_owned(), "one\r\n--abc\r\n".to_owned()));
        assert_eq!(shapes[3], ("text/html".to_owned(), "<p>two".to_owned()));
    }

    #[test]
    fn a_header_block_without_a_blank_line_and_an_empty_mail_are_read() {
        assert_eq!(shapes("Subject: x"), [("text/plain".to_owned(), String::new())]);
        assert_eq!(shapes(""), [("text/plain".to_owned(), String::new())]);
        let walked = walk(b"From jo Mon Jan 1\nSubject: x\n y\nthis is the body\n");
        assert_eq!(walked.parts[0].header("subject").unwrap(), b" x\n y\n");
        assert_eq!(walked.parts[0].body, 32..48);
    }

    #[test]
    fn caps_hold() {
        let mut parts = "Content-Type: multipart/mixed; boundary=b\n\n".to_owned();
        let mut deep = String::new();
        let mut messages = String::new();
        let mut headers = String::new();
        for i in 0..5_000 {
            parts.push_str("--b\n\nx\n");
            write!(deep, "Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n").unwrap();
            messages.push_str("Content-Type: message/rfc822\n\n");
            writeln!(headers, "X-{i}: y").unwrap();
        }
        for (mail, mark, at_most) in [
            (parts, Mark::TooManyParts, MAX_PARTS),
            (deep, Mark::TooDeep, MAX_DEPTH + 1),
            (messages, Mark::TooDeep, MAX_DEPTH + 1),
            (headers, Mark::TooManyHeaders, 1),
        ] {
            let walk = walk(mail.as_bytes());
            assert_eq!(walk.marks, [mark]);
            assert!(walk.parts.len() <= at_most && walk.parts[0].headers.len() <= MAX_HEADERS);
        }
    }
}
