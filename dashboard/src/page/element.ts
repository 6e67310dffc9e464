type Attributes = Readonly<Record<string, string>>;

/**
 * An HTML element with its attributes and children. Text stays text: nothing is ever parsed as HTML.
 *
 * @example
 * element('a', { href: '#models' }, 'Models') // => <a href="#models">Models</a>
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
