//! Request bodies and answers: which media type is spoken, and what each status means.

mod content;
mod encoding;
mod media;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub(super) use self::content::content_of;
use self::media::spoken;
use super::super::{
    Schema, descriptions,
    schema::{flag, text},
};
use crate::{
    Document, Operation, Pointer,
    names::Scope,
    note::Notes,
    plan::{Answer, Body, Content, Status},
};

type Slots = BTreeMap<String, Schema>;

/// The bodies that a request may have, the one that is preferred first.
pub(super) fn request(
    document: &Document,
    operation: &Operation<'_>,
    slots: &mut Slots,
    notes: &mut Notes<'_>,
) -> Vec<Body> {
    let resolved = document.resolve(operation.pointer.join("requestBody").as_str());
    let Some((at, value)) = resolved else {
        return Vec::new();
    };
    let offered = media::requests(document, value, &at, notes);
    if matches!(operation.method, "get" | "head" | "delete" | "trace") && !offered.is_empty() {
        let method = operation.method.to_uppercase();
        let message = format!("OpenAPI ignores a body of {method}: sent as the document has it");
        notes.rewritten(
            &operation.pointer.join("requestBody"),
            message,
            "use another method",
        );
    }
    let docs = descriptions::of(value);
    let mut names = Scope::default();
    let bodies = offered.into_iter().enumerate().map(|(index, mut spoken)| {
        if spoken.content == Content::Form && is_no_object(document, &spoken.schema) {
            let message = "a form that is no object: taken as a text, which is encoded already";
            let help = "give it an object with properties";
            notes.rewritten(&spoken.schema.pointer, message, help);
            spoken.content = Content::Text;
        }
        let variant = media::variant(&spoken.media_type);
        // `audio/mp4` beside `video/mp4`.
        let variant = if names.has(&variant) {
            spoken.media_type.replace(['/', '+'], "-")
        } else {
            variant
        };
        let variant = names.claim_type(&variant);
        let key = match index {
            0 => "body".to_owned(),
            _ => format!("request_{variant}"),
        };
        let encoding = encoding::read(&spoken, document, notes);
        let schema = match spoken.content {
            Content::Json | Content::Form => Some(spoken.schema),
            // A type of its own: as parts, a schema says something else than as JSON.
            Content::Multipart => own(document, spoken.schema, notes),
            Content::Text | Content::Bytes | Content::Stream | Content::Empty => None,
        };
        Body {
            variant,
            key: schema.map(|schema| {
                slots.insert(key.clone(), schema);
                key
            }),
            required: flag(value, "required"),
            nullable: false,
            media_type: spoken.media_type,
            content: spoken.content,
            encoding,
            docs: docs.clone(),
            rules: Vec::new(),
        }
    });
    bodies.collect()
}

/// Whether no value of a schema has fields.
fn is_no_object(document: &Document, schema: &Schema) -> bool {
    let target = text(&schema.value, "$ref").and_then(Pointer::from_reference);
    let resolved = target.and_then(|target| document.resolve(target.as_str()));
    let schema = resolved.map_or(&schema.value, |(_, value)| value);
    text(schema, "type").is_some_and(|kind| kind != "object")
}

/// A copy of an object schema that is referred to; nothing where the schema is no object.
fn own(document: &Document, schema: Schema, notes: &mut Notes<'_>) -> Option<Schema> {
    let (pointer, value) = match text(&schema.value, "$ref").and_then(Pointer::from_reference) {
        Some(target) => {
            let (pointer, value) = document.resolve(target.as_str())?;
            (pointer, value.clone())
        }
        None => (schema.pointer, schema.value),
    };
    if !has_fields(document, &value, 0) {
        let says = value.as_object().is_some_and(|entries| {
            let mut keys = entries.keys();
            keys.any(|key| !matches!(key.as_str(), "type" | "description"))
        });
        if says {
            let message = "the schema of the parts is no object with properties: it makes no type";
            let help = "give the body the parts one by one";
            notes.rewritten(&pointer, message, help);
        }
        return None;
    }
    let others = value.get("additionalProperties");
    if others.is_some_and(|others| *others != Value::Bool(false)) {
        let at = pointer.join("additionalProperties");
        let message = "parts that have no name in the document cannot be sent";
        notes.lost(&at, message, "name them under `properties`");
    }
    Some(Schema { pointer, value })
}

/// Whether a schema is an object with properties, all its parts by `allOf` included.
fn has_fields(document: &Document, schema: &Value, depth: usize) -> bool {
    let target = text(schema, "$ref").and_then(Pointer::from_reference);
    let resolved = target.and_then(|target| document.resolve(target.as_str()));
    let schema = resolved.map_or(schema, |(_, value)| value);
    if depth > MOST_PARTS || schema.get("oneOf").is_some() || schema.get("anyOf").is_some() {
        return false;
    }
    let own = schema.get("properties").is_some_and(Value::is_object);
    let parts = schema.get("allOf").and_then(Value::as_array);
    match parts.map(Vec::as_slice) {
        None | Some([]) => own,
        Some(parts) => parts.iter().all(|part| {
            let says_nothing = part.get("$ref").is_none() && part.get("type").is_none();
            says_nothing || has_fields(document, part, depth + 1)
        }),
    }
}

/// How deep `allOf` may nest in a body in parts: more than a few levels are written by nobody.
const MOST_PARTS: usize = 16;

