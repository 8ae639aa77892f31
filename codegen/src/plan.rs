//! What normalization found out about a document and refinement needs to know:
//! everything OpenAPI says that the generator's types cannot.

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

use crate::Pointer;

/// The plan of one client.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub(crate) title: String,
    pub(crate) docs: String,
    /// The header of an answer that names the request.
    pub(crate) request_id: Option<String>,
    /// All that the document names, those of the document itself first.
    pub(crate) servers: Vec<Server>,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) types: Vec<Type>,
    /// The rules of the named schemas that requests reach, by the authored name.
    pub(crate) rules: BTreeMap<String, Vec<Rule>>,
}

/// What the provider knows its callers by.
#[derive(Debug, Clone)]
pub(crate) struct Credential {
    pub(crate) kind: Scheme,
    pub(crate) docs: String,
    /// Where tokens are had, as the document calls the ways to them, and what each lets its bearer do.
    pub(crate) urls: Vec<(String, String)>,
    pub(crate) scopes: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub(crate) enum Scheme {
    Header(String),
    Query(String),
    Cookie(String),
    Bearer,
    /// Another scheme of the header `authorization`.
    Authorization(String),
    Certificate,
}

#[derive(Debug, Clone)]
pub(crate) struct Server {
    /// With the defaults of its variables.
    pub(crate) url: String,
    /// As authored, with its variables in braces.
    pub(crate) template: String,
    pub(crate) docs: String,
    pub(crate) variables: Vec<Variable>,
}

/// A part of a server's URL that its user may choose.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// Those among which to choose, where not any will do.
    pub(crate) values: Vec<Value>,
    pub(crate) default: Option<Value>,
}

/// One operation. Its types are read from the generated struct `carrier`, field by field.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) pointer: Pointer,
    /// The `operationId`, or what stands in for it.
    pub(crate) id: String,
    /// The Rust method.
    pub(crate) name: String,
    /// Upper-case HTTP method.
    pub(crate) method: String,
    pub(crate) template: String,
    /// The URLs of the servers of its own, where they are not those of the document.
    pub(crate) servers: Vec<String>,
    /// The pairs of the query that every request has.
    pub(crate) fixed: Vec<(String, String)>,
    pub(crate) docs: String,
    pub(crate) deprecated: bool,
    /// Safe to resend though its method says otherwise.
    pub(crate) idempotent: bool,
    /// Sent without credentials.
    pub(crate) anonymous: bool,
    /// The headers of keys that it is sent without.
    pub(crate) withheld: Vec<String>,
    pub(crate) carrier: String,
    pub(crate) parameters: Vec<Parameter>,
    /// Names of parameters of which at most one may be sent, each list for itself.
    pub(crate) exclusive: Vec<Vec<String>>,
    /// How the pages of the answer chain.
    pub(crate) pagination: Option<Pagination>,
    /// The built type of the optional parameters, if there are any.
    pub(crate) options: Option<String>,
    pub(crate) body: Option<Body>,
    /// The other bodies that may be sent in its place.
    pub(crate) others: Vec<Body>,
    /// The enum of the bodies, where there are others.
    pub(crate) bodies: Option<String>,
    /// The enum of the successes, where they differ.
    pub(crate) answers: Option<String>,
    pub(crate) success: Vec<Answer>,
    pub(crate) failure: Vec<Answer>,
}

impl Operation {
    /// The bodies among which the caller chooses.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.body.iter().chain(&self.others)
    }

    /// `METHOD /path/{template}`, which names an operation in complaints.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

impl Location {
    /// The place as the document and the runtime call it.
    pub(crate) fn place(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) wire: String,
    /// Where its schema was authored.
    pub(crate) pointer: Pointer,
    /// Property of the carrier that holds its type.
    pub(crate) key: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    pub(crate) style: Style,
    /// As authored: that of an optional one becomes a field's, which is made safe with all others.
    pub(crate) description: String,
    /// What is said of it as an argument.
    pub(crate) docs: String,
    pub(crate) deprecated: bool,
    /// What the provider assumes in its place.
    pub(crate) default: Option<Value>,
    pub(crate) rules: Vec<Rule>,
}

/// How a parameter's value is written (OpenAPI 3.0.3, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Simple { explode: bool },
    Label { explode: bool },
    Matrix { explode: bool },
    Form { explode: bool },
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
}

