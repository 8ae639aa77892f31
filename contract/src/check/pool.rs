//! Work on several threads whose results come in the order of the input.

use std::{
    collections::BTreeMap,
    num::NonZero,
    panic::{self, AssertUnwindSafe},
    sync::{Mutex, PoisonError, mpsc},
    thread,
};

/// How many results per thread may be on their way to the calling thread.
const AHEAD: usize = 4;

/// Hands each item to some thread, and each result, in the order of the items, to `each`.
///
/// The calling thread is one of the threads. Each takes its next item itself, so that none waits for
/// another to hand it one, and each holds one item at a time; what came of items waits for those before.
pub(super) fn ordered<T, U: Send>(
    threads: NonZero<usize>,
    items: impl IntoIterator<Item = T, IntoIter: Send>,
    work: impl Fn(T) -> U + Sync,
    mut each: impl FnMut(U),
) {
    let items = Mutex::new(items.into_iter().enumerate());
    let next = || {
        let mut items = items.lock().unwrap_or_else(PoisonError::into_inner);
        items.next()
    };
    let (done, results) = mpsc::sync_channel(threads.get() * AHEAD);
    thread::scope(|scope| {
        for _ in 1..threads.get() {
            let (done, next, work) = (done.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((number, item)) = next() {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
                    if done.send((number, result)).is_err() {
                        break;
                    }
                }
            });
        }
        // The results end when the other threads do, and these end when there is no more to take or
        // nobody to take what they send: so the receiving end moves in here.
        drop(done);
        let results = results;
        let mut line = Line::default();
        while let Some((number, item)) = next() {
            line.add(number, Ok(work(item)), &mut each);
            for (number, result) in results.try_iter() {
                line.add(number, result, &mut each);
            }
        }
        for (number, result) in results {
            line.add(number, result, &mut each);
        }
    });
}

/// Results that wait for one before them.
struct Line<U> {
    waiting: BTreeMap<usize, U>,
    next: usize,
}

impl<U> Default for Line<U> {
    fn default() -> Self {
        Self {
            waiting: BTreeMap::new(),
            next: 0,
        }
    }
}

impl<U> Line<U> {
    /// Adds a result, and hands on those whose turn it is.
    fn add(&mut self, number: usize, result: thread::Result<U>, each: &mut impl FnMut(U)) {
        match result {
            Ok(result) => self.waiting.insert(number, result),
            Err(panic) => panic::resume_unwind(panic),
        };
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
