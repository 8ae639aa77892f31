//! From a finding to the edits that make document and recordings agree.

use std::borrow::Cow;

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value, json};

use super::{
    Edit, operation,
    shape::{DISTINCT, Shape},
};
use crate::{Finding, Kind, schema::Version};

/// What a response that nobody described is described as.
const DESCRIPTION: &str = "As recorded.";

/// The edits that make the document admit what a finding shows; none where only its author can
/// tell. `again` when the same place was edited before, and what it said then is also recorded.
pub(super) fn mend(document: &Document, finding: &Finding, again: bool) -> Vec<Edit> {
    let mender = Mender {
        document,
        site: &finding.document.pointer,
        shape: &finding.seen.shape,
        version: Version::of(document),
        again,
    };
    match finding.kind {
        Kind::Mismatch => mender.mismatch(&finding.seen.detail),
        Kind::UndocumentedProperty => mender.property(&finding.seen.detail),
        Kind::UndocumentedStatus => mender.status(&finding.seen.detail, finding),
        Kind::UndocumentedMediaType => mender.media_type(finding),
        // What many names have in common, a schema can say; a list of parameters cannot.
        Kind::UndocumentedParameter if finding.seen.detail.is_empty() => Vec::new(),
        Kind::UndocumentedParameter => mender.parameter(&finding.seen.detail),
        Kind::UndocumentedOperation => mender.operation(&finding.seen.detail),
        Kind::Unchecked | Kind::Unwitnessed | Kind::StaleIgnore => Vec::new(),
    }
}

struct Mender<'a> {
    document: &'a Document,
    site: &'a Pointer,
    shape: &'a Shape,
    version: Version,
    again: bool,
}

