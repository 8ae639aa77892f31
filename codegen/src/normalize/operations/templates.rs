//! Paths as they are sent: each begins with a slash, a fragment stays with the document, and a
//! query is one of parameters.

use crate::{
    Operation,
    note::Notes,
    plan::{Location, Parameter, Style},
};

/// The signs by which what stands behind a colon is known for a pattern.
const PATTERN: [char; 8] = ['[', '(', '\\', '.', '+', '*', '^', '$'];

/// A path without query and fragment.
pub(super) struct Template {
    pub(super) path: String,
    /// The pairs of the query that every request has.
    pub(super) fixed: Vec<(String, String)>,
}

/// The path of an operation with names alone in its braces: of `{+name}`, `{name=users/*}` and
/// `{name:[a-z]+}` the name, of `{/name}` the slash too, of `{?page,size}` nothing, for those are
/// parameters of the query.
pub(super) fn named(operation: &Operation<'_>, notes: &mut Notes<'_>) -> String {
    let (mut path, mut rest) = (String::new(), operation.path);
    while let Some((before, after)) = rest.split_once('{')
        && let Some((inside, after)) = after.split_once('}')
    {
        path.push_str(before);
        if !inside.starts_with(['?', '&', '#']) {
            let slash = if inside.starts_with('/') { "/" } else { "" };
            let name = inside.split('=').next().unwrap_or_default();
            let name = match name.split_once(':') {
                Some((name, pattern)) if pattern.contains(PATTERN) => name,
                _ => name,
            };
            let name = name
                .trim_start_matches(['+', '/', ';'])
                .trim_end_matches('*');
            path.extend([slash, "{", name, "}"]);
        }
        rest = after;
    }
    path.push_str(rest);
    if path != operation.path {
        let message = format!("more than names in the braces of the path: read as `{path}`");
        let help = "name one parameter in each pair of braces";
        notes.rewritten(&operation.item, message, help);
    }
    path
}

/// Reads the path of an operation; parameters that stand in its query become those of queries.
pub(super) fn read(
    operation: &Operation<'_>,
    mut path: &str,
    parameters: &mut [Parameter],
    notes: &mut Notes<'_>,
) -> Template {
    let at = &operation.item;
    if let Some((before, fragment)) = path.split_once('#') {
        let message = format!("`#{fragment}` of the path is never sent: left out");
        notes.rewritten(at, message, "tell operations apart by what is sent");
        path = before;
    }
    let mut fixed = Vec::new();
    if let Some((before, query)) = path.split_once('?') {
        let message = format!("`?{query}` in the path: read as query parameters");
        notes.rewritten(at, message, "write parameters `in: query`");
        path = before;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let variable = value
                .strip_prefix('{')
                .and_then(|value| value.strip_suffix('}'));
            let filling = parameters.iter_mut().find(|parameter| {
                parameter.location == Location::Path && Some(parameter.wire.as_str()) == variable
            });
            match filling {
                Some(parameter) => {
                    parameter.location = Location::Query;
                    name.clone_into(&mut parameter.wire);
                    parameter.style = Style::Form { explode: true };
                }
                None => fixed.push((name.to_owned(), value.to_owned())),
            }
        }
    }
    let path = if path.starts_with('/') {
        path.to_owned()
    } else {
        let message = format!("the path `{path}` begins with no slash: read as `/{path}`");
        notes.rewritten(at, message, "begin it with `/`");
        format!("/{path}")
    };
    Template { path, fixed }
}
