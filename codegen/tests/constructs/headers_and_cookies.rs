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
/// Client of Headers.
///
/// Headers
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
        x_tenant: &str,
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
            .header("X-Tenant", x_tenant)
            .header("X-Flags", &options.x_flags)
            .cookie("session", &options.session)
            .header("Cookie", &options.cookie)
            .empty()
    }
}
/// Types of Headers.
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
        /// `X-Flags`.
        pub x_flags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /// `session`.
        pub session: ::std::option::Option<::std::string::String>,
        /// `Cookie`.
        pub cookie: ::std::option::Option<::std::string::String>,
    }
    impl ListItemsOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `X-Flags`.
        #[must_use]
        pub fn x_flags(
            mut self,
            x_flags: impl ::std::iter::IntoIterator<
                Item = impl ::std::convert::Into<::std::string::String>,
            >,
        ) -> Self {
            self.x_flags = ::std::option::Option::Some(
                x_flags.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `session`.
        #[must_use]
        pub fn session(
            mut self,
            session: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.session = ::std::option::Option::Some(session.into());
            self
        }
        /// Sets `Cookie`.
        #[must_use]
        pub fn cookie(
            mut self,
            cookie: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.cookie = ::std::option::Option::Some(cookie.into());
            self
        }
    }
}
