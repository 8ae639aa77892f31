//! JSON pointers (RFC 6901) and the local references that carry them.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use percent_encoding::percent_decode_str;

/// How many bytes are set aside for a step that is added.
const STEP: usize = 24;

/// A JSON pointer: `""` is the whole document, `/info/title` its title.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer in a local reference such as `#/components/schemas/User`.
    ///
    /// `None` for references to other documents.
    pub fn from_reference(reference: &str) -> Option<Self> {
        let fragment = reference.strip_prefix('#')?;
        let decoded = percent_decode_str(fragment).decode_utf8().ok()?;
        (decoded.is_empty() || decoded.starts_with('/')).then(|| Self(decoded.into_owned()))
    }

    /// The pointer one step below this one.
    #[must_use]
    pub fn join(&self, token: impl fmt::Display) -> Self {
        let mut longer = String::with_capacity(self.0.len() + STEP);
        longer.push_str(&self.0);
        Self(longer).into_joined(token)
    }

    /// This pointer, one step longer.
    pub(super) fn into_joined(mut self, token: impl fmt::Display) -> Self {
        self.0.push('/');
        let start = self.0.len();
        // Writing to a text cannot fail.
        let _ = write!(self.0, "{token}");
        if self.0[start..].contains(['~', '/']) {
            let escaped = self.0[start..].replace('~', "~0").replace('/', "~1");
            self.0.replace_range(start.., &escaped);
        }
        self
    }

    /// The pointer that another one leads to from here.
    #[must_use]
    pub(crate) fn append(&self, inner: &Self) -> Self {
        Self(format!("{}{}", self.0, inner.0))
    }

    /// The local reference that carries the pointer.
    pub fn reference(&self) -> String {
        format!("#{}", self.0.replace('%', "%25"))
    }

    /// The steps of the pointer, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescaped)
    }

    /// The last step, unescaped; `None` for the whole document.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        let (_, last) = self.0.rsplit_once('/')?;
        Some(unescaped(last))
    }

    /// The pointer one step above; `None` for the whole document.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.to_owned()))
    }

    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A step as it was before it became part of a pointer.
pub(super) fn unescaped(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

impl From<&str> for Pointer {
    fn from(pointer: &str) -> Self {
        Self(pointer.to_owned())
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
