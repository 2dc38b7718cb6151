/**
 * Where the core's code is: its place as a text or a `URL`, its bytes as an `ArrayBuffer` or a view of one, a `Response` that holds it, or the
 * compiled `WebAssembly.Module`. Not all programs have types for these, so they are objects here; another kind is refused when it is said.
 */
export type Source = string | object;
