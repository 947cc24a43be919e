//! Changing a configuration by a merge patch (RFC 7396): what is not named stays, `null` takes the default.
//!
//! Invariant: what comes back keeps every rule, or each bad field is named, those of the wrong type included.

use serde_json::{Map, Value};

use super::Config;
use crate::error::{Error, FieldError, Result};

/// The configuration with a patch applied.
///
/// # Errors
/// [`Error::Invalid`] naming each field that would be wrong, under `config.`.
pub fn patched(before: &Config, patch: Value) -> Result<Config> {
    if !patch.is_object() {
        return Err(Error::invalid("config", "not an object"));
    }
    let before = serde_json::to_value(before).map_err(Error::internal)?;
    let mut merged = before.clone();
    merge(&mut merged, patch);
    let (config, mut errors) = match read(merged.clone()) {
        Ok(config) => (config, Vec::new()),
        Err(_) => piecewise(before, merged)?,
    };
    errors.extend(config.faults());
    if errors.is_empty() {
        return Ok(config);
    }
    let under_config = |error: FieldError| FieldError::new(format!("config.{}", error.field), error.message);
    Err(Error::Invalid(errors.into_iter().map(under_config).collect()))
}

fn read(value: Value) -> Result<Config, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|failure| {
        let (path, message) = (failure.path().to_string(), failure.inner().to_string());
        FieldError::new(path, message)
    })
}

/// Takes over every setting that can be read, one after the other, and names each that cannot.
fn piecewise(before: Value, wanted: Value) -> Result<(Config, Vec<FieldError>)> {
    let mut good = before;
    let mut errors = Vec::new();
    for path in settings(&wanted, &good) {
        let mut tried = good.clone();
        set(&mut tried, &path, at(&wanted, &path).cloned());
        match read(tried.clone()) {
            Ok(_) => good = tried,
            Err(error) => errors.push(FieldError::new(named(&path, &error.field), error.message)),
        }
    }
    let config = read(good).map_err(|error| Error::internal(format!("{}: {}", error.field, error.message)))?;
    Ok((config, errors))
}

/// The field that an error is about: that of the setting itself where the message names its parent.
fn named(path: &[String], field: &str) -> String {
    let own = path.join(".");
    if field.starts_with(&own) { field.to_owned() } else { own }
}

/// The paths of all settings that differ: a section's own settings one by one, anything else as a whole.
fn settings(wanted: &Value, before: &Value) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for name in names(wanted, before) {
        let (new, old) = (wanted.get(&name), before.get(&name));
        match (new, old) {
            (Some(new @ Value::Object(_)), Some(old @ Value::Object(_))) => {
                let inner = names(new, old).into_iter().filter(|inner| new.get(inner) != old.get(inner));
                paths.extend(inner.map(|inner| vec![name.clone(), inner]));
            }
            (new, old) if new != old => paths.push(vec![name]),
            _ => {}
        }
    }
    paths
}

fn names(one: &Value, other: &Value) -> Vec<String> {
    let keys = |value: &Value| value.as_object().map(|map| map.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let mut all = keys(one);
    all.extend(keys(other).into_iter().filter(|name| one.get(name).is_none()));
    all
}

fn at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| value.get(name))
}

fn set(target: &mut Value, path: &[String], value: Option<Value>) {
    let [inner @ .., last] = path else { return };
    let parent = inner.iter().try_fold(target, |target, name| target.get_mut(name));
    let Some(parent) = parent.and_then(Value::as_object_mut) else { return };
    match value {
        Some(value) => drop(parent.insert(last.clone(), value)),
        None => drop(parent.remove(last)),
    }
}

/// JSON Merge Patch.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(&name);
        } else {
            merge(target.entry(name).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use serde_json::json;

    use super::*;

    fn config() -> Config {
        Config::new("Africa/Johannesburg", "ZAR".parse().unwrap())
    }

    fn bad(patch: Value) -> Vec<String> {
        let Err(Error::Invalid(errors)) = patched(&config(), patch) else { return Vec::new() };
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn what_is_not_named_stays_and_null_is_the_default() {
        let patch = json!({"branding": {"company_name": "Blue"}, "quoting": {"markup_pct": "12.5"}});
        let once = patched(&config(), patch).unwrap();
        assert_eq!((once.branding.company_name.as_str(), once.branding.primary_color.as_str()), ("Blue", "#0f4c5c"));
        let back = patched(&once, json!({"branding": null, "quoting": {"markup_pct": null}})).unwrap();
        assert_eq!(back, config());
    }

    #[test]
    fn each_bad_field_is_named_whatever_is_wrong_with_it() {
        let patch = json!({
            "timezone": 5,
            "branding": {"primary_color": "red", "secondary_color": 7, "company_name": "Blue"},
            "quoting": {"validity_days": "soon", "rounding_step": "-1"},
            "secret": "x",
            "currency": null,
        });
        let expected = [
            "config.timezone",
            "config.branding.secondary_color",
            "config.quoting.validity_days",
            "config.secret",
            "config.currency",
            "config.branding.primary_color",
            "config.quoting.rounding_step",
        ];
        let mut found = bad(patch);
        let mut expected = expected.map(str::to_owned).to_vec();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
        assert_eq!(bad(json!([])), ["config"]);
        assert_eq!(bad(json!({"destinations": [{"name": "A"}, {"name": 5}]})), ["config.destinations[1].name"]);
    }
}
