//! One segment of a path template, such as `users`, `{user}` or `{name}.{format}`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Text and parameters in turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Without percent-encoding where it is the whole segment.
    Text(String),
    Parameter(String),
}

/// A segment as sent, decoded once for all templates that it is held against.
#[derive(Debug)]
pub(super) struct Given<'a> {
    sent: &'a str,
    decoded: Cow<'a, str>,
}

impl<'a> Given<'a> {
    pub(super) fn of(sent: &'a str) -> Self {
        let decoded = percent_decode_str(sent).decode_utf8_lossy();
        Self { sent, decoded }
    }
}

impl Segment {
    pub(super) fn parse(template: &str) -> Self {
        let (mut pieces, mut rest) = (Vec::new(), template);
        while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, rest)| {
            rest.split_once('}')
                .map(|(name, after)| (before, name, after))
        }) {
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(Piece::Parameter(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() || pieces.is_empty() {
            let whole = pieces.is_empty();
            let text = if whole {
                decoded(rest)
            } else {
                rest.to_owned()
            };
            pieces.push(Piece::Text(text));
        }
        Self(pieces)
    }

    /// What is more literal comes first: text, text with parameters, one parameter.
    pub(super) fn rank(&self) -> u8 {
        match self.0.as_slice() {
            [Piece::Text(_)] => 0,
            [Piece::Parameter(_)] => 2,
            _ => 1,
        }
    }

    /// Whether a segment fits as far as that shows without looking for parameters.
    pub(super) fn may_fit(&self, given: &Given<'_>) -> bool {
        match self.0.as_slice() {
            [Piece::Text(text)] => given.decoded == *text,
            _ => true,
        }
    }

    /// The values of the parameters in a segment, as sent; `None` where it does not fit.
    pub(super) fn fits(&self, given: &Given<'_>) -> Option<Vec<(String, String)>> {
        if let [Piece::Text(text)] = self.0.as_slice() {
            return (given.decoded == *text).then(Vec::new);
        }
        let (mut values, mut rest) = (Vec::new(), given.sent);
        for (index, piece) in self.0.iter().enumerate() {
            match piece {
                Piece::Text(text) => rest = rest.strip_prefix(text.as_str())?,
                Piece::Parameter(name) => {
                    let end = match (self.0.get(index + 1), index + 2 == self.0.len()) {
                        (Some(Piece::Text(text)), true) => rest.strip_suffix(text.as_str())?.len(),
                        (Some(Piece::Text(text)), false) => rest.find(text.as_str())?,
                        _ => rest.len(),
                    };
                    if end == 0 {
                        return None;
                    }
                    values.push((name.clone(), rest[..end].to_owned()));
                    rest = &rest[end..];
                }
            }
        }
        rest.is_empty().then_some(values)
    }
}

/// A text without percent-encoding.
pub(crate) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
