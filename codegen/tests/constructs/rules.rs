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
/// Client of Rules.
///
/// Rules
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
    /// `GET /answers`
    ///
    /// Answers `200`: Only answered.
    pub fn get_answer(&self, pin: i64) -> runtime::Call<types::Answer> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "getAnswer",
                "GET",
                "/answers",
            )
            .failures(&[]);
        self.runtime.request(&OPERATION).query("pin", pin).json()
    }
    /// `PUT /labels`
    ///
    /// Answers `204`: Stored.
    pub fn put_labels(
        &self,
        body: ::std::option::Option<&types::Labels>,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "putLabels",
                "PUT",
                "/labels",
            )
            .failures(&[])
            .body_rules(&LABELS);
        self.runtime.request(&OPERATION).maybe_json_body(body).empty()
    }
    /// `POST /operations`
    ///
    /// Answers `204`: Stored.
    pub fn post_operation(&self, body: &types::Operation) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "postOperation",
                "POST",
                "/operations",
            )
            .failures(&[])
            .body_rules(&OPERATION2);
        self.runtime.request(&OPERATION).form_body(body).empty()
    }
    /// `GET /shops/{shop}/orders`
    ///
    /// Answers `204`: Listed.
    pub fn list_orders(
        &self,
        shop: &str,
        options: &types::ListOrdersOptions,
    ) -> runtime::Call<()> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "listOrders",
                "GET",
                "/shops/{shop}/orders",
            )
            .failures(&[])
            .parameter_rules(
                &[
                    (
                        "path",
                        "shop",
                        &runtime::Rules::new(&[runtime::Rule::MaxLength(3)]),
                    ),
                    (
                        "query",
                        "shop",
                        &runtime::Rules::new(&[runtime::Rule::Pattern(&PATTERN)]),
                    ),
                    (
                        "query",
                        "limit",
                        &runtime::Rules::new(
                            &[runtime::Rule::Minimum("0"), runtime::Rule::Maximum("200")],
                        ),
                    ),
                    (
                        "query",
                        "above",
                        &runtime::Rules::new(
                            &[
                                runtime::Rule::ExclusiveMinimum("0"),
                                runtime::Rule::ExclusiveMaximum("1.5"),
                            ],
                        ),
                    ),
                    (
                        "query",
                        "price",
                        &runtime::Rules::new(&[runtime::Rule::MultipleOf("0.01")]),
                    ),
                    (
                        "query",
                        "ids",
                        &runtime::Rules::new(
                            &[
                                runtime::Rule::MinItems(1),
                                runtime::Rule::MaxItems(3),
                                runtime::Rule::UniqueItems,
                                runtime::Rule::Items(&ID),
                            ],
                        ),
                    ),
                    (
                        "header",
                        "X-Key",
                        &runtime::Rules::new(&[runtime::Rule::MinLength(2)]),
                    ),
                    (
                        "cookie",
                        "session",
                        &runtime::Rules::new(&[runtime::Rule::MinLength(2)]),
                    ),
                ],
            );
        self.runtime
            .request(&OPERATION)
            .path("shop", shop)
            .query("shop", &options.shop)
            .query("limit", &options.limit)
            .query("above", &options.above)
            .query("price", &options.price)
            .query("ids", &options.ids)
            .query("broken", &options.broken)
            .header("X-Key", &options.x_key)
            .cookie("session", &options.session)
            .empty()
    }
    /// `POST /shops/{shop}/orders`
    pub fn create_order(
        &self,
        shop: &str,
        body: &types::Order,
    ) -> runtime::Call<types::Order> {
        static OPERATION: runtime::Operation = runtime::Operation::new(
                "createOrder",
                "POST",
                "/shops/{shop}/orders",
            )
            .failures(&[])
            .body_rules(&ORDER);
        self.runtime.request(&OPERATION).path("shop", shop).json_body(body).json()
    }
}
static PATTERN: runtime::Pattern = runtime::Pattern::new("^[a-z]+$");
static PATTERN2: runtime::Pattern = runtime::Pattern::new("^x-");
static BASE: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::Property(
            "code",
            &runtime::Rules::new(&[runtime::Rule::MinLength(1)]),
        ),
        runtime::Rule::Property("id", &ID),
    ],
);
static ID: runtime::Rules = runtime::Rules::new(&[runtime::Rule::Pattern(&PATTERN)]);
static LABELS: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::MaxProperties(2),
        runtime::Rule::Others(&[], &runtime::Rules::new(&[runtime::Rule::MaxLength(5)])),
    ],
);
static OPERATION2: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::Property(
            "name",
            &runtime::Rules::new(&[runtime::Rule::MaxLength(3)]),
        ),
        runtime::Rule::Property(
            "sizes",
            &runtime::Rules::new(
                &[
                    runtime::Rule::Items(
                        &runtime::Rules::new(&[runtime::Rule::Maximum("9")]),
                    ),
                ],
            ),
        ),
        runtime::Rule::Others(
            &["name", "note", "sizes"],
            &runtime::Rules::new(&[runtime::Rule::Pattern(&PATTERN2)]),
        ),
    ],
);
static ORDER: runtime::Rules = runtime::Rules::new(
    &[
        runtime::Rule::All(&BASE),
        runtime::Rule::MaxProperties(6),
        runtime::Rule::Property(
            "code",
            &runtime::Rules::new(&[runtime::Rule::MaxLength(4)]),
        ),
        runtime::Rule::Property(
            "labels",
            &runtime::Rules::new(
                &[runtime::Rule::MinProperties(1), runtime::Rule::All(&LABELS)],
            ),
        ),
        runtime::Rule::Property(
            "parts",
            &runtime::Rules::new(
                &[runtime::Rule::MaxItems(2), runtime::Rule::Items(&ORDER)],
            ),
        ),
        runtime::Rule::Property(
            "password",
            &runtime::Rules::new(&[runtime::Rule::MinLength(8)]),
        ),
        runtime::Rule::Property("state", &STATE),
    ],
);
static STATE: runtime::Rules = runtime::Rules::new(&[runtime::Rule::MaxLength(6)]);
/// Types of Rules.
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
    /// `Answer`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Answer {
        /// `text`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    /// `Base`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Base {
        /// `id`.
        pub id: Id,
        /// `code`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    /// `Free`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Free {
        /// `text`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
        /// `inner`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub inner: ::std::option::Option<::std::boxed::Box<Free>>,
    }
    impl Free {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `text`.
        #[must_use]
        pub fn text(
            mut self,
            text: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.text = ::std::option::Option::Some(text.into());
            self
        }
        /// Sets `inner`.
        #[must_use]
        pub fn inner(
            mut self,
            inner: impl ::std::convert::Into<::std::boxed::Box<Free>>,
        ) -> Self {
            self.inner = ::std::option::Option::Some(inner.into());
            self
        }
    }
    /// `Id`.
    pub type Id = ::std::string::String;
    /// `Labels`.
    pub type Labels = ::std::collections::BTreeMap<
        ::std::string::String,
        ::std::option::Option<::std::string::String>,
    >;
    /// The optional parameters of `listOrders`.
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct ListOrdersOptions {
        /// `shop`.
        pub shop: ::std::option::Option<::std::string::String>,
        /// `limit`.
        pub limit: ::std::option::Option<i32>,
        /// `above`.
        pub above: ::std::option::Option<f64>,
        /// `price`.
        pub price: ::std::option::Option<f32>,
        /// `ids`.
        pub ids: ::std::option::Option<::std::vec::Vec<Id>>,
        /// `broken`.
        pub broken: ::std::option::Option<::std::string::String>,
        /// `X-Key`.
        pub x_key: ::std::option::Option<::std::string::String>,
        /// `session`.
        pub session: ::std::option::Option<::std::string::String>,
    }
    impl ListOrdersOptions {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `shop`.
        #[must_use]
        pub fn shop(
            mut self,
            shop: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.shop = ::std::option::Option::Some(shop.into());
            self
        }
        /// Sets `limit`.
        #[must_use]
        pub fn limit(mut self, limit: i32) -> Self {
            self.limit = ::std::option::Option::Some(limit);
            self
        }
        /// Sets `above`.
        #[must_use]
        pub fn above(mut self, above: f64) -> Self {
            self.above = ::std::option::Option::Some(above);
            self
        }
        /// Sets `price`.
        #[must_use]
        pub fn price(mut self, price: f32) -> Self {
            self.price = ::std::option::Option::Some(price);
            self
        }
        /// Sets `ids`.
        #[must_use]
        pub fn ids(
            mut self,
            ids: impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<Id>>,
        ) -> Self {
            self.ids = ::std::option::Option::Some(
                ids.into_iter().map(|item| item.into()).collect(),
            );
            self
        }
        /// Sets `broken`.
        #[must_use]
        pub fn broken(
            mut self,
            broken: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.broken = ::std::option::Option::Some(broken.into());
            self
        }
        /// Sets `X-Key`.
        #[must_use]
        pub fn x_key(
            mut self,
            x_key: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.x_key = ::std::option::Option::Some(x_key.into());
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
    }
    /// `Operation`.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Operation {
        /// `name`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// `sizes`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub sizes: ::std::option::Option<::std::vec::Vec<i64>>,
        /// `note`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
        /// The properties that the document does not name.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl Operation {
        /// Nothing set yet.
        #[must_use]
        pub fn new() -> Self {
            ::std::default::Default::default()
        }
        /// Sets `name`.
        #[must_use]
        pub fn name(
            mut self,
            name: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.name = ::std::option::Option::Some(name.into());
            self
        }
        /// Sets `sizes`.
        #[must_use]
        pub fn sizes(
            mut self,
            sizes: impl ::std::iter::IntoIterator<Item = i64>,
        ) -> Self {
            self.sizes = ::std::option::Option::Some(sizes.into_iter().collect());
            self
        }
        /// Sets `note`.
        #[must_use]
        pub fn note(
            mut self,
            note: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.note = ::std::option::Option::Some(note.into());
            self
        }
    }
    /// `Order`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[non_exhaustive]
    pub struct Order {
        /// `id`.
        pub id: Id,
        /// `code`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        /// `state`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<State>,
        /// `labels`.
        #[serde(default, skip_serializing_if = "runtime::Patch::is_absent")]
        pub labels: runtime::Patch<Labels>,
        /// `parts`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub parts: ::std::option::Option<::std::vec::Vec<Order>>,
        /// `password`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<runtime::Secret>,
        /// `paid`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub paid: ::std::option::Option<OrderPaid>,
        /// `free`.
        #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
        pub free: ::std::option::Option<Free>,
    }
    impl Order {
        /// Only `id` set yet.
        #[must_use]
        pub fn new(id: impl ::std::convert::Into<Id>) -> Self {
            Self {
                id: id.into(),
                code: ::std::default::Default::default(),
                state: ::std::default::Default::default(),
                labels: ::std::default::Default::default(),
                parts: ::std::default::Default::default(),
                password: ::std::default::Default::default(),
                paid: ::std::default::Default::default(),
                free: ::std::default::Default::default(),
            }
        }
        /// Sets `code`.
        #[must_use]
        pub fn code(
            mut self,
            code: impl ::std::convert::Into<::std::string::String>,
        ) -> Self {
            self.code = ::std::option::Option::Some(code.into());
            self
        }
        /// Sets `state`.
        #[must_use]
        pub fn state(mut self, state: impl ::std::convert::Into<State>) -> Self {
            self.state = ::std::option::Option::Some(state.into());
            self
        }
        /// Sets `labels`.
        #[must_use]
        pub fn labels(
            mut self,
            labels: impl ::std::convert::Into<runtime::Patch<Labels>>,
        ) -> Self {
            self.labels = labels.into();
            self
        }
        /// Sets `parts`.
        #[must_use]
        pub fn parts(
            mut self,
            parts: impl ::std::iter::IntoIterator<Item = Order>,
        ) -> Self {
            self.parts = ::std::option::Option::Some(parts.into_iter().collect());
            self
        }
        /// Sets `password`.
        #[must_use]
        pub fn password(
            mut self,
            password: impl ::std::convert::Into<runtime::Secret>,
        ) -> Self {
            self.password = ::std::option::Option::Some(password.into());
            self
        }
        /// Sets `paid`.
        #[must_use]
        pub fn paid(mut self, paid: impl ::std::convert::Into<OrderPaid>) -> Self {
            self.paid = ::std::option::Option::Some(paid.into());
            self
        }
        /// Sets `free`.
        #[must_use]
        pub fn free(mut self, free: impl ::std::convert::Into<Free>) -> Self {
            self.free = ::std::option::Option::Some(free.into());
            self
        }
    }
    /// `OrderPaid`.
    #[derive(Debug, Clone, PartialEq, serde::Serialize)]
    #[serde(crate = "runtime::ext::serde")]
    #[serde(untagged)]
    #[non_exhaustive]
    pub enum OrderPaid {
        /// `::std::string::String`.
        String(::std::string::String),
        /// `i64`.
        Integer(i64),
        /// A value that fits no branch that the document knows.
        Unknown(runtime::ext::serde_json::Value),
    }
    impl ::std::convert::From<::std::string::String> for OrderPaid {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for OrderPaid {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl ::std::convert::From<&str> for OrderPaid {
        fn from(value: &str) -> Self {
            Self::String(value.into())
        }
    }
    impl<'de> serde::Deserialize<'de> for OrderPaid {
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
    runtime::open_enum! {
        #[doc = " `State`."] pub enum State { #[doc = " `open`."] Open = "open", #[doc =
        " `closed`."] Closed = "closed", }
    }
}
