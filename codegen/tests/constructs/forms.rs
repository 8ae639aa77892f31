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
/// Client of Forms.
///
/// Forms
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
    /// `POST /albums`
    ///
    /// Answers `204`: Stored.
    pub fn post_album(&self, body: &types::PostAlbumRequest) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postAlbum",
                "POST",
                "/albums",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
    /// `POST /encoded`
    ///
    /// Answers `204`: Stored.
    pub fn post_encoded(
        &self,
        body: ::std::option::Option<&types::Order>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postEncoded",
                "POST",
                "/encoded",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .form_body_as(
                &[
                    ("address", runtime::Style::DeepObject),
                    ("lines", runtime::Style::DeepObject),
                    ("note", runtime::Style::Json),
                    (
                        "tags",
                        runtime::Style::Form {
                            explode: false,
                        },
                    ),
                ],
                body,
            )
            .empty()
    }
    /// `POST /parts`
    ///
    /// Answers `204`: Stored.
    pub fn post_parts(&self, body: &types::PostPartsRequest) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postParts",
                "POST",
                "/parts",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
    /// `POST /usual`
    ///
    /// Answers `204`: Stored.
    pub fn post_usual(&self, body: &types::Order) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postUsual",
                "POST",
                "/usual",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).form_body(body).empty()
    }
}
/// Types of Forms.
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
    /// `Address`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Address {
        /// `city`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub city: ::std::option::Option<::std::string::String>,
        /// `lines`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lines: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }
    impl Address {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `city`.
        #[must_use]
        pub fn city(
            mut self,
            city: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.city = ::std::option::Option::Some(city.into());
            self
        }
        /// Sets `lines`.
        #[must_use]
        pub fn lines(
            mut self,
            lines: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.lines = ::std::option::Option::Some(
                lines.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
    }
    /// `Order`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Order {
        /// `address`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub address: ::std::option::Option<Address>,
        /// `tags`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `lines`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lines: ::std::option::Option<::std::vec::Vec<Address>>,
        /// `note`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
    }
    impl Order {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `address`.
        #[must_use]
        pub fn address(mut self, address: impl ::std::convert::Into<Address>) -> Self {
            self.address = ::std::option::Option::Some(address.into());
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
        /// Sets `lines`.
        #[must_use]
        pub fn lines(
            mut self,
            lines: impl ::std::iter::IntoIterator<Item = Address>,
        ) -> Self {
            self.lines = ::std::option::Option::Some(lines.into_iter().collect());
            self
        }
        /// Sets `note`.
        #[must_use]
        pub fn note(
            mut self,
            note: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.note = ::std::option::Option::Some(note.into());
            self
        }
    }
    /// `Picture`.
    pub type Picture = ::std::string::String;
    /// `PostAlbumRequest`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PostAlbumRequest {
        /// `title`.
        pub title: ::std::string::String,
        /// `cover`.
        pub cover: runtime::File,
        /// `pictures`.
        pub pictures: ::std::option::Option<::std::vec::Vec<runtime::File>>,
    }
    impl PostAlbumRequest {
        /// Only `title`, `cover` set yet.
        #[must_use]
        pub fn new(
            title: impl ::std::convert::Into<::std::string::String>,
            cover: impl ::std::convert::Into<runtime::File>,
        ) -> Self {
            Self {
                title: title.into(),
                cover: cover.into(),
                pictures: ::std::default::Default::default(),
            }
        }
        /// Sets `pictures`.
        #[must_use]
        pub fn pictures(
            mut self,
            pictures: impl ::std::iter::IntoIterator<Item = runtime::File>,
        ) -> Self {
            self.pictures = ::std::option::Option::Some(pictures.into_iter().collect());
            self
        }
    }
    impl runtime::Multipart for PostAlbumRequest {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            let value = &self.title;
            form = form.field("title", value)?;
            let value = &self.cover;
            form = form.file("cover", value);
            if let ::std::option::Option::Some(value) = &self.pictures {
                for value in value {
                    form = form.file("pictures", value);
                }
            }
            ::std::result::Result::Ok(form)
        }
    }
    /// `PostPartsRequest`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct PostPartsRequest {
        /// `photo`.
        pub photo: runtime::File,
        /// `order`.
        pub order: Order,
        /// `csv`.
        pub csv: ::std::option::Option<::std::string::String>,
    }
    impl PostPartsRequest {
        /// Only `photo`, `order` set yet.
        #[must_use]
        pub fn new(
            photo: impl ::std::convert::Into<runtime::File>,
            order: impl ::std::convert::Into<Order>,
        ) -> Self {
            Self {
                photo: photo.into(),
                order: order.into(),
                csv: ::std::default::Default::default(),
            }
        }
        /// Sets `csv`.
        #[must_use]
        pub fn csv(
            mut self,
            csv: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.csv = ::std::option::Option::Some(csv.into());
            self
        }
    }
    impl runtime::Multipart for PostPartsRequest {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            let value = &self.photo;
            form = form.file("photo", &value.or_media_type("image/png"));
            let value = &self.order;
            form = form.field_as("order", "application/vnd.order+json", value)?;
            if let ::std::option::Option::Some(value) = &self.csv {
                form = form.field_as("csv", "text/csv", value)?;
            }
            ::std::result::Result::Ok(form)
        }
    }
    /// `Titled`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Titled {
        /// `title`.
        pub title: ::std::string::String,
    }
}
