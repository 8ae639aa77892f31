//! The names that a misspelt one may have been meant for, by edit distance.

/// The name that was probably meant: few edits away, or written short (`bool`), or none.
pub fn meant<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (distance, name) = ranked(written, names).into_iter().next()?;
    // One edit in three letters still shows the word; more makes any short name like any other.
    let near = distance <= (written.chars().count().max(name.chars().count()) / 3).max(1);
    near.then_some(name)
}

/// The names that come nearest, the nearest first.
#[cfg(feature = "generate")]
pub(crate) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
    count: usize,
) -> Vec<&'a str> {
    let ranked = ranked(written, names).into_iter().take(count);
    ranked.map(|(_, name)| name).collect()
}

fn ranked<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let written = written.to_lowercase();
    let distance = |name: &str| {
        let name = name.to_lowercase();
        // Two letters begin too many names to be one of them written short.
        let short = written.len() > 2 && name.starts_with(&written);
        if short {
            1
        } else {
            strsim::osa_distance(&written, &name)
        }
    };
    let mut ranked: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| (distance(name), name))
        .collect();
    ranked.sort_unstable();
    ranked
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn only_names_that_look_alike_are_meant() {
        let names = ["array", "boolean", "integer", "number", "object", "string"];
        for (written, expected) in [
            ("bool", Some("boolean")),
            ("int", Some("integer")),
            ("stirng", Some("string")),
            ("Object", Some("object")),
            ("float", None),
            ("any", None),
        ] {
            assert_eq!(meant(written, names), expected, "{written}");
        }
    }
}
