/** Never answers. */
export const handler = (): Promise<never> => new Promise(() => {});
