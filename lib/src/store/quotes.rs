//! Quotes and their revisions. A revision is frozen with all it was computed from; it is stored compressed, because
//! a trace of three rooms over a month is long and says much the same.

use std::{
    collections::HashMap,
    io::{Read, Write},
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};

use super::{Between, Changes, Key, Order, Page, PageRequest, Store};
use crate::{
    error::{Error, Result},
    quote::{Quote, Revision},
    tenant::TenantId,
};

/// Largest revision that is read back, in bytes, so that no record can fill the memory.
const MAX_REVISION: u64 = 32 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Packed {
    revision: u32,
    #[serde(with = "serde_bytes")]
    gzip: Vec<u8>,
}

/// A packed revision with the sort key that names its quote.
#[derive(Deserialize)]
struct PackedOf {
    sk: String,
    revision: u32,
    #[serde(with = "serde_bytes")]
    gzip: Vec<u8>,
}

/// How often something was seen.
#[derive(Deserialize)]
struct Views {
    value: u64,
}

impl Changes {
    /// A new quote with its first revision; guard `quote` when it is there already.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn create_quote(self, tenant: &TenantId, quote: &Quote, revision: &Revision) -> Result<Self> {
        self.create("quote", &key(tenant, &quote.id), quote)?.create_revision(tenant, &quote.id, revision)
    }

    /// A quote in place of the version it was read in; guard `quote` when it changed since.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn replace_quote(self, tenant: &TenantId, quote: &Quote, expected: u64) -> Result<Self> {
        self.replace("quote", &key(tenant, &quote.id), quote, expected)
    }

    /// A draft in place of what it was.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn put_revision(self, tenant: &TenantId, quote_id: &str, revision: &Revision) -> Result<Self> {
        self.put(&revision_key(tenant, quote_id, revision.revision), &packed(revision)?)
    }

    /// Another revision of a quote; guard `revision` when it is there already.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn create_revision(self, tenant: &TenantId, quote_id: &str, revision: &Revision) -> Result<Self> {
        let key = revision_key(tenant, quote_id, revision.revision);
        self.create("revision", &key, &packed(revision)?)
    }
}

impl Store {
    /// A tenant's quote.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the table does not answer.
    pub async fn quote(&self, tenant: &TenantId, quote_id: &str) -> Result<Option<Quote>> {
        self.get(&key(tenant, quote_id)).await
    }

    /// One revision of a quote.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn revision(&self, tenant: &TenantId, quote_id: &str, revision: u32) -> Result<Option<Revision>> {
        let packed: Option<Packed> = self.get(&revision_key(tenant, quote_id, revision)).await?;
        packed.map(|packed| unpacked(&packed)).transpose()
    }

    /// A tenant's quotes, newest first.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn quotes(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Quote>> {
        self.list(tenant, "quote", Order::Descending, page).await
    }

    /// A tenant's quotes of these ids.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn quotes_of(&self, tenant: &TenantId, quote_ids: &[&str]) -> Result<Vec<Quote>> {
        let keys: Vec<Key> = quote_ids.iter().map(|id| key(tenant, id)).collect();
        self.get_all(&keys).await
    }

    /// A tenant's quotes between two ids, oldest first.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn quotes_between(&self, tenant: &TenantId, ids: &Between) -> Result<Vec<Quote>> {
        self.all_between(tenant, "quote", ids).await
    }

    /// Revisions by quote and number.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn revisions(
        &self,
        tenant: &TenantId,
        wanted: &[(&str, u32)],
    ) -> Result<HashMap<(String, u32), Revision>> {
        let mut found = HashMap::new();
        for part in wanted.chunks(50) {
            let keys: Vec<Key> = part.iter().map(|(id, number)| revision_key(tenant, id, *number)).collect();
            let packed: Vec<PackedOf> = self.get_all(&keys).await?;
            for one in packed {
                let Some((id, _)) = one.sk.split_once('#').map(|(id, number)| (id.to_owned(), number.to_owned()))
                else {
                    continue;
                };
                let packed = Packed { revision: one.revision, gzip: one.gzip };
                found.insert((id, packed.revision), unpacked(&packed)?);
            }
        }
        Ok(found)
    }

    /// Counts one more view of a revision.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn count_view(&self, tenant: &TenantId, quote_id: &str, revision: u32) -> Result<u64> {
        self.count_up(&views_key(tenant, quote_id, revision)).await
    }

    /// How often a revision was viewed.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn views(&self, tenant: &TenantId, quote_id: &str, revision: u32) -> Result<u64> {
        let views: Option<Views> = self.get(&views_key(tenant, quote_id, revision)).await?;
        Ok(views.map_or(0, |views| views.value))
    }

    /// The next number of a year's quotes.
    ///
    /// # Errors
    /// As [`Store::quote`].
    pub async fn next_quote_number(&self, tenant: &TenantId, year: i16) -> Result<String> {
        let count = self.count_up(&Key::of(tenant, "counter", format!("quote#{year}"))).await?;
        Ok(format!("Q-{year}-{count:04}"))
    }
}

