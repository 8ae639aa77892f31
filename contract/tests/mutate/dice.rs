//! Documents and recordings made at random, the values mostly fitting their schemas.

use bindery_contract::{Document, Recording, Request, Response};
use serde_json::{Map, Value, json};

const NAMES: [&str; 4] = ["a", "b", "c", "d"];
const COMPONENTS: [&str; 3] = ["A", "B", "C"];

/// A document of 3.0 or 3.1 with two operations, and recordings of both.
pub(crate) fn case(seed: u64) -> (Document, Vec<Recording>) {
    let mut dice = Dice {
        state: seed | 1,
        later: seed.is_multiple_of(2),
    };
    let components: Map<String, Value> = COMPONENTS
        .iter()
        .map(|name| ((*name).to_owned(), dice.component()))
        .collect();
    let (answer, other, sent) = (dice.schema(3), dice.schema(1), dice.schema(2));
    let content = |schema: &Value| json!({ "application/json": { "schema": schema } });
    let document = json!({
        "openapi": if dice.later { "3.1.0" } else { "3.0.3" },
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
struct Dice {
    state: u64,
    /// Whether the document may use what came with 3.1.
    later: bool,
}

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 33).unwrap_or_default() % sides
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
        if self.later && schema["type"] == "array" {
            if self.one_in(3) {
                schema["prefixItems"] = json!([self.schema(0)]);
            }
            if self.one_in(4) {
                schema["contains"] = self.schema(0);
            }
        }
        if self.one_in(4) {
            match schema["type"].as_str() {
                Some(name) if self.later => schema["type"] = json!([name, "null"]),
                _ if !self.later => schema["nullable"] = json!(true),
                _ => {}
            }
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
        if self.later {
            self.applicators(&mut object);
        }
        object
    }

    /// What an object may say since 3.1.
    fn applicators(&mut self, object: &mut Value) {
        if self.one_in(4) {
            object["patternProperties"] = json!({ "^[cd]$": self.schema(0) });
        }
        if self.one_in(4) {
            object["dependentSchemas"] = json!({ "a": self.part() });
        }
        if self.one_in(4) {
            object["if"] = self.part();
            object["then"] = self.part();
            object["else"] = self.part();
        }
    }

    /// A claim about a member or two.
    fn part(&mut self) -> Value {
        let (one, two) = (self.pick(&NAMES), self.pick(&NAMES));
        match self.below(3) {
            0 => json!({ "required": [one] }),
            1 => json!({ "properties": { one: self.schema(0), two: self.schema(0) } }),
            _ => {
                json!({ "properties": { one: { "const": "x" }, two: self.schema(0) }, "required": [one] })
            }
        }
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
        let types = schema["type"].as_array();
        let nullable = types.is_some() || schema["nullable"] == true;
        if depth == 0 || nullable && self.one_in(3) {
            return Value::Null;
        }
        let only = types.and_then(|types| types[0].as_str());
        let only = only.or(schema["type"].as_str());
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
        match (only, schema["format"].as_str()) {
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
                for keyword in ["then", "else"] {
                    let inner = schema[keyword]["properties"].as_object();
                    for (name, property) in inner.into_iter().flatten() {
                        if self.one_in(2) {
                            members.insert(name.clone(), self.value(document, property, depth - 1));
                        }
                    }
                }
                members.into()
            }
            (Some("array"), _) => {
                let count = 1 + self.below(2);
                let entry =
                    |index: usize| schema["prefixItems"].get(index).unwrap_or(&schema["items"]);
                (0..count)
                    .map(|index| self.value(document, entry(index), depth - 1))
                    .collect()
            }
            (Some("integer"), _) => json!(1 + self.below(2)),
            (Some("boolean"), _) => json!(self.one_in(2)),
            (_, Some("date")) => json!("2017-07-21"),
            _ => json!(self.pick(&["x", "y", ""])),
        }
    }
}
