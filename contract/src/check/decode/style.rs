//! The styles in which parameters, headers and form fields spell arrays and objects.

use serde_json::Value;

use super::{Raw, Shape, shapes};
use crate::schema::Outline;

/// Names and values, decoded, in the order sent.
pub(in crate::check) type Pairs<'a> = &'a [(String, String)];

/// How a value is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Style {
    kind: Kind,
    explode: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Form,
    Simple,
    Label,
    Matrix,
    Space,
    Pipe,
    Deep,
}

impl Style {
    /// The style that a parameter, header or encoding has, or its place implies.
    pub(in crate::check) fn of(owner: Option<&Value>, place: &str) -> Self {
        let get = |key| owner.and_then(|owner| owner.get(key));
        let kind = match get("style").and_then(Value::as_str) {
            Some("form") => Kind::Form,
            Some("simple") => Kind::Simple,
            Some("label") => Kind::Label,
            Some("matrix") => Kind::Matrix,
            Some("spaceDelimited") => Kind::Space,
            Some("pipeDelimited") => Kind::Pipe,
            Some("deepObject") => Kind::Deep,
            _ if matches!(place, "path" | "header") => Kind::Simple,
            _ => Kind::Form,
        };
        let explode = get("explode").and_then(Value::as_bool);
        Self {
            kind,
            explode: explode.unwrap_or(kind == Kind::Form),
        }
    }

    /// Whether the items of a list, or the members of an object, are joined by commas in a query.
    pub(in crate::check) fn is_joined(self) -> bool {
        self.kind == Kind::Form && !self.explode
    }

    /// Whether a name in a query or form belongs to the field `name`.
    pub(in crate::check) fn claims(self, name: &str, outline: &Outline<'_>, sent: &str) -> bool {
        let spread = self.kind == Kind::Form && self.explode && shapes(outline) == [Shape::Map];
        match self.kind {
            Kind::Deep => brackets(name, sent).is_some(),
            // The properties of an object stand for it.
            _ if spread => outline.declares(sent) || outline.is_open(),
            _ => sent == name,
        }
    }

    /// What pairs of a query or form say about the field `name`: one reading for each shape that
    /// it may have; none where it was not sent.
    pub(in crate::check) fn gather(
        self,
        name: &str,
        outline: &Outline<'_>,
        pairs: Pairs<'_>,
    ) -> Vec<Raw> {
        let named = || pairs.iter().filter(|(sent, _)| sent == name);
        let separator = match self.kind {
            Kind::Space => ' ',
            Kind::Pipe => '|',
            _ => ',',
        };
        let shapes = shapes(outline).into_iter();
        let raws = shapes.filter_map(|shape| match (self.kind, shape) {
            (Kind::Deep, _) => deep(name, pairs),
            (Kind::Form, Shape::Map) if self.explode => {
                let claimed = pairs.iter();
                let claimed = claimed.filter(|(sent, _)| {
                    outline.declares(sent) || outline.is_open() && sent != name
                });
                let members: Vec<_> = claimed
                    .map(|(sent, value)| (sent.clone(), Raw::Text(value.clone())))
                    .collect();
                (!members.is_empty()).then_some(Raw::Map(members))
            }
            (_, Shape::List) if self.explode => {
                let items: Vec<_> = named().map(|(_, value)| Raw::Text(value.clone())).collect();
                (!items.is_empty()).then_some(Raw::List(items))
            }
            // What takes one value and was sent two is a list, whatever the schema calls it.
            (_, Shape::Scalar) if named().nth(1).is_some() => {
                let items = named().map(|(_, value)| Raw::Text(value.clone()));
                Some(Raw::List(items.collect()))
            }
            _ => {
                let (_, text) = named().next()?;
                Some(delimited(shape, text, separator, false, str::to_owned))
            }
        });
        raws.collect()
    }

    /// What the text of a path segment or header says: one reading for each shape it may have.
    ///
    /// The parts are decoded after they are split, so that an encoded comma separates nothing.
    pub(in crate::check) fn parse(
        self,
        name: &str,
        outline: &Outline<'_>,
        text: &str,
        decode: fn(&str) -> String,
    ) -> Vec<Raw> {
        let parse = |shape| self.spelled(name, shape, text, decode);
        shapes(outline).into_iter().map(parse).collect()
    }

