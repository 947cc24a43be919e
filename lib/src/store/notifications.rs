//! News, who has read it, and who wishes to hear what.

use super::{Changes, Key, Order, Page, PageRequest, Store};
use crate::{
    error::Result,
    job::{Job, Work},
    notification::{NewsWishes, Notification},
    tenant::TenantId,
};

const WISHES: &str = "news-wishes";

impl Changes {
    /// News for the agency, and the promise to tell it by mail to those who wish it: the job has the notification's id, so
    /// that whoever saved the news can announce it.
    ///
    /// # Errors
    /// As [`Changes::create`].
    pub fn notify(self, tenant: &TenantId, news: &Notification) -> Result<Self> {
        let work = Work::Tell { notification_id: news.id.clone() };
        let job = Job::new(news.id.clone(), tenant.slug().clone(), work, &news.id, news.created_at);
        let mut changes = self.put(&key(tenant, &news.id), news)?.promise(tenant, &job)?;
        changes.news.push(news.id.clone());
        Ok(changes)
    }

    /// That somebody has read a piece of news; guard `read` when they had before. Others who read it at the same moment are
    /// not forgotten.
    pub fn mark_read(self, tenant: &TenantId, news_id: &str, user_id: &str) -> Self {
        self.append("read", &key(tenant, news_id), "read_by", user_id)
    }
}

impl Store {
    /// A tenant's notifications, newest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`](crate::error::Error::Unavailable) when the table does not answer.
    pub async fn notifications(&self, tenant: &TenantId, page: &PageRequest) -> Result<Page<Notification>> {
        self.list(tenant, "notification", Order::Descending, page).await
    }

    /// One notification.
    ///
    /// # Errors
    /// As [`Store::notifications`].
    pub async fn notification(&self, tenant: &TenantId, id: &str) -> Result<Option<Notification>> {
        self.get(&key(tenant, id)).await
    }

    /// What a user chose to hear.
    ///
    /// # Errors
    /// As [`Store::notifications`].
    pub async fn news_wishes(&self, tenant: &TenantId, user_id: &str) -> Result<NewsWishes> {
        Ok(self.get(&Key::of(tenant, WISHES, user_id)).await?.unwrap_or_default())
    }

    /// What everybody who chose chose.
    ///
    /// # Errors
    /// As [`Store::notifications`].
    pub async fn all_news_wishes(&self, tenant: &TenantId) -> Result<Vec<NewsWishes>> {
        self.list_all(tenant, WISHES).await
    }

    /// Keeps what a user chose.
    ///
    /// # Errors
    /// As [`Store::notifications`].
    pub async fn keep_news_wishes(&self, tenant: &TenantId, wishes: &NewsWishes) -> Result<()> {
        self.put(&Key::of(tenant, WISHES, &wishes.user_id), wishes).await
    }
}

fn key(tenant: &TenantId, id: &str) -> Key {
    Key::of(tenant, "notification", id)
}
