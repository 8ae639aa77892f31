//! What the recordings show of each schema: the values that reach it, and where it is decided
//! whether they fit.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use crate::{
    schema::{Direction, Judged},
    walk::{Patterns, Visit, Walker, walk},
};

/// Keywords that compare whole values, or that lead to schemas which a mutant's small document
/// keeps whole, so that nothing in a value may be left out.
const COMPARING: [&str; 15] = [
    "uniqueItems",
    "enum",
    "const",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "prefixItems",
    "patternProperties",
    "propertyNames",
    "dependentSchemas",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$dynamicRef",
];

/// The recorded values, by the schemas that they reach.
#[derive(Debug, Default)]
pub(super) struct Scene {
    pub(super) anchors: Vec<Anchor>,
    /// For each schema, the anchors where a change of it shows.
    pub(super) at: BTreeMap<Pointer, BTreeSet<usize>>,
    /// For each schema, the judged values that reach it, by their index.
    pub(super) reached: BTreeMap<Pointer, BTreeSet<usize>>,
}

/// A schema at which it is decided whether a value fits: one that holds as a matter of course, or
/// the outermost one that offers a choice.
#[derive(Debug)]
pub(super) struct Anchor {
    pub(super) used: (Direction, Pointer),
    /// The schemas that its values reach, down to those that are anchors themselves.
    pub(super) visited: BTreeSet<Pointer>,
    /// Those of them that only a choice leads to.
    pub(super) chosen: BTreeSet<Pointer>,
    /// The values, each once.
    pub(super) seen: Vec<Seen>,
}

/// A recorded value at an anchor.
#[derive(Debug)]
pub(super) struct Seen {
    /// The judged value that it is part of, by its index.
    pub(super) judged: usize,
    /// The value, held against the anchor's schema.
    pub(super) part: Judged,
}

impl Scene {
    /// Follows all judged values.
    ///
    /// Those that are not `verbatim`, as parameters are, have no anchors: what they are read as
    /// may depend on the schema.
    pub(super) fn of(
        document: &Document,
        judged: &[Judged],
        verbatim: impl Fn(&Judged) -> bool,
    ) -> Self {
        let mut scene = Self::default();
        let mut index = BTreeMap::new();
        let mut sights: Vec<Vec<Sight<'_>>> = Vec::new();
        let patterns = Patterns::default();
        for (number, judged) in judged.iter().enumerate() {
            let mut scout = Scout {
                judged,
                number,
                verbatim: verbatim(judged),
                scene: &mut scene,
                index: &mut index,
                sights: &mut sights,
                patterns: &patterns,
            };
            walk(document, &judged.used, &judged.value, &mut scout);
        }
        for (anchor, sights) in scene.anchors.iter_mut().zip(sights) {
            anchor.seen = distinct(document, anchor, judged, &sights);
        }
        scene
    }
}

/// Where a value was seen: which judged one it is part of, its place in it, and itself.
type Sight<'v> = (usize, Pointer, &'v Value);

/// The values of an anchor, each once: a list of a thousand like entries is one case.
fn distinct(
    document: &Document,
    anchor: &Anchor,
    judged: &[Judged],
    sights: &[Sight<'_>],
) -> Vec<Seen> {
    let compares = |at: &Pointer| {
        let schema = document.get(at.as_str());
        COMPARING
            .iter()
            .any(|keyword| schema.is_some_and(|schema| schema.get(keyword).is_some()))
    };
    let deep = !anchor.chosen.is_empty() || anchor.visited.iter().any(compares);
    let mut known = HashSet::new();
    let mut seen = Vec::new();
    for (number, at, value) in sights {
        let value = if deep {
            (*value).clone()
        } else {
            shallow(value)
        };
        let part = judged[*number].part(anchor.used.1.clone(), at, value);
        let key = (
            part.value.clone(),
            part.generated,
            part.placeholders.clone(),
            part.elided.clone(),
        );
        if known.insert(key) {
            seen.push(Seen {
                judged: *number,
                part,
            });
        }
    }
    seen
}

/// A value with its entries and members emptied: what is in those is decided elsewhere.
fn shallow(value: &Value) -> Value {
    let emptied = |value: &Value| match value {
        Value::Array(_) => Value::Array(Vec::new()),
        Value::Object(_) => Value::Object(Map::new()),
        scalar => scalar.clone(),
    };
    match value {
        Value::Array(items) => items.iter().map(emptied).collect(),
        Value::Object(members) => {
            let members = members.iter();
            members
                .map(|(name, member)| (name.clone(), emptied(member)))
                .collect()
        }
        scalar => scalar.clone(),
    }
}

/// Notes where one judged value goes.
struct Scout<'a, 'v> {
    judged: &'v Judged,
    number: usize,
    verbatim: bool,
    scene: &'a mut Scene,
    index: &'a mut BTreeMap<(Direction, Pointer), usize>,
    sights: &'a mut Vec<Vec<Sight<'v>>>,
    patterns: &'a Patterns,
}

impl<'v> Walker<'v> for Scout<'_, 'v> {
    fn follows(&mut self, _: &Pointer, _: &'v Value, _: &Pointer) -> bool {
        true
    }

    fn concludes(&mut self, _: &Pointer, _: bool, _: &'v Value, _: &Pointer) -> bool {
        true
    }

    fn patterns(&self) -> &Patterns {
        self.patterns
    }

    fn hides(&self, at: &Pointer) -> bool {
        self.judged.allowances().hides(at)
    }

    fn visit(&mut self, visit: Visit<'v, '_>) {
        for site in &visit.group.sites {
            let reached = self.scene.reached.entry(site.clone()).or_default();
            reached.insert(self.number);
        }
        if !self.verbatim {
            return;
        }
        let (entry, chosen) = match visit.choice {
            Some((entry, ..)) => (entry, true),
            None => (&visit.group.entry, false),
        };
        let anchor = self.anchor(entry);
        if !chosen {
            self.sights[anchor].push((self.number, visit.at.clone(), visit.value));
        }
        for site in &visit.group.sites {
            let known = &mut self.scene.anchors[anchor];
            known.visited.insert(site.clone());
            if chosen {
                known.chosen.insert(site.clone());
            }
            self.scene
                .at
                .entry(site.clone())
                .or_default()
                .insert(anchor);
        }
    }
}

impl Scout<'_, '_> {
    fn anchor(&mut self, entry: &Pointer) -> usize {
        let used = (self.judged.used.0, entry.clone());
        if let Some(known) = self.index.get(&used) {
            return *known;
        }
        let anchor = self.scene.anchors.len();
        self.index.insert(used.clone(), anchor);
        self.sights.push(Vec::new());
        self.scene.anchors.push(Anchor {
            used,
            visited: BTreeSet::new(),
            chosen: BTreeSet::new(),
            seen: Vec::new(),
        });
        anchor
    }
}