    fn spelled(self, name: &str, shape: Shape, text: &str, decode: fn(&str) -> String) -> Raw {
        let assign = format!("{name}=");
        match self.kind {
            Kind::Label => match text.strip_prefix('.') {
                // 3.0.3 separates by dots throughout, later versions by commas unless exploded.
                Some(rest) if self.explode || !rest.contains(',') => {
                    delimited(shape, rest, '.', self.explode, decode)
                }
                Some(rest) => delimited(shape, rest, ',', false, decode),
                None => Raw::Text(decode(text)),
            },
            Kind::Matrix => match text.strip_prefix(';') {
                Some(rest) if self.explode && shape == Shape::Map => {
                    delimited(shape, rest, ';', true, decode)
                }
                Some(rest) if self.explode && shape == Shape::List => {
                    let items = rest.split(';').map(|item| {
                        let value = item.strip_prefix(&assign).unwrap_or_default();
                        Raw::Text(decode(value))
                    });
                    Raw::List(items.collect())
                }
                Some(rest) => {
                    let value = rest.strip_prefix(&assign).unwrap_or_default();
                    delimited(shape, value, ',', false, decode)
                }
                None => Raw::Text(decode(text)),
            },
            _ => delimited(shape, text, ',', self.explode, decode),
        }
    }
}

/// A text split at a separator; members are `name=value` or name and value in turn.
fn delimited(
    shape: Shape,
    text: &str,
    separator: char,
    assigned: bool,
    decode: fn(&str) -> String,
) -> Raw {
    let parts: Vec<&str> = text
        .split(separator)
        .filter(|_| !text.is_empty())
        .map(str::trim)
        .collect();
    let member = |name: &str, value: &str| (decode(name), Raw::Text(decode(value)));
    match shape {
        Shape::Scalar => Raw::Text(decode(text)),
        Shape::List => {
            let items = parts.iter().map(|part| Raw::Text(decode(part)));
            Raw::List(items.collect())
        }
        Shape::Map if assigned => {
            let members = parts.iter().map(|part| {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                member(name, value)
            });
            Raw::Map(members.collect())
        }
        Shape::Map => {
            let members = parts
                .chunks(2)
                .map(|pair| member(pair[0], pair.get(1).unwrap_or(&"")));
            Raw::Map(members.collect())
        }
    }
}

/// The keys in `name[key][key]`; `None` where the name is another.
fn brackets<'a>(name: &str, sent: &'a str) -> Option<Vec<&'a str>> {
    let inner = sent.strip_prefix(name)?.strip_prefix('[')?;
    let inner = inner.strip_suffix(']')?;
    Some(inner.split("][").collect())
}

/// The object that `name[key]=value` pairs spell, however deep.
pub(super) fn deep(name: &str, pairs: Pairs<'_>) -> Option<Raw> {
    let mut root = Raw::Map(Vec::new());
    let mut found = false;
    for (sent, value) in pairs {
        if let Some(keys) = brackets(name, sent) {
            put(&mut root, &keys, value);
            found = true;
        }
    }
    found.then_some(root)
}

fn put(raw: &mut Raw, keys: &[&str], value: &str) {
    let Some((key, rest)) = keys.split_first() else {
        // The same key again makes a list.
        *raw = match std::mem::replace(raw, Raw::List(Vec::new())) {
            Raw::Map(members) if members.is_empty() => Raw::Text(value.to_owned()),
            Raw::List(mut items) => {
                items.push(Raw::Text(value.to_owned()));
                Raw::List(items)
            }
            other => Raw::List(vec![other, Raw::Text(value.to_owned())]),
        };
        return;
    };
    let is_index = key.is_empty() || key.bytes().all(|byte| byte.is_ascii_digit());
    if rest.is_empty() && is_index && matches!(raw, Raw::Map(members) if members.is_empty()) {
        *raw = Raw::List(Vec::new());
    }
    match raw {
        Raw::List(items) if is_index => items.push(Raw::Text(value.to_owned())),
        Raw::Map(members) => {
            let known = members.iter().position(|(name, _)| name == key);
            let index = known.unwrap_or_else(|| {
                members.push(((*key).to_owned(), Raw::Map(Vec::new())));
                members.len() - 1
            });
            put(&mut members[index].1, rest, value);
        }
        _ => {}
    }
}
