// What one would write by hand.

/** Opens a walker: a function that counts all pages of an organization's log in a tally. `read` makes a page of an answer. */
export async function open({ url, key }, read = (answer) => answer.json()) {
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  return async (org, tally) => {
    let cursor;
    do {
      const query = new URLSearchParams({ limit: 500, ...(cursor && { cursor }) });
      const answer = await fetch(`${url}/admin/v1/orgs/${org}/events-stream?${query}`, { headers });
      const page = await read(answer);
      tally.use(page.data);
      cursor = page.meta.next;
    } while (cursor);
  };
}
