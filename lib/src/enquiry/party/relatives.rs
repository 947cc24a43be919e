//! Relatives as heads: "my wife and I", "with my parents", "our son", "a surprise for my girlfriend".
//!
//! Invariant: relatives count when the writer travels with them, not when they are only spoken of.

use super::{
    super::scan::{Case, Scan},
    Read, ages,
    heads::{Head, head},
    words::{self, ADULT_RELATIVES, AND, MY, PARENTS, SELF, Who},
};

/// Adjectives of relatives.
#[rustfmt::skip]
const DEAR: &[&str] = &[
    "lovely", "dear", "elderly", "old", "good", "best", "beautiful", "young", "little", "youngest", "oldest",
    "eldest", "adult", "two year old",
];

/// Words after a child that tell of it, rather than count it.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "is", "was", "lives", "works", "gets", "has", "got", "just", "studies", "turns", "getting", "who", "will",
    "recommended", "said", "told", "and her", "and his",
];

#[rustfmt::skip]
const PARTNER: &[&str] = &[
    "my wife", "my husband", "my partner", "my girlfriend", "my boyfriend", "my fiance", "my fiancee", "meine frau",
    "mein mann", "meine freundin", "mein freund", "meiner frau", "meinem mann", "meiner freundin", "ma femme",
    "mon mari", "mi mujer", "mi esposa", "mi marido", "mi novia", "mi novio", "minha esposa", "meu marido",
    "minha namorada", "mijn vrouw", "mijn man", "mijn vriendin", "mia moglie", "mio marito", "my vrou", "my man",
];

fn listed(words: &str, word: &str) -> bool {
    word.len() > 1 && words.split_ascii_whitespace().any(|known| known == word)
}

/// "my wife and I", "me and my girlfriend", "with my parents", "my husband, my mother and I", "our son and daughter".
pub(super) fn relatives(scan: &Scan, start: usize) -> Option<Head> {
    let (mut at, mut adults, mut end, mut me, mut children) = (start, 0, start, false, 0);
    loop {
        let noun = if scan.is(at, MY) { at + 1 } else { at };
        let noun = scan.phrase(noun, DEAR).unwrap_or(noun);
        let word = scan.norm(noun);
        if scan.is(at, SELF) && (at == start || adults > 0) && (word != "mi" || adults > 0) {
            (me, at) = (true, at + 1);
        } else if listed(PARENTS, word) && noun > at {
            (adults, at) = (adults + 2, noun + 1);
        } else if listed(ADULT_RELATIVES, word)
            && (noun > at || adults > 0 || matches!(word, "hubby" | "wifey" | "missus"))
            || matches!(words::who(word), Some(Who::OneChild)) && noun > at && has_partner(scan, noun + 1)
        {
            (adults, at) = (adults + 1, noun + 1);
        } else if matches!(words::who(word), Some(Who::OneChild))
            && (noun > at && scan.is(at, MY) && scan.norm(at) != "the" || children > 0)
            && !word.ends_with("ers")
            && adults == 0
            && !me
        {
            (children, at) = (children + 1, noun + 1);
            end = at;
            break;
        } else {
            break;
        }
        end = at;
        if at > start + 1
            && scan.get(at).is_some_and(|token| token.case == Case::Capital && token.norm.len() > 1)
            && scan.phrase(at + 1, AND).is_some()
        {
            at += 1;
        }
        if scan.norm(at) == "(" {
            at = (at..at + 10).find(|&at| scan.norm(at) == ")").map_or(at, |close| close + 1);
        }
        match scan.phrase(
            at,
            &[", and", "and", "n", "&", "+", "und", "et", "y", "e", "en", ",", "plus", "with", "mit", "as well as"],
        ) {
            Some(next) => at = next,
            None => break,
        }
    }
    let possessive = scan.norm(end) == "'" && scan.is(end + 1, &["s"]) || scan.is(end, &["'s"]);
    if children > 0 {
        let told = ages::after_children(scan, end, 1).is_some();
        let elsewhere = !told && scan.is(end, ELSEWHERE);
        if elsewhere {
            return None;
        }
        let plural = scan.norm(end - 1).ends_with('s') && !scan.is(end - 1, &["fils"]);
        return (!possessive && !plural).then(|| head(Who::OneChild, children, start, end)).flatten();
    }
    let joined =
        scan.phrase_before(start, &["with", "mit", "avec", "con", "com", "met", "bringing", "saam met"]).is_some();
    (adults > 0 && (me || joined) && !possessive).then_some(())?;
    head(Who::Adult, adults + 1, start, end)
}

/// "our daughter, her husband": a child with a husband or a wife is grown up.
fn has_partner(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const THEIRS: &[&str] = &[
        ", her", "and her", "& her", ", his", "and his", "& his", "with her", "with his", "und ihr", "und ihrem",
        "und seine", "und seiner", "et son", "et sa", "en haar", "en zijn", "en sy", "y su", "e il suo", "e la sua",
    ];
    #[rustfmt::skip]
    const PARTNERS: &[&str] = &[
        "husband", "wife", "partner", "fiance", "fiancee", "boyfriend", "girlfriend", "mann", "frau", "mari", "femme",
        "man", "vrouw", "vrou", "marido", "mujer", "marito", "moglie",
    ];
    scan.phrase(at, THEIRS).is_some_and(|next| scan.is(next, PARTNERS))
}

/// "the two of us plus my mum": how many more, and one past them.
pub(super) fn beside(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let noun = scan.phrase(at, &["plus", "and", "+", "&", "as well as", "along with", "und", "et", "en", "y", "e"])?;
    let noun = scan.is(noun, MY).then(|| scan.phrase(noun + 1, DEAR).unwrap_or(noun + 1))?;
    let word = scan.norm(noun);
    let more = if listed(PARENTS, word) { 2 } else { u32::from(listed(ADULT_RELATIVES, word)) };
    (more > 0 && !scan.is(noun + 1, &["'", "'s"])).then_some((more, noun + 1))
}

/// "A surprise for my girlfriend": whoever speaks of a partner and of nobody else travels with that one.
pub(super) fn partner(scan: &Scan) -> Option<Read<u32>> {
    #[rustfmt::skip]
    const FOR_PARENTS: &[&str] = &[
        "for my parents", "for our parents", "fur meine eltern", "pour mes parents", "para mis padres",
        "para meus pais", "voor mijn ouders", "per i miei genitori", "vir my ouers",
    ];
    (0..scan.len()).find_map(|at| {
        let next = scan.phrase(at, PARTNER).or_else(|| scan.phrase(at, FOR_PARENTS))?;
        (scan.norm(next) != "'").then_some(Read { value: 2, first: at, last: next - 1 })
    })
}
