//! Recorded exchanges: what was sent and answered, and how it is known.

mod body;
mod kept;
pub(crate) mod locate;
mod read;
mod write;

use std::{path::Path, sync::Arc};

use bindery_codegen::{Document, Error, Pointer, Position};

pub use self::{body::Body, kept::Kept};
use crate::{Entries, Entry, Place, har::Held, schema::Direction};

/// One exchange with a provider, or the half of it that is known.
#[derive(Debug, Clone)]
pub struct Recording {
    /// The file it was read from, or the name it was given.
    pub name: String,
    /// Which exchange of the file it is, from 0.
    pub index: usize,
    /// How it is known.
    pub recorded: Recorded,
    /// What was sent.
    pub request: Request,
    /// What was answered; `None` where only the request was printed.
    pub response: Option<Response>,
    file: Option<Arc<Document>>,
    archived: Option<Archived>,
}

/// What an archive says of an exchange besides what was sent and answered.
#[derive(Debug, Clone)]
pub(crate) struct Archived {
    pub(crate) entry: Arc<Held>,
    /// What a browser asked for, such as `xhr` or `image`.
    pub(crate) resource: Option<String>,
}

/// How an exchange is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Who recorded it.
    pub source: Source,
    /// The page or system it comes from.
    pub reference: String,
    /// The day it was recorded, or the modification date that the page prints.
    pub at: Option<String>,
    /// Parts that the provider did not print and replay needs; they witness nothing.
    pub assumed: Vec<Assumed>,
    /// A sample that a documentation tool made: its texts and numbers mean nothing.
    pub generated: bool,
    /// Values such as `<your webhook URL>`, whose format, pattern and enum are not checked.
    pub placeholders: Locations,
    /// Objects and arrays that were printed without their contents; only their type is checked.
    pub elided: Locations,
}

/// JSON pointers into the two bodies of an exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locations {
    /// Pointers into the request body, written `request:/…` in a file.
    pub request: Vec<Pointer>,
    /// Pointers into the response body.
    pub response: Vec<Pointer>,
}

impl Locations {
    /// Those in the body that travels in a direction.
    pub(crate) fn of(&self, direction: Direction) -> &[Pointer] {
        match direction {
            Direction::Request => &self.request,
            _ => &self.response,
        }
    }
}

/// Who recorded an exchange.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The provider printed it in its documentation.
    Documentation,
    /// It was captured from the provider.
    Live,
    /// It was made up in code. No file may say so.
    #[default]
    Invented,
}

/// A part of an exchange that the provider did not print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumed {
    /// The status of the response.
    Status,
    /// The headers of the response.
    Header,
    /// The path of the request.
    Path,
}

/// What was sent.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Method in upper case.
    pub method: String,
    /// Scheme and host as sent, such as `https://api.example.com`, where they were recorded.
    pub origin: Option<String>,
    /// Path as sent, base path of the server included, without query.
    pub path: String,
    /// Query parameters, decoded, in the order sent.
    pub query: Vec<(String, String)>,
    /// Headers, in the order sent.
    pub headers: Vec<(String, String)>,
    /// Body, if there is one.
    pub body: Option<Body>,
}

/// What was answered.
#[derive(Debug, Clone, Default)]
pub struct Response {
    /// Status code.
    pub status: u16,
    /// Headers, in the order received.
    pub headers: Vec<(String, String)>,
    /// Body, if there is one.
    pub body: Option<Body>,
}

/// A part of an exchange outside its bodies.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    Path,
    Query(usize),
    /// A header of the request.
    Header(usize),
    Request,
    Status,
    /// A header of the response.
    AnswerHeader(usize),
    ContentType,
}

