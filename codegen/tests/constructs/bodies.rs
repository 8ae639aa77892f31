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
/// Client of Bodies.
///
/// Bodies
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
    /// `POST /any-parts`
    ///
    /// Answers `204`: Stored.
    pub fn post_any_parts(
        &self,
        body: ::std::option::Option<&runtime::Form>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postAnyParts",
                "POST",
                "/any-parts",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
    /// `PUT /bytes`
    ///
    /// Answers `204`: Stored.
    pub fn put_bytes(&self, body: runtime::ext::bytes::Bytes) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putBytes",
                "PUT",
                "/bytes",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes_body_as("image/png", body).empty()
    }
    /// `POST /encoded`
    ///
    /// Answers `204`: Stored.
    pub fn post_encoded(&self, body: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postEncoded",
                "POST",
                "/encoded",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .text_body_as("application/x-www-form-urlencoded", body)
            .empty()
    }
    /// `POST /form`
    ///
    /// Answers `204`: Stored.
    pub fn post_form(&self, body: &types::Note) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postForm",
                "POST",
                "/form",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).form_body(body).empty()
    }
    /// `PUT /import`
    ///
    /// Answers `204`: Stored.
    pub fn put_import(&self, body: runtime::ext::bytes::Bytes) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putImport",
                "PUT",
                "/import",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).bytes_body_as("application/json", body).empty()
    }
    /// `POST /json`
    ///
    /// Answers `204`: Stored.
    pub fn post_json(&self, body: &types::PostJsonBody) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postJson",
                "POST",
                "/json",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .body(|request| match body {
                types::PostJsonBody::Json(body) => request.json_body(body),
                types::PostJsonBody::Text(body) => {
                    request.text_body_as("text/plain", body.as_str())
                }
            })
            .empty()
    }
    /// `PATCH /merge`
    ///
    /// Answers `204`: Stored.
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
            .maybe_json_body_as("application/merge-patch+json", body)
            .empty()
    }
    /// `POST /mixed`
    ///
    /// Answers `204`: Stored.
    pub fn post_mixed(&self, body: &types::Upload) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postMixed",
                "POST",
                "/mixed",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .multipart_body_as("multipart/mixed", body)
            .empty()
    }
    /// `PUT /null`
    ///
    /// Answers `204`: Stored.
    pub fn put_null(
        &self,
        body: ::std::option::Option<&types::Note>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putNull",
                "PUT",
                "/null",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).empty()
    }
    /// `POST /null`
    ///
    /// Answers `204`: Stored.
    pub fn post_anything(
        &self,
        body: &runtime::ext::serde_json::Value,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postAnything",
                "POST",
                "/null",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).empty()
    }
    /// `PATCH /null`
    ///
    /// Answers `204`: Stored.
    pub fn patch_null(
        &self,
        body: ::std::option::Option<::std::option::Option<&types::Note>>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "patchNull",
                "PATCH",
                "/null",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .maybe_json_body_as("application/vnd.note+json", body)
            .empty()
    }
    /// `POST /parts`
    ///
    /// Answers `204`: Stored.
    pub fn post_parts(&self, body: &types::Upload) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postParts",
                "POST",
                "/parts",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
    /// `POST /pictures`
    pub fn post_picture(
        &self,
        body: runtime::ext::bytes::Bytes,
    ) -> runtime::Call<runtime::ext::bytes::Bytes> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postPicture",
                "POST",
                "/pictures",
            )
            .accept("image/*")
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .bytes_body_as("application/octet-stream", body)
            .bytes()
    }
    /// `PUT /settings`
    ///
    /// Answers `204`: Stored.
    pub fn put_settings(&self, body: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putSettings",
                "PUT",
                "/settings",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).text_body_as("application/xml", body).empty()
    }
    /// `POST /text`
    ///
    /// Answers `204`: Stored.
    pub fn post_text(&self, body: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postText",
                "POST",
                "/text",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).text_body_as("text/plain", body).empty()
    }
    /// `PUT /text-maybe`
    ///
    /// Answers `204`: Stored.
    pub fn put_text(&self, body: ::std::option::Option<&str>) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putText",
                "PUT",
                "/text-maybe",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).text_body_as("text/plain", body).empty()
    }
}
/// Types of Bodies.
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
    /// `Note`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
    /// `Text`.
    pub type Text = ::std::string::String;
    /// `Upload`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Upload {
        /// `file`.
        pub file: runtime::File,
        /// `more`.
        pub more: ::std::option::Option<::std::vec::Vec<runtime::File>>,
        /// `tags`.
        pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `note`.
        pub note: ::std::option::Option<Note>,
        /// `caption`.
        pub caption: runtime::Patch<::std::string::String>,
    }
    impl Upload {
        /// Only `file` set yet.
        #[must_use]
        pub fn new(file: impl ::std::convert::Into<runtime::File>) -> Self {
            Self {
                file: file.into(),
                more: ::std::default::Default::default(),
                tags: ::std::default::Default::default(),
                note: ::std::default::Default::default(),
                caption: ::std::default::Default::default(),
            }
        }
        /// Sets `more`.
        #[must_use]
        pub fn more(
            mut self,
            more: impl ::std::iter::IntoIterator<Item = runtime::File>,
        ) -> Self {
            self.more = ::std::option::Option::Some(more.into_iter().collect());
            self
        }
        /// Sets `tags`.
        #[must_use]
        pub fn tags(
            mut self,
            tags: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.tags = ::std::option::Option::Some(
                tags.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `note`.
        #[must_use]
        pub fn note(mut self, note: impl ::std::convert::Into<Note>) -> Self {
            self.note = ::std::option::Option::Some(note.into());
            self
        }
        /// Sets `caption`.
        #[must_use]
        pub fn caption(
            mut self,
            caption: impl ::std::convert::Into<runtime::Patch<::std::string::String>>,
        ) -> Self {
            self.caption = caption.into();
            self
        }
    }
    impl runtime::Multipart for Upload {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            let value = &self.file;
            form = form.file("file", value);
            if let ::std::option::Option::Some(value) = &self.more {
                for value in value {
                    form = form.file("more", value);
                }
            }
            if let ::std::option::Option::Some(value) = &self.tags {
                form = form.field("tags", value)?;
            }
            if let ::std::option::Option::Some(value) = &self.note {
                form = form.field("note", value)?;
            }
            if let ::std::option::Option::Some(value) = self.caption.value() {
                form = form.field("caption", value)?;
            }
            ::std::result::Result::Ok(form)
        }
    }
    /// The bodies of `postJson`, by media type.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PostJsonBody {
        /// `application/json`.
        Json(Note),
        /// `text/plain`.
        Text(::std::string::String),
    }
    impl ::std::convert::From<Note> for PostJsonBody {
        fn from(value: Note) -> Self {
            Self::Json(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for PostJsonBody {
        fn from(value: ::std::string::String) -> Self {
            Self::Text(value)
        }
    }
}
