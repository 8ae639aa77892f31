//! Numbers as they are written, for questions that binary fractions answer wrongly:
//! 19.99 is a multiple of 0.01, and no two integers of 64 bits are equal by rounding.

use std::cmp::Ordering;

/// `digits × 10^exponent`.
#[derive(Debug, Clone, Copy)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

/// How two JSON numbers relate.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    match aligned(left, right) {
        Some((left, right)) => left.cmp(&right),
        // So far apart that no rounding can bring them together.
        None => approximate(left).total_cmp(&approximate(right)),
    }
}

/// Whether one JSON number is a multiple of another; true where that cannot be told.
pub(super) fn is_multiple(number: &str, of: &str) -> bool {
    let remainder = aligned(number, of).and_then(|(number, of)| number.checked_rem(of));
    remainder.is_none_or(|remainder| remainder == 0)
}

/// The digits of both at the smaller exponent of the two, where they fit.
fn aligned(left: &str, right: &str) -> Option<(i128, i128)> {
    let (left, right) = (Decimal::parse(left)?, Decimal::parse(right)?);
    let exponent = left.exponent.min(right.exponent);
    Some((left.digits_at(exponent)?, right.digits_at(exponent)?))
}

fn approximate(number: &str) -> f64 {
    number.parse().unwrap_or(f64::NAN)
}

impl Decimal {
    fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        Some(Self {
            digits: format!("{whole}{fraction}").parse().ok()?,
            exponent: i32::checked_sub(exponent, fraction.len().try_into().ok()?)?,
        })
    }

    fn digits_at(self, exponent: i32) -> Option<i128> {
        let places = self.exponent.checked_sub(exponent)?.try_into().ok()?;
        self.digits.checked_mul(10_i128.checked_pow(places)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_what_is_written() {
        for (left, right, expected) in [
            ("300", "200", Ordering::Greater),
            ("-1", "0", Ordering::Less),
            ("0.1", "0.10", Ordering::Equal),
            ("200.0", "200", Ordering::Equal),
            ("-0.5", "-0.25", Ordering::Less),
            ("1e2", "99.5", Ordering::Greater),
            ("9007199254740993", "9007199254740992", Ordering::Greater),
            (
                "18446744073709551615",
                "9223372036854775807",
                Ordering::Greater,
            ),
            ("1e300", "1e-300", Ordering::Greater),
            ("-1e300", "5", Ordering::Less),
        ] {
            assert_eq!(compare(left, right), expected, "{left} and {right}");
        }
    }

    #[test]
    fn multiples_are_those_of_the_decimal_system() {
        for (number, of, expected) in [
            ("19.99", "0.01", true),
            ("19.995", "0.01", false),
            ("0.3", "0.1", true),
            ("-1.5", "0.5", true),
            ("0", "7", true),
            ("7.0", "7", true),
            ("8", "7", false),
            ("1e3", "0.25", true),
            ("1e-7", "1e-8", true),
            ("1e-8", "1e-7", false),
            ("1e300", "0.01", true),
            ("1", "0", true),
        ] {
            assert_eq!(is_multiple(number, of), expected, "{number} of {of}");
        }
    }
}
