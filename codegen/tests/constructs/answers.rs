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
/// Client of Answers.
///
/// Answers
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
    /// `GET /alerts`
    ///
    /// Answers `200`: Alerts.
    pub fn get_alerts(&self) -> runtime::Call<types::Item> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getAlerts",
                "GET",
                "/alerts",
            )
            .accept("application/sarif+json")
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /array`
    ///
    /// Answers `default`: All of them.
    pub fn get_array(&self) -> runtime::Call<::std::vec::Vec<types::Item>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getArray",
                "GET",
                "/array",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /bytes`
    ///
    /// Answers `200`: Bytes.
    pub fn get_bytes(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getBytes",
                "GET",
                "/bytes",
            )
            .accept("image/png")
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `GET /export`
    ///
    /// Answers `200`: A file.
    pub fn get_export(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getExport",
                "GET",
                "/export",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `GET /json`
    ///
    /// Answers `200`, `201`: The item.
    ///
    /// # Errors
    /// - `202`: A challenge.
    /// - `404` ([`types::Problem`]): Not there.
    /// - `4XX` ([`types::Problem`]): Refused.
    /// - `default`: Anything else.
    pub fn get_json(&self) -> runtime::Call<types::Item> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getJson",
                "GET",
                "/json",
            )
            .failures(&["202", "404", "4XX", "default"]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /label`
    ///
    /// Answers `200`: A file.
    pub fn get_label(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getLabel",
                "GET",
                "/label",
            )
            .accept("application/pdf")
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `PUT /maybe`
    pub fn put_maybe(&self) -> runtime::Call<types::PutMaybeAnswer> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putMaybe",
                "PUT",
                "/maybe",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .by_status(|raw| match raw.status() {
                200 => raw.json().map(types::PutMaybeAnswer::Status200),
                204 => ::std::result::Result::Ok(types::PutMaybeAnswer::Status204),
                status => {
                    ::std::result::Result::Ok(
                        types::PutMaybeAnswer::Undocumented(status, raw.bytes()),
                    )
                }
            })
    }
    /// `GET /recording`
    ///
    /// Answers `200`: A file.
    pub fn get_recording(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getRecording",
                "GET",
                "/recording",
            )
            .accept("text/plain")
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `GET /screenshot`
    ///
    /// Answers `200`: A file.
    pub fn get_screenshot(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getScreenshot",
                "GET",
                "/screenshot",
            )
            .accept("image/png, text/plain; charset=utf-8")
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `GET /settings`
    ///
    /// Answers `200`: Text.
    pub fn get_settings(&self) -> runtime::Call<::std::string::String> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getSettings",
                "GET",
                "/settings",
            )
            .accept("application/x-yaml")
            .failures(&[]);
        self.runtime.request(&OPERATION).text()
    }
    /// `GET /several`
    ///
    /// # Errors
    /// - `4XX`: Refused.
    pub fn get_several(&self) -> runtime::Call<types::GetSeveralAnswer> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getSeveral",
                "GET",
                "/several",
            )
            .accept("application/json, text/plain")
            .failures(&["4XX"]);
        self.runtime
            .request(&OPERATION)
            .by_status(|raw| match raw.status() {
                200 => raw.json().map(types::GetSeveralAnswer::Status200),
                201 => raw.text().map(types::GetSeveralAnswer::Status201),
                204 => ::std::result::Result::Ok(types::GetSeveralAnswer::Status204),
                status if status / 100 == 2 => {
                    raw.json().map(types::GetSeveralAnswer::Status2XX)
                }
                status => {
                    ::std::result::Result::Ok(
                        types::GetSeveralAnswer::Undocumented(status, raw.bytes()),
                    )
                }
            })
    }
    /// `GET /text`
    ///
    /// Answers `200`: Text.
    pub fn get_text(&self) -> runtime::Call<::std::string::String> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getText",
                "GET",
                "/text",
            )
            .accept("text/csv")
            .failures(&[]);
        self.runtime.request(&OPERATION).text()
    }
}
/// Types of Answers.
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
    /// `Blob`.
    pub type Blob = ::std::string::String;
    /// `Item`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Item {
        /// `id`.
        pub id: ::std::string::String,
    }
    /// `OldItem`.
    #[deprecated(note = "the provider deprecates it")]
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct OldItem {
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    /// `Problem`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Problem {
        /// `title`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub title: ::std::option::Option<::std::string::String>,
    }
    /// The successes of `putMaybe`, by status.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PutMaybeAnswer {
        /// `200`: The item.
        Status200(Item),
        /// `204`: Nothing.
        Status204,
        /// A success that the document does not list: its status and its body.
        Undocumented(u16, runtime::ext::bytes::Bytes),
    }
    /// The successes of `getSeveral`, by status.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum GetSeveralAnswer {
        /// `200`: The item.
        Status200(Item),
        /// `201`: Text.
        Status201(::std::string::String),
        /// `204`: Nothing.
        Status204,
        /// `2XX`: All.
        Status2XX(::std::vec::Vec<Item>),
        /// A success that the document does not list: its status and its body.
        Undocumented(u16, runtime::ext::bytes::Bytes),
    }
}
