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
/// Client of Order.
///
/// Order
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
    /// `POST /form`
    ///
    /// Answers `204`: Stored.
    pub fn post_form(&self, body: &types::Parcel) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postForm",
                "POST",
                "/form",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).form_body(body).empty()
    }
    /// `POST /json`
    ///
    /// Answers `204`: Stored.
    pub fn post_json(&self, body: &types::Parcel) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postJson",
                "POST",
                "/json",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).empty()
    }
    /// `POST /parts`
    ///
    /// Answers `204`: Stored.
    pub fn post_parts(&self, body: &types::ParcelRequest) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postParts",
                "POST",
                "/parts",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).multipart_body(body).empty()
    }
    /// `GET /query`
    pub fn get_query(&self, options: &types::GetQueryOptions) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getQuery",
                "GET",
                "/query",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query_as("z", runtime::Style::Json, &options.z)
            .query_as("a", runtime::Style::DeepObject, &options.a)
            .empty()
    }
}
/// Types of Order.
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
    /// `Addressed`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Addressed {
        /// `street`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
        /// `zip`.
        pub zip: ::std::string::String,
    }
    /// The optional parameters of `getQuery`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetQueryOptions {
        /// `z`.
        pub z: ::std::option::Option<Size>,
        /// `a`.
        pub a: ::std::option::Option<Size>,
    }
    impl GetQueryOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `z`.
        #[must_use]
        pub fn z(mut self, z: impl ::std::convert::Into<Size>) -> Self {
            self.z = ::std::option::Option::Some(z.into());
            self
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<Size>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
    }
    /// `Parcel`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Parcel {
        /// `street`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
        /// `zip`.
        pub zip: ::std::string::String,
        /// `weight`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub weight: ::std::option::Option<i64>,
        /// `size`.
        pub size: Size,
        /// `code`.
        pub code: ::std::string::String,
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl Parcel {
        /// Only `zip`, `size`, `code` set yet.
        #[must_use]
        pub fn new(
            zip: impl ::std::convert::Into<::std::string::String>,
            size: impl ::std::convert::Into<Size>,
            code: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            Self {
                street: ::std::default::Default::default(),
                zip: zip.into(),
                weight: ::std::default::Default::default(),
                size: size.into(),
                code: code.into(),
                a: ::std::default::Default::default(),
            }
        }
        /// Sets `street`.
        #[must_use]
        pub fn street(
            mut self,
            street: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.street = ::std::option::Option::Some(street.into());
            self
        }
        /// Sets `weight`.
        #[must_use]
        pub fn weight(mut self, weight: i64) -> Self {
            self.weight = ::std::option::Option::Some(weight);
            self
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
    }
    /// `ParcelRequest`.
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct ParcelRequest {
        /// `street`.
        pub street: ::std::option::Option<::std::string::String>,
        /// `zip`.
        pub zip: ::std::string::String,
        /// `weight`.
        pub weight: ::std::option::Option<i64>,
        /// `size`.
        pub size: Size,
        /// `code`.
        pub code: ::std::string::String,
        /// `a`.
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl ParcelRequest {
        /// Only `zip`, `size`, `code` set yet.
        #[must_use]
        pub fn new(
            zip: impl ::std::convert::Into<::std::string::String>,
            size: impl ::std::convert::Into<Size>,
            code: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            Self {
                street: ::std::default::Default::default(),
                zip: zip.into(),
                weight: ::std::default::Default::default(),
                size: size.into(),
                code: code.into(),
                a: ::std::default::Default::default(),
            }
        }
        /// Sets `street`.
        #[must_use]
        pub fn street(
            mut self,
            street: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.street = ::std::option::Option::Some(street.into());
            self
        }
        /// Sets `weight`.
        #[must_use]
        pub fn weight(mut self, weight: i64) -> Self {
            self.weight = ::std::option::Option::Some(weight);
            self
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
    }
    impl runtime::Multipart for ParcelRequest {
        fn form(&self) -> ::std::result::Result<runtime::Form, ::std::string::String> {
            let mut form = runtime::Form::new();
            if let ::std::option::Option::Some(value) = &self.street {
                form = form.field("street", value)?;
            }
            let value = &self.zip;
            form = form.field("zip", value)?;
            if let ::std::option::Option::Some(value) = &self.weight {
                form = form.field("weight", value)?;
            }
            let value = &self.size;
            form = form.field("size", value)?;
            let value = &self.code;
            form = form.field("code", value)?;
            if let ::std::option::Option::Some(value) = &self.a {
                form = form.field("a", value)?;
            }
            ::std::result::Result::Ok(form)
        }
    }
    /// `Size`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Size {
        /// `width`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub width: ::std::option::Option<i64>,
        /// `height`.
        pub height: i64,
        /// `unit`.
        pub unit: ::std::string::String,
        /// `depth`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub depth: ::std::option::Option<f32>,
    }
    impl Size {
        /// Only `height`, `unit` set yet.
        #[must_use]
        pub fn new(
            height: i64,
            unit: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            Self {
                width: ::std::default::Default::default(),
                height,
                unit: unit.into(),
                depth: ::std::default::Default::default(),
            }
        }
        /// Sets `width`.
        #[must_use]
        pub fn width(mut self, width: i64) -> Self {
            self.width = ::std::option::Option::Some(width);
            self
        }
        /// Sets `depth`.
        #[must_use]
        pub fn depth(mut self, depth: f32) -> Self {
            self.depth = ::std::option::Option::Some(depth);
            self
        }
    }
}
