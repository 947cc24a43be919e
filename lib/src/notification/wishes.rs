//! Which news somebody wishes to hear, and how.
//!
//! Invariant: who never chose sees everything in the API and gets no mail.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::NotificationKind;
use crate::error::FieldError;

/// Which news comes by mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailWish {
    /// None.
    #[default]
    None,
    /// News of the enquiries that the user looks after.
    Mine,
    /// All.
    All,
}

/// How one kind of news is told to one user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KindWish {
    /// Of what kind.
    pub kind: NotificationKind,
    /// Whether it is listed in the API and the console.
    pub app: bool,
    /// Whether it comes by mail.
    pub mail: MailWish,
}

/// What one user chose; kinds they did not choose about are not named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsWishes {
    /// The user.
    pub user_id: String,
    /// By kind.
    #[serde(default)]
    pub kinds: BTreeMap<NotificationKind, KindWish>,
}

impl NewsWishes {
    /// What a user chose, or everything wrong with it: a kind stands once.
    ///
    /// # Errors
    /// Each repeated kind by its path.
    pub fn chosen(user_id: &str, items: Vec<KindWish>) -> Result<Self, Vec<FieldError>> {
        let mut kinds = BTreeMap::new();
        let mut faults = Vec::new();
        for (place, wish) in items.into_iter().enumerate() {
            if kinds.insert(wish.kind, wish).is_some() {
                faults.push(FieldError::new(format!("items[{place}].kind"), "stands twice"));
            }
        }
        if faults.is_empty() { Ok(Self { user_id: user_id.to_owned(), kinds }) } else { Err(faults) }
    }

    /// How a kind is told.
    #[must_use]
    pub fn of(&self, kind: NotificationKind) -> KindWish {
        self.kinds.get(&kind).copied().unwrap_or(KindWish { kind, app: true, mail: MailWish::None })
    }

    /// Every kind, in the order of the kinds.
    #[must_use]
    pub fn every(&self) -> Vec<KindWish> {
        NotificationKind::ALL.into_iter().map(|kind| self.of(kind)).collect()
    }

    /// Whether news goes out by mail to the user with this address, `assigned` being who looks after its enquiry.
    #[must_use]
    pub fn wants_mail(&self, kind: NotificationKind, email: &str, assigned: Option<&str>) -> bool {
        match self.of(kind).mail {
            MailWish::None => false,
            MailWish::Mine => assigned.is_some_and(|assigned| assigned.eq_ignore_ascii_case(email)),
            MailWish::All => true,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn who_never_chose_sees_everything_and_gets_no_mail() {
        let wishes = NewsWishes::default();
        assert_eq!(wishes.every().len(), NotificationKind::ALL.len());
        assert!(wishes.every().iter().all(|wish| wish.app && wish.mail == MailWish::None));
    }

    #[test]
    fn mine_is_what_i_look_after() {
        let kind = NotificationKind::QuoteAccepted;
        let chosen = vec![KindWish { kind, app: false, mail: MailWish::Mine }];
        let wishes = NewsWishes::chosen("u", chosen.clone()).unwrap();
        assert!(wishes.wants_mail(kind, "nomsa@sunbird.example", Some("Nomsa@sunbird.example")));
        assert!(!wishes.wants_mail(kind, "nomsa@sunbird.example", Some("pieter@sunbird.example")));
        assert!(!wishes.wants_mail(kind, "nomsa@sunbird.example", None));
        assert!(!wishes.wants_mail(
            NotificationKind::QuoteSent,
            "nomsa@sunbird.example",
            Some("nomsa@sunbird.example")
        ));
        let twice = [chosen.clone(), chosen].concat();
        assert_eq!(NewsWishes::chosen("u", twice).unwrap_err()[0].field, "items[1].kind");
    }

    #[test]
    fn every_kind_stands_in_the_list_of_kinds() {
        let names: std::collections::BTreeSet<_> = NotificationKind::ALL.into_iter().collect();
        assert_eq!(names.len(), NotificationKind::ALL.len());
    }
}
