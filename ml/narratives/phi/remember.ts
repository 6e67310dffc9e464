const mostRemembered = 5000;

/**
 * A function of short texts that keeps its last answers, within bounds: people write the same words again and again.
 *
 * @example
 * remember((word) => word.length)('glucose') // => 7
 */
export const remember = <Answer>(decide: (text: string) => Answer): ((text: string) => Answer) => {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    if (known.size === mostRemembered) known.clear();
    const answer = decide(text);
    known.set(text, { answer });
    return answer;
  };
};
