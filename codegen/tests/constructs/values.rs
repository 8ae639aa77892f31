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
/// Client of Values.
///
/// Values
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
    /// `GET /levels/{level}`
    ///
    /// Answers `200`: The level.
    pub fn get_level(
        &self,
        level: &types::Level,
        options: &types::GetLevelOptions,
    ) -> runtime::Call<types::Reading> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getLevel",
                "GET",
                "/levels/{level}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("level", level)
            .query_as(
                "sizes",
                runtime::Style::Form {
                    explode: false,
                },
                &options.sizes,
            )
            .json()
    }
}
/// Types of Values.
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
    /// The optional parameters of `getLevel`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetLevelOptions {
        /// `sizes`.
        pub sizes: ::std::option::Option<::std::vec::Vec<GetLevelOptionsSizesItem>>,
    }
    impl GetLevelOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `sizes`.
        #[must_use]
        pub fn sizes(
            mut self,
            sizes: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<GetLevelOptionsSizesItem>,
            >,
        ) -> Self {
            self.sizes = ::std::option::Option::Some(
                sizes.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
    }
    runtime::open_values! {
        #[doc = " `GetLevelOptionsSizesItem`."] pub enum GetLevelOptionsSizesItem { #[doc
        = " `1`."] N1 = 1i64, #[doc = " `2`."] N2 = 2i64, }
    }
    runtime::open_values! {
        #[doc = " `Level`."] pub enum Level { #[doc = " `-1`."] Minus1 = - 1i64, #[doc =
        " `0`."] N0 = 0i64, #[doc = " `18446744073709551615`."] N18446744073709551615 =
        18446744073709551615u64, }
    }
    /// `One`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct One {
        /// `version`.
        pub version: OneVersion,
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    runtime::open_values! {
        #[doc = " `OneVersion`."] pub enum OneVersion { #[doc = " `1`."] N1 = 1i64, }
    }
    /// `Reading`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Reading {
        /// `level`.
        pub level: Level,
        /// `mixed`.
        pub mixed: ::std::option::Option<ReadingMixed>,
        /// `unknown`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub unknown: ::std::option::Option<ReadingUnknown>,
        /// `flag`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub flag: ::std::option::Option<bool>,
        /// `quoted`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub quoted: ::std::option::Option<ReadingQuoted>,
        /// `listed`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub listed: ::std::option::Option<::std::vec::Vec<ReadingListedItem>>,
        /// `shape`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub shape: ::std::option::Option<
            runtime::ext::serde_json::Map<
                ::std::string::String,
                runtime::ext::serde_json::Value,
            >,
        >,
        /// `envelope`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub envelope: ::std::option::Option<ReadingEnvelope>,
    }
    /// `ReadingEnvelope`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ReadingEnvelope {
        /// `One`.
        One(One),
        /// `Two`.
        Two(Two),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<One> for ReadingEnvelope {
        fn from(value: One) -> Self {
            Self::One(value)
        }
    }
    impl ::std::convert::From<Two> for ReadingEnvelope {
        fn from(value: Two) -> Self {
            Self::Two(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for ReadingEnvelope {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "version").as_deref() {
                ::std::option::Option::Some("1") => runtime::branch(value, Self::One),
                ::std::option::Option::Some("2") => runtime::branch(value, Self::Two),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    runtime::open_enum! {
        #[doc = " `ReadingListedItem`."] pub enum ReadingListedItem { #[doc = " `x`."] X
        = "x", #[doc = " `y`."] Y = "y", }
    }
    runtime::open_values! {
        #[doc = " `ReadingMixed`."] pub enum ReadingMixed { #[doc = " `1`."] N1 = 1i64,
        #[doc = " `1.5`."] N15 = 1.5f64, #[doc = " `1`."] N1_2 = "1", #[doc =
        " The empty text."] Empty = "", #[doc = " `a-b`."] AB = "a-b", #[doc = " `a_b`."]
        AB2 = "a_b", #[doc = " `true`."] True = true, }
    }
    runtime::open_enum! {
        #[doc = " `ReadingQuoted`."] pub enum ReadingQuoted { #[doc = " `7`."] N7 = "7",
        #[doc = " `8`."] N8 = "8", }
    }
    runtime::open_values! {
        #[doc = " `ReadingUnknown`."] pub enum ReadingUnknown { #[doc = " `0`."] Unknown
        = 0i64, #[doc = " `1`."] Other = 1i64, #[doc = " `2`."] Known = 2i64, } else
        Unrecognized
    }
    /// `Two`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Two {
        /// `version`.
        pub version: TwoVersion,
        /// `b`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    runtime::open_values! {
        #[doc = " `TwoVersion`."] pub enum TwoVersion { #[doc = " `2`."] N2 = 2i64, }
    }
}
