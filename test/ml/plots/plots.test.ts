import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../ml/container/render-svg.ts';
import { lossPlot } from '../../../ml/plots/loss-plot.ts';
import { precisionRecallPlot } from '../../../ml/plots/precision-recall-plot.ts';
import { reliabilityPlot } from '../../../ml/plots/reliability-plot.ts';
import { rocPlot } from '../../../ml/plots/roc-plot.ts';

const rows = {
  labels: [0, 1, 0, 1],
  probabilities: [0.1, 0.8, 0.3, 0.2],
  persons: ['a', 'b', 'c', 'd'],
  weights: [1, 1, 1, 1],
  baselineScores: { logisticRegression: [0.1, 0.9, 0.2, 0.3], lastWeekMood: [-5, -2, -6, -7] },
};

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const darkPixels = (svg: string): number => {
  const { pixels } = new Resvg(svg, { font: { fontFiles: [font], loadSystemFonts: false } }).render();
  let dark = 0;
  for (let offset = 0; offset < pixels.length; offset += 4) if (pixels[offset]! < 90) dark += 1;
  return dark;
};

describe('the pictures', () => {
  it('show the ROC curve of the network beside each baseline, with AUCs that can be checked by hand', async () => {
    const svg = await renderSvg(rocPlot(rows));
    // Of the four pairs the network wins .8 > .1, .8 > .3 and .2 > .1; the regression all; mood −2 > −5 and −2 > −6.
    expect(svg).toContain('network, AUC 0.750');
    expect(svg).toContain('logistic regression, AUC 1.000');
    expect(svg).toContain('mood alone, AUC 0.500');
    expect(svg).toContain('chance');
  });

  it('leave out last week mood where the data has none', async () => {
    const without = { ...rows, baselineScores: { ...rows.baselineScores, lastWeekMood: null } };
    expect(await renderSvg(rocPlot(without))).not.toContain('mood');
  });

  it('name the prevalence and the calibration error', async () => {
    expect(await renderSvg(precisionRecallPlot(rows, 0.5))).toContain('chance: prevalence 0.500');
    expect(await renderSvg(reliabilityPlot(rows, 0.123))).toContain('mean distance 0.123');
  });

  it('follow the loss of networks that stop at different epochs', async () => {
    const record = (epoch: number) => ({ epoch, trainLoss: 0.6 - epoch / 100, heldBackLoss: 0.65 });
    const svg = await renderSvg(lossPlot([[record(0), record(1)], [record(0)]]));
    expect(svg).toContain('persons held back to stop by');
  });

  it('are the same bytes each time, and legible with the font that is shipped', async () => {
    const svg = await renderSvg(rocPlot(rows));
    expect(await renderSvg(rocPlot(rows))).toBe(svg);
    expect(darkPixels(svg) - darkPixels(svg.replaceAll(/<text.*?<\/text>/g, ''))).toBeGreaterThan(1000);
  });
});
