/** A simulated Atlassian organization, as a backend of the npm package atlassian-admin. */

/** What a simulator is made with. */
export interface SimulatorSettings {
  /** What everything follows from: the same seed gives the same organization. 1 unless given. */
  seed?: number;
  /** How many managed accounts there are. 1,000 unless given. */
  accounts?: number;
  /** How many groups there are. 24 unless given. */
  groups?: number;
  /** How many directories there are. One unless given. */
  directories?: number;
  /** How many domains the organization has claimed. 3 unless given. */
  domains?: number;
  /** How many events the audit log begins with. 10,000 unless given. */
  events?: number;
  /** How many new events there are a minute. None unless given. */
  eventsPerMinute?: number;
  /** When its clock starts: a fixed day of January 2026 unless given. */
  now?: Date | number | string;
  /** Whether the documented rate limits are kept. They are unless this is `false`. */
  rateLimits?: boolean;
  /** How to deviate from the documents as the real API does; `atlassian-admin simulate --help` lists the names. */
  quirks?: string[];
  /** What goes wrong, such as `503:every=5`; `atlassian-admin simulate --help` lists the kinds. */
  faults?: string[];
}

/** A request that was seen. */
export interface SeenRequest {
  /** The method. */
  method: string;
  /** Path and query. */
  target: string;
  /** The status it was answered with; `null` where it was not answered. */
  status: number | null;
}

/** A simulated organization: `AdminClient.create({ apiKey: simulator.apiKey, backend: simulator })`. */
export class Simulator {
  private constructor(core: never);
  /** Makes one. The first one loads the module. */
  static create(settings?: SimulatorSettings): Promise<Simulator>;
  /** The organization's API key. */
  readonly apiKey: string;
  /** The directory's own key, for the operations of SCIM. */
  readonly directoryKey: string;
  /** The organization. */
  readonly orgId: string;
  /** Its directory; of several, the first one. */
  readonly directoryId: string;
  /** Answers one request: what makes it a backend. */
  execute(request: {
    method: string;
    url: string;
    headers?: Record<string, string>;
    body?: string | undefined;
    signal?: AbortSignal;
  }): Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }>;
  /** Replaces all faults. */
  setFaults(faults: string[]): void;
  /** How many requests there were. */
  readonly requestCount: number;
  /** The requests so far. Throws a RangeError after more than 10,000, since the first ones are then forgotten. */
  requests(): SeenRequest[];
}
