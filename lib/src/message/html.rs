//! The text of an HTML mail, for reading and for the grammar; the HTML itself is never kept.
//!
//! Invariant: one pass, linear time, no tree and no recursion. Scripts, styles, comments and elements that are not
//! displayed leave no text. Quoted blocks become lines that start with `>`, marked signatures a line `-- `, so that
//! `strip` needs to know plain text only.

use mail_parser::decoders::html::add_html_token;

/// The longest entity looked for, with its `&` and `;`.
const MAX_ENTITY: usize = 34;

/// The text of a document or fragment.
pub(super) fn to_text(html: &str) -> String {
    let visible = render(html, Hidden::Skipped);
    // An unclosed hidden element would take the whole mail with it.
    if visible.trim().is_empty() { render(html, Hidden::Shown) } else { visible }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    Skipped,
    Shown,
}

fn render(html: &str, hidden: Hidden) -> String {
    let mut out = Output::default();
    let mut skip: Option<Skip<'_>> = None;
    let mut rest = html;
    while !rest.is_empty() {
        let Some(open) = rest.find('<') else {
            if skip.is_none() {
                out.text(rest);
            }
            break;
        };
        let (text, markup) = rest.split_at(open);
        if skip.is_none() {
            out.text(text);
        }
        let Some((tag, after)) = tag(markup) else {
            if skip.is_none() {
                out.text("<");
            }
            rest = markup.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        match &mut skip {
            Some(skipped) => {
                if skipped.ends_with(&tag) {
                    skip = None;
                }
            }
            None => skip = out.tag(&tag, hidden),
        }
    }
    out.finish()
}

struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
    closing: bool,
}

impl Tag<'_> {
    fn is(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// Whether the attributes hold one of the words as they stand: a cheap look before the thorough one.
    fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.attributes.contains(word))
    }

    /// Whether the attributes hold the word, whatever its case and spacing.
    fn says(&self, word: &str) -> bool {
        let squeezed: String =
            self.attributes.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        squeezed.contains(word)
    }
}

/// The tag or comment that `markup` begins with, and what follows it; nothing when the `<` is only a character.
fn tag(markup: &str) -> Option<(Tag<'_>, &str)> {
    let none = Tag { name: "", attributes: "", closing: false };
    if let Some(comment) = markup.strip_prefix("<!--") {
        return Some((none, comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    let inner = markup.get(1..)?;
    let first = inner.bytes().next()?;
    if first == b'!' || first == b'?' {
        return Some((none, inner.split_once('>').map_or("", |(_, after)| after)));
    }
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != ':' && c != '-').unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_end);
    let end = tag_end(rest);
    let (attributes, after) = rest.split_at(end);
    Some((Tag { name, attributes, closing }, after.get(1..).unwrap_or_default()))
}

/// Where the `>` of a tag stands, quoted values passed over; the first `>` when a quote is never closed.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.find('>').unwrap_or(rest.len())
}

/// An element whose text is left out, and how many of its name are open inside it.
struct Skip<'a> {
    name: &'a str,
    depth: usize,
}

impl Skip<'_> {
    fn ends_with(&mut self, tag: &Tag<'_>) -> bool {
        if tag.name.eq_ignore_ascii_case(self.name) {
            self.depth = if tag.closing { self.depth.saturating_sub(1) } else { self.depth + 1 };
        }
        self.depth == 0
    }
}

#[derive(Default)]
struct Output {
    text: String,
    /// For every open `blockquote` whether it quotes, and how many of them do.
    blockquotes: Vec<bool>,
    quoted: usize,
    preformatted: usize,
    /// Line breaks owed before the next text.
    breaks: usize,
    space: bool,
}

