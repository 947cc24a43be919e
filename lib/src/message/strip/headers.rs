//! Quoted header blocks: "From: … Sent: … To: … Subject: …" as Outlook and others put above what they quote or forward.
//!
//! Invariant: a traveller's own list ("From: Cape Town / To: Mauritius / Date: 3 July") is no such block; it takes a
//! subject, or a sender with an address.

use super::words;

/// A header block inside a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Block<'a> {
    /// Index of the first line after it.
    pub(crate) end: usize,
    pub(crate) from: Option<&'a str>,
    pub(crate) date: Option<&'a str>,
    pub(crate) to: Option<&'a str>,
    pub(crate) subject: Option<&'a str>,
    /// The date stands under "Sent", which no traveller's own list says.
    says_sent: bool,
}

/// How "Sent" begins, in the languages of the common programs.
const SENT: &[&str] = &[
    "sent",
    "gesend",
    "envoy",
    "enviad",
    "inviat",
    "verzond",
    "verstuurd",
    "gestuur",
    "skick",
    "sendt",
    "wysł",
    "odesl",
    "odosl",
    "отправ",
    "lähet",
    "送信",
    "发送",
    "寄件",
    "傳送",
    "보낸",
    "gönder",
    "elküld",
    "trimis",
    "надісл",
    "poslano",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    From,
    Date,
    To,
    Subject,
}

/// Lines of a block that carry no label of their own (long lists of recipients).
const MAX_CONTINUATIONS: usize = 4;
/// Labels of recipients beyond the first: Cc, Bcc, Reply-To.
const MAX_REPEATS: usize = 4;
/// Lines of a block in all.
const MAX_LINES: usize = 30;

/// The header block that begins with this line, if one does.
pub(crate) fn block<'a>(lines: &[&'a str], start: usize) -> Option<Block<'a>> {
    label(lines.get(start)?)?;
    let mut block = Block::default();
    let mut continuations = 0;
    let mut repeats = 0;
    let mut last = None;
    let mut at = start;
    while let Some(line) = lines.get(at).filter(|_| at - start < MAX_LINES) {
        if line.trim().is_empty() {
            let next = lines.iter().skip(at).take(3).find(|line| !line.trim().is_empty());
            if !next.and_then(|line| label(line)).is_some_and(|(kind, _)| block.lacks(kind)) {
                break;
            }
        } else if let Some((kind, value)) = label(line) {
            repeats += usize::from(!block.lacks(kind));
            // A second sender is another block; recipients come in several kinds.
            if repeats > MAX_REPEATS || (kind != Label::To && !block.lacks(kind)) {
                break;
            }
            block.set(kind, value);
            block.says_sent |= kind == Label::Date && says_sent(line);
            last = Some(kind);
            block.end = at + 1;
        } else {
            continuations += 1;
            let has_more = lines.iter().skip(at + 1).take(MAX_CONTINUATIONS).any(|line| label(line).is_some());
            if last.is_none() || continuations > MAX_CONTINUATIONS || !(has_more || block.awaits(last)) {
                break;
            }
            block.fill(last, line.trim());
            block.end = at + 1;
        }
        at += 1;
    }
    block.is_quoted_mail().then_some(block)
}

impl<'a> Block<'a> {
    fn slot(&mut self, kind: Label) -> &mut Option<&'a str> {
        match kind {
            Label::From => &mut self.from,
            Label::Date => &mut self.date,
            Label::To => &mut self.to,
            Label::Subject => &mut self.subject,
        }
    }

    fn set(&mut self, kind: Label, value: &'a str) {
        self.slot(kind).get_or_insert(value);
    }

    /// A label whose value stands on the next line.
    fn fill(&mut self, kind: Option<Label>, value: &'a str) {
        if let Some(kind) = kind
            && *self.slot(kind) == Some("")
        {
            *self.slot(kind) = Some(value);
        }
    }

    fn awaits(&mut self, kind: Option<Label>) -> bool {
        kind.is_some_and(|kind| *self.slot(kind) == Some(""))
    }

    fn lacks(&mut self, kind: Label) -> bool {
        self.slot(kind).is_none()
    }

    fn is_quoted_mail(&self) -> bool {
        let Some(from) = self.from else { return false };
        let has_address = from.contains(['@', '<', '[']);
        (self.subject.is_some() && (self.date.is_some() || self.to.is_some()))
            || (has_address && self.date.is_some())
            || (self.says_sent && self.to.is_some())
            || (has_address && from.contains('@') && self.to.is_some_and(|to| to.contains('@')))
    }
}

fn says_sent(line: &str) -> bool {
    let lower = line.trim_start_matches(['*', '_', ' ']).to_lowercase();
    SENT.iter().any(|start| lower.starts_with(start))
}

/// Whether the line is a header line of any kind.
pub(crate) fn is_label(line: &str) -> bool {
    label(line).is_some()
}

fn label(line: &str) -> Option<(Label, &str)> {
    let line = line.trim().trim_start_matches(['*', '_', '|', '\u{3000}']).trim_start();
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim_end_matches(['*', '_']).trim();
    if name.len() > 40 || name.is_empty() {
        return None;
    }
    let name = name.to_lowercase();
    let kind = [
        (Label::From, &words::FROM),
        (Label::Date, &words::DATE),
        (Label::To, &words::TO),
        (Label::Subject, &words::SUBJECT),
    ]
    .into_iter()
    .find(|(_, table)| table.contains(name.as_str()))
    .map(|(kind, _)| kind)?;
    Some((kind, value.trim_start_matches(['*', '_']).trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<usize> {
        let lines: Vec<&str> = text.lines().collect();
        block(&lines, 0).map(|block| block.end)
    }

    #[test]
    fn header_blocks_of_many_languages() {
        for text in [
            "From: Jo <jo@mail.example>\nSent: Monday, 3 March 2025 10:15\nTo: Agency\nSubject: Zanzibar\nHello",
            "*Von:* Jo [mailto:jo@mail.example]\n*Gesendet:* Montag\n*An:* Agentur\n*Betreff:* Sansibar\n\nHallo",
            "De : Jo <jo@mail.example>\nEnvoyé : lundi 3 mars 2025\nÀ : Agence\nObjet : Zanzibar",
            "发件人： Jo <jo@mail.example>\n发送时间： 2025年3月3日\n收件人： Agency\n主题： Zanzibar",
            "Gesendet: Montag, 3. März 2025 um 10:15 Uhr\nVon: \"Jo\" <jo@mail.example>\nAn: agentur@mail.example\nBetreff: Sansibar",
            "From:\nJo <jo@mail.example>\nDate:\n3 March 2025\nTo:\nAgency\nSubject:\nZanzibar\n",
        ] {
            assert!(found(text).is_some_and(|end| end >= 4), "{text}");
        }
    }

    #[test]
    fn a_form_of_a_traveller_is_no_header_block() {
        assert_eq!(found("From: Johannesburg\nTo: Mauritius\nDate: 3 July 2027\nBudget: R80k"), None);
        assert_eq!(found("To: the team\nwe would like to go"), None);
        assert_eq!(found("De: Lisboa\nPara: Maputo\nData: 3 de julho"), None);
    }
}
