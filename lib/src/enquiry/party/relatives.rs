//! Relatives as heads: "my wife and I", "with my parents", "our son", "a surprise for my girlfriend".
//!
//! Invariant: relatives count when the writer travels with them, not when they are only spoken of.

use super::{
    super::{
        numbers::count_at,
        scan::{Case, Scan},
    },
    Read, ages,
    heads::{Head, head},
    words::{self, ADULT_RELATIVES, AND, MY, PARENTS, SELF, Who},
};

/// Adjectives of relatives.
#[rustfmt::skip]
const DEAR: &[&str] = &[
    "lovely", "dear", "belle -", "beau -", "elderly", "old", "good", "best", "beautiful", "young", "little", "youngest", "oldest",
    "eldest", "adult", "beste", "besten", "bester", "liebe", "alte", "mejor", "melhor", "meilleure", "meilleur", "migliore",
    "two year old", "teenage", "teen", "baby", "toddler", "newborn", "small", "only", "grown up",
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

/// Words before those who are taken with.
#[rustfmt::skip]
const TAKEN_WITH: &[&str] = &[
    "with", "mit", "avec", "con", "com", "met", "bringing", "saam met", "taking", "treating", "surprising", "emmener", "llevar", "levar",
    "meenemen",
];

/// Words between those who travel.
#[rustfmt::skip]
const JOINED: &[&str] = &[
    ", and", "and", "ed", "n", "&", "+", "und", "et", "y", "e", "en", ",", "plus", "with", "mit", "as well as",
];

/// Relatives that are called so without "my".
const KIN: &str = "mum mom mummy mommy dad daddy grandma grandpa granny gran grandmother grandfather oma opa ouma oupa mama papa \
    hubby wifey abuela abuelo nonna nonno mamie papi";

/// Whether the word names one grown-up relative.
pub(super) fn is_grown_relative(word: &str) -> bool {
    listed(ADULT_RELATIVES, word)
}

fn listed(words: &str, word: &str) -> bool {
    word.len() > 1 && words.split_ascii_whitespace().any(|known| known == word)
}

/// "my wife and I", "me and my girlfriend", "with my parents", "my husband, my mother and I", "our son and daughter".
pub(super) fn relatives(scan: &Scan, start: usize) -> Option<Head> {
    let (mut at, mut adults, mut end, mut me, mut children) = (start, 0, start, false, 0);
    loop {
        // "Il mio fidanzato", "o meu marido".
        let article = scan.is(at, &["il", "la", "o", "a", "el", "i", "os"]) && scan.is(at + 1, MY);
        let noun = if article {
            at + 2
        } else if scan.is(at, MY) {
            at + 1
        } else {
            at
        };
        let noun = scan.phrase(noun, DEAR).unwrap_or(noun);
        let half = scan.phrase(noun, &["other half", "better half"]).map(|next| next - 1);
        let noun = half.unwrap_or(noun);
        let word = half.map_or(scan.norm(noun), |_| "partner");
        let named = noun > at || adults > 0 || me || opens_list(scan, at, start);
        let grown_child = matches!(words::who(word), Some(Who::OneChild)) && noun > at && has_partner(scan, noun + 1);
        if scan.is(at, SELF)
            && (at == start || adults > 0)
            && (scan.norm(at) != "mi" || adults > 0 && !listed(ADULT_RELATIVES, scan.norm(at + 1)))
        {
            (me, at) = (true, at + 1);
        } else if listed(PARENTS, word) && noun > at {
            (adults, at) = (adults + 2, noun + 1);
        } else if (named || matches!(word, "hubby" | "wifey" | "missus")) && listed(ADULT_RELATIVES, word)
            || grown_child
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
        match scan.phrase(at, JOINED) {
            Some(next) => at = next,
            None => break,
        }
    }
    me = me || adults > 0 && writer_after_children(scan, at);
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
    let joined = scan.phrase_before(start, TAKEN_WITH).is_some();
    if adults > 1 && !me && !joined && !possessive && opens_list(scan, start, start) {
        return head(Who::Adult, adults, start, end);
    }
    (adults > 0 && (me || joined) && !possessive).then_some(())?;
    head(Who::Adult, adults + 1, start, end)
}

/// Whether a relative without "my" begins a list of those who travel: "Grandma (72), Grandpa and mum", "mum, my sister, me".
fn opens_list(scan: &Scan, at: usize, start: usize) -> bool {
    let mine = scan.is(at.wrapping_sub(1), MY) || scan.phrase_before(at, DEAR).is_some();
    let spoken_to =
        scan.is(at.wrapping_sub(1), &["dear", "hi", "hello", "hey", "hallo", "liebe", "lieber", "chere", "cher"]);
    let after = scan.phrase(at + 1, &["("]).and_then(|from| (from..from + 4).find(|&at| scan.norm(at) == ")"));
    let goes_on = scan.phrase(after.map_or(at + 1, |close| close + 1), JOINED).is_some();
    at == start && listed(KIN, scan.norm(at)) && !mine && !spoken_to && goes_on
}

/// Whether the writer comes last, after the children: "my husband, our two boys (3 and 6) and I".
fn writer_after_children(scan: &Scan, at: usize) -> bool {
    let mut at = at;
    for _ in 0..4 {
        let noun = if scan.is(at, MY) { at + 1 } else { at };
        let noun = count_at(scan, noun).filter(|count| !count.article).map_or(noun, |count| count.next);
        let noun = scan.phrase(noun, DEAR).unwrap_or(noun);
        let Some((Who::Child | Who::OneChild | Who::Twins, next)) = words::noun_after(scan, noun) else { return false };
        at = next;
        if scan.norm(at) == "(" {
            at = (at..at + 10).find(|&at| scan.norm(at) == ")").map_or(at, |close| close + 1);
        }
        let Some(next) = scan.phrase(at, JOINED) else { return false };
        if scan.is(next, SELF) {
            return true;
        }
        at = next;
    }
    false
}

/// "our daughter, her husband": a child with a husband or a wife is grown up.
fn has_partner(scan: &Scan, at: usize) -> bool {
    #[rustfmt::skip]
    const THEIRS: &[&str] = &[
        ", her", "and her", "& her", ", his", "and his", "& his", "with her", "with his", "und ihr", "mit ihrem", "mit seiner", "avec son", "con su", "met haar", "und ihrem",
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
    const FOR_MY: &[&str] = &["for my", "for our", "fur meine", "pour mes", "para mis", "voor mijn"];
    (0..scan.len()).find_map(|at| {
        let dear = || {
            let dear = scan.phrase(scan.phrase(at, FOR_MY)?, DEAR)?;
            listed(PARENTS, scan.norm(dear)).then_some(dear + 1)
        };
        let next = scan.phrase(at, PARTNER).or_else(|| scan.phrase(at, FOR_PARENTS)).or_else(dear)?;
        let home = stays_home(scan, next);
        (scan.norm(next) != "'" && !home).then_some(Read { value: 2, first: at, last: next - 1 })
    })
}

/// Whether the words after somebody say that they stay at home.
pub(super) fn stays_home(scan: &Scan, next: usize) -> bool {
    #[rustfmt::skip]
    const STAYS: &[&str] = &[
        "not coming", "isn't coming", "is not coming", "won't be coming", "staying at home", "stays at home", "stays home", "staying home", "staying behind", "no viene", "no vienen",
        "se queda", "se quedan", "bleibt zu hause", "bleibt daheim", "kommt nicht mit", "kommen nicht mit", "blijft thuis", "blijven thuis", "gaat niet mee", "bly by die huis",
        "bly tuis", "ne vient pas", "reste a la maison", "nao vem", "fica em casa", "non viene", "resta a casa", "aus dem haus", "moved out", "grown up and", "left home",
    ];
    let sentence = scan.sentence(next.saturating_sub(1));
    scan.holds(next..sentence.end.min(next + 14), STAYS)
}
