//! JSON with its order and its spellings of numbers: read, changed in place, and written again.

use std::fmt;

use serde_json::value::RawValue;

/// The deepest nesting that is read; a deeper body is kept as text.
const MAX_DEPTH: usize = 128;
/// What one level of a pretty-printed text is indented by.
const STEP: &str = "  ";

/// A JSON value as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Members in their order; a name may stand twice.
    Object(Vec<(String, Node)>),
    Array(Vec<Node>),
    Text(String),
    /// A number, `true`, `false` or `null`, to the letter.
    Literal(String),
}

impl Node {
    /// Reads a text; `None` if it is no JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let raw: &RawValue = serde_json::from_str(text).ok()?;
        Self::read(raw.get(), 0)
    }

    fn read(raw: &str, depth: usize) -> Option<Self> {
        if depth > MAX_DEPTH {
            return None;
        }
        Some(match raw.as_bytes().first()? {
            b'{' => {
                let Entries(entries) = serde_json::from_str(raw).ok()?;
                let entries = entries.into_iter();
                let read = |(name, value): (String, &RawValue)| {
                    Some((name, Self::read(value.get(), depth + 1)?))
                };
                Self::Object(entries.map(read).collect::<Option<_>>()?)
            }
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(raw).ok()?;
                let items = items.into_iter();
                let read = |item: &RawValue| Self::read(item.get(), depth + 1);
                Self::Array(items.map(read).collect::<Option<_>>()?)
            }
            b'"' => Self::Text(serde_json::from_str(raw).ok()?),
            _ => Self::Literal(raw.to_owned()),
        })
    }

    /// On one line, without spaces.
    pub(crate) fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None);
        text
    }

    /// One member or item a line.
    pub(crate) fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text
    }

    fn write(&self, text: &mut String, depth: Option<usize>) {
        let deeper = depth.map(|depth| depth + 1);
        match self {
            Self::Object(members) if members.is_empty() => text.push_str("{}"),
            Self::Array(items) if items.is_empty() => text.push_str("[]"),
            Self::Object(members) => {
                text.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    separate(text, index, deeper);
                    text.push_str(&quoted(name));
                    text.push_str(if depth.is_some() { ": " } else { ":" });
                    value.write(text, deeper);
                }
                open_line(text, depth);
                text.push('}');
            }
            Self::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    separate(text, index, deeper);
                    item.write(text, deeper);
                }
                open_line(text, depth);
                text.push(']');
            }
            Self::Text(value) => text.push_str(&quoted(value)),
            Self::Literal(value) => text.push_str(value),
        }
    }
}

/// A text in quotes that JSON and every reader of YAML understand alike.
pub(crate) fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if matches!(
            letter,
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        ) {
            out.extend(format!("\\u{:04x}", u32::from(letter)).chars());
        } else {
            out.push(letter);
        }
    }
    out
}

fn separate(text: &mut String, index: usize, depth: Option<usize>) {
    if index > 0 {
        text.push(',');
    }
    open_line(text, depth);
}

fn open_line(text: &mut String, depth: Option<usize>) {
    if let Some(depth) = depth {
        text.push('\n');
        text.push_str(&STEP.repeat(depth));
    }
}

/// The members of an object in their order.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Entries<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn a_text_keeps_its_order_and_its_numbers() {
        for text in [
            r#"{"b":1.0,"a":[1e3,-0,12345678901234567890],"b":null}"#,
            r#"[[],{},"\u007f",true]"#,
            r#""a\"b""#,
        ] {
            let node = Node::parse(text);
            let written = |write: fn(&Node) -> String| node.as_ref().map(write);
            assert_eq!(written(Node::compact).as_deref(), Some(text));
            assert_eq!(
                written(Node::pretty).and_then(|text| Node::parse(&text)),
                node
            );
        }
        let pretty = Node::parse("{\"a\":[1]}").map(|node| node.pretty());
        assert_eq!(pretty.as_deref(), Some("{\n  \"a\": [\n    1\n  ]\n}"));
        assert_eq!(Node::parse("{"), None);
    }
}
