//! YAML text to a value and its positions: parsed by `granit-parser`, scalars read by the
//! core schema of YAML 1.2 (so `no` and `0777` are not what 1.1 made of them).

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use granit_parser::{Event, Options, Parser, ScalarStyle, Span};
use serde_json::{Map, Number, Value};

use super::{
    Fault, MAX_DEPTH,
    spot::{Children, Spot},
};

/// How many values the aliases of one document may stand for in all.
const MAX_ALIASED: usize = 1_000_000;

pub(super) fn parse(text: &str) -> Result<(Value, Spot), Fault> {
    let mut reader = Reader {
        events: Parser::new_from_str_with_options(text, Options::default()),
        anchors: HashMap::new(),
        aliased: 0,
    };
    let mut root = None;
    loop {
        let (event, offset) = reader.next()?;
        match event {
            Event::StreamStart | Event::DocumentEnd => {}
            Event::DocumentStart(..) if root.is_none() => {
                let (event, offset) = reader.next()?;
                root = Some(reader.node(event, offset, 0)?);
            }
            Event::DocumentStart(..) => {
                return Err(Fault::new(offset.start, "a second YAML document")
                    .help("keep one document in a file"));
            }
            Event::StreamEnd => break,
            _ => {
                return Err(Fault::new(
                    offset.start,
                    "not YAML: text outside a document",
                ));
            }
        }
    }
    root.ok_or_else(|| Fault::new(0, "the file is empty"))
}

struct Reader<'a> {
    events: Parser<'a, granit_parser::StrInput<'a>>,
    anchors: HashMap<usize, Anchored>,
    aliased: usize,
}

/// A value that aliases stand for.
struct Anchored {
    value: Value,
    spot: Spot,
    /// How many values it holds, itself included.
    weight: usize,
    /// How many levels it has.
    height: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Fault> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, range(&span))),
            Some(Err(error)) => {
                let offset = error.marker().byte_offset().unwrap_or(0);
                // The parser has a limit of its own, which flow collections meet first.
                if error.info() == "recursion limit exceeded" {
                    return Err(too_deep(offset));
                }
                Err(Fault::new(offset, format!("not YAML: {}", error.info())))
            }
            None => Ok((Event::StreamEnd, 0..0)),
        }
    }

    fn node(
        &mut self,
        event: Event<'a>,
        at: Range<usize>,
        depth: usize,
    ) -> Result<(Value, Spot), Fault> {
        if depth > MAX_DEPTH {
            return Err(too_deep(at.start));
        }
        let (anchor, node) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let quoted = style != ScalarStyle::Plain || tag.is_some();
                let value = if quoted {
                    Value::String(text.into_owned())
                } else {
                    scalar(&text)
                };
                (anchor, (value, Spot::of(at)))
            }
            Event::SequenceStart(_, anchor, _) => (anchor, self.sequence(at, depth)?),
            Event::MappingStart(_, anchor, _) => (anchor, self.mapping(at, depth)?),
            Event::Alias(id) => return self.alias(id, at, depth),
            _ => return Err(Fault::new(at.start, "not YAML: expected a value")),
        };
        if anchor != 0 {
            let anchored = Anchored {
                weight: weight(&node.0),
                height: height(&node.0),
                value: node.0.clone(),
                spot: node.1.clone(),
            };
            self.anchors.insert(anchor, anchored);
        }
        Ok(node)
    }

    fn alias(&mut self, id: usize, at: Range<usize>, depth: usize) -> Result<(Value, Spot), Fault> {
        let Some(anchored) = self.anchors.get(&id) else {
            return Err(Fault::new(at.start, "an alias inside its own anchor")
                .help("write `$ref` for what refers to itself"));
        };
        if depth + anchored.height > MAX_DEPTH {
            return Err(too_deep(at.start));
        }
        self.aliased += anchored.weight;
        if self.aliased > MAX_ALIASED {
            return Err(
                Fault::new(at.start, "the aliases stand for too many values")
                    .help("write `$ref`s instead"),
            );
        }
        let mut spot = anchored.spot.clone();
        (spot.start, spot.value, spot.end) = (at.start, at.start, at.end);
        Ok((anchored.value.clone(), spot))
    }

    fn sequence(&mut self, at: Range<usize>, depth: usize) -> Result<(Value, Spot), Fault> {
        let (mut items, mut spots) = (Vec::new(), Vec::new());
        let mut end = at.start;
        loop {
            let (event, offset) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                end = end_of(offset, end);
                break;
            }
            let (item, spot) = self.node(event, offset, depth + 1)?;
            end = spot.end;
            items.push(item);
            spots.push(spot);
        }
        let mut spot = Spot::of(at.start..end);
        spot.children = Children::Sequence(spots);
        Ok((Value::Array(items), spot))
    }

    fn mapping(&mut self, at: Range<usize>, depth: usize) -> Result<(Value, Spot), Fault> {
        let (mut entries, mut spots) = (Map::new(), BTreeMap::new());
        let (mut merged, mut end) = (Vec::new(), at.start);
        loop {
            let (event, offset) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    end = end_of(offset, end);
                    break;
                }
                Event::Scalar(text, ..) => text.into_owned(),
                _ => return Err(Fault::new(offset.start, "a key that is not a plain text")),
            };
            let (event, value_offset) = self.next()?;
            let (value, mut spot) = self.node(event, value_offset, depth + 1)?;
            spot.start = offset.start;
            end = spot.end;
            if key == "<<" {
                merged.push((value, spot));
                continue;
            }
            if entries.contains_key(&key) {
                return Err(
                    Fault::new(offset.start, format!("the key `{key}` stands twice"))
                        .help("keep one of the two"),
                );
            }
            entries.insert(key.clone(), value);
            spots.insert(key, spot);
        }
        for (value, spot) in merged {
            merge(value, &spot, &mut entries, &mut spots)?;
        }
        let mut spot = Spot::of(at.start..end);
        spot.children = Children::Mapping(spots);
        Ok((Value::Object(entries), spot))
    }
}

