// Runs the cases of the behaviour suite, in Node and in Chromium.
// crates/native/tests/suite/main.rs describes their format.

import { mismatch } from './matching.mjs';

/**
 * Runs a case. Returns the problem if it did not go as expected.
 *
 * `host` has the client's class as `AdminClient`, `simulate(setup)`, which starts a simulator, and
 * `transport(place)`, which returns the options by which a client reaches it.
 */
export async function run(test, host) {
  const place = await host.simulate(test.simulator ?? {});
  try {
    return await new Run(test, place, host).go();
  } finally {
    await place.stop();
  }
}

class Run {
  #known;
  #seen = 0;

  constructor(test, place, host) {
    Object.assign(this, { test, place, host });
    this.#known = { orgId: place.orgId, directoryId: place.directoryId, apiKey: place.apiKey, directoryKey: place.directoryKey };
  }

  async go() {
    const { apiKey, directoryKey } = this.place;
    const client = this.#filled(this.test.client ?? {});
    // No case takes longer than this.
    const retry = client.retry === false ? false : { firstWaitMs: 1, longestWaitMs: 2, ...client.retry };
    const admin = await this.host.AdminClient.create({ apiKey, directoryKey, ...client, retry, ...this.host.transport(this.place) });
    try {
      for (const [index, step] of this.test.steps.entries()) {
        const problem = await this.#step(admin, step);
        if (problem !== undefined) {
          return `step ${index + 1}, ${step.call ?? step.walk ?? Object.keys(step)[0]}: ${problem}`;
        }
      }
      return undefined;
    } finally {
      admin.close();
    }
  }

