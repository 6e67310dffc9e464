import { type DashboardSummary, isSummary } from '../view/summary.ts';

/** The summary, or why there is none. */
export type Outcome =
  | { readonly kind: 'summary'; readonly summary: DashboardSummary }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks the API for the figures. */
export const fetchSummary = async (apiBase: string, accessToken: string): Promise<Outcome> => {
  try {
    const response = await fetch(`${apiBase}/dashboard/summary`, {
      headers: { authorization: `Bearer ${accessToken}` },
      cache: 'no-store',
    });
    if (response.status === 401) return { kind: 'signed-out' };
    if (response.status === 403) return { kind: 'not-allowed' };
    if (!response.ok) return { kind: 'failed', reason: `The API answered with status ${response.status}.` };
    const answer: unknown = await response.json();
    if (isSummary(answer)) return { kind: 'summary', summary: answer };
    return { kind: 'failed', reason: 'The API answered something else than the figures.' };
  } catch {
    return { kind: 'failed', reason: 'The API cannot be reached.' };
  }
};
