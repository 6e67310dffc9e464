import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Things of one kind by name, each a file of its own. */
export interface NamedStore<Item> {
  find(name: string): Item | undefined;
  all(): Item[];
  save(name: string, item: Item): void;
  remove(name: string): void;
}

/**
 * Opens a folder of JSON files. Synchronous, so that no two changes of one item can be written in the wrong order.
 *
 * @param folder - created when absent
 * @param parse - checks what a file holds
 */
export const openNamedStore = <Item>(folder: string, parse: (content: unknown) => Item): NamedStore<Item> => {
  mkdirSync(folder, { recursive: true });
  const items = new Map<string, Item>();
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    items.set(
      file.slice(0, -'.json'.length),
      parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
    );
  }
  return {
    find: (name) => items.get(name),
    all: () => [...items.values()],
    save: (name, item) => {
      writeFileSync(`${fileOf(name)}.draft`, JSON.stringify(item));
      renameSync(`${fileOf(name)}.draft`, fileOf(name));
      items.set(name, item);
    },
    remove: (name) => {
      rmSync(fileOf(name), { force: true });
      items.delete(name);
    },
  };
};
