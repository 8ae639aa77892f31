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
/// Client of Several files.
///
/// Several files
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
    /// `GET /teams`
    ///
    /// # Errors
    /// - `4XX` ([`types::Problem`]): What was wrong.
    pub fn list_teams(&self) -> runtime::Call<::std::vec::Vec<types::Team>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listTeams",
                "GET",
                "/teams",
            )
            .failures(&["4XX"]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /users`
    ///
    /// # Errors
    /// - `4XX` ([`types::Problem`]): What was wrong.
    pub fn list_users(
        &self,
        options: &types::ListUsersOptions,
    ) -> runtime::Call<::std::vec::Vec<types::User>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listUsers",
                "GET",
                "/users",
            )
            .failures(&["4XX"])
            .parameter_rules(
                &[
                    (
                        "query",
                        "limit",
                        &runtime::Rules::new(&[runtime::Rule::Minimum("1")]),
                    ),
                ],
            );
        self.runtime.request(&OPERATION).query("limit", &options.limit).json()
    }
    /// `POST /users`
    pub fn create_user(&self, body: &types::User) -> runtime::Call<types::User> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createUser",
                "POST",
                "/users",
            )
            .failures(&[])
            .body_rules(&USER);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /users/{id}`
    pub fn get_user(&self, id: &str) -> runtime::Call<types::User> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getUser",
                "GET",
                "/users/{id}",
            )
            .failures(&[])
            .parameter_rules(&[("path", "id", &ID)]);
        self.runtime.request(&OPERATION).path("id", id).json()
    }
}
static ID: runtime::Rules = runtime::Rules::new(&[runtime::Rule::MinLength(1)]);
static USER: runtime::Rules = runtime::Rules::new(
    &[runtime::Rule::Property("friend", &USER), runtime::Rule::Property("id", &ID)],
);
/// Types of Several files.
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
    /// `Address`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Address {
        /// `street`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
    }
    impl Address {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `street`.
        #[must_use]
        pub fn street(
            mut self,
            street: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.street = ::std::option::Option::Some(street.into());
            self
        }
    }
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: ::std::string::String,
        /// `owner`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub owner: ::std::option::Option<User>,
    }
    impl Cat {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "cat".into(),
                owner: ::std::default::Default::default(),
            }
        }
        /// Sets `owner`.
        #[must_use]
        pub fn owner(mut self, owner: impl ::std::convert::Into<User>) -> Self {
            self.owner = ::std::option::Option::Some(owner.into());
            self
        }
    }
    /// `Dog`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: ::std::string::String,
        /// `loud`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub loud: ::std::option::Option<bool>,
    }
    impl Dog {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "dog".into(),
                loud: ::std::default::Default::default(),
            }
        }
        /// Sets `loud`.
        #[must_use]
        pub fn loud(mut self, loud: bool) -> Self {
            self.loud = ::std::option::Option::Some(loud);
            self
        }
    }
    /// `Id`.
    pub type Id = ::std::string::String;
    /// The optional parameters of `listUsers`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListUsersOptions {
        /// `limit`.
        pub limit: ::std::option::Option<i64>,
    }
    impl ListUsersOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `limit`.
        #[must_use]
        pub fn limit(mut self, limit: i64) -> Self {
            self.limit = ::std::option::Option::Some(limit);
            self
        }
    }
    /// `Pet`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Cat> for Pet {
        fn from(value: Cat) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for Pet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("cat") => runtime::branch(value, Self::Cat),
                ::std::option::Option::Some("dog") => runtime::branch(value, Self::Dog),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Problem`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Problem {
        /// `code`.
        pub code: ::std::string::String,
        /// `causes`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub causes: ::std::option::Option<::std::vec::Vec<Problem>>,
    }
    /// `Team`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Team {
        /// `name`.
        pub name: ::std::string::String,
        /// `members`.
        pub members: ::std::vec::Vec<User>,
        /// `pet`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub pet: ::std::option::Option<Pet>,
    }
    /// `User`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct User {
        /// `id`.
        pub id: Id,
        /// `home`.
        pub home: Address,
        /// `work`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub work: ::std::option::Option<Address>,
        /// `friend`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub friend: ::std::option::Option<::std::boxed::Box<User>>,
        /// `pets`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub pets: ::std::option::Option<::std::vec::Vec<Pet>>,
    }
    impl User {
        /// Only `id`, `home` set yet.
        #[must_use]
        pub fn new(
            id: impl ::std::convert::Into<Id>,
            home: impl ::std::convert::Into<Address>,
        ) -> Self {
            Self {
                id: id.into(),
                home: home.into(),
                work: ::std::default::Default::default(),
                friend: ::std::default::Default::default(),
                pets: ::std::default::Default::default(),
            }
        }
        /// Sets `work`.
        #[must_use]
        pub fn work(mut self, work: impl ::std::convert::Into<Address>) -> Self {
            self.work = ::std::option::Option::Some(work.into());
            self
        }
        /// Sets `friend`.
        #[must_use]
        pub fn friend(
            mut self,
            friend: impl ::std::convert::Into<::std::boxed::Box<User>>,
        ) -> Self {
            self.friend = ::std::option::Option::Some(friend.into());
            self
        }
        /// Sets `pets`.
        #[must_use]
        pub fn pets(
            mut self,
            pets: impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<Pet>>,
        ) -> Self {
            self.pets = ::std::option::Option::Some(
                pets.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
    }
}
