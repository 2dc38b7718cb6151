/** Access to properties that the types do not list. */

/**
 * A model with properties that this version does not know. Responses keep them, but the types list
 * known properties only, so that a misspelt name is an error: `(user as
 * WithExtra<DirectoryUser>)['newMember']` is `unknown`.
 */
export type WithExtra<T> = T & Record<string, unknown>;
