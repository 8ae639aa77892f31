//! Cuts a JSON text from a reader into its parts, without keeping more than the part at hand.

use std::io::{self, BufRead};

use bindery_codegen::Position;

/// The largest part that is held; what is larger is refused instead of filling the memory.
pub(super) const MAX_PART: usize = 64 << 20;

/// What a reader's text is not, and where.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) at: Position,
}

/// A reader that knows its line and column.
///
/// It follows brackets and strings only; whoever is handed a part parses it.
#[derive(Debug)]
pub(super) struct Scanner<R> {
    input: R,
    at: Position,
}

impl<R: BufRead> Scanner<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            at: Position { line: 1, column: 1 },
        }
    }

    /// The place of the next character.
    pub(super) fn position(&self) -> Position {
        self.at
    }

    pub(super) fn fault<T>(&self, message: impl Into<String>) -> Result<T, Fault> {
        Err(Fault {
            message: message.into(),
            at: self.at,
        })
    }

    /// The next byte that is no blank, which stays the next one; `None` at the end.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                return Ok(None);
            }
            // A byte order mark is a blank to every reader of JSON that is not strict.
            let blank = |byte: &u8| byte.is_ascii_whitespace() || b"\xef\xbb\xbf".contains(byte);
            match buffer.iter().position(|byte| !blank(byte)) {
                Some(count) => {
                    let next = buffer[count];
                    self.consume(count);
                    return Ok(Some(next));
                }
                None => {
                    let count = buffer.len();
                    self.consume(count);
                }
            }
        }
    }

    /// Steps over a byte that has to come next.
    pub(super) fn expect(&mut self, wanted: u8) -> Result<(), Fault> {
        if self.peek()? == Some(wanted) {
            self.consume(1);
            return Ok(());
        }
        self.fault(format!("expected `{}`", char::from(wanted)))
    }

    /// The next key of the object that was stepped into, up to its value; `None` behind the last.
    pub(super) fn key(&mut self) -> Result<Option<String>, Fault> {
        match self.peek()? {
            Some(b'}') => {
                self.consume(1);
                return Ok(None);
            }
            Some(b',') => self.consume(1),
            _ => {}
        }
        if self.peek()? != Some(b'"') {
            return self.fault("expected a key");
        }
        let mut key = Vec::new();
        self.value(Some(&mut key))?;
        let Ok(key) = serde_json::from_slice::<String>(&key) else {
            return self.fault("a key that is no text");
        };
        self.expect(b':')?;
        Ok(Some(key))
    }

    /// Steps to the next item of the array that was stepped into; false behind the last.
    pub(super) fn item(&mut self) -> Result<bool, Fault> {
        match self.peek()? {
            Some(b']') => {
                self.consume(1);
                Ok(false)
            }
            Some(b',') => {
                self.consume(1);
                Ok(true)
            }
            Some(_) => Ok(true),
            None => self.fault("the file ends within a list"),
        }
    }

    /// Takes the next value, into a buffer or nowhere.
    pub(super) fn value(&mut self, mut into: Option<&mut Vec<u8>>) -> Result<(), Fault> {
        self.peek()?;
        let (start, mut state) = (self.at, State::default());
        loop {
            let buffer = self.fill()?;
            if buffer.is_empty() {
                return match state {
                    State {
                        begun: true,
                        quoted: false,
                        depth: 0,
                        ..
                    } => Ok(()),
                    _ => self.fault("the file ends within a value"),
                };
            }
            let (count, ended) = state.advance(buffer);
            if let Some(into) = into.as_deref_mut() {
                append(into, &buffer[..count], start)?;
            }
            self.consume(count);
            if ended {
                return Ok(());
            }
        }
    }

    /// The next line that is not blank, without its end, and where it begins; `None` at the end.
    pub(super) fn line(&mut self) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        if self.peek()?.is_none() {
            return Ok(None);
        }
        let (start, mut line) = (self.at, Vec::new());
        loop {
            let buffer = self.fill()?;
            let end = memchr::memchr(b'\n', buffer);
            let count = end.unwrap_or(buffer.len());
            append(&mut line, &buffer[..count], start)?;
            self.consume(count);
            if end.is_some() || count == 0 {
                return Ok(Some((start, line)));
            }
        }
    }

    fn fill(&mut self) -> Result<&[u8], Fault> {
        let at = self.at;
        loop {
            match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let message = format!("cannot read: {error}");
                    return Err(Fault { message, at });
                }
                Ok(_) => break,
            }
        }
        // What is buffered is handed out again without a call to the system.
        self.input.fill_buf().map_err(|error| Fault {
            message: format!("cannot read: {error}"),
            at,
        })
    }

    fn consume(&mut self, count: usize) {
        if let Ok(buffer) = self.input.fill_buf() {
            let taken = &buffer[..count.min(buffer.len())];
            let last = memchr::memrchr(b'\n', taken);
            if let Some(last) = last {
                self.at.line += memchr::memchr_iter(b'\n', &taken[..=last]).count();
                self.at.column = 1;
            }
            let tail = &taken[last.map_or(0, |last| last + 1)..];
            // Bytes that continue a character begin with the bits 10.
            self.at.column += tail.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        }
        self.input.consume(count);
    }
}

/// Adds to a part, unless it grows beyond what is held.
fn append(part: &mut Vec<u8>, more: &[u8], at: Position) -> Result<(), Fault> {
    if part.len() + more.len() > MAX_PART {
        let message = format!("a value of more than {} MiB", MAX_PART >> 20);
        return Err(Fault { message, at });
    }
    part.extend_from_slice(more);
    Ok(())
}

/// How far a value has been followed.
#[derive(Debug, Default)]
struct State {
    begun: bool,
    depth: usize,
    quoted: bool,
    escaped: bool,
}

impl State {
    /// Follows the value through a buffer: how many bytes belong to it, and whether it ended.
    fn advance(&mut self, buffer: &[u8]) -> (usize, bool) {
        let mut at = 0;
        while at < buffer.len() {
            if self.escaped {
                self.escaped = false;
                at += 1;
                continue;
            }
            if self.quoted {
                let Some(next) = memchr::memchr2(b'"', b'\\', &buffer[at..]) else {
                    return (buffer.len(), false);
                };
                at += next + 1;
                self.escaped = buffer[at - 1] == b'\\';
                self.quoted = self.escaped;
                if !self.quoted && self.depth == 0 {
                    return (at, true);
                }
                continue;
            }
            let byte = buffer[at];
            let bare = self.begun && self.depth == 0;
            match byte {
                b',' | b']' | b'}' | b':' if self.depth == 0 => return (at, true),
                byte if bare && byte.is_ascii_whitespace() => return (at, true),
                b'"' => self.quoted = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return (at + 1, true);
                    }
                }
                _ => {}
            }
            self.begun = true;
            at += 1;
        }
        (at, false)
    }
}
