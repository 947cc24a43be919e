//! Words of travel that ask for the same thing: a question about luggage is answered by what is written of baggage.
//!
//! Invariant: words stand together only where one answers for the other; a sauna is no spa.

use super::language::Tongue;

/// Families of words, each word in its written form.
#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "wifi internet wlan wireless online broadband", "child children kid kids youngster minor", "infant baby toddler babies newborn", "cot crib",
    "baggage luggage suitcase bag bags", "transfer shuttle pickup collection", "refund refunded reimbursed repaid back",
    "cancel cancellation cancelling", "price cost costs charge fee rate surcharge expensive pay", "pool pools swim swimming",
    "phone telephone call number ring", "wheelchair disabled accessible accessibility mobility", "pet pets dog dogs cat animal animals",
    "vaccination vaccine vaccinations injection jab inoculation", "certificate proof", "tip tipping gratuity tips", "driver chauffeur",
    "doctor clinic medical physician", "restaurant dining eat meal meals food", "vegetarian vegetarians veggie", "car vehicle",
    "hour hours open opening", "closed close closing shut", "minimum least", "maximum most limit up", "teenager teenagers teen teens adolescent",
    "allowance allowed permitted permit limit", "deposit downpayment advance", "balance remainder rest outstanding", "passport passports",
    "visa visas", "insurance insured cover covered policy", "parking park garage", "airport flight flights", "boat ferry speedboat",
    "babysitting babysitter nanny childminder", "plane aircraft aeroplane", "laundry washing", "holiday vacation holidays", "guide ranger",
    "amex american", "instalment instalments installment installments", "lessons classes course lesson class", "season time month months when",
    "ship boat vessel", "borrow lend lent rent rented hire rental loan", "discount reduction off reduced cheaper", "eu european", "usa american us", "age years aged old", "christmas december",
    "sleep sleeps accommodate fit capacity hold holds", "wedding married marriage", "located location lie lies situated stands address where", "leave left depart departure",
];

/// The stems of the other words of a word's families.
pub(crate) fn kin(tongue: Tongue, word: &str, stem: &str) -> Vec<String> {
    if tongue != Tongue::English {
        return Vec::new();
    }
    let mut others: Vec<String> = Vec::new();
    for family in FAMILIES {
        let of_it = |other: &str| other == word || tongue.stem(other) == stem;
        if family.split(' ').any(of_it) {
            others.extend(family.split(' ').map(|other| tongue.stem(other)).filter(|other| other != stem));
        }
    }
    others.sort_unstable();
    others.dedup();
    others
}
