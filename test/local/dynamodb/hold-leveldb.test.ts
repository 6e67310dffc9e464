import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTables } from '../../../local/dynamodb/create-tables.ts';
import { makeEmbeddedDynamoDb } from '../../../local/dynamodb/embedded-dynamodb.ts';
import { listen } from '../../../local/listen.ts';
import { makeRouter } from '../../../local/router.ts';

const maps = '/proc/self/maps';
if (!existsSync(maps))
  console.log(`Skipped: no ${maps}, which lists the libraries of a process, on this system`);

it.skipIf(!existsSync(maps))(
  'keeps LevelDB in memory after its engine ended, for the background thread that LevelDB leaves',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-leveldb-'));
    const engine = makeEmbeddedDynamoDb(folder);
    const server = await listen(0, makeRouter([engine]));
    await createTables(server.url, [
      { name: 'Any', partitionKey: { name: 'PK', type: 'S' }, indexes: [], purpose: 'a test' },
    ]);
    await server.close();
    await engine.close();
    expect(readFileSync(maps, 'utf8')).toContain('classic-level');
    await rm(folder, { recursive: true, force: true });
  },
);
