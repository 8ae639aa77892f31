//! Which names say that a value is a secret.

/// Words that make a name one of a secret, wherever they stand in it.
const WORDS: [&str; 28] = [
    "assertion",
    "authorization",
    "bearer",
    "cookie",
    "cookies",
    "credential",
    "credentials",
    "csrf",
    "cvc",
    "cvv",
    "jsessionid",
    "jwt",
    "otp",
    "passcode",
    "passphrase",
    "passwd",
    "password",
    "phpsessid",
    "pwd",
    "secret",
    "sessid",
    "session",
    "sessionid",
    "signature",
    "token",
    "tokens",
    "verifier",
    "xsrf",
];
/// What stands before `key` where it opens something.
const KEYS: [&str; 9] = [
    "access",
    "account",
    "api",
    "auth",
    "client",
    "encryption",
    "private",
    "secret",
    "signing",
];
/// Words beside which a token only says where a list goes on.
const PAGES: [&str; 8] = [
    "continuation",
    "cursor",
    "next",
    "page",
    "prev",
    "previous",
    "start",
    "sync",
];
/// Last words that speak of a secret without being one, as `token_type` does.
const ABOUT: [&str; 16] = [
    "at",
    "algorithm",
    "count",
    "enabled",
    "endpoint",
    "expires",
    "expiry",
    "in",
    "length",
    "limit",
    "name",
    "policy",
    "status",
    "type",
    "uri",
    "url",
];

/// Whether a property, parameter or form field of this name holds a secret.
pub(super) fn is_secret(name: &str) -> bool {
    let words = words(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let about = words
        .last()
        .is_some_and(|last| ABOUT.contains(&last.as_str()));
    let token = has(&["token", "tokens"]) && !has(&["csrf", "xsrf", "access", "refresh"]);
    if about || token && has(&PAGES) {
        return false;
    }
    has(&WORDS) || words.last().is_some_and(|last| last == "auth") || keyed(&words)
}

/// Whether a header, cookie or query parameter of this name does, where any `key` is one.
pub(super) fn is_secret_in_passing(name: &str) -> bool {
    is_secret(name)
        || words(name)
            .iter()
            .any(|word| ["key", "sig", "auth"].contains(&word.as_str()))
}

/// Whether numbers under this name count something: `total_tokens` is no secret.
pub(super) fn counts(name: &str) -> bool {
    words(name).last().is_some_and(|last| last == "tokens")
}

fn keyed(words: &[String]) -> bool {
    let glued = |word: &String| {
        let stem = word.strip_suffix("keys").or(word.strip_suffix("key"));
        stem.is_some_and(|stem| KEYS.contains(&stem))
    };
    let apart = |pair: &[String]| {
        KEYS.contains(&pair[0].as_str()) && ["key", "keys"].contains(&pair[1].as_str())
    };
    words.iter().any(glued) || words.windows(2).any(apart)
}

/// The words of a name in any spelling, in lower case: `X-Api-Key`, `apiKey`, `APIKey`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| letters[index]);
        let after = letters.get(index + 1);
        let humps = letter.is_uppercase()
            && (before.is_some_and(|before| !before.is_uppercase())
                || after.is_some_and(|after| after.is_lowercase()));
        if humps || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{is_secret, is_secret_in_passing};

    #[test]
    fn a_name_tells_a_secret_in_any_spelling() {
        for (name, expected) in [
            ("password", true),
            ("newPassword", true),
            ("access_token", true),
            ("refresh-token", true),
            ("clientSecret", true),
            ("API_KEY", true),
            ("apikey", true),
            ("XApiKey", true),
            ("private_key_id", true),
            ("sessionID", true),
            ("proxy-authorization", true),
            ("next_access_token", true),
            ("nextPageToken", false),
            ("pageToken", false),
            ("token_type", false),
            ("tokenExpiresAt", false),
            ("key", false),
            ("keyboard", false),
            ("secretary", false),
            ("author", false),
            ("", false),
        ] {
            assert_eq!(is_secret(name), expected, "{name}");
        }
        assert!(is_secret_in_passing("X-Goog-Key") && is_secret_in_passing("sig"));
        assert!(!is_secret_in_passing("content-type"));
    }
}
