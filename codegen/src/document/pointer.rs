//! JSON pointers (RFC 6901) and the local references that carry them.

use std::{borrow::Cow, fmt};

use percent_encoding::percent_decode_str;

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
        let mut token = token.to_string();
        if token.contains(['~', '/']) {
            token = token.replace('~', "~0").replace('/', "~1");
        }
        Self([&self.0, "/", &token].concat())
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
        self.0.split('/').skip(1).map(|token| {
            if token.contains('~') {
                Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
            } else {
                Cow::Borrowed(token)
            }
        })
    }

    /// The last step, unescaped; `None` for the whole document.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.tokens().last()
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
