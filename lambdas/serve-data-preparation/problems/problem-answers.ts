import { GatewayMessage, Problem } from './problem.ts';

/** An answer of ours that is a problem document. */
export const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** An answer that the gateway may give as well, in its own form. */
export const gatewayAnswer = (description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: Problem },
    'application/json': { schema: GatewayMessage },
  },
});
