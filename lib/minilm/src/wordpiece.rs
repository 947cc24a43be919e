//! From text to tokens: BERT's uncased WordPiece, greedy from the left.
//!
//! Invariant: every token lies within the vocabulary, and no text takes more than a bounded time a word.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::BadModel;

/// A longer word is unknown as a whole.
const LONGEST_WORD: usize = 100;
/// Longest piece in the vocabulary, in characters.
const LONGEST_PIECE: usize = 18;
const UNKNOWN: &str = "[UNK]";
const ENTRIES: usize = 30_522;

/// The pieces and their numbers.
pub(crate) struct Vocabulary {
    pieces: HashMap<Box<str>, usize>,
    first: usize,
    last: usize,
    unknown: usize,
}

impl Vocabulary {
    pub(crate) fn read(text: &str) -> Result<Self, BadModel> {
        let pieces: HashMap<Box<str>, usize> =
            text.lines().zip(0..).map(|(piece, number)| (piece.into(), number)).collect();
        let number =
            |piece: &str| pieces.get(piece).copied().ok_or_else(|| BadModel(format!("no {piece} in the vocabulary")));
        if pieces.len() != ENTRIES {
            return Err(BadModel(format!("{} entries in the vocabulary", pieces.len())));
        }
        Ok(Self { first: number("[CLS]")?, last: number("[SEP]")?, unknown: number(UNKNOWN)?, pieces })
    }

    /// At most `most` tokens, the marks at both ends included.
    pub(crate) fn tokens(&self, text: &str, most: usize) -> Vec<usize> {
        let mut tokens = vec![self.first];
        let mut word = String::new();
        // No more is read than can be used: a token has at least one character and spaces are few.
        for letter in text.chars().take(most * 64).flat_map(char::to_lowercase).nfd() {
            if is_combining_mark(letter) || (letter.is_control() && !letter.is_whitespace()) {
                continue;
            }
            let alone = is_punctuation(letter) || is_ideograph(letter);
            if letter.is_whitespace() || alone {
                self.add_word(&mut tokens, &word);
                word.clear();
            }
            if alone {
                self.add_word(&mut tokens, letter.encode_utf8(&mut [0; 4]));
            } else if !letter.is_whitespace() {
                word.push(letter);
            }
            if tokens.len() >= most {
                break;
            }
        }
        self.add_word(&mut tokens, &word);
        tokens.truncate(most - 1);
        tokens.push(self.last);
        tokens
    }

    fn add_word(&self, tokens: &mut Vec<usize>, word: &str) {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        if ends.len() == 1 {
            return;
        }
        let before = tokens.len();
        let (mut start, letters) = (0, ends.len() - 1);
        let mut piece = String::new();
        while start < letters && letters <= LONGEST_WORD {
            let longest = (start + 1..=letters.min(start + LONGEST_PIECE)).rev().find_map(|end| {
                piece.clear();
                piece.push_str(if start == 0 { "" } else { "##" });
                piece.push_str(&word[ends[start]..ends[end]]);
                self.pieces.get(piece.as_str()).map(|token| (*token, end))
            });
            let Some((token, end)) = longest else { break };
            tokens.push(token);
            start = end;
        }
        if start < letters {
            tokens.truncate(before);
            tokens.push(self.unknown);
        }
    }
}

fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}')
}
