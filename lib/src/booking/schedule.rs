//! What is to be paid when: a deposit soon, the balance some weeks before the journey.
//!
//! Invariant: the payments of a booking add up to its total, exactly.

use jiff::{Span, civil::Date};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{money::Money, tenant::BookingTerms};

/// One payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Payment {
    /// Which one.
    pub kind: PaymentKind,
    /// How much.
    pub amount: Money,
    /// Until when, in the agency's time zone.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// When it was made, once it was.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub paid_on: Option<Date>,
}

/// Which payment of a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// The first part.
    Deposit,
    /// The rest.
    Balance,
    /// Everything at once.
    Full,
}

/// The payments of a booking made `today`. One alone where the balance would be due no later than the deposit, or there is
/// nothing to divide.
#[must_use]
pub fn schedule(total: Money, terms: &BookingTerms, today: Date, check_in: Date) -> Vec<Payment> {
    let soon = later(today, terms.deposit_days).min(check_in.max(today));
    let balance_due = check_in.saturating_sub(Span::new().days(i64::from(terms.balance_days)));
    let deposit = total
        .amount
        .checked_mul(terms.deposit_pct)
        .map(|share| Money::new(share / Decimal::ONE_HUNDRED, total.currency).rounded())
        .filter(|deposit| deposit.amount > Decimal::ZERO && deposit.amount < total.amount);
    match deposit {
        Some(deposit) if balance_due > soon => {
            let balance = Money::new(total.amount - deposit.amount, total.currency);
            vec![payment(PaymentKind::Deposit, deposit, soon), payment(PaymentKind::Balance, balance, balance_due)]
        }
        None if terms.deposit_pct.is_zero() => vec![payment(PaymentKind::Full, total, balance_due.max(soon))],
        _ => vec![payment(PaymentKind::Full, total, soon)],
    }
}

fn later(day: Date, days: u16) -> Date {
    day.saturating_add(Span::new().days(i64::from(days)))
}

fn payment(kind: PaymentKind, amount: Money, due: Date) -> Payment {
    Payment { kind, amount, due, paid_on: None }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(terms: (u32, u16, u16), check_in: &str, expect: &str) {
        let (pct, deposit_days, balance_days) = terms;
        let terms = BookingTerms { deposit_pct: pct.into(), deposit_days, balance_days };
        let total = Money::new("20110".parse().unwrap(), "ZAR".parse().unwrap());
        let payments = schedule(total, &terms, "2026-11-24".parse().unwrap(), check_in.parse().unwrap());
        let said: Vec<String> =
            payments.iter().map(|one| format!("{:?} {} {}", one.kind, one.amount.amount, one.due)).collect();
        assert_eq!(said.join(", "), expect);
    }

    #[test]
    fn a_deposit_soon_and_the_balance_before_the_journey() {
        check((25, 7, 45), "2027-07-03", "Deposit 5027.50 2026-12-01, Balance 15082.50 2027-05-19");
        check((33, 7, 45), "2027-07-03", "Deposit 6636.30 2026-12-01, Balance 13473.70 2027-05-19");
        check((25, 7, 45), "2026-12-20", "Full 20110.00 2026-12-01");
        check((25, 7, 45), "2026-11-25", "Full 20110.00 2026-11-25");
        check((0, 7, 45), "2027-07-03", "Full 20110.00 2027-05-19");
        check((100, 7, 45), "2027-07-03", "Full 20110.00 2026-12-01");
    }

    proptest! {
        #[test]
        fn payments_add_up_and_come_in_order(
            cents in 1_i64..1_000_000_000, pct in 0_u32..=100, deposit in 0_u16..400, balance in 0_u16..400, ahead in 0_i64..900,
        ) {
            let total = Money::new(Decimal::new(cents, 2), "EUR".parse().unwrap());
            let terms = BookingTerms { deposit_pct: pct.into(), deposit_days: deposit, balance_days: balance };
            let today: Date = "2026-11-24".parse().unwrap();
            let check_in = today.saturating_add(Span::new().days(ahead));
            let payments = schedule(total, &terms, today, check_in);
            prop_assert_eq!(payments.iter().map(|one| one.amount.amount).sum::<Decimal>(), total.amount);
            prop_assert!(payments.iter().all(|one| one.amount.amount > Decimal::ZERO));
            prop_assert!(payments.iter().all(|one| one.due >= today && one.due <= check_in));
            prop_assert!(payments.is_sorted_by_key(|one| one.due));
        }
    }
}
