//! What may stand behind a keyword, and how messages speak of it.

use std::ptr;

use serde_json::Value;

use super::words::sentence;

/// An object of the specification: its keywords, and which of them it needs.
#[derive(Debug)]
pub(super) struct Object {
    /// With its article: `a schema`.
    pub(super) title: &'static str,
    pub(super) needs: &'static [Need],
    pub(super) keywords: &'static [(&'static str, Shape)],
    /// The keys that are no keywords, if the object has such.
    pub(super) names: Option<Names>,
}

#[derive(Debug)]
pub(super) enum Need {
    Keyword(&'static str),
    /// One of two.
    Either(&'static str, &'static str),
    /// The third, where the first has the second as its value.
    When(&'static str, &'static str, &'static str),
}

/// Keys that authors choose, each with what stands behind it.
#[derive(Debug)]
pub(super) enum Names {
    /// Any key: the expressions of a callback.
    Any(Shape),
    /// Path templates.
    Paths(Shape),
    /// Statuses, and at least one.
    Statuses(Shape),
}

#[derive(Debug)]
pub(super) enum Shape {
    /// Data, which is not looked into.
    Any,
    Text,
    Flag,
    Number,
    /// A whole number from 0.
    Count,
    /// One of these texts.
    Choice(&'static [&'static str]),
    Object(&'static Object),
    /// The object, or a reference to one.
    Referable(&'static Object),
    List(&'static Shape),
    /// A list with at least one entry.
    Filled(&'static Shape),
    Map(&'static Shape),
    /// `true`, `false` or the shape.
    FlagOr(&'static Shape),
    /// One value of the shape, or a list of them.
    OneOrList(&'static Shape),
    /// A shape that is often mistaken for another, with the mend.
    Hinted(&'static Shape, &'static str),
    /// An extension of bindery's, whose own shape is the business of the lint.
    Extension(&'static Shape),
}

impl Shape {
    /// What the value is not, with its article.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Any => "a value".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Flag => "a flag".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "a whole number from 0".to_owned(),
            Self::Choice(_) => "one of its values".to_owned(),
            Self::Object(object) | Self::Referable(object) => object.title.to_owned(),
            Self::List(of) | Self::Filled(of) => format!("a list of {}", of.plural()),
            Self::Map(of) => format!("a mapping of names to {}", of.plural()),
            Self::FlagOr(shape) => format!("a flag or {}", shape.title()),
            Self::Hinted(shape, _) | Self::Extension(shape) | Self::OneOrList(shape) => {
                shape.title()
            }
        }
    }

    fn plural(&self) -> String {
        match self {
            Self::List(_) | Self::Filled(_) => "lists".to_owned(),
            Self::Map(_) => "mappings".to_owned(),
            _ => {
                let title = self.title();
                let noun = title
                    .split_once(' ')
                    .map_or(title.as_str(), |(_, noun)| noun);
                match noun.strip_suffix('y') {
                    Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
                    _ => format!("{noun}s"),
                }
            }
        }
    }

    /// What to write instead of a value that has another shape.
    pub(super) fn mend(&self, value: &Value) -> String {
        match (self, value) {
            (Self::Hinted(_, hint), _) => (*hint).to_owned(),
            (Self::Text, Value::Number(_) | Value::Bool(_)) => {
                format!("put it in quotes: `\"{value}\"`")
            }
            (Self::Flag, _) => "write `true` or `false`".to_owned(),
            (Self::Number | Self::Count, Value::String(text)) if text.parse::<f64>().is_ok() => {
                format!("write it without quotes: `{text}`")
            }
            (Self::Choice(choices), Value::String(text)) => {
                match crate::spelling::meant(text, choices.iter().copied()) {
                    Some(choice) => format!("write `{choice}`"),
                    None => format!("write {}", sentence(choices, "or")),
                }
            }
            (Self::Choice(choices), _) => format!("write {}", sentence(choices, "or")),
            (Self::Object(object), _) => object.mend(),
            (Self::Referable(object), _) => format!("{}, or a `$ref`", object.mend()),
            (Self::FlagOr(shape), _) => format!("write `true`, `false` or {}", shape.title()),
            // A mapping may be one entry, or the entries by name.
            (Self::List(of) | Self::Filled(of), value) if !value.is_object() && of.fits(value) => {
                "put it in a list: `[…]`".to_owned()
            }
            (Self::Extension(shape) | Self::OneOrList(shape), _) => shape.mend(value),
            _ => format!("write {}", self.title()),
        }
    }

    /// Whether it is the object, or a reference to one.
    pub(super) fn is_of(&self, object: &'static Object) -> bool {
        match self {
            Self::Object(of) | Self::Referable(of) => ptr::eq(*of, object),
            _ => false,
        }
    }

    /// Whether the value has the shape, as far as can be seen without looking into it.
    pub(super) fn fits(&self, value: &Value) -> bool {
        match self {
            Self::Any | Self::Extension(_) => true,
            Self::Text => value.is_string(),
            Self::Flag => value.is_boolean(),
            Self::Number => value.is_number(),
            Self::Count => value
                .as_f64()
                .is_some_and(|number| number >= 0.0 && number.fract() == 0.0),
            Self::Choice(choices) => value.as_str().is_some_and(|text| choices.contains(&text)),
            Self::Object(_) | Self::Referable(_) | Self::Map(_) => value.is_object(),
            Self::List(_) | Self::Filled(_) => value.is_array(),
            Self::FlagOr(shape) => value.is_boolean() || shape.fits(value),
            Self::OneOrList(shape) => value.is_array() || shape.fits(value),
            Self::Hinted(shape, _) => shape.fits(value),
        }
    }
}

impl Object {
    fn mend(&self) -> String {
        let needed = self.needs.iter().filter_map(|need| match need {
            Need::Keyword(keyword) | Need::Either(keyword, _) => Some(*keyword),
            Need::When(..) => None,
        });
        let needed: Vec<&str> = needed.collect();
        let first = self.keywords.first().map(|(keyword, _)| *keyword);
        match (needed.as_slice(), first) {
            _ if self.names.is_some() => format!("write {}", self.title),
            ([], None) => "write a mapping".to_owned(),
            ([], Some(first)) => format!("write a mapping of keywords such as `{first}`"),
            (needed, _) => format!("write a mapping with {}", sentence(needed, "and")),
        }
    }

    pub(super) fn keyword(&self, key: &str) -> Option<&'static Shape> {
        let found = self.keywords.iter().find(|(keyword, _)| *keyword == key);
        found.map(|(_, shape)| shape)
    }
}
