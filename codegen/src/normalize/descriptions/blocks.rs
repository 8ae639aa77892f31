//! The lines of a description: its lists keep their nesting and its code its fences, and nothing
//! stands so far to the right that rustdoc would take it for code.

use super::inline;
use crate::signs::is_hidden;

/// The same prose with whatever rustdoc would run, parse as HTML or take for a link made literal.
pub(in crate::normalize) fn safe(prose: &str) -> String {
    let prose = prose.replace("\r\n", "\n").replace('\r', "\n");
    let prose: String = prose.chars().filter(|c| !is_hidden(*c)).collect();
    let mut blocks = Blocks::default();
    let lines = prose.lines().map(str::trim_end);
    let mut lines = lines.skip_while(|line| line.is_empty());
    while let Some(line) = lines.next() {
        if let Some(fence) = blocks.line(line) {
            let code: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !fence.closes(line))
                .collect();
            blocks.code(&fence, &code);
        }
    }
    let mut safe = blocks.out;
    safe.truncate(safe.trim_end().len());
    safe
}

/// What is written, and what the next line may go on with.
#[derive(Default)]
struct Blocks {
    out: String,
    /// The items of lists that are open, the innermost last.
    items: Vec<Item>,
    /// Whether the line before is one of a paragraph.
    paragraph: bool,
}

/// Where the text of an item begins: as authored, and as written.
struct Item {
    authored: usize,
    written: usize,
}

/// The beginning of fenced code.
struct Fence {
    sign: char,
    length: usize,
    /// What stands before it on its line: spaces and the markers of items.
    lead: String,
    /// Where it begins: as authored, and as written.
    place: Item,
}

impl Fence {
    fn closes(&self, line: &str) -> bool {
        let text = line.trim_start();
        text.len() >= self.length && text.chars().all(|c| c == self.sign)
    }
}

impl Blocks {
    /// Writes a line, unless code begins with it.
    fn line(&mut self, line: &str) -> Option<Fence> {
        let mut rest = line.trim_start();
        if rest.is_empty() {
            if !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
            self.paragraph = false;
            return None;
        }
        let mut column = width(&line[..line.len() - rest.len()]);
        let known = self.items.len();
        // A paragraph goes on however far to the left its next line begins.
        if !self.paragraph || begins_block(rest) {
            let open = |item: &Item| item.authored <= column;
            let open = self.items.iter().take_while(|item| open(item)).count();
            self.items.truncate(open);
        }
        let mut interrupts = self.paragraph && self.items.len() == known;
        let mut lead = " ".repeat(self.items.last().map_or(0, |item| item.written));
        let mut quoted = false;
        loop {
            if let Some(inner) = rest.strip_prefix('>') {
                quoted = true;
                lead.push_str("> ");
                rest = inner.trim_start();
                continue;
            }
            let Some(marker) = marker(rest).filter(|_| !is_break(rest)) else {
                break;
            };
            let inner = rest[marker.len()..].trim_start();
            if interrupts && (inner.is_empty() || !may_interrupt(marker)) {
                break;
            }
            interrupts = false;
            let gap = width(&rest[marker.len()..rest.len() - inner.len()]);
            column += marker.len() + if (1..=4).contains(&gap) { gap } else { 1 };
            lead.push_str(marker);
            lead.push(' ');
            if !quoted {
                self.items.push(Item {
                    authored: column,
                    written: lead.len(),
                });
            }
            rest = inner;
        }
        if let Some((sign, length)) = fence(rest) {
            if !quoted {
                let written = self.items.last().map_or(0, |item| item.written);
                return Some(Fence {
                    sign,
                    length,
                    lead,
                    place: Item {
                        authored: column,
                        written,
                    },
                });
            }
            // Fences in quotes are rare, and end where the quote does.
            lead.push('\\');
        }
        self.out.push_str(&lead);
        inline::escape(rest, &mut self.out);
        self.out.truncate(self.out.trim_end().len());
        self.out.push('\n');
        self.paragraph = !rest.is_empty() && !is_heading(rest) && !is_break(rest);
        None
    }

    /// Writes code as such, and as nothing that is run.
    fn code(&mut self, fence: &Fence, code: &[&str]) {
        self.paragraph = false;
        if fence.lead.trim().is_empty() && code.iter().all(|line| line.is_empty()) {
            return;
        }
        let longest = code.iter().map(|line| longest_run(line)).max();
        let ticks = "`".repeat(longest.map_or(3, |longest| 3.max(longest + 1)));
        let indent = " ".repeat(fence.place.written);
        self.out.extend([fence.lead.as_str(), &ticks, "text\n"]);
        for line in code {
            let line = dedented(line, fence.place.authored);
            if !line.is_empty() {
                self.out.extend([indent.as_str(), line]);
            }
            self.out.push('\n');
        }
        self.out.extend([indent.as_str(), &ticks, "\n"]);
    }
}

/// How many columns white space takes up.
fn width(space: &str) -> usize {
    space.chars().fold(0, |column, c| match c {
        '\t' => column + 4 - column % 4,
        _ => column + 1,
    })
}

/// Whether a line begins something else than the paragraph before it goes on with.
fn begins_block(text: &str) -> bool {
    text.starts_with('>')
        || is_heading(text)
        || is_break(text)
        || marker(text).is_some()
        || fence(text).is_some()
}

fn is_heading(text: &str) -> bool {
    let level = text.len() - text.trim_start_matches('#').len();
    (1..=6).contains(&level) && matches!(text[level..].chars().next(), None | Some(' ' | '\t'))
}

/// A line across, and no items of lists.
fn is_break(text: &str) -> bool {
    let sign = text.chars().next().filter(|sign| "-*_".contains(*sign));
    sign.is_some_and(|sign| {
        text.chars().all(|c| c == sign || c.is_whitespace())
            && text.chars().filter(|c| *c == sign).count() >= 3
    })
}

