/** What a simulator is created with. */

import type { FaultObject, Quirk } from './names.js';

/**
 * A fault: an object, or the text that the command line takes, such as `'503:times=2,operation=events.poll'`.
 *
 * Of several faults that decide about a request, the first one applies, and the request does not count for the others.
 *
 * @example
 * const faults: Fault[] = [{ status: 503, times: 2, on: 'events.poll' }, { kind: 'lost', on: 'groups.create' }];
 */
export type Fault = FaultObject | FaultText;

/** A fault as the command line takes it: `KIND` or `KIND:NAME=VALUE,…`, where the kind may be a status. */
export type FaultText = FaultKind | `${FaultKind}:${string}`;

/** A kind of fault, or a status. */
export type FaultKind = Extract<FaultObject, { kind: string }>['kind'] | `${number}`;

/** A role of a user or a group. */
export interface ScenarioRole {
  /** The role, such as `atlassian/user`. */
  role: string;
  /** A product of the directory, such as `confluence`, its `site`, or the `organization`. */
  resource: string;
}

/** A group of a scenario. */
export interface ScenarioGroup {
  /** Its name. An existing group of this name is used. */
  name: string;
  /** The number of its directory, from 0, in the order of `directoryIds`. 0 unless given. */
  directory?: number | undefined;
  /** Its roles. */
  roles?: readonly ScenarioRole[] | undefined;
}

/** A user of a scenario. */
export interface ScenarioUser {
  /** The e-mail address. An existing account with this address is used, and added to the directory. */
  email: string;
  /** The number of the directory, from 0, in the order of `directoryIds`. 0 unless given. */
  directory?: number | undefined;
  /** Whether an identity provider has created the user, by SCIM. The domain must be the organization's, such as `example.com`. */
  provisioned?: boolean | undefined;
  /** The names of the user's groups. Missing groups are created. */
  groups?: readonly string[] | undefined;
  /** The user's roles. */
  roles?: readonly ScenarioRole[] | undefined;
  /** The labels of the user's API tokens. */
  tokens?: readonly string[] | undefined;
  /** Whether the user is suspended in the directory. */
  suspended?: boolean | undefined;
  /** Whether the user is removed from the directory; a managed account remains. */
  removed?: boolean | undefined;
  /** Whether the user's account is deactivated. */
  deactivated?: boolean | undefined;
  /** Whether the user's account is to be deleted, after 14 days of grace. */
  forDeletion?: boolean | undefined;
}

/**
 * What a test needs besides the organization that follows from the seed. The changes are those that requests make, by the same rules;
 * faults and rate limits do not apply to them.
 *
 * @example
 * const scenario: Scenario = { users: [{ email: 'ann@example.com', suspended: true, groups: ['auditors'] }] };
 */
export interface Scenario {
  /** Groups. They are created first. */
  groups?: readonly ScenarioGroup[] | undefined;
  /** Users. */
  users?: readonly ScenarioUser[] | undefined;
  /** The names of policies of the type `ip-allowlist`, which are enabled. */
  policies?: readonly string[] | undefined;
  /** Whether `changes()` and the audit log have these changes; `false` unless given. */
  recorded?: boolean | undefined;
}

/** The settings of an organization. */
export interface OrganizationSettings {
  /** The seed, a whole number: the same seed gives the same organization. 1 unless given. */
  seed?: number | undefined;
  /** The number of managed accounts, at most 10,000,000. 1,000 unless given. */
  accounts?: number | undefined;
  /** The number of groups, at most 1,000,000, besides the eight of each directory. 24 unless given. */
  groups?: number | undefined;
  /** The number of directories, from 1 to 1,000. 1 unless given. */
  directories?: number | undefined;
  /** The number of domains that the organization has claimed, at most 1,000. 3 unless given. */
  domains?: number | undefined;
  /** The number of events that the audit log begins with, at most 10,000,000,000. 10,000 unless given. */
  events?: number | undefined;
  /** The number of new events in a minute of simulated time, at most 60,000. 0 unless given. */
  eventsPerMinute?: number | undefined;
  /** Whether the documented rate limits are enforced; `true` unless given. */
  rateLimits?: boolean | undefined;
  /** Where to deviate from the documents as the real API does. Nowhere unless given. */
  quirks?: readonly Quirk[] | undefined;
  /** What goes wrong. Nothing unless given. */
  faults?: readonly Fault[] | undefined;
  /** The users, groups and policies that a test needs. */
  scenario?: Scenario | undefined;
}

/** What a simulator is created with. */
export interface SimulatorSettings extends OrganizationSettings {
  /** When simulated time starts: a day of January 2026 that follows from the seed, unless given. */
  now?: Date | number | string | undefined;
  /** Further organizations, which the same key opens: `orgs.list` lists all of them. */
  organizations?: readonly OrganizationSettings[] | undefined;
}
