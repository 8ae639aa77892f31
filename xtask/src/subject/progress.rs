//! How far a long log has been read, on a terminal.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use bindery_contract::{Entries, Entry, Error};

/// How long nothing is shown, and how often it is shown anew.
const PAUSE: Duration = Duration::from_millis(200);
/// How many characters the bar has.
const WIDTH: u64 = 30;

/// Exchanges that are counted on stderr while they pass, if it is a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    entries: Entries,
    count: usize,
    /// When the bar is due; never where nobody looks.
    due: Option<Instant>,
    drawn: bool,
}

impl Progress {
    pub(crate) fn new(entries: Entries) -> Self {
        let watched = io::stderr().is_terminal();
        Self {
            entries,
            count: 0,
            due: watched.then(|| Instant::now() + PAUSE),
            drawn: false,
        }
    }

    fn draw(&mut self) {
        let (read, total) = self.entries.progress();
        let bar = bar(read, total, self.count);
        // A terminal that is gone is no reason to stop.
        let _ = write!(io::stderr().lock(), "\r{bar}\x1b[K");
        self.drawn = true;
        self.due = Some(Instant::now() + PAUSE);
    }
}

impl Iterator for Progress {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.draw();
        }
        self.count += 1;
        self.entries.next()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}

/// The bar: how much is filled, how many exchanges, how many MB of how many.
fn bar(read: u64, total: u64, count: usize) -> String {
    let filled = (read * WIDTH)
        .checked_div(total)
        .unwrap_or(WIDTH)
        .min(WIDTH);
    let bar: String = (0..WIDTH)
        .map(|at| if at < filled { '=' } else { ' ' })
        .collect();
    let megabytes = |bytes: u64| bytes / 1_000_000;
    format!(
        "[{bar}] {count} exchanges, {} of {} MB",
        megabytes(read),
        megabytes(total)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_much_was_read() {
        let cases = [
            (
                0,
                60_000_000,
                "[                              ] 7 exchanges, 0 of 60 MB",
            ),
            (
                20_000_000,
                60_000_000,
                "[==========                    ] 7 exchanges, 20 of 60 MB",
            ),
            (
                60_000_000,
                60_000_000,
                "[==============================] 7 exchanges, 60 of 60 MB",
            ),
            (
                0,
                0,
                "[==============================] 7 exchanges, 0 of 0 MB",
            ),
        ];
        for (read, total, expected) in cases {
            assert_eq!(bar(read, total, 7), expected);
        }
    }
}
