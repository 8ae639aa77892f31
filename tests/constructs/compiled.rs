//! Every generated client of `codegen/tests/constructs`, as a module.

macro_rules! constructs {
    ($($name:ident),* $(,)?) => {
        $(
            #[allow(
                dead_code,
                deprecated,
                missing_docs,
                unreachable_pub,
                clippy::pedantic,
                clippy::large_enum_variant,
                clippy::needless_borrows_for_generic_args,
                reason = "generated code answers to its document, and only its compiling matters here"
            )]
            pub(crate) mod $name {
                include!(concat!("../../codegen/tests/constructs/", stringify!($name), ".rs"));
            }
        )*

        #[test]
        fn every_construct_is_compiled() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/codegen/tests/constructs");
            let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let mut names: Vec<String> = entries
                .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
                .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            names.sort();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

constructs!(
    answers,
    bodies,
    composed,
    compositions,
    directions,
    enums,
    forms,
    headers_and_cookies,
    inheritance,
    inline_types,
    maps_and_recursion,
    names,
    odd_paths,
    offered_bodies,
    order,
    pages,
    path_parameters,
    presence,
    prose,
    query_options,
    references,
    rules,
    servers,
    several_files,
    streams,
    styles,
    tags,
    told,
    unions,
    values,
    version_3_1,
    webhooks,
);
