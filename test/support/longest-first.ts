import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that run for long, whatever their size, in the order in which they should begin. */
const long = ['public-door', 'test/e2e/', 'test/bin/', 'test/lib/synth', 'test/ml/container/'];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((part) => moduleId.includes(part));
  return place === -1 ? long.length : place;
};

/** Begins with what takes longest, so that no core waits for a long file that began last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
