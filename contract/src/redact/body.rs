//! Goes through a body: JSON by its schema, forms by their fields, any other as running text.

use bindery_codegen::Pointer;

use super::{
    marks::{Applied, Mark},
    multipart, name,
    tree::Node,
    walk::{Kind, Map, Seen, Visit, show_name},
};
use crate::{Body, matching};

/// Shows every value of a body; the same body where nothing is replaced.
pub(super) fn walk(
    map: Map<'_>,
    body: &Body,
    owner: Option<Pointer>,
    kind: Option<&str>,
    visit: &mut Visit<'_>,
) -> Body {
    let schema = owner
        .and_then(|owner| matching::media(map.document, &owner, kind))
        .map(|media| media.join("schema"));
    let applied = Applied::of(map.document, schema);
    let essence = kind.map(matching::essence).unwrap_or_default();
    let is_json =
        kind.is_none_or(matching::is_json) || body.text().trim_start().starts_with(['{', '[']);
    let now = if essence == "application/x-www-form-urlencoded" {
        form(map, body.text(), &applied, visit)
    } else if multipart::is(&essence) {
        multipart::walk(map, kind.unwrap_or_default(), body.text(), &applied, visit)
    } else if let Some(mut node) = Node::parse(body.text()).filter(|_| is_json) {
        let before = node.clone();
        let mut tree = Tree { map, visit };
        tree.node(&mut node, &applied, None, &Pointer::default());
        (node != before).then(|| node.pretty())
    } else {
        map.text(body.text(), &applied, "body", visit)
    };
    match now {
        Some(text) => Body::new("body", text),
        None => Body::new("body", body.text()),
    }
}

/// Shows the values of a text that is JSON itself; `None` if it is none, or nothing is replaced.
///
/// Each level of wrapping doubles the escapes, so a text cannot hold many.
pub(super) fn nested(map: Map<'_>, text: &str, visit: &mut Visit<'_>) -> Option<String> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut node = Node::parse(text)?;
    let before = node.clone();
    let mut tree = Tree { map, visit };
    tree.node(&mut node, &Applied::default(), None, &Pointer::default());
    (node != before).then(|| node.compact())
}

/// A form; fields that do not change keep their spelling.
fn form(map: Map<'_>, text: &str, applied: &Applied, visit: &mut Visit<'_>) -> Option<String> {
    let fields = text.split('&').map(|field| {
        let (spelled, _) = field.split_once('=').unwrap_or((field, ""));
        let Some((name, value)) = form_urlencoded::parse(field.as_bytes()).next() else {
            return field.to_owned();
        };
        let (applied, _) = applied.member(map.document, &name);
        let mut shown = name.clone().into_owned();
        show_name(&mut shown, &applied, "form", visit);
        let renamed = (shown != name).then(|| encoded(&shown));
        let spelled = renamed.as_deref().unwrap_or(spelled);
        match one(map, &name, &value, &applied, visit) {
            Some(now) => format!("{spelled}={}", encoded(&now)),
            None if renamed.is_some() => format!("{spelled}={}", encoded(&value)),
            None => field.to_owned(),
        }
    });
    let now = fields.collect::<Vec<_>>().join("&");
    (now != text).then_some(now)
}

/// The value of a field: an object or a list as JSON, else one value, perhaps of several.
pub(super) fn one(
    map: Map<'_>,
    name: &str,
    text: &str,
    applied: &Applied,
    visit: &mut Visit<'_>,
) -> Option<String> {
    let mark = map.mark(applied, name, true);
    let packed = text.trim_start().starts_with(['{', '[']);
    if let Some(mut node) = Node::parse(text).filter(|_| packed) {
        let before = node.clone();
        let mut tree = Tree { map, visit };
        tree.node(&mut node, applied, mark, &Pointer::default().join(name));
        return (node != before).then(|| node.compact());
    }
    let items = applied.items(map.document);
    let applied = if items.places().is_empty() {
        applied
    } else {
        &items
    };
    let mark = mark.max(map.mark(applied, name, true));
    map.scalar(text, mark, applied, &format!("form field `{name}`"), visit)
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

struct Tree<'m, 'v, 'w> {
    map: Map<'m>,
    visit: &'v mut Visit<'w>,
}

impl Tree<'_, '_, '_> {
    /// Shows a value and all below it; a mark is inherited downwards.
    fn node(&mut self, node: &mut Node, applied: &Applied, mark: Option<Mark>, at: &Pointer) {
        let document = self.map.document;
        let keep = self.map.settings.keep_personal;
        let pointed = self.map.pointed(at);
        let mark = mark.max(applied.mark(document, keep)).max(pointed);
        match node {
            Node::Object(members) => {
                for (name, value) in members {
                    self.member(name, value, applied, mark, at);
                }
            }
            Node::Array(items) => {
                let inner = applied.items(document);
                for (index, item) in items.iter_mut().enumerate() {
                    self.node(item, &inner, mark, &at.join(index));
                }
            }
            Node::Text(text) => {
                if let Some(now) = self.scalar(text, Kind::Text, mark, applied, at) {
                    *text = now;
                }
            }
            Node::Literal(literal) => {
                let kind = match literal.as_str() {
                    "null" => return,
                    "true" | "false" => Kind::Flag,
                    _ => Kind::Number,
                };
                if let Some(now) = self.scalar(literal, kind, mark, applied, at) {
                    *literal = now;
                }
            }
        }
    }

    fn member(
        &mut self,
        name: &mut String,
        value: &mut Node,
        applied: &Applied,
        mark: Option<Mark>,
        at: &Pointer,
    ) {
        let (inner, declared) = applied.member(self.map.document, name);
        let number = matches!(value, Node::Literal(_));
        let by_name = self.map.mark(&Applied::default(), name, false);
        let by_name = by_name.filter(|_| !(number && name::counts(name)));
        let below = at.join(&*name);
        self.node(value, &inner, mark.max(by_name), &below);
        // The names in a map are as personal as what the document marks the map to hold.
        let is_map = !inner.places().is_empty();
        let named = mark.filter(|_| is_map);
        let applied = named.map_or(inner, |_| Applied::default());
        if !declared && let Some(now) = self.scalar(name, Kind::Name, named, &applied, at) {
            *name = now;
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        kind: Kind,
        mark: Option<Mark>,
        applied: &Applied,
        at: &Pointer,
    ) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let place = format!("body at `{at}`");
        if mark.is_none() && kind == Kind::Text {
            return self.map.text(text, applied, &place, self.visit);
        }
        (self.visit)(&Seen {
            text,
            kind,
            mark,
            applied,
            place: &place,
        })
    }
}