impl Recording {
    /// Reads one recording from a file.
    ///
    /// # Errors
    /// When the file cannot be read, is not YAML, or is not a recording; with every fault of it.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        read::recording(Document::load(path)?)
    }

    /// Reads one recording from its text.
    ///
    /// # Errors
    /// When the text is not YAML, or is not a recording; with every fault of it.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Error> {
        read::recording(Document::parse(name, text)?)
    }

    /// Reads all exchanges of a file, or of all files below a folder, sorted by path.
    ///
    /// Of a long log, [`Entries`] holds one exchange at a time.
    ///
    /// # Errors
    /// As [`Entry::read_each`], and when the folder cannot be read.
    pub fn load_all(path: impl AsRef<Path>) -> Result<Vec<Self>, Error> {
        let mut recordings = Vec::new();
        Entry::read_each(Entries::open([path])?, |recording| {
            recordings.push(recording);
        })?;
        Ok(recordings)
    }

    /// An exchange made up in code, for instance the one that a test has just seen.
    pub fn invented(name: impl Into<String>, request: Request, response: Option<Response>) -> Self {
        Self {
            name: name.into(),
            index: 0,
            recorded: Recorded::default(),
            request,
            response,
            file: None,
            archived: None,
        }
    }

    /// An exchange of an archive.
    pub(crate) fn archived(
        index: usize,
        recorded: Recorded,
        request: Request,
        response: Option<Response>,
        archived: Archived,
    ) -> Self {
        Self {
            name: archived.entry.file.to_string(),
            index,
            recorded,
            request,
            response,
            file: None,
            archived: Some(archived),
        }
    }

    /// Whether it is an entry of an archive, and not a file of its own.
    pub(crate) fn is_archived(&self) -> bool {
        self.archived.is_some()
    }

    /// The file that holds it, and of an archive also where.
    pub fn cited(&self) -> String {
        match &self.archived {
            Some(archived) => archived.entry.place("").to_string(),
            None => self.name.clone(),
        }
    }

    /// What a browser asked for, such as `xhr` or `image`, if a browser recorded it.
    pub(crate) fn resource(&self) -> Option<&str> {
        self.archived.as_ref()?.resource.as_deref()
    }

    /// The value of a pair of the query as it was sent, not decoded, if that is known.
    pub(crate) fn query_as_sent(&self, index: usize) -> Option<String> {
        let query = self.archived.as_ref()?.entry.query()?;
        let mut pairs = query.split('&').filter(|pair| !pair.is_empty());
        let (_, value) = pairs.nth(index)?.split_once('=')?;
        Some(value.to_owned())
    }

    /// Whether a body was sent or received that the recording does not hold.
    pub(crate) fn left_out(&self, direction: Direction) -> bool {
        let body = match direction {
            Direction::Request => self.request.body.as_ref(),
            _ => self
                .response
                .as_ref()
                .and_then(|response| response.body.as_ref()),
        };
        body.is_none()
            && self
                .recorded
                .elided
                .of(direction)
                .contains(&Pointer::default())
    }

    /// The text of a file that [`Recording::parse`] reads this exchange from.
    ///
    /// Bodies of JSON are pretty-printed in their order. [`Kept`] says which headers are worth it.
    pub fn to_yaml(&self) -> String {
        write::recording(self)
    }

    /// The same exchange apart from the file that it was read from.
    pub(crate) fn detached(mut self) -> Self {
        self.file = None;
        self.archived = None;
        self
    }

    pub(crate) fn assumes(&self, part: Assumed) -> bool {
        self.recorded.assumed.contains(&part)
    }

    /// The place of a part in the recording's file, or in a line made up for an invented one.
    pub(crate) fn place(&self, part: Part) -> Place {
        if let Some(file) = &self.file {
            return Place::of(file, &part.pointer(file));
        }
        if let Some(archived) = &self.archived {
            return archived.entry.place(&part.in_archive(self));
        }
        let Request { method, path, .. } = &self.request;
        let line = match (part, &self.response) {
            (Part::Status | Part::AnswerHeader(_) | Part::ContentType, Some(response)) => {
                response.status.to_string()
            }
            _ => format!("{method} {path}"),
        };
        Place {
            file: self.name.clone(),
            position: Position { line: 1, column: 1 },
            pointer: Pointer::default(),
            label: String::new(),
            width: line.chars().count(),
            line,
            from: 1,
        }
    }
}

impl Part {
    fn pointer(self, file: &Document) -> String {
        match self {
            Self::Path => "/when/path".to_owned(),
            Self::Query(index) => format!("/when/query_param/{index}"),
            Self::Header(index) => format!("/when/header/{index}"),
            Self::Request => "/when".to_owned(),
            Self::Status => "/then/status".to_owned(),
            Self::AnswerHeader(index) => format!("/then/header/{index}"),
            Self::ContentType => {
                let headers = file.get("/then/header").and_then(|list| list.as_array());
                let index = headers.into_iter().flatten().position(|header| {
                    let name = header.get("name").and_then(|name| name.as_str());
                    name.is_some_and(|name| name.eq_ignore_ascii_case("content-type"))
                });
                index.map_or("/then/body".to_owned(), |index| {
                    format!("/then/header/{index}")
                })
            }
        }
    }
}

impl Part {
    /// Where the part stands in an entry of an archive.
    fn in_archive(self, recording: &Recording) -> String {
        let response = recording.response.as_ref();
        match self {
            Self::Path | Self::Query(_) => "/request/url".to_owned(),
            Self::Header(index) => format!("/request/headers/{index}"),
            Self::Request => "/request".to_owned(),
            Self::Status => "/response/status".to_owned(),
            Self::AnswerHeader(index) => format!("/response/headers/{index}"),
            Self::ContentType => {
                let mut headers = response.into_iter().flat_map(|response| &response.headers);
                let index = headers.position(|(name, _)| name.eq_ignore_ascii_case("content-type"));
                index.map_or("/response/content".to_owned(), |index| {
                    format!("/response/headers/{index}")
                })
            }
        }
    }
}

impl Request {
    /// A request without query, headers and body.
    pub fn new(method: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            method: method.into().to_uppercase(),
            path: path.into(),
            ..Self::default()
        }
    }

    /// The same request with one more query parameter.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// The same request with one more header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same request with a JSON body, given as text.
    pub fn json(self, text: impl Into<String>) -> Self {
        self.body("application/json", text)
    }

    /// The same request with a body of a media type, given as text.
    pub fn body(mut self, media_type: impl Into<String>, text: impl Into<String>) -> Self {
        self.headers.push(content_type(media_type));
        self.body = Some(Body::new("request body", text));
        self
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        header(&self.headers, "content-type")
    }
}

impl Response {
    /// A response without headers and body.
    pub fn new(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    /// The same response with one more header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same response with a JSON body, given as text.
    pub fn json(self, text: impl Into<String>) -> Self {
        self.body("application/json", text)
    }

    /// The same response with a body of a media type, given as text.
    pub fn body(mut self, media_type: impl Into<String>, text: impl Into<String>) -> Self {
        self.headers.push(content_type(media_type));
        self.body = Some(Body::new("response body", text));
        self
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        header(&self.headers, "content-type")
    }
}

impl Source {
    /// The word that recordings and reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Documentation => "documentation",
            Self::Live => "live",
            Self::Invented => "invented",
        }
    }
}

/// The value of a header, whose name may be in any case.
pub(crate) fn header<'a>(headers: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
    let found = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.as_str())
}

fn content_type(media_type: impl Into<String>) -> (String, String) {
    ("content-type".to_owned(), media_type.into())
}
