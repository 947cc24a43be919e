//! Fixtures in, snapshots out: the model, the mail as text and as HTML, and what must hold for any input.

use proptest::prelude::*;

use super::*;
use crate::{
    enquiry::FIELD_NAMES,
    tenant::{Config, Language},
};

const FAMILY: &str = include_str!("fixtures/family.json");
const GROUP: &str = include_str!("fixtures/group.json");
const SOLO: &str = include_str!("fixtures/solo.json");
const HOSTILE: &str = include_str!("fixtures/hostile.json");

const LANGUAGES: [(Language, &str); 6] = [
    (Language::En, "en"),
    (Language::De, "de"),
    (Language::Fr, "fr"),
    (Language::Es, "es"),
    (Language::Pt, "pt"),
    (Language::Nl, "nl"),
];

fn input(fixture: &str) -> LetterInput {
    serde_json::from_str(fixture).unwrap()
}

fn config(language: Language) -> Config {
    Config { language, ..input(FAMILY).config }
}

#[test]
fn the_model_of_each_fixture() {
    for (name, fixture) in [("family", FAMILY), ("group", GROUP), ("solo", SOLO), ("hostile", HOSTILE)] {
        insta::assert_json_snapshot!(format!("letter_{name}"), compose(&input(fixture)));
    }
}

#[test]
fn the_mail_of_each_fixture() {
    for (name, fixture) in [("family", FAMILY), ("group", GROUP), ("solo", SOLO), ("hostile", HOSTILE)] {
        let mail = mail(&compose(&input(fixture)));
        insta::assert_snapshot!(format!("mail_{name}_text"), format!("Subject: {}\n\n{}", mail.subject, mail.text));
    }
    insta::assert_snapshot!("mail_family_html", mail(&compose(&input(FAMILY))).html);
    insta::assert_snapshot!("mail_hostile_html", mail(&compose(&input(HOSTILE))).html);
}

#[test]
fn the_mail_in_every_language() {
    for (language, tag) in LANGUAGES {
        let mut input = input(FAMILY);
        input.config.language = language;
        input.config.currency = "EUR".parse().unwrap();
        let mail = mail(&compose(&input));
        insta::assert_snapshot!(format!("mail_in_{tag}"), format!("Subject: {}\n\n{}", mail.subject, mail.text));
    }
}

#[test]
fn html_and_text_say_the_same() {
    let letter = compose(&input(FAMILY));
    let mail = mail(&letter);
    let html = mail.html.replace("&#39;", "'");
    let mut said = vec![&letter.journey.request, &letter.accept, &letter.valid_until, &letter.number, &letter.intro];
    said.extend(letter.journey.wishes.iter().chain(&letter.terms));
    for option in &letter.options {
        said.extend([&option.hotel, &option.total, &option.board, &option.room_type, &option.stars_text]);
        said.extend(option.lines.iter().chain(&option.extras).flat_map(|line| [&line.text, &line.amount]));
    }
    for words in said {
        assert!(html.contains(words.as_str()), "the HTML lacks {words:?}");
        assert!(mail.text.contains(words.as_str()), "the text lacks {words:?}");
    }
}

#[test]
fn options_are_never_added_up() {
    let input = input(FAMILY);
    let sum = input.options.iter().fold(rust_decimal::Decimal::ZERO, |sum, option| sum + option.total.amount);
    let letter = compose(&input);
    let shown = locale::Region::EnZa.money(crate::money::Money::new(sum, input.config.currency));
    assert_eq!(shown, "R\u{a0}221\u{a0}900,00");
    let mail = mail(&letter);
    for text in [&mail.html, &mail.text, &serde_json::to_string(&letter).unwrap()] {
        assert!(!text.contains(&shown));
    }
}

#[test]
fn words_of_strangers_stay_words() {
    let mail = mail(&compose(&input(HOSTILE)));
    for markup in ["<script", "<img", "</td></table><", "javascript:", "<b@"] {
        assert!(!mail.html.contains(markup), "{markup}");
    }
    assert!(!mail.text.contains("javascript:alert"), "an address that is no web address leads nowhere");
    assert!(!mail.subject.contains(['\r', '\n']));
    assert!(!mail.text.contains(['\r', '\0', '\u{202e}']));
}

#[test]
fn a_table_of_words_has_the_english_placeholders() {
    let shapes = |region: locale::Region| -> Vec<Vec<String>> {
        let table = format!("{:#?}", region.words()).replace("\\u{a0}", "");
        let names = |line: &str| {
            let mut names: Vec<String> = line
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            names.sort();
            names
        };
        table.lines().map(names).collect()
    };
    let english = shapes(locale::Region::EnGb);
    use locale::Region::{DeDe, EsEs, FrFr, NlNl, PtBr, PtPt};
    for region in [DeDe, FrFr, EsEs, PtPt, PtBr, NlNl] {
        for (line, (ours, theirs)) in shapes(region).iter().zip(&english).enumerate() {
            assert_eq!(ours, theirs, "{region:?}, line {line} of the table");
        }
    }
}

