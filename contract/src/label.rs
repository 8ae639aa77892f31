//! How a schema is spoken of: by the property, component or body that it describes.

use bindery_codegen::Pointer;

/// What values of a schema are called, such as `` `birthday` `` or ``an entry of `users` ``.
pub(crate) fn subject(schema: &Pointer) -> String {
    let tokens: Vec<String> = schema.tokens().map(std::borrow::Cow::into_owned).collect();
    name(&tokens.iter().map(String::as_str).collect::<Vec<_>>())
}

fn name(tokens: &[&str]) -> String {
    match tokens {
        [.., "properties", name] => format!("`{name}`"),
        [above @ .., "then" | "else"]
        | [
            above @ ..,
            "oneOf" | "anyOf" | "allOf" | "dependentSchemas",
            _,
        ] => name(above),
        [above @ .., "items" | "contains"] => format!("an entry of {}", name(above)),
        [above @ .., "prefixItems", index] => format!("entry `{index}` of {}", name(above)),
        [above @ .., "additionalProperties"] | [above @ .., "patternProperties", _] => {
            format!("a value of {}", name(above))
        }
        ["components", "schemas", name] => format!("`{name}`"),
        [.., "headers", header, "schema"] => format!("the header `{header}`"),
        ["components", "parameters", name, "schema"] => format!("the parameter `{name}`"),
        [.., "parameters", _, "schema"] => "the parameter".to_owned(),
        [.., "requestBody", "content", _, "schema"] => "the request body".to_owned(),
        [.., "content", _, "schema"] => "the body".to_owned(),
        _ => "the value".to_owned(),
    }
}
