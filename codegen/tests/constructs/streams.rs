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
/// Client of Streams.
///
/// Streams
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
    /// `GET /any`
    ///
    /// Answers `200`: Anything.
    pub fn get_any(&self) -> runtime::Call<types::GetAnyResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getAny",
                "GET",
                "/any",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `POST /chats`
    ///
    /// Answers `200`: The answer.
    pub fn chat(
        &self,
        body: &types::ChatRequest,
        options: &types::ChatOptions,
    ) -> runtime::Call<types::ChatResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "chat",
                "POST",
                "/chats",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("limit", &options.limit)
            .json_body(body)
            .json()
    }
    /// The events in place of the answer of [`Self::chat`].
    ///
    /// `POST /chats`
    pub fn chat_stream(
        &self,
        body: &types::ChatRequest,
        options: &types::ChatOptions,
    ) -> runtime::Call<runtime::Chunks> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "chat",
                "POST",
                "/chats",
            )
            .accept("text/event-stream")
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("limit", &options.limit)
            .json_body(body)
            .chunks()
    }
    /// `GET /events`
    ///
    /// Answers `200`: Events.
    pub fn get_events(&self) -> runtime::Call<runtime::Chunks> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getEvents",
                "GET",
                "/events",
            )
            .accept("text/event-stream")
            .failures(&[]);
        self.runtime.request(&OPERATION).chunks()
    }
    /// `GET /file`
    ///
    /// Answers `200`: A file.
    pub fn get_file(&self) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getFile",
                "GET",
                "/file",
            )
            .accept("application/pdf")
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes()
    }
    /// `GET /jobs`
    pub fn watch_job(&self) -> runtime::Call<types::WatchJobAnswer> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "watchJob",
                "GET",
                "/jobs",
            )
            .accept("text/event-stream, application/json")
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .by_status(|raw| match raw.status() {
                200 => {
                    ::std::result::Result::Ok(
                        types::WatchJobAnswer::Status200(raw.bytes()),
                    )
                }
                202 => raw.json().map(types::WatchJobAnswer::Status202),
                status => {
                    ::std::result::Result::Ok(
                        types::WatchJobAnswer::Undocumented(status, raw.bytes()),
                    )
                }
            })
    }
    /// The events in place of the answer of [`Self::watch_job`].
    ///
    /// `GET /jobs`
    pub fn watch_job_stream(&self) -> runtime::Call<runtime::Chunks> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "watchJob",
                "GET",
                "/jobs",
            )
            .accept("text/event-stream")
            .failures(&[]);
        self.runtime.request(&OPERATION).chunks()
    }
    /// `GET /undescribed`
    ///
    /// Answers `200`: A file.
    pub fn get_undescribed(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getUndescribed",
                "GET",
                "/undescribed",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
/// Types of Streams.
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
    /// The optional parameters of `chat`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ChatOptions {
        /// `limit`.
        pub limit: ::std::option::Option<i32>,
    }
    impl ChatOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `limit`.
        #[must_use]
        pub fn limit(mut self, limit: i32) -> Self {
            self.limit = ::std::option::Option::Some(limit);
            self
        }
    }
    /// `ChatRequest`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ChatRequest {
        /// `text`.
        pub text: ::std::string::String,
    }
    impl ChatRequest {
        /// Only `text` set yet.
        #[must_use]
        pub fn new(text: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { text: text.into() }
        }
    }
    /// `ChatResponse`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ChatResponse {
        /// `text`.
        pub text: ::std::string::String,
    }
    /// `GetAnyResponse`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct GetAnyResponse {
        /// `id`.
        pub id: ::std::string::String,
    }
    /// `WatchJobResponse`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct WatchJobResponse {
        /// `wait`.
        pub wait: i32,
    }
    /// The successes of `watchJob`, by status.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum WatchJobAnswer {
        /// `200`: Events.
        Status200(runtime::ext::bytes::Bytes),
        /// `202`: Not yet.
        Status202(WatchJobResponse),
        /// A success that the document does not list: its status and its body.
        Undocumented(u16, runtime::ext::bytes::Bytes),
    }
}