impl Mender<'_> {
    fn mismatch(&self, detail: &str) -> Vec<Edit> {
        let keyword = self.site.last().unwrap_or_default().into_owned();
        let above = self.site.parent().unwrap_or_default();
        let listed = above.last().is_some_and(|above| above == "required");
        if listed {
            return self.not_required(&above);
        }
        match keyword.as_str() {
            "type" => self.kind(&above),
            "enum" => self.values(),
            "const" => self.constant(),
            "format" => self.format(),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                self.bound(&above, &keyword)
            }
            "minLength" | "minItems" | "minProperties" => self.length(|(least, _)| least),
            "maxLength" | "maxItems" | "maxProperties" => self.length(|(_, greatest)| greatest),
            "additionalProperties" => self.members(&above),
            "oneOf" if detail == "several" => vec![Edit::Rename {
                at: self.site.clone(),
                key: "anyOf".to_owned(),
            }],
            "oneOf" | "anyOf" => vec![Edit::Append {
                at: self.site.clone(),
                value: self.shape.schema(self.version),
            }],
            "required" | "pattern" | "multipleOf" | "uniqueItems" | "readOnly" | "writeOnly" => {
                self.remove()
            }
            _ if self.says("required") == Some(&json!(true)) => vec![Edit::Remove {
                at: self.site.join("required"),
            }],
            _ => Vec::new(),
        }
    }

    fn says(&self, keyword: &str) -> Option<&Value> {
        self.document.get(self.site.join(keyword).as_str())
    }

    fn remove(&self) -> Vec<Edit> {
        vec![Edit::Remove {
            at: self.site.clone(),
        }]
    }

    fn replace(&self, value: Value) -> Vec<Edit> {
        vec![Edit::Replace {
            at: self.site.clone(),
            value,
        }]
    }

    /// A name less in `required`; the last one takes the keyword with it.
    fn not_required(&self, list: &Pointer) -> Vec<Edit> {
        let names = self.document.get(list.as_str()).and_then(Value::as_array);
        let alone = names.is_some_and(|names| names.len() == 1);
        let at = if alone { list } else { self.site };
        vec![Edit::Remove { at: at.clone() }]
    }

    fn kind(&self, schema: &Pointer) -> Vec<Edit> {
        let mut seen = self.shape.clone();
        let null = seen.types.remove("null");
        let Some(said) = self.document.get(self.site.as_str()) else {
            return Vec::new();
        };
        if let (Value::Array(_), _) | (_, Version::V31) = (said, self.version) {
            return self.kinds(said);
        }
        let mut edits = Vec::new();
        if null {
            edits.push(Edit::Insert {
                at: schema.clone(),
                key: "nullable".to_owned(),
                value: json!(true),
                after: Some("type".to_owned()),
            });
        }
        let narrower = said == "integer" && seen.types.iter().eq(["number"].iter());
        if narrower {
            let format = schema.join("format");
            if self.document.get(format.as_str()).is_some() {
                edits.push(Edit::Remove { at: format });
            }
        }
        if seen.types.is_empty() {
            return edits;
        }
        let other = seen.schema(Version::V30);
        if self.again || other.get("type").is_none() {
            // Both were recorded: a union of them, in place of the type.
            let mut branches = vec![json!({ "type": said })];
            match other.get("anyOf").and_then(Value::as_array) {
                Some(others) => branches.extend(others.iter().cloned()),
                None => branches.push(other),
            }
            edits.push(Edit::Replace {
                at: self.site.clone(),
                value: Value::Array(branches),
            });
            edits.push(Edit::Rename {
                at: self.site.clone(),
                key: "anyOf".to_owned(),
            });
            return edits;
        }
        for (key, value) in other.as_object().into_iter().flatten() {
            let at = schema.join(key);
            edits.push(match self.document.get(at.as_str()) {
                Some(_) => Edit::Replace {
                    at,
                    value: value.clone(),
                },
                None => Edit::Insert {
                    at: schema.clone(),
                    key: key.clone(),
                    value: value.clone(),
                    after: Some("type".to_owned()),
                },
            });
        }
        edits
    }

    /// More types in a list of them, as OpenAPI 3.1 has it.
    fn kinds(&self, said: &Value) -> Vec<Edit> {
        let is_new = |kind: &&&str| {
            !said
                .as_array()
                .is_some_and(|said| said.contains(&json!(kind)))
        };
        let new = self.shape.types.iter().filter(is_new);
        if said.is_array() {
            return new
                .map(|kind| Edit::Append {
                    at: self.site.clone(),
                    value: json!(kind),
                })
                .collect();
        }
        let kinds = std::iter::once(said.clone()).chain(new.map(|kind| json!(kind)));
        self.replace(kinds.collect())
    }

    fn values(&self) -> Vec<Edit> {
        let listed = self.document.get(self.site.as_str());
        let listed = listed.and_then(Value::as_array);
        let is_new = |value: &&Value| !listed.is_some_and(|listed| listed.contains(value));
        let mut new: Vec<Value> = self
            .shape
            .scalars
            .values()
            .filter(is_new)
            .cloned()
            .collect();
        if self.shape.types.contains("null") {
            new.push(Value::Null);
        }
        if self.shape.many || new.len() > DISTINCT || new.is_empty() {
            return self.remove();
        }
        new.into_iter()
            .map(|value| Edit::Append {
                at: self.site.clone(),
                value,
            })
            .collect()
    }

    fn constant(&self) -> Vec<Edit> {
        let said = self.document.get(self.site.as_str()).cloned();
        let mut values = Vec::from_iter(said);
        values.extend(self.shape.scalars.values().cloned());
        let mut edits = self.replace(Value::Array(values));
        edits.push(Edit::Rename {
            at: self.site.clone(),
            key: "enum".to_owned(),
        });
        edits
    }

    fn format(&self) -> Vec<Edit> {
        let narrow = self.document.get(self.site.as_str()) == Some(&json!("int32"));
        let fits = self
            .shape
            .numbers
            .as_ref()
            .is_some_and(|(least, greatest)| least.is_i64() && greatest.is_i64());
        if narrow && fits {
            self.replace(json!("int64"))
        } else {
            self.remove()
        }
    }

    fn bound(&self, schema: &Pointer, keyword: &str) -> Vec<Edit> {
        let Some((least, greatest)) = &self.shape.numbers else {
            return Vec::new();
        };
        let (reach, flag) = if keyword.ends_with("inimum") {
            (least, "exclusiveMinimum")
        } else {
            (greatest, "exclusiveMaximum")
        };
        let inclusive = flag.trim_start_matches("exclusive").to_ascii_lowercase();
        let exclusive = schema.join(flag);
        let numeric = self
            .document
            .get(exclusive.as_str())
            .is_some_and(Value::is_number);
        if keyword == flag && numeric {
            // The bound of 3.1 that excludes its own value becomes one that does not.
            let mut edits = self.replace(json!(reach));
            edits.push(Edit::Rename {
                at: self.site.clone(),
                key: inclusive,
            });
            return edits;
        }
        let bound = schema.join(&inclusive);
        let said = self.document.get(bound.as_str()).and_then(Value::as_f64);
        if said == reach.as_f64() {
            return vec![Edit::Remove { at: exclusive }];
        }
        vec![Edit::Replace {
            at: bound,
            value: json!(reach),
        }]
    }

    fn length(&self, end: impl Fn((usize, usize)) -> usize) -> Vec<Edit> {
        match self.shape.lengths {
            Some(lengths) => self.replace(json!(end(lengths))),
            None => Vec::new(),
        }
    }

    /// The members that `additionalProperties: false` forbids, declared.
    fn members(&self, schema: &Pointer) -> Vec<Edit> {
        let properties = schema.join("properties");
        let known = self
            .document
            .get(properties.as_str())
            .and_then(Value::as_object);
        let unknown = |name: &&String| !known.is_some_and(|known| known.contains_key(*name));
        let names = self.shape.members.keys().filter(unknown);
        let new = names.map(|name| (name.clone(), self.shape.members[name].schema(self.version)));
        match known {
            Some(_) => new
                .map(|(key, value)| Edit::Insert {
                    at: properties.clone(),
                    key,
                    value,
                    after: None,
                })
                .collect(),
            None => vec![Edit::Insert {
                at: schema.clone(),
                key: "properties".to_owned(),
                value: Value::Object(new.collect()),
                after: None,
            }],
        }
    }

    fn insert(&self, key: &str, value: Value) -> Vec<Edit> {
        vec![Edit::Insert {
            at: self.site.clone(),
            key: key.to_owned(),
            value,
            after: None,
        }]
    }

    /// A property of its own for a name, and one schema for all where there are too many.
    fn property(&self, name: &str) -> Vec<Edit> {
        let schema = self.shape.schema(self.version);
        match self.site.parent() {
            Some(owner) if name.is_empty() => vec![Edit::Insert {
                at: owner,
                key: "additionalProperties".to_owned(),
                value: schema,
                after: self.site.last().map(Cow::into_owned),
            }],
            _ => self.insert(name, schema),
        }
    }

    fn status(&self, status: &str, finding: &Finding) -> Vec<Edit> {
        self.insert(status, self.response(finding))
    }

    fn response(&self, finding: &Finding) -> Value {
        let content = self.content(finding);
        if content.is_empty() {
            json!({ "description": DESCRIPTION })
        } else {
            json!({ "description": DESCRIPTION, "content": content })
        }
    }

    fn content(&self, finding: &Finding) -> Map<String, Value> {
        let media = finding.seen.bodies.iter();
        media
            .map(|(essence, shape)| {
                let schema = json!({ "schema": shape.schema(self.version) });
                let known = !shape.types.is_empty();
                (essence.clone(), if known { schema } else { json!({}) })
            })
            .collect()
    }

    fn media_type(&self, finding: &Finding) -> Vec<Edit> {
        let content = self.content(finding);
        if self.says("content").is_some() {
            let at = self.site.join("content");
            return content
                .into_iter()
                .map(|(key, value)| Edit::Insert {
                    at: at.clone(),
                    key,
                    value,
                    after: None,
                })
                .collect();
        }
        // The body of a request that has none so far is a new entry of the operation.
        if self.says("responses").is_some() {
            return self.insert("requestBody", json!({ "content": content }));
        }
        self.insert("content", Value::Object(content))
    }

    fn parameter(&self, name: &str) -> Vec<Edit> {
        let parameter = json!({ "name": name, "in": "query", "schema": { "type": "string" } });
        if self.says("parameters").is_some() {
            return vec![Edit::Append {
                at: self.site.join("parameters"),
                value: parameter,
            }];
        }
        self.insert("parameters", json!([parameter]))
    }

    /// An operation without answers yet: what they are, the next look shows.
    fn operation(&self, title: &str) -> Vec<Edit> {
        let Some((method, path)) = title.split_once(' ') else {
            return Vec::new();
        };
        let method = method.to_ascii_lowercase();
        let template = operation::template(self.document, path);
        let id = operation::id(&method, &template);
        let names = operation::names(&template).map(|name| {
            json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
        });
        let parameters: Vec<Value> = names.collect();
        let mut operation = Map::new();
        operation.insert("operationId".to_owned(), json!(id));
        if !parameters.is_empty() {
            operation.insert("parameters".to_owned(), json!(parameters));
        }
        operation.insert("responses".to_owned(), json!({}));
        let item = self.site.join(&template);
        if self.document.get(item.as_str()).is_some() {
            return vec![Edit::Insert {
                at: item,
                key: method,
                value: Value::Object(operation),
                after: None,
            }];
        }
        self.insert(&template, json!({ method: operation }))
    }
}
