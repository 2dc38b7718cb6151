// Compares a value with what a case expects. crates/testing/src/matching.rs has the same rules.

/**
 * Returns the problem of a value as `place: problem`, if there is one.
 *
 * An object must have the expected properties, and may have others. A list must have the expected
 * length. An object with one property of these names expects something else: `$exactly` (no other
 * properties either), `$count` (a list of this length), `$first` (of a list), `$kind` (text,
 * number, list, object), `$between` (two numbers), `$has` (a text that contains this one),
 * `$absent` (no such property), `$distinct` (a list of this length without duplicates), `$sameAs`
 * (a list of the same in any order, without duplicates).
 */
export function mismatch(expected, value, place = '') {
  const wrong = (problem) => `${place || 'the value'}: ${problem}`;
  const differs = () => wrong(`is ${shown(value)} and should be ${shown(expected)}`);
  if (Array.isArray(expected)) {
    if (!Array.isArray(value)) return differs();
    if (value.length !== expected.length) return wrong(`has ${value.length} entries and should have ${expected.length}`);
    return first(expected.keys(), (index) => mismatch(expected[index], value[index], `${place}/${index}`));
  }
  if (expected === null || typeof expected !== 'object') {
    return same(expected, value) ? undefined : differs();
  }
  const rule = RULES[Object.keys(expected)[0]];
  if (rule) {
    return rule(Object.values(expected)[0], value, place) ? undefined : differs();
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return differs();
  return first(Object.keys(expected), (name) =>
    mismatch(expected[name], Object.hasOwn(value, name) ? value[name] : undefined, `${place}/${name}`));
}

const RULES = {
  $exactly: (expected, value) => same(expected, value),
  $count: (count, value) => Array.isArray(value) && value.length === count,
  $first: (expected, value, place) => Array.isArray(value) && value.length > 0 && mismatch(expected, value[0], `${place}/0`) === undefined,
  $kind: (kind, value) => kindOf(value) === kind,
  $between: ([from, to], value) => typeof value === 'number' && value >= from && value <= to,
  $has: (part, value) => typeof value === 'string' && value.includes(part),
  $absent: (_, value) => value === undefined,
  $distinct: (count, value) => Array.isArray(value) && value.length === count && new Set(value.map((item) => JSON.stringify(item))).size === count,
  $sameAs: (expected, value) => Array.isArray(value) && same([...expected].sort(), [...value].sort()),
};

function kindOf(value) {
  if (Array.isArray(value)) return 'list';
  return { string: 'text', number: 'number', object: value === null ? 'null' : 'object' }[typeof value];
}

function first(keys, check) {
  for (const key of keys) {
    const problem = check(key);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Returns whether two JSON values are equal, whatever the order of their properties. */
function same(one, other) {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]));
}

function shown(value) {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
