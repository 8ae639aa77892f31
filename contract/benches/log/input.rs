//! A large document and a log of it, the same every time.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use serde_json::{Map, Value, json};

/// How many resources the document has; each has four operations.
const RESOURCES: usize = 300;
/// How many properties a resource has.
const PROPERTIES: usize = 72;
/// How many resources a list answers with.
const LISTED: usize = 7;
/// One exchange in so many contradicts the document.
const FAULTY: usize = 50;

/// The document as text: some 13 MB with 1,200 operations.
pub(crate) fn document() -> String {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for resource in 0..RESOURCES {
        let name = format!("Resource{resource}");
        let list = json!({"type": "object", "required": ["data"], "properties": {
            "data": {"type": "array", "items": reference(&name)},
            "cursor": {"type": "string", "nullable": true},
        }});
        let limit =
            json!({"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}});
        let id =
            json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
        paths.insert(
            format!("/resources{resource}"),
            json!({
                "get": operation(&format!("list{name}"), &list, &json!([limit]), None),
                "post": operation(&format!("create{name}"), &reference(&name), &json!([]), Some(&name)),
            }),
        );
        paths.insert(
            format!("/resources{resource}/{{id}}"),
            json!({
                "get": operation(&format!("get{name}"), &reference(&name), &json!([id]), None),
                "patch": operation(&format!("update{name}"), &reference(&name), &json!([id]), Some(&name)),
            }),
        );
        schemas.insert(name, schema());
    }
    let text = json!({
        "openapi": "3.0.3",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "paths": paths,
        "components": {"schemas": schemas},
    });
    format!("{text:#}")
}

/// Writes a log of so many exchanges, of some 14 KB each.
pub(crate) fn log(path: &Path, exchanges: usize) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(b"{\"log\": {\"version\": \"1.2\", \"entries\": [\n")?;
    for number in 0..exchanges {
        if number > 0 {
            file.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut file, &entry(number))?;
    }
    file.write_all(b"\n]}}\n")?;
    file.flush()
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn operation(id: &str, answer: &Value, parameters: &Value, sent: Option<&str>) -> Value {
    let problem = json!({"type": "object", "properties": {"code": {"type": "string"}, "detail": {"type": "string"}}});
    let mut operation = json!({
        "operationId": id,
        "parameters": parameters,
        "responses": {
            "200": {"description": "It.", "content": {"application/json": {"schema": answer}}},
            "4XX": {"description": "A refusal.", "content": {"application/problem+json": {"schema": problem}}},
        },
    });
    if let Some(name) = sent {
        operation["requestBody"] =
            json!({"content": {"application/json": {"schema": reference(name)}}});
    }
    operation
}

/// A schema whose properties take turns in what they claim.
fn schema() -> Value {
    let properties: Map<String, Value> = (0..PROPERTIES)
        .map(|index| {
            let mut property = match index % 9 {
                0 => json!({"type": "string", "maxLength": 200}),
                1 => json!({"type": "integer", "format": "int32", "minimum": 0}),
                2 => json!({"type": "number", "multipleOf": 0.01}),
                3 => json!({"type": "boolean"}),
                4 => json!({"type": "string", "enum": ["draft", "open", "paid", "void"]}),
                5 => json!({"type": "string", "format": "date-time"}),
                6 => json!({"type": "string", "format": "uuid", "nullable": true}),
                7 => json!({"type": "array", "items": {"type": "string"}}),
                _ => json!({"type": "object", "required": ["city"], "properties": {
                    "city": {"type": "string"}, "zip": {"type": "string", "pattern": "^[0-9]{5}$"},
                }}),
            };
            let description = "What the provider says about this property, at the usual length. ";
            property["description"] = json!(description.repeat(5));
            (format!("property_{index}"), property)
        })
        .collect();
    let required: Vec<&String> = properties.keys().take(PROPERTIES / 2).collect();
    json!({"type": "object", "required": required, "properties": properties})
}

fn entry(number: usize) -> Value {
    let resource = (number * 7919) % RESOURCES;
    let url = format!("https://api.example.com/v1/resources{resource}");
    let json = "application/json";
    let posted = |number| json!({"mimeType": json, "text": value(number).to_string()});
    let list: Vec<Value> = (0..LISTED).map(|index| value(number + index)).collect();
    let (method, url, sent, body) = match number % 4 {
        0 | 1 => (
            "GET",
            format!("{url}?limit=50"),
            Value::Null,
            json!({"data": list, "cursor": null}),
        ),
        2 => (
            "PATCH",
            format!("{url}/{number}"),
            posted(number),
            json!(value(number)),
        ),
        _ => (
            "GET",
            url + "?limit=10",
            Value::Null,
            json!({"data": list, "cursor": "next"}),
        ),
    };
    json!({
        "startedDateTime": "2024-05-01T00:00:00.000Z",
        "time": 12.5,
        "request": {
            "method": method, "url": url, "httpVersion": "HTTP/2", "headers": [], "postData": sent,
        },
        "response": {
            "status": 200, "statusText": "OK", "headers": [{"name": "content-type", "value": json}],
            "content": {"size": 1, "mimeType": json, "text": body.to_string()},
        },
    })
}

/// A resource as the schema wants it, but for one text in a faulty one.
fn value(number: usize) -> Value {
    let properties = (0..PROPERTIES).map(|index| {
        let value = match index % 9 {
            0 if number.is_multiple_of(FAULTY) => json!(number),
            0 => json!(format!("text {number} of {index}")),
            1 => json!(number % 1000),
            2 => json!(19.99),
            3 => json!(number.is_multiple_of(2)),
            4 => json!(["draft", "open", "paid", "void"][number % 4]),
            5 => json!("2024-05-01T12:30:00Z"),
            6 if number.is_multiple_of(3) => Value::Null,
            6 => json!("9f1c2b3a-0d4e-4f5a-8b6c-7d8e9fa0b1c2"),
            7 => json!(["one", "two"]),
            _ => json!({"city": "Ghent", "zip": "90000"}),
        };
        (format!("property_{index}"), value)
    });
    Value::Object(properties.collect())
}
