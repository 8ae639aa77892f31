//! One document in a process of its own, with limits.

use std::{
    fs,
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use bindery_codegen::{Document, Note, Settings, generate};
use serde_json::{Value, json};

use super::{Outcome, Surveyed};
use crate::exit::{Found, Refusal};

/// How long a document may take.
const TIME: Duration = Duration::from_secs(120);
/// How much address space its process may have, in kilobytes.
const MEMORY: u64 = 8_000_000;
/// How often a running process is looked at.
const GLANCE: Duration = Duration::from_millis(10);

/// The generator on one document; what `survey` starts for each.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    document: std::path::PathBuf,
    client: std::path::PathBuf,
}

/// Binds one document here and now, and prints what became of it as JSON.
pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let mut outcome = json!({ "operations": 0 });
    let bound = Document::load(&arguments.document).and_then(|document| {
        outcome["operations"] = json!(document.operations().len());
        outcome["part"] = json!(is_part(&document));
        generate(&document, &Settings::new())
    });
    match bound {
        Ok(client) => {
            let refused = client.refused();
            let operations = refused.iter().filter(|one| one.operation.is_some());
            outcome["left_out"] = json!(operations.count());
            let warnings = refused.iter().flat_map(bindery_codegen::Refusal::warnings);
            let warnings: Vec<String> = warnings.map(|warning| warning.to_string()).collect();
            if !warnings.is_empty() {
                outcome["refusal"] = json!(warnings.join("\n"));
            }
            outcome["notes"] = client.notes().iter().map(note).collect();
            fs::write(&arguments.client, client.source()).map_err(|error| {
                Refusal::new(
                    format!("cannot write `{}`: {error}", arguments.client.display()),
                    "give another folder",
                )
            })?;
            outcome["written"] = json!(true);
        }
        Err(error) => outcome["refusal"] = json!(error.to_string()),
    }
    Ok(Found {
        text: outcome.to_string(),
        failed: false,
    })
}

/// Whether this is no document, but what one may refer to.
fn is_part(document: &Document) -> bool {
    let keys = ["/openapi", "/swagger", "/info", "/paths"];
    keys.iter().all(|key| document.get(key).is_none())
}

fn note(note: &Note) -> Value {
    let diagnostic = &note.diagnostic;
    json!({
        "kind": note.kind.to_string(),
        "file": diagnostic.file,
        "line": diagnostic.position.map(|position| position.line),
        "column": diagnostic.position.map(|position| position.column),
        "message": diagnostic.message,
        "help": diagnostic.help,
    })
}

/// Binds one document in another process; nothing, if the file is part of other documents.
pub(super) fn bind(file: &Path, client: &Path) -> Option<Surveyed> {
    let begun = Instant::now();
    let mut surveyed = Surveyed {
        file: file.to_owned(),
        client: client.to_owned(),
        outcome: Outcome::Crashed,
        operations: 0,
        left_out: 0,
        bytes: fs::metadata(file).map_or(0, |data| data.len()),
        seconds: 0.0,
        notes: Vec::new(),
        refusal: None,
    };
    match start(file, client).and_then(|child| finish(child, begun)) {
        Ok(said) if said["part"] == true => return None,
        Ok(said) => {
            let count = |key: &str| said[key].as_u64().unwrap_or(0).try_into().unwrap_or(0);
            surveyed.operations = count("operations");
            surveyed.left_out = count("left_out");
            surveyed.notes = said["notes"].as_array().cloned().unwrap_or_default();
            surveyed.refusal = said["refusal"].as_str().map(str::to_owned);
            surveyed.outcome = match said["written"].as_bool() {
                Some(true) if surveyed.left_out > 0 => Outcome::Partial,
                Some(true) => Outcome::Bound,
                _ => Outcome::Refused,
            };
        }
        Err(why) => surveyed.refusal = Some(why),
    }
    surveyed.seconds = begun.elapsed().as_secs_f64();
    Some(surveyed)
}

fn start(file: &Path, client: &Path) -> Result<Child, String> {
    let own =
        std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
    let mut command = if cfg!(unix) {
        // The shell sets the limit and becomes the program.
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""))
            .arg(own);
        shell
    } else {
        Command::new(own)
    };
    command.arg("survey-one").arg(file).arg(client);
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    child.map_err(|error| format!("cannot start a process: {error}"))
}

/// What the process said, unless it crashed or took too long.
fn finish(mut child: Child, begun: Instant) -> Result<Value, String> {
    // Read at once: a process that is not listened to cannot say more than a pipe holds, nor end.
    let mut out = child.stdout.take();
    let said = thread::spawn(move || {
        let mut said = String::new();
        let read = out.as_mut().map(|out| out.read_to_string(&mut said));
        read.transpose().map(|_| said)
    });
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if begun.elapsed() < TIME => thread::sleep(GLANCE),
            Ok(None) => {
                // A process that cannot be killed has ended by itself.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("took longer than {} seconds", TIME.as_secs()));
            }
            Err(error) => return Err(format!("cannot wait for the process: {error}")),
        }
    };
    let said = said
        .join()
        .map_err(|_| "the reader of its output broke down".to_owned())?;
    let said = said.map_err(|error| format!("said nothing legible: {error}"))?;
    serde_json::from_str(&said).map_err(|_| format!("crashed: {status}"))
}
