//! Two texts of a file as a unified diff, of whose long lines only parts are shown.

use std::ops::Range;

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices, group_diff_ops};

/// How many lines around an edit are shown.
const AROUND: usize = 2;
/// How long a line may be that is shown whole, in bytes.
const LONG: usize = 400;
/// How many parts of a long line are shown around an edit.
const PARTS: usize = 3;
/// How much of a long part is shown at each of its ends, in characters.
const END: usize = 40;

/// The lines that differ, with those around them.
pub(super) fn unified(name: &str, old: &str, new: &str) -> String {
    let lines = TextDiff::from_lines(old, new);
    let mut diff = lines.unified_diff();
    let diff = diff.context_radius(AROUND).header(name, name);
    let hunks: Vec<_> = diff.iter_hunks().collect();
    let is_long = |line: &str| line.len() > LONG;
    if !hunks
        .iter()
        .flat_map(similar::udiff::UnifiedDiffHunk::iter_changes)
        .any(|change| is_long(change.value()))
    {
        return diff.to_string();
    }
    let mut text = format!("--- {name}\n+++ {name}\n");
    for hunk in hunks {
        text += &hunk.header().to_string();
        text.push('\n');
        let (mut gone, mut come) = (String::new(), String::new());
        for change in hunk.iter_changes() {
            match change.tag() {
                ChangeTag::Delete => gone += change.value(),
                ChangeTag::Insert => come += change.value(),
                ChangeTag::Equal => {
                    text += &excerpt(&std::mem::take(&mut gone), &std::mem::take(&mut come));
                    text += &line(' ', &[change.value()], 0..1);
                }
            }
        }
        text += &excerpt(&gone, &come);
    }
    text
}

/// The parts of some lines that differ, with those around them.
fn excerpt(gone: &str, come: &str) -> String {
    let (old, new) = (parts(gone), parts(come));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut text = String::new();
    for group in group_diff_ops(ops, PARTS) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let range = |of: fn(&DiffOp) -> Range<usize>| of(first).start..of(last).end;
        text += &line('-', &old, range(DiffOp::old_range));
        text += &line('+', &new, range(DiffOp::new_range));
    }
    text
}

/// The parts of a text, each of which ends with what separates it from the next.
fn parts(text: &str) -> Vec<&str> {
    text.split_inclusive(['\n', ',', '{', '[']).collect()
}

/// Some of the parts as one line behind its sign.
fn line(sign: char, parts: &[&str], range: Range<usize>) -> String {
    if range.is_empty() {
        return String::new();
    }
    let (before, after) = (range.start > 0, range.end < parts.len());
    let shown: String = parts[range].iter().map(|part| cut(part)).collect();
    let mark = |cut: bool| if cut { "…" } else { "" };
    let shown = shown.trim_end_matches('\n');
    format!("{sign}{}{shown}{}\n", mark(before), mark(after))
}

/// A text without its middle, if it is long.
fn cut(text: &str) -> String {
    let count = text.chars().count();
    if text.len() <= LONG || count <= 2 * END {
        return text.to_owned();
    }
    let head: String = text.chars().take(END).collect();
    let tail: String = text.chars().skip(count - END).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::{LONG, unified};

    #[test]
    fn of_a_long_line_the_parts_that_differ_are_shown() {
        let filler = "\"x\": 1, ".repeat(LONG);
        let old = format!("{{{filler}\"a\": {{\"type\": \"string\"}}, {filler}\"b\": [1, 2]}}");
        let new = old
            .replace("string", "integer")
            .replace("[1, 2]", "[1, 2, 3]");
        let x = "\"x\": 1,";
        let string = format!("… {x} {x} \"a\": {{\"type\": \"string\"}}, {x} {x} {x}…\n");
        let list = format!("… {x} \"b\": [1, 2]}}\n");
        let expected = [
            "--- d.json\n+++ d.json\n@@ -1 +1 @@\n",
            &format!("-{string}+{}", string.replace("string", "integer")),
            &format!("-{list}+{}", list.replace("2]", "2, 3]")),
        ];
        assert_eq!(unified("d.json", &old, &new), expected.concat());
    }

    #[test]
    fn short_lines_are_shown_whole_with_those_around_them() {
        assert_eq!(
            unified("d.yaml", "a\nb\nc\nd\ne\n", "a\nb\nc\nD\ne\n"),
            "--- d.yaml\n+++ d.yaml\n@@ -2,4 +2,4 @@\n b\n c\n-d\n+D\n e\n"
        );
    }
}
