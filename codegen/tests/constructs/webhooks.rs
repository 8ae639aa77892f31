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
/// Client of Webhooks.
///
/// Webhooks
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
    /// `POST /subscriptions`
    ///
    /// Answers `204`: Subscribed.
    pub fn subscribe(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "subscribe",
                "POST",
                "/subscriptions",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
/// Types of Webhooks.
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
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `name`.
        pub name: ::std::string::String,
    }
    /// `FoundDelivery`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct FoundDelivery {
        /// `at`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<
            runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
        >,
    }
    /// `FoundDelivery2`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct FoundDelivery2 {
        /// `by`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub by: ::std::option::Option<::std::string::String>,
    }
    /// `LostDelivery`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum LostDelivery {
        /// `Cat`.
        Cat(Cat),
        /// `::std::string::String`.
        String(::std::string::String),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Cat> for LostDelivery {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for LostDelivery {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<&str> for LostDelivery {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for LostDelivery {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Cat),
                        |value| runtime::fitting(value, Self::String),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `OnFedDelivery`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct OnFedDelivery {
        /// `cat`.
        pub cat: Cat,
        /// `food`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub food: ::std::option::Option<OnFedDeliveryFood>,
    }
    /// `OnFedDeliveryFood`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct OnFedDeliveryFood {
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
}
