//! Rows of cells as aligned text.

use std::fmt::Write as _;

/// Rows as lines of two-space separated columns, indented; figures stand at the right.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let figures = |column: usize| {
        let mut cells = rows
            .iter()
            .skip(1)
            .filter_map(|row| row.get(column))
            .peekable();
        cells.peek().is_some() && cells.all(|cell| is_figure(cell))
    };
    let at_right: Vec<bool> = (0..count).map(figures).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let width = widths[column];
            let _ = if at_right[column] {
                write!(line, "  {cell:>width$}")
            } else {
                write!(line, "  {cell:width$}")
            };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_end_matches(" %");
    cell == "-"
        || !bare.is_empty()
            && bare
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A part of a whole in percent, to one place, rounded down so that 100 % means all.
pub(crate) fn percent(part: usize, whole: usize) -> String {
    match whole {
        0 => "-".to_owned(),
        whole => {
            let tenths = part * 1000 / whole;
            format!("{}.{} %", tenths / 10, tenths % 10)
        }
    }
}

/// A count with its noun.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
