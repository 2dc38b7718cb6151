/** Stacks of errors: they name the line that called, and nothing of this package. */

/**
 * Where a caller is: an object whose `stack` names its functions.
 *
 * @internal
 */
export type Place = { readonly stack?: unknown };

/** The errors of this package whose stack does not name a caller yet. */
const made = new WeakSet<object>();

type Capture = (target: object, below: unknown) => void;
const capture = () => (Error as { captureStackTrace?: Capture }).captureStackTrace;

/**
 * Notes an error as one of this package. The errors of others keep their stacks.
 *
 * @internal
 */
export function ours<E extends Error>(error: E): E {
  made.add(error);
  return error;
}

/**
 * The error of a wrong argument.
 *
 * @internal
 */
export function misuse(message: string): TypeError {
  return ours(new TypeError(message));
}

/**
 * Where `callee` was called. Call it in `callee` itself: a tail call takes a function off the stack in
 * Safari and Bun. The text of the stack is made when it is read.
 *
 * @internal
 */
export function callerOf(callee: unknown): Place {
  const into = capture();
  if (into === undefined) {
    return new Error();
  }
  const place = {};
  into(place, callee);
  return place;
}

/**
 * An error with the stack of its caller: of the first place that has one. The language itself calls
 * `then` without a caller.
 *
 * @internal
 */
export function located(error: unknown, ...places: Place[]): unknown {
  if (!made.delete(error as object)) {
    return error;
  }
  for (const { stack } of places) {
    // Chromium and Node begin with the error, others with the first function.
    const [, head, frames] = (typeof stack === 'string' && /^(Error:? *(?:\n|$))?([^]*)$/.exec(stack)) || [];
    if (frames) {
      const value = head ? `${error}\n${frames}` : frames;
      // Without this, Node prints the line of this package that made the error above the error.
      capture()?.(error as object, ours);
      Object.defineProperty(error, 'stack', { value, writable: true, configurable: true });
      break;
    }
  }
  return error;
}

/**
 * Does what a caller asked for. Should it fail, the error's stack names the caller.
 *
 * @internal
 */
export async function traced<T>(caller: Place, act: () => PromiseLike<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw located(error, caller);
  }
}

/**
 * Gives a class or a function its name, which a minifier changes. Stacks and printed objects show it.
 *
 * @internal
 */
export function named<T extends object>(value: T, name: string): T {
  return Object.defineProperty(value, 'name', { value: name, configurable: true });
}
