use ::bindery::runtime;
/// The servers that the document names.
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub const SERVERS: &[&str] = &[];
/// Client of Maps.
///
/// Maps
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
#[derive(Debug, Clone)]
pub struct Client {
    runtime: runtime::Client,
}
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
impl Client {
    /// The client over a configured runtime.
    pub fn new(runtime: runtime::Client) -> Self {
        Self { runtime }
    }
    /// The runtime, for calls that the document does not know.
    pub fn runtime(&self) -> &runtime::Client {
        &self.runtime
    }
    /// `GET /tree`
    ///
    /// Answers `200`: The tree.
    pub fn get_tree(&self) -> runtime::Call<types::Tree> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getTree",
                "GET",
                "/tree",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Maps.
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub mod types {
    use super::runtime::{self, ext::serde};
    /// `Labels`.
    pub type Labels = ::std::collections::BTreeMap<
        ::std::string::String,
        ::std::string::String,
    >;
    /// `Nested`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(transparent)]
    pub struct Nested(pub ::std::vec::Vec<Nested>);
    /// `Open`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Open {
        /// `known`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub known: ::std::option::Option<::std::string::String>,
        /// The properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<::std::string::String, i64>,
    }
    /// `Tree`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Tree {
        /// `labels`.
        pub labels: Labels,
        /// `left`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub left: ::std::option::Option<::std::boxed::Box<Tree>>,
        /// `children`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub children: ::std::option::Option<::std::vec::Vec<Tree>>,
        /// `nested`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub nested: ::std::option::Option<Nested>,
        /// `free`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub free: ::std::option::Option<
            runtime::ext::serde_json::Map<
                ::std::string::String,
                runtime::ext::serde_json::Value,
            >,
        >,
        /// `rest`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub rest: ::std::option::Option<Open>,
    }
}
