use ::bindery::runtime;
/// The servers that the document names.
///
pub const SERVERS: &[&str] = &[];
/// Client of Bodies.
///
/// Bodies
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
    /// `POST /form`
    pub fn post_form(&self, body: &types::Note) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postForm",
                "POST",
                "/form",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).form_body(body).empty()
    }
    /// `POST /json`
    pub fn post_json(&self, body: &types::Note) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postJson",
                "POST",
                "/json",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).empty()
    }
    /// `PATCH /merge`
    pub fn merge_json(
        &self,
        body: ::std::option::Option<&types::Note>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "mergeJson",
                "PATCH",
                "/merge",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .json_body_as("application/merge-patch+json", body)
            .empty()
    }
    /// `POST /text`
    pub fn post_text(&self, body: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postText",
                "POST",
                "/text",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).text_body_as("text/plain", body).empty()
    }
}
/// Types of Bodies.
pub mod types {
    use super::runtime;
    /// `Note`.
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Note {
        /// `title`.
        pub title: ::std::string::String,
        /// `body`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub body: ::std::option::Option<::std::string::String>,
    }
    impl Note {
        /// Only `title` set yet.
        #[must_use]
        pub fn new(title: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                title: title.into(),
                body: ::std::default::Default::default(),
            }
        }
        /// Sets `body`.
        #[must_use]
        pub fn body(
            mut self,
            body: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.body = ::std::option::Option::Some(body.into());
            self
        }
    }
}
