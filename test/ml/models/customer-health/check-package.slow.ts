import { describe, expect, it } from 'vitest';
import { checkPackage } from '../../../../ml/models/customer-health/check-package.ts';
import { describePackage } from '../../../../ml/models/customer-health/package-manifest.ts';
import { predictionDocuments } from '../../../../ml/models/customer-health/prediction-document.ts';
import { packagedFiles, trainedFiles } from '../../../support/customer-health-package.ts';
import { exampleCustomer } from '../../features/customer/example-customer.ts';

const whole = packagedFiles();
const without = (name: string) => new Map([...whole].filter(([one]) => one !== name));
const changed = (name: string, change: (text: string) => string) => {
  const text = new TextDecoder().decode(whole.get(name));
  return new Map([...whole, [name, Buffer.from(change(text))] as const]);
};
const weights = whole.get('best_model/weights.bin') ?? new Uint8Array();

describe('checkPackage', () => {
  it('finds nothing wrong with what is packed, and its model scores', () => {
    const check = checkPackage(whole);
    expect(check.problems).toEqual([]);
    const model = check.model ?? expect.fail('no model');
    expect(predictionDocuments(model, [exampleCustomer], { explain: true })).toMatchObject([
      { churn_risk_30d: expect.any(Number), reasons: [{}, {}, {}] },
    ]);
  });

  it.each([
    [
      'everything below a folder',
      new Map([...whole].map(([name, content]) => [`models/${name}`, content])),
      'wrong-root',
      'folder models/',
    ],
    [
      'a plain training folder below another, packed by hand',
      new Map([...trainedFiles()].map(([name, content]) => [`out/run 1/${name}`, content])),
      'wrong-root',
      'folder out/run 1/',
    ],
    [
      'no normalisation',
      without('normalization_params.json'),
      'missing-normalization',
      'normalization_params.json is not',
    ],
    ['no weights', without('best_model/weights.bin'), 'missing-file', 'best_model/weights.bin is not'],
    ['no manifest', without('manifest.json'), 'missing-manifest', 'manifest.json is not'],
    [
      'a manifest of another version',
      changed('manifest.json', (text) => text.replace('"schemaVersion":1', '"schemaVersion":2')),
      'other-schema-version',
      'manifest.json has schemaVersion 2',
    ],
    [
      'another declaration of features',
      changed('manifest.json', (text) =>
        text.replace('"featureSchemaVersion":1', '"featureSchemaVersion":7'),
      ),
      'other-schema-version',
      'featureSchemaVersion',
    ],
    ['half a manifest', changed('manifest.json', (text) => text.slice(0, 90)), 'unreadable-manifest', 'torn'],
    [
      'weights that are cut off',
      new Map([...whole, ['best_model/weights.bin', weights.slice(0, -4)] as const]),
      'torn-file',
      `best_model/weights.bin has ${weights.length - 4} bytes instead of ${weights.length}`,
    ],
    [
      'weights with one bit changed',
      new Map([...whole, ['best_model/weights.bin', weights.with(5, (weights[5] ?? 0) ^ 1)] as const]),
      'torn-file',
      'best_model/weights.bin has other content',
    ],
  ])('finds %s, and names it', (_, files, code, said) => {
    const { problems } = checkPackage(files);
    expect(problems).toMatchObject([{ code }]);
    expect(problems[0]?.message).toContain(said);
  });

  it.each([
    [
      'normalisation of another version',
      'normalization_params.json',
      (text: string) => text.replace('"schemaVersion":2', '"schemaVersion":9'),
      'other-schema-version',
    ],
    ['a torn network', 'best_model/model.json', (text: string) => text.slice(0, 400), 'unusable-model'],
    [
      'weights cut before packing',
      'best_model/weights.bin',
      (text: string) => text.slice(0, 40),
      'unusable-model',
    ],
  ])('finds %s that was packed as it is', (_, name, change, code) => {
    const files = trainedFiles();
    files.set(name, Buffer.from(change(new TextDecoder().decode(files.get(name)))));
    expect(checkPackage(packagedFiles(files)).problems).toMatchObject([{ code }]);
  });

  it('finds a weight that is no number, as a training that diverged leaves it', () => {
    const files = trainedFiles();
    const broken = Uint8Array.from(files.get('best_model/weights.bin') ?? []);
    new DataView(broken.buffer).setFloat32(8, Number.NaN, true);
    const { problems } = checkPackage(packagedFiles(files.set('best_model/weights.bin', broken)));
    expect(problems).toMatchObject([
      { code: 'unusable-model', message: expect.stringContaining('diverged') },
    ]);
  });

  it('tells of everything that is missing at once', () => {
    expect(checkPackage(new Map()).problems.map(({ code }) => code)).toEqual([
      'missing-normalization',
      'missing-file',
      'missing-file',
      'missing-manifest',
    ]);
  });
});

describe('describePackage', () => {
  it('gives the same model the same version, whatever the order of its files, and another one another', () => {
    const files = [...trainedFiles()];
    const { version } = describePackage(new Map(files));
    expect(describePackage(new Map(files.toReversed())).version).toBe(version);
    expect(describePackage(trainedFiles({ seed: 2 })).version).not.toBe(version);
  });
});
