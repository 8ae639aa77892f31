use ::bindery::runtime;
/// The servers that the document names.
///
/// - `https://api.example.com/v1`: Production.
/// - `https://staging.example.com/v1/`
/// - `https://eu.example.com`: By region.
///
///   Variables of `//{region}{stage}.example.com`:
///   - `region`: Where the files are. One of `eu`, `us`. Default: `eu`.
///   - `stage`: Default: `""`.
/// - `https://files.example.com/api`: Uploads.
/// - `""`: For some operations alone.
/// - `/v2/`: For some operations alone.
///
///   A path on the provider's host: give the client the whole URL.
#[allow(
    deprecated,
    non_camel_case_types,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    reason = "generated code answers to its document"
)]
pub const SERVERS: &[&str] = &[
    "https://api.example.com/v1",
    "https://staging.example.com/v1/",
    "https://eu.example.com",
    "https://files.example.com/api",
    "",
    "/v2/",
];
/// Client of Servers.
///
/// Servers
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
    /// `GET /files` at `https://eu.example.com`
    ///
    /// Answers `204`: They exist.
    pub fn list_files(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listFiles",
                "GET",
                "/files",
            )
            .servers(&["https://eu.example.com"], SERVERS)
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `POST /files` at `https://files.example.com/api`
    ///
    /// Answers `204`: Stored.
    pub fn post_file(&self, body: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postFile",
                "POST",
                "/files",
            )
            .servers(&["https://files.example.com/api"], SERVERS)
            .failures(&[]);
        self.runtime.request(&OPERATION).text_body_as("text/plain", body).empty()
    }
    /// `GET /health` at `""`
    ///
    /// Answers `204`: Well.
    pub fn get_health(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getHealth",
                "GET",
                "/health",
            )
            .servers(&[""], SERVERS)
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /status` at `/v2/`
    ///
    /// Answers `204`: Well.
    pub fn get_status(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getStatus",
                "GET",
                "/status",
            )
            .servers(&["/v2/"], SERVERS)
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /users`
    ///
    /// Answers `204`: They exist.
    pub fn list_users(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listUsers",
                "GET",
                "/users",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
/// Types of Servers.
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
