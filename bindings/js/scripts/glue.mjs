// Changes to the glue that wasm-bindgen writes.

const CHANGES = [
  // Timers and promises of a failed core must not throw when they fire: no caller could catch it.
  ["throw new Error('Cannot invoke closure from previous WASM instance');", 'return;'],
  // The argument is always an object with a compiled module. A module of another realm is not
  // `instanceof` this one's class.
  [/if \(!\(module instanceof WebAssembly\.Module\)\) \{\s+module = new WebAssembly\.Module\(module\);\s+\}/g, ''],
  [/if \(module !== undefined\) \{[^]*?console\.warn\('using deprecated parameters for `initSync\(\)`[^]*?\}\s+\}/g, '({module} = module)'],
  // A function for the check that each method repeats.
  [/if \(this\.__wbg_inst !== undefined && this\.__wbg_inst !== __wbg_instance_id\) \{\s+throw new Error\('[^']*'\);\s+\}/g, 'refuseStale(this);'],
  [
    'function __wbg_get_imports() {',
    `function refuseStale(object) {
    if (object.__wbg_inst !== __wbg_instance_id) {
        throw new Error('this object belongs to a core that failed');
    }
}

function __wbg_get_imports() {`,
  ],
  // The façade frees the core's objects itself, and only the client supports `using`.
  [/if \(Symbol\.dispose\) .*\n/g, ''],
  // The module reads no property that an object inherits.
  [/__proto__: null,/g, ''],
  // Every host that has WebAssembly has `encodeInto`.
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/g, ''],
  // On every host, a memory that grows gets a new buffer.
  [/cachedDataViewMemory0 === null \|\| [^{]*? !== (wasm\.\w+\.buffer)\)/g, (_, buffer) => `cachedDataViewMemory0?.buffer !== ${buffer}`],
  [/cachedUint8ArrayMemory0 === null \|\| cachedUint8ArrayMemory0\.byteLength === 0/g, 'cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer'],
  ['.subarray(ptr, ptr + buf.length).set(buf)', '.set(buf, ptr)'],
  // Most texts that cross are short, so that a copy less does not justify the code of two more
  // paths.
  [/(function passStringToWasm0\(arg, malloc), realloc\) \{\s+if \(realloc === undefined\) \{([^]*?)\n {4}\}\n[^]*?\n\}\n/g, (_, head, body) => `${head}) {${body}\n}\n`],
];

/** Returns the glue with our changes. */
export function mended(glue) {
  return CHANGES.reduce((text, [from, to]) => replaced(text, from, to), glue);
}

/**
 * Returns the glue for a module whose imports and exports have the short names that wasm-opt gave
 * them. Every user loads the long ones, and no one reads them.
 */
export function renamed(glue, report) {
  const { imports, exports } = JSON.parse(report);
  const isGlue = ([module]) => module === './core_bg.js';
  // Functions of our own scripts are imported from modules of their own until here.
  const scripts = imports.filter((entry) => !isGlue(entry)).map(([module, long, short]) => {
    const [, name] = glue.match(new RegExp(`"${literal(module)}": (\\w+),`)) ?? [];
    return { module, property: `${short}: ${name}.${long}` };
  });
  const names = [
    ['"./core_bg.js": import0', `a: { ...import0, ${scripts.map(({ property }) => property).join(', ')} }`],
    ...imports.filter(isGlue).map(([, long, short]) => [`${long}: function(`, `${short}: function(`]),
    // The glue uses some exports on other hosts only.
    ...exports.map(([long, short]) => [`wasm.${long}`, `wasm.${short}`]).filter(([long]) => places(glue, long) > 0),
  ];
  // A script has an entry for each of its functions.
  const modules = [...new Set(scripts.map(({ module }) => module))];
  const inOne = modules.reduce((text, module) => replaced(text, new RegExp(`"${literal(module)}": \\w+,`, 'g'), ''), glue);
  return names.reduce((text, [long, short]) => replaced(text, named(long), short), inOne);
}

/** Returns a pattern for a name that is not the beginning of a longer one. */
function named(name) {
  return new RegExp(literal(name) + (/\w$/.test(name) ? '\\b' : ''), 'g');
}

function literal(name) {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function places(text, name) {
  return text.match(named(name))?.length ?? 0;
}

function replaced(text, from, to) {
  const changed = text.replaceAll(from, typeof to === 'function' ? to : () => to);
  if (changed === text) {
    throw new Error(`build/core.js does not contain ${from}: change scripts/glue.mjs to fit this version of wasm-bindgen`);
  }
  return changed;
}
