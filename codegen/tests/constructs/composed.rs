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
/// Client of Composed.
///
/// Composed
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
    /// `POST /parcels`
    ///
    /// Answers `200`: The parcel.
    pub fn send_parcel(&self, body: &types::Parcel) -> runtime::Call<types::Parcel> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "sendParcel",
                "POST",
                "/parcels",
            )
            .failures(&[])
            .body_rules(&PARCEL);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `POST /payments`
    ///
    /// Answers `200`: All.
    pub fn pay(
        &self,
        body: &types::Payment,
    ) -> runtime::Call<::std::vec::Vec<types::Payment>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "pay",
                "POST",
                "/payments",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
    /// `POST /shapes`
    ///
    /// Answers `200`: All.
    pub fn draw_shapes(
        &self,
        body: &types::Shape,
    ) -> runtime::Call<::std::vec::Vec<types::Shape>> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "drawShapes",
                "POST",
                "/shapes",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).json_body(body).json()
    }
}
static ANYWHERE: runtime::Rules = runtime::Rules::new(
    &[runtime::Rule::MinProperties(1)],
);
static PARCEL: runtime::Rules = runtime::Rules::new(
    &[runtime::Rule::Property("via", &ANYWHERE)],
);
/// Types of Composed.
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
        /// `place`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub place: ::std::option::Option<AddressPlace>,
        /// `kind`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
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
        /// Sets `place`.
        #[must_use]
        pub fn place(mut self, place: impl ::std::convert::Into<AddressPlace>) -> Self {
            self.place = ::std::option::Option::Some(place.into());
            self
        }
        /// Sets `kind`.
        #[must_use]
        pub fn kind(
            mut self,
            kind: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.kind = ::std::option::Option::Some(kind.into());
            self
        }
    }
    /// `AddressPlace`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct AddressPlace {
        /// `town`.
        pub town: ::std::string::String,
    }
    impl AddressPlace {
        /// Only `town` set yet.
        #[must_use]
        pub fn new(town: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self { town: town.into() }
        }
    }
    /// Any address.
    pub type Anywhere = Address;
    /// `Card`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Card {
        /// `by`.
        pub by: CardBy,
        /// `number`.
        pub number: ::std::string::String,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<CardState>,
    }
    runtime::open_enum! {
        #[doc = " `CardBy`."] pub enum CardBy { #[doc = " `card`."] Card = "card", #[doc
        = " `debit`."] Debit = "debit", }
    }
    runtime::open_enum! {
        #[doc = " `CardState`."] pub enum CardState { #[doc = " `valid`."] Valid =
        "valid", }
    }
    /// `Circle`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Circle {
        /// `kind`.
        pub kind: ::std::string::String,
        /// `color`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub color: ::std::option::Option<::std::string::String>,
        /// `radius`.
        pub radius: f64,
    }
    impl Circle {
        /// Only `kind`, `radius` set yet.
        #[must_use]
        pub fn new(radius: f64) -> Self {
            Self {
                kind: "circle".into(),
                color: ::std::default::Default::default(),
                radius,
            }
        }
        /// Sets `color`.
        #[must_use]
        pub fn color(
            mut self,
            color: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.color = ::std::option::Option::Some(color.into());
            self
        }
    }
    /// `Home`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Home {
        /// `street`.
        pub street: ::std::string::String,
        /// `place`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub place: ::std::option::Option<AddressPlace>,
        /// `kind`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
    }
    impl Home {
        /// Only `street` set yet.
        #[must_use]
        pub fn new(street: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                street: street.into(),
                place: ::std::default::Default::default(),
                kind: ::std::default::Default::default(),
            }
        }
        /// Sets `place`.
        #[must_use]
        pub fn place(mut self, place: impl ::std::convert::Into<AddressPlace>) -> Self {
            self.place = ::std::option::Option::Some(place.into());
            self
        }
        /// Sets `kind`.
        #[must_use]
        pub fn kind(
            mut self,
            kind: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.kind = ::std::option::Option::Some(kind.into());
            self
        }
    }
    /// `Office`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Office {
        /// `kind`.
        pub kind: OfficeKind,
        /// `place`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub place: ::std::option::Option<OfficePlace>,
        /// `street`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
        /// The properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl Office {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: OfficeKind::Office,
                place: ::std::default::Default::default(),
                street: ::std::default::Default::default(),
                extra: ::std::default::Default::default(),
            }
        }
        /// Sets `place`.
        #[must_use]
        pub fn place(mut self, place: impl ::std::convert::Into<OfficePlace>) -> Self {
            self.place = ::std::option::Option::Some(place.into());
            self
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
    runtime::open_enum! {
        #[doc = " `OfficeKind`."] pub enum OfficeKind { #[doc = " `office`."] Office =
        "office", }
    }
    /// `OfficePlace`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct OfficePlace {
        /// `floor`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub floor: ::std::option::Option<i32>,
        /// `town`.
        pub town: ::std::string::String,
    }
    impl OfficePlace {
        /// Only `town` set yet.
        #[must_use]
        pub fn new(town: impl ::std::convert::Into<::std::string::String>) -> Self {
            Self {
                floor: ::std::default::Default::default(),
                town: town.into(),
            }
        }
        /// Sets `floor`.
        #[must_use]
        pub fn floor(mut self, floor: i32) -> Self {
            self.floor = ::std::option::Option::Some(floor);
            self
        }
    }
    /// `Parcel`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Parcel {
        /// `to`.
        pub to: Home,
        /// `from`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<Office>,
        /// Any address.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub via: ::std::option::Option<Anywhere>,
        /// `size`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<ParcelSize>,
        /// `paid`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub paid: ::std::option::Option<ParcelPaid>,
    }
    impl Parcel {
        /// Only `to` set yet.
        #[must_use]
        pub fn new(to: impl ::std::convert::Into<Home>) -> Self {
            Self {
                to: to.into(),
                from: ::std::default::Default::default(),
                via: ::std::default::Default::default(),
                size: ::std::default::Default::default(),
                paid: ::std::default::Default::default(),
            }
        }
        /// Sets `from`.
        #[must_use]
        pub fn from(mut self, from: impl ::std::convert::Into<Office>) -> Self {
            self.from = ::std::option::Option::Some(from.into());
            self
        }
        /// Sets `via`.
        #[must_use]
        pub fn via(mut self, via: impl ::std::convert::Into<Anywhere>) -> Self {
            self.via = ::std::option::Option::Some(via.into());
            self
        }
        /// Sets `size`.
        #[must_use]
        pub fn size(mut self, size: impl ::std::convert::Into<ParcelSize>) -> Self {
            self.size = ::std::option::Option::Some(size.into());
            self
        }
        /// Sets `paid`.
        #[must_use]
        pub fn paid(mut self, paid: impl ::std::convert::Into<ParcelPaid>) -> Self {
            self.paid = ::std::option::Option::Some(paid.into());
            self
        }
    }
    /// `ParcelPaid`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum ParcelPaid {
        /// `runtime::ext::chrono::naive::NaiveDate`.
        Date(runtime::ext::chrono::naive::NaiveDate),
        /// `runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>`.
        DateTime(runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<runtime::ext::chrono::naive::NaiveDate> for ParcelPaid {
        fn from(value: runtime::ext::chrono::naive::NaiveDate) -> Self {
            Self::Date(value)
        }
    }
    impl ::std::convert::From<
        runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
    > for ParcelPaid {
        fn from(
            value: runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>,
        ) -> Self {
            Self::DateTime(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for ParcelPaid {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            ::std::result::Result::Ok(
                runtime::choose(
                    value,
                    &[
                        |value| runtime::fitting(value, Self::Date),
                        |value| runtime::fitting(value, Self::DateTime),
                    ],
                    Self::Unknown,
                ),
            )
        }
    }
    runtime::open_enum! {
        #[doc = " `ParcelSize`."] pub enum ParcelSize { #[doc = " `s`."] S = "s", #[doc =
        " `m`."] M = "m", #[doc = " `l`."] L = "l", }
    }
    /// `Payment`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Payment {
        /// `PaymentCard`.
        Card(PaymentCard),
        /// `PaymentCash`.
        Cash(PaymentCash),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<PaymentCard> for Payment {
        fn from(value: PaymentCard) -> Self {
            Self::Card(value)
        }
    }
    impl ::std::convert::From<PaymentCash> for Payment {
        fn from(value: PaymentCash) -> Self {
            Self::Cash(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Payment {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "by").as_deref() {
                ::std::option::Option::Some("card") => runtime::branch(value, Self::Card),
                ::std::option::Option::Some("debit") => {
                    runtime::branch(value, Self::Card)
                }
                ::std::option::Option::Some("cash") => runtime::branch(value, Self::Cash),
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `PaymentCard`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct PaymentCard {
        /// `amount`.
        pub amount: i64,
        /// `by`.
        pub by: CardBy,
        /// `number`.
        pub number: ::std::string::String,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<CardState>,
    }
    impl PaymentCard {
        /// Only `amount`, `by`, `number` set yet.
        #[must_use]
        pub fn new(
            amount: i64,
            by: impl ::std::convert::Into<CardBy>,
            number: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            Self {
                amount,
                by: by.into(),
                number: number.into(),
                state: ::std::default::Default::default(),
            }
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(mut self, state: impl ::std::convert::Into<CardState>) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
    }
    /// `PaymentCash`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct PaymentCash {
        /// `amount`.
        pub amount: i64,
        /// `by`.
        pub by: PaymentCashBy,
        /// `coins`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub coins: ::std::option::Option<bool>,
    }
    impl PaymentCash {
        /// Only `amount`, `by` set yet.
        #[must_use]
        pub fn new(amount: i64) -> Self {
            Self {
                amount,
                by: PaymentCashBy::Cash,
                coins: ::std::default::Default::default(),
            }
        }
        /// Sets `coins`.
        #[must_use]
        pub fn coins(mut self, coins: bool) -> Self {
            self.coins = ::std::option::Option::Some(coins);
            self
        }
    }
    runtime::open_enum! {
        #[doc = " `PaymentCashBy`."] pub enum PaymentCashBy { #[doc = " `cash`."] Cash =
        "cash", }
    }
    /// `Shape`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum Shape {
        /// `Circle`.
        Circle(Circle),
        /// `Square`.
        Square(Square),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<Circle> for Shape {
        fn from(value: Circle) -> Self {
            Self::Circle(value)
        }
    }
    impl ::std::convert::From<Square> for Shape {
        fn from(value: Square) -> Self {
            Self::Square(value)
        }
    }
    impl<'de> serde::Deserialize<'de> for Shape {
        fn deserialize<D: serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = runtime::ext::serde_json::Value::deserialize(deserializer)?;
            match runtime::tag(&value, "kind").as_deref() {
                ::std::option::Option::Some("circle") => {
                    runtime::branch(value, Self::Circle)
                }
                ::std::option::Option::Some("square") => {
                    runtime::branch(value, Self::Square)
                }
                _ => ::std::result::Result::Ok(Self::Unknown(value)),
            }
        }
    }
    /// `Square`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Square {
        /// `kind`.
        pub kind: ::std::string::String,
        /// `color`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub color: ::std::option::Option<::std::string::String>,
        /// `side`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub side: ::std::option::Option<f64>,
    }
    impl Square {
        /// Only `kind` set yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: "square".into(),
                color: ::std::default::Default::default(),
                side: ::std::default::Default::default(),
            }
        }
        /// Sets `color`.
        #[must_use]
        pub fn color(
            mut self,
            color: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.color = ::std::option::Option::Some(color.into());
            self
        }
        /// Sets `side`.
        #[must_use]
        pub fn side(mut self, side: f64) -> Self {
            self.side = ::std::option::Option::Some(side);
            self
        }
    }
}
