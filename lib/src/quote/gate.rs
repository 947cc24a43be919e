//! The gate before a quote goes out without a person (`product.md` section 6). It answers with every reason against,
//! so that a consultant sees at once what to look at.

use crate::{
    enquiry::{Evidence, Fields, Origin},
    message::Finding,
    pricing::PricedOption,
    tenant::{AutoSend, Config},
};

/// What the gate looks at.
#[derive(Debug, Clone, Copy)]
pub struct GateInput<'a> {
    /// The agency's settings.
    pub config: &'a Config,
    /// DMARC finding about the mail that asks; `None` when no mail asked.
    pub dmarc: Option<Finding>,
    /// Why the loop guard forbids an automatic answer, if it does.
    pub silenced: Option<&'a str>,
    /// What the traveller said.
    pub fields: &'a Fields,
    /// What was assumed where the enquiry left it open.
    pub notes: &'a [String],
    /// What would be sent.
    pub options: &'a [PricedOption],
}

/// Every reason against sending by itself; none means that it may go.
#[must_use]
pub fn gate(input: &GateInput<'_>) -> Vec<String> {
    let quoting = &input.config.quoting;
    if quoting.auto_send == AutoSend::Off {
        return vec!["automatic sending is switched off".to_owned()];
    }
    let mut reasons = Vec::new();
    match input.dmarc {
        Some(Finding::Pass) => {}
        Some(_) => reasons.push("the sender's domain was not confirmed (DMARC)".to_owned()),
        None => reasons.push("no mail asked for this quote".to_owned()),
    }
    reasons.extend(input.silenced.map(|why| format!("no automatic answer to this mail: {why}")));
    if input.options.is_empty() {
        reasons.push("no option could be priced".to_owned());
    }
    for field in &input.config.required_enquiry_fields {
        if !is_stated(input.fields, field) {
            reasons.push(format!("{field} was not stated by the traveller"));
        }
    }
    reasons.extend(input.notes.iter().map(|note| format!("assumed: {note}")));
    for option in input.options {
        let name = &option.hotel;
        if option.estimate {
            reasons.push(format!("{name}: a night has no rate; the price is an estimate"));
        }
        if option.margin_pct < quoting.margin_floor_pct {
            let (margin, floor) = (option.margin_pct, quoting.margin_floor_pct);
            reasons.push(format!("{name}: margin {margin} % is below the floor of {floor} %"));
        }
        if quoting.auto_send_cap.is_some_and(|cap| option.total.amount > cap) {
            reasons.push(format!("{name}: total {} is above the cap for automatic sending", option.total));
        }
    }
    reasons
}

fn is_stated(fields: &Fields, name: &str) -> bool {
    fn said<T>(value: &Option<Evidence<T>>) -> bool {
        value.as_ref().is_some_and(|evidence| evidence.origin == Origin::Stated)
    }
    match name {
        "destinations" => said(&fields.destinations) || said(&fields.requested_hotels),
        "origin" => said(&fields.origin),
        "dates" => said(&fields.dates),
        "nights" => said(&fields.nights) || said(&fields.dates),
        "rooms" => said(&fields.rooms),
        "room_count" => said(&fields.room_count) || said(&fields.rooms),
        "adults" => said(&fields.adults) || said(&fields.rooms),
        "children" => said(&fields.children) || said(&fields.rooms),
        "child_ages" => said(&fields.child_ages) || said(&fields.rooms),
        "budget" => said(&fields.budget),
        "board" => said(&fields.board),
        "stars" => said(&fields.stars),
        "requested_hotels" => said(&fields.requested_hotels),
        "contact" => said(&fields.contact.name) || said(&fields.contact.email),
        "special_requests" => said(&fields.special_requests),
        _ => false,
    }
}
