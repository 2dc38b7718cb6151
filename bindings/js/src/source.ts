/**
 * Where the core's code is: its URL as text or as a `URL`, its bytes as an `ArrayBuffer` or a view
 * of one, a `Response` with them, or the compiled `WebAssembly.Module`. The type is `object`,
 * since not every program has types for these; `initialize` refuses other objects.
 */
export type Source = string | object;
