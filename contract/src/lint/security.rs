//! `security`: an operation that says nothing would be sent without credentials.

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let root = survey.document.get("/security");
    if let Some(root) = root {
        requirements(survey, &Pointer::from("/security"), root, &mut breaches);
    }
    for operation in survey.operations() {
        match operation.value.get("security") {
            Some(own) => requirements(survey, &operation.at.join("security"), own, &mut breaches),
            None if root.is_some() => {}
            None => breaches.push(Breach::new(
                &operation.at,
                format!(
                    "`{}` does not say what credentials it needs",
                    operation.name()
                ),
                "add `security`, or `security: []` where it needs none",
            )),
        }
    }
    breaches
}

fn requirements(survey: &Survey<'_>, at: &Pointer, value: &Value, breaches: &mut Vec<Breach>) {
    for (index, requirement) in value.as_array().into_iter().flatten().enumerate() {
        let schemes = requirement.as_object();
        for (name, scopes) in schemes.into_iter().flatten() {
            let at = at.join(index).join(name);
            let defined = Pointer::from("/components/securitySchemes").join(name);
            let Some((_, scheme)) = survey.document.resolve(defined.as_str()) else {
                breaches.push(Breach::new(
                    &at,
                    format!("the security scheme `{name}` is not defined"),
                    "define it under `components.securitySchemes`",
                ));
                continue;
            };
            if scheme.get("type").is_some_and(|kind| kind != "oauth2") {
                continue;
            }
            let flows = scheme.get("flows").and_then(Value::as_object);
            let defined = |scope: &str| {
                let mut flows = flows.into_iter().flat_map(|flows| flows.values());
                flows.any(|flow| {
                    flow.get("scopes")
                        .is_some_and(|scopes| scopes.get(scope).is_some())
                })
            };
            for (index, scope) in scopes.as_array().into_iter().flatten().enumerate() {
                if scope.as_str().is_none_or(|scope| !defined(scope)) {
                    breaches.push(Breach::new(
                        &at.join(index),
                        format!("no flow of `{name}` has the scope {scope}").replace('"', "`"),
                        "add the scope to a flow of the scheme, or correct it",
                    ));
                }
            }
        }
    }
}
