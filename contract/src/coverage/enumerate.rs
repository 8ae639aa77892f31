//! Lists the claims that the operations of a document make.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::{Map, Value};

use super::{
    Claim, Covered, Kind, Witnesses,
    words::{is_list, listed, null_at, plain},
};
use crate::{
    Mode, check, evidence,
    label::subject,
    reach::{Node, Reach},
    schema::{Direction, is_withheld},
    walk::{About, UNIONS, inner, parts},
};

/// What tells a claim from all others.
pub(super) type Key = (Pointer, Kind);

/// The claims so far, and which operation makes which.
#[derive(Debug, Default)]
pub(super) struct Claims {
    known: BTreeMap<Key, Claim>,
    /// For each operation of the document, the claims that it makes.
    made: Vec<BTreeSet<Key>>,
}

/// The claims of the selected operations.
pub(super) fn claims(
    document: &Document,
    operations: &[Operation<'_>],
    selected: &BTreeSet<usize>,
    reach: &Reach,
    mode: Mode,
) -> Claims {
    let nodes: Vec<Vec<(Key, String)>> = reach
        .nodes
        .iter()
        .map(|node| of_schemas(document, node, mode))
        .collect();
    let mut claims = Claims::default();
    for (index, operation) in operations.iter().enumerate() {
        let mut own = BTreeSet::new();
        if selected.contains(&index) {
            let outside = of_operation(document, operation).into_iter();
            let reached = reach
                .from(index, false)
                .into_iter()
                .flat_map(|node| nodes[node].clone());
            for (key, label) in outside.chain(reached) {
                claims
                    .known
                    .entry(key.clone())
                    .or_insert_with(|| claim(document, &key, label));
                own.insert(key);
            }
        }
        claims.made.push(own);
    }
    claims
}

/// The schemas that decide where a value goes: branches of unions, conditions, and what lists
/// contain, each in the directions that it is reached in.
pub(super) fn deciding(document: &Document, reach: &Reach) -> Vec<(Direction, Pointer)> {
    let of_node = |node: &Node| {
        let schemas = node.group.schemas(document);
        let deciding = schemas.flat_map(|(site, schema)| {
            inner(document, site, schema, &|_| true)
                .into_iter()
                .filter_map(|(at, about)| match about {
                    About::Branch(_) | About::Contained => Some(at),
                    About::Condition(_) => Some(site.join("if")),
                    _ => None,
                })
        });
        let deciding: Vec<_> = deciding.map(|at| (node.direction, at)).collect();
        deciding
    };
    reach.nodes.iter().flat_map(of_node).collect()
}

impl Claims {
    pub(super) fn get_mut(&mut self, key: &Key) -> Option<&mut Claim> {
        self.known.get_mut(key)
    }

    pub(super) fn get(&self, key: &Key) -> Option<&Claim> {
        self.known.get(key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Claim> {
        self.known.values()
    }

    /// The claims in document order; each of the selected operations learns which it makes.
    pub(super) fn finish(self, covered: BTreeMap<usize, Covered>) -> (Vec<Claim>, Vec<Covered>) {
        let mut listed: Vec<(Key, Claim)> = self.known.into_iter().collect();
        listed.sort_by_key(|(_, claim)| (claim.position, claim.kind));
        let keys = listed.iter().enumerate();
        let index: BTreeMap<&Key, usize> = keys.map(|(index, (key, _))| (key, index)).collect();
        let covered = covered.into_iter().map(|(operation, mut covered)| {
            covered.claims = self.made[operation].iter().map(|key| index[key]).collect();
            covered.claims.sort_unstable();
            covered
        });
        let covered = covered.collect();
        (
            listed.into_iter().map(|(_, claim)| claim).collect(),
            covered,
        )
    }
}

fn claim(document: &Document, (pointer, kind): &Key, label: String) -> Claim {
    Claim {
        kind: *kind,
        pointer: pointer.clone(),
        position: document.position(pointer.as_str()),
        label,
        evidence: evidence::of(document, pointer),
        witnesses: Witnesses::default(),
    }
}

/// What an operation claims outside its schemas.
fn of_operation(document: &Document, operation: &Operation<'_>) -> Vec<(Key, String)> {
    let at = &operation.pointer;
    let mut claims = vec![((at.clone(), Kind::Operation), "it is called".to_owned())];
    for parameter in check::parameters(document, operation) {
        let label = format!(
            "the {} parameter `{}` is sent",
            parameter.place, parameter.name
        );
        claims.push(((parameter.at, Kind::Parameter), label));
    }
    let media_types = |owner: &Pointer, what: &str, claims: &mut Vec<_>| {
        let content = document
            .get(owner.as_str())
            .and_then(|owner| owner.get("content"));
        for media_type in keys(content) {
            let key = (owner.join("content").join(media_type), Kind::MediaType);
            claims.push((key, format!("{what} is `{media_type}`")));
        }
    };
    if let Some((body, _)) = document.resolve(at.join("requestBody").as_str()) {
        media_types(&body, "the request body", &mut claims);
    }
    for status in keys(operation.value.get("responses")).filter(|key| !key.starts_with("x-")) {
        let listed = at.join("responses").join(status);
        claims.push((
            (listed.clone(), Kind::Status),
            format!("it answers `{status}`"),
        ));
        let Some((answer, value)) = document.resolve(listed.as_str()) else {
            continue;
        };
        media_types(&answer, &format!("the body of `{status}`"), &mut claims);
        for header in keys(value.get("headers")) {
            let key = (answer.join("headers").join(header), Kind::Header);
            claims.push((key, format!("`{status}` has the header `{header}`")));
        }
    }
    claims
}

/// What a group of schemas claims about the values at it.
fn of_schemas(document: &Document, node: &Node, mode: Mode) -> Vec<(Key, String)> {
    let mut claims = Vec::new();
    for (at, schema) in node.group.schemas(document) {
        let name = subject(at);
        let mut add = |pointer: Pointer, kind: Kind, says: String| {
            claims.push(((pointer, kind), format!("{name} {says}")));
        };
        let nullable = null_at(document, at, schema, mode);
        if let Some(pointer) = &nullable {
            add(pointer.clone(), Kind::Null, "is null".to_owned());
            add(pointer.clone(), Kind::NotNull, "is not null".to_owned());
        }
        for (pointer, value) in listed(document, at, schema, nullable.is_some()) {
            add(pointer, Kind::EnumValue, format!("is `{}`", plain(value)));
        }
        for keyword in UNIONS {
            for (index, branch) in parts(schema, at, keyword).into_iter().enumerate() {
                add(
                    branch,
                    Kind::Branch,
                    format!("fits branch {} of `{keyword}`", index + 1),
                );
            }
        }
        if is_list(schema) {
            let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            let most = schema.get("maxItems").and_then(Value::as_u64);
            if least == 0 {
                add(at.clone(), Kind::Empty, "is empty".to_owned());
            }
            if most != Some(0) {
                add(at.clone(), Kind::Filled, "has entries".to_owned());
            }
        }
        for property in keys(schema.get("properties")) {
            let pointer = at.join("properties").join(property);
            if is_withheld(document, &pointer, node.direction) {
                continue;
            }
            let label = format!("{name} has `{property}`");
            claims.push(((pointer.clone(), Kind::Property), label));
            if !node.group.required.contains(property) {
                let label = format!("{name} lacks `{property}`");
                claims.push(((pointer, Kind::Absent), label));
            }
        }
    }
    claims
}

/// The keys of a mapping.
fn keys(value: Option<&Value>) -> impl Iterator<Item = &String> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
}
