//! Secrets that are known by their own shape, whatever they stand under.

/// What tokens begin with, whose issuers chose it so that scanners find them, with how many signs
/// follow at least.
const TOKENS: [(&str, usize); 22] = [
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("rk_live_", 10),
    ("rk_test_", 10),
    ("whsec_", 16),
    ("ghp_", 20),
    ("gho_", 20),
    ("ghu_", 20),
    ("ghs_", 20),
    ("ghr_", 20),
    ("github_pat_", 20),
    ("glpat-", 20),
    ("npm_", 30),
    ("sk-", 32),
    ("xoxa-", 10),
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xoxr-", 10),
    ("xoxs-", 10),
    ("AIza", 35),
    ("AKIA", 16),
    ("ASIA", 16),
];
/// What a JSON Web Token begins with: `{"` in base64.
const JWT: &str = "eyJ";
/// How long a part of such a token is at least.
const JWT_PART: usize = 8;

/// The byte ranges of such secrets.
pub(super) fn secrets(text: &str) -> Vec<(usize, usize)> {
    let mut found = userinfo(text);
    found.extend(keys(text));
    let mut words = 0;
    while let Some(start) = text[words..].find(is_sign).map(|at| words + at) {
        let rest = &text[start..];
        let length = rest.find(|sign| !is_sign(sign)).unwrap_or(rest.len());
        words = start + length;
        found.extend(tokens(&rest[..length]).map(|(from, to)| (start + from, start + to)));
    }
    found
}

/// The tokens in a run of their signs, some of which may be within others.
fn tokens(run: &str) -> impl Iterator<Item = (usize, usize)> {
    let begins = |prefix: &'static str| {
        let places = run.match_indices(prefix).map(|(at, _)| at);
        places.filter(|at| !run[..*at].ends_with(|sign: char| sign.is_ascii_alphanumeric()))
    };
    let signed = begins(JWT).filter_map(|at| {
        let parts: Vec<&str> = run[at..].split('.').take(3).collect();
        // The third part may be empty where nothing is signed.
        let fits = parts.len() == 3 && parts[..2].iter().all(|part| part.len() >= JWT_PART);
        fits.then(|| (at, at + parts.join(".").trim_end_matches('.').len()))
    });
    let issued = TOKENS.iter().flat_map(move |(prefix, least)| {
        begins(prefix).filter_map(move |at| {
            let rest = &run[at + prefix.len()..];
            let rest = rest.split('.').next().unwrap_or(rest);
            // Some are written in capitals throughout, which tells them from words.
            let capitals = prefix.chars().all(|sign| sign.is_ascii_uppercase());
            let fits = !capitals || !rest.contains(|sign: char| sign.is_ascii_lowercase());
            (rest.len() >= *least && fits).then_some((at, at + prefix.len() + rest.len()))
        })
    });
    signed.chain(issued)
}

/// The user and the password of addresses.
fn userinfo(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices("://") {
        let start = at + mark.len();
        let rest = &text[start..];
        let ends = |sign: char| sign.is_whitespace() || "/?#\"'<>\\".contains(sign);
        let authority = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let Some((who, _)) = authority.rsplit_once('@') else {
            continue;
        };
        match who.split_once(':') {
            Some((user, _)) => {
                found.push((start, start + user.len()));
                found.push((start + user.len() + 1, start + who.len()));
            }
            None => found.push((start, start + who.len())),
        }
    }
    found.retain(|(start, end)| start < end);
    found
}

/// What stands between the lines that frame a private key.
fn keys(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("-----BEGIN ") {
        let head = &text[at..];
        let Some(length) = head.find("PRIVATE KEY-----") else {
            continue;
        };
        let named = &head["-----BEGIN ".len()..length];
        if named.contains('-') {
            continue;
        }
        let start = at + length + "PRIVATE KEY-----".len();
        let end = text[start..].find("-----END").unwrap_or(text.len() - start);
        found.push((start, start + end));
    }
    found.retain(|(start, end)| start < end);
    found
}

fn is_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "_-.".contains(sign)
}
