use ::bindery::runtime;
/// The servers that the document names.
pub const SERVERS: &[&str] = &[];
/// Client of Unions.
///
/// Unions
#[derive(Debug, Clone)]
pub struct Client {
    runtime: runtime::Client,
}
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
    pub fn create_pet(&self, body: &types::Pet) -> runtime::Call<types::Pet> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createPet",
                "POST",
                "/pets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
/// Types of Unions.
pub mod types {
    use super::runtime;
    /// `Cat`.
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Cat {
        /// `kind`.
        pub kind: CatKind,
        /// `lives`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub lives: ::std::option::Option<i32>,
    }
    impl Cat {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new(kind: impl ::std::convert::Into<CatKind>) -> Self {
            Self {
                kind: kind.into(),
                lives: ::std::default::Default::default(),
            }
        }
        /// Sets `lives`.
        #[must_use]
        pub fn lives(mut self, lives: i32) -> Self {
            self.lives = ::std::option::Option::Some(lives);
            self
        }
    }
    runtime::closed_enum! {
        #[doc = " `CatKind`."] pub enum CatKind { #[doc = " `cat`."] Cat = "cat", }
    }
    /// `Dog`.
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Dog {
        /// `kind`.
        pub kind: DogKind,
        /// `bark`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub bark: ::std::option::Option<::std::string::String>,
    }
    impl Dog {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new(kind: impl ::std::convert::Into<DogKind>) -> Self {
            Self {
                kind: kind.into(),
                bark: ::std::default::Default::default(),
            }
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
    runtime::closed_enum! {
        #[doc = " `DogKind`."] pub enum DogKind { #[doc = " `dog`."] Dog = "dog", }
    }
    /// `Pet`.
    #[derive(
        Debug,
        Clone,
        PartialEq,
        runtime::ext::serde::Serialize,
        runtime::ext::serde::Deserialize
    )]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Pet {
        /// `Cat`.
        Cat(Cat),
        /// `Dog`.
        Dog(Dog),
        /// `::std::string::String`.
        String(::std::string::String),
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
    impl ::std::convert::From<::std::string::String> for Pet {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
}
