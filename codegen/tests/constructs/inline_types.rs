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
/// Client of Inline.
///
/// Inline
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
    /// `POST /orders`
    ///
    /// Answers `200`: The order.
    pub fn create_order(
        &self,
        body: &types::CreateOrderRequest,
    ) -> runtime::Call<types::CreateOrderResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createOrder",
                "POST",
                "/orders",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
/// Types of Inline.
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
    /// `CreateOrderRequest`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct CreateOrderRequest {
        /// `lines`.
        pub lines: ::std::vec::Vec<CreateOrderRequestLinesItem>,
        /// `address`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub address: ::std::option::Option<CreateOrderRequestAddress>,
    }
    impl CreateOrderRequest {
        /// Only `lines` set yet.
        #[must_use]
        pub fn new(
            lines: impl ::std::iter::IntoIterator<Item = CreateOrderRequestLinesItem>,
        ) -> Self {
            Self {
                lines: lines.into_iter().collect(),
                address: ::std::default::Default::default(),
            }
        }
        /// Sets `address`.
        #[must_use]
        pub fn address(
            mut self,
            address: impl ::std::convert::Into<CreateOrderRequestAddress>,
        ) -> Self {
            self.address = ::std::option::Option::Some(address.into());
            self
        }
    }
    /// `CreateOrderRequestAddress`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct CreateOrderRequestAddress {
        /// `city`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub city: ::std::option::Option<::std::string::String>,
    }
    impl CreateOrderRequestAddress {
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
    }
    /// `CreateOrderRequestLinesItem`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct CreateOrderRequestLinesItem {
        /// `sku`.
        pub sku: ::std::string::String,
        /// `price`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub price: ::std::option::Option<f64>,
    }
    impl CreateOrderRequestLinesItem {
        /// Only `sku` set yet.
        #[must_use]
        pub fn new(sku: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                sku: sku.into(),
                price: ::std::default::Default::default(),
            }
        }
        /// Sets `price`.
        #[must_use]
        pub fn price(mut self, price: f64) -> Self {
            self.price = ::std::option::Option::Some(price);
            self
        }
    }
    /// `CreateOrderResponse`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct CreateOrderResponse {
        /// `id`.
        pub id: ::std::string::String,
        /// `notes`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub notes: ::std::option::Option<
            ::std::collections::BTreeMap<
                ::std::string::String,
                CreateOrderResponseNotesValue,
            >,
        >,
    }
    /// `CreateOrderResponseNotesValue`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct CreateOrderResponseNotesValue {
        /// `text`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
}
