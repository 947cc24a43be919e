//! The SMTP server in front of [`receive`](crate::receive) (RFC 5321; ours, because the embeddable ones refuse the null sender
//! that bounces come with, and cannot be stopped).
//!
//! Invariant: `250` after the data means that the mail is stored. Only `CRLF . CRLF` ends a mail, so nothing inside one can
//! smuggle in a second (CVE-2023-51764). Memory per session is bounded by one mail.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::receive::{Envelope, LARGEST_MAIL, Receiver, Verdicts};
use crate::stop::Stop;

/// The time a client may be silent (RFC 5321, 4.5.3.2).
const PATIENCE: Duration = Duration::from_secs(300);
/// Sessions at once; more wait in the listener's queue.
const SESSIONS: usize = 64;
const LONGEST_COMMAND: usize = 2048;
/// More than the 100 that RFC 5321, 4.5.3.1.8 asks for.
const MOST_RECIPIENTS: usize = 1000;

/// Serves `listener` until `stop`.
pub(crate) async fn serve(listener: TcpListener, receiver: Arc<Receiver>, stop: Stop) {
    let free = Arc::new(Semaphore::new(SESSIONS));
    loop {
        let Ok(slot) = Arc::clone(&free).acquire_owned().await else { return };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.wait() => return,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "the SMTP server could not accept a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let (receiver, stop) = (Arc::clone(&receiver), stop.clone());
        tokio::spawn(async move {
            let mut session = Session::new(stream, receiver);
            tokio::select! {
                ended = session.converse() => if let Err(error) = ended {
                    tracing::debug!(%error, "an SMTP session broke off");
                },
                // A mail that was not acknowledged is the client's to send again.
                () = stop.wait() => drop(session.say("421 4.3.2 shutting down").await),
            }
            drop(slot);
        });
    }
}

/// One client's conversation.
struct Session {
    stream: BufReader<TcpStream>,
    receiver: Arc<Receiver>,
    from: Option<String>,
    to: Vec<String>,
}

/// What a command leads to.
enum Next {
    Reply(String),
    Data,
    Quit,
}

fn reply(text: &str) -> Next {
    Next::Reply(text.to_owned())
}

impl Session {
    fn new(stream: TcpStream, receiver: Arc<Receiver>) -> Self {
        // Replies are small and waited for; without the option it is only slower.
        let _ = stream.set_nodelay(true);
        Self { stream: BufReader::with_capacity(64 * 1024, stream), receiver, from: None, to: Vec::new() }
    }

    async fn converse(&mut self) -> io::Result<()> {
        self.say("220 tripdesk ESMTP").await?;
        loop {
            let line = match within(read_line(&mut self.stream, LONGEST_COMMAND)).await? {
                Line::End => return Ok(()),
                Line::TooLong => {
                    self.say("500 5.5.2 line too long").await?;
                    continue;
                }
                Line::Whole(line) => line,
            };
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            match self.command(&line) {
                Next::Reply(text) => self.say(&text).await?,
                Next::Quit => return self.say("221 2.0.0 bye").await,
                Next::Data => {
                    self.say("354 end with a dot alone").await?;
                    let answer = self.take_mail().await?;
                    self.say(&answer).await?;
                }
            }
        }
    }

