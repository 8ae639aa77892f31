//! What an application may ask a user for.

use std::{borrow::Cow, fmt};

/// A permission that a user is asked for.
///
/// An application is registered for `demand::` scopes or for `supply::` scopes, never for both
/// (reported); the latter exist for user tokens only (reported). Which scope an operation needs is
/// inferred from the names. What is missing here, [`Scope::new`] makes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope(Cow<'static, str>);

impl Scope {
    /// A scope by its name.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

macro_rules! scopes {
    ($($name:ident = $text:literal, $evidence:literal;)*) => {
        impl Scope {
            $(
                #[doc = concat!("`", $text, "`; ", $evidence, ".")]
                pub const $name: Self = Self(Cow::Borrowed($text));
            )*
        }
    };
}

scopes! {
    OFFLINE_ACCESS = "offline_access", "a refresh token, reported";
    OPENID = "openid", "reported";
    PROFILE = "profile", "reported";
    EMAIL = "email", "reported";
    PHONE = "phone", "reported";
    DEMAND_USERS_READ = "demand::users.read", "for the user behind the token (inferred), reported";
    DEMAND_USERS_WRITE = "demand::users.write", "reported";
    DEMAND_USERS_DISCONNECT = "demand::users.disconnect", "reported";
    DEMAND_WEBHOOKS_READ = "demand::webhooks.read", "for reading webhooks (inferred), reported";
    DEMAND_WEBHOOKS_WRITE = "demand::webhooks.write", "for changing webhooks (inferred), reported";
    DEMAND_MESSAGES_READ = "demand::messages.read", "reported";
    DEMAND_MESSAGES_WRITE = "demand::messages.write", "reported";
    DEMAND_NEGOTIATIONS_READ = "demand::negotiations.read", "reported";
    DEMAND_REQUESTS_WRITE = "demand::requests.write", "documented";
    DEMAND_BUSINESSES_SEARCH_READ = "demand::businesses/search.read", "documented";
    DEMAND_BUSINESSES_REVIEWS_READ = "demand::businesses/reviews.read", "reported";
    DEMAND_BUSINESSES_MEDIA_READ = "demand::businesses/media.read", "reported";
    DEMAND_CATEGORIES_READ = "demand::categories.read", "reported";
    DEMAND_CATEGORIES_REQUEST_FORM_READ = "demand::categories/request-form.read", "documented";
    DEMAND_KEYWORDS_READ = "demand::keywords.read", "documented";
    DEMAND_ORDERS_READ = "demand::orders.read", "reported";
    DEMAND_ORDERS_WRITE = "demand::orders.write", "reported";
    DEMAND_ORDERS_AVAILABILITY_READ = "demand::orders/availability.read", "reported";
    SUPPLY_USERS_READ = "supply::users.read", "for the user behind the token (inferred), reported";
    SUPPLY_USERS_DISCONNECT = "supply::users.disconnect", "reported";
    SUPPLY_WEBHOOKS_READ = "supply::webhooks.read", "for reading webhooks (inferred), reported";
    SUPPLY_WEBHOOKS_WRITE = "supply::webhooks.write", "for changing webhooks (inferred), reported";
    SUPPLY_BUSINESSES_LIST = "supply::businesses.list", "reported";
    SUPPLY_NEGOTIATIONS_READ = "supply::negotiations.read", "reported";
    SUPPLY_NEGOTIATIONS_WRITE = "supply::negotiations.write", "reported";
    SUPPLY_MESSAGES_READ = "supply::messages.read", "reported";
    SUPPLY_MESSAGES_WRITE = "supply::messages.write", "reported";
    SUPPLY_PHONE_NUMBERS_READ = "supply::businesses/associate-phone-numbers.read", "reported";
    SUPPLY_PHONE_NUMBERS_WRITE = "supply::businesses/associate-phone-numbers.write", "reported";
}
