//! Files as people send them, and files that were made to do harm.

use std::{
    fmt::Write as _,
    io::Write as _,
    time::{Duration, Instant},
};

use flate2::{Compression, write::DeflateEncoder, write::ZlibEncoder};

use super::read;

/// A PDF of one page with this content stream.
fn pdf(content: &[u8], more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</A 6 0 R>>>>>>";
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".as_bytes().to_vec(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".as_bytes().to_vec(),
        page.as_bytes().to_vec(),
        stream("", content),
        font.as_bytes().to_vec(),
    ];
    let more = more.iter().map(|(dictionary, content)| stream(dictionary, content));
    for (number, object) in objects.into_iter().chain(more).enumerate() {
        file.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer<</Root 1 0 R/Size 9>>\n%%EOF\n");
    file
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{dictionary}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// Lines of text at their places: (x, y, size, text).
fn content(lines: &[(u32, u32, u32, &str)]) -> Vec<u8> {
    let mut content = String::new();
    for (x, y, size, text) in lines {
        let _ = writeln!(content, "BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET");
    }
    content.into_bytes()
}

/// A ZIP with these entries.
fn zip(entries: &[(&str, &[u8], u16)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, packed, method) in entries {
        let at = u32::try_from(file.len()).unwrap();
        let (size, length) = (u32::try_from(packed.len()).unwrap(), u16::try_from(name.len()).unwrap());
        let head = |signature: &[u8], more: &[u8]| {
            let mut head = signature.to_vec();
            head.extend(more);
            head.extend([20, 0, 0, 0]);
            head.extend(method.to_le_bytes());
            head.extend([0; 8]);
            head.extend(size.to_le_bytes());
            head.extend(size.to_le_bytes());
            head.extend(length.to_le_bytes());
            head
        };
        file.extend(head(b"PK\x03\x04", &[]));
        file.extend([0; 2]);
        file.extend(name.bytes());
        file.extend(*packed);
        directory.extend(head(b"PK\x01\x02", &[20, 0]));
        directory.extend([0; 12]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let (count, size, at) = (entries.len(), directory.len(), file.len());
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(u16::try_from(count).unwrap().to_le_bytes());
    file.extend(u16::try_from(count).unwrap().to_le_bytes());
    file.extend(u32::try_from(size).unwrap().to_le_bytes());
    file.extend(u32::try_from(at).unwrap().to_le_bytes());
    file.extend([0; 2]);
    file
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A stream that unpacks to hundreds of megabytes.
fn bomb() -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..200 {
        encoder.write_all(&zeros).unwrap();
    }
    encoder.finish().unwrap()
}

fn refused(name: &str, bytes: &[u8]) -> String {
    let begun = Instant::now();
    let error = read("file", name, bytes).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
    format!("{error:?}")
}

#[test]
fn a_pdf_keeps_its_headings_paragraphs_lists_and_tables() {
    let lines = [
        (72, 780, 22, "Palm Court Hotel"),
        (72, 740, 11, "The hotel has 48 rooms. Check-in is at"),
        (72, 726, 11, "14:00, check-out at 11:00."),
        (72, 690, 14, "Prices"),
        (72, 660, 11, "Room"),
        (220, 660, 11, "Low season"),
        (360, 660, 11, "High season"),
        (72, 646, 11, "Garden room"),
        (220, 646, 11, "EUR 120"),
        (360, 646, 11, "EUR 180"),
        (72, 632, 11, "Sea suite"),
        (220, 632, 11, "EUR 210"),
        (360, 632, 11, "EUR 320"),
        (72, 600, 11, "\\225 Towels cost EUR 2"),
    ];
    let (_, text) = read("file", "sheet.pdf", &pdf(&content(&lines), &[])).unwrap();
    for expected in [
        "# Palm Court Hotel",
        "## Prices",
        "14:00, check-out at 11:00.",
        "| Room | Low season | High season |",
        "| Sea suite | EUR 210 | EUR 320 |",
        "- Towels cost EUR 2",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing in:\n{text}");
    }
    let packed = pdf(b"", &[]);
    assert!(refused("scan.pdf", &packed).contains("no text"));
}

#[test]
fn a_docx_keeps_its_headings_lists_and_tables() {
    let xml = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Terms &amp; conditions</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">A deposit of </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>20 %</w:t></w:r><w:r><w:t xml:space="preserve"> is due.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Dogs stay free</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Days</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Fee</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>30</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>50 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:body></w:document>"#;
    for file in [
        zip(&[("word/document.xml", xml.as_bytes(), 0)]),
        zip(&[("[Content_Types].xml", b"x", 0), ("word/document.xml", &deflated(xml.as_bytes()), 8)]),
    ] {
        let (_, text) = read("file", "terms.docx", &file).unwrap();
        for expected in [
            "# Terms & conditions",
            "A deposit of 20 % is due.",
            "- Dogs stay free",
            "| Days | Fee |\n|---|---|\n| 30 | 50 % |",
        ] {
            assert!(text.contains(expected), "{expected:?} is missing in:\n{text}");
        }
        assert!(!text.contains("gone"));
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let bomb = bomb();
    let packed = "/Filter/FlateDecode";
    assert!(refused("a.pdf", &pdf(b"", &[(packed, bomb.clone())])).contains("unpacks"));
    assert!(refused("b.pdf", &pdf(b"", &[("/Filter[/FlateDecode/FlateDecode]", zlib(&bomb))])).contains("unpacks"));
    assert!(refused("c.pdf", &pdf(b"", &[("/Filter/LZWDecode", vec![0; 50])])).contains("LZW"));
    let mut xml = b"<w:document>".to_vec();
    xml.resize(200 * 1024 * 1024, b' ');
    assert!(refused("d.docx", &zip(&[("word/document.xml", &deflated(&xml), 8)])).contains("unpacks"));
    assert!(refused("e.docx", b"PK\x05\x06").contains("not a"));
    assert!(refused("f.docx", &zip(&[("word/other.xml", b"x", 0)])).contains("not a DOCX"));
}

/// A form that draws a form that draws a form, each many times: a page of 10^12 drawings in a kilobyte.
#[test]
fn a_page_without_end_is_broken_off() {
    let draws: Vec<u8> = b"/A Do ".repeat(100);
    let form = |next: u32| format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {next} 0 R>>>>");
    let levels: Vec<(String, Vec<u8>)> = (0..6).map(|level| (form(7 + level), draws.clone())).collect();
    let levels: Vec<(&str, Vec<u8>)> =
        levels.iter().map(|(dictionary, content)| (dictionary.as_str(), content.clone())).collect();
    let begun = Instant::now();
    let _ = read("file", "laughs.pdf", &pdf(&draws, &levels));
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

/// Objects of a PDF, numbered from 1; the first is its root.
fn objects(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    file.extend(format!("trailer<</Root 1 0 R/Size {}>>\n%%EOF\n", objects.len() + 1).into_bytes());
    file
}

/// Shapes that cost a careless reader its stack or its afternoon: trees that contain themselves, pages by the hundred
/// thousand, elements a million deep. They are read or refused, soon.
#[test]
fn loops_and_depths_end() {
    let root = || "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    let page = || "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned();
    let pages = |kids: &str, count: usize| format!("<</Type/Pages/Kids[{kids}]/Count {count}>>");
    let chain = |links: usize| {
        let link = |number: usize| pages(&format!("{} 0 R", number + 3), 1);
        let links: Vec<String> = (0..links).map(link).collect();
        [vec![root()], links, vec![page()]].concat()
    };
    let rings = "3 0 R 3 0 R 3 0 R 3 0 R 3 0 R 3 0 R 3 0 R 3 0 R";
    let rest: Vec<String> = (0..2_000).map(|number| format!("<</A {number}/B[{number} 0 R]>>")).collect();
    let pdfs = [
        ("itself", objects(&[root(), pages("2 0 R", 1)])),
        ("ring", objects(&[root(), pages(rings, 8), pages("2 0 R 2 0 R 2 0 R 2 0 R", 4)])),
        ("one page often", objects(&[root(), pages(&"3 0 R ".repeat(100_000), 100_000), page()])),
        ("deep tree", objects(&chain(4_000))),
        ("many objects", objects(&[vec![root(), pages("3 0 R", 1), page()], rest].concat())),
        (
            "nested arrays",
            objects(&[root(), format!("<</Type/Pages/Kids{}{}/Count 1>>", "[".repeat(100_000), "]".repeat(100_000))]),
        ),
    ];
    let deep = format!("<w:document>{}<w:t>x</w:t>", "<w:tbl><w:tr><w:tc><w:p>".repeat(250_000));
    let entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>";
    let docx = |xml: &str| zip(&[("word/document.xml", &deflated(xml.as_bytes()), 8)]);
    let files = pdfs.into_iter().map(|(name, file)| (name, "a.pdf", file));
    for (name, file_name, file) in
        files.chain([("deep", "a.docx", docx(&deep)), ("entities", "b.docx", docx(entities))])
    {
        let begun = Instant::now();
        let outcome = read("file", file_name, &file);
        assert!(begun.elapsed() < Duration::from_secs(60), "{name}: {:?}", begun.elapsed());
        assert!(outcome.is_err() || outcome.is_ok_and(|(_, text)| text.len() < 4_096), "{name}");
    }
}

#[test]
fn rubbish_is_refused_and_never_panics() {
    let whole = pdf(&content(&[(72, 780, 12, "Some text")]), &[]);
    let zipped = zip(&[("word/document.xml", b"<w:document><w:p><w:t>x</w:t></w:p></w:document>", 0)]);
    for (name, file) in [("a.pdf", &whole), ("a.docx", &zipped)] {
        for end in (0..file.len()).step_by(7) {
            let _ = read("file", name, &file[..end]);
        }
        for place in (0..file.len()).step_by(5) {
            let mut broken = file.clone();
            broken[place] ^= 0x55;
            let _ = read("file", name, &broken);
        }
    }
    for name in ["a.exe", "noending", "../../etc/passwd", "a.pdf%00.md\0"] {
        assert!(read("file", name, b"x").is_err(), "{name}");
    }
    assert!(read("file", "a.txt", &[0xff, 0xfe, b'h', 0, b'i', 0]).unwrap().1 == "hi");
    assert!(read("file", "a.txt", &[0xc3, 0x28]).is_err());
}
