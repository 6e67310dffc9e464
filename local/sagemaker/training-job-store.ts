import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TrainingJob } from './training-job.ts';

/** Training jobs, each in a folder of its own that also becomes its `/opt/ml`. */
export interface TrainingJobStore {
  folderOf(name: string): string;
  find(name: string): TrainingJob | undefined;
  all(): TrainingJob[];
  save(job: TrainingJob): void;
}

/** @param folder - created when absent; jobs of earlier processes are read from it */
export const openTrainingJobStore = (folder: string): TrainingJobStore => {
  mkdirSync(folder, { recursive: true });
  const jobs = new Map<string, TrainingJob>();
  const folderOf = (name: string) => path.join(folder, name);
  const fileOf = (name: string) => path.join(folderOf(name), 'job.json');

  for (const name of readdirSync(folder)) {
    try {
      const job: TrainingJob = JSON.parse(readFileSync(fileOf(name), 'utf8'));
      jobs.set(name, job);
    } catch {
      // Killed before the first save: as if the job had never been accepted.
    }
  }

  return {
    folderOf,
    find: (name) => jobs.get(name),
    all: () => [...jobs.values()],
    // Synchronous, so that no two changes of one job can be written in the wrong order.
    save: (job) => {
      const name = job.request.TrainingJobName;
      mkdirSync(folderOf(name), { recursive: true });
      writeFileSync(`${fileOf(name)}.draft`, JSON.stringify(job));
      renameSync(`${fileOf(name)}.draft`, fileOf(name));
      jobs.set(name, job);
    },
  };
};
