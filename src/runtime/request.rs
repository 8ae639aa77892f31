//! One request, as generated code describes it.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use url::Url;

use super::{
    Call, Chunks, Client, Error, Multipart, Operation, Style, body::Raw, segment, style,
    written::Written,
};

/// A request under construction; the first thing that cannot be sent is what its call fails with.
pub struct Request {
    client: Client,
    operation: &'static Operation,
    template: &'static str,
    path: Vec<(&'static str, String)>,
    query: String,
    cookies: String,
    headers: HeaderMap,
    body: Option<Bytes>,
    refused: Option<String>,
}

/// A request that can be sent, any number of times.
#[derive(Clone)]
pub(super) struct Ready {
    /// The server of the operation, where it is another than the client's base URL.
    pub(super) server: Option<Url>,
    /// Path and query, encoded.
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Bytes>,
}

impl Request {
    pub(super) fn new(
        client: Client,
        operation: &'static Operation,
        template: &'static str,
    ) -> Self {
        Self {
            client,
            operation,
            template,
            path: Vec::new(),
            query: String::new(),
            cookies: String::new(),
            headers: HeaderMap::new(),
            body: None,
            refused: None,
        }
    }

    /// A path parameter in the usual style.
    #[must_use]
    pub fn path(self, name: &'static str, value: impl Serialize) -> Self {
        self.path_as(name, Style::Simple { explode: false }, value)
    }

    /// A path parameter.
    #[must_use]
    pub fn path_as(mut self, name: &'static str, style: Style, value: impl Serialize) -> Self {
        if let Some(value) = self.parameter("path", name, value) {
            self.path.push((name, style::path(name, style, &value)));
        }
        self
    }

    /// A query parameter in the usual style.
    #[must_use]
    pub fn query(self, name: &str, value: impl Serialize) -> Self {
        self.query_as(name, Style::Form { explode: true }, value)
    }

    /// A query parameter; what is absent or null is not sent.
    #[must_use]
    pub fn query_as(mut self, name: &str, style: Style, value: impl Serialize) -> Self {
        if let Some(value) = self.parameter("query", name, value) {
            push_pairs(&mut self.query, "&", &style::pairs(name, style, &value));
        }
        self
    }

    /// Refuses the request if more than one of these query parameters would be sent.
    #[must_use]
    pub fn exclusive(mut self, names: &[&str]) -> Self {
        let sent = |name: &&&str| {
            let name = segment::encode(name);
            let mut pairs = self.query.split('&');
            pairs.any(|pair| pair.split_once('=').is_some_and(|(sent, _)| sent == name))
        };
        let sent: Vec<String> = names
            .iter()
            .filter(sent)
            .map(|name| format!("`{name}`"))
            .collect();
        if sent.len() > 1 {
            self.refuse(format!(
                "parameters {} exclude each other",
                sent.join(" and ")
            ));
        }
        self
    }

    /// A cookie in the usual style.
    #[must_use]
    pub fn cookie(self, name: &str, value: impl Serialize) -> Self {
        self.cookie_as(name, Style::Form { explode: true }, value)
    }

    /// A cookie; what is absent or null is not sent.
    #[must_use]
    pub fn cookie_as(mut self, name: &str, style: Style, value: impl Serialize) -> Self {
        if let Some(value) = self.parameter("cookie", name, value) {
            push_pairs(&mut self.cookies, "; ", &style::pairs(name, style, &value));
        }
        self
    }

    /// A header in the usual style.
    #[must_use]
    pub fn header(self, name: &str, value: impl Serialize) -> Self {
        self.header_as(name, Style::Simple { explode: false }, value)
    }

    /// A header; what is absent or null is not sent.
    #[must_use]
    pub fn header_as(mut self, name: &str, style: Style, value: impl Serialize) -> Self {
        let Some(value) = self.parameter("header", name, value) else {
            return self;
        };
        if let Some(text) = style::header(style, &value) {
            match unprinted(name, &text) {
                Some((name, value)) => drop(self.headers.insert(name, value)),
                None => self.refuse(format!(
                    "header `{name}` has a value that no header can carry"
                )),
            }
        }
        self
    }

    /// The body that the caller chose of several.
    #[must_use]
    pub fn body(self, send: impl FnOnce(Self) -> Self) -> Self {
        send(self)
    }

    /// A JSON body, be it null.
    #[must_use]
    pub fn json_body(self, body: impl Serialize) -> Self {
        self.json_body_as("application/json", body)
    }

