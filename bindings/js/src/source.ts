/** Where the core's code is: its bytes, its place, an answer that holds it, or the compiled module. */
export type Source = BufferSource | WebAssembly.Module | Response | URL | string;
