import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../ml/container/render-svg.ts';
import {
  healthImportancePlot,
  healthLossPlot,
  healthMetricsPlot,
  healthReliabilityPlot,
  healthRocPlot,
  healthTaskLossPlot,
} from '../../../ml/plots/customer-health-plots.ts';

const history = {
  schemaVersion: 1 as const,
  bestEpoch: 2,
  history: {
    loss: [1, 0.5, 0.4],
    val_loss: [0.9, 0.6, 0.7],
    val_churn_risk_14d_loss: [0.8, 0.3, 0.3],
    val_churn_risk_30d_auc: [0.9, null, 0.99],
  },
};
const scored = [{ name: 'Leaving', labels: [0, 0, 1, 1], probabilities: [0.1, 0.4, 0.35, 0.8] }];

describe('the pictures of a customer-health model', () => {
  it('mark the epoch that is kept', async () => {
    for (const plot of [healthLossPlot(history), healthTaskLossPlot(history)]) {
      const svg = await renderSvg(plot);
      expect(svg).toContain('epoch 2, whose weights are kept');
    }
    expect(await renderSvg(healthMetricsPlot(history))).toContain('first session success: AUC');
  });

  it('name the area and the calibration error of each probability', async () => {
    // scikit-learn's own example of roc_auc_score: 0.75.
    expect(await renderSvg(healthRocPlot(scored))).toContain('Leaving, AUC 0.750');
    // Each row is a bin of its own: (.1 + .4 + .65 + .2) / 4.
    expect(await renderSvg(healthReliabilityPlot(scored))).toMatch(/Leaving, ECE 0\.33[78]/);
  });

  it('show the features that count most, the strongest on top', async () => {
    const importance = Array.from({ length: 20 }, (_, index) => ({
      feature: `feature_${index}`,
      importance: index / 100,
      deviation: 0,
    }));
    const svg = await renderSvg(healthImportancePlot(importance));
    expect(svg).toContain('feature_19');
    expect(svg).not.toContain('feature_4<');
    expect(svg.indexOf('feature_19')).toBeLessThan(svg.indexOf('feature_18'));
  });
});
