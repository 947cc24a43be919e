//! Random lives of quotes over HTTP beside a small model, written a second time: the same answers, the same states, the same
//! number of mails. `TRIPDESK_MODEL_RUNS` says how many lives (10,000 for a night), `TRIPDESK_MODEL_SEED` where they begin.
//!
//! A crowd of lives goes side by side, one step each a round, so that what has to be waited for is waited for once.

use futures_util::future::join_all;
use serde_json::json;

use crate::{
    model_of_a_quote::Model,
    support::{Random, World},
};

const PHONE: &str = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";
/// Lives of one test run, unless the environment says otherwise.
const RUNS: u64 = 24;
/// Lives side by side.
const CROWD: u64 = 24;
/// Crowds that share one platform: its outbox grows, and every list with it.
const CROWDS_OF_A_WORLD: usize = 8;
/// Rounds of one crowd.
const ROUNDS: u64 = 14;
/// One room that costs the same on every day of the century: what is tried here are states, not prices.
const RATES: &str = "hotel,destination,country,stars,room_type,max_adults,max_occupancy,board,valid_from,valid_to,currency,basis,unit,price,single_supplement,included,extra_adult,child_bands,commission_pct,min_nights,stop_sell\n\
    Shell House,Zanzibar,Tanzania,4,Garden Room,2,3,HB,2026-01-01,2099-12-31,ZAR,net,room_night,2000.00,,2,500.00,0-11:50%,,,no\n";

/// One life: the quote under test, the model beside it, and what was done so far.
struct Life {
    random: Random,
    id: String,
    email: String,
    model: Model,
    /// The public address of each revision that went out, by its place.
    links: Vec<Option<String>>,
    log: Vec<String>,
}

impl Life {
    /// A draft made by hand.
    async fn begun(world: &World, seed: u64, check_in: jiff::civil::Date) -> Self {
        let email = format!("life{seed}@post.example");
        let check_out = check_in.saturating_add(jiff::Span::new().days(7));
        let asked = json!({"traveller": {"name": "Life", "email": email}, "party": {"rooms": [{"adults": 2}]},
            "dates": {"check_in": check_in, "check_out": check_out}, "destination": "Zanzibar"});
        let (status, quote) = world.call("POST", "/api/v1/quotes", Some(asked)).await;
        assert_eq!(status, 201, "{quote}");
        let (id, log) = (quote["id"].as_str().unwrap().to_owned(), vec![format!("seed {seed}")]);
        Self { random: Random(seed), id, email, model: Model::draft(), links: Vec::new(), log }
    }

    async fn step(&mut self, world: &World) {
        const AGENCY: [&str; 9] = ["ready", "send", "send", "resend", "withdraw", "revise", "revise", "edit", "book"];
        const TRAVELLER: [&str; 6] = ["open", "open", "peek", "accept", "decline", "accept"];
        match self.random.below(10) {
            0 => self.nonsense(world).await,
            1..=5 => {
                let act = AGENCY[self.random.place(AGENCY.len())];
                self.agency(world, act).await;
            }
            _ => {
                let out: Vec<usize> = (0..self.links.len()).filter(|place| self.links[*place].is_some()).collect();
                match out.as_slice() {
                    [] => self.agency(world, "send").await,
                    out => {
                        let (act, place) = (TRAVELLER[self.random.place(6)], out[self.random.place(out.len())]);
                        self.traveller(world, act, place).await;
                    }
                }
            }
        }
    }

    async fn agency(&mut self, world: &World, act: &str) {
        let path = format!("/api/v1/quotes/{}", self.id);
        let (status, answer) = if act == "edit" {
            let version = world.get(&path).await["version"].clone();
            let change = json!({"version": version, "rooms": [{"adults": 1 + self.random.below(2)}]});
            world.call("PATCH", &path, Some(change)).await
        } else {
            world.call("POST", &format!("{path}/{act}"), None).await
        };
        let expected = self.model.act(act);
        self.log.push(format!("{act} -> {status}"));
        assert_eq!(status, expected, "{:#?}\n{answer}", self.log);
    }

    async fn traveller(&mut self, world: &World, act: &str, place: usize) {
        let expected = self.model.answer(act, place);
        let (url, http) = (self.links[place].clone().unwrap(), &world.http);
        let call = match act {
            "open" => http.get(&url).header("user-agent", PHONE),
            "peek" => http.get(&url).header("user-agent", PHONE).header("purpose", "prefetch"),
            "decline" => http.post(format!("{url}/decline")).json(&json!({"reason": "no"})),
            _ => http.post(format!("{url}/accept")).json(&json!({"option": 1, "name": "Life", "email": self.email})),
        };
        let status = call.send().await.unwrap().status().as_u16();
        self.log.push(format!("{act} {} -> {status}", place + 1));
        assert_eq!(status, expected, "{:#?}", self.log);
    }

