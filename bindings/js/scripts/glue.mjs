// What we know better than the glue that wasm-bindgen writes.

const CHANGES = [
  // Timers and promises that a dead core waited for must not throw when they come: nobody could catch that.
  ["throw new Error('Cannot invoke closure from previous WASM instance');", 'return;'],
  // It is always given a compiled module, in an object, and takes one of another realm for bytes.
  [/if \(!\(module instanceof WebAssembly\.Module\)\) \{\s+module = new WebAssembly\.Module\(module\);\s+\}/g, ''],
  [/if \(module !== undefined\) \{[^]*?console\.warn\('using deprecated parameters for `initSync\(\)`[^]*?\}\s+\}/g, '({module} = module)'],
  // The same check in each method, written once.
  [/if \(this\.__wbg_inst !== undefined && this\.__wbg_inst !== __wbg_instance_id\) \{\s+throw new Error\('[^']*'\);\s+\}/g, 'refuseStale(this);'],
  [
    'function __wbg_get_imports() {',
    `function refuseStale(object) {
    if (object.__wbg_inst !== __wbg_instance_id) {
        throw new Error('of a core that is dead');
    }
}

function __wbg_get_imports() {`,
  ],
  // What the core gives us we free ourselves, and `using` is for the client around it.
  [/if \(Symbol\.dispose\) .*\n/g, ''],
  // The module asks for nothing that an object has from its prototype.
  [/__proto__: null,/g, ''],
  // Every host that has WebAssembly has it.
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/g, ''],
  // A memory that has grown has another buffer, in every host.
  [/cachedDataViewMemory0 === null \|\| [^{]*? !== (wasm\.\w+\.buffer)\)/g, (_, buffer) => `cachedDataViewMemory0?.buffer !== ${buffer}`],
  [/cachedUint8ArrayMemory0 === null \|\| cachedUint8ArrayMemory0\.byteLength === 0/g, 'cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer'],
  ['.subarray(ptr, ptr + buf.length).set(buf)', '.set(buf, ptr)'],
  // What crosses as text is short, but for arguments: to save them a copy takes two ways more.
  [/(function passStringToWasm0\(arg, malloc), realloc\) \{\s+if \(realloc === undefined\) \{([^]*?)\n {4}\}\n[^]*?\n\}\n/g, (_, head, body) => `${head}) {${body}\n}\n`],
];

/** The glue with our changes. */
export function mended(glue) {
  return CHANGES.reduce((text, [from, to]) => replaced(text, from, to), glue);
}

/**
 * The glue for a module whose imports and exports were given short names, as wasm-opt tells them: where everybody loads the long ones,
 * nobody reads them.
 */
export function renamed(glue, told) {
  const { imports, exports } = JSON.parse(told);
  const isGlue = ([module]) => module === './core_bg.js';
  // What our own scripts give stands in modules of its own, until now.
  const scripts = imports.filter((entry) => !isGlue(entry)).map(([module, long, short]) => {
    const [, name] = glue.match(new RegExp(`"${literal(module)}": (\\w+),`)) ?? [];
    return { module, member: `${short}: ${name}.${long}` };
  });
  const names = [
    ['"./core_bg.js": import0', `a: { ...import0, ${scripts.map(({ member }) => member).join(', ')} }`],
    ...imports.filter(isGlue).map(([, long, short]) => [`${long}: function(`, `${short}: function(`]),
    // Some are there for hosts of another kind.
    ...exports.map(([long, short]) => [`wasm.${long}`, `wasm.${short}`]).filter(([long]) => places(glue, long) > 0),
  ];
  // A script has an entry for each of its functions.
  const modules = [...new Set(scripts.map(({ module }) => module))];
  const inOne = modules.reduce((text, module) => replaced(text, new RegExp(`"${literal(module)}": \\w+,`, 'g'), ''), glue);
  return names.reduce((text, [long, short]) => replaced(text, named(long), short), inOne);
}

/** A name that is not the beginning of another one. */
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
    throw new Error(`build/core.js is written in another way than this script knows: there is no ${from}`);
  }
  return changed;
}
