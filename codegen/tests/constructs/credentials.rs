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
/// Client of Credentials.
///
/// Credentials
///
/// # Credentials
///
/// The builder of the runtime's client takes what the provider asks for:
///
/// - The header `Authorization`, by `header`
/// - The cookie `session`, in the header `cookie` by `header`
/// - The header `X-Api-Key`, by `header`
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
    /// `GET /key`
    pub fn get_key(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getKey",
                "GET",
                "/key",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /maybe`
    pub fn get_maybe(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getMaybe",
                "GET",
                "/maybe",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /none`
    pub fn get_none(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getNone",
                "GET",
                "/none",
            )
            .anonymous()
            .without(&["x-api-key"])
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `PUT /none`
    pub fn put_none(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putNone",
                "PUT",
                "/none",
            )
            .anonymous()
            .without(&["x-api-key"])
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
/// Types of Credentials.
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
}
