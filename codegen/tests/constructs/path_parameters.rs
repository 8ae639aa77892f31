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
/// Client of Paths.
///
/// Paths
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
    /// `POST /files/{name}:cancel`
    ///
    /// Answers `204`: Cancelled.
    pub fn cancel_file(&self, name: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "cancelFile",
                "POST",
                "/files/{name}:cancel",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("name", name).empty()
    }
    /// `GET /tags/{tags}`
    ///
    /// Answers `204`: They exist.
    pub fn get_tags(
        &self,
        tags: &::std::vec::Vec<::std::string::String>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getTags",
                "GET",
                "/tags/{tags}",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("tags", tags).empty()
    }
    /// `GET /users/{userId}/orders/{order-id}`
    ///
    /// - `user_id`: Whose.
    ///
    /// Answers `204`: It exists.
    pub fn get_order(&self, user_id: &str, order_id: i32) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getOrder",
                "GET",
                "/users/{userId}/orders/{order-id}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("userId", user_id)
            .path("order-id", order_id)
            .empty()
    }
}
/// Types of Paths.
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
