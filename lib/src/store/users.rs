//! Users and all that stands between a person and an agency: sign-in addresses, sessions, invitations, links for a new
//! password, and the devices they are known by.

use serde::{Deserialize, Serialize};

use super::{Changes, Key, Order, Page, PageRequest, Store};
use crate::{
    error::Result,
    invitation::Invitation,
    session::SessionRecord,
    tenant::{Slug, Tenant, TenantId},
    user::User,
};

/// A sign-in address that leads to a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Login {
    tenant_id: Slug,
    user_id: String,
}

/// A link for a new password, as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetRecord {
    /// Digest of the link's token.
    pub digest: String,
    /// Whose password.
    pub user_id: String,
    /// The user's epoch when it was mailed: any new password ends it.
    pub epoch: u64,
    /// When it ends, in seconds since 1970 (the table's TTL attribute).
    pub expires_at: i64,
}

/// A device that a user has signed in on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDevice {
    /// Whose.
    pub user_id: String,
    /// When it is forgotten, in seconds since 1970 (the table's TTL attribute).
    pub expires_at: i64,
}

impl Store {
    /// The user who signs in with an address, and their tenant. An unknown address costs the same two reads.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn user_of_login(&self, email: &str) -> Result<Option<(Tenant, User)>> {
        let login: Option<Login> = self.get(&Key::global("LOGIN", email)).await?;
        let (tenant, user) = match login {
            Some(login) => {
                let tenant = TenantId::proven(login.tenant_id);
                (Tenant::key(&tenant), user_key(&tenant, &login.user_id))
            }
            None => (Key::global("NOBODY", "tenant"), Key::global("NOBODY", "user")),
        };
        Ok(match self.get_both::<Tenant, User>(&tenant, &user).await? {
            (Some(tenant), Some(user)) => Some((tenant, user)),
            _ => None,
        })
    }

    /// A user of a tenant.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn user(&self, tenant: &TenantId, user_id: &str) -> Result<Option<User>> {
        self.get(&user_key(tenant, user_id)).await
    }

    /// Some users of a tenant, in the order they joined.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn users(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<User>> {
        self.list(tenant, "user", Order::Ascending, page).await
    }

    /// Every user of a tenant.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn all_users(&self, tenant: &TenantId) -> Result<Vec<User>> {
        self.list_all(tenant, "user").await
    }

    /// A user with one of their sessions, as both are now.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn session_with_user(
        &self,
        tenant: &TenantId,
        user_id: &str,
        session_id: &str,
    ) -> Result<(Option<SessionRecord>, Option<User>)> {
        self.get_both(&session_key(tenant, user_id, session_id), &user_key(tenant, user_id)).await
    }

    /// Some sessions of a user, newest first; those that ended may be among them.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn sessions(&self, tenant: &TenantId, user_id: &str, page: &PageRequest) -> Result<Page<SessionRecord>> {
        self.list_under(tenant, "session", &format!("{user_id}#"), Order::Descending, page).await
    }

    /// An open invitation.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn invitation(&self, tenant: &TenantId, id: &str) -> Result<Option<Invitation>> {
        self.get(&invitation_key(tenant, id)).await
    }

    /// Some open invitations, newest first.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn invitations(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Invitation>> {
        self.list(tenant, "invitation", Order::Descending, page).await
    }

    /// Every open invitation.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn all_invitations(&self, tenant: &TenantId) -> Result<Vec<Invitation>> {
        self.list_all(tenant, "invitation").await
    }

    /// How often the tenant's circle of users was widened: what an invitation is counted against.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn circle(&self, tenant: &TenantId) -> Result<u64> {
        Ok(self.get::<Circle>(&circle_key(tenant)).await?.map_or(0, |circle| circle.version))
    }

    /// A link for a new password, by its token's digest.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn reset(&self, tenant: &TenantId, digest: &str) -> Result<Option<ResetRecord>> {
        self.get(&reset_key(tenant, digest)).await
    }

    /// Devices of a user; what is wanted is whether this one is among them, and whether there is any.
    ///
    /// # Errors
    /// As [`Store::user_of_login`].
    pub async fn devices(&self, tenant: &TenantId, user_id: &str, device: &str) -> Result<Devices> {
        if self.get::<KnownDevice>(&device_key(tenant, user_id, device)).await?.is_some() {
            return Ok(Devices::Known);
        }
        let first = PageRequest { limit: 1, after: None };
        let page: Page<KnownDevice> =
            self.list_under(tenant, "device", &format!("{user_id}#"), Order::Ascending, &first).await?;
        Ok(if page.items.is_empty() { Devices::None } else { Devices::Others })
    }
}

/// What a user's devices are to one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Devices {
    /// There are none yet.
    None,
    /// It is among them.
    Known,
    /// There are others alone.
    Others,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Circle {
    version: u64,
}

