//! HTTP connections, as the API and the embedded endpoint of AWS both take them: accepted until the stop, then given a while to
//! end.

use std::{error::Error, io, net::SocketAddr, time::Duration};

use hyper::{
    body::{Body, Incoming},
    server::conn::http1,
    service::HttpService,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};

use crate::stop::Stop;

/// The largest head of a request. No gateway lets so much through: what is too long is refused by whoever it is meant for,
/// in its own words, and not by a bare status.
const LARGEST_HEAD: usize = 2 << 20;

/// Serves `listener` until `stop`, each connection by a service of its own; open requests then have `grace` to end.
pub(crate) async fn serve<S, B>(
    listener: TcpListener,
    stop: Stop,
    grace: Duration,
    service_for: impl Fn(SocketAddr) -> S,
) where
    S: HttpService<Incoming, ResBody = B, Future: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
    B: Body<Data: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    let connections = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.wait() => break,
        };
        match accepted {
            Ok((stream, peer)) => connect(stream, service_for(peer), &connections),
            Err(error) => back_off(&error).await,
        }
    }
    if tokio::time::timeout(grace, connections.shutdown()).await.is_err() {
        tracing::debug!("requests were cut off by the stop");
    }
}

fn connect<S, B>(stream: TcpStream, service: S, connections: &GracefulShutdown)
where
    S: HttpService<Incoming, ResBody = B, Future: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
    B: Body<Data: Send, Error: Into<Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    // Small answers must not wait for a delayed acknowledgement; without the option it is only slower.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        // A client that goes away, or an ordered fault, ends here; neither is news.
        if let Err(error) = connection.await {
            tracing::trace!(%error, "a connection ended early");
        }
    });
}

/// Too many open files and the like pass; accepting again at once would spin.
async fn back_off(error: &io::Error) {
    tracing::warn!(%error, "a connection could not be accepted");
    tokio::time::sleep(Duration::from_millis(50)).await;
}
