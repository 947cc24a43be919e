//! The life of a quote, written a second time and as short as it goes: what `lives` holds the platform against.

/// A revision as the model sees it.
#[derive(Debug, Clone)]
struct Revision {
    state: &'static str,
    /// Its last day, counted from the beginning of the life.
    until: i64,
    /// The day on which a reminder falls due.
    remind_on: Option<i64>,
}

/// What the model knows of one quote.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    revisions: Vec<Revision>,
    today: i64,
    is_confirmed: bool,
    mails: usize,
}

/// Days that a quote holds, and days after which a traveller is reminded, in the demo agency's settings.
const VALID: i64 = 14;
const FOLLOW_UP: i64 = 3;
const OPEN: [&str; 4] = ["draft", "ready", "sent", "viewed"];
const OUT: [&str; 2] = ["sent", "viewed"];

impl Model {
    /// A quote that was just drafted.
    pub(crate) fn draft() -> Self {
        Self { revisions: vec![Revision::draft(0)], today: 0, is_confirmed: false, mails: 0 }
    }

    /// The state of each revision.
    pub(crate) fn states(&self) -> Vec<&'static str> {
        self.revisions.iter().map(|one| one.state).collect()
    }

    /// Which revision counts, and its state.
    pub(crate) fn standing(&self) -> (usize, &'static str) {
        let accepted = self.revisions.iter().position(|one| one.state == "accepted");
        let place = accepted.unwrap_or(self.revisions.len() - 1);
        (place + 1, self.revisions[place].state)
    }

    /// How many mails the traveller has had.
    pub(crate) fn mails(&self) -> usize {
        self.mails
    }

    fn is_any(&self, states: &[&str]) -> bool {
        self.revisions.iter().any(|one| states.contains(&one.state))
    }

    fn turn(&mut self, from: &[&str], to: &'static str) {
        self.revisions.iter_mut().filter(|one| from.contains(&one.state)).for_each(|one| one.state = to);
    }

    /// The status that an act of the agency is answered with, and what it changes.
    pub(crate) fn act(&mut self, act: &str) -> u16 {
        if act == "book" {
            let first = self.is_any(&["accepted"]) && !self.is_confirmed;
            self.is_confirmed |= first;
            self.mails += usize::from(first);
            return if first { 201 } else { 409 };
        }
        if self.is_any(&["accepted"]) {
            return 409;
        }
        let today = self.today;
        let last = self.revisions.len() - 1;
        match (act, self.revisions[last].state) {
            ("ready", "draft") => {
                self.revisions[last].state = "ready";
                200
            }
            ("edit", "draft") => {
                self.revisions[last].renew(today);
                200
            }
            ("send", "draft" | "ready") => {
                let mut sent = self.revisions.remove(last);
                self.turn(&["draft", "ready", "sent", "viewed", "declined", "expired"], "superseded");
                sent.go_out(today);
                self.revisions.push(sent);
                self.mails += 1;
                202
            }
            ("resend", _) if self.is_any(&OUT) => {
                self.mails += 1;
                202
            }
            ("withdraw", _) if self.is_any(&OPEN) => {
                self.turn(&OPEN, "withdrawn");
                200
            }
            ("revise", state) if state != "draft" => {
                self.turn(&["ready"], "superseded");
                self.revisions.push(Revision::draft(today));
                201
            }
            _ => 409,
        }
    }

    /// The status that an act of the traveller on a revision is answered with, and what it changes.
    pub(crate) fn answer(&mut self, act: &str, place: usize) -> u16 {
        let state = self.revisions[place].state;
        let mut become_of_it = |to: &'static str| {
            self.revisions[place].state = to;
            200
        };
        match (act, state) {
            (_, "superseded" | "withdrawn") => 410,
            ("open", "sent") => become_of_it("viewed"),
            ("open" | "peek", _) => 200,
            ("decline", "sent" | "viewed") => become_of_it("declined"),
            ("accept", "sent" | "viewed") => {
                become_of_it("accepted");
                self.turn(&OPEN, "withdrawn");
                self.mails += 1;
                200
            }
            _ => 409,
        }
    }

    /// Days pass: what was out and has had its last day is expired.
    pub(crate) fn days_pass(&mut self, days: i64) {
        self.today += days;
        let past = |one: &&mut Revision| one.until < self.today && OUT.contains(&one.state);
        self.revisions.iter_mut().filter(past).for_each(|one| one.state = "expired");
    }

    /// The schedule reminds whoever has the newest revision and has not answered; each revision once.
    pub(crate) fn followed_up(&mut self) {
        let last = self.revisions.len() - 1;
        for (place, one) in self.revisions.iter_mut().enumerate() {
            if one.remind_on.take_if(|day| *day <= self.today).is_some() && place == last && OUT.contains(&one.state) {
                self.mails += 1;
            }
        }
    }
}

impl Revision {
    fn draft(today: i64) -> Self {
        Self { state: "draft", until: today + VALID, remind_on: None }
    }

    fn renew(&mut self, today: i64) {
        if self.until < today {
            self.until = today + VALID;
        }
    }

    fn go_out(&mut self, today: i64) {
        self.renew(today);
        self.state = "sent";
        self.remind_on = Some(today + FOLLOW_UP).filter(|day| *day <= self.until);
    }
}
