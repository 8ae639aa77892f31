//! A line of prose, with whatever rustdoc would parse as HTML or take for a link of its own made
//! literal.

/// Writes the line behind what is written already.
pub(super) fn escape(line: &str, out: &mut String) {
    write(line, false, out);
}

/// The same for a text that may be that of a link, inside which there is no other.
fn write(text: &str, linked: bool, out: &mut String) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let next = rest[c.len_utf8()..].chars().next();
        let taken = match (c, next) {
            ('`', _) => code(rest, out),
            ('h', _) if is_url(rest) && !linked => bare(rest, out),
            ('<', Some('h')) if is_url(&rest[1..]) => enclosed(rest, linked, out),
            ('<', _) => literal(c, out),
            ('[', _) => link(rest, linked, out).unwrap_or_else(|| literal(c, out)),
            ('!', Some('[')) => image(rest, linked, out),
            // Escaped by the author.
            ('\\', Some(sign)) if sign.is_ascii_punctuation() => verbatim(&rest[..2], out),
            _ => verbatim(&rest[..c.len_utf8()], out),
        };
        rest = &rest[taken..];
    }
}

fn verbatim(text: &str, out: &mut String) -> usize {
    out.push_str(text);
    text.len()
}

fn literal(sign: char, out: &mut String) -> usize {
    out.push('\\');
    out.push(sign);
    sign.len_utf8()
}

/// A span of code, which ends with as many backticks as it begins with; without an end, the
/// backticks are signs as others.
fn code(rest: &str, out: &mut String) -> usize {
    let ticks = ticks(rest);
    let mut end = ticks;
    while let Some(found) = rest[end..].find('`') {
        end += found;
        let closing = self::ticks(&rest[end..]);
        end += closing;
        if closing == ticks {
            return verbatim(&rest[..end], out);
        }
    }
    out.push_str(&"\\`".repeat(ticks));
    ticks
}

/// How many backticks a text begins with.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

fn is_url(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// A URL in the midst of prose, without the stop at its end, as a link.
fn bare(rest: &str, out: &mut String) -> usize {
    let end = rest.find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c));
    let url = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':']);
    out.push('<');
    out.push_str(url);
    out.push('>');
    url.len()
}

/// `<https://…>`, which is a link already.
fn enclosed(rest: &str, linked: bool, out: &mut String) -> usize {
    let inner = &rest[1..];
    match inner.find(|c: char| c.is_whitespace() || "<>".contains(c)) {
        Some(end) if inner[end..].starts_with('>') => {
            let url = &inner[..end];
            if linked {
                write(url, linked, out);
            } else {
                out.push('<');
                out.push_str(url);
                out.push('>');
            }
            end + 2
        }
        _ => literal('<', out),
    }
}

/// `[text](target)`, if the text begins with one: a link, or the text alone where the target is a
/// place in the provider's own pages, which rustdoc would look for among the items of the crate.
fn link(rest: &str, linked: bool, out: &mut String) -> Option<usize> {
    let (text, target, taken) = parts(rest)?;
    if linked || !is_address(target) {
        write(text, linked, out);
    } else {
        out.push('[');
        write(text, true, out);
        out.push_str("](");
        out.push_str(target);
        out.push(')');
    }
    Some(taken)
}

/// `![text](target)`: an image, or its text where the target is no address.
fn image(rest: &str, linked: bool, out: &mut String) -> usize {
    let inner = &rest[1..];
    match parts(inner) {
        Some((text, target, taken)) if linked || !is_address(target) => {
            write(text, linked, out);
            taken + 1
        }
        Some(_) => verbatim("!", out) + link(inner, linked, out).unwrap_or_default(),
        None => verbatim("!", out),
    }
}

/// Whether a target leads somewhere from any page.
pub(super) fn is_address(target: &str) -> bool {
    is_url(target) || (target.starts_with("mailto:") && target.contains('@'))
}

/// The text and the target of a link, and how long all of it is.
fn parts(rest: &str) -> Option<(&str, &str, usize)> {
    let close = rest.find("](")?;
    let text = &rest[1..close];
    if text.contains(['[', ']']) || text.ends_with('\\') {
        return None;
    }
    let begin = close + 2;
    let target = &rest[begin..];
    let mut depth = 0_usize;
    let end = target.find(|c: char| {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ => return c == ')' || c.is_whitespace() || "<>`\\".contains(c),
        }
        false
    })?;
    let (target, behind) = target.split_at(end);
    let title = behind.trim_start();
    let shut = match title.chars().next()? {
        ')' => 0,
        quote @ ('"' | '\'') if title.len() < behind.len() => {
            let end = title[1..].find(quote)? + 2;
            end + title[end..].find(')').filter(|end| *end == 0)?
        }
        _ => return None,
    };
    let taken = begin + end + (behind.len() - title.len()) + shut + 1;
    Some((text, target, taken))
}
