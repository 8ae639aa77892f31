//! `safe-rustdoc`: rustdoc would run an indented or fenced block as a test, and takes raw angle
//! brackets, square brackets and bare URLs for something else.

use bindery_codegen::Pointer;

use super::{
    Breach, Survey,
    survey::{Node, Role},
};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for node in survey
        .nodes
        .iter()
        .filter(|node| node.reference().is_none())
    {
        for key in ["summary", "description"] {
            if let Some(text) = node.text(key).filter(|_| documents(node)) {
                breaches.extend(faults(&node.at.join(key), text));
            }
        }
    }
    breaches
}

/// Whether the texts of a part become documentation.
fn documents(node: &Node<'_>) -> bool {
    !matches!(node.role, Role::Example | Role::Plain)
}

fn faults(at: &Pointer, text: &str) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut fault = |message: &str, help: &str| breaches.push(Breach::new(at, message, help));
    if text.lines().any(|line| {
        ["```", "~~~"]
            .iter()
            .any(|fence| line.trim_start().starts_with(fence))
    }) {
        fault(
            "a fenced block, which rustdoc runs as a test",
            "say it in a sentence",
        );
        // Its lines are no prose, so the other complaints would only repeat this one.
        return breaches;
    }
    if text
        .lines()
        .any(|line| line.starts_with("    ") || line.starts_with('\t'))
    {
        fault(
            "an indented block, which rustdoc runs as a test",
            "do not indent the line",
        );
    }
    let Some(prose) = prose(text) else {
        fault(
            "a backtick without its other half",
            "put code between two backticks",
        );
        return breaches;
    };
    if prose.contains('<') || prose.contains('>') {
        fault(
            "raw angle brackets, which rustdoc reads as HTML",
            "put them in backticks",
        );
    }
    if brackets(&prose) {
        fault(
            "square brackets, which rustdoc reads as a link",
            "put them in backticks",
        );
    }
    if bare_url(&prose) {
        fault(
            "a bare URL, which rustdoc warns of",
            "put it in backticks, or write `[text](URL)`",
        );
    }
    let whole = text.trim_end().ends_with(['.', '!', '?', ':']);
    let lower = text
        .trim_start()
        .starts_with(|first: char| first.is_lowercase());
    if !whole || lower {
        fault(
            "not full sentences",
            "begin with a capital letter, and end with a full stop",
        );
    }
    breaches
}

/// The text without its code spans; `None` where one has no end.
fn prose(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('`').collect();
    // Parts outside and inside of backticks alternate, so a closed text has an odd number.
    (parts.len() % 2 == 1).then(|| {
        parts
            .iter()
            .step_by(2)
            .copied()
            .collect::<Vec<_>>()
            .join("code")
    })
}

/// Whether there are square brackets other than those of `[text](URL)`.
fn brackets(prose: &str) -> bool {
    let mut rest = prose;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((label, behind)) = after.split_once("](") else {
            return true;
        };
        if before.contains(']') || label.contains(['[', ']']) {
            return true;
        }
        rest = behind;
    }
    rest.contains(']')
}

/// Whether there is a URL other than that of `[text](URL)`.
fn bare_url(prose: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        let mut found = prose.match_indices(scheme);
        found.any(|(index, _)| !prose[..index].ends_with("]("))
    })
}