/// The marker of an item: `-`, `*`, `+`, `1.` or `1)`.
fn marker(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = match text.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let (marker, behind) = text.split_at(end);
    matches!(behind.chars().next(), None | Some(' ' | '\t')).then_some(marker)
}

/// Whether a list that begins with the marker may do so amid a paragraph: `2020.` is a year.
fn may_interrupt(marker: &str) -> bool {
    let number = marker.trim_end_matches(['.', ')']).parse::<u32>();
    number.is_err() || number == Ok(1)
}

/// The sign of a fence and how often it stands there, if the text begins one.
fn fence(text: &str) -> Option<(char, usize)> {
    let sign = text.chars().next().filter(|sign| "`~".contains(*sign))?;
    let behind = text.trim_start_matches(sign);
    let length = text.len() - behind.len();
    (length >= 3 && !(sign == '`' && behind.contains('`'))).then_some((sign, length))
}

/// How many backticks stand together, at most.
fn longest_run(line: &str) -> usize {
    let runs = line.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}

/// A line without the space that its fence has before it.
fn dedented(line: &str, columns: usize) -> &str {
    let within = |(at, c): &(usize, char)| c.is_whitespace() && width(&line[..*at]) < columns;
    let end = line.char_indices().find(|place| !within(place));
    &line[end.map_or(line.len(), |(at, _)| at)..]
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (prose, expected) in cases {
            assert_eq!(safe(prose), *expected, "{prose:?}");
            assert_eq!(safe(expected), *expected, "what is safe stays as it is");
        }
    }

    #[test]
    fn prose_becomes_safe_rustdoc() {
        check(&[
            ("Plain text.", "Plain text."),
            ("One.\n\n \n\nTwo.", "One.\n\nTwo."),
            ("Send <your URL>.", "Send \\<your URL>."),
            ("`<your URL>` stays.", "`<your URL>` stays."),
            ("Always \\<float>.", "Always \\<float>."),
            ("An array[0] of x.", "An array\\[0] of x."),
            ("Try:\n\n    let x = 1;", "Try:\n\nlet x = 1;"),
            (">     let x = 1;", "> let x = 1;"),
            ("-     let x = 1;", "- let x = 1;"),
            ("A lone ` tick.", "A lone \\` tick."),
            ("A \\` tick and `code`.", "A \\` tick and `code`."),
            ("``<a> ` [b]`` and `<c>", "``<a> ` [b]`` and \\`\\<c>"),
        ]);
    }

    #[test]
    fn a_link_leads_to_an_address_and_holds_no_other() {
        check(&[
            ("See https://a.example/b.", "See <https://a.example/b>."),
            ("See <https://a.example/b>.", "See <https://a.example/b>."),
            (
                "See [b](https://a.example/b).",
                "See [b](https://a.example/b).",
            ),
            (
                "See [b](https://a.example/b_(c) \"Title\").",
                "See [b](https://a.example/b_(c)).",
            ),
            (
                "See [https://a.example](https://a.example).",
                "See [https://a.example](https://a.example).",
            ),
            (
                "See ``https://a.example`` and `https://b.example`.",
                "See ``https://a.example`` and `https://b.example`.",
            ),
            ("See [errors](#section/errors).", "See errors."),
            (
                "See ![errors](errors.png) or [`b`](b).",
                "See errors or `b`.",
            ),
            (
                "Write to [us](mailto:us@a.example).",
                "Write to [us](mailto:us@a.example).",
            ),
            ("An [a](b c).", "An \\[a](b c)."),
            ("An <https://a.example b>.", "An \\<<https://a.example> b>."),
        ]);
        let badge = "[![b](https://a.example/b.svg)](https://a.example/b)";
        assert_eq!(
            safe(badge),
            "\\[![b](https://a.example/b.svg)](<https://a.example/b>)"
        );
    }

    #[test]
    fn fenced_code_stays_code_that_nobody_runs() {
        check(&[
            (
                "Try:\n```\nfn main() {}\n```",
                "Try:\n```text\nfn main() {}\n```",
            ),
            (
                "~~~rust\n[a] <b>\n\n```\n~~~\nThen.",
                "````text\n[a] <b>\n\n```\n````\nThen.",
            ),
            // What is not closed is code to its end.
            ("   ```json\n   {\n     1", "```text\n{\n  1\n```"),
            ("End.\n```", "End."),
            (
                "- Send\n  ```\n  a\n    b\n  ```\n  and wait.",
                "- Send\n  ```text\n  a\n    b\n  ```\n  and wait.",
            ),
            ("1. ```\n   a\n   ```", "1. ```text\n   a\n   ```"),
            ("```a``` is `b`.", "```a``` is `b`."),
            ("> ~~~\n> a\n> ~~~", "> \\~~~\n> a\n> \\~~~"),
        ]);
    }

    #[test]
    fn lists_keep_their_nesting() {
        check(&[
            ("* a\n    * b\n        * c\n* d", "* a\n  * b\n    * c\n* d"),
            ("1.  a\n\n    b\n2.  c", "1. a\n\n   b\n2. c"),
            ("- a\n\t- b\n\nc", "- a\n  - b\n\nc"),
            ("- a\nb\n  - c", "- a\n  b\n  - c"),
            // No list begins amid a paragraph but with 1, so nothing is nested in it.
            ("In\n2020. A\n\n      b", "In\n2020. A\n\nb"),
            ("a\n-\n\n      b", "a\n-\n\nb"),
            ("* * *\n\n      b", "* * *\n\nb"),
            ("      - a\n        - b\n      - c", "- a\n  - b\n- c"),
        ]);
    }
}
