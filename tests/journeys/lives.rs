//! Random lives of a quote over HTTP beside a small model of its states, written a second time: the same answers, the same
//! states. `TRIPDESK_MODEL_RUNS` says how many lives (10,000 for a night), `TRIPDESK_MODEL_SEED` where they begin.

use serde_json::{Value, json};

use crate::support::{Random, World, enquiry};

const PHONE: &str = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";
/// Lives of one test run, unless the environment says otherwise.
const RUNS: u64 = 10;
/// Steps of one life.
const STEPS: u64 = 14;

/// What the model knows: the state of each revision, and whether there is a confirmed booking.
#[derive(Debug, Clone, Default)]
struct Model {
    states: Vec<&'static str>,
    confirmed: bool,
}

impl Model {
    fn is_accepted(&self) -> bool {
        self.states.contains(&"accepted")
    }

    fn last(&self) -> &'static str {
        self.states.last().unwrap()
    }

    fn standing(&self) -> (usize, &'static str) {
        let place = self.states.iter().position(|state| *state == "accepted").unwrap_or(self.states.len() - 1);
        (place + 1, self.states[place])
    }

    fn turn(&mut self, from: &[&str], to: &'static str) {
        for state in self.states.iter_mut().filter(|state| from.contains(state)) {
            *state = to;
        }
    }

    /// The status that an act of the agency is answered with, and what it changes.
    fn act(&mut self, act: &str) -> u16 {
        let open = ["draft", "ready", "sent", "viewed"];
        if act == "book" {
            let first = self.is_accepted() && !self.confirmed;
            self.confirmed |= first;
            return if first { 201 } else { 409 };
        }
        if self.is_accepted() {
            return 409;
        }
        let last = self.states.len() - 1;
        match (act, self.last()) {
            ("ready", "draft") => {
                self.states[last] = "ready";
                200
            }
            ("send", "draft" | "ready") => {
                self.states.truncate(last);
                self.turn(&["draft", "ready", "sent", "viewed", "declined", "expired"], "superseded");
                self.states.push("sent");
                202
            }
            ("resend", _) if self.states.iter().any(|state| ["sent", "viewed"].contains(state)) => 202,
            ("withdraw", _) if self.states.iter().any(|state| open.contains(state)) => {
                self.turn(&open, "withdrawn");
                200
            }
            ("revise", state) if state != "draft" => {
                self.turn(&["ready"], "superseded");
                self.states.push("draft");
                201
            }
            _ => 409,
        }
    }

    /// The status that an act of the traveller on a revision is answered with, and what it changes.
    fn answer(&mut self, act: &str, place: usize) -> u16 {
        let state = self.states[place];
        if ["superseded", "withdrawn"].contains(&state) {
            return 410;
        }
        let with_traveller = ["sent", "viewed"].contains(&state);
        match act {
            "open" => {
                if state == "sent" {
                    self.states[place] = "viewed";
                }
                200
            }
            "peek" => 200,
            "accept" if with_traveller => {
                self.states[place] = "accepted";
                self.turn(&["draft", "ready", "sent", "viewed"], "withdrawn");
                200
            }
            "decline" if with_traveller => {
                self.states[place] = "declined";
                200
            }
            _ => 409,
        }
    }
}

/// One life: the quote under test, the model beside it, and what was done so far.
struct Life<'a> {
    world: &'a mut World,
    id: String,
    model: Model,
    /// The public address of each revision that went out, by its place.
    links: Vec<Option<String>>,
    log: Vec<String>,
}