/// A merge key (`<<`): its mapping's entries, where the mapping at hand has none of that name.
fn merge(
    value: Value,
    spot: &Spot,
    entries: &mut Map<String, Value>,
    spots: &mut BTreeMap<String, Spot>,
) -> Result<(), Fault> {
    match value {
        Value::Object(more) => {
            for (key, value) in more {
                if !entries.contains_key(&key) {
                    let child = spot.child(&key).cloned().unwrap_or_default();
                    spots.insert(key.clone(), child);
                    entries.insert(key, value);
                }
            }
            Ok(())
        }
        Value::Array(items) => items.into_iter().enumerate().try_for_each(|(index, item)| {
            let spot = spot.child(&index.to_string()).cloned().unwrap_or_default();
            merge(item, &spot, entries, spots)
        }),
        _ => Err(Fault::new(spot.value, "`<<` merges mappings only")),
    }
}

fn range(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or(0);
    start..span.end.byte_offset().unwrap_or(start)
}

/// The end of a collection: its bracket, or where there is none the end of its last entry.
fn end_of(closing: Range<usize>, last: usize) -> usize {
    if closing.is_empty() {
        last
    } else {
        closing.end
    }
}

/// A plain scalar by the core schema (YAML 1.2.2, section 10.3.2).
fn scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

/// A number; not one is a text with leading zeros, which YAML 1.1 and 1.2 read differently.
fn number(text: &str) -> Option<Number> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Ok(number) = text.parse::<u64>() {
        return Some(number.into());
    }
    if let Ok(number) = text.parse::<i64>() {
        return Some(number.into());
    }
    if !digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b".eE+-".contains(&b))
    {
        return None;
    }
    Number::from_f64(text.parse().ok()?)
}

fn too_deep(at: usize) -> Fault {
    Fault::new(at, format!("nested deeper than {MAX_DEPTH} levels"))
        .help("give a part a name under `components`, and refer to it")
}

fn height(value: &Value) -> usize {
    let below = match value {
        Value::Array(items) => items.iter().map(height).max(),
        Value::Object(entries) => entries.values().map(height).max(),
        _ => return 0,
    };
    1 + below.unwrap_or(0)
}

fn weight(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(weight).sum::<usize>(),
        Value::Object(entries) => 1 + entries.values().map(weight).sum::<usize>(),
        _ => 1,
    }
}
