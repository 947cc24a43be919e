//! The house keeps its order: core imports no edge, functions import no function, and each has its resource in the template.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path};

const CORE: &[&str] = &[
    "answer",
    "audit",
    "booking",
    "client",
    "enquiry",
    "error",
    "extraction",
    "funnel",
    "intake",
    "invitation",
    "job",
    "knowledge",
    "letter",
    "limits",
    "logo",
    "message",
    "money",
    "notification",
    "one_time",
    "party",
    "pricing",
    "quote",
    "rates",
    "reply_address",
    "seal",
    "send",
    "tenant",
    "user",
];
const EDGES: &[&str] = &[
    "aws",
    "cache",
    "clock",
    "config",
    "credentials",
    "embed",
    "extractor",
    "files",
    "http",
    "ids",
    "indexes",
    "limiter",
    "mailer",
    "model",
    "operator",
    "password",
    "post",
    "queue",
    "quote_link",
    "rate_books",
    "runtime",
    "secrets",
    "store",
    "telemetry",
    "usage",
];
const OUTSIDE: &[&str] = &[
    "aws_sdk_",
    "aws_config",
    "tokio",
    "axum",
    "std::env",
    "std::net",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The code of a file without comments and without its tests.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_core_reaches_for_nothing_outside() {
    for name in CORE {
        let mut files = Vec::new();
        let (folder, file) = (root().join("lib/src").join(name), root().join(format!("lib/src/{name}.rs")));
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
        if file.is_file() {
            files.push((file.display().to_string(), fs::read_to_string(&file).unwrap()));
        }
        assert!(!files.is_empty(), "{name} is gone: change this list");
        for (path, source) in files.into_iter().filter(|(path, _)| !path.ends_with("/tests.rs")) {
            let code = code(&source);
            for edge in EDGES {
                assert!(!code.contains(&format!("crate::{edge}")), "{path} imports the edge {edge}");
            }
            for outside in OUTSIDE {
                assert!(!code.contains(outside), "{path} reaches for {outside}");
            }
        }
    }
}

/// The name under which a type stands in the API's description, for every type of a source that stands there.
fn described_types(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for after in code(source).split("#[derive(").skip(1) {
        let Some((traits, rest)) = after.split_once(")]") else { continue };
        if !traits.split(',').any(|one| one.trim() == "ToSchema") {
            continue;
        }
        let head = rest.split_once('{').map_or(rest, |(head, _)| head);
        let given = head.split_once("schema(as = ").and_then(|(_, name)| name.split([')', ',']).next());
        let own = ["struct ", "enum "].iter().find_map(|word| Some(head.split_once(word)?.1));
        let own = own.and_then(|name| name.split(|c: char| !c.is_alphanumeric()).next());
        names.extend(given.or(own).map(|name| name.trim().to_owned()));
    }
    names
}

/// Of two types of one name the description would hold one, and be wrong about the other.
#[test]
fn no_two_types_have_one_name_in_the_description() {
    let mut files = Vec::new();
    sources(&root().join("lib/src"), &mut files);
    sources(&root().join("functions"), &mut files);
    let mut places = std::collections::BTreeMap::<String, Vec<String>>::new();
    for (path, source) in &files {
        for name in described_types(source) {
            places.entry(name).or_default().push(path.clone());
        }
    }
    assert!(places.len() > 200, "{} types were found: the reading of them is broken", places.len());
    places.retain(|_, found| found.len() > 1);
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn functions_never_import_each_other_and_each_is_deployed() {
    let template = fs::read_to_string(root().join("template.yaml")).unwrap();
    let functions = ["auth", "tenants", "inbound-mail", "quote", "helpdesk"];
    for name in functions {
        let manifest = fs::read_to_string(root().join("functions").join(name).join("Cargo.toml")).unwrap();
        for other in functions {
            assert!(!manifest.contains(&format!("{other}-fn.workspace")), "{name} imports {other}");
        }
        let main = fs::read_to_string(root().join("functions").join(name).join("src/main.rs")).unwrap();
        assert!(main.lines().count() <= 15, "{name}'s main.rs is more than a start");
        assert!(template.contains(&format!("functions/{name}")), "{name} has no resource in template.yaml");
    }
}
