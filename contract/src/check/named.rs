//! What documents are called in the names of findings: the end of the path, so that the folder
//! they are checked from makes no difference.

/// The name of the file at a path.
pub(crate) fn called(path: &str) -> String {
    apart(&[path]).concat()
}

/// Of each path so many steps from its end as tell it from the others.
pub(super) fn apart(paths: &[&str]) -> Vec<String> {
    let steps: Vec<Vec<&str>> = paths
        .iter()
        .map(|path| path.split(['/', '\\']).rev().collect())
        .collect();
    let apart = steps.iter().enumerate().map(|(index, own)| {
        let alone = |count: &usize| {
            let mut others = steps.iter().enumerate();
            !others.any(|(other, steps)| other != index && shared(own, steps) >= *count)
        };
        let count = (1..own.len()).find(alone).unwrap_or(own.len());
        let mut kept = own[..count].to_vec();
        kept.reverse();
        kept.join("/")
    });
    apart.collect()
}

/// How many steps two paths have in common, from their ends.
fn shared(one: &[&str], other: &[&str]) -> usize {
    let pairs = one.iter().zip(other);
    pairs.take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_path_is_called_by_what_tells_it_from_others() {
        let cases: [(&[&str], &[&str]); 5] = [
            (&["specs/cats.yaml"], &["cats.yaml"]),
            (&["a/cats.yaml", "a/dogs.yaml"], &["cats.yaml", "dogs.yaml"]),
            (
                &["n.yaml", "b/n.yaml", "c/b/n.yaml"],
                &["n.yaml", "b/n.yaml", "c/b/n.yaml"],
            ),
            (
                &["x/a/n.yaml", "x\\b\\n.yaml", "m.yaml"],
                &["a/n.yaml", "b/n.yaml", "m.yaml"],
            ),
            (&["n.yaml", "n.yaml"], &["n.yaml", "n.yaml"]),
        ];
        for (paths, expected) in cases {
            assert_eq!(apart(paths), expected);
        }
    }
}
