//! How long a long log takes against a large document, and how much memory.
//!
//! `cargo bench -p bindery-contract` makes a document of 13 MB with 1,200 operations and logs of
//! 5,000, 10,000 and 20,000 exchanges, holds each log against the document in a process of its
//! own, from the files to the report as JSON, and prints seconds, how many cores were at work, and
//! peak memory. No two answers are the same, so nothing is judged more cheaply than it would be in
//! the worst of logs. With `-- FOLDER` the inputs are left there for other tools.
//!
//! The cost is linear in the length of the log if `of linear` stays at or below 1: it is the
//! seconds beside those of the first log, as many times as this one is longer.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod input;

use std::{
    env,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use bindery_contract::{
    Checker, Entries, Options, load,
    render::{self, Lines},
};

const EXCHANGES: usize = 5_000;

fn main() {
    let arguments: Vec<String> = env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    match arguments.as_slice() {
        [document, log] => one(Path::new(document), Path::new(log)),
        [folder] => all(Path::new(folder)),
        _ => all(Path::new(env!("CARGO_TARGET_TMPDIR"))),
    }
}

/// Makes the inputs, and a process for each size of the log.
fn all(folder: &Path) {
    let document = folder.join("large.json");
    fs::write(&document, input::document()).expect("the document is written");
    println!("document {} MB", megabytes(&document));
    println!("exchanges      MB  seconds  cores    MB/s  peak MB  of linear");
    let mut first = None;
    for times in [1, 2, 4] {
        let log = folder.join(format!("log-{times}.har"));
        let count = EXCHANGES * times;
        input::log(&log, count).expect("the log is written");
        let [seconds, busy, peak] = measured(&document, &log);
        let size = megabytes(&log);
        let first = *first.get_or_insert(seconds);
        println!(
            "{count:>9}  {size:>6.1}  {seconds:>7.2}  {:>5.2}  {:>6.1}  {peak:>7.0}  {:>9.2}",
            busy / seconds,
            size / seconds,
            seconds / (first * f64::from(u32::try_from(times).expect("a small number"))),
        );
    }
}

/// The seconds, the seconds of all cores and the peak megabytes of a process that judges one log.
fn measured(document: &Path, log: &Path) -> [f64; 3] {
    let program = env::current_exe().expect("the benchmark has a path");
    let output = Command::new(program).args([document, log]).output();
    let output = output.expect("the benchmark starts itself");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = text.split_whitespace();
    [(); 3].map(|()| match words.next().and_then(|word| word.parse().ok()) {
        Some(figure) => figure,
        None => panic!(
            "no figures: {text}{}",
            String::from_utf8_lossy(&output.stderr)
        ),
    })
}

/// Judges one log from the files to the report, and prints what that took.
fn one(document: &Path, log: &Path) {
    let start = Instant::now();
    let mut steps: Vec<(&str, f64)> = Vec::new();
    let document = load(document).expect("the document is good");
    steps.push(("read", start.elapsed().as_secs_f64()));
    let checker = Checker::new(&document, &Options::default());
    steps.push(("compile", start.elapsed().as_secs_f64()));
    let entries = Entries::open([log]).expect("the log is there");
    let spool = log.with_extension("lines");
    let mut lines = Lines::new(BufWriter::new(File::create(&spool).expect("a file")));
    let report = checker.check_each(&[], entries, |exchange| {
        lines.add(exchange).expect("a line is written");
        Ok(())
    });
    let report = report.expect("the log is good");
    steps.push(("judge", start.elapsed().as_secs_f64()));
    lines.into_inner().flush().expect("the lines are written");
    let text = log.with_extension("json");
    let lines = File::open(&spool).expect("the lines are there");
    let out = BufWriter::new(File::create(&text).expect("a file"));
    render::json(&[report], lines, out).expect("the report is written");
    let seconds = start.elapsed().as_secs_f64();
    println!("{seconds:.3} {:.2} {}", busy(), peak());
    println!("{steps:.2?}, {:.1} MB of report", megabytes(&text));
}

/// The seconds that all cores have worked for this process; 0 where the system does not say.
fn busy() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program may hold blanks, so it is stepped over; then the user's time is the
    // twelfth figure and the system's the next, in hundredths of a second.
    let figures = stat.rsplit(')').next().unwrap_or_default();
    let hundredths = figures.split_whitespace().skip(11).take(2);
    let hundredths = hundredths.filter_map(|word| word.parse::<f64>().ok());
    hundredths.sum::<f64>() / 100.0
}

/// The most memory that this process has held, in MB; 0 where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    kilobytes
        .and_then(|text| text.trim().parse::<u64>().ok())
        .unwrap_or_default()
        / 1024
}

#[expect(clippy::cast_precision_loss, reason = "sizes far below 2^52")]
fn megabytes(path: &PathBuf) -> f64 {
    fs::metadata(path).map_or(0.0, |data| data.len() as f64 / 1e6)
}
