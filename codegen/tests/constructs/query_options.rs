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
/// Client of Queries.
///
/// Queries
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
    /// `GET /items`
    ///
    /// Answers `204`: Listed.
    pub fn list_items(
        &self,
        kind: &str,
        range: &types::ListItemsRange,
        options: &types::ListItemsOptions,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listItems",
                "GET",
                "/items",
            )
            .failures(&[])
            .parameter_rules(
                &[
                    (
                        "query",
                        "limit",
                        &runtime::Rules::new(&[runtime::Rule::Maximum("5")]),
                    ),
                ],
            );
        self.runtime
            .request(&OPERATION)
            .query("kind", kind)
            .query("filter[status]", &options.filter_status)
            .query_as("range", runtime::Style::DeepObject, range)
            .query("limit", &options.limit)
            .query("ids", &options.ids)
            .query_as(
                "csv",
                runtime::Style::Form {
                    explode: false,
                },
                &options.csv,
            )
            .query_as("piped", runtime::Style::PipeDelimited, &options.piped)
            .query_as("deep", runtime::Style::DeepObject, &options.deep)
            .query_as("where", runtime::Style::Json, &options.where_)
            .query("until", &options.until)
            .query("since", &options.since)
            .exclusive(&["since", "until"])
            .empty()
    }
}
/// Types of Queries.
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
    /// The optional parameters of `listItems`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListItemsOptions {
        /// `filter[status]`.
        pub filter_status: ::std::option::Option<::std::string::String>,
        /// `limit`.
        ///
        /// Default: `10`.
        pub limit: ::std::option::Option<i32>,
        /// `ids`.
        pub ids: ::std::option::Option<::std::vec::Vec<i64>>,
        /// `csv`.
        pub csv: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `piped`.
        pub piped: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `deep`.
        pub deep: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
        >,
        /// `where`.
        pub where_: ::std::option::Option<ListItemsOptionsWhere>,
        /// `until`.
        pub until: ::std::option::Option<runtime::ext::chrono::naive::NaiveDate>,
        /// `since`.
        pub since: ::std::option::Option<
            runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
        >,
    }
    impl ListItemsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `filter[status]`.
        #[must_use]
        pub fn filter_status(
            mut self,
            filter_status: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.filter_status = ::std::option::Option::Some(filter_status.into());
            self
        }
        /// Sets `limit`.
        #[must_use]
        pub fn limit(mut self, limit: i32) -> Self {
            self.limit = ::std::option::Option::Some(limit);
            self
        }
        /// Sets `ids`.
        #[must_use]
        pub fn ids(mut self, ids: impl ::std::iter::IntoIterator<Item = i64>) -> Self {
            self.ids = ::std::option::Option::Some(ids.into_iter().collect());
            self
        }
        /// Sets `csv`.
        #[must_use]
        pub fn csv(
            mut self,
            csv: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.csv = ::std::option::Option::Some(
                csv.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `piped`.
        #[must_use]
        pub fn piped(
            mut self,
            piped: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.piped = ::std::option::Option::Some(
                piped.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `deep`.
        #[must_use]
        pub fn deep(
            mut self,
            deep: impl ::std::iter::IntoIterator<
                Item = (
                    impl ::std::convert::Into<::std::string::String>,
                    impl ::std::convert::Into<::std::string::String>,
                ),
            >,
        ) -> Self {
            self.deep = ::std::option::Option::Some(
                deep.into_iter().map(|(key, item)| (key.into(), item.into())).collect(),
            );
            self
        }
        /// Sets `where`.
        #[must_use]
        pub fn where_(
            mut self,
            where_: impl ::std::convert::Into<ListItemsOptionsWhere>,
        ) -> Self {
            self.where_ = ::std::option::Option::Some(where_.into());
            self
        }
        /// Sets `until`.
        #[must_use]
        pub fn until(mut self, until: runtime::ext::chrono::naive::NaiveDate) -> Self {
            self.until = ::std::option::Option::Some(until);
            self
        }
        /// Sets `since`.
        #[must_use]
        pub fn since(
            mut self,
            since: runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
        ) -> Self {
            self.since = ::std::option::Option::Some(since);
            self
        }
    }
    /// `ListItemsOptionsWhere`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListItemsOptionsWhere {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl ListItemsOptionsWhere {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
            self.a = ::std::option::Option::Some(a.into());
            self
        }
    }
    /// `ListItemsRange`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListItemsRange {
        /// `to`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub to: ::std::option::Option<i64>,
        /// `from`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<i64>,
    }
    impl ListItemsRange {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `to`.
        #[must_use]
        pub fn to(mut self, to: i64) -> Self {
            self.to = ::std::option::Option::Some(to);
            self
        }
        /// Sets `from`.
        #[must_use]
        pub fn from(mut self, from: i64) -> Self {
            self.from = ::std::option::Option::Some(from);
            self
        }
    }
}
