//! Bookings as records. Each lies under its id; the quote it came of names it.

use super::{Changes, Key, Order, Page, PageRequest, Store};
use crate::{booking::Booking, error::Result, tenant::TenantId};

impl Changes {
    /// A booking nobody knows yet; guard `booking`.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn create_booking(self, tenant: &TenantId, booking: &Booking) -> Result<Self> {
        self.create("booking", &key(tenant, &booking.id), booking)
    }

    /// A booking in place of the version it was read in; guard `booking` when it changed since.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn replace_booking(self, tenant: &TenantId, booking: &Booking, expected: u64) -> Result<Self> {
        self.replace("booking", &key(tenant, &booking.id), booking, expected)
    }
}

impl Store {
    /// A tenant's booking.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn booking(&self, tenant: &TenantId, booking_id: &str) -> Result<Option<Booking>> {
        self.get(&key(tenant, booking_id)).await
    }

    /// A tenant's bookings, newest first.
    ///
    /// # Errors
    /// As [`Store::booking`].
    pub async fn bookings(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Booking>> {
        self.list(tenant, "booking", Order::Descending, page).await
    }
}

fn key(tenant: &TenantId, booking_id: &str) -> Key {
    Key::of(tenant, "booking", booking_id)
}
