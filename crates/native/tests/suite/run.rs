//! Runs a case.

use atlassian_admin::Client;
use atlassian_admin::auth::{DirectoryKey, OrganizationKey};
use atlassian_admin::url::percent_encode;
use atlassian_admin_testing::examples::{fill, fill_text};
use atlassian_admin_testing::matching::check;
use serde_json::{Map, Value, json};

use crate::case::{Case, Step};
use crate::steps::{self, Calls, Clients, Outcome};
use crate::world::{Backend, World};

/// A running case.
struct Run {
    world: World,
    clients: Clients,
    calls: Calls,
    /// The values of names.
    known: Map<String, Value>,
    /// The number of requests before this step.
    seen: usize,
}

/// Runs a case over a backend; the error describes the first difference.
pub async fn run(case: &Case, backend: Backend, calls: Calls) -> Result<(), String> {
    let world = World::new(backend, &case.simulator);
    let simulator = &world.simulator;
    let known = Map::from_iter([
        ("orgId".to_owned(), simulator.org_id().to_string().into()),
        ("directoryId".to_owned(), simulator.directory_id().into()),
        ("apiKey".to_owned(), simulator.api_key().into()),
        ("directoryKey".to_owned(), simulator.directory_key().into()),
    ]);
    let mut run = Run { clients: clients(&world, &known, case), world, calls, known, seen: 0 };
    for (index, step) in case.steps.iter().enumerate() {
        let what = step.call.as_ref().or(step.walk.as_ref()).map_or("", String::as_str);
        run.step(step).await.map_err(|problem| format!("step {}, {what}: {problem}", index + 1))?;
    }
    Ok(())
}

fn clients(world: &World, known: &Map<String, Value>, case: &Case) -> Clients {
    let key = |given: &Option<String>, own: &str| {
        let given = given.as_ref().map(|text| fill(&text.as_str().into(), known));
        given.as_ref().and_then(Value::as_str).unwrap_or(own).to_owned()
    };
    let organization = key(&case.client.api_key, world.simulator.api_key());
    let directory = key(&case.client.directory_key, world.simulator.directory_key());
    let organization: Client<OrganizationKey> = world.client(&organization, &case.client);
    let directory: Client<DirectoryKey> = world.client(&directory, &case.client);
    Clients { organization, directory }
}

impl Run {
    async fn step(&mut self, step: &Step) -> Result<(), String> {
        if let Some(faults) = &step.faults {
            return self.world.control("PUT", "faults", faults).await.map(drop);
        }
        if let Some(answers) = &step.answers {
            let answers = answers.iter().cloned().map(written).collect();
            return self.world.control("PUT", "answers", &self.filled(&answers)).await.map(drop);
        }
        if let Some(millis) = step.clock {
            return self.world.control("POST", "clock", &json!({ "advanceMs": millis })).await.map(drop);
        }
        if let Some(scenario) = &step.scenario {
            let ids = self.world.control("POST", "scenario", scenario).await?;
            self.known.extend(ids.as_object().cloned().unwrap_or_default());
            return Ok(());
        }
        if let Some(lists) = &step.together {
            let lists = self.filled(lists);
            let entries = lists.as_array().into_iter().flatten().filter_map(Value::as_array).flatten();
            return self.judge(step, Outcome { value: entries.cloned().collect(), error: None });
        }
        let arguments = self.filled(&Value::Object(step.with.clone()));
        let options = step.stream.as_ref().or(step.follow.as_ref()).map(|options| self.filled(options));
        let outcome = match &step.call {
            Some(name) if self.calls == Calls::Typed => steps::typed(&self.world, name, arguments).await?,
            _ => self.clients.take(step, arguments, options).await?,
        };
        self.judge(step, outcome)?;
        self.requested(step)
    }

    fn judge(&mut self, step: &Step, Outcome { value, error }: Outcome) -> Result<(), String> {
        match (&step.fails, error) {
            (Some(_), None) => return Err(format!("should fail, and gave {value}")),
            (Some(expected), Some(error)) => check(&self.filled(expected), Some(&error), "")
                .map_err(|problem| format!("fails otherwise: {problem}: {error}"))?,
            (None, Some(error)) => return Err(format!("fails: {error}")),
            (None, None) => {}
        }
        if let Some(expected) = &step.gives {
            check(&json!({ "$exactly": self.filled(expected) }), Some(&value), "")?;
        }
        if let Some(expected) = &step.holds {
            check(&self.filled(expected), Some(&value), "")?;
        }
        for (name, pointer) in &step.keep {
            let found = value.pointer(pointer).ok_or_else(|| format!("there is nothing at {pointer}"))?;
            self.known.insert(name.clone(), found.clone());
        }
        Ok(())
    }

    /// Checks that the requests of this step are the expected ones: by number, by statuses, or in
    /// full.
    fn requested(&mut self, step: &Step) -> Result<(), String> {
        let seen = self.world.simulator.requests().unwrap();
        let made = &seen[self.seen..];
        self.seen = seen.len();
        let Some(expected) = &step.requests else { return Ok(()) };
        let in_full = expected[0].is_string();
        let seen = match expected {
            Value::Number(_) => json!(made.len()),
            _ => made
                .iter()
                .map(|request| match request.status {
                    Some(status) if !in_full => json!(status),
                    None if !in_full => Value::Null,
                    status => json!(format!(
                        "{} {} {}",
                        request.method,
                        request.target,
                        status.map_or("none".to_owned(), |status| status.to_string())
                    )),
                })
                .collect(),
        };
        let written = |text: &Value| match text.as_str() {
            Some(text) => fill_text(text, &self.known, |text| percent_encode(&text).to_string()).into(),
            None => text.clone(),
        };
        let expected = match expected {
            Value::Array(items) => items.iter().map(written).collect(),
            number => number.clone(),
        };
        check(&json!({ "$exactly": expected }), Some(&seen), "")
            .map_err(|problem| format!("sent other requests: {problem}"))
    }

    fn filled(&self, value: &Value) -> Value {
        fill(value, &self.known)
    }
}

/// A scripted response: its body may be given as JSON.
fn written(mut answer: Map<String, Value>) -> Value {
    if let Some(json) = answer.remove("json") {
        answer.insert("body".to_owned(), json.to_string().into());
    }
    Value::Object(answer)
}
