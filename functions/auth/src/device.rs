//! Telling devices apart by browser, system and network, well enough to warn somebody of a sign-in from a new one.

use std::net::IpAddr;

use tripdesk_core::seal::digest;

/// What somebody signs in on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Device {
    /// Browser and system in our own words, where they are known ones.
    pub(crate) known: Option<String>,
    /// For the user's own list of sessions: the same, or what the program calls itself.
    pub(crate) shown: String,
    /// What tells it from others. A browser stays the same device when it is updated or moves within its network.
    pub(crate) mark: String,
}

/// Browsers by what their name contains; the first that fits, because most also claim to be the later ones.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems, likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

impl Device {
    /// The device behind a `User-Agent` and an address.
    pub(crate) fn new(agent: &str, address: Option<IpAddr>) -> Self {
        let of = |names: &[(&str, &str)]| {
            names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| (*name).to_owned())
        };
        let known = of(&BROWSERS).zip(of(&SYSTEMS)).map(|(browser, system)| format!("{browser}, {system}"));
        let plain: String = agent.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').take(80).collect();
        let shown = known.clone().unwrap_or(plain);
        let what = known.as_deref().unwrap_or(agent);
        let mark = digest(format!("{what}\n{}", network(address)).as_bytes());
        Self { known, shown, mark }
    }
}

/// The network an address belongs to: what is left of it when a telephone or a provider changes the rest.
fn network(address: Option<IpAddr>) -> String {
    match address {
        Some(IpAddr::V4(address)) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}")
        }
        Some(IpAddr::V6(address)) => format!("{:?}", &address.segments()[..3]),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    const EDGE: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 \
                        Safari/537.36 Edg/142.0.0.0";

    #[test]
    fn browsers_are_named_in_our_own_words() {
        let shown = |agent| Device::new(agent, None).shown;
        assert_eq!(shown(FIREFOX), "Firefox, Linux");
        assert_eq!(shown(EDGE), "Edge, Windows");
        assert_eq!(shown("curl/8.5.0\u{7}é"), "curl/8.5.0");
        assert_eq!(Device::new("visit http://evil.example", None).known, None);
    }

    #[test]
    fn an_update_is_no_new_device_and_another_network_is() {
        let mark = |agent: &str, address: [u8; 4]| Device::new(agent, Some(IpAddr::from(address))).mark;
        let home = mark(FIREFOX, [198, 51, 100, 7]);
        assert_eq!(home, mark(&FIREFOX.replace("145", "146"), [198, 51, 100, 99]));
        assert_ne!(home, mark(EDGE, [198, 51, 100, 7]));
        assert_ne!(home, mark(FIREFOX, [203, 0, 113, 7]));
        assert_ne!(mark("tool/1", [1, 1, 1, 1]), mark("tool/2", [1, 1, 1, 1]));
    }
}
