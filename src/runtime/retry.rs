//! When a request is sent again, how long after, and how often for all calls of a client together.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, SystemTime},
};

use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode, header};

/// How calls are repeated: three attempts, the second after up to half a second, unless set.
///
/// Between attempts lies a random time below a bound that doubles each time (full jitter), or what
/// the provider's `Retry-After` asks for. Sent again is what a second sending cannot harm: an
/// operation that is idempotent, a call with an idempotency key, or a request that never left.
///
/// ```
/// use std::time::Duration;
/// use bindery::Retry;
///
/// let patient = Retry::new().attempts(5).delays(Duration::from_secs(1), Duration::from_secs(30));
/// let never = Retry::never();
/// # let _ = (patient, never);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is given to a builder or a call"]
pub struct Retry {
    attempts: u32,
    least: Duration,
    most: Duration,
    longest_wait: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempts: 3,
            least: Duration::from_millis(500),
            most: Duration::from_secs(8),
            longest_wait: Duration::from_secs(60),
        }
    }
}

impl Retry {
    /// The default policy.
    pub fn new() -> Self {
        Self::default()
    }

    /// Each call is made once.
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// How often a request is sent at most, the first time included; 3 unless set, at least 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The bound of the first delay and the bound that no delay passes; 0.5 and 8 seconds unless set.
    pub fn delays(mut self, least: Duration, most: Duration) -> Self {
        (self.least, self.most) = (least, most.max(least));
        self
    }

    /// The longest `Retry-After` that is waited for; 60 seconds unless set.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    pub(super) fn allows(self, attempts: u32) -> bool {
        attempts < self.attempts
    }

    /// The time to wait before the next attempt; none where the provider asks for more than is
    /// waited for. `random` is from 0 to 1.
    pub(super) fn delay(
        self,
        attempts: u32,
        asked: Option<Duration>,
        random: f64,
    ) -> Option<Duration> {
        if let Some(asked) = asked {
            return (asked <= self.longest_wait).then_some(asked);
        }
        let doubled = self
            .least
            .saturating_mul(1 << attempts.saturating_sub(1).min(16));
        Some(doubled.min(self.most).mul_f64(random))
    }
}

/// The statuses after which the same request may fare better.
pub(super) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

/// What `Retry-After` asks for (RFC 9110, section 10.2.3): seconds, or a date.
///
/// A date is read against the answer's own `Date` where it has one, so that clocks may differ.
pub(super) fn after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = |text: &str| {
        DateTime::parse_from_rfc2822(text)
            .ok()
            .map(DateTime::<Utc>::from)
    };
    let then = date(text)?;
    let now = headers
        .get(header::DATE)
        .and_then(|value| date(value.to_str().ok()?));
    let wait = then - now.unwrap_or_else(clock);
    Some(wait.to_std().unwrap_or(Duration::ZERO))
}

#[expect(
    clippy::disallowed_methods,
    reason = "a date without a date to compare it with means the clock"
)]
fn clock() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// What a client's calls may repeat together, so that an outage is not multiplied: a tenth of what
/// they send, and [`Budget::BURST`] more.
#[derive(Debug)]
pub(super) struct Budget {
    /// In tenths of a repetition.
    tenths: AtomicI64,
}

impl Budget {
    /// Repetitions that are there from the start, and the most that are saved up.
    pub(super) const BURST: i64 = 10;

    pub(super) fn new() -> Self {
        Self {
            tenths: AtomicI64::new(Self::BURST * 10),
        }
    }

    /// A call was made for the first time.
    pub(super) fn earn(&self) {
        let _ = self
            .tenths
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tenths| {
                Some((tenths + 1).min(Self::BURST * 10))
            });
    }

    /// Whether one more repetition can be afforded; if so, it is paid for.
    pub(super) fn spend(&self) -> bool {
        let paid = self
            .tenths
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tenths| {
                (tenths >= 10).then_some(tenths - 10)
            });
        paid.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_below_their_bound() {
        let retry = Retry::new();
        for (attempts, seconds) in [(1, 0.5), (2, 1.0), (3, 2.0), (5, 8.0), (60, 8.0)] {
            let bound = Duration::from_secs_f64(seconds);
            assert_eq!(retry.delay(attempts, None, 1.0), Some(bound));
            assert_eq!(retry.delay(attempts, None, 0.0), Some(Duration::ZERO));
        }
        let asked = |seconds| retry.delay(1, Some(Duration::from_secs(seconds)), 0.0);
        assert_eq!(asked(60), Some(Duration::from_secs(60)));
        assert_eq!(asked(61), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        for (value, date, seconds) in [
            ("7", None, Some(7)),
            (" 0 ", None, Some(0)),
            (
                "Wed, 21 Oct 2015 07:28:10 GMT",
                Some("Wed, 21 Oct 2015 07:28:00 GMT"),
                Some(10),
            ),
            (
                "Wed, 21 Oct 2015 07:28:00 GMT",
                Some("Wed, 21 Oct 2015 07:28:10 GMT"),
                Some(0),
            ),
            ("Wed, 21 Oct 2015 07:28:00 GMT", None, Some(0)),
            ("soon", None, None),
            ("-1", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
            if let Some(date) = date {
                headers.insert(header::DATE, date.parse().unwrap());
            }
            assert_eq!(after(&headers), seconds.map(Duration::from_secs), "{value}");
        }
        assert_eq!(after(&HeaderMap::new()), None);
    }

    #[test]
    fn the_budget_is_a_tenth_and_a_burst() {
        let budget = Budget::new();
        let spent = |calls: usize| {
            (0..calls)
                .filter(|_| {
                    budget.earn();
                    budget.spend()
                })
                .count()
        };
        assert_eq!(spent(10), 10);
        // The burst is gone, and a tenth comes in.
        assert_eq!(spent(1000), 100);
    }
}
