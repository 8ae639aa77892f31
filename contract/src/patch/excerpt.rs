//! The part of a document that edits bear upon: some operations that reach the places, and all that
//! these operations reach. To know what an edit does to a client, nobody has to make all of it.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

/// How many operations speak for all whose requests reach a place, and for all whose answers do.
const SPEAKERS: usize = 4;
/// The keys of a document below which operations stand.
const PATHS: [&str; 3] = ["paths", "webhooks", "x-webhooks"];
/// The key of what an operation, or all of a path, is asked with.
const PARAMETERS: &str = "parameters";

/// Both documents with the operations that show what edits of some places do, the same ones in
/// both; the whole documents where none does.
pub(super) fn excerpts(documents: [&Document; 2], places: &[Pointer]) -> [Document; 2] {
    let graphs = documents.map(Graph::of);
    let speakers = graphs.iter().flat_map(|graph| graph.speakers(places));
    let speakers: BTreeSet<Pointer> = speakers.collect();
    if speakers.is_empty() {
        return documents.map(Document::clone);
    }
    let [old, new] = [0, 1].map(|side| graphs[side].excerpt(documents[side], &speakers));
    [old, new]
}

/// What leads to what: components, and the halves of operations.
struct Graph {
    leads: BTreeMap<Pointer, BTreeSet<Pointer>>,
}

impl Graph {
    fn of(document: &Document) -> Self {
        let mut graph = Self {
            leads: BTreeMap::new(),
        };
        graph.collect(document, document.value(), &Pointer::default());
        graph.share();
        graph
    }

    /// What all operations of a path have in common is one of the parameters of each.
    fn share(&mut self) {
        let units: Vec<Pointer> = self.leads.keys().cloned().collect();
        let operations: BTreeSet<Pointer> = units.iter().filter_map(operation).collect();
        for operation in operations {
            let shared = operation.parent().unwrap_or_default().join(PARAMETERS);
            let shared = units.iter().filter(|unit| is_within(unit, &shared));
            let own = self.leads.entry(operation.join(PARAMETERS)).or_default();
            own.extend(shared.cloned());
        }
    }

