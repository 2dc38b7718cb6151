// Counts what the package keeps in memory, from outside. Import it before the package.

const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    instances.push(this);
  }
};

// The glue registers each object of the core when it is made, and unregisters it when it is freed.
let handles = 0;
const { FinalizationRegistry: Registry } = globalThis;
globalThis.FinalizationRegistry = class extends Registry {
  register(...args) {
    handles += 1;
    super.register(...args);
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

/**
 * Returns the bytes of the core's memory, and the numbers of JavaScript values that it refers to,
 * of its objects that were not freed, and of live timers.
 */
export function held() {
  const exports = Object.values(instances.at(-1).exports);
  const memory = exports.find((value) => value instanceof WebAssembly.Memory);
  const table = exports.find((value) => value instanceof WebAssembly.Table && isOfValues(value));
  let values = 0;
  for (let index = 0; index < (table?.length ?? 0); index += 1) values += (table.get(index) ?? null) === null ? 0 : 1;
  return { memory: memory.buffer.byteLength, table: table?.length, values, handles, timers: timers.size };
}

/** The other table contains functions. */
function isOfValues(table) {
  try {
    table.grow(0, undefined);
    return true;
  } catch {
    return false;
  }
}
