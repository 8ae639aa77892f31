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
/// Client of Unions.
///
/// Unions
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
    /// `GET /contacts`
    ///
    /// Answers `200`: All.
    pub fn list_contacts(&self) -> runtime::Call<::std::vec::Vec<types::Contact>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listContacts",
                "GET",
                "/contacts",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `POST /filters`
    ///
    /// Answers `204`: Filtered.
    pub fn filter(&self, body: &types::Filter) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "filter",
                "POST",
                "/filters",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).empty()
    }
    /// `POST /pets`
    ///
    /// Answers `200`: The pet.
    pub fn create_pet(&self, body: &types::Pet) -> runtime::Call<types::Pet> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createPet",
                "POST",
                "/pets",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `GET /rings`
    pub fn get_ring(&self) -> runtime::Call<types::Ring> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getRing",
                "GET",
                "/rings",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /settings`
    ///
    /// Answers `200`: All.
    pub fn list_settings(&self) -> runtime::Call<::std::vec::Vec<types::Setting>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listSettings",
                "GET",
                "/settings",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
    /// `GET /vehicles`
    ///
    /// Answers `200`: All.
    pub fn list_vehicles(&self) -> runtime::Call<::std::vec::Vec<types::Vehicle>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listVehicles",
                "GET",
                "/vehicles",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json()
    }
}
/// Types of Unions.
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
    /// `About`.
    pub type About = Ring;
    /// `Bike`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Bike {
        /// `type`.
        #[serde(
            rename = "type",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub type_: ::std::option::Option<::std::string::String>,
        /// `gears`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub gears: ::std::option::Option<i32>,
    }
    /// `Car`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Car {
        /// `type`.
        #[serde(
            rename = "type",
            default,
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub type_: ::std::option::Option<::std::string::String>,
        /// `doors`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub doors: ::std::option::Option<i32>,
        /// `inside`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub inside: ::std::option::Option<Vehicle>,
    }
    /// `Cat`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
        pub fn new() -> Self {
            Self {
                kind: CatKind::Cat,
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
    /// `Contact`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Contact {
        /// `Phone`.
        Phone(Phone),
        /// `Mail`.
        Mail(Mail),
        /// `Name`.
        Name(Name),
        /// `Nickname`.
        Nickname(Nickname),
        /// `::std::vec::Vec<Contact>`.
        Array(::std::vec::Vec<Contact>),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Phone> for Contact {
        fn from(value: Phone) -> Self {
            Self::Phone(value)
        }
    }
    impl ::std::convert::From<Mail> for Contact {
        fn from(value: Mail) -> Self {
            Self::Mail(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<Contact>> for Contact {
        fn from(value: ::std::vec::Vec<Contact>) -> Self {
            Self::Array(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Contact {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Phone),
                        |value| runtime::fitting(value, Self::Mail),
                        |value| runtime::fitting(value, Self::Name),
                        |value| runtime::fitting(value, Self::Nickname),
                        |value| runtime::fitting(value, Self::Array),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Dog`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
        pub fn new() -> Self {
            Self {
                kind: DogKind::Dog,
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
    /// `Filter`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Filter {
        /// `::std::string::String`.
        String(::std::string::String),
        /// `::std::vec::Vec<::std::string::String>`.
        StringArray(::std::vec::Vec<::std::string::String>),
        /// `::std::vec::Vec<FilterPart>`.
        PartArray(::std::vec::Vec<FilterPart>),
        /// `runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>`.
        DateTime(runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>),
        /// `FilterWithSince`.
        WithSince(FilterWithSince),
        /// `FilterWithUntil`.
        WithUntil(FilterWithUntil),
        /// `::std::collections::BTreeMap<::std::string::String,i64>`.
        Object(::std::collections::BTreeMap<::std::string::String, i64>),
        /// `::std::vec::Vec<bool>`.
        AllOfThem(::std::vec::Vec<bool>),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::string::String> for Filter {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for Filter {
        fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
            Self::StringArray(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<FilterPart>> for Filter {
        fn from(value: ::std::vec::Vec<FilterPart>) -> Self {
            Self::PartArray(value)
        }
    }
    impl ::std::convert::From<
        runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
    > for Filter {
        fn from(
            value: runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
        ) -> Self {
            Self::DateTime(value)
        }
    }
    impl ::std::convert::From<FilterWithSince> for Filter {
        fn from(value: FilterWithSince) -> Self {
            Self::WithSince(value)
        }
    }
    impl ::std::convert::From<FilterWithUntil> for Filter {
        fn from(value: FilterWithUntil) -> Self {
            Self::WithUntil(value)
        }
    }
    impl ::std::convert::From<::std::collections::BTreeMap<::std::string::String, i64>>
    for Filter {
        fn from(
            value: ::std::collections::BTreeMap<::std::string::String, i64>,
        ) -> Self {
            Self::Object(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<bool>> for Filter {
        fn from(value: ::std::vec::Vec<bool>) -> Self {
            Self::AllOfThem(value)
        }
    }
    impl ::std::convert::From<&str> for Filter {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Filter {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::String),
                        |value| runtime::fitting(value, Self::StringArray),
                        |value| runtime::fitting(value, Self::PartArray),
                        |value| runtime::fitting(value, Self::DateTime),
                        |value| runtime::fitting(value, Self::WithSince),
                        |value| runtime::fitting(value, Self::WithUntil),
                        |value| runtime::fitting(value, Self::Object),
                        |value| runtime::fitting(value, Self::AllOfThem),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `FilterPart`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum FilterPart {
        /// `Name`.
        Name(Name),
        /// `runtime::ext::chrono::naive::NaiveDate`.
        Date(runtime::ext::chrono::naive::NaiveDate),
        /// `FilterPartVariant2`.
        Object(FilterPartVariant2),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Name> for FilterPart {
        fn from(value: Name) -> Self {
            Self::Name(value)
        }
    }
    impl ::std::convert::From<runtime::ext::chrono::naive::NaiveDate> for FilterPart {
        fn from(value: runtime::ext::chrono::naive::NaiveDate) -> Self {
            Self::Date(value)
        }
    }
    impl ::std::convert::From<FilterPartVariant2> for FilterPart {
        fn from(value: FilterPartVariant2) -> Self {
            Self::Object(value)
        }
    }
    impl ::std::convert::From<&str> for FilterPart {
        fn from(value: &str) -> Self {
            Self::Name(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for FilterPart {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Name),
                        |value| runtime::fitting(value, Self::Date),
                        |value| runtime::fitting(value, Self::Object),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `FilterPartVariant2`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct FilterPartVariant2 {
        /// `a`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl FilterPartVariant2 {
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
    /// `FilterWithSince`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct FilterWithSince {
        /// `since`.
        pub since: ::std::string::String,
        /// `zone`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub zone: ::std::option::Option<::std::string::String>,
    }
    impl FilterWithSince {
        /// Only `since` set yet.
        #[must_use]
        pub fn new(since: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                since: since.into(),
                zone: ::std::default::Default::default(),
            }
        }
        /// Sets `zone`.
        #[must_use]
        pub fn zone(
            mut self,
            zone: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.zone = ::std::option::Option::Some(zone.into());
            self
        }
    }
    /// `FilterWithUntil`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct FilterWithUntil {
        /// `until`.
        pub until: ::std::string::String,
        /// `zone`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub zone: ::std::option::Option<::std::string::String>,
    }
    impl FilterWithUntil {
        /// Only `until` set yet.
        #[must_use]
        pub fn new(until: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                until: until.into(),
                zone: ::std::default::Default::default(),
            }
        }
        /// Sets `zone`.
        #[must_use]
        pub fn zone(
            mut self,
            zone: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.zone = ::std::option::Option::Some(zone.into());
            self
        }
    }
    /// `Mail`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Mail {
        /// `label`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub label: ::std::option::Option<::std::string::String>,
        /// `address`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub address: runtime::Patch<::std::string::String>,
        /// `next`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<::std::boxed::Box<Contact>>,
    }
    /// `Name`.
    pub type Name = ::std::string::String;
    /// `Nickname`.
    pub type Nickname = ::std::string::String;
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
    impl ::std::convert::From<&str> for Pet {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Pet {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Cat),
                        |value| runtime::fitting(value, Self::Dog),
                        |value| runtime::fitting(value, Self::String),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Phone`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Phone {
        /// `label`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub label: ::std::option::Option<::std::string::String>,
        /// `number`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub number: ::std::option::Option<::std::string::String>,
        /// `next`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<::std::boxed::Box<Contact>>,
    }
    /// `Ring`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Ring {
        /// `::std::string::String`.
        String(::std::string::String),
        /// `i64`.
        Integer(i64),
        /// `bool`.
        Boolean(bool),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::string::String> for Ring {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for Ring {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<bool> for Ring {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl ::std::convert::From<&str> for Ring {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Ring {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::String),
                        |value| runtime::fitting(value, Self::Integer),
                        |value| runtime::fitting(value, Self::Boolean),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Round`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Round {
        /// `i64`.
        Integer(i64),
        /// `::std::string::String`.
        String(::std::string::String),
        /// `bool`.
        Boolean(bool),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<i64> for Round {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for Round {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<bool> for Round {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl ::std::convert::From<&str> for Round {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Round {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Integer),
                        |value| runtime::fitting(value, Self::String),
                        |value| runtime::fitting(value, Self::Boolean),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Scalar`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Scalar {
        /// `::std::string::String`.
        String(::std::string::String),
        /// `i64`.
        Integer(i64),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::string::String> for Scalar {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for Scalar {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<&str> for Scalar {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for Scalar {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::String),
                        |value| runtime::fitting(value, Self::Integer),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Setting`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Setting {
        /// `Vehicle`.
        Vehicle(Vehicle),
        /// `Scalar`.
        Scalar(Scalar),
        /// `bool`.
        Boolean(bool),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Vehicle> for Setting {
        fn from(value: Vehicle) -> Self {
            Self::Vehicle(value)
        }
    }
    impl ::std::convert::From<Scalar> for Setting {
        fn from(value: Scalar) -> Self {
            Self::Scalar(value)
        }
    }
    impl ::std::convert::From<bool> for Setting {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Setting {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::known(
                            value,
                            |read| !matches!(* read, Vehicle::Unknown(_)),
                            Self::Vehicle,
                        ),
                        |value| runtime::known(
                            value,
                            |read| !matches!(* read, Scalar::Unknown(_)),
                            Self::Scalar,
                        ),
                        |value| runtime::fitting(value, Self::Boolean),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    /// `Vehicle`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Vehicle {
        /// `::std::boxed::Box<Car>`.
        Car(::std::boxed::Box<Car>),
        /// `Bike`.
        Bike(Bike),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::boxed::Box<Car>> for Vehicle {
        fn from(value: ::std::boxed::Box<Car>) -> Self {
            Self::Car(value)
        }
    }
    impl ::std::convert::From<Bike> for Vehicle {
        fn from(value: Bike) -> Self {
            Self::Bike(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Vehicle {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "type").as_deref() {
                ::std::option::Option::Some("car") => runtime::branch(value, Self::Car),
                ::std::option::Option::Some("bicycle") => {
                    runtime::branch(value, Self::Bike)
                }
                ::std::option::Option::Some("tandem") => {
                    runtime::branch(value, Self::Bike)
                }
                ::std::option::Option::None => {
                    ::std::result::Result::Ok(
                        runtime::choose(
                            value,
                            &[
                                |value| runtime::fitting(value, Self::Car),
                                |value| runtime::fitting(value, Self::Bike),
                            ],
                            Self::Unknown,
                        ),
                    )
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
}
