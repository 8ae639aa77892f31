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
/// Client of References.
///
/// References
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
    /// `DELETE /members/{id}`
    ///
    /// Answers `204`: Gone.
    pub fn delete_members_id(&self, id: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "delete_members_id",
                "DELETE",
                "/members/{id}",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("id", id).empty()
    }
    /// `DELETE /people/{id}`
    ///
    /// Answers `204`: Gone.
    pub fn delete_people_id(&self, id: &str) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "delete_people_id",
                "DELETE",
                "/people/{id}",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).path("id", id).empty()
    }
    /// `GET /users`
    ///
    /// Answers `200`: A page.
    pub fn list_users(
        &self,
        options: &types::ListUsersOptions,
    ) -> runtime::Call<types::ListUsersResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listUsers",
                "GET",
                "/users",
            )
            .failures(&[]);
        self.runtime
            .request(&OPERATION)
            .query("page", &options.page)
            .query("lang", &options.lang)
            .json()
    }
    /// `GET /users/newest`
    ///
    /// Answers `200`: One user.
    pub fn newest_user(
        &self,
        options: &types::NewestUserOptions,
    ) -> runtime::Call<types::ListUsersResponseDataItem> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "newestUser",
                "GET",
                "/users/newest",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).query("verbose", &options.verbose).json()
    }
    /// `GET /users/{id}`
    ///
    /// Answers `200`: The page.
    ///
    /// # Errors
    /// - `404` ([`types::NotFound`]): Not there.
    pub fn page_with_user(
        &self,
        id: i64,
        options: &types::PageWithUserOptions,
    ) -> runtime::Call<types::ListUsersResponse> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "pageWithUser",
                "GET",
                "/users/{id}",
            )
            .failures(&["404"]);
        self.runtime
            .request(&OPERATION)
            .query("verbose", &options.verbose)
            .path("id", id)
            .query("lang", &options.lang)
            .query("number", &options.number)
            .json()
    }
    /// `PUT /users/{id}`
    ///
    /// Answers `200`: Moved.
    ///
    /// # Errors
    /// - `404` ([`types::NotFound`]): Not there.
    /// - `default` ([`types::ReasonVariant1`]): Refused.
    pub fn move_user(
        &self,
        id: i64,
        body: &types::PersonAddress,
        options: &types::MoveUserOptions,
    ) -> runtime::Call<types::Person> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "moveUser",
                "PUT",
                "/users/{id}",
            )
            .failures(&["404", "default"]);
        self.runtime
            .request(&OPERATION)
            .query("verbose", &options.verbose)
            .path("id", id)
            .json_body(body)
            .json()
    }
}
/// Types of References.
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
    /// `AlsoNumber`.
    pub type AlsoNumber = i32;
    runtime::open_enum! {
        #[doc = " `Lang`."] pub enum Lang { #[doc = " `de`."] De = "de", #[doc =
        " `en`."] En = "en", }
    }
    /// The optional parameters of `listUsers`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListUsersOptions {
        /// `page`.
        pub page: ::std::option::Option<Number>,
        /// `lang`.
        pub lang: ::std::option::Option<Lang>,
    }
    impl ListUsersOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `page`.
        #[must_use]
        pub fn page(mut self, page: Number) -> Self {
            self.page = ::std::option::Option::Some(page);
            self
        }
        /// Sets `lang`.
        #[must_use]
        pub fn lang(mut self, lang: impl ::std::convert::Into<Lang>) -> Self {
            self.lang = ::std::option::Option::Some(lang.into());
            self
        }
    }
    /// `ListUsersResponse`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListUsersResponse {
        /// `data`.
        pub data: ::std::vec::Vec<ListUsersResponseDataItem>,
    }
    /// `ListUsersResponseDataItem`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ListUsersResponseDataItem {
        /// `id`.
        pub id: i64,
    }
    /// The optional parameters of `moveUser`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct MoveUserOptions {
        /// `verbose`.
        pub verbose: ::std::option::Option<bool>,
    }
    impl MoveUserOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `verbose`.
        #[must_use]
        pub fn verbose(mut self, verbose: bool) -> Self {
            self.verbose = ::std::option::Option::Some(verbose);
            self
        }
    }
    /// The optional parameters of `newestUser`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct NewestUserOptions {
        /// `verbose`.
        pub verbose: ::std::option::Option<bool>,
    }
    impl NewestUserOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `verbose`.
        #[must_use]
        pub fn verbose(mut self, verbose: bool) -> Self {
            self.verbose = ::std::option::Option::Some(verbose);
            self
        }
    }
    /// `NotFound`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct NotFound {
        /// `reason`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<NotFoundReason>,
    }
    runtime::open_enum! {
        #[doc = " `NotFoundReason`."] pub enum NotFoundReason { #[doc = " `gone`."] Gone
        = "gone", #[doc = " `hidden`."] Hidden = "hidden", }
    }
    /// `Number`.
    pub type Number = AlsoNumber;
    runtime::open_enum! {
        #[doc = " `NumberParameter`."] pub enum NumberParameter { #[doc = " `even`."]
        Even = "even", #[doc = " `odd`."] Odd = "odd", }
    }
    /// The optional parameters of `pageWithUser`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct PageWithUserOptions {
        /// `verbose`.
        pub verbose: ::std::option::Option<bool>,
        /// `lang`.
        pub lang: ::std::option::Option<Lang>,
        /// `number`.
        pub number: ::std::option::Option<NumberParameter>,
    }
    impl PageWithUserOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `verbose`.
        #[must_use]
        pub fn verbose(mut self, verbose: bool) -> Self {
            self.verbose = ::std::option::Option::Some(verbose);
            self
        }
        /// Sets `lang`.
        #[must_use]
        pub fn lang(mut self, lang: impl ::std::convert::Into<Lang>) -> Self {
            self.lang = ::std::option::Option::Some(lang.into());
            self
        }
        /// Sets `number`.
        #[must_use]
        pub fn number(
            mut self,
            number: impl ::std::convert::Into<NumberParameter>,
        ) -> Self {
            self.number = ::std::option::Option::Some(number.into());
            self
        }
    }
    /// `Person`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Person {
        /// `age`.
        pub age: AlsoNumber,
        /// `address`.
        pub address: PersonAddress,
        /// `former`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub former: ::std::option::Option<::std::vec::Vec<PersonAddress>>,
        /// `mother`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub mother: ::std::option::Option<::std::boxed::Box<Person>>,
    }
    /// `PersonAddress`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct PersonAddress {
        /// `street`.
        pub street: ::std::string::String,
    }
    impl PersonAddress {
        /// Only `street` set yet.
        #[must_use]
        pub fn new(street: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { street: street.into() }
        }
    }
    /// `Reason`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Reason {
        /// `::std::string::String`.
        String(::std::string::String),
        /// `ReasonVariant1`.
        Object(ReasonVariant1),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::string::String> for Reason {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<ReasonVariant1> for Reason {
        fn from(value: ReasonVariant1) -> Self {
            Self::Object(value)
        }
    }
    impl ::std::convert::From<&str> for Reason {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Reason {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::String),
                        |value| runtime::fitting(value, Self::Object),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// Long reason
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct ReasonVariant1 {
        /// `code`.
        pub code: ::std::string::String,
    }
    /// `XId`.
    pub type XId = ::std::string::String;
}
