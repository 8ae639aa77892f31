//! Descriptions as rustdoc that cannot break: no stray HTML, no doctests, no broken links.

use serde_json::Value;

use super::schema::text;

/// The description of a schema or parameter.
pub(super) fn of(value: &Value) -> String {
    safe(
        text(value, "description")
            .or_else(|| text(value, "title"))
            .unwrap_or_default(),
    )
}

/// Summary, then description, then the provider's page.
pub(super) fn of_operation(operation: &Value) -> String {
    let mut parts: Vec<String> = Vec::new();
    for key in ["summary", "description"] {
        let part = safe(text(operation, key).unwrap_or_default());
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    if let Some(url) = operation["externalDocs"]["url"].as_str() {
        parts.push(format!("Source: <{}>.", url.replace(['<', '>', ' '], "")));
    }
    parts.join("\n\n")
}

/// The same prose with whatever rustdoc would run, parse as HTML or take for a link made literal.
pub(super) fn safe(prose: &str) -> String {
    let mut safe = String::with_capacity(prose.len());
    let prose = prose.replace("\r\n", "\n").replace('\r', "\n");
    // Rust refuses signs in comments that turn the direction of text, and shows no control signs.
    let prose: String = prose.chars().filter(|c| !is_hidden(*c)).collect();
    for line in prose.trim().lines() {
        let line = line.trim_end();
        // An indented line would be a code block, and so a doctest.
        let line = if line.starts_with("    ") || line.starts_with('\t') {
            line.trim_start()
        } else {
            line
        };
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            continue;
        }
        escape(line, &mut safe);
        safe.push('\n');
    }
    safe.truncate(safe.trim_end().len());
    safe
}

fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}

fn escape(line: &str, out: &mut String) {
    let mut code = false;
    // Whether the text of a link was begun, whose address is still to come.
    let mut linked = false;
    let balanced = line.matches('`').count().is_multiple_of(2);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        match c {
            '`' if balanced => {
                code = !code;
                out.push(c);
            }
            '`' => out.push_str("\\`"),
            _ if code => out.push(c),
            'h' if rest.starts_with("http://") || rest.starts_with("https://") => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c))
                    .unwrap_or(rest.len());
                let url = rest[..end].trim_end_matches(['.', ',', ';', ':']);
                // Inside `[text](url)` and `<url>` it is a link already.
                let opened = out.ends_with('<') && !out.ends_with("\\<");
                if opened || (linked && out.ends_with("](")) {
                    linked = false;
                    out.push_str(url);
                } else {
                    out.push('<');
                    out.push_str(url);
                    out.push('>');
                }
                rest = &rest[url.len()..];
                continue;
            }
            '<' if !rest[1..].starts_with("http") => out.push_str("\\<"),
            '[' if !is_link(rest) => out.push_str("\\["),
            '[' => {
                linked = true;
                out.push(c);
            }
            // Escaped by the author.
            '\\' if rest[1..].starts_with(['<', '[', '\\']) => {
                out.push_str(&rest[..2]);
                rest = &rest[2..];
                continue;
            }
            _ => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// `[text](https://…)`, which rustdoc renders as it stands.
fn is_link(rest: &str) -> bool {
    rest.find("](").is_some_and(|close| {
        !rest[1..close].contains(['[', ']']) && rest[close + 2..].starts_with("http")
    })
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn prose_becomes_safe_rustdoc() {
        for (prose, expected) in [
            ("Plain text.", "Plain text."),
            ("Send <your URL>.", "Send \\<your URL>."),
            ("`<your URL>` stays.", "`<your URL>` stays."),
            ("See https://a.example/b.", "See <https://a.example/b>."),
            ("See <https://a.example/b>.", "See <https://a.example/b>."),
            (
                "See [b](https://a.example/b).",
                "See [b](https://a.example/b).",
            ),
            (
                "[![b](https://a.example/b.svg)](https://a.example/b)",
                "\\[![b](https://a.example/b.svg)](<https://a.example/b>)",
            ),
            ("Always \\<float>.", "Always \\<float>."),
            ("An array[0] of x.", "An array\\[0] of x."),
            ("Try:\n\n    let x = 1;", "Try:\n\nlet x = 1;"),
            ("Try:\n```\nfn main() {}\n```", "Try:\nfn main() {}"),
            ("A lone ` tick.", "A lone \\` tick."),
        ] {
            assert_eq!(safe(prose), expected, "{prose:?}");
        }
    }
}
