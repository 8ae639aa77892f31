//! Work on several threads whose results come in the order of the input.

use std::{
    collections::BTreeMap,
    num::NonZero,
    panic::{self, AssertUnwindSafe},
    sync::{Mutex, PoisonError, mpsc},
    thread,
};

/// How many items per thread are on their way at once, so that none waits for the next one.
const AHEAD: usize = 4;

/// Hands each item to some thread, and each result, in the order of the items, to `each`.
///
/// No more than a few items per thread are held at any time. With one thread, nothing is started.
pub(super) fn ordered<T: Send, U: Send>(
    threads: NonZero<usize>,
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> U + Sync,
    mut each: impl FnMut(U),
) {
    if threads.get() == 1 {
        for item in items {
            each(work(item));
        }
        return;
    }
    let ahead = threads.get() * AHEAD;
    let (give, take) = mpsc::sync_channel::<(usize, T)>(ahead);
    let (done, results) = mpsc::sync_channel(ahead);
    let take = Mutex::new(take);
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            let (done, take, work) = (done.clone(), &take, &work);
            scope.spawn(move || {
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, item)) = next else { break };
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    if done.send((number, result)).is_err() {
                        break;
                    }
                }
            });
        }
        // The threads end when there is nothing more to take, so the giving end moves in here.
        let give = give;
        let mut line = Line::default();
        for (number, item) in items.into_iter().enumerate() {
            while number - line.next >= ahead {
                line.take(&results, &mut each);
            }
            if give.send((number, item)).is_err() {
                break;
            }
            line.given = number + 1;
        }
        while line.next < line.given {
            line.take(&results, &mut each);
        }
    });
}

/// Results that wait for one before them.
struct Line<U> {
    waiting: BTreeMap<usize, U>,
    next: usize,
    given: usize,
}

impl<U> Default for Line<U> {
    fn default() -> Self {
        Self {
            waiting: BTreeMap::new(),
            next: 0,
            given: 0,
        }
    }
}

impl<U> Line<U> {
    /// Waits for one result, and hands on those whose turn it is.
    fn take(
        &mut self,
        results: &mpsc::Receiver<(usize, thread::Result<U>)>,
        each: &mut impl FnMut(U),
    ) {
        match results.recv() {
            Ok((number, Ok(result))) => {
                self.waiting.insert(number, result);
            }
            Ok((_, Err(panic))) => panic::resume_unwind(panic),
            Err(mpsc::RecvError) => self.next = self.given,
        }
        while let Some(result) = self.waiting.remove(&self.next) {
            self.next += 1;
            each(result);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_input() {
        for threads in [1, 2, 7] {
            let threads = NonZero::new(threads).expect("a positive number");
            let mut seen = Vec::new();
            let slow_first = |item: u64| {
                // Work of unlike length, so that results overtake each other.
                (0..(item * 7919) % 5000)
                    .fold(item, |sum, more| std::hint::black_box(sum ^ more ^ more))
            };
            ordered(threads, 0..500, slow_first, |item| seen.push(item));
            assert_eq!(seen, (0..500).collect::<Vec<u64>>(), "{threads} threads");
        }
    }

    #[test]
    fn a_panic_in_a_thread_is_one_of_the_caller() {
        let threads = NonZero::new(2).expect("a positive number");
        let run = || ordered(threads, 0..100, |item| assert!(item != 50), |()| {});
        assert!(panic::catch_unwind(run).is_err());
    }
}
