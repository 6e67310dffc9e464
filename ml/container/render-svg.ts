import { parse, type Spec, View } from 'vega';

/**
 * Draws a vega specification without a browser.
 *
 * @param spec - all its data inside
 * @returns an SVG document
 */
export const renderSvg = async (spec: Spec): Promise<string> => {
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
};
