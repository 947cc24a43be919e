//! The PDF of each fixture, looked at from outside and, for its words, in the laid-out pages.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbaImage};
use tripdesk_core::letter::{LetterInput, compose};
use typst::{
    World,
    layout::{Frame, FrameItem},
    model::Destination,
    syntax::{RootedPath, VirtualPath, VirtualRoot},
};

use super::*;

const FIXTURES: [(&str, usize); 4] = [
    (include_str!("../../../../lib/src/letter/fixtures/family.json"), 2),
    (include_str!("../../../../lib/src/letter/fixtures/group.json"), 3),
    (include_str!("../../../../lib/src/letter/fixtures/solo.json"), 1),
    (include_str!("../../../../lib/src/letter/fixtures/hostile.json"), 2),
];

fn input(i: usize) -> LetterInput {
    serde_json::from_str(FIXTURES[i].0).unwrap()
}

fn laid_out(letter: &QuoteLetter) -> PagedDocument {
    let desk = Desk::shared().unwrap();
    lay_out(&Sheet::new(desk, Bytes::new(data::of(letter, false, desk).unwrap()), None)).unwrap()
}

/// Words and link targets of all pages.
fn read(document: &PagedDocument) -> (String, Vec<String>) {
    fn walk(frame: &Frame, words: &mut String, links: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, words, links),
                FrameItem::Text(text) => words.push_str(&text.text),
                FrameItem::Link(Destination::Url(url), _) => links.push(url.as_str().to_owned()),
                _ => {}
            }
        }
    }
    let (mut words, mut links) = (String::new(), Vec::new());
    document.pages().iter().for_each(|page| walk(&page.frame, &mut words, &mut links));
    (words, links)
}

fn conforms(pdf: &[u8]) -> bool {
    let has = |mark: &[u8]| pdf.windows(mark.len()).any(|window| window == mark);
    has(b"pdfuaid:part") && has(b"pdfaid:part")
}

fn logo(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbaImage::from_fn(width, height, |x, y| image::Rgba([x as u8, y as u8, 90, 255]));
    let picture = if format == ImageFormat::Jpeg {
        DynamicImage::ImageRgba8(picture).into_rgb8().into()
    } else {
        DynamicImage::ImageRgba8(picture)
    };
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[test]
fn every_fixture_is_small_conforming_and_the_same_each_time() {
    for (i, (_, pages)) in FIXTURES.iter().enumerate() {
        let letter = compose(&input(i));
        let pdf = render(&letter, None).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert!(pdf.len() < 200_000, "fixture {i} has {} bytes", pdf.len());
        assert!(conforms(&pdf), "fixture {i}");
        let holds = |what: &[u8]| pdf.windows(what.len()).any(|bytes| bytes == what);
        assert!(holds(b"/Marked true") && !holds(b"/Suspects"), "poppler complains of fixture {i}");
        assert_eq!(laid_out(&letter).pages().len(), *pages, "pages of fixture {i}");
        assert!(render(&letter, None).unwrap() == pdf, "fixture {i} twice");
    }
}

#[test]
fn all_that_the_letter_says_is_on_the_page() {
    let letter = compose(&input(0));
    let (words, links) = read(&laid_out(&letter));
    let mut said = vec![
        &letter.journey.place,
        &letter.journey.dates,
        &letter.journey.arrival,
        &letter.valid_until,
        &letter.number,
    ];
    for option in &letter.options {
        said.extend([&option.hotel, &option.total, &option.place]);
        said.extend(option.lines.iter().chain(&option.extras).map(|line| &line.amount));
    }
    let squeezed = |text: &str| text.replace(char::is_whitespace, "");
    for text in said {
        assert!(squeezed(&words).contains(&squeezed(text)), "{text:?} is missing");
    }
    assert_eq!(links, [letter.link.unwrap()]);
}

#[test]
fn words_of_strangers_are_printed_and_do_nothing() {
    let (words, links) = read(&laid_out(&compose(&input(3))));
    for text in ["#eval(\"1+1\")", "#panic()", "<script>alert(1)</script>", "#import \"/etc/passwd\"", "*bold*"] {
        assert!(words.replace(' ', "").contains(&text.replace(' ', "")), "{text:?} is missing");
    }
    assert!(links.is_empty());
}

#[test]
fn the_template_reaches_nothing_else() {
    let sheet = Sheet::new(Desk::shared().unwrap(), Bytes::new(*b"{}"), None);
    for name in ["etc/passwd", "quote.html", "logo.png"] {
        let id = RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).unwrap()).intern();
        assert!(sheet.source(id).is_err() && sheet.file(id).is_err(), "{name}");
    }
    assert!(sheet.today(None).is_none());
}

#[test]
fn every_character_the_fonts_have_keeps_the_standards() {
    let desk = Desk::shared().unwrap();
    let known: Vec<char> = ('\u{20}'..='\u{ffff}').filter(|c| desk.shows(*c)).collect();
    assert!(known.len() > 2_500, "{} characters", known.len());
    for chunk in known.chunks(2_400) {
        let mut input = input(2);
        input.config.quoting.terms = chunk.iter().flat_map(|c| [*c, ' ']).collect();
        let letter = compose(&input);
        let fault = conforming(&laid_out(&letter), &letter).err();
        assert!(fault.is_none(), "from {:?}: {fault:?}", chunk.first());
    }
}

#[test]
fn a_name_without_glyphs_is_left_out_whole() {
    let mut input = input(0);
    input.traveller = Some("田中 Hanako".to_owned());
    input.options[1].hotel = "ホテル Okura 🏨".to_owned();
    let (words, _) = read(&laid_out(&compose(&input)));
    assert!(words.contains("Good day,") && !words.contains("Hanako"));
    assert!(words.contains("… Okura"));
    for name in ["שרה כהן", "ليلى حداد", "Łukasz Żółć", "Дмитрий", "Ελένη", "Nguyễn Thị Hồng"]
    {
        input.traveller = Some(name.to_owned());
        let letter = compose(&input);
        let document = laid_out(&letter);
        assert!(conforming(&document, &letter).is_ok(), "{name}");
        assert!(!read(&document).0.contains("Good day,"), "{name}");
    }
}

#[test]
fn long_words_stay_on_the_page() {
    let mut input = input(0);
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(2);
    input.options.iter_mut().for_each(|option| {
        option.hotel.clone_from(&long);
        option.room_type.clone_from(&long);
    });
    input.config.branding.company_name.clone_from(&long);
    input.options[1].destination.clone_from(&long);
    input.traveller = Some(long.clone());
    let document = laid_out(&compose(&input));
    assert!(document.pages().len() <= 3);
    for page in document.pages() {
        let edge = page.frame.width();
        page.frame.items().for_each(|(at, item)| {
            if let FrameItem::Text(text) = item {
                assert!(at.x + text.width() <= edge);
            }
        });
    }
}

#[test]
fn a_logo_is_taken_in_three_formats_and_never_trusted() {
    let letter = compose(&input(2));
    let plain = render(&letter, None).unwrap();
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let with = render(&letter, Some(&logo(300, 100, format))).unwrap();
        assert!(conforms(&with) && with != plain && with.len() < 200_000, "{format:?}");
    }
    let mut bomb = logo(8, 8, ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let huge = logo(4_100, 2, ImageFormat::Png);
    for unusable in [&b"not a picture"[..], b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", &bomb, &huge]
    {
        assert!(render(&letter, Some(unusable)).unwrap() == plain);
    }
}
