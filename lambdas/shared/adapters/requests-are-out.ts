/**
 * Resolves when requests that were just made are on their way: in one turn of the event loop a connection that is
 * near is made, in the next the request is written to it. What keeps the processor busy then delays none of them.
 */
export const requestsAreOut = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
};
