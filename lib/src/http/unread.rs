//! What a handler leaves of a request's body. Whoever still writes it must hear the answer, and be able to use the connection
//! again: so it is read on and thrown away, within limits, before the answer leaves.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, HttpBody},
    extract::Request,
};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;

/// Bytes that are read and thrown away.
const MOST: usize = 64 * 1024 * 1024;
/// How long a caller may take to send them.
const PATIENCE: Duration = Duration::from_secs(5);

/// A body that is lent to a handler.
#[derive(Clone)]
pub(super) struct Lent(Arc<Mutex<Body>>);

impl Lent {
    /// The request with its body lent.
    pub(super) fn out_of(request: Request) -> (Request, Self) {
        let (parts, body) = request.into_parts();
        let lent = Self(Arc::new(Mutex::new(body)));
        (Request::from_parts(parts, Body::new(lent.clone())), lent)
    }

    /// Reads what was left.
    pub(super) async fn drain(self) {
        if !self.is_end_stream() {
            // Who takes longer than that is not waited for.
            let _ = tokio::time::timeout(PATIENCE, drain(Body::new(self))).await;
        }
    }

    fn with<T>(&self, look: impl FnOnce(&mut Body) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpBody for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.with(|body| Pin::new(body).poll_frame(context))
    }

    fn is_end_stream(&self) -> bool {
        self.with(|body| body.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.with(|body| body.size_hint())
    }
}

/// Reads on for a while without keeping anything.
pub(super) async fn drain(mut body: Body) {
    let mut left = MOST;
    while let Some(Ok(frame)) = body.frame().await {
        left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
        if left == 0 {
            return;
        }
    }
}
