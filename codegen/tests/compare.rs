//! What a change of a document is to the users of its client, each with its class and its place.

use bindery_codegen::{Class, Document, compare};

const SPEC: &str = r##"openapi: 3.0.3
info: {title: Cats, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /cats/{name}:
    get:
      operationId: getCat
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, format: int32, maximum: 50}}
      responses:
        "200": {description: The cat., content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
  /cats:
    post:
      operationId: addCat
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewCat"}}}}
      responses:
        "201": {description: The cat., content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
components:
  schemas:
    Cat:
      type: object
      required: [id]
      properties:
        id: {type: string}
        mood: {$ref: "#/components/schemas/Mood"}
    Mood:
      type: string
      enum: [calm, wild]
    NewCat:
      type: object
      required: [name]
      properties:
        name: {type: string, maxLength: 40}
        color: {type: string}
"##;

/// What each change is: its class, item, part of its reason, and line, the gravest first.
type Expected = &'static [(Class, &'static str, &'static str, usize)];

use Class::{Additive, Breaking, Wire};

const CASES: &[(&str, &str, Expected)] = &[
    ("The cat.", "A cat.", &[]),
    (
        "required: [name]",
        "required: [name, color]",
        &[
            (Breaking, "types::NewCat.color", "of another type", 35),
            (Breaking, "types::NewCat::color", "is gone", 35),
            (Breaking, "types::NewCat::new", "takes other arguments", 30),
        ],
    ),
    (
        "        color: {type: string}\n",
        "        color: {type: string}\n        age: {type: integer, format: int32}\n",
        &[
            (Additive, "types::NewCat.age", "is new", 36),
            (Additive, "types::NewCat::age", "is new", 36),
        ],
    ),
    (
        "        color: {type: string}\n",
        "",
        &[
            (Breaking, "types::NewCat.color", "is gone", 35),
            (Breaking, "types::NewCat::color", "is gone", 35),
        ],
    ),
    (
        "[calm, wild]",
        "[calm, wild, shy]",
        &[(Additive, "types::Mood", "has gained `Shy`", 27)],
    ),
    (
        "[calm, wild]",
        "[calm]",
        &[(Breaking, "types::Mood", "has lost `Wild`", 27)],
    ),
    ("[calm, wild]", "[wild, calm]", &[]),
    (
        "[calm, wild]",
        "[Calm, wild]",
        &[(Wire, "types::Mood", "writes its variants otherwise", 27)],
    ),
    (
        "mood: {$ref: \"#/components/schemas/Mood\"}",
        "mood: {type: string}",
        &[(Breaking, "types::Cat.mood", "of another type", 26)],
    ),
    (
        "operationId: addCat",
        "operationId: createCat",
        &[
            (Breaking, "Client::add_cat", "is gone", 14),
            (Additive, "Client::create_cat", "is new", 14),
        ],
    ),
    (
        "  /cats:",
        "  /kittens:",
        &[(
            Wire,
            "Client::add_cat",
            "the request was `POST /cats` and is `POST /kittens`",
            14,
        )],
    ),
    (
        "    post:",
        "    put:",
        &[(
            Wire,
            "Client::add_cat",
            "`POST /cats` and is `PUT /cats`",
            14,
        )],
    ),
    (
        "maximum: 50",
        "maximum: 60",
        &[(
            Wire,
            "Client::get_cat",
            "what `limit` has to keep to was `maximum: 50` and is `maximum: 60`",
            8,
        )],
    ),
    (
        "maxLength: 40",
        "minLength: 1",
        &[(
            Wire,
            "types::NewCat",
            "`name: {maxLength: 40}` and is `name: {minLength: 1}`",
            30,
        )],
    ),
    (
        "name: limit, in: query",
        "name: limit, in: header",
        &[(Wire, "Client::get_cat", "the parameter `limit`", 8)],
    ),
    (
        "\"201\"",
        "\"200\"",
        &[(
            Wire,
            "Client::add_cat",
            "a success was `201 application/json` and is `200 application/json`",
            17,
        )],
    ),
    (
        "        mood:",
        "        Mood:",
        &[(
            Wire,
            "types::Cat.mood",
            "the name was `mood` and is `Mood`",
            26,
        )],
    ),
    (
        "https://api.example.com",
        "https://cats.example.com",
        &[(
            Wire,
            "SERVERS",
            "`https://api.example.com` and is `https://cats.example.com`",
            3,
        )],
    ),
];

#[test]
fn each_change_has_its_class_and_its_place() {
    let old = Document::parse("old.yaml", SPEC).expect("the document is one");
    for (from, to, expected) in CASES {
        assert!(SPEC.contains(from), "{from}");
        let new = Document::parse("new.yaml", SPEC.replace(from, to)).expect("so is the other");
        let found = compare(&old, &new).unwrap_or_else(|error| panic!("{from}: {error}"));
        let shown: Vec<_> = found
            .changes
            .iter()
            .map(|change| {
                (
                    change.class,
                    change.item.as_str(),
                    change.reason.as_str(),
                    change.position.line,
                )
            })
            .collect();
        assert_eq!(shown.len(), expected.len(), "{from} -> {to}: {shown:#?}");
        for (change, (class, item, reason, line)) in found.changes.iter().zip(*expected) {
            let same = (change.class, change.item.as_str(), change.position.line)
                == (*class, *item, *line);
            assert!(
                same && change.reason.contains(reason),
                "{from} -> {to}: {shown:#?}"
            );
            assert_eq!(
                change.file,
                if change.new.is_none() && *class == Breaking {
                    "old.yaml"
                } else {
                    "new.yaml"
                }
            );
        }
        assert_eq!(
            found.class(),
            expected.iter().map(|(class, ..)| *class).max()
        );
    }
}

#[test]
fn a_class_asks_for_a_step_of_the_version() {
    for (class, young, stable) in [
        (Breaking, "minor", "major"),
        (Additive, "patch", "minor"),
        (Wire, "patch", "patch"),
    ] {
        assert_eq!((class.step(false), class.step(true)), (young, stable));
    }
}
