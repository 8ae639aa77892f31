//! Which branch of a union a value is read as: the one that its tag names, or else the first that
//! keeps all that the value says.

use std::{borrow::Cow, cell::Cell};

use serde::{
    Serialize,
    de::{self, DeserializeOwned},
};
use serde_json::Value;

/// How many more branches are tried for one value, the unions inside it included, after one that
/// fits and loses something: without an end, a value could be made that takes for ever.
const TRIALS: u32 = 256;

thread_local! {
    /// The trials that are left to the value that is being read; none outside of unions.
    static LEFT: Cell<Option<u32>> = const { Cell::new(None) };
}

/// The property that tells the branches of a union apart, as the text that the document has for it.
pub fn tag<'v>(value: &'v Value, property: &str) -> Option<Cow<'v, str>> {
    match value.get(property)? {
        Value::String(text) => Some(text.into()),
        number @ (Value::Number(_) | Value::Bool(_)) => Some(number.to_string().into()),
        _ => None,
    }
}

/// Reads a value as the branch of a union that its tag names.
///
/// # Errors
/// When the value does not fit the branch.
pub fn branch<T, U, E>(value: Value, turn: impl FnOnce(T) -> U) -> Result<U, E>
where
    T: DeserializeOwned,
    E: de::Error,
{
    T::deserialize(value).map(turn).map_err(E::custom)
}

/// Reads a value as a branch of a union, if it fits.
pub fn fitting<T: DeserializeOwned, U>(value: &Value, turn: fn(T) -> U) -> Option<U> {
    T::deserialize(value).ok().map(turn)
}

/// Reads a value as a branch of a union that is a union itself, if that knows it.
pub fn known<T: DeserializeOwned, U>(
    value: &Value,
    is_known: fn(&T) -> bool,
    turn: fn(T) -> U,
) -> Option<U> {
    T::deserialize(value).ok().filter(is_known).map(turn)
}

/// Reads a value as the branch of a union without a tag: the first that writes every member of
/// the value again, else the first that fits, else `unknown`.
pub fn choose<U: Serialize>(
    value: Value,
    branches: &[fn(&Value) -> Option<U>],
    unknown: fn(Value) -> U,
) -> U {
    let outermost = LEFT.get().is_none();
    if outermost {
        LEFT.set(Some(TRIALS));
    }
    let chosen = best(&value, branches);
    if outermost {
        LEFT.set(None);
    }
    chosen.unwrap_or_else(|| unknown(value))
}

fn best<U: Serialize>(value: &Value, branches: &[fn(&Value) -> Option<U>]) -> Option<U> {
    let mut first = None;
    for read in branches {
        if first.is_some() && !spend() {
            break;
        }
        let Some(read) = read(value) else { continue };
        if is_kept_by(value, &read) {
            return Some(read);
        }
        first.get_or_insert(read);
    }
    first
}

/// Takes one trial, if any is left.
fn spend() -> bool {
    let left = LEFT.get().and_then(|left| left.checked_sub(1));
    if left.is_some() {
        LEFT.set(left);
    }
    left.is_some()
}

fn is_kept_by<U: Serialize>(value: &Value, read: &U) -> bool {
    let holds = value.is_object() || value.is_array();
    !holds || serde_json::to_value(read).is_ok_and(|written| is_kept(value, &written))
}

/// Whether every member of a value is there when it is written again. How a scalar is spelled does
/// not matter, nor does a null that is left out.
fn is_kept(value: &Value, written: &Value) -> bool {
    match (value, written) {
        (Value::Object(members), Value::Object(written)) => {
            members
                .iter()
                .all(|(name, member)| match written.get(name) {
                    Some(written) => is_kept(member, written),
                    None => member.is_null(),
                })
        }
        (Value::Array(items), Value::Array(written)) => {
            items.len() == written.len()
                && items
                    .iter()
                    .zip(written)
                    .all(|(item, written)| is_kept(item, written))
        }
        (Value::Object(_) | Value::Array(_), _) => false,
        _ => true,
    }
}
