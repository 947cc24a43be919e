//! How much of its plan an agency has used.

use serde::Serialize;
use utoipa::ToSchema;

/// What an agency uses, beside what its plan allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PlanUsage)]
pub struct Usage {
    /// The calendar month that quotes are counted in, in the agency's time zone.
    #[schema(example = "2027-07")]
    pub month: String,
    /// Users, open invitations included.
    pub users: Used,
    /// Quotes written this month.
    pub monthly_quotes: Used,
    /// Files and raw mail together, in megabytes.
    pub storage_mb: Used,
    /// Requests a minute over all users.
    pub requests_per_minute: u32,
}

/// A part of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PlanUsed)]
pub struct Used {
    /// So much is used.
    pub used: u64,
    /// So much is allowed.
    pub limit: u64,
}