    /// What is no command of ours changes nothing.
    async fn nonsense(&mut self, world: &World) {
        let path = format!("/api/v1/quotes/{}", self.id);
        let (act, body, expected) = match self.random.below(4) {
            0 => ("dance", None, 404),
            1 => ("settle", Some(json!({"outcome": "sent"})), 409),
            2 => ("settle", Some(json!({"outcome": 1})), 400),
            _ => ("", Some(json!({"version": 0, "rooms": [{"adults": 2}]})), 409),
        };
        let status = match act {
            "" => world.call("PATCH", &path, body).await.0,
            act => world.call("POST", &format!("{path}/{act}"), body).await.0,
        };
        self.log.push(format!("nonsense {act} -> {status}"));
        assert_eq!(status, expected, "{:#?}", self.log);
    }

    async fn compare(&mut self, world: &World) {
        let quote = world.get(&format!("/api/v1/quotes/{}", self.id)).await;
        let revisions = quote["revisions"].as_array().unwrap();
        let states: Vec<&str> = revisions.iter().map(|one| one["state"].as_str().unwrap()).collect();
        assert_eq!(states, self.model.states(), "{:#?}", self.log);
        let (revision, state) = self.model.standing();
        assert_eq!((quote["revision"].as_u64(), quote["state"].as_str()), (Some(revision as u64), Some(state)));
        self.links.resize(states.len(), None);
        if let Some(offered) = quote["offered"].as_u64() {
            let token = quote["links"]["public"].as_str().unwrap().rsplit('/').next().unwrap();
            // Before the current revision is out, the address leads to the one that is.
            self.links[offered as usize - 1] = Some(format!("{}/api/v1/public/quotes/{token}", world.base));
        }
    }
}

/// What happens to all of a crowd between two rounds: mostly nothing, else days pass or the schedule comes by.
async fn meanwhile(world: &mut World, crowd: &mut [Life], random: &mut Random) {
    let said = match random.below(10) {
        0..=2 => {
            let days = [1, 3, 4, 15][random.place(4)];
            world.pass_days(days).await;
            crowd.iter_mut().for_each(|life| life.model.days_pass(days));
            format!("{days} days")
        }
        3 | 4 => {
            let task = ["expire", "follow-up", "sweep"][random.place(3)];
            assert_eq!(world.call("POST", &format!("/_local/run/{task}"), None).await.0, 200);
            if task == "follow-up" {
                crowd.iter_mut().for_each(|life| life.model.followed_up());
            }
            world.settle().await;
            task.to_owned()
        }
        _ => return,
    };
    crowd.iter_mut().for_each(|life| life.log.push(said.clone()));
}

async fn live(world: &mut World, seeds: std::ops::Range<u64>) {
    let now: jiff::Timestamp = world.get("/_local/clock").await["now"].as_str().unwrap().parse().unwrap();
    let check_in = now.to_zoned(jiff::tz::TimeZone::UTC).date().saturating_add(jiff::Span::new().days(200));
    let mut random = Random(seeds.start);
    let mut crowd = join_all(seeds.map(|seed| Life::begun(world, seed, check_in))).await;
    join_all(crowd.iter_mut().map(|life| life.compare(world))).await;
    for _ in 0..ROUNDS {
        meanwhile(world, &mut crowd, &mut random).await;
        join_all(crowd.iter_mut().map(|life| life.step(world))).await;
        world.settle().await;
        join_all(crowd.iter_mut().map(|life| life.compare(world))).await;
    }
    let outbox = world.outbox().await;
    for life in &crowd {
        let mails = outbox.iter().filter(|mail| mail["to"] == json!([life.email])).count();
        assert_eq!(mails, life.model.mails(), "mails to one traveller; {:#?}", life.log);
        let trace = world.get(&format!("/api/v1/quotes/{}/trace", life.id)).await;
        assert_eq!(trace["reproduced"], true, "priced again from its snapshot; {:#?}", life.log);
    }
}

/// A platform whose agency sells one room, at noon where the agency is, so that no day ends while a test runs.
async fn world() -> World {
    let mut world = World::new().await;
    let import = world.http.post(format!("{}/api/v1/rates/import", world.base)).bearer_auth(&world.token);
    let taken = import.header("content-type", "text/csv").body(RATES).send().await.unwrap();
    assert_eq!(taken.status(), 200, "{}", taken.text().await.unwrap());
    let now: jiff::Timestamp = world.get("/_local/clock").await["now"].as_str().unwrap().parse().unwrap();
    let past_noon = (now.as_second() + 2 * 3_600) % 86_400 - 12 * 3_600;
    world.pass_seconds(86_400 - past_noon).await;
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn every_life_goes_as_the_model_says() {
    let number = |name: &str, or: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (runs, first) = (number("TRIPDESK_MODEL_RUNS", RUNS), number("TRIPDESK_MODEL_SEED", 1));
    let mut of_this_world = world().await;
    for (count, seed) in (first..first + runs).step_by(CROWD as usize).enumerate() {
        if count > 0 && count.is_multiple_of(CROWDS_OF_A_WORLD) {
            of_this_world = world().await;
        }
        live(&mut of_this_world, seed..(seed + CROWD).min(first + runs)).await;
        eprintln!("{} of {runs} lives", (count as u64 + 1) * CROWD);
    }
}
