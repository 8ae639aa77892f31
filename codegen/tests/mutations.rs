//! Whatever a document says, it yields a client or an error: no panic, no hang, no endless text.
//!
//! The repository's documents are damaged at random places and generated. Other documents are
//! taken from the folder that `BINDERY_DOCUMENTS` names, and `PROPTEST_CASES` says how many cases
//! are tried.

#![cfg(feature = "generate")]
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{OnceLock, mpsc},
    thread,
    time::Duration,
};

use bindery_codegen::{Document, Settings, generate};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

/// How long one document may take, in a build without optimization.
const LIMIT: Duration = Duration::from_secs(60);

/// What a value may be replaced by.
fn replacements() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("object"),
        json!("{"),
        json!("#/components/schemas"),
        json!("#/paths"),
        json!("type"),
        json!("r#self\u{0}\u{202e}"),
        json!([]),
        json!([{}, []]),
        json!({}),
        json!({"$ref": "#"}),
        json!({"$ref": "#/components/schemas/Nowhere"}),
        json!({"type": "array"}),
        json!({"type": ["null", "string"], "nullable": 3}),
        json!({"allOf": [{"$ref": "#/components/schemas/User"}], "not": {}}),
        json!({"oneOf": []}),
        json!({"enum": [1, "1", null, [], {}]}),
    ]
}

/// What is done to a document, at a place that the number chooses.
#[derive(Debug, Clone)]
enum Damage {
    Remove(Index),
    Replace(Index, Index),
    /// One part of the document in the place of another.
    Copy(Index, Index),
    Rename(Index, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Damage::Remove),
        (index(), index()).prop_map(|(at, value)| Damage::Replace(at, value)),
        (index(), index()).prop_map(|(from, to)| Damage::Copy(from, to)),
        (index(), "(\\$ref|type|x-|[a-zA-Z0-9{}/ _-]{0,6})")
            .prop_map(|(at, key)| Damage::Rename(at, key)),
    ]
}

impl Damage {
    fn apply(&self, document: &mut Value) {
        let mut places = Vec::new();
        pointers(document, "", &mut places);
        let (Self::Remove(at) | Self::Replace(at, _) | Self::Copy(_, at) | Self::Rename(at, _)) =
            self;
        let Some(place) = (!places.is_empty()).then(|| at.get(&places).clone()) else {
            return;
        };
        match self {
            Self::Remove(_) => drop(taken(document, &place)),
            Self::Replace(_, value) => put(document, &place, value.get(&replacements()).clone()),
            Self::Copy(from, _) => {
                let value = document.pointer(from.get(&places).as_str()).cloned();
                put(document, &place, value.unwrap_or_default());
            }
            Self::Rename(_, key) => {
                let value = taken(document, &place);
                let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
                if let Some(Value::Object(entries)) = document.pointer_mut(parent) {
                    entries.insert(key.clone(), value.unwrap_or_default());
                }
            }
        }
    }
}

fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(old) = document.pointer_mut(place) {
        *old = value;
    }
}

fn taken(document: &mut Value, place: &str) -> Option<Value> {
    let (parent, last) = place.rsplit_once('/')?;
    let last = last.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent)? {
        Value::Object(entries) => entries.remove(&last),
        Value::Array(items) => Some(items.remove(last.parse().ok()?)),
        _ => None,
    }
}

fn pointers(value: &Value, at: &str, places: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => {
            let escaped = |key: &String| key.replace('~', "~0").replace('/', "~1");
            entries
                .iter()
                .map(|(key, value)| (escaped(key), value))
                .collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, item)| (index.to_string(), item))
            .collect(),
        _ => return,
    };
    for (token, child) in children {
        let place = format!("{at}/{token}");
        pointers(child, &place, places);
        places.push(place);
    }
}

/// The documents that are damaged.
fn documents() -> &'static [Value] {
    static DOCUMENTS: OnceLock<Vec<Value>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = env::var_os("BINDERY_DOCUMENTS").map_or_else(
            || vec![root.join("../specs"), root.join("tests/constructs")],
            |folder| vec![PathBuf::from(folder)],
        );
        let mut files: Vec<PathBuf> = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).expect("the folder can be read"))
            .map(|entry| entry.expect("the folder can be read").path())
            .collect();
        files.sort();
        let documents = files.iter().filter_map(|file| Document::load(file).ok());
        documents.map(|document| document.value().clone()).collect()
    })
}

/// Generates on a thread of its own, so that time can run out.
fn generates(text: String) -> Result<(), mpsc::RecvTimeoutError> {
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        let outcome = Document::parse("damaged.json", text).map(|document| {
            let faults = document.faults();
            (
                faults,
                generate(&document, &Settings::new()).map(|client| client.source().len()),
            )
        });
        // Who waits no longer has failed already.
        let _ = done.send(outcome);
    });
    // A thread that panics hangs up, which is an error too.
    waiting.recv_timeout(LIMIT).map(drop)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_document_yields_a_client_or_an_error(
        document in any::<Index>(),
        damages in proptest::collection::vec(damage(), 1..6),
    ) {
        let mut document = document.get(documents()).clone();
        for damage in &damages {
            damage.apply(&mut document);
        }
        let text = document.to_string();
        prop_assert_eq!(generates(text), Ok(()), "{}", document);
    }
}
