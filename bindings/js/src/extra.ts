/** What the types leave out. */

/**
 * A model together with members that this version does not know. They arrive, but the types name what is known only, so that a
 * misspelt name is an error: `(user as WithExtra<DirectoryUser>)['newMember']` is `unknown`.
 */
export type WithExtra<T> = T & Record<string, unknown>;
