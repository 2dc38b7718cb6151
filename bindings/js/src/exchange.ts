/** A request and its response, as the host sent and received them. */

import type { Header } from './headers.js';
import type { FetchLike, ResponseLike } from './http.js';

/** A result with the response that it was read from: of several attempts, the last one. */
export interface WithResponse<T> {
  /** The result. */
  value: T;
  /** The status, such as 200 or 206. */
  status: number;
  /** The headers. Browsers show few of another origin to scripts. Empty if one of them repeats the key. */
  headers: Headers;
  /** The URL of the request. Its path and query hold the arguments, which may be personal data. */
  url: string;
  /** The trace identifier, which Atlassian's support asks for. */
  traceId: string | undefined;
}

/**
 * The last exchange of a call.
 *
 * @internal
 */
export interface Exchange {
  url: string;
  /** The header `Authorization`, whose key the server may repeat. */
  authorization: string | undefined;
  /** What `fetch` returned. */
  answer: ReturnType<FetchLike>;
  status?: number;
  traceId?: string | undefined;
}

/**
 * A `fetch` that adds the headers that `added` returns, and reports each exchange.
 *
 * @internal
 */
export function observed(fetch: FetchLike, added: () => Header[], report: (exchange: Exchange) => void): FetchLike {
  return (url, init) => {
    for (const [name, value] of added()) {
      // The core leaves `user-agent` out in browsers, which write their own.
      if (name !== 'user-agent' || name in init.headers) {
        init.headers[name] = value;
      }
    }
    const answer = fetch(url, init);
    report({ url, authorization: init.headers['authorization'], answer });
    return answer;
  };
}

/** The headers that are copied where a response cannot list its own. */
const NAMES = ['content-type', 'date', 'retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'atl-traceid', 'x-request-id'];

/**
 * The response of a successful exchange.
 *
 * @internal
 */
export async function responseOf(exchange: Exchange | undefined): Promise<Omit<WithResponse<never>, 'value'>> {
  const { url = '', authorization, answer, status = 0, traceId } = exchange ?? {};
  const key = authorization?.replace('Bearer ', '');
  const response = await answer;
  const headers = new Headers(response && fieldsOf(response.headers));
  const repeatsKey = (text: string) => key !== undefined && text.includes(key);
  const isLeaking = [...headers.values(), traceId ?? ''].some(repeatsKey);
  return { status, url, headers: isLeaking ? new Headers() : headers, traceId: isLeaking ? undefined : traceId };
}

function fieldsOf(headers: ResponseLike['headers']): [string, string][] {
  if (Symbol.iterator in headers) {
    return [...(headers as Iterable<[string, string]>)];
  }
  return NAMES.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
}