impl Output {
    /// Takes a tag; the element to skip, if it opens one.
    fn tag<'a>(&mut self, tag: &Tag<'a>, hidden: Hidden) -> Option<Skip<'a>> {
        if tag.is(&["script", "style", "head", "title", "template", "svg", "noframes"]) {
            return (!tag.closing).then_some(Skip { name: tag.name, depth: 1 });
        }
        if !tag.closing && hidden == Hidden::Skipped && !tag.attributes.ends_with('/') && is_hidden(tag) {
            return Some(Skip { name: tag.name, depth: 1 });
        }
        if tag.is(&["br"]) {
            self.flush_break();
        } else if tag.is(&["blockquote"]) {
            self.blockquote(tag);
        } else if tag.is(&["hr"]) {
            self.block(1);
            self.text("________________________________");
            self.block(1);
        } else if tag.is(&["pre"]) {
            self.block(1);
            self.preformatted = if tag.closing { self.preformatted.saturating_sub(1) } else { self.preformatted + 1 };
        } else if tag.is(&["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"]) {
            self.block(2);
        } else if tag.is(&["li"]) {
            self.block(1);
            if !tag.closing {
                self.text("- ");
            }
        } else if tag.is(BLOCKS) {
            self.block(1);
        } else if tag.is(&["td", "th"]) {
            self.space = true;
        }
        if !tag.closing && is_signature(tag) {
            self.block(1);
            self.literal("-- ");
            self.block(1);
        }
        None
    }

    fn blockquote(&mut self, tag: &Tag<'_>) {
        self.block(1);
        if tag.closing {
            self.quoted -= usize::from(self.blockquotes.pop().unwrap_or(false));
        } else {
            // Indentation in the manner of old composers is no quotation.
            let quotes = !tag.says("border:none");
            self.quoted += usize::from(quotes);
            self.blockquotes.push(quotes);
        }
    }

    fn block(&mut self, breaks: usize) {
        if !self.text.is_empty() {
            self.breaks = self.breaks.max(breaks);
        }
        self.space = false;
    }

    /// A `br`: it ends the line that is there, or stands for an empty one.
    fn flush_break(&mut self) {
        if self.breaks > 0 {
            self.pay_breaks();
        }
        self.breaks = 1;
        self.space = false;
    }

    fn pay_breaks(&mut self) {
        let depth = self.quoted.min(8);
        for _ in 0..self.breaks {
            self.text.push('\n');
            self.text.push_str(&">".repeat(depth));
        }
        if depth > 0 {
            self.text.push(' ');
        }
        self.breaks = 0;
    }

    fn text(&mut self, raw: &str) {
        let mut rest = raw;
        while let Some(c) = rest.chars().next() {
            if c == '&' {
                let end = rest.bytes().take(MAX_ENTITY).position(|byte| byte == b';');
                let (entity, after) = rest.split_at(end.map_or(1, |end| end + 1));
                self.entity(entity);
                rest = after;
            } else {
                self.character(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }

    fn entity(&mut self, entity: &str) {
        let mut decoded = String::new();
        add_html_token(&mut decoded, entity.as_bytes(), false);
        for c in decoded.chars() {
            if c == '\u{a0}' {
                self.literal(" ");
            } else {
                self.character(c);
            }
        }
    }

    fn character(&mut self, c: char) {
        if self.preformatted > 0 && c == '\n' {
            self.flush_break();
        } else if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
            if self.preformatted > 0 {
                self.literal(" ");
            } else {
                self.space = true;
            }
        } else {
            self.start();
            self.text.push(c);
        }
    }

    /// Text that is not collapsed.
    fn literal(&mut self, text: &str) {
        self.start();
        self.text.push_str(text);
    }

    fn start(&mut self) {
        if self.breaks > 0 {
            self.pay_breaks();
        } else if self.text.is_empty() && self.quoted > 0 {
            self.text.push_str("> ");
        } else if self.space && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        self.space = false;
    }

    /// The text, one blank line at most between two others: empty paragraphs are spacing, nothing said.
    fn finish(self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut after_blank = true;
        for line in self.text.lines() {
            let is_blank = line.trim().is_empty();
            if !(is_blank && after_blank) {
                text.push_str(if line == "-- " { line } else { line.trim_end() });
                text.push('\n');
            }
            after_blank = is_blank;
        }
        text
    }
}

const BLOCKS: &[&str] = &[
    "div", "tr", "table", "tbody", "section", "article", "header", "footer", "address", "form", "center", "dd", "dt",
    "main", "nav", "aside", "fieldset", "figure", "body", "html", "caption", "o:p",
];

fn is_hidden(tag: &Tag<'_>) -> bool {
    !tag.is(&["br", "hr", "img", "input", "meta", "link", "col", "wbr", "body", "html"])
        && tag.mentions(&["isplay", "isibility", "ISPLAY", "ISIBILITY"])
        && (tag.says("display:none") || tag.says("visibility:hidden"))
}

/// Containers that mail programs mark as the signature themselves.
fn is_signature(tag: &Tag<'_>) -> bool {
    tag.is(&["div", "span", "table", "p"])
        && tag.mentions(&["ignature"])
        && ["class=\"gmail_signature", "class=\"moz-signature", "id=\"signature\"", "ms-outlook-mobile-signature"]
            .iter()
            .any(|mark| tag.says(mark))
        && !tag.says("gmail_signature_prefix")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_lines() {
        assert_eq!(
            to_text(
                "<html><head><title>x</title></head><body><p>Hi&nbsp;Jo,</p><div>two <b>adults</b> &amp; <i>one</i> child<br><br>7&ndash;14 July</div></body>"
            ),
            "Hi Jo,\n\ntwo adults & one child\n\n7–14 July\n"
        );
        assert_eq!(to_text("<ul><li>sea view<li>pool</ul>a < b <3"), "- sea view\n- pool\n\na < b <3\n");
        assert_eq!(to_text("<tr><td>Nights</td><td>7</td></tr>"), "Nights 7\n");
    }

    #[test]
    fn quotations_and_signatures_are_marked() {
        assert_eq!(
            to_text(
                "<div>Yes</div><div class=\"gmail_signature\">Jo</div><div>On Monday Al wrote:</div><blockquote class=\"gmail_quote\">Is it<br>so?</blockquote>"
            ),
            "Yes\n-- \nJo\nOn Monday Al wrote:\n> Is it\n> so?\n"
        );
    }

    #[test]
    fn what_is_not_displayed_is_not_read() {
        assert_eq!(
            to_text(
                "<style>p{}</style><script>1<2</script><!-- no --><div style='display: none'>pay 0 <div>x</div></div>yes"
            ),
            "yes\n"
        );
        assert_eq!(to_text("<div style=\"display:none\">only this"), "only this\n");
    }

    #[test]
    fn broken_markup_is_text_or_nothing() {
        for html in
            ["<", "<a", "<a href=\"", "&", "&#xD800;", "&#99999999999;", "<!--", "</", "<p <p <p", "\u{a0}&nbsp"]
        {
            let _ = to_text(html);
        }
    }
}
