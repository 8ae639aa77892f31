//! Which branch of a union a value is read as: the one that its tag names, or else the one that keeps
//! most of what the value says.

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

/// Reads a value as the branch of a union without a tag: the one that writes most of the value again,
/// the first of several, else `unknown`.
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
    // A branch that keeps none of a value's members does not know it.
    let mut least = (size(value) - 1).max(1);
    let mut best = None;
    for read in branches {
        if best.is_some() && !spend() {
            break;
        }
        let Some(read) = read(value) else { continue };
        let lost = lost_by(value, &read);
        if lost < least {
            least = lost;
            best = Some(read);
        }
        if least == 0 {
            break;
        }
    }
    best
}

/// Takes one trial, if any is left.
fn spend() -> bool {
    let left = LEFT.get().and_then(|left| left.checked_sub(1));
    if left.is_some() {
        LEFT.set(left);
    }
    left.is_some()
}

/// How much of a value is not there when what was read of it is written again.
fn lost_by<U: Serialize>(value: &Value, read: &U) -> usize {
    if !value.is_object() && !value.is_array() {
        return 0;
    }
    serde_json::to_value(read).map_or(usize::MAX, |written| lost(value, &written))
}

/// How a scalar is spelled does not matter, nor does a null that is left out.
fn lost(value: &Value, written: &Value) -> usize {
    match (value, written) {
        (Value::Object(members), Value::Object(written)) => {
            let lost = members
                .iter()
                .map(|(name, member)| match written.get(name) {
                    Some(written) => lost(member, written),
                    None if member.is_null() => 0,
                    None => size(member),
                });
            lost.sum()
        }
        (Value::Array(items), Value::Array(written)) if items.len() == written.len() => items
            .iter()
            .zip(written)
            .map(|(item, written)| lost(item, written))
            .sum(),
        (Value::Object(_) | Value::Array(_), _) => size(value),
        _ => 0,
    }
}

/// How many values a value is, itself and at any depth.
fn size(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        _ => 1,
    }
}