    fn command(&mut self, line: &str) -> Next {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => {
                self.reset();
                Next::Reply(format!(
                    "250-tripdesk\r\n250-SIZE {LARGEST_MAIL}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES"
                ))
            }
            "HELO" => {
                self.reset();
                reply("250 tripdesk")
            }
            "MAIL" => self.mail(rest),
            "RCPT" => self.recipient(rest),
            "DATA" if self.from.is_none() => reply("503 5.5.1 MAIL first"),
            "DATA" if self.to.is_empty() => reply("554 5.5.1 no valid recipients"),
            "DATA" => Next::Data,
            "RSET" => {
                self.reset();
                reply("250 2.0.0 forgotten")
            }
            "NOOP" => reply("250 2.0.0 fine"),
            "VRFY" => reply("252 2.5.2 try it"),
            "QUIT" => Next::Quit,
            _ => reply("502 5.5.1 not known here"),
        }
    }

    fn mail(&mut self, rest: &str) -> Next {
        if self.from.is_some() {
            return reply("503 5.5.1 one sender at a time");
        }
        let Some((path, parameters)) = path(rest, "FROM:") else { return reply("501 5.1.7 bad sender") };
        let size =
            parameters.split(' ').find_map(|p| p.to_ascii_uppercase().strip_prefix("SIZE=")?.parse::<usize>().ok());
        if size.is_some_and(|size| size > LARGEST_MAIL) {
            return reply("552 5.3.4 too large");
        }
        self.from = Some(path);
        reply("250 2.1.0 sender ok")
    }

    fn recipient(&mut self, rest: &str) -> Next {
        if self.from.is_none() {
            return reply("503 5.5.1 MAIL first");
        }
        match path(rest, "TO:") {
            None => reply("501 5.1.3 bad recipient"),
            Some((address, _)) if !self.receiver.takes(&address) => reply("550 5.7.1 no such domain here"),
            Some(_) if self.to.len() >= MOST_RECIPIENTS => reply("452 4.5.3 too many recipients"),
            Some((address, _)) => {
                self.to.push(address);
                reply("250 2.1.5 recipient ok")
            }
        }
    }

    /// Reads the data and stores it; the answer to the client.
    async fn take_mail(&mut self) -> io::Result<String> {
        let mail = read_mail(&mut self.stream).await?;
        let envelope = Envelope {
            from: self.from.take().unwrap_or_default(),
            to: std::mem::take(&mut self.to),
            verdicts: Verdicts::default(),
        };
        let Some(mail) = mail else { return Ok("552 5.3.4 too large".to_owned()) };
        match self.receiver.receive(&mail, &envelope).await {
            Ok(id) => Ok(format!("250 2.6.0 stored as {id}")),
            Err(error) => {
                tracing::error!(%error, "a mail could not be stored");
                Ok("451 4.3.0 not stored, try again".to_owned())
            }
        }
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }

    async fn say(&mut self, text: &str) -> io::Result<()> {
        within(self.stream.write_all(format!("{text}\r\n").as_bytes())).await
    }
}

/// `FROM:<path> parameters`: the path without its brackets, and the parameters. Some clients put a space after the colon.
fn path(rest: &str, keyword: &str) -> Option<(String, String)> {
    let given = rest.get(..keyword.len())?;
    let rest = rest.get(keyword.len()..)?.trim_start();
    let inner = rest.strip_prefix('<')?;
    let mut quoted = false;
    let end = inner.find(|c: char| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    let (path, parameters) = inner.split_at(end);
    let well_formed = given.eq_ignore_ascii_case(keyword) && !path.chars().any(char::is_control);
    well_formed.then(|| (path.to_owned(), parameters.trim_start_matches('>').trim().to_owned()))
}

enum Line {
    /// With its line end.
    Whole(Vec<u8>),
    TooLong,
    End,
}

/// One line of at most `longest` bytes; a longer one is read to its end and dropped.
async fn read_line(stream: &mut (impl AsyncBufRead + Unpin), longest: usize) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut length = 0;
    loop {
        let read = (&mut *stream).take(longest as u64).read_until(b'\n', &mut line).await?;
        length += read;
        match (read, line.last()) {
            (0, _) => return Ok(Line::End),
            (_, Some(b'\n')) if length <= longest => return Ok(Line::Whole(line)),
            (_, Some(b'\n')) => return Ok(Line::TooLong),
            _ => line.clear(),
        }
    }
}

