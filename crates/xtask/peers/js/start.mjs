// How long something takes until it can be used, from its import on. Run in a fresh process for each measurement; prints microseconds.
//
//     node start.mjs package | FILE

const [what] = process.argv.slice(2);
const place = what === 'package' ? '../../../../bindings/js/dist/index.js' : what;
const started = performance.now();
const { AdminClient } = await import(place);
await AdminClient?.create({ apiKey: 'k' });
console.log(Math.round((performance.now() - started) * 1e3));