  async #step(admin, step) {
    if (step.scenario) return this.#arrange(step.scenario);
    if (step.faults) return this.#control('PUT', 'faults', step.faults);
    if (step.answers) return this.#control('PUT', 'answers', step.answers.map(written));
    if (step.clock) return this.#control('POST', 'clock', { advanceMs: step.clock });
    if (step.together) return this.#judged(step, { value: this.#filled(step.together).flat() });
    const outcome = await this.#outcome(admin, step);
    return this.#judged(step, outcome) ?? (await this.#requested(step));
  }

  /**
   * Returns the outcome of a step: `{ value }`, `{ error }`, or both if an iteration fails before
   * its end.
   */
  async #outcome(admin, step) {
    const args = this.#filled(step.with ?? {});
    const callOptions = step.timeoutMs === undefined ? {} : { timeoutMs: step.timeoutMs };
    if (step.call) {
      const [group, name] = step.call.split('.');
      const made = () => admin[group][name](args, callOptions);
      return attempt(async () => {
        const value = await made();
        // The response of a listing is its first page.
        return value?.answer !== undefined && Array.isArray(value.items) ? value.answer : value;
      });
    }
    return step.walk ? this.#walk(admin, step, args, callOptions) : this.#feed(admin, step, callOptions);
  }

  async #walk(admin, step, args, callOptions) {
    const [group, name] = step.walk.split('.');
    const value = { items: [], sizes: [] };
    const walk = async () => {
      for await (const page of admin[group][name](args, callOptions).pages()) {
        value.sizes.push(page.items.length);
        value.items.push(...page.items.map((item) => (step.pick ? at(item, step.pick) : item)));
        if (value.sizes.length === step.pages) break;
      }
      return value;
    };
    return { value, ...(await attempt(walk)) };
  }

  async #feed(admin, step, callOptions) {
    const options = this.#filled(step.stream ?? step.follow);
    const value = { items: [], batches: 0 };
    const enough = Symbol('enough');
    const onCheckpoint = (checkpoint) => {
      value.checkpoint = checkpoint;
      value.batches += 1;
      // A follower ends with the case. Its wait at the end of the log is not a batch.
      if (value.batches === step.batches || (step.items && value.items.length >= step.items)) throw enough;
    };
    const feed = async () => {
      for await (const event of admin.events[step.follow ? 'follow' : 'stream']({ ...options, onCheckpoint }, callOptions)) {
        value.items.push(event.id);
      }
      return value;
    };
    const outcome = await attempt(feed);
    return { value, error: outcome.error === enough ? undefined : outcome.error };
  }

  #judged(step, { value, error }) {
    const expected = this.#filled({ fails: step.fails, holds: step.holds, gives: step.gives });
    if (expected.fails) {
      if (error === undefined) return `should fail, and gave ${JSON.stringify(value).slice(0, 300)}`;
      const failure = plain(error);
      const problem = mismatch(expected.fails, failure);
      if (problem !== undefined) return `fails otherwise: ${problem}: ${failure.message}`;
    } else if (error !== undefined) {
      return `fails: ${error} ${error?.body ?? ""}`;
    }
    // Other hosts have null in place of undefined.
    const given = value === undefined ? null : value;
    if (expected.gives !== undefined) {
      const problem = mismatch({ $exactly: expected.gives }, given);
      if (problem !== undefined) return problem;
    }
    if (expected.holds !== undefined) {
      const problem = mismatch(expected.holds, given);
      if (problem !== undefined) return problem;
    }
    for (const [name, pointer] of Object.entries(step.keep ?? {})) {
      this.#known[name] = at(given, pointer);
      if (this.#known[name] === undefined) return `there is nothing at ${pointer} of ${JSON.stringify(given).slice(0, 300)}`;
    }
    return undefined;
  }

  /**
   * Returns how the requests of this step differ from the expected ones: by number, by statuses,
   * or in full.
   */
  async #requested(step) {
    const seen = await this.#requests();
    const made = seen.slice(this.#seen);
    this.#seen = seen.length;
    if (step.requests === undefined) return undefined;
    const requests = this.#filled(step.requests, encodeURIComponent);
    const actual = typeof requests === 'number' ? made.length
      : made.map(({ method, target, status }) => (typeof requests[0] === 'string' ? `${method} ${target} ${status ?? 'none'}` : status));
    const problem = mismatch({ $exactly: requests }, actual);
    return problem && `sent other requests: ${problem}`;
  }

  async #requests() {
    const answer = await this.place.native(`${this.place.baseUrl}/_simulator/requests`);
    return answer.json();
  }

  async #control(method, resource, body) {
    const answer = await this.place.native(`${this.place.baseUrl}/_simulator/${resource}`, { method, body: JSON.stringify(this.#filled(body)) });
    return answer.status === 204 ? undefined : answer.text();
  }

  /** Makes the changes of a scenario, and keeps the ids that it named. */
  async #arrange(scenario) {
    const answer = await this.place.native(`${this.place.baseUrl}/_simulator/scenario`, { method: 'POST', body: JSON.stringify(scenario) });
    if (answer.status !== 200) return answer.text();
    Object.assign(this.#known, await answer.json());
    return undefined;
  }

  /**
   * Returns a value with known values in place of their names: `$orgId` alone becomes the value
   * itself, and within a text its text, encoded by `written`.
   */
  #filled(value, written = String) {
    if (typeof value === 'string') {
      const whole = /^\$(\w+)$/.exec(value);
      if (whole && whole[1] in this.#known) return this.#known[whole[1]];
      return value.replaceAll(/\$(\w+)/g, (text, name) => (name in this.#known ? written(this.#known[name]) : text));
    }
    if (Array.isArray(value)) return value.map((item) => this.#filled(item, written));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, this.#filled(property, written)]));
  }
}

/** Returns the response of a case: its body may be given as JSON. */
function written(answer) {
  const { json, ...rest } = answer;
  return json === undefined ? rest : { ...rest, body: JSON.stringify(json) };
}

/** Returns the value at a JSON pointer. */
function at(value, pointer) {
  const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce((inner, name) => (inner === null || typeof inner !== 'object' ? undefined : inner[name]), value);
}

async function attempt(act) {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
}

/**
 * Returns an error as data, by the kinds of the Rust crates. An invalid argument is a `TypeError`.
 */
function plain(error) {
  const kind = error instanceof TypeError ? 'InvalidArgument' : error.kind === 'RateLimit' ? 'RateLimited' : error.kind;
  const { message, operation, status, code, title, detail, traceId, retryAfterMs, hint, attempts, body, others = [] } = error;
  const all = { kind, message, operation, status, code, title, detail, traceId, retryAfterMs, hint, attempts, body, others: others.length > 0 ? JSON.parse(JSON.stringify(others)) : undefined };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
