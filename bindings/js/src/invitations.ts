/** What became of invitations. */

import { failure } from './errors.js';
import type { Invitation, InvitationResult, InvitedGroup, InvitedRole, One } from './models.js';

/** A role or a group that an invitation did not give to a person. */
export interface InvitationFailure {
  /** The person's e-mail address. */
  email?: string | undefined;
  /** The person's account, if there is one. */
  accountId?: string | undefined;
  /** The role that was not given. */
  role?: string | undefined;
  /** The resource on which the role was not given. */
  resource?: string | undefined;
  /** The group to which the person was not added. */
  group?: string | undefined;
  /** The reason, in Atlassian's words. */
  reason?: string | undefined;
}

/**
 * What became of the invitations of one request. Where nobody got anything, `users.invite` throws an
 * `InvitationError` instead.
 */
export interface Invitations extends One<Invitation[]> {
  /** Whether a part failed while the rest was done (status 206): see `failures`. */
  partial: boolean;
  /** Every role and group that was not given, with the person that it belongs to. */
  failures: InvitationFailure[];
}

/**
 * Reads the answer to `users.invite`. A success in which every part failed is an error.
 *
 * @internal
 */
export function invitationsOf(operation: string, answer: unknown, status: number | undefined): unknown {
  // The server's answer may be anything.
  const people = listOf<Invitation>((answer as Partial<One<unknown>> | null)?.data);
  const ends = people.map((person) => {
    const results = listOf<InvitationResult>(person?.results);
    const parts = results.flatMap((result): (InvitedRole & InvitedGroup)[] => [...listOf<InvitedRole>(result?.roleAssignmentResult), ...listOf<InvitedGroup>(result?.groupAssignmentResult)]);
    const failed = parts.filter((part) => part?.status !== 'INVITED');
    return { hasFailed: parts.length > 0 && failed.length === parts.length, failures: failed.map((part) => failureOf(person, part)) };
  });
  const failures = ends.flatMap((end) => end.failures);
  if (ends.length > 0 && ends.every((end) => end.hasFailed)) {
    const message = `${operation}: nobody was invited: every role and group was refused (HTTP ${status}); the reasons are in \`failures\``;
    throw failure({ kind: 'Invitation', message, operation, status, failures, answer });
  }
  const isObject = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return isObject ? Object.assign(answer, { partial: status === 206 || failures.length > 0, failures }) : answer;
}

function failureOf({ email, id }: Invitation, part: (InvitedRole & InvitedGroup) | null): InvitationFailure {
  const known = { email, accountId: id, role: part?.role, resource: part?.resource, group: part?.group, reason: part?.statusReason };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => typeof value === 'string'));
}

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
