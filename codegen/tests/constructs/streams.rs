use ::bindery::runtime;
/// The servers that the document names.
pub const SERVERS: &[&str] = &[];
/// Client of Streams.
///
/// Streams
#[derive(Debug, Clone)]
pub struct Client {
    runtime: runtime::Client,
}
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
    pub fn get_any(&self) -> runtime::Call<types::GetAnyResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getAny",
                "GET",
                "/any",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /events`
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
}
/// Types of Streams.
pub mod types {
    use super::runtime;
    /// `GetAnyResponse`.
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct GetAnyResponse {
        /// `id`.
        pub id: ::std::string::String,
    }
}