impl Changes {
    /// A new user with their sign-in address; guard `email` when somebody signs in with it already.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn join(self, tenant: &TenantId, user: &User) -> Result<Self> {
        let login = Login { tenant_id: tenant.slug().clone(), user_id: user.id.clone() };
        self.create("email", &Key::global("LOGIN", &user.email), &login)?.create(
            "email",
            &user_key(tenant, &user.id),
            user,
        )
    }

    /// A user in place of the version it was read in; guard `user` when they changed since.
    ///
    /// # Errors
    /// As [`Changes::replace`].
    pub fn replace_user(self, tenant: &TenantId, user: &User, expected: u64) -> Result<Self> {
        self.replace("user", &user_key(tenant, &user.id), user, expected)
    }

    /// Demands that a user is still what they were when they were read; guard `witness`.
    pub fn witness_user(self, tenant: &TenantId, user: &User) -> Self {
        self.witness("witness", &user_key(tenant, &user.id), user.version)
    }

    /// Removes a user with their sign-in address; guard `user` when they are gone already.
    pub fn leave(self, tenant: &TenantId, user: &User) -> Self {
        self.take("user", &user_key(tenant, &user.id), "email", &user.email).delete(&Key::global("LOGIN", &user.email))
    }

    /// Begins a session.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn begin_session(self, tenant: &TenantId, session: &SessionRecord) -> Result<Self> {
        self.put(&session_key(tenant, &session.user_id, &session.id), session)
    }

    /// Moves a session on from the version it was read in; guard `session` when somebody did so first.
    ///
    /// # Errors
    /// As [`Changes::replace`].
    pub fn renew_session(self, tenant: &TenantId, session: &SessionRecord, expected: u64) -> Result<Self> {
        self.replace("session", &session_key(tenant, &session.user_id, &session.id), session, expected)
    }

    /// Ends a session.
    pub fn end_session(self, tenant: &TenantId, user_id: &str, session_id: &str) -> Self {
        self.delete(&session_key(tenant, user_id, session_id))
    }

    /// A new invitation; guard `invitation`.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn invite(self, tenant: &TenantId, invitation: &Invitation) -> Result<Self> {
        self.create("invitation", &invitation_key(tenant, &invitation.id), invitation)
    }

    /// Counts a widening of the circle of users on from `seen`; guard `circle` when another came first.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn widen_circle(self, tenant: &TenantId, seen: u64) -> Result<Self> {
        let (key, circle) = (circle_key(tenant), Circle { version: seen + 1 });
        match seen {
            0 => self.create("circle", &key, &circle),
            _ => self.replace("circle", &key, &circle, seen),
        }
    }

    /// An invitation with a new token in place of the one it was read with; guard `invitation`.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn renew_invitation(self, tenant: &TenantId, invitation: &Invitation, read_digest: &str) -> Result<Self> {
        let key = invitation_key(tenant, &invitation.id);
        self.exchange("invitation", &key, invitation, ("digest", read_digest))
    }

    /// Takes an invitation away, as it was read; guard `invitation` when it was taken up, revoked or renewed since.
    pub fn take_invitation(self, tenant: &TenantId, invitation: &Invitation) -> Self {
        self.take("invitation", &invitation_key(tenant, &invitation.id), "digest", &invitation.digest)
    }

    /// Remembers a link for a new password.
    ///
    /// # Errors
    /// As [`Changes::put`].
    pub fn remember_reset(self, tenant: &TenantId, reset: &ResetRecord) -> Result<Self> {
        self.put(&reset_key(tenant, &reset.digest), reset)
    }

    /// Uses up a link for a new password; guard `reset` when it was used before.
    pub fn take_reset(self, tenant: &TenantId, reset: &ResetRecord) -> Self {
        self.take("reset", &reset_key(tenant, &reset.digest), "digest", &reset.digest)
    }

    /// Gets to know a device.
    ///
    /// # Errors
    /// As [`Changes::create`]; guard `device` when it is known already.
    pub fn know_device(self, tenant: &TenantId, device: &str, known: &KnownDevice) -> Result<Self> {
        self.create("device", &device_key(tenant, &known.user_id, device), known)
    }
}

pub(super) fn user_key(tenant: &TenantId, user_id: &str) -> Key {
    Key::of(tenant, "user", user_id)
}

pub(super) fn session_key(tenant: &TenantId, user_id: &str, session_id: &str) -> Key {
    Key::of(tenant, "session", format!("{user_id}#{session_id}"))
}

fn invitation_key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "invitation", id)
}

fn circle_key(tenant: &TenantId) -> Key {
    Key::of(tenant, "circle", "users")
}

fn reset_key(tenant: &TenantId, digest: &str) -> Key {
    Key::of(tenant, "reset", digest)
}

fn device_key(tenant: &TenantId, user_id: &str, device: &str) -> Key {
    Key::of(tenant, "device", format!("{user_id}#{device}"))
}
