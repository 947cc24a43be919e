//! The words that mail programs put around quoted mail and those that end a letter, by language (`words.txt`).
//!
//! Invariant: tables only; what a word means where it stands is decided by the modules that ask.

use crate::message::lexicon::tables;

tables! { "words.txt":
    FROM = "from";
    DATE = "date";
    TO = "to";
    SUBJECT = "subject";
    ORIGINAL = "original";
    FORWARDED = "forwarded";
    FORWARD_PREFIXES = "forward_prefixes";
    WROTE = "wrote";
    OPENERS = "openers";
    REPLY_ABOVE = "reply_above";
    NOUNS = "nouns";
    NOUN_STARTS = "noun_starts";
    FAREWELLS = "farewells";
    THANKS = "thanks";
    SENT_FROM = "sent_from";
    SENT_FROM_END = "sent_from_end";
    DEVICES = "devices";
    PROGRAM_PHRASES = "program_phrases";
    DISCLAIMERS = "disclaimers";
}
