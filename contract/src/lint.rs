//! The authoring rules: what a document alone is held against. One file for each rule.

mod client_error;
mod description;
mod evidence;
mod example_fits;
mod external_docs;
mod integer_format;
mod known_extension;
mod nullable_type;
mod openapi_version;
mod operation_id;
mod path_parameter;
mod ref_resolves;
mod required_exists;
mod safe_rustdoc;
mod secret_format;
mod security;
mod server_https;
mod structure;
mod survey;
mod unused_component;

use std::fmt;

use bindery_codegen::{Diagnostic, Document, Pointer};

use self::survey::Survey;
use crate::Place;

/// A rule that documents are written by.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name that findings carry.
    pub id: &'static str,
    /// What the rule asks for.
    pub says: &'static str,
    check: fn(&Survey<'_>) -> Vec<Breach>,
}

/// A place where a document breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The [`Rule::id`].
    pub rule: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// Where.
    pub place: Place,
    /// How to mend it.
    pub help: String,
}

/// What a rule found at a pointer.
#[derive(Debug, Clone)]
struct Breach {
    at: Pointer,
    message: String,
    help: String,
}

/// All rules, by name.
pub const RULES: [Rule; 19] = [
    Rule {
        id: "client-error",
        says: "every operation has a `4XX` answer, or single 4xx statuses",
        check: client_error::check,
    },
    Rule {
        id: "description",
        says: "everything that becomes documentation has a description",
        check: description::check,
    },
    Rule {
        id: "evidence",
        says: "`x-evidence` says how the author knows, at the root or on every operation",
        check: evidence::check,
    },
    Rule {
        id: "example-fits",
        says: "an `example` or `default` satisfies its schema",
        check: example_fits::check,
    },
    Rule {
        id: "external-docs",
        says: "every operation names the page it was written from, by https",
        check: external_docs::check,
    },
    Rule {
        id: "integer-format",
        says: "every integer has the format `int32` or `int64`",
        check: integer_format::check,
    },
    Rule {
        id: "known-extension",
        says: "extensions are known, in the right place and of the right shape",
        check: known_extension::check,
    },
    Rule {
        id: "nullable-type",
        says: "`nullable` stands beside `type`, and a nullable `enum` lists null",
        check: nullable_type::check,
    },
    Rule {
        id: "openapi-version",
        says: "`openapi` is `3.0.3`",
        check: openapi_version::check,
    },
    Rule {
        id: "operation-id",
        says: "`operationId` is present and in lowerCamelCase",
        check: operation_id::check,
    },
    Rule {
        id: "path-parameter",
        says: "path template and path parameters agree, and each is required",
        check: path_parameter::check,
    },
    Rule {
        id: "ref-resolves",
        says: "each `$ref` resolves, in this file or another, and stands alone",
        check: ref_resolves::check,
    },
    Rule {
        id: "required-exists",
        says: "a name in `required` is declared in `properties`",
        check: required_exists::check,
    },
    Rule {
        id: "safe-rustdoc",
        says: "texts are full sentences that rustdoc shows as they are meant",
        check: safe_rustdoc::check,
    },
    Rule {
        id: "secret-format",
        says: "a text property named like a secret has `format: password`",
        check: secret_format::check,
    },
    Rule {
        id: "security",
        says: "every operation says what it needs, by defined schemes and scopes",
        check: security::check,
    },
    Rule {
        id: "server-https",
        says: "every server URL is https",
        check: server_https::check,
    },
    Rule {
        id: "structure",
        says: "keywords are those of OpenAPI 3.0.3, where needed, with values of the right kind",
        check: structure::check,
    },
    Rule {
        id: "unused-component",
        says: "everything under `components` is referred to",
        check: unused_component::check,
    },
];

/// Holds a document against every rule; the findings are in document order.
pub fn lint(document: &Document) -> Vec<Finding> {
    let survey = survey::survey(document);
    let mut findings: Vec<Finding> = RULES
        .iter()
        .flat_map(|rule| {
            (rule.check)(&survey).into_iter().map(|breach| Finding {
                rule: rule.id,
                place: Place::of(document, breach.at.as_str()),
                message: breach.message,
                help: breach.help,
            })
        })
        .collect();
    findings.sort_by(|a, b| {
        let order = |finding: &Finding| (finding.place.position, finding.rule);
        (&a.place.file, order(a), &a.message).cmp(&(&b.place.file, order(b), &b.message))
    });
    findings
}

impl Finding {
    /// The finding as one complaint, for those who print findings of several sorts.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::new(
            &self.place.file,
            format!("{} [{}]", self.message, self.rule),
        )
        .at(self.place.position)
        .help(&self.help)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic().fmt(f)
    }
}

impl Breach {
    fn new(at: &Pointer, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            at: at.clone(),
            message: message.into(),
            help: help.into(),
        }
    }
}
