/** Events as the server wrote them: lines of NDJSON. */

/**
 * Parses a page of events. In place of each event is an object with the text of the event, on one line, and with what the feed reads of it.
 *
 * @internal
 */
export function parseWithLines(text: string): unknown {
  const page: unknown = JSON.parse(text);
  const events = (page as { data?: unknown } | null)?.data;
  if (!Array.isArray(events)) {
    return page;
  }
  const lines = elementsOf(text, 'data');
  // A page with two properties `data` is not what JSON.parse returned.
  if (lines.length !== events.length) {
    throw new SyntaxError('the page has several lists of events');
  }
  return { ...(page as object), data: events.map((event, index) => ({ id: event?.id, attributes: event?.attributes, line: lines[index] })) };
}

/** Returns the texts of the elements of the array that is this property of an object. The text is valid JSON. */
function elementsOf(text: string, name: string): string[] {
  const elements: string[] = [];
  let depth = 0;
  let string = '""';
  let key: unknown;
  // Where the element begins; below 0 outside of the array.
  let start = -1;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*"|[[\]{},:]/g)) {
    if (start >= 0 && depth === 2 && (token === ',' || token === ']')) {
      const element = onOneLine(text.slice(start, index));
      if (element !== '') {
        elements.push(element);
      }
      start = token === ',' ? index + 1 : -1;
    }
    if (depth === 1 && token === ':') {
      key = JSON.parse(string);
    } else if (depth === 1 && token === '[' && key === name) {
      start = index + 1;
    } else if (token.startsWith('"')) {
      string = token;
    }
    depth += token === '[' || token === '{' ? 1 : token === ']' || token === '}' ? -1 : 0;
  }
  return elements;
}

/** Removes line breaks, which JSON has only between its parts. */
function onOneLine(json: string): string {
  return json.trim().replace(/\s*[\r\n]\s*/g, '');
}
