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
/// Client of Inheritance.
///
/// Inheritance
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
    /// `POST /pets`
    ///
    /// Answers `200`: All.
    pub fn create_pet(
        &self,
        body: &types::Pet,
    ) -> runtime::Call<::std::vec::Vec<types::Pet>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createPet",
                "POST",
                "/pets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
/// Types of Inheritance.
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
    /// Any pet.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: ::std::string::String,
        /// Any pet.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub friend: ::std::option::Option<Pet>,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<PetSize>,
        /// `lives`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lives: ::std::option::Option<i32>,
    }
    impl Cat {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "kitty".into(),
                friend: ::std::default::Default::default(),
                size: ::std::default::Default::default(),
                lives: ::std::default::Default::default(),
            }
        }
        /// Sets `friend`.
        #[must_use]
        pub fn friend(mut self, friend: impl ::std::convert::Into<Pet>) -> Self {
            self.friend = ::std::option::Option::Some(friend.into());
            self
        }
        /// Sets `size`.
        #[must_use]
        pub fn size(mut self, size: impl ::std::convert::Into<PetSize>) -> Self {
            self.size = ::std::option::Option::Some(size.into());
            self
        }
        /// Sets `lives`.
        #[must_use]
        pub fn lives(mut self, lives: i32) -> Self {
            self.lives = ::std::option::Option::Some(lives);
            self
        }
    }
    /// Any pet.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: ::std::string::String,
        /// Any pet.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub friend: ::std::option::Option<::std::boxed::Box<Pet>>,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<PetSize>,
        /// `bark`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub bark: ::std::option::Option<::std::string::String>,
    }
    impl Dog {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "Dog".into(),
                friend: ::std::default::Default::default(),
                size: ::std::default::Default::default(),
                bark: ::std::default::Default::default(),
            }
        }
        /// Sets `friend`.
        #[must_use]
        pub fn friend(
            mut self,
            friend: impl ::std::convert::Into<::std::boxed::Box<Pet>>,
        ) -> Self {
            self.friend = ::std::option::Option::Some(friend.into());
            self
        }
        /// Sets `size`.
        #[must_use]
        pub fn size(mut self, size: impl ::std::convert::Into<PetSize>) -> Self {
            self.size = ::std::option::Option::Some(size.into());
            self
        }
        /// Sets `bark`.
        #[must_use]
        pub fn bark(
            mut self,
            bark: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.bark = ::std::option::Option::Some(bark.into());
            self
        }
    }
    /// Any pet.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        /// `::std::boxed::Box<Cat>`.
        Cat(::std::boxed::Box<Cat>),
        /// `Dog`.
        Dog(Dog),
        /// `Puppy`.
        Puppy(Puppy),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::boxed::Box<Cat>> for Pet {
        fn from(value: ::std::boxed::Box<Cat>) -> Self {
            Self::Cat(value)
        }
    }
    impl ::std::convert::From<Dog> for Pet {
        fn from(value: Dog) -> Self {
            Self::Dog(value)
        }
    }
    impl ::std::convert::From<Puppy> for Pet {
        fn from(value: Puppy) -> Self {
            Self::Puppy(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("kitty") => runtime::branch(value, Self::Cat),
                ::std::option::Option::Some("Dog") => runtime::branch(value, Self::Dog),
                ::std::option::Option::Some("Puppy") => {
                    runtime::branch(value, Self::Puppy)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    runtime::open_enum! {
        #[doc = " `PetSize`."] pub enum PetSize { #[doc = " `large`."] Large = "large",
        #[doc = " `small`."] Small = "small", }
    }
    /// Any pet.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Puppy {
        /// `kind`.
        pub kind: ::std::string::String,
        /// Any pet.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub friend: ::std::option::Option<::std::boxed::Box<Pet>>,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<PetSize>,
        /// `bark`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub bark: ::std::option::Option<::std::string::String>,
        /// `age`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub age: ::std::option::Option<i32>,
    }
    impl Puppy {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "Puppy".into(),
                friend: ::std::default::Default::default(),
                size: ::std::default::Default::default(),
                bark: ::std::default::Default::default(),
                age: ::std::default::Default::default(),
            }
        }
        /// Sets `friend`.
        #[must_use]
        pub fn friend(
            mut self,
            friend: impl ::std::convert::Into<::std::boxed::Box<Pet>>,
        ) -> Self {
            self.friend = ::std::option::Option::Some(friend.into());
            self
        }
        /// Sets `size`.
        #[must_use]
        pub fn size(mut self, size: impl ::std::convert::Into<PetSize>) -> Self {
            self.size = ::std::option::Option::Some(size.into());
            self
        }
        /// Sets `bark`.
        #[must_use]
        pub fn bark(
            mut self,
            bark: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.bark = ::std::option::Option::Some(bark.into());
            self
        }
        /// Sets `age`.
        #[must_use]
        pub fn age(mut self, age: i32) -> Self {
            self.age = ::std::option::Option::Some(age);
            self
        }
    }
}
