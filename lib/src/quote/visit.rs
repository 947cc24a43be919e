//! Who opened a traveller's link: a person, or a machine that looks ahead of one.

/// What the request says about who opens the link.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening<'a> {
    /// `User-Agent`.
    pub user_agent: Option<&'a str>,
    /// `Sec-Purpose`, `Purpose`, `X-Purpose` and `X-Moz`, whichever came.
    pub purposes: [Option<&'a str>; 4],
    /// `Sec-Fetch-Site`: the agency's own console opens the link from the same origin, a mail does not.
    pub fetch_site: Option<&'a str>,
    /// Whether somebody signed in opens it.
    pub signed_in: SignedIn,
}

/// Whether a request carries a token of ours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SignedIn {
    /// It does: the agency itself.
    Yes,
    /// It does not: a traveller, perhaps.
    #[default]
    No,
}

/// Words in the `User-Agent` of programs that fetch a link because it stood in a mail or a chat.
const MACHINES: [&str; 34] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "preview",
    "prerender",
    "prefetch",
    "scan",
    "monitor",
    "archiver",
    "validator",
    "fetcher",
    "facebookexternalhit",
    "facebookcatalog",
    "meta-externalagent",
    "whatsapp",
    "skypeuripreview",
    "microsoft office",
    "msoffice",
    "ms-office",
    "safelinks",
    "google-safety",
    "googleimageproxy",
    "google-read-aloud",
    "feedfetcher",
    "yahoomailproxy",
    "proofpoint",
    "mimecast",
    "barracuda",
    "urldefense",
    "symantec",
    "embedly",
    "iframely",
    "pinterest",
];

/// Whether this opening counts as the traveller's view.
#[must_use]
pub fn is_view(opening: &Opening<'_>) -> bool {
    let ahead = |purpose: &str| {
        let purpose = purpose.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|word| purpose.contains(word))
    };
    let agent = opening.user_agent.unwrap_or_default().to_ascii_lowercase();
    opening.signed_in == SignedIn::No
        && opening.fetch_site != Some("same-origin")
        && !opening.purposes.iter().flatten().any(|purpose| ahead(purpose))
        && !MACHINES.iter().any(|machine| agent.contains(machine))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                         Version/18.1 Mobile/15E148 Safari/604.1";

    #[test]
    fn a_person_is_a_view_and_a_machine_is_none() {
        let by = |user_agent| is_view(&Opening { user_agent: Some(user_agent), ..Opening::default() });
        assert!(by(PHONE));
        for machine in [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "WhatsApp/2.23.20.0",
            "TelegramBot (like TwitterBot)",
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        ] {
            assert!(!by(machine), "{machine}");
        }
    }

    #[test]
    fn looking_ahead_and_the_agency_itself_are_no_views() {
        let person = Opening { user_agent: Some(PHONE), fetch_site: Some("none"), ..Opening::default() };
        assert!(is_view(&person));
        for purpose in ["prefetch", "prefetch;prerender", "preview", "Prefetch"] {
            assert!(!is_view(&Opening { purposes: [None, Some(purpose), None, None], ..person }), "{purpose}");
        }
        assert!(!is_view(&Opening { fetch_site: Some("same-origin"), ..person }));
        assert!(!is_view(&Opening { signed_in: SignedIn::Yes, ..person }));
    }
}
