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
/// Client of Prose \<b>.
///
/// See \<your page>, <https://a.example/x> and [y](https://b.example).
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
    /// Gets a\[0] \<now>.
    ///
    /// Try:
    ///
    /// fn main() { panic!() }
    ///
    /// ```text
    /// let x: () = 1;
    /// ```
    ///
    /// A lone ` tick, `code \<x>\`.
    ///
    /// `GET /a`
    ///
    /// # Errors
    /// - `404`: Line one
    ///   line two
    #[deprecated(note = "the provider deprecates it")]
    pub fn get_a(&self, options: &types::GetAOptions) -> runtime::Call<types::A> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getA",
                "GET",
                "/a",
            )
            .failures(&["404"]);
        self.runtime.request(&OPERATION).query("q", &options.q).json()
    }
}
/// Types of Prose \<b>.
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
    /// Use `Vec<T>` or \<T>.
    ///
    /// * a
    ///   * b
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct A {
        /// \[broken] link
        #[deprecated(note = "the provider deprecates it")]
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub old: ::std::option::Option<::std::string::String>,
    }
    /// The optional parameters of `getA`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetAOptions {
        /// \[broken] \<link>
        /// andmore
        pub q: ::std::option::Option<::std::string::String>,
    }
    impl GetAOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `q`.
        #[must_use]
        pub fn q(mut self, q: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.q = ::std::option::Option::Some(q.into());
            self
        }
    }
}
