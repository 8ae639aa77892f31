use ::bindery::runtime;
/// The servers that the document names.
#[allow(
    deprecated,
    non_camel_case_types,
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
    /// let x: () = 1;
    ///
    /// A lone \` tick, \`code \<x>\`.
    ///
    /// `GET /a`
    ///
    /// # Errors
    /// - `404`: Line one line two
    #[deprecated(note = "the provider deprecates it")]
    pub fn get_a(&self) -> runtime::Call<types::A> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getA",
                "GET",
                "/a",
            )
            .failures(&["404"]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Prose \<b>.
#[allow(
    deprecated,
    non_camel_case_types,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub mod types {
    use super::runtime;
    /// Use `Vec<T>` or \<T>.
    ///
    /// * a
    /// * b
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[derive(Default)]
    #[non_exhaustive]
    pub struct A {
        /// \[broken] link
        #[deprecated(note = "the provider deprecates it")]
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub old: ::std::option::Option<::std::string::String>,
    }
}
