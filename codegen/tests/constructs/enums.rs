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
/// Client of Enums.
///
/// Enums
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
    /// `GET /items/{state}`
    ///
    /// - `state`: How it stands.
    ///
    /// Answers `200`: The item.
    pub fn get_item(&self, state: &types::State) -> runtime::Call<types::Item> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getItem",
                "GET",
                "/items/{state}",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("state", state).json()
    }
}
/// Types of Enums.
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
    /// `Item`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Item {
        /// How it stands.
        pub state: State,
        /// More may come.
        pub known: ItemKnown,
        /// `maybe`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub maybe: runtime::Patch<ItemMaybe>,
        /// `many`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub many: ::std::option::Option<::std::vec::Vec<ItemManyItem>>,
        /// `compared`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub compared: ::std::option::Option<ItemCompared>,
        /// `sized`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub sized: ::std::option::Option<ItemSized>,
        /// `misnamed`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub misnamed: ::std::option::Option<ItemMisnamed>,
        /// `by`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub by: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, State>,
        >,
    }
    runtime::open_enum! {
        #[doc = " `ItemCompared`."] pub enum ItemCompared { #[doc = " `!=`."] NotEqual =
        "!=", #[doc = " `<=`."] LessOrEqual = "<=", #[doc = " `>=`."] GreaterOrEqual =
        ">=", #[doc = " `=`."] Equal = "=", #[doc = " `!`."] Not = "!", #[doc = " `+`."]
        Plus = "+", #[doc = " `-`."] Minus = "-", #[doc = " `|`."] Pipe = "|", }
    }
    runtime::open_enum! {
        #[doc = " More may come."] pub enum ItemKnown { #[doc = " `a`."] A = "a", #[doc =
        " `b`."] B = "b", }
    }
    runtime::open_enum! {
        #[doc = " `ItemManyItem`."] pub enum ItemManyItem { #[doc = " `one`."] One =
        "one", #[doc = " `two`."] Two = "two", }
    }
    runtime::open_enum! {
        #[doc = " `ItemMaybe`."] pub enum ItemMaybe { #[doc = " `x`."] X = "x", }
    }
    runtime::open_enum! {
        #[doc = " `ItemMisnamed`."] pub enum ItemMisnamed { #[doc = " `a`."] A = "a",
        #[doc = " `b`."] B = "b", }
    }
    runtime::open_enum! {
        #[doc = " `ItemSized`."] pub enum ItemSized { #[doc =
        " `s`: Up to a \\<b>metre\\</b>."] Small = "s", #[doc = " `l`."] Large = "l",
        #[doc = " `xl`: Long."] #[doc = ""] #[doc = " And wide."] ExtraLarge = "xl", }
    }
    runtime::open_enum! {
        #[doc = " How it stands."] pub enum State { #[doc = " `active`."] Active =
        "active", #[doc = " `in-active`."] InActive = "in-active", #[doc =
        " `in_active`."] InActive2 = "in_active", #[doc = " The empty text."] Empty = "",
        #[doc = " `+1`."] Plus1 = "+1", #[doc = " `-1`."] Minus1 = "-1", #[doc =
        " `unknown`."] Unknown = "unknown", #[doc = " `2nd`."] N2nd = "2nd", #[doc =
        " `self`."] Self_ = "self", } else Other
    }
}
