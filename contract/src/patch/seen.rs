//! What the recorded values behind a finding are like: enough to mend the document.

use std::collections::BTreeMap;

use serde_json::Value;

use super::shape::Shape;

/// What the recorded values that show a finding are like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// What is missing from the document, by name; or which way a claim failed.
    pub(crate) detail: String,
    /// What the values have in common.
    pub(crate) shape: Shape,
    /// The bodies that are not described, by media type.
    pub(crate) bodies: BTreeMap<String, Shape>,
}

/// What one sight of a disagreement teaches.
#[derive(Debug, Default)]
pub(crate) struct Lesson<'a> {
    pub(crate) detail: &'a str,
    /// The value that is not admitted, or whose declaration is missing.
    pub(crate) value: Option<&'a Value>,
    /// The media type of a body that is not described, and its value if it is JSON.
    pub(crate) body: Option<(String, Option<&'a Value>)>,
}

impl Seen {
    pub(crate) fn learn(&mut self, lesson: Lesson<'_>) {
        lesson.detail.clone_into(&mut self.detail);
        if let Some(value) = lesson.value {
            self.shape.observe(value);
        }
        if let Some((media_type, value)) = lesson.body {
            let shape = self.bodies.entry(media_type).or_default();
            if let Some(value) = value {
                shape.observe(value);
            }
        }
    }

    /// Learns what another one knows.
    pub(crate) fn merge(&mut self, other: Self) {
        if self.detail.is_empty() {
            self.detail = other.detail;
        }
        self.shape.merge(other.shape);
        for (media_type, shape) in other.bodies {
            self.bodies.entry(media_type).or_default().merge(shape);
        }
    }
}
