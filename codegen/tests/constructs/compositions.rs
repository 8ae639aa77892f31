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
/// Client of Compositions.
///
/// Compositions
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
    /// `GET /cats`
    ///
    /// Answers `200`: The cat.
    pub fn get_cat(&self) -> runtime::Call<types::Cat> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getCat",
                "GET",
                "/cats",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Compositions.
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
    /// Under another name.
    pub type Base = Pet;
    /// A pet that is a cat.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `name`.
        pub name: ::std::string::String,
        /// `lives`.
        pub lives: i32,
        /// `likes`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub likes: ::std::option::Option<::std::string::String>,
    }
    /// `Pet`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Pet {
        /// `name`.
        pub name: ::std::string::String,
    }
}
