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
/// Client of Offered bodies.
///
/// Offered bodies
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
    /// `POST /notes`
    ///
    /// Answers `204`: Stored.
    pub fn post_note(&self, body: &types::PostNoteBody) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postNote",
                "POST",
                "/notes",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .body(|request| match body {
                types::PostNoteBody::Json(body) => request.json_body(body),
                types::PostNoteBody::VndDraftJson(body) => {
                    request.json_body_as("application/vnd.draft+json", body)
                }
                types::PostNoteBody::Multipart(body) => request.multipart_body(body),
                types::PostNoteBody::Text(body) => {
                    request.text_body_as("text/plain", body.as_str())
                }
            })
            .empty()
    }
    /// `PUT /pictures`
    ///
    /// Answers `204`: Stored.
    pub fn put_picture(
        &self,
        body: ::std::option::Option<&types::PutPictureBody>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putPicture",
                "PUT",
                "/pictures",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .body(|request| match body {
                ::std::option::Option::Some(types::PutPictureBody::Jpeg(body)) => {
                    request.bytes_body_as("image/jpeg", body.clone())
                }
                ::std::option::Option::Some(types::PutPictureBody::Png(body)) => {
                    request.bytes_body_as("image/png", body.clone())
                }
                ::std::option::Option::None => request,
            })
            .empty()
    }
}
/// Types of Offered bodies.
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
    /// `Draft`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Draft {
        /// `text`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    impl Draft {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `text`.
        #[must_use]
        pub fn text(
            mut self,
            text: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.text = ::std::option::Option::Some(text.into());
            self
        }
    }
    /// `Note`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Note {
        /// `title`.
        pub title: ::std::string::String,
    }
    impl Note {
        /// Only `title` set yet.
        #[must_use]
        pub fn new(title: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { title: title.into() }
        }
    }
    /// `PostNoteRequestMultipart`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PostNoteRequestMultipart {
        /// `file`.
        pub file: runtime::File,
    }
    impl PostNoteRequestMultipart {
        /// Only `file` set yet.
        #[must_use]
        pub fn new(file: impl ::std::convert::Into<runtime::File>) -> Self {
            Self { file: file.into() }
        }
    }
    impl runtime::Multipart for PostNoteRequestMultipart {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            let value = &self.file;
            form = form.file("file", value);
            ::std::result::Result::Ok(form)
        }
    }
    /// The bodies of `postNote`, by media type.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PostNoteBody {
        /// `application/json`.
        Json(Note),
        /// `application/vnd.draft+json`.
        VndDraftJson(Draft),
        /// `multipart/form-data`.
        Multipart(PostNoteRequestMultipart),
        /// `text/plain`.
        Text(::std::string::String),
    }
    impl ::std::convert::From<Note> for PostNoteBody {
        fn from(value: Note) -> Self {
            Self::Json(value)
        }
    }
    impl ::std::convert::From<Draft> for PostNoteBody {
        fn from(value: Draft) -> Self {
            Self::VndDraftJson(value)
        }
    }
    impl ::std::convert::From<PostNoteRequestMultipart> for PostNoteBody {
        fn from(value: PostNoteRequestMultipart) -> Self {
            Self::Multipart(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for PostNoteBody {
        fn from(value: ::std::string::String) -> Self {
            Self::Text(value)
        }
    }
    /// The bodies of `putPicture`, by media type.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub enum PutPictureBody {
        /// `image/jpeg`.
        Jpeg(runtime::ext::bytes::Bytes),
        /// `image/png`.
        Png(runtime::ext::bytes::Bytes),
    }
}