fn packed(revision: &Revision) -> Result<Packed> {
    let json = serde_json::to_vec(revision).map_err(Error::internal)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(&json).map_err(Error::internal)?;
    Ok(Packed { revision: revision.revision, gzip: gzip.finish().map_err(Error::internal)? })
}

fn unpacked(packed: &Packed) -> Result<Revision> {
    let mut json = Vec::new();
    GzDecoder::new(&packed.gzip[..]).take(MAX_REVISION).read_to_end(&mut json).map_err(Error::internal)?;
    serde_json::from_slice(&json).map_err(Error::internal)
}

fn key(tenant: &TenantId, quote_id: &str) -> Key {
    Key::of(tenant, "quote", quote_id)
}

fn views_key(tenant: &TenantId, quote_id: &str, revision: u32) -> Key {
    Key::of(tenant, "counter", format!("views#{quote_id}#{revision:05}"))
}

fn revision_key(tenant: &TenantId, quote_id: &str, revision: u32) -> Key {
    Key::of(tenant, "revision", format!("{quote_id}#{revision:05}"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use jiff::{Timestamp, ToSpan, civil::Date};

    use super::*;
    use crate::{
        party::{Room, Stay},
        pricing::{PriceRequest, Settings, Snapshot, price, reprice},
        rates::{self, RateBook},
        tenant::Config,
    };

    /// A revision of what a party would be offered on a day.
    fn revision(book: &RateBook, number: u32) -> Revision {
        let first: Date = "2027-01-04".parse().unwrap();
        let check_in = first.checked_add(i64::from(number).days()).unwrap();
        let stay = Stay { check_in, check_out: check_in.checked_add(i64::from(number % 11 + 1).days()).unwrap() };
        let ages = |count: u32| (0..count).map(|child| u8::try_from((number + child * 5) % 16).unwrap()).collect();
        let rooms: Vec<Room> = (0..=number % 3)
            .map(|room| Room { adults: (number + room) % 3 + 1, child_ages: ages(number % 4) })
            .collect();
        let mut config = Config::new("Africa/Johannesburg", "ZAR".parse().unwrap());
        config.quoting.markup_pct = rust_decimal::Decimal::new(i64::from(number % 40), 1);
        let request = PriceRequest::new(rooms.clone(), stay);
        let settings = Settings::new(&config, Vec::new(), Vec::new());
        let options = price(book, &request, &settings).options;
        Revision {
            revision: number,
            created_at: Timestamp::UNIX_EPOCH,
            stay,
            rooms,
            snapshot: Snapshot::of(book, &request, &settings, &options),
            options,
            notes: Vec::new(),
        }
    }

    #[test]
    fn five_hundred_revisions_are_computed_again_from_what_was_stored_byte_for_byte() {
        let rows = rates::csv::read(include_bytes!("../../../tests/fixtures/demo/rates.csv")).unwrap();
        let book = RateBook::compile(rows);
        let mut offered = 0;
        for number in 1..=500 {
            let before = revision(&book, number);
            let stored = unpacked(&packed(&before).unwrap()).unwrap();
            let again = reprice(&stored.snapshot);
            assert_eq!(serde_json::to_vec(&before.options).unwrap(), serde_json::to_vec(&again).unwrap(), "{number}");
            assert_eq!(before.hash(), stored.hash(), "{number}");
            offered += before.options.len();
        }
        assert!(offered > 500, "most of them offer something: {offered}");
    }
}
