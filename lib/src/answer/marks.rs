//! What speaks for a unit and what against it: thirty figures of a question and a unit, and how much each counts.
//!
//! Invariant: a figure depends on the question, the unit and its passage alone. The weights were fitted to questions with
//! known answers (`docs/adr/retrieval.md`), never to one of them.

/// How many figures there are.
const COUNT: usize = 30;

/// One figure. Shares are of the weights of words; "things" are the things asked for, beside names and the title's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Share of the things that stand in the unit.
    Own,
    /// Share that stands in the headings above it alone.
    Near,
    /// Share that stands elsewhere in the passage alone.
    Elsewhere,
    /// Share that stands nowhere in the passage, less what is like a word of the unit.
    Missing,
    /// How much the thing that is missed most is missed.
    AnyMissing,
    /// The same, of things that no further one follows: the club of a kids' club.
    HeadMissing,
    /// Share that is missing here, though other documents have it.
    KnownMissing,
    /// Share that is missing of a question for yes or no.
    YesMissing,
    /// Share of the soft words that stand in the unit or above it.
    Soft,
    /// Share of the light words that stand in the unit.
    Light,
    /// Share of all words that stand in the title, names in the unit too.
    Title,
    /// Share of all but the light words that stand in the unit, the title or above.
    Direct,
    /// The form asked for is there.
    FormMet,
    /// The form asked for is not there.
    FormMissed,
    /// Its ranges do not have the question's number.
    Beside,
    /// Relevance of its passage.
    Relevance,
    /// It is in the first passage.
    First,
    /// How far its passage is behind the first.
    Behind,
    /// It is the first line under its heading.
    Leads,
    /// Likeness of its words to the question's.
    Likeness,
    /// Logarithm of its length.
    Length,
    /// Its range has the question's number or month.
    InRange,
    /// A number stands with what is counted, or does not.
    Counted,
    /// The quantity that is asked for is told, or is not.
    Quantity,
    /// Names that stand neither in it nor above it nor in the title.
    NameElsewhere,
    /// Its span of time has the question's.
    InTime,
    /// Likeness of the whole unit, read as a sentence, to the question; the last four are told of the best units alone.
    Meaning,
    /// How far that is behind the unit that is most alike.
    MeaningBehind,
    /// The same, the more for a long question.
    MeaningOfLong,
    /// Logarithm of the question's words.
    Words,
}

/// The figures of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Marks([f32; COUNT]);

impl std::ops::Index<Mark> for Marks {
    type Output = f32;

    fn index(&self, mark: Mark) -> &f32 {
        &self.0[mark as usize]
    }
}

impl std::ops::IndexMut<Mark> for Marks {
    fn index_mut(&mut self, mark: Mark) -> &mut f32 {
        &mut self.0[mark as usize]
    }
}

/// How much each figure counts, in their order, and what their sum must exceed.
#[derive(Debug)]
pub(super) struct Weights {
    each: [f32; COUNT],
    enough: f32,
}

/// With the vectors of single words: which units are worth reading as sentences.
#[rustfmt::skip]
pub(super) const WITH_VECTORS: Weights = Weights {
    each: [2.38, 4.96, -1.35, -1.03, -0.39, -0.84, -0.73, -0.45, 2.53, 1.25, 1.19, 4.01, 1.05, -1.26, -0.50, 1.11, 1.10, -1.80, 0.48, 6.70, -2.00, 2.72, 1.51, 0.85, -2.24, 4.00, 0.00, 0.00, 0.00, 0.00],
    enough: 7.32,
};

/// With the vectors of words and of the best units as sentences.
#[rustfmt::skip]
pub(super) const WITH_SENTENCES: Weights = Weights {
    each: [1.89, 1.77, -1.37, -1.57, 0.24, -0.21, -0.73, -1.69, 2.27, 0.24, -0.60, 0.33, 0.15, -1.86, -1.95, 0.74, 0.59, -4.63, 0.12, 3.41, -2.65, 1.67, 0.73, 0.86, -1.51, 7.76, 3.65, 2.24, 1.52, 0.56],
    enough: 5.0,
};

/// By words alone.
#[rustfmt::skip]
pub(super) const WORDS_ALONE: Weights = Weights {
    each: [3.55, 5.14, -1.12, -1.15, 0.29, -0.46, -0.72, -0.62, 3.04, 1.83, 0.13, 5.19, 1.06, -1.36, -0.50, 0.77, 1.49, -1.36, 0.77, 0.00, -3.05, 2.40, 1.70, 1.05, -2.23, 4.00, 0.00, 0.00, 0.00, 0.00],
    enough: 6.35,
};

impl Marks {
    /// How well the unit answers: above nothing it does; one more is about e times as likely.
    pub(super) fn score(&self, weights: &Weights) -> f32 {
        self.0.iter().zip(&weights.each).map(|(mark, weight)| mark * weight).sum::<f32>() - weights.enough
    }
}
