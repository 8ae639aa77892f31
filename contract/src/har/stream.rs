//! The entries of an archive, one at a time as the file is read.

use std::{io::BufRead, sync::Arc};

use bindery_codegen::{Diagnostic, Position};

use super::{
    Held,
    scan::{Fault, Scanner},
};

/// How the entries stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// In the list `log.entries` of one object.
    Archive,
    /// One on each line.
    Lines,
}

/// The text of one entry, not yet parsed.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) file: Arc<str>,
    pub(crate) index: usize,
    start: Position,
    bytes: Vec<u8>,
}

/// The entries of one file; after a fault there are no more.
#[derive(Debug)]
pub(crate) struct Stream<R> {
    file: Arc<str>,
    scanner: Scanner<R>,
    shape: Shape,
    state: State,
    index: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Begin,
    Within,
    End,
}

impl<R: BufRead> Stream<R> {
    pub(crate) fn new(file: &str, input: R, shape: Shape) -> Self {
        Self {
            file: Arc::from(file),
            scanner: Scanner::new(input),
            shape,
            state: State::Begin,
            index: 0,
        }
    }

    fn advance(&mut self) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        if self.shape == Shape::Lines {
            return self.scanner.line();
        }
        if self.state == State::Begin {
            self.open()?;
            self.state = State::Within;
        }
        if !self.scanner.item()? {
            self.close()?;
            return Ok(None);
        }
        self.scanner.peek()?;
        let (start, mut bytes) = (self.scanner.position(), Vec::new());
        self.scanner.value(Some(&mut bytes))?;
        if bytes.is_empty() {
            return self.scanner.fault("expected an entry");
        }
        Ok(Some((start, bytes)))
    }

    /// Steps into the list of entries.
    fn open(&mut self) -> Result<(), Fault> {
        self.scanner.expect(b'{')?;
        for wanted in ["log", "entries"] {
            loop {
                match self.scanner.key()? {
                    Some(key) if key == wanted => break,
                    Some(_) => self.scanner.value(None)?,
                    None => return self.scanner.fault(format!("`{wanted}` is missing")),
                }
            }
            let bracket = if wanted == "log" { b'{' } else { b'[' };
            self.scanner.expect(bracket)?;
        }
        Ok(())
    }

    /// Steps over what follows the list of entries, so that a file that was cut off is noticed.
    fn close(&mut self) -> Result<(), Fault> {
        for _ in ["log", "the archive"] {
            while self.scanner.key()?.is_some() {
                self.scanner.value(None)?;
            }
        }
        match self.scanner.peek()? {
            None => Ok(()),
            Some(_) => self.scanner.fault("expected the end of the file"),
        }
    }
}

impl<R: BufRead> Iterator for Stream<R> {
    type Item = Result<Raw, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.state == State::End {
            return None;
        }
        match self.advance() {
            Ok(Some((start, bytes))) => {
                let raw = Raw {
                    file: Arc::clone(&self.file),
                    index: self.index,
                    start,
                    bytes,
                };
                self.index += 1;
                Some(Ok(raw))
            }
            Ok(None) => {
                self.state = State::End;
                None
            }
            Err(fault) => {
                self.state = State::End;
                let message = format!("not an HTTP archive: {}", fault.message);
                let help = match self.shape {
                    Shape::Archive => "an archive is `{\"log\": {\"entries\": […]}}`",
                    Shape::Lines => "write one entry of an archive on each line",
                };
                let diagnostic = Diagnostic::new(&*self.file, message);
                Some(Err(diagnostic.at(fault.at).help(help)))
            }
        }
    }
}

impl Raw {
    /// The entry as text.
    pub(super) fn held(self) -> Result<Held, Diagnostic> {
        match String::from_utf8(self.bytes) {
            Ok(text) => Ok(Held {
                file: self.file,
                start: self.start,
                text,
            }),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
                let held = Held {
                    file: Arc::clone(&self.file),
                    start: self.start,
                    text,
                };
                let at = held.position(good);
                let fault = Diagnostic::new(&*self.file, "not an HTTP archive: not UTF-8");
                Err(fault.at(at).help("save the archive as UTF-8"))
            }
        }
    }
}