/// A list that comes in pages.
#[derive(Debug, Clone)]
pub(crate) struct Pagination {
    /// The method that streams them.
    pub(crate) method: String,
    /// The type of one page.
    pub(crate) page: String,
    /// Its property that holds the entries.
    pub(crate) items: String,
    /// The parameter that says how many entries a page holds.
    pub(crate) limit: Option<String>,
    pub(crate) after: Option<Chain>,
    pub(crate) before: Option<Chain>,
}

/// One way from page to page.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    /// The query parameter that takes the cursor.
    pub(crate) parameter: String,
    /// The property of the page that gives it.
    pub(crate) next: String,
}

#[derive(Debug, Clone)]
pub(crate) struct Body {
    /// What it is called among others: `Json`.
    pub(crate) variant: String,
    /// Property of the carrier that holds its type; none where the content says it all.
    pub(crate) key: Option<String>,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    pub(crate) media_type: String,
    pub(crate) content: Content,
    /// What is not written as OpenAPI assumes, where the body is a form or in parts.
    pub(crate) encoding: Vec<Encoding>,
    pub(crate) docs: String,
    pub(crate) rules: Vec<Rule>,
}

/// How one property of a form or of parts is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Encoding {
    pub(crate) property: String,
    pub(crate) style: Option<Style>,
    /// The one media type that the document gives it.
    pub(crate) media_type: Option<String>,
}

/// What one documented status answers with.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    /// Property of the carrier that holds its type; none without a typed body.
    pub(crate) key: Option<String>,
    pub(crate) content: Content,
    pub(crate) media_type: Option<String>,
    /// Whether it comes as an event stream too.
    pub(crate) streamed: bool,
    pub(crate) docs: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Exact(u16),
    Range(u16),
    Default,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(code) => write!(f, "{code}"),
            Self::Range(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
    /// Bytes as they come.
    Stream,
    Empty,
}

/// What a value in a request must keep to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    /// A rule of the runtime with a number, written as the document writes it: `Maximum`, `200`.
    Number(&'static str, String),
    /// A rule of the runtime with a count: `MaxLength`, 255.
    Count(&'static str, u64),
    Pattern(String),
    UniqueItems,
    Items(Vec<Rule>),
    Property(String, Vec<Rule>),
    /// The properties that are not among the known ones.
    Others(Vec<String>, Vec<Rule>),
    /// Those of a named schema.
    Named(String),
}

impl Rule {
    /// Calls `visit` on this rule and on each inside it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        if let Self::Items(inner) | Self::Property(_, inner) | Self::Others(_, inner) = self {
            for rule in inner {
                rule.walk(visit);
            }
        }
    }
}

/// One generated type. Its name is the Rust name and the component's name in the lowered document.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    pub(crate) name: String,
    /// Where its schema was authored.
    pub(crate) pointer: Pointer,
    pub(crate) docs: String,
    pub(crate) deprecated: bool,
    /// Reached from a request: users build it.
    pub(crate) sent: bool,
    /// A body in parts, which is not JSON.
    pub(crate) multipart: bool,
    pub(crate) shape: Shape,
}

/// The property that tells the branches of a union apart.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) property: String,
    /// Each value with the name of the branch's type.
    pub(crate) values: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Object {
        fields: Vec<Field>,
    },
    Enumeration {
        variants: Vec<Variant>,
        open: bool,
    },
    Union {
        tag: Option<Tag>,
        /// Of each branch that is no named type, the title, if it has one.
        titles: Vec<Option<String>>,
    },
    /// An array, a map or a scalar under a name.
    Alias {
        secret: bool,
    },
}

#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a claim of the document, independent of the others"
)]
pub(crate) struct Field {
    pub(crate) wire: String,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    /// The document gives it no type: any JSON value, null included.
    pub(crate) untyped: bool,
    pub(crate) secret: bool,
    /// The one value that it has, as far as the document knows.
    pub(crate) constant: Option<Value>,
    /// Files, where the type is a body in parts.
    pub(crate) binary: Option<Binary>,
    /// The media type of its part, where the document gives one.
    pub(crate) media_type: Option<String>,
    /// How its parts are written, where the document says so.
    pub(crate) style: Option<Style>,
    pub(crate) deprecated: bool,
    pub(crate) docs: String,
    /// What the provider assumes in its place.
    pub(crate) default: Option<Value>,
}

/// One of an enum's values, each of which is a scalar that stands in it once.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    pub(crate) value: Value,
    /// What the document calls it, where that is not the value itself.
    pub(crate) name: Option<String>,
    pub(crate) docs: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Binary {
    One,
    Many,
}
