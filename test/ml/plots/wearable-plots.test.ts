import { describe, expect, it } from 'vitest';
import { renderPng } from '../../../bin/cli/render-png.ts';
import { renderSvg } from '../../../ml/container/render-svg.ts';
import { autoencoderLossPlot } from '../../../ml/plots/autoencoder-loss-plot.ts';
import { errorPlot } from '../../../ml/plots/error-plot.ts';
import { reconstructionPlot } from '../../../ml/plots/reconstruction-plot.ts';

const errors = { normal: [0.01, 0.02, 0.02, 0.04], threshold: 0.03, q995: 0.039, percentile: 95 };

describe('the pictures of a wearable model', () => {
  it('mark the epoch that is kept', async () => {
    const history = [3, 1, 2].map((loss, index) => ({
      epoch: index + 1,
      trainLoss: loss,
      validationLoss: loss,
      learningRate: 0.001,
    }));
    const svg = await renderSvg(autoencoderLossPlot(history, 2));
    expect(svg).toContain('the weights of epoch 2 are kept');
    // Loss 1 of the losses 1 to 3 lies at the foot of the plot, in the midst of the epochs 1 to 3.
    expect(svg).toContain('transform="translate(220,300)"');
  });

  it('count the windows of each side and name both thresholds', async () => {
    const svg = await renderSvg(errorPlot({ ...errors, anomalous: [0.5, 1, 2] }));
    for (const text of ['held back (4)', 'anomalous windows (3)', 'threshold 0.0300', 'from 0.0390'])
      expect(svg).toContain(text);
    expect(await renderSvg(errorPlot(errors))).not.toContain('anomalous windows');
  });

  it('draw errors that are all alike, and one of nought', async () => {
    for (const normal of [[0.2, 0.2], [0, 0.3], [0]]) {
      const svg = await renderSvg(errorPlot({ normal, threshold: 1e-12, q995: 2e-12, percentile: 95 }));
      expect(svg).not.toContain('NaN');
    }
  });

  it('show each window measured and rebuilt, in the units of its features, also as PNG', async () => {
    const window = {
      title: 'typical',
      error: 0.0123,
      observed: Float32Array.of(60, 1, 64, 2),
      rebuilt: new Float32Array(4),
    };
    const featureNames = ['heartRate', 'steps'];
    const svg = await renderSvg(
      reconstructionPlot({ featureNames, drawnFeatures: 2, secondsPerStep: 5, windows: [window, window] }),
    );
    expect(svg.match(/typical, error 0\.0123/g)).toHaveLength(2);
    expect(svg).toContain('heartRate, beats/min');
    const png = Buffer.from(await renderPng(svg));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // 2 columns of 220 and one gap of 56, with margins of 84 and 28, twice as many pixels.
    expect(png.readUInt32BE(16)).toBe(2 * (2 * 220 + 56 + 84 + 28));
  });
});
