//! One finding in the form that rustc has made familiar: title, lines of each file, help.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::printable;
use crate::Place;

/// What one finding shows.
pub(super) struct Block<'a> {
    pub(super) level: Level<'static>,
    pub(super) id: &'a str,
    pub(super) message: &'a str,
    /// The place that is blamed, then those that show it.
    pub(super) places: Vec<&'a Place>,
    pub(super) note: Option<String>,
    pub(super) help: Option<&'a str>,
    /// The name by which an ignore entry can mean it, if it has one.
    pub(super) name: Option<&'a str>,
}

impl Block<'_> {
    pub(super) fn render(&self, renderer: &Renderer) -> String {
        let title = self.level.clone().primary_title(printable(self.message));
        let title = title.id(self.id);
        let mut group = title.elements(None::<Snippet<'_, annotate_snippets::Annotation<'_>>>);
        for (index, place) in self.places.iter().enumerate() {
            let kind = if index == 0 {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let mut annotation = kind.span(span(place));
            if !place.label.is_empty() {
                annotation = annotation.label(printable(&place.label));
            }
            let mut snippet = Snippet::source(place.line.as_str())
                .line_start(place.position.line)
                .annotation(annotation);
            if place.from == 1 {
                snippet = snippet.path(printable(&place.file));
            } else {
                // Of a part of a line the column is not that of the text shown.
                let origin = Origin::path(printable(&place.file)).line(place.position.line);
                group = group.element(origin.char_column(place.position.column));
            }
            group = group.element(snippet);
        }
        if let Some(note) = &self.note {
            group = group.element(Level::NOTE.message(printable(note)));
        }
        if let Some(help) = self.help {
            group = group.element(Level::HELP.message(printable(help)));
        }
        if let Some(name) = self.name {
            group = group.element(Level::NOTE.with_name("id").message(name));
        }
        without_nameless(&renderer.render(&[group]))
    }
}

/// Takes out the lines in which a snippet without a path is introduced: it has its origin above.
fn without_nameless(rendered: &str) -> String {
    let nameless = |line: &&str| {
        // Each colour ends with `m`, and begins with an escape.
        let parts = line
            .split('\x1b')
            .enumerate()
            .map(|(index, part)| match index {
                0 => part,
                _ => part.split_once('m').map_or(part, |(_, text)| text),
            });
        parts.collect::<String>().trim() == ":::"
    };
    let lines: Vec<&str> = rendered
        .split('\n')
        .filter(|line| !nameless(line))
        .collect();
    lines.join("\n")
}

/// The bytes of the line that are meant; at least one, so that the column shows.
fn span(place: &Place) -> std::ops::Range<usize> {
    let start = place.position.column - place.from;
    let byte = |column: usize| {
        let mut columns = place.line.char_indices().map(|(byte, _)| byte);
        columns.nth(column).unwrap_or(place.line.len())
    };
    byte(start)..byte(start + place.width.max(1))
}
