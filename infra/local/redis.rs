//! The way to Redis, where `REDIS_URL` names one: through a door on this machine, so that the fault switch stands in front of
//! it as it stands in front of AWS.
//!
//! Invariant: commands and answers pass unchanged and in order, one at a time; only their ends are looked for (RESP, versions 2
//! and 3). An encrypted connection is not looked into: it goes past the door.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::{
    faults::{Faults, Mode, Service},
    stop::Stop,
};

/// The longest that a `timeout` fault keeps a client waiting.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);
/// The largest command or answer that passes.
const LARGEST: usize = 64 * 1024 * 1024;

/// Where a `redis://` address leads, and the same address through a door; `None` for one that cannot be looked into.
pub(crate) fn through(url: &str, door: SocketAddr) -> Option<(String, String)> {
    let rest = url.strip_prefix("redis://")?;
    let (authority, path) =
        rest.split_once('/').map_or((rest, String::new()), |(host, path)| (host, format!("/{path}")));
    let (login, host) =
        authority.rsplit_once('@').map_or((String::new(), authority), |(login, host)| (format!("{login}@"), host));
    let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    let server = if has_port { host.to_owned() } else { format!("{host}:6379") };
    Some((server, format!("redis://{login}{door}{path}")))
}

/// Lets clients through to `server` until `stop`.
pub(crate) async fn serve(door: TcpListener, server: String, faults: Arc<Faults>, stop: Stop) {
    loop {
        let accepted = tokio::select! {
            accepted = door.accept() => accepted,
            () = stop.wait() => return,
        };
        let Ok((client, _)) = accepted else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (server, faults, stop) = (server.clone(), Arc::clone(&faults), stop.clone());
        tokio::spawn(async move {
            let passed = tokio::select! {
                passed = pass(client, &server, &faults, &stop) => passed,
                () = stop.wait() => return,
            };
            // A client that goes away, a server that is not there: both end here, and the client finds out by itself.
            if let Err(error) = passed {
                tracing::trace!(%error, "a connection to redis ended early");
            }
        });
    }
}

async fn pass(client: TcpStream, server: &str, faults: &Faults, stop: &Stop) -> io::Result<()> {
    let mut client = Side::new(client)?;
    let mut server = Side::new(TcpStream::connect(server).await?)?;
    while let Some(command) = client.next().await? {
        match faults.strike(Service::Redis, &name(&command)) {
            None => {
                server.stream.write_all(&command).await?;
                let Some(answer) = server.next().await? else { return Ok(()) };
                client.stream.write_all(&answer).await?;
            }
            Some(Mode::Throttle) => client.stream.write_all(b"-BUSY Redis is busy, as ordered\r\n").await?,
            Some(Mode::Error) => client.stream.write_all(b"-ERR failed, as ordered\r\n").await?,
            Some(Mode::Timeout) => {
                stop.sleep(LONGEST_SILENCE).await;
                return Ok(());
            }
            Some(Mode::DropResponse) => {
                server.stream.write_all(&command).await?;
                server.next().await?;
                return Ok(());
            }
        }
    }
    Ok(())
}

/// One end of a connection, read value by value.
struct Side {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Side {
    fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::new() })
    }

    /// The next whole value, or `None` when the other end has closed.
    async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(length) = end(&self.read) {
                let rest = self.read.split_off(length);
                return Ok(Some(std::mem::replace(&mut self.read, rest)));
            }
            if self.read.len() > LARGEST || self.stream.read_buf(&mut self.read).await? == 0 {
                return Ok(None);
            }
        }
    }
}

/// Where the first value ends, if it is all there. What is no RESP never ends.
fn end(bytes: &[u8]) -> Option<usize> {
    let line = bytes.windows(2).position(|two| two == b"\r\n")? + 2;
    let count = || std::str::from_utf8(&bytes[1..line - 2]).ok()?.parse::<i64>().ok();
    match bytes[0] {
        b'$' | b'!' | b'=' => {
            let length = usize::try_from(count()?).map_or(0, |length| length + 2);
            (bytes.len() >= line + length).then_some(line + length)
        }
        b'*' | b'~' | b'>' => ends(bytes, line, count()?),
        b'%' => ends(bytes, line, count()?.checked_mul(2)?),
        _ => Some(line),
    }
}

fn ends(bytes: &[u8], start: usize, count: i64) -> Option<usize> {
    let mut at = start;
    for _ in 0..count.max(0) {
        at += end(&bytes[at..])?;
    }
    Some(at)
}

/// A command's name: the first string of its array.
fn name(command: &[u8]) -> String {
    let word = command.split(|byte| *byte == b'\n').nth(2).unwrap_or_default();
    String::from_utf8_lossy(word).trim_end().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_where_it_ends() {
        let whole = [
            "+OK\r\n",
            ":1\r\n",
            "$5\r\na\r\nbc\r\n",
            "$-1\r\n",
            "*2\r\n$1\r\na\r\n*1\r\n:2\r\n",
            "%1\r\n+a\r\n:1\r\n",
            "*-1\r\n",
        ];
        for value in whole {
            assert_eq!(end(format!("{value}+more\r\n").as_bytes()), Some(value.len()), "{value:?}");
            for cut in 0..value.len() {
                assert_eq!(end(&value.as_bytes()[..cut]), None, "{value:?} cut at {cut}");
            }
        }
        assert_eq!(name(b"*2\r\n$7\r\nevalsha\r\n$1\r\na\r\n"), "EVALSHA");
    }

    #[test]
    fn an_address_leads_through_the_door() {
        let door = SocketAddr::from(([127, 0, 0, 1], 9));
        let of = |url| through(url, door);
        let both = |server: &str, url: &str| Some((server.to_owned(), url.to_owned()));
        assert_eq!(of("redis://127.0.0.1:7001"), both("127.0.0.1:7001", "redis://127.0.0.1:9"));
        assert_eq!(of("redis://u:p@cache/2"), both("cache:6379", "redis://u:p@127.0.0.1:9/2"));
        assert_eq!(of("rediss://cache:6380"), None);
    }
}
