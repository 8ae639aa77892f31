//! What a document says of an operation, as far as a call depends on it.

use http::{HeaderMap, HeaderName, StatusCode, header};

use super::Rules;

/// The facts of one operation; generated code has one such constant per method.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    pub(crate) id: &'static str,
    pub(crate) method: &'static str,
    pub(crate) template: &'static str,
    /// Its own servers, where it has any, and all that the document names.
    pub(crate) servers: &'static [&'static str],
    pub(crate) documented: &'static [&'static str],
    /// Place and name of each parameter that has rules.
    pub(crate) parameter_rules: &'static [(&'static str, &'static str, &'static Rules)],
    pub(crate) body_rules: Option<&'static Rules>,
    pub(crate) idempotent: bool,
    pub(crate) accept: &'static str,
    pub(crate) failures: &'static [&'static str],
    pub(crate) request_id: &'static str,
    pub(crate) anonymous: bool,
    /// Headers of the client's that carry keys.
    pub(crate) withheld: &'static [&'static str],
}

/// Headers that carry credentials.
const CREDENTIALS: [HeaderName; 3] = [
    header::AUTHORIZATION,
    header::COOKIE,
    header::PROXY_AUTHORIZATION,
];

impl Operation {
    /// An operation that answers with JSON; `template` is a path such as `/users/{user}`.
    pub const fn new(id: &'static str, method: &'static str, template: &'static str) -> Self {
        Self {
            id,
            method,
            template,
            servers: &[],
            documented: &[],
            parameter_rules: &[],
            body_rules: None,
            idempotent: matches!(
                method.as_bytes(),
                b"GET" | b"HEAD" | b"PUT" | b"DELETE" | b"OPTIONS" | b"TRACE"
            ),
            accept: "application/json",
            failures: &[],
            request_id: "x-request-id",
            anonymous: false,
            withheld: &[],
        }
    }

    /// What an error belongs to that belongs to no operation.
    pub(crate) const NONE: Self = Self::new("client", "GET", "");

    /// What stands in for the operation of a request that no document knows.
    pub(crate) const UNDOCUMENTED: &'static [Self] = &[
        Self::undocumented("GET"),
        Self::undocumented("POST"),
        Self::undocumented("PUT"),
        Self::undocumented("PATCH"),
        Self::undocumented("DELETE"),
        Self::undocumented("HEAD"),
        Self::undocumented("OPTIONS"),
    ];

    const fn undocumented(method: &'static str) -> Self {
        Self::new("undocumented", method, "").failures(&["4XX", "5XX"])
    }

    /// Safe to send again though its method says otherwise.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Sent without the client's credentials: its token, the keys of its query, and those of its
    /// headers that carry some, `cookie` included. What a single call is given is sent.
    #[must_use]
    pub const fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// More headers of the client that an anonymous operation is sent without: those in which the
    /// document has keys.
    #[must_use]
    pub const fn without(mut self, headers: &'static [&'static str]) -> Self {
        self.withheld = headers;
        self
    }

    /// The operation is called at servers of its own; `documented` are all that its document names.
    ///
    /// A client calls the first of them, or the one that is its base URL, if its base URL is
    /// documented, and its base URL otherwise. A path is one on the host of the base URL.
    #[must_use]
    pub const fn servers(
        mut self,
        own: &'static [&'static str],
        documented: &'static [&'static str],
    ) -> Self {
        self.servers = own;
        self.documented = documented;
        self
    }

    /// The rules of parameters, by place (`query`) and name.
    #[must_use]
    pub const fn parameter_rules(
        mut self,
        rules: &'static [(&'static str, &'static str, &'static Rules)],
    ) -> Self {
        self.parameter_rules = rules;
        self
    }

    /// The rules of the body.
    #[must_use]
    pub const fn body_rules(mut self, rules: &'static Rules) -> Self {
        self.body_rules = Some(rules);
        self
    }

    /// The media type to ask for.
    #[must_use]
    pub const fn accept(mut self, media_type: &'static str) -> Self {
        self.accept = media_type;
        self
    }

    /// The statuses that are documented as failures: `404`, `4XX` or `default`.
    #[must_use]
    pub const fn failures(mut self, failures: &'static [&'static str]) -> Self {
        self.failures = failures;
        self
    }

    /// The header of an answer that names the request; `x-request-id` unless the document names another.
    #[must_use]
    pub const fn request_id(mut self, header: &'static str) -> Self {
        self.request_id = header;
        self
    }

    /// The `operationId`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The HTTP method, in capitals.
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The path with its variables in braces.
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// Whether sending the request twice does what sending it once does.
    pub const fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Whether a header that the client has for all calls is none for this one.
    pub(crate) fn withholds(&self, header: &HeaderName) -> bool {
        let is_key = |key: &&str| key.eq_ignore_ascii_case(header.as_str());
        self.anonymous && (CREDENTIALS.contains(header) || self.withheld.iter().any(is_key))
    }

    /// A 2xx that the document does not call a failure.
    pub(crate) fn is_success(&self, status: StatusCode) -> bool {
        let named = |failure: &str| failure != "default" && matches(failure, status);
        status.is_success() && !self.failures.iter().any(|failure| named(failure))
    }

    /// The name under which the provider knows a request, from its answer's headers.
    pub(crate) fn request_id_in<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        headers.get(self.request_id)?.to_str().ok()
    }

    /// A failure that the document knows.
    pub(crate) fn is_documented_failure(&self, status: StatusCode) -> bool {
        self.failures.iter().any(|failure| matches(failure, status))
    }
}

fn matches(pattern: &str, status: StatusCode) -> bool {
    let code = status.as_str();
    pattern == code
        || pattern == "default"
        || (pattern.ends_with("XX") && pattern[..1] == code[..1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_succeeds_unless_it_is_named_a_failure() {
        let operation = Operation::new("op", "GET", "/").failures(&["202", "4XX", "default"]);
        for (code, success, documented) in [
            (200, true, true),
            (202, false, true),
            (204, true, true),
            (301, false, true),
            (404, false, true),
        ] {
            let status = StatusCode::from_u16(code).unwrap();
            assert_eq!(operation.is_success(status), success, "{code}");
            assert_eq!(
                operation.is_documented_failure(status),
                documented,
                "{code}"
            );
        }
        let silent = Operation::new("op", "GET", "/").failures(&["4XX"]);
        assert!(!silent.is_documented_failure(StatusCode::BAD_GATEWAY));
    }
}
