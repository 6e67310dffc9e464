import * as z from 'zod';

/** The header, in lower case as HTTP APIs hand headers over; named in lib/catalog.ts too. */
const header = 'x-api-key';

const Event = z.object({ headers: z.record(z.string(), z.string()) });

export interface AuthorizeDeviceRequest {
  /** As it was sent; empty when there is none. */
  readonly key: string;
}

/** The key that a request of the gateway's authoriser carries. */
export const parseAuthorizeDeviceEvent = (event: unknown): AuthorizeDeviceRequest => {
  const parsed = Event.safeParse(event);
  const headers = Object.entries(parsed.success ? parsed.data.headers : {});
  return { key: headers.find(([name]) => name.toLowerCase() === header)?.[1] ?? '' };
};