#[test]
fn a_clarifying_reply_asks_for_exactly_what_is_missing() {
    for (language, tag) in LANGUAGES {
        let missing = ["child_ages", "dates"].map(str::to_owned);
        let ask = Clarify { language: Some(language), traveller: Some("Anna"), missing: &missing, in_reply_to: None };
        let mail = clarify(&config(Language::En), "Blue Horizon", ask);
        insta::assert_snapshot!(format!("clarify_{tag}"), format!("Subject: {}\n\n{}", mail.subject, mail.text));
    }
    let all = FIELD_NAMES.map(str::to_owned);
    for count in 0..=all.len() {
        let ask = Clarify { language: None, traveller: None, missing: &all[..count], in_reply_to: Some("re: Trip") };
        let mail = clarify(&config(Language::En), "Blue Horizon", ask);
        assert_eq!(mail.text.matches("\n- ").count(), count);
        assert_eq!(mail.html.matches("<li").count(), count);
        assert_eq!(mail.subject, "re: Trip");
    }
}

#[test]
fn small_mails() {
    let config = config(Language::En);
    let look = Look::of(&config, "Blue Horizon");
    let letter = compose(&input(FAMILY));
    let facts = ["Option 1: R 76 200,00".to_owned(), "the mail failed DMARC".to_owned()];
    let about = About {
        traveller: "Anna",
        number: Some("Q-2027-0042"),
        facts: &facts,
        link: Some("https://desk.example/quotes/1"),
    };
    let at = "2027-03-11T12:05:00Z".parse().unwrap();
    let link = Some("https://desk.example/reset?token=abc&x=1");
    let account_mail = |event, link| account(&look, &config, AccountMail { event, at, link });
    let mails = [
        ("reminder", reminder(&config, &letter)),
        ("acceptance", acceptance(&config, &letter, 1).unwrap()),
        ("notice", notice(&look, &config, Notice::NeedsPerson, &about)),
        ("enquiry", notice(&look, &config, Notice::NewEnquiry, &About { number: None, ..about })),
        ("invitation", account_mail(Account::Invitation { inviter: "Thandi" }, link)),
        ("reset", account_mail(Account::PasswordReset, link)),
        ("sign_in", account_mail(Account::NewSignIn { detail: "Firefox on Linux, 192.0.2.7" }, None)),
        ("changed", account_mail(Account::PasswordChanged { detail: "" }, None)),
    ];
    for (name, mail) in &mails {
        insta::assert_snapshot!(format!("small_{name}"), format!("Subject: {}\n\n{}", mail.subject, mail.text));
    }
    insta::assert_snapshot!("small_reset_html", mails[5].1.html);
    assert!(acceptance(&config, &letter, 3).is_none());
}

#[test]
fn a_button_leads_only_to_the_web() {
    let look = Look::of(&config(Language::En), "Blue Horizon");
    for address in ["javascript:alert(1)", "https://a.example/\"onload=x", "//a.example", "data:text/html,x", ""] {
        let body = Note { button: Some(("Open".to_owned(), address.to_owned())), ..Note::default() };
        assert!(!note(&look, &body).html.contains("<a "), "{address}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_make_a_letter(words in "\\PC{0,40}|.{0,40}|[<>&\"'{}%#$\\\\]{0,40}", ages: Vec<u8>, adults: u32, days in -3..800_i32) {
        let mut input = input(FAMILY);
        let marked = format!("<{words}");
        for text in [&mut input.tenant_name, &mut input.number, &mut input.config.branding.company_name] {
            marked.clone_into(text);
        }
        input.traveller = Some(marked.clone());
        input.options[0].hotel.clone_from(&marked);
        input.options[0].lines[1].description.clone_from(&marked);
        input.config.quoting.terms.clone_from(&marked);
        input.rooms = vec![Room { adults, child_ages: ages }];
        input.stay.check_out = input.stay.check_in.checked_add(jiff::Span::new().days(days)).unwrap();
        let letter = compose(&input);
        let mail = mail(&letter);
        prop_assert!(!mail.subject.contains(|c: char| c.is_control()));
        prop_assert!(mail.html.ends_with("</html>") && mail.text.contains(&letter.journey.request));
        // Whatever the words are, the document has the tags of the template and no others.
        let tags = |html: &str| html.matches('<').count();
        let tame = super::mail(&compose(&LetterInput { traveller: Some("A".to_owned()), ..input }));
        prop_assert_eq!(tags(&mail.html), tags(&tame.html));
    }
}

#[test]
fn an_extra_is_counted_in_the_readers_language() {
    let mut input = input(FAMILY);
    input.config.language = Language::De;
    let line = serde_json::json!({"kind": "extra", "description": "Levy, 4 people, 7 nights",
        "net": {"amount": "1", "currency": "ZAR"}, "amount": {"amount": "1", "currency": "ZAR"},
        "trace": {"kind": "extra", "code": "levy", "unit": "person_night", "price": "1", "currency": "ZAR", "people": 4,
            "nights": 7, "units": 28, "subtotal": "28", "rounding": {"exact": "28", "digits": 2, "rounded": "28"}}});
    input.options[0].lines = vec![serde_json::from_value(line).unwrap()];
    let shown = &compose(&input).options[0].lines[0];
    assert_eq!((shown.text.as_str(), shown.detail.as_str()), ("Levy", "Vier Personen, sieben Nächte"));
}