    /// A JSON body that is optional; none where it is not given.
    #[must_use]
    pub fn maybe_json_body(self, body: Option<impl Serialize>) -> Self {
        self.maybe_json_body_as("application/json", body)
    }

    /// An optional JSON body under another media type.
    #[must_use]
    pub fn maybe_json_body_as(
        self,
        media_type: &'static str,
        body: Option<impl Serialize>,
    ) -> Self {
        match body {
            Some(body) => self.json_body_as(media_type, body),
            None => self,
        }
    }

    /// A JSON body under another media type.
    #[must_use]
    pub fn json_body_as(mut self, media_type: &'static str, body: impl Serialize) -> Self {
        match serde_json::to_vec(&body) {
            Ok(bytes) => {
                if self.operation.body_rules.is_some() {
                    match read_back(&bytes, &body) {
                        Ok(value) => self.check_body(&value),
                        Err(error) => {
                            self.refuse(format!("the body cannot be checked: {error}"));
                        }
                    }
                }
                self.with_body(media_type, bytes.into())
            }
            Err(error) => {
                self.refuse(format!("the body cannot be written as JSON: {error}"));
                self
            }
        }
    }

    /// A form body whose fields are written as OpenAPI assumes: see [`Request::form_body_as`].
    #[must_use]
    pub fn form_body(self, body: impl Serialize) -> Self {
        self.form_body_as(&[], body)
    }

    /// A form body; none where it is optional and not given.
    ///
    /// A field without a style of its own is one pair, a list one for each entry, and an object its
    /// JSON text (OpenAPI 3.0.3, "Support for x-www-form-urlencoded Request Bodies").
    #[must_use]
    pub fn form_body_as(mut self, styles: &[(&str, Style)], body: impl Serialize) -> Self {
        let written = match Written::of(body) {
            Ok(written) if written.is_null() => return self,
            Ok(written) => written,
            Err(error) => {
                self.refuse(format!("the body cannot be written as a form: {error}"));
                return self;
            }
        };
        let Written::Object(fields) = &written else {
            self.refuse("the body cannot be written as a form: it is no object".to_owned());
            return self;
        };
        if self.operation.body_rules.is_some() {
            self.check_body(&written.sorted());
        }
        let mut form = String::new();
        for (name, value) in fields {
            let own = styles.iter().find(|(known, _)| known == name);
            let usual = match value {
                Written::Object(_) => Style::Json,
                _ => Style::Form { explode: true },
            };
            let style = own.map_or(usual, |(_, style)| *style);
            push_pairs(&mut form, "&", &style::pairs(name, style, value));
        }
        self.with_body("application/x-www-form-urlencoded", form.into())
    }

    /// A body of text; none where it is optional and not given.
    #[must_use]
    pub fn text_body_as<'a>(
        self,
        media_type: &'static str,
        body: impl Into<Option<&'a str>>,
    ) -> Self {
        match body.into() {
            Some(text) => self.with_body(media_type, Bytes::copy_from_slice(text.as_bytes())),
            None => self,
        }
    }

    /// A body of bytes; none where it is optional and not given.
    #[must_use]
    pub fn bytes_body_as(self, media_type: &'static str, body: impl Into<Option<Bytes>>) -> Self {
        match body.into() {
            Some(bytes) => self.with_body(media_type, bytes),
            None => self,
        }
    }

    /// A form in parts; none where it is optional and not given.
    #[must_use]
    pub fn multipart_body<'a, F: Multipart + 'a>(self, body: impl Into<Option<&'a F>>) -> Self {
        self.multipart_body_as("multipart/form-data", body)
    }

    /// A body in parts of another kind, such as `multipart/mixed`.
    #[must_use]
    pub fn multipart_body_as<'a, F: Multipart + 'a>(
        mut self,
        media_type: &str,
        body: impl Into<Option<&'a F>>,
    ) -> Self {
        let Some(form) = body.into().map(Multipart::form) else {
            return self;
        };
        match form.and_then(|form| form.encode(media_type)) {
            Ok((content_type, bytes)) => {
                self.headers.insert(header::CONTENT_TYPE, content_type);
                self.body = Some(bytes);
            }
            Err(message) => self.refuse(message),
        }
        self
    }