    fn collect(&mut self, document: &Document, value: &Value, at: &Pointer) {
        match value {
            Value::Object(members) => {
                self.heir(document, members, at);
                for (name, member) in members {
                    match (name.as_str(), member) {
                        ("$ref", Value::String(reference)) => self.lead(at, reference),
                        ("mapping", Value::Object(branches)) => {
                            for branch in branches.values().filter_map(Value::as_str) {
                                self.lead(at, branch);
                            }
                            // A property may have this name, too.
                            self.collect(document, member, &at.join(name));
                        }
                        _ => self.collect(document, member, &at.join(name)),
                    }
                }
                self.leads.entry(unit(at)).or_default();
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.collect(document, item, &at.join(index));
                }
            }
            _ => {}
        }
    }

    fn lead(&mut self, from: &Pointer, reference: &str) {
        let named = || Pointer::from("/components/schemas").join(reference);
        let target = Pointer::from_reference(reference).unwrap_or_else(named);
        self.leads
            .entry(unit(from))
            .or_default()
            .insert(unit(&target));
    }

    /// A base with a discriminator leads to the schemas that are made of it.
    fn heir(&mut self, document: &Document, schema: &Map<String, Value>, at: &Pointer) {
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            let reference = part.get("$ref").and_then(Value::as_str);
            let base = reference.and_then(Pointer::from_reference);
            let base = base.and_then(|base| Some(document.resolve(base.as_str())?.0));
            let tagged =
                |base: &Pointer| document.get(base.join("discriminator").as_str()).is_some();
            if let Some(base) = base.filter(tagged) {
                self.leads.entry(unit(&base)).or_default().insert(unit(at));
            }
        }
    }

    /// The operations that speak for all that reach one of the places.
    fn speakers(&self, places: &[Pointer]) -> BTreeSet<Pointer> {
        let touched = |unit: &Pointer| {
            let mut places = places.iter();
            places.any(|place| is_within(place, unit) || is_within(unit, place))
        };
        let mut back = BTreeMap::<&Pointer, Vec<&Pointer>>::new();
        for (from, targets) in &self.leads {
            for target in targets {
                back.entry(target).or_default().push(from);
            }
        }
        let mut queue: Vec<&Pointer> = self.leads.keys().filter(|unit| touched(unit)).collect();
        let mut reaching: BTreeSet<&Pointer> = queue.iter().copied().collect();
        while let Some(unit) = queue.pop() {
            for from in back.get(unit).into_iter().flatten() {
                if reaching.insert(from) {
                    queue.push(from);
                }
            }
        }
        let mut speakers = [BTreeSet::new(), BTreeSet::new()];
        for unit in reaching {
            if let Some(operation) = operation(unit) {
                let answers = unit.last().as_deref() == Some("responses");
                let half = &mut speakers[usize::from(answers)];
                if half.len() < SPEAKERS {
                    half.insert(operation);
                }
            }
        }
        let [asking, answering] = speakers;
        asking.into_iter().chain(answering).collect()
    }

    fn excerpt(&self, document: &Document, speakers: &BTreeSet<Pointer>) -> Document {
        let speaks = |unit: &Pointer| {
            let mut speakers = speakers.iter();
            speakers.any(|speaker| is_within(unit, speaker))
        };
        let mut queue: Vec<&Pointer> = self.leads.keys().filter(|unit| speaks(unit)).collect();
        let mut kept: BTreeSet<&Pointer> = queue.iter().copied().collect();
        while let Some(unit) = queue.pop() {
            let targets = self.leads.get(unit).into_iter().flatten();
            queue.extend(targets.filter(|target| kept.insert(target)));
        }
        let members = document.value().as_object().into_iter().flatten();
        let members = members.map(|(key, value)| {
            let at = Pointer::default().join(key);
            let value = if PATHS.contains(&key.as_str()) {
                items(value, &at, &|operation| speakers.contains(operation))
            } else if key == "components" {
                items(value, &at, &|component| {
                    kept.contains(component)
                        || component
                            .as_str()
                            .starts_with("/components/securitySchemes/")
                })
            } else {
                value.clone()
            };
            (key.clone(), value)
        });
        let value = Value::Object(members.collect());
        let mut excerpt = document.clone();
        excerpt.replace("", Some(value));
        excerpt
    }
}

/// What stands two steps below a value, as far as it is kept; a list of parameters always is.
fn items(value: &Value, at: &Pointer, keep: &dyn Fn(&Pointer) -> bool) -> Value {
    let Some(groups) = value.as_object() else {
        return value.clone();
    };
    let groups = groups.iter().filter_map(|(group, members)| {
        let at = at.join(group);
        let Some(members) = members.as_object() else {
            return Some((group.clone(), members.clone()));
        };
        let any = members.keys().any(|name| keep(&at.join(name)));
        let members = members
            .iter()
            .filter(|(name, member)| !member.is_object() || keep(&at.join(name)));
        let members = members.map(|(name, member)| (name.clone(), member.clone()));
        any.then(|| (group.clone(), Value::Object(members.collect())))
    });
    Value::Object(groups.collect())
}

/// What is kept or left out as a whole: a component, or a half of an operation.
fn unit(at: &Pointer) -> Pointer {
    let first = at.tokens().next();
    let steps = match first.as_deref() {
        Some("components") => 3,
        Some(key) if PATHS.contains(&key) => 4,
        _ => 2,
    };
    let tokens = at.tokens().take(steps);
    tokens.fold(Pointer::default(), |at, token| at.join(token))
}

/// The operation that a half belongs to.
fn operation(unit: &Pointer) -> Option<Pointer> {
    let mut tokens = unit.tokens();
    let key = tokens.next()?;
    let (item, method) = (tokens.next()?, tokens.next()?);
    let known = PATHS.contains(&&*key) && method != PARAMETERS;
    known.then(|| Pointer::default().join(key).join(item).join(method))
}

fn is_within(at: &Pointer, above: &Pointer) -> bool {
    let rest = at.as_str().strip_prefix(above.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
