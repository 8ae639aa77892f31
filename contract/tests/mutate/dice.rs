//! Documents and recordings made at random, the values mostly fitting their schemas.

use bindery_contract::{Document, Recording, Request, Response};
use serde_json::{Map, Value, json};

const NAMES: [&str; 4] = ["a", "b", "c", "d"];
const COMPONENTS: [&str; 3] = ["A", "B", "C"];

/// A document with two operations, and recordings of both.
pub(crate) fn case(seed: u64) -> (Document, Vec<Recording>) {
    let mut dice = Dice(seed | 1);
    let components: Map<String, Value> = COMPONENTS
        .iter()
        .map(|name| ((*name).to_owned(), dice.component()))
        .collect();
    let (answer, other, sent) = (dice.schema(3), dice.schema(1), dice.schema(2));
    let content = |schema: &Value| json!({ "application/json": { "schema": schema } });
    let document = json!({
        "openapi": "3.0.3",
        "paths": { "/x": {
            "get": { "responses": {
                "200": { "description": "It.", "content": content(&answer) },
                "default": { "description": "Any.", "content": content(&other) },
            } },
            "post": {
                "requestBody": { "content": content(&sent) },
                "responses": { "204": { "description": "Done." } },
            },
        } },
        "components": { "schemas": components },
    });
    let mut recordings = Vec::new();
    for _ in 0..6 {
        let body = dice.value(&document, &answer, 6).to_string();
        let got = Response::new(200).json(body);
        recordings.push(Recording::invented(
            "got",
            Request::new("GET", "/x"),
            Some(got),
        ));
        let body = dice.value(&document, &sent, 6).to_string();
        let request = Request::new("POST", "/x").json(body);
        recordings.push(Recording::invented(
            "sent",
            request,
            Some(Response::new(204)),
        ));
    }
    let document =
        Document::parse("case.json", document.to_string()).expect("the case is a document");
    (document, recordings)
}

/// Xorshift, which is enough to vary cases.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn pick<'a>(&mut self, from: &'a [&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) == 0
    }

    /// A schema that is no reference, which might lead back to itself.
    fn component(&mut self) -> Value {
        loop {
            let schema = self.schema(2);
            if schema.get("$ref").is_none() {
                return schema;
            }
        }
    }

    fn schema(&mut self, depth: usize) -> Value {
        let sides = if depth == 0 { 5 } else { 10 };
        let mut schema = match self.below(sides) {
            0 => json!({ "type": "string", "enum": ["x", "y"] }),
            1 => json!({ "type": "integer", "minimum": 1, "maximum": 2 }),
            2 => json!({ "type": "string", "format": "date" }),
            3 => json!({ "type": "string", "maxLength": 1 }),
            4 => json!({ "type": "boolean" }),
            5 => json!({ "type": "array", "minItems": 1, "items": self.schema(depth - 1) }),
            6 => {
                return json!({ "$ref": format!("#/components/schemas/{}", self.pick(&COMPONENTS)) });
            }
            7 => {
                let union = self.pick(&["oneOf", "anyOf"]);
                json!({ union: [self.schema(depth - 1), self.schema(depth - 1)] })
            }
            8 => json!({ "allOf": [self.object(depth - 1), self.object(depth - 1)] }),
            _ => self.object(depth - 1),
        };
        if self.one_in(4) {
            schema["nullable"] = json!(true);
        }
        if self.one_in(12) {
            schema["not"] = self.schema(0);
        }
        schema
    }

    fn object(&mut self, depth: usize) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for name in NAMES {
            if self.one_in(2) {
                let mut property = self.schema(depth);
                if self.one_in(8) {
                    property["readOnly"] = json!(true);
                }
                properties.insert(name.to_owned(), property);
                if self.one_in(3) {
                    required.push(name);
                }
            }
        }
        let mut object =
            json!({ "type": "object", "properties": properties, "required": required });
        match self.below(8) {
            0 => object["additionalProperties"] = json!(false),
            1 => object["additionalProperties"] = self.schema(0),
            _ => {}
        }
        object
    }

    /// A value that mostly fits a schema.
    fn value(&mut self, document: &Value, schema: &Value, depth: usize) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            let target = document
                .pointer(&reference[1..])
                .cloned()
                .unwrap_or_default();
            return if depth == 0 {
                json!({})
            } else {
                self.value(document, &target, depth - 1)
            };
        }
        if depth == 0 || schema["nullable"] == true && self.one_in(3) {
            return Value::Null;
        }
        for union in ["oneOf", "anyOf"] {
            if let Some(branches) = schema[union].as_array() {
                let branch = branches[self.below(branches.len())].clone();
                return self.value(document, &branch, depth - 1);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts
                .iter()
                .map(|part| self.value(document, part, depth - 1));
            let members = parts.filter_map(|part| part.as_object().cloned()).flatten();
            return members.collect::<Map<_, _>>().into();
        }
        match (schema["type"].as_str(), schema["format"].as_str()) {
            (Some("object"), _) => {
                let mut members = Map::new();
                for (name, property) in schema["properties"].as_object().into_iter().flatten() {
                    if self.one_in(2)
                        || schema["required"]
                            .as_array()
                            .is_some_and(|names| names.contains(&json!(name)))
                    {
                        members.insert(name.clone(), self.value(document, property, depth - 1));
                    }
                }
                members.into()
            }
            (Some("array"), _) => {
                let count = 1 + self.below(2);
                (0..count)
                    .map(|_| self.value(document, &schema["items"], depth - 1))
                    .collect()
            }
            (Some("integer"), _) => json!(1 + self.below(2)),
            (Some("boolean"), _) => json!(self.one_in(2)),
            (_, Some("date")) => json!("2017-07-21"),
            _ => json!(self.pick(&["x", "y", ""])),
        }
    }
}