/// The data up to `CRLF . CRLF`, its leading dots undone (RFC 5321, 4.5.2). `None` when it is larger than [`LARGEST_MAIL`]; it
/// is then read to its end all the same, because a client hears no answer before.
async fn read_mail(stream: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut mail = Vec::new();
    let (mut line_begins, mut after_cr, mut too_large) = (true, false, false);
    loop {
        let start = mail.len();
        let mut piece = (&mut *stream).take(64 * 1024);
        if within(piece.read_until(b'\n', &mut mail)).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = mail.get(start..).unwrap_or_default();
        if line_begins && line == b".\r\n" {
            mail.truncate(start);
            return Ok((!too_large).then_some(mail));
        }
        let stuffed = line_begins && line.first() == Some(&b'.');
        line_begins = line.ends_with(b"\r\n") || (after_cr && line == b"\n");
        after_cr = line.ends_with(b"\r");
        if stuffed {
            mail.remove(start);
        }
        too_large |= mail.len() > LARGEST_MAIL;
        if too_large {
            mail.clear();
        }
    }
}

/// Ends a wait for a silent client.
async fn within<T>(work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => done,
        Err(_) => Err(io::ErrorKind::TimedOut.into()),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let cases = [
            ("FROM:<a@b>", Some(("a@b", ""))),
            ("from: <> SIZE=5 BODY=8BITMIME", Some(("", "SIZE=5 BODY=8BITMIME"))),
            ("FROM:<\"a>b\"@c>", Some(("\"a>b\"@c", ""))),
            ("FROM:a@b", None),
            ("FROM:<a@b", None),
            ("TO:<a@b>", None),
            ("", None),
            ("FRÖM:<a@b>", None),
        ];
        for (rest, expected) in cases {
            let found = path(rest, "FROM:");
            assert_eq!(found, expected.map(|(p, q)| (p.to_owned(), q.to_owned())), "{rest:?}");
        }
    }

    #[tokio::test]
    async fn only_a_dot_between_two_crlf_ends_a_mail() {
        let cases = [
            ("one\r\n.\r\nrest", "one\r\n"),
            (".\r\n", ""),
            ("..\r\n...x\r\n.\r\n", ".\r\n..x\r\n"),
            (".x\r\n.\r\n", "x\r\n"),
            ("one\n.\r\ntwo\r\n.\r\n", "one\n.\r\ntwo\r\n"),
            ("one\r\n.\ntwo\r\n.\r\n", "one\r\n\ntwo\r\n"),
        ];
        for (sent, mail) in cases {
            let got = read_mail(&mut sent.as_bytes()).await.unwrap().unwrap();
            assert_eq!(String::from_utf8(got).unwrap(), mail, "{sent:?}");
        }
        assert!(read_mail(&mut "cut off\r\n".as_bytes()).await.is_err());
    }

    #[tokio::test]
    async fn a_line_longer_than_the_buffer_is_one_line() {
        let long = format!("{}\r\n", "x".repeat(200_000));
        let got = read_mail(&mut format!("{long}.\r\n").as_bytes()).await.unwrap().unwrap();
        assert_eq!(got.len(), long.len());
        let split_crlf = format!("{}\r\n.\r\n", "y".repeat(64 * 1024 - 1));
        let got = read_mail(&mut split_crlf.as_bytes()).await.unwrap().unwrap();
        assert_eq!(got.len(), 64 * 1024 + 1);
    }

    #[tokio::test]
    async fn a_command_that_is_too_long_is_dropped_whole() {
        let input = format!("{}\r\nNOOP\r\n", "x".repeat(9_000));
        let mut stream = input.as_bytes();
        assert!(matches!(read_line(&mut stream, 100).await.unwrap(), Line::TooLong));
        assert!(matches!(read_line(&mut stream, 100).await.unwrap(), Line::Whole(line) if line == b"NOOP\r\n"));
        assert!(matches!(read_line(&mut stream, 100).await.unwrap(), Line::End));
    }
}
