//! `record`: a proxy on this machine, and what went through it as recordings.

mod exchange;
mod proxy;

use std::{collections::BTreeSet, path::PathBuf, time::Duration};

use bindery_contract::Document;

use crate::{
    capture,
    exit::{Found, Refusal, tell},
};

/// Records what a client and a provider say to each other.
///
/// Point any client at the address that is printed. What it sends goes to the upstream, and what
/// comes back goes to the client; when the recording ends, by Ctrl-C, by the end of stdin or after
/// `--for`, the exchanges are redacted and stored.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The provider, whose document is `specs/<PROVIDER>.yaml` unless `--spec` says otherwise.
    provider: String,
    /// The provider's server, such as `https://api.example.com`, without a path.
    #[arg(long, value_name = "URL", value_parser = origin)]
    upstream: String,
    /// The OpenAPI document.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// Where recordings are stored; without it, `tests/recordings/<PROVIDER>`.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The port of 127.0.0.1 to listen on; any free one unless given.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// How long to record, such as `90s`, `5m` or `1h`; stdin is not looked at then.
    #[arg(long = "for", value_name = "DURATION", value_parser = duration)]
    duration: Option<Duration>,
    #[command(flatten)]
    privacy: capture::Privacy,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let spec = arguments.spec.clone();
    let spec = spec.unwrap_or_else(|| format!("specs/{}.yaml", arguments.provider).into());
    let document = bindery_contract::load(spec)?;
    let session = proxy::Session {
        upstream: &arguments.upstream,
        port: arguments.port,
        duration: arguments.duration,
        headers: headers(&document, arguments),
    };
    let recorded = proxy::record(&session, |address| {
        tell(&format!(
            "recording http://{address} -> {}; {}",
            arguments.upstream,
            match arguments.duration {
                Some(duration) => format!("for {} seconds, or until Ctrl-C", duration.as_secs()),
                None => "until Ctrl-C or the end of stdin".to_owned(),
            }
        ));
    })?;
    let session = capture::Session {
        privacy: &arguments.privacy,
        document: &document,
        reference: &arguments.upstream,
        out: &capture::folder(arguments.out.as_ref(), &arguments.provider),
    };
    capture::keep(&session, |take| {
        for (index, text) in recorded.iter().enumerate() {
            take(exchange::read(text).map_err(|why| format!("exchange {}: {why}", index + 1)));
        }
        Ok(())
    })
}

/// Headers in which clients send what is secret, whatever a document says.
const SECRETS: [&str; 12] = [
    "api-key",
    "authorization",
    "cookie",
    "proxy-authorization",
    "x-access-token",
    "x-api-key",
    "x-api-secret",
    "x-api-token",
    "x-auth-token",
    "x-csrf-token",
    "x-session-token",
    "x-xsrf-token",
];

/// The request headers to look at: those that are stored, and those whose values have to be known
/// in order to be found elsewhere.
fn headers(document: &Document, arguments: &Arguments) -> Vec<String> {
    let schemes = document
        .get("/components/securitySchemes")
        .and_then(|schemes| schemes.as_object());
    let schemes = schemes.into_iter().flat_map(|schemes| schemes.values());
    let operations = document.operations();
    let owners = operations
        .iter()
        .flat_map(|operation| [&operation.pointer, &operation.item]);
    let parameters = owners.flat_map(|owner| document.parameters(owner));
    let declared = schemes.chain(parameters.map(|(_, _, value)| value));
    let declared = declared.filter(|value| value["in"] == "header");
    let declared = declared.filter_map(|value| value["name"].as_str());
    let stored = ["accept", "content-type"];
    let names = stored
        .into_iter()
        .chain(SECRETS)
        .chain(declared)
        .chain(arguments.privacy.names());
    let names: BTreeSet<String> = names.map(str::to_ascii_lowercase).collect();
    names.into_iter().collect()
}

/// A server without path, query and credentials.
fn origin(text: &str) -> Result<String, String> {
    let bare = text.trim_end_matches('/');
    let host = bare
        .strip_prefix("https://")
        .or(bare.strip_prefix("http://"));
    let host = host.ok_or("begin it with `https://` or `http://`")?;
    if host.contains('@') {
        return Err("leave credentials to the client, which sends them itself".to_owned());
    }
    if host.is_empty() || host.contains(['/', '?', '#']) || bare.parse::<http::Uri>().is_err() {
        return Err("name the server alone; the client sends the whole path".to_owned());
    }
    Ok(bare.to_owned())
}

fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "" | "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return Err("write seconds, or a number with `s`, `m` or `h`".to_owned()),
    };
    let count: u32 = digits
        .parse()
        .map_err(|_| "not a whole number".to_owned())?;
    Ok(Duration::from_secs(u64::from(count) * unit))
}

#[cfg(test)]
mod tests {
    use super::{duration, origin};

    #[test]
    fn an_upstream_is_a_server_alone() {
        for (text, expected) in [
            ("https://api.example.com/", Some("https://api.example.com")),
            ("http://127.0.0.1:80", Some("http://127.0.0.1:80")),
            ("https://user:pass@api.example.com", None),
            ("https://api.example.com/v1", None),
            ("https://", None),
            ("https://a b", None),
            ("ftp://api.example.com", None),
            ("api.example.com", None),
        ] {
            assert_eq!(origin(text).ok().as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_duration_has_a_unit() {
        for (text, expected) in [
            ("90", Some(90)),
            ("90s", Some(90)),
            ("5m", Some(300)),
            ("1h", Some(3600)),
            ("1d", None),
            ("m", None),
            ("-1", None),
        ] {
            assert_eq!(
                duration(text).ok().map(|found| found.as_secs()),
                expected,
                "{text}"
            );
        }
    }
}
