//! Reads a page strictly: every element is closed, every attribute quoted, every `<` and `&` markup.

use std::collections::BTreeSet;

/// Elements that have no end.
const VOID: [&str; 1] = ["meta"];
/// The elements a page may have; none of them runs or loads anything.
const HARMLESS: [&str; 38] = [
    "a",
    "article",
    "b",
    "body",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "i",
    "li",
    "main",
    "meta",
    "p",
    "pre",
    "progress",
    "section",
    "small",
    "span",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
const HARMLESS_ATTRIBUTES: [&str; 16] = [
    "aria-label",
    "charset",
    "class",
    "content",
    "href",
    "id",
    "lang",
    "max",
    "name",
    "open",
    "role",
    "scope",
    "style",
    "tabindex",
    "title",
    "value",
];

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// The text in it and in all elements below, unescaped.
    pub(crate) text: String,
    parent: Option<usize>,
    index: usize,
}

pub(crate) struct Page(Vec<Element>);

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    pub(crate) fn has(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|known| known == class)
    }
}

impl Page {
    #[track_caller]
    pub(crate) fn read(text: &str) -> Self {
        let mut rest = text
            .strip_prefix("<!DOCTYPE html>")
            .expect("a page of HTML");
        let (mut elements, mut open) = (Vec::<Element>::new(), Vec::<usize>::new());
        while !rest.is_empty() {
            if let Some(end) = rest.strip_prefix("</") {
                let (name, after) = end.split_once('>').expect("an end has its end");
                let closed = open.pop().map(|index| elements[index].name.as_str());
                assert_eq!(closed, Some(name), "before {after:.80}");
                rest = after;
            } else if let Some(start) = rest.strip_prefix('<') {
                let (name, attributes, after) = tag(start);
                let index = elements.len();
                let parent = open.last().copied();
                if !VOID.contains(&name.as_str()) {
                    open.push(index);
                }
                elements.push(Element {
                    name,
                    attributes,
                    text: String::new(),
                    parent,
                    index,
                });
                rest = after;
            } else {
                let (said, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                let raw = open
                    .last()
                    .is_some_and(|index| elements[*index].name == "style");
                let said = if raw { said.to_owned() } else { plain(said) };
                for index in &open {
                    elements[*index].text += &said;
                }
                rest = after;
            }
        }
        assert!(open.is_empty(), "all elements are closed");
        Self(elements)
    }

    /// Whether nothing of it runs or loads anything, its names are each of one element, and its
    /// links lead somewhere within.
    #[track_caller]
    pub(crate) fn is_inert(&self) {
        let mut ids = BTreeSet::new();
        for element in &self.0 {
            if let Some(id) = element.attribute("id") {
                assert!(ids.insert(id), "{id} twice");
            }
            assert!(
                HARMLESS.contains(&element.name.as_str()),
                "<{}>",
                element.name
            );
            for (name, value) in &element.attributes {
                assert!(
                    HARMLESS_ATTRIBUTES.contains(&name.as_str()),
                    "{name}={value}"
                );
            }
            if let Some(target) = element.attribute("href") {
                let id = target.strip_prefix('#').expect("a link within the page");
                assert!(self.by_id(id).is_some(), "a link to {target}");
            }
            if let Some(style) = element.attribute("style") {
                let share = style
                    .strip_prefix("--share:")
                    .and_then(|share| share.strip_suffix('%'));
                assert!(
                    share.is_some_and(|share| share.parse::<u8>().is_ok_and(|share| share <= 100)),
                    "{style}"
                );
            }
        }
    }

    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.0.iter().filter(move |element| element.name == name)
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Element> {
        self.0
            .iter()
            .find(|element| element.attribute("id") == Some(id))
    }

    pub(crate) fn parent(&self, element: &Element) -> Option<&Element> {
        element.parent.map(|index| &self.0[index])
    }

    /// The elements below another.
    pub(crate) fn within(&self, outer: &Element) -> impl Iterator<Item = &Element> {
        let outer = outer.index;
        self.0.iter().filter(move |element| {
            let mut above = std::iter::successors(element.parent, |index| self.0[*index].parent);
            above.any(|index| index == outer)
        })
    }
}

/// The name and the attributes of an element, and what comes behind its start.
#[track_caller]
fn tag(text: &str) -> (String, Vec<(String, String)>, &str) {
    let end = text.find([' ', '>']).expect("a name ends");
    let (name, mut rest) = text.split_at(end);
    assert!(
        name.chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "<{name}"
    );
    let mut attributes = Vec::new();
    while let Some(inside) = rest.strip_prefix(' ') {
        let end = inside.find(['=', '>', ' ']).expect("an attribute ends");
        let (name, after) = inside.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').expect("a quote ends"),
            None => ("", after),
        };
        attributes.push((name.to_owned(), plain(value)));
        rest = after;
    }
    let rest = rest
        .strip_prefix('>')
        .unwrap_or_else(|| panic!("<{name} ends before {rest:.40}"));
    (name.to_owned(), attributes, rest)
}

/// Text without its escapes; anything else that begins with `&` is a fault.
#[track_caller]
fn plain(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "{text} is escaped");
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part
            .split_once(';')
            .unwrap_or_else(|| panic!("&{part} is escaped"));
        plain += match name {
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "amp" => "&",
            other => panic!("&{other}; is none of the escapes"),
        };
        plain += after;
    }
    plain
}
