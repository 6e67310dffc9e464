import { createRequire } from 'node:module';

/** Pixels per unit of the drawing, so that it is sharp on today's screens. */
const zoom = 2;

/**
 * A drawing as PNG, its texts in the font that is shipped: without one they would vanish.
 *
 * @param svg - an SVG document
 */
export const renderPng = async (svg: string): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  })
    .render()
    .asPng();
};
