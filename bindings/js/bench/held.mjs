// What the package holds on to, watched from outside. Import it before the package.

const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...words) {
    super(...words);
    instances.push(this);
  }
};

// Objects of the core's are registered when they are made, and taken out when they are freed.
let handles = 0;
const { FinalizationRegistry: Registry } = globalThis;
globalThis.FinalizationRegistry = class extends Registry {
  register(...words) {
    handles += 1;
    super.register(...words);
  }
  unregister(token) {
    const known = super.unregister(token);
    handles -= known ? 1 : 0;
    return known;
  }
};

const timers = new Set();
const { setTimeout: set, clearTimeout: clear } = globalThis;
globalThis.setTimeout = (act, wait, ...rest) => {
  const id = set(() => {
    timers.delete(id);
    act(...rest);
  }, wait);
  timers.add(id);
  return id;
};
globalThis.clearTimeout = (id) => {
  timers.delete(id);
  clear(id);
};

/** The core's memory in bytes, the values of JavaScript's that it holds, its objects that were not freed, and live timers. */
export function held() {
  const exports = Object.values(instances.at(-1).exports);
  const memory = exports.find((value) => value instanceof WebAssembly.Memory);
  const table = exports.find((value) => value instanceof WebAssembly.Table && isOfValues(value));
  let values = 0;
  for (let index = 0; index < (table?.length ?? 0); index += 1) values += (table.get(index) ?? null) === null ? 0 : 1;
  return { memory: memory.buffer.byteLength, table: table?.length, values, handles, timers: timers.size };
}

/** The other table holds functions. */
function isOfValues(table) {
  try {
    table.grow(0, undefined);
    return true;
  } catch {
    return false;
  }
}