impl Life<'_> {
    async fn quote(&self) -> Value {
        self.world.get(&format!("/api/v1/quotes/{}", self.id)).await
    }

    async fn step(&mut self, random: &mut Random) {
        const AGENCY: [&str; 8] = ["ready", "send", "send", "resend", "withdraw", "revise", "revise", "book"];
        const TRAVELLER: [&str; 6] = ["open", "open", "peek", "accept", "decline", "accept"];
        match random.below(10) {
            0 => self.pass_time().await,
            1 => self.nonsense(random).await,
            2..=5 => self.agency(AGENCY[random.place(AGENCY.len())]).await,
            _ => {
                let out: Vec<usize> = (0..self.links.len()).filter(|place| self.links[*place].is_some()).collect();
                match out.as_slice() {
                    [] => self.agency("send").await,
                    out => self.traveller(TRAVELLER[random.place(6)], out[random.place(out.len())]).await,
                }
            }
        }
        self.compare().await;
    }

    async fn agency(&mut self, act: &str) {
        let expected = self.model.act(act);
        let (status, answer) = self.world.call("POST", &format!("/api/v1/quotes/{}/{act}", self.id), None).await;
        self.log.push(format!("{act} -> {status}"));
        assert_eq!(status, expected, "{:#?}\n{answer}", self.log);
        self.world.settle().await;
    }

    async fn traveller(&mut self, act: &str, place: usize) {
        let expected = self.model.answer(act, place);
        let url = self.links[place].clone().unwrap();
        let http = &self.world.http;
        let call = match act {
            "open" => http.get(&url).header("user-agent", PHONE),
            "peek" => http.get(&url).header("user-agent", PHONE).header("purpose", "prefetch"),
            "decline" => http.post(format!("{url}/decline")).json(&json!({"reason": "no"})),
            _ => http.post(format!("{url}/accept")).json(&json!({"option": 1, "name": "A", "email": "a@post.example"})),
        };
        let status = call.send().await.unwrap().status().as_u16();
        self.log.push(format!("{act} {} -> {status}", place + 1));
        assert_eq!(status, expected, "{:#?}", self.log);
        self.world.settle().await;
    }

    async fn pass_time(&mut self) {
        self.world.pass_days(15).await;
        self.model.turn(&["sent", "viewed"], "expired");
        self.log.push("15 days".to_owned());
    }

    /// What is no command of ours changes nothing.
    async fn nonsense(&mut self, random: &mut Random) {
        let path = format!("/api/v1/quotes/{}", self.id);
        let (status, expected) = match random.below(3) {
            0 => (self.world.call("POST", &format!("{path}/dance"), None).await.0, 404),
            1 => (self.world.call("POST", &format!("{path}/settle"), Some(json!({"outcome": "sent"}))).await.0, 409),
            _ => (self.world.call("POST", &format!("{path}/settle"), Some(json!({"outcome": 1}))).await.0, 400),
        };
        self.log.push(format!("nonsense -> {status}"));
        assert_eq!(status, expected, "{:#?}", self.log);
    }

    async fn compare(&mut self) {
        let quote = self.quote().await;
        let revisions = quote["revisions"].as_array().unwrap();
        let states: Vec<&str> = revisions.iter().map(|one| one["state"].as_str().unwrap()).collect();
        assert_eq!(states, self.model.states, "{:#?}", self.log);
        let (revision, state) = self.model.standing();
        assert_eq!((quote["revision"].as_u64(), quote["state"].as_str()), (Some(revision as u64), Some(state)));
        self.links.resize(states.len(), None);
        if let Some(offered) = quote["offered"].as_u64() {
            let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap();
            // Before the current revision is out, the address leads to the one that is.
            self.links[offered as usize - 1] = Some(format!("{}/api/v1/public/quotes/{token}", self.world.base));
        }
    }
}

async fn live(world: &mut World, seed: u64) {
    let name = format!("life{seed}");
    world.mail_with(&enquiry(&name), &[("dmarc", "GRAY")]).await;
    world.settle().await;
    let id = world.quotes().await[0]["id"].as_str().unwrap().to_owned();
    let model = Model { states: vec!["draft"], confirmed: false };
    let mut life = Life { world, id, model, links: Vec::new(), log: vec![format!("seed {seed}")] };
    let mut random = Random(seed);
    life.compare().await;
    for _ in 0..STEPS {
        life.step(&mut random).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_life_goes_as_the_model_says() {
    let number = |name: &str, or: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (runs, first) = (number("TRIPDESK_MODEL_RUNS", RUNS), number("TRIPDESK_MODEL_SEED", 1));
    let mut world = World::new().await;
    for seed in first..first + runs {
        live(&mut world, seed).await;
    }
}
