//! Any bytes as a mail: parsed, stripped, classified and understood. Nothing panics, and every span says what stands there.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tripdesk_core::{
    extraction::{self, Wording},
    message::{
        classify::{Hints, classify},
        forward::forwarded,
        parse, strip,
    },
    rates::RateBook,
    tenant::Config,
};

fuzz_target!(|bytes: &[u8]| {
    let parsed = parse(bytes);
    let _ = forwarded(bytes, &parsed);
    let stripped = strip(&parsed.text);
    let from = parsed.from.as_ref();
    let wording = Wording {
        message_id: "m",
        subject: &parsed.subject,
        text: &stripped.text,
        signature: &stripped.signature,
        from_name: from.and_then(|from| from.name.as_deref()),
        from_address: from.map(|from| from.address.as_str()),
        received_at: "2026-11-23T08:00:00Z".parse().expect("a time"),
    };
    let config = Config::new("Africa/Johannesburg", "ZAR".parse().expect("a currency"));
    let book = RateBook::compile(Vec::new());
    let fields = extraction::understand(&wording, &config, &book);
    let hints = Hints { travel: extraction::signals(&fields), ..Hints::default() };
    let _ = classify(&parsed, &stripped.text, &hints);
    let before = extraction::understand_reply(&fields, &wording, &config, &book);
    for fields in [&fields, &before] {
        spans(&serde_json::to_value(fields).expect("fields are JSON"), &wording);
    }
});

/// Every source in the value stands where it says.
fn spans(value: &Value, wording: &Wording<'_>) {
    match value {
        Value::Object(members) => {
            if let (Some(part), Some(text)) = (value.get("part").and_then(Value::as_str), value.get("text")) {
                let whole = match part {
                    "subject" => wording.subject,
                    "text" => wording.text,
                    "signature" => wording.signature,
                    _ => return,
                };
                let place = |name: &str| value[name].as_u64().and_then(|at| usize::try_from(at).ok()).expect("a place");
                let words: String = whole.chars().skip(place("start")).take(place("end") - place("start")).collect();
                assert_eq!(Some(words.as_str()), text.as_str());
            }
            members.values().for_each(|member| spans(member, wording));
        }
        Value::Array(values) => values.iter().for_each(|value| spans(value, wording)),
        _ => {}
    }
}