/// The successes and the failures, each by status.
pub(super) fn answers(
    document: &Document,
    operation: &Operation<'_>,
    slots: &mut Slots,
    notes: &mut Notes<'_>,
) -> (Vec<Answer>, Vec<Answer>) {
    let (mut success, mut failure) = (Vec::new(), Vec::new());
    let at = operation.pointer.join("responses");
    let responses = document.get(at.as_str()).and_then(Value::as_object);
    for status in responses.into_iter().flat_map(Map::keys) {
        if status.starts_with("x-") {
            continue;
        }
        let at = at.join(status);
        let Some(parsed) = parse_status(status, &at, notes) else {
            continue;
        };
        let Some((at, response)) = document.resolve(at.as_str()) else {
            continue;
        };
        let failed = flag(response, "x-failure");
        let answer = answer(
            document,
            operation.method,
            parsed,
            response,
            &at,
            slots,
            notes,
        );
        match parsed {
            Status::Exact(200..=299) | Status::Range(2) if !failed => success.push(answer),
            _ => failure.push(answer),
        }
    }
    // `default` answers whatever is not listed: the successes too, where none is listed.
    if success.is_empty()
        && let Some(index) = failure
            .iter()
            .position(|answer| answer.status == Status::Default)
    {
        success.push(failure.remove(index));
    }
    if success.is_empty() {
        let message = "no success is documented: any of them gives its body as bytes";
        notes.rewritten(
            &operation.pointer,
            message,
            "add the success to `responses`",
        );
        success.push(undocumented());
    }
    success.sort_by_key(|answer| answer.status);
    failure.sort_by_key(|answer| answer.status);
    (success, failure)
}

fn answer(
    document: &Document,
    method: &str,
    status: Status,
    response: &Value,
    at: &Pointer,
    slots: &mut Slots,
    notes: &mut Notes<'_>,
) -> Answer {
    let mut answer = Answer {
        status,
        key: None,
        content: Content::Empty,
        media_type: None,
        streamed: false,
        docs: descriptions::of(response),
    };
    let Some(spoken) = spoken(document, response, at, notes) else {
        return answer;
    };
    let bodiless = match (method, status) {
        (_, Status::Exact(204 | 205 | 304)) => Some((status.to_string(), "mend the status")),
        ("head", _) => Some(("HEAD".to_owned(), "use another method")),
        _ => None,
    };
    if let Some((of, mend)) = bodiless {
        let message = format!("an answer of {of} has no body: its content is left out");
        let help = format!("remove `content`, or {mend}");
        notes.rewritten(&at.join("content"), message, &help);
        return answer;
    }
    // Nothing but JSON and streams is read from answers by its own rules.
    answer.content = match spoken.content {
        Content::Form | Content::Multipart => Content::Bytes,
        content => content,
    };
    answer.media_type = Some(spoken.media_type);
    answer.streamed = spoken.streamed;
    if answer.content == Content::Json {
        let key = format!("status_{}", status.to_string().to_ascii_lowercase());
        slots.insert(key.clone(), spoken.schema);
        answer.key = Some(key);
    }
    answer
}

/// The success of an operation that documents none.
fn undocumented() -> Answer {
    Answer {
        status: Status::Range(2),
        key: None,
        content: Content::Bytes,
        media_type: Some("*/*".to_owned()),
        streamed: false,
        docs: "Not documented.".to_owned(),
    }
}

/// Whether the successes are of several types.
pub(super) fn differ(success: &[Answer], slots: &Slots) -> bool {
    let schema = |answer: &Answer| {
        let key = answer.key.as_ref()?;
        slots.get(key).map(|schema| &schema.value)
    };
    success
        .windows(2)
        .any(|pair| pair[0].content != pair[1].content || schema(&pair[0]) != schema(&pair[1]))
}

/// Several kinds of success are kept in one enum, which holds whole bodies.
pub(super) fn whole(success: &mut [Answer], at: &Pointer, notes: &mut Notes<'_>) {
    for answer in success {
        if answer.content == Content::Stream {
            let message = format!(
                "the stream of {} is read whole, as there are other successes, \
                 and handed over as it comes by a method of its own",
                answer.status
            );
            let help = "document the stream as the only success";
            notes.rewritten(&at.join("responses"), message, help);
            answer.content = Content::Bytes;
            answer.streamed = true;
        }
    }
}

fn parse_status(text: &str, at: &Pointer, notes: &mut Notes<'_>) -> Option<Status> {
    let help = "write `200`, `2XX` or `default`";
    if text.eq_ignore_ascii_case("default") {
        return Some(Status::Default);
    }
    let word = text
        .trim()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next();
    let word = word.unwrap_or_default();
    let Some(status) = status(word) else {
        notes.lost(at, format!("`{text}` is no status: left out"), help);
        return None;
    };
    if word != text {
        notes.rewritten(
            at,
            format!("`{text}` is no status: read as `{status}`"),
            help,
        );
    }
    Some(status)
}

fn status(text: &str) -> Option<Status> {
    let (class, rest) = text.split_at_checked(1)?;
    let class: u16 = class.parse().ok().filter(|class| (1..=5).contains(class))?;
    if rest.eq_ignore_ascii_case("xx") {
        return Some(Status::Range(class));
    }
    text.parse()
        .ok()
        .filter(|code| (100..=599).contains(code))
        .map(Status::Exact)
}
