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
/// Client of Names.
///
/// Names
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
    /// `GET /a/{type}`
    pub fn get_a_type(
        &self,
        type_: &str,
        body2: &str,
        options: &types::GetATypeOptions,
    ) -> runtime::Call<types::Foo2> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "get_a_type",
                "GET",
                "/a/{type}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("type", type_)
            .query("Type", &options.type_)
            .query("type", &options.type_2)
            .query("body", body2)
            .json()
    }
    /// `GET /b`
    pub fn get_x(&self, options: &types::GetXOptions) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getX",
                "GET",
                "/b",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).query("default", &options.default).empty()
    }
    /// `GET /c`
    pub fn get_x2(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "get_x",
                "GET",
                "/c",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /d`
    pub fn new2(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "new",
                "GET",
                "/d",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
/// Types of Names.
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
    /// `Foo`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Foo {
        /// `option`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub option: ::std::option::Option<Option>,
        /// `foo`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub foo: ::std::option::Option<Foo2>,
    }
    /// `Foo2`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Foo2 {
        /// `fooBar`.
        #[serde(
            rename = "fooBar",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub foo_bar: ::std::option::Option<::std::string::String>,
        /// `foo_bar`.
        #[serde(
            rename = "foo_bar",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub foo_bar2: ::std::option::Option<::std::string::String>,
        /// `self`.
        #[serde(rename = "self")]
        pub self_: Self_,
        /// `new`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub new: ::std::option::Option<::std::string::String>,
        /// `gen`.
        #[serde(
            rename = "gen",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub gen_: ::std::option::Option<::std::string::String>,
        /// `String`.
        #[serde(
            rename = "String",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub string: ::std::option::Option<String>,
        /// `@id`.
        #[serde(
            rename = "@id",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub id: ::std::option::Option<::std::string::String>,
        /// `日本`.
        #[serde(
            rename = "日本",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub value: ::std::option::Option<::std::string::String>,
    }
    /// The optional parameters of `get_a_type`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetATypeOptions {
        /// `Type`.
        pub type_: ::std::option::Option<::std::string::String>,
        /// `type`.
        pub type_2: ::std::option::Option<::std::string::String>,
    }
    impl GetATypeOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `Type`.
        #[must_use]
        pub fn type_(
            mut self,
            type_: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.type_ = ::std::option::Option::Some(type_.into());
            self
        }
        /// Sets `type`.
        #[must_use]
        pub fn type_2(
            mut self,
            type_2: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.type_2 = ::std::option::Option::Some(type_2.into());
            self
        }
    }
    /// The optional parameters of `getX`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetXOptions {
        /// `default`.
        pub default: ::std::option::Option<::std::string::String>,
    }
    impl GetXOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `default`.
        #[must_use]
        pub fn default(
            mut self,
            default: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.default = ::std::option::Option::Some(default.into());
            self
        }
    }
    /// `Option`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Option {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// `Self_`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Self_ {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// `String`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct String {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
}