    /// The call, whose answer is JSON.
    pub fn json<T: DeserializeOwned + 'static>(self) -> Call<T> {
        self.call(Raw::json)
    }

    /// The call, whose answer is text.
    pub fn text(self) -> Call<String> {
        self.call(Raw::text)
    }

    /// The call, whose answer is bytes.
    pub fn bytes(self) -> Call<Bytes> {
        self.call(|raw| Ok(raw.bytes()))
    }

    /// The call, whose answer is bytes as they come; their end, too, is the receiver's to wait for.
    pub fn chunks(self) -> Call<Chunks> {
        self.call(|raw| Ok(raw.chunks())).streamed()
    }

    /// The call, whose answer has no body that matters: it is asked for as whatever it is, and what
    /// fails as JSON.
    pub fn empty(mut self) -> Call<()> {
        self.accept("application/json, */*;q=0.5");
        self.call(|_| Ok(()))
    }

    /// The call, whose answer depends on its status.
    pub fn by_status<T: 'static>(self, read: fn(&Raw) -> Result<T, Error>) -> Call<T> {
        self.call(read)
    }

    fn call<T: 'static>(mut self, decode: fn(&Raw) -> Result<T, Error>) -> Call<T> {
        self.accept(self.operation.accept);
        self.add_cookies();
        let server = match self.refused.take() {
            Some(refusal) => Err(refusal),
            None => self.client.inner.servers.of(self.operation),
        };
        let target = || segment::fill(self.template, &self.path);
        let ready = server
            .and_then(|server| Ok((server, target()?)))
            .map(|(server, mut target)| {
                if !self.query.is_empty() {
                    target.push('?');
                    target.push_str(&self.query);
                }
                Ready {
                    server,
                    target,
                    headers: self.headers,
                    body: self.body,
                }
            })
            .map_err(|message| Error::invalid_request(self.operation, message));
        Call::new(self.client, self.operation, ready, decode)
    }

    /// Asks for an answer of this media type, unless another is asked for already.
    fn accept(&mut self, media_type: &'static str) {
        let accept = self.headers.entry(header::ACCEPT);
        accept.or_insert(HeaderValue::from_static(media_type));
    }

    /// Adds the cookies to those that the request or its client has as a header.
    fn add_cookies(&mut self) {
        let cookies = std::mem::take(&mut self.cookies);
        if cookies.is_empty() {
            return;
        }
        let clients = self.client.inner.headers.get(header::COOKIE);
        let clients = clients.filter(|_| !self.operation.withholds(&header::COOKIE));
        let all = match self.headers.get(header::COOKIE).or(clients) {
            Some(given) => [given.as_bytes(), b"; ", cookies.as_bytes()].concat(),
            None => cookies.into_bytes(),
        };
        if let Ok(mut all) = HeaderValue::from_bytes(&all) {
            all.set_sensitive(true);
            self.headers.insert(header::COOKIE, all);
        }
    }

    pub(super) fn refused(mut self, message: String) -> Self {
        self.refuse(message);
        self
    }

    fn with_body(mut self, media_type: &'static str, body: Bytes) -> Self {
        self.headers
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        self.body = Some(body);
        self
    }

    /// The value of a parameter, which is refused where it breaks a rule.
    fn parameter(&mut self, place: &str, name: &str, parameter: impl Serialize) -> Option<Written> {
        let value = match Written::of(parameter) {
            Ok(value) => value,
            Err(error) => {
                self.refuse(format!("parameter `{name}` cannot be written: {error}"));
                return None;
            }
        };
        let rules = self.operation.parameter_rules.iter();
        for (_, _, rules) in rules.filter(|(at, of, _)| (*at, *of) == (place, name)) {
            if let Err(breach) = rules.check(&value.sorted()) {
                self.refuse(breach.of_parameter(name));
            }
        }
        Some(value)
    }

    fn check_body(&mut self, body: &Value) {
        if let Some(rules) = self.operation.body_rules
            && let Err(breach) = rules.check(body)
        {
            self.refuse(breach.of_body());
        }
    }

    fn refuse(&mut self, message: String) {
        self.refused.get_or_insert(message);
    }
}

/// A header that the HTTP library does not print, since any that is given may be a credential.
pub(super) fn unprinted(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some((name.parse().ok()?, value))
}

fn read_back(text: &[u8], of: &impl Serialize) -> serde_json::Result<Value> {
    // What is nested too deeply to be read can still be written.
    serde_json::from_slice(text).or_else(|_| serde_json::to_value(of))
}

/// What is asked for, without what is sent along: parameters, headers and bodies may be secret.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.id)
            .field("template", &self.template)
            .field("body_bytes", &self.body.as_ref().map(Bytes::len))
            .finish_non_exhaustive()
    }
}

fn push_pairs(text: &mut String, separator: &str, pairs: &[(String, String)]) {
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push_str(separator);
        }
        text.push_str(name);
        text.push('=');
        text.push_str(value);
    }
}
