//! Handing a mail to a running platform, over SMTP (RFC 5321) as any mail server would.

use std::{net::SocketAddr, path::Path, time::Duration};

use anyhow::{Context as _, bail};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    time::timeout,
};

use super::output::Output;

/// How long each answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends one mail.
pub(super) async fn run(mail: &Path, from: &str, to: &str, smtp: SocketAddr, output: &Output) -> anyhow::Result<()> {
    let bytes = tokio::fs::read(mail).await.with_context(|| format!("cannot read {}", mail.display()))?;
    for address in [from, to] {
        if address.chars().any(|c| c.is_whitespace() || c.is_control() || c == '<' || c == '>') {
            bail!("{address:?} is not an address");
        }
    }
    let stream = TcpStream::connect(smtp).await.with_context(|| format!("no platform answers at {smtp}"))?;
    let (reader, writer) = stream.into_split();
    let mut talk = Talk { reader: BufReader::new(reader), writer };
    talk.expect("220", b"").await?;
    talk.expect("250", b"EHLO localhost\r\n").await?;
    talk.expect("250", format!("MAIL FROM:<{from}>\r\n").as_bytes()).await?;
    talk.expect("250", format!("RCPT TO:<{to}>\r\n").as_bytes()).await?;
    talk.expect("354", b"DATA\r\n").await?;
    let answer = talk.expect("250", &stuffed(&bytes)).await?;
    talk.expect("221", b"QUIT\r\n").await?;
    output.result(answer.trim());
    Ok(())
}

struct Talk {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
}

impl Talk {
    /// Says something and waits for the answer with this code.
    async fn expect(&mut self, code: &str, words: &[u8]) -> anyhow::Result<String> {
        self.writer.write_all(words).await?;
        let mut line = String::new();
        loop {
            line.clear();
            let read =
                timeout(PATIENCE, self.reader.read_line(&mut line)).await.context("the platform does not answer")??;
            if read == 0 {
                bail!("the platform closed the connection");
            }
            if line.as_bytes().get(3) != Some(&b'-') {
                break;
            }
        }
        if line.starts_with(code) { Ok(line) } else { bail!("refused: {}", line.trim()) }
    }
}

/// The mail with CRLF line ends, leading dots doubled, and the end mark (RFC 5321, section 4.5.2).
fn stuffed(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len() + 64);
    let body = mail.strip_suffix(b"\n").unwrap_or(mail);
    for line in body.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.first() == Some(&b'.') {
            out.push(b'.');
        }
        out.extend_from_slice(line);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_sent_with_its_dots_doubled() {
        assert_eq!(stuffed(b"a\n.b\r\n..\n"), b"a\r\n..b\r\n...\r\n.\r\n");
        assert_eq!(stuffed(b"a"), b"a\r\n.\r\n");
    }
}
