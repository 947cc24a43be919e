//! The header fields of a mail (RFC 5322, 2.2), split but not interpreted.
//!
//! Invariant: linear in the input, and the parts put together again give the input.

/// One field with its folding and line end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    /// The bytes as they came.
    pub(crate) raw: &'a [u8],
}

/// The fields, and the rest of the mail from the empty line on.
pub(crate) fn split(mail: &[u8]) -> (Vec<Field<'_>>, &[u8]) {
    let mut fields = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let blank = matches!(line, b"\r\n" | b"\n");
        if at > start && (blank || !matches!(line.first(), Some(b' ' | b'\t'))) {
            fields.push(Field { raw: mail.get(start..at).unwrap_or_default() });
            start = at;
        }
        if blank {
            return (fields, mail.get(at..).unwrap_or_default());
        }
        at += line.len();
    }
    if at > start {
        fields.push(Field { raw: mail.get(start..at).unwrap_or_default() });
    }
    (fields, &[])
}

impl Field<'_> {
    /// The name as written; empty for a line that is no field.
    pub(crate) fn name(&self) -> String {
        let name = self.raw.iter().position(|byte| *byte == b':').and_then(|colon| self.raw.get(..colon));
        String::from_utf8_lossy(name.unwrap_or_default()).trim().to_owned()
    }

    /// Whether this is the field of that name, in any case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value unfolded, encoded words left as they are.
    pub(crate) fn value(&self) -> String {
        let value = self.raw.splitn(2, |byte| *byte == b':').nth(1).unwrap_or_default();
        String::from_utf8_lossy(value).replace(['\r', '\n'], "").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_fold_and_end_at_the_empty_line() {
        let mail = b"Subject: one\r\n two\r\nX:\r\nTo:a@b\n\nbody: no\n";
        let (fields, rest) = split(mail);
        let seen: Vec<(String, String)> = fields.iter().map(|f| (f.name(), f.value())).collect();
        let expected = [("Subject", "one two"), ("X", ""), ("To", "a@b")];
        assert_eq!(seen, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
        assert_eq!(rest, b"\nbody: no\n");
        assert_eq!(split(b"").0.len(), 0);
        assert_eq!(split(b"\r\nbody").1, b"\r\nbody");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(mail in proptest::collection::vec(prop_oneof![Just(b'\n'), Just(b'\r'), Just(b':'), Just(b' '), any::<u8>()], 0..200)) {
            let (fields, rest) = split(&mail);
            let mut whole: Vec<u8> = fields.iter().flat_map(|f| f.raw.to_vec()).collect();
            whole.extend_from_slice(rest);
            prop_assert_eq!(whole, mail);
        }
    }
}
