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
/// Client of Odd paths.
///
/// Odd paths
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
    /// `DELETE /items`
    pub fn clear_items(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "clearItems",
                "DELETE",
                "/items",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
    /// `GET /items`
    pub fn list_items(
        &self,
        owner: &str,
        options: &types::ListItemsOptions,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listItems",
                "GET",
                "/items",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("action", "list")
            .query("owner", owner)
            .query("page", &options.page)
            .empty()
    }
    /// `GET /secrets`
    ///
    /// Answers `200`: All.
    pub fn list_secrets(
        &self,
        options: &types::ListSecretsOptions,
    ) -> runtime::Call<::std::vec::Vec<types::Key>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listSecrets",
                "GET",
                "/secrets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).header("key", &options.key).json()
    }
    /// `GET /states`
    ///
    /// Answers `200`: The state.
    pub fn get_state(
        &self,
        options: &types::GetStateOptions,
    ) -> runtime::Call<::std::option::Option<types::State>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getState",
                "GET",
                "/states",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("at", &options.at)
            .query_as("where", runtime::Style::Json, &options.where_)
            .json()
    }
    /// `PUT /states`
    ///
    /// Answers `200`: The states.
    #[deprecated(note = "the provider deprecates it")]
    pub fn put_state(
        &self,
        body: ::std::option::Option<::std::option::Option<&types::State>>,
    ) -> runtime::Call<::std::vec::Vec<::std::option::Option<types::State>>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putState",
                "PUT",
                "/states",
            )
            .failures(&[])
            .body_rules(&STATE);
        self.runtime.request(&OPERATION).maybe_json_body(body).json()
    }
    /// `GET /v1/{name}/{rest}`
    pub fn get_project(
        &self,
        name: &str,
        rest: &str,
        options: &types::GetProjectOptions,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getProject",
                "GET",
                "/v1/{name}/{rest}",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .path("name", name)
            .path("rest", rest)
            .query("page", &options.page)
            .empty()
    }
    /// `GET /v2/{id}/{tail}`
    pub fn get_tail(&self, id: i64, tail: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getTail",
                "GET",
                "/v2/{id}/{tail}",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("id", id).path("tail", tail).empty()
    }
    /// `HEAD /state`
    ///
    /// Answers `200`: The headers.
    pub fn head_state(&self) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "headState",
                "HEAD",
                "/state",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).empty()
    }
}
static STATE: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::Property(
            "most",
            &runtime::Rules::new(
                &[
                    runtime::Rule::Minimum("0"),
                    runtime::Rule::Maximum("18446744073709551615"),
                ],
            ),
        ),
        runtime::Rule::Property(
            "width",
            &runtime::Rules::new(&[runtime::Rule::Maximum("4294967295")]),
        ),
    ],
);
/// Types of Odd paths.
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
    /// The optional parameters of `getProject`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetProjectOptions {
        /// `page`.
        pub page: ::std::option::Option<i64>,
    }
    impl GetProjectOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `page`.
        #[must_use]
        pub fn page(mut self, page: i64) -> Self {
            self.page = ::std::option::Option::Some(page);
            self
        }
    }
    /// The optional parameters of `getState`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct GetStateOptions {
        /// `at`.
        pub at: ::std::option::Option<::std::string::String>,
        /// `where`.
        pub where_: ::std::option::Option<::std::string::String>,
    }
    impl GetStateOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `at`.
        #[must_use]
        pub fn at(
            mut self,
            at: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.at = ::std::option::Option::Some(at.into());
            self
        }
        /// Sets `where`.
        #[must_use]
        pub fn where_(
            mut self,
            where_: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.where_ = ::std::option::Option::Some(where_.into());
            self
        }
    }
    /// `Key`.
    pub type Key = runtime::Secret;
    /// The optional parameters of `listItems`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListItemsOptions {
        /// `page`.
        pub page: ::std::option::Option<i32>,
    }
    impl ListItemsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `page`.
        #[must_use]
        pub fn page(mut self, page: i32) -> Self {
            self.page = ::std::option::Option::Some(page);
            self
        }
    }
    /// The optional parameters of `listSecrets`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListSecretsOptions {
        /// `key`.
        pub key: ::std::option::Option<runtime::Secret>,
    }
    impl ListSecretsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `key`.
        #[must_use]
        pub fn key(mut self, key: impl ::std::convert::Into<runtime::Secret>) -> Self {
            self.key = ::std::option::Option::Some(key.into());
            self
        }
    }
    /// `State`.
    #[deprecated(note = "the provider deprecates it")]
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct State {
        /// `count`.
        pub count: u64,
        /// `width`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub width: ::std::option::Option<i64>,
        /// `most`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub most: ::std::option::Option<u64>,
        /// The properties that the document does not name.
        #[serde(flatten)]
        pub extra: runtime::ext::serde_json::Map<
            ::std::string::String,
            runtime::ext::serde_json::Value,
        >,
    }
    impl State {
        /// Only `count` set yet.
        #[must_use]
        pub fn new(count: u64) -> Self {
            Self {
                count,
                width: ::std::default::Default::default(),
                most: ::std::default::Default::default(),
                extra: ::std::default::Default::default(),
            }
        }
        /// Sets `width`.
        #[must_use]
        pub fn width(mut self, width: i64) -> Self {
            self.width = ::std::option::Option::Some(width);
            self
        }
        /// Sets `most`.
        #[must_use]
        pub fn most(mut self, most: u64) -> Self {
            self.most = ::std::option::Option::Some(most);
            self
        }
    }
}
