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
/// Client of Pages.
///
/// Pages
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
    /// `GET /shops/{shop}/items`
    ///
    /// Answers `200`: A page.
    pub fn list_items(
        &self,
        shop: i32,
        tenant: &str,
        options: &types::ListItemsOptions,
    ) -> runtime::Call<types::ItemList> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listItems",
                "GET",
                "/shops/{shop}/items",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("shop", shop)
            .header("tenant", tenant)
            .query("after", &options.after)
            .query("before", &options.before)
            .query("size", &options.size)
            .json()
    }
    /// The pages of [`Self::list_items`], from the one asked for to the last.
    pub fn list_items_pages(
        &self,
        shop: i32,
        tenant: &str,
        options: &types::ListItemsOptions,
    ) -> runtime::page::BoxStream<types::ItemList> {
        let client = self.clone();
        let tenant = tenant.to_owned();
        let options = options.to_owned();
        let direction = if options.size == ::std::option::Option::Some(0) {
            runtime::page::Direction::Stay
        } else if options.before.is_some() {
            runtime::page::Direction::Backward
        } else {
            runtime::page::Direction::Forward
        };
        runtime::page::pages(
            direction,
            move |cursor| {
                let mut next = options.clone();
                if cursor.is_some() {
                    match direction {
                        runtime::page::Direction::Forward => next.after = cursor,
                        runtime::page::Direction::Backward => next.before = cursor,
                        _ => {}
                    }
                }
                client.list_items(shop, &tenant, &next)
            },
        )
    }
}
/// Types of Pages.
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
        /// `id`.
        pub id: ::std::string::String,
    }
    /// `ItemList`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ItemList {
        /// `data`.
        pub data: ::std::vec::Vec<Item>,
        /// `next`.
        pub next: ::std::option::Option<::std::string::String>,
        /// `previous`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub previous: runtime::Patch<::std::string::String>,
    }
    /// The optional parameters of `listItems`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListItemsOptions {
        /// `after`.
        pub after: ::std::option::Option<::std::string::String>,
        /// `before`.
        pub before: ::std::option::Option<::std::string::String>,
        /// `size`.
        pub size: ::std::option::Option<i32>,
    }
    impl ListItemsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `after`.
        #[must_use]
        pub fn after(
            mut self,
            after: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.after = ::std::option::Option::Some(after.into());
            self
        }
        /// Sets `before`.
        #[must_use]
        pub fn before(
            mut self,
            before: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.before = ::std::option::Option::Some(before.into());
            self
        }
        /// Sets `size`.
        #[must_use]
        pub fn size(mut self, size: i32) -> Self {
            self.size = ::std::option::Option::Some(size);
            self
        }
    }
    impl runtime::page::Page for ItemList {
        type Item = Item;
        fn next(
            &self,
            direction: runtime::page::Direction,
        ) -> ::std::option::Option<::std::string::String> {
            match direction {
                runtime::page::Direction::Forward => self.next.clone(),
                runtime::page::Direction::Backward => self.previous.value().cloned(),
                _ => ::std::option::Option::None,
            }
        }
        fn into_items(self) -> ::std::vec::Vec<Self::Item> {
            self.data
        }
    }
}
