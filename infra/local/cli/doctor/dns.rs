//! One question to the machine's own name server: where mail for a domain goes (RFC 1035, MX). The standard library asks for
//! addresses alone.

use std::{
    fs,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use anyhow::{Context as _, ensure};
use tokio::{net::UdpSocket, time::timeout};

const MX: u16 = 15;
const PATIENCE: Duration = Duration::from_secs(5);

/// The hosts that take mail for a domain, as the name server tells them.
pub(super) async fn mail_hosts(domain: &str) -> anyhow::Result<Vec<String>> {
    let socket = UdpSocket::bind("0.0.0.0:0").await?;
    socket.connect(name_server().context("no name server is configured here")?).await?;
    let id = u16::from_be_bytes(tripdesk_core::ids::random());
    socket.send(&question(id, domain).context("not a domain name")?).await?;
    let mut answer = [0; 1_500];
    let length = timeout(PATIENCE, socket.recv(&mut answer)).await.context("the name server does not answer")??;
    let answer = &answer[..length];
    ensure!(answer.get(..2) == Some(&id.to_be_bytes()), "the name server answers something else");
    read(answer).context("the name server's answer cannot be read")
}

fn name_server() -> Option<SocketAddr> {
    let text = fs::read_to_string("/etc/resolv.conf").ok()?;
    let named = text.lines().find_map(|line| line.trim().strip_prefix("nameserver")?.trim().parse::<IpAddr>().ok());
    named.filter(IpAddr::is_ipv4).map(|server| SocketAddr::new(server, 53))
}

/// A question for MX records, with recursion.
fn question(id: u16, domain: &str) -> Option<Vec<u8>> {
    let mut message = [&id.to_be_bytes()[..], &[1, 0, 0, 1, 0, 0, 0, 0, 0, 0]].concat();
    for label in domain.split('.') {
        let length = u8::try_from(label.len()).ok().filter(|length| (1..=63).contains(length))?;
        message.push(length);
        message.extend_from_slice(label.as_bytes());
    }
    message.extend_from_slice(&[0, 0, 15, 0, 1]);
    Some(message)
}

/// The hosts of an answer's MX records.
fn read(message: &[u8]) -> Option<Vec<String>> {
    let number = |at: usize| Some(u16::from_be_bytes([*message.get(at)?, *message.get(at + 1)?]));
    let (questions, answers) = (number(4)?, number(6)?);
    let mut at = 12;
    for _ in 0..questions {
        at = name(message, at)?.1 + 4;
    }
    let mut hosts = Vec::new();
    for _ in 0..answers {
        at = name(message, at)?.1;
        let (kind, length) = (number(at)?, usize::from(number(at + 8)?));
        if kind == MX {
            hosts.push(name(message, at + 12)?.0);
        }
        at += 10 + length;
    }
    Some(hosts)
}

/// A name, pointers followed, and where the message goes on after it. Pointers lead backwards, so that it ends.
fn name(message: &[u8], mut at: usize) -> Option<(String, usize)> {
    let (mut labels, mut after) = (Vec::new(), None);
    loop {
        match usize::from(*message.get(at)?) {
            0 => return Some((labels.join("."), after.unwrap_or(at + 1))),
            length @ 1..=63 => {
                let label = message.get(at + 1..at + 1 + length)?;
                labels.push(String::from_utf8_lossy(label).to_lowercase());
                at += 1 + length;
            }
            high @ 192.. => {
                let target = (high & 63) << 8 | usize::from(*message.get(at + 1)?);
                after.get_or_insert(at + 2);
                if target >= at {
                    return None;
                }
                at = target;
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_with_its_pointers_and_a_loop_ends() {
        let mut message = question(7, "in.example.com").unwrap();
        message[7] = 1;
        let record = [&[192, 12, 0, 15, 0, 1, 0, 0, 1, 44, 0, 9, 0, 10, 4][..], b"mail", &[192, 15]].concat();
        message.extend_from_slice(&record);
        assert_eq!(read(&message).unwrap(), ["mail.example.com"]);
        let mut endless = question(7, "a").unwrap();
        endless[7] = 1;
        let end = u8::try_from(endless.len()).unwrap();
        endless.extend_from_slice(&[192, end]);
        assert_eq!(read(&endless), None);
        assert_eq!(read(&[0; 5]), None);
    }

    #[test]
    fn what_is_no_domain_is_not_asked_for() {
        assert!(question(1, "a..b").is_none() && question(1, &"x".repeat(64)).is_none());
    }
}
