import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot, spawnWellcast } from '../support/spawn-wellcast.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'wellcast-door-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const processGroup = (leader: number) =>
  spawnSync('ps', ['-o', 'pid=', '-g', String(leader)], { encoding: 'utf8' }).stdout.trim();

describe('npm start', () => {
  it('shows real work from an empty folder, and starts over when asked', async () => {
    const args = [
      'local',
      '--once',
      '--users',
      '80',
      '--days',
      '100',
      '--port',
      '0',
      '--data-dir',
      path.join(folder, 'data'),
    ];
    const first = await spawnWellcast(args).ended;
    expect(first.stderr).toContain('Making 80 people');
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(/s3:\/\/mindmate-ml-models-000000000000\/training\/train_\d{8}_\d{6}\.csv/);
    expect(first.stdout).toContain('logistic regression');
    expect(first.stdout).toContain('aws lambda invoke');
    expect(first.stdout).toMatch(/^Wearable model version \d: APPROVED$/m);
    expect(first.stdout).toMatch(/tachycardia at rest .* 0\.\d\d {2}anomaly$/m);
    expect(first.stdout).toMatch(/^Alert of /m);
    expect(first.stdout).toMatch(/curl http:\/\/127\.0\.0\.1:\d+\/health-data\/ingest/);
    expect(first.stdout).toMatch(/^Customer health behind the endpoint mindmate-customer-health$/m);
    expect(first.stdout).toMatch(/events of 20 other customers over the stream raised [1-9]\d* alerts$/m);
    const prose = first.stdout.split('\n').filter((line) => !line.includes('s3://'));
    for (const line of prose) expect(line.length, line).toBeLessThanOrEqual(80);

    const other = await spawnWellcast([...args, '--seed', '9']).ended;
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('--fresh');

    // Without --once: with it, the process would be leaving already when the signal comes.
    const staying = args.filter((arg) => arg !== '--once');
    const fresh = spawnWellcast([...staying, '--fresh', '--no-demo']);
    await fresh.line(/^ready /m);
    process.kill(-fresh.child.pid!, 'SIGINT');
    expect(await fresh.ended).toMatchObject({ code: 0, signal: null });
    expect(await readdir(path.join(folder, 'data'))).not.toContain('demo.json');
  }, 300_000);

  it('starts empty with one line, and SIGTERM to the group leaves no process behind', async () => {
    const run = spawnWellcast(['local', '--no-demo', '--port', '0', '--data-dir', path.join(folder, 'data')]);
    const [, aws, api] = await run.line(
      /^ready (http:\/\/127\.0\.0\.1:\d+) api (http:\/\/127\.0\.0\.1:\d+)$/m,
    );
    expect((await fetch(aws!)).status).toBe(403);
    const answer = await fetch(`${api}/nowhere`);
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
    process.kill(-run.child.pid!, 'SIGTERM');
    const end = await run.ended;
    expect(end.stdout.trim().split('\n')).toHaveLength(1);
    expect(processGroup(run.child.pid!)).toBe('');
  });

  it('says in one line when the port is taken', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    const end = await spawnWellcast([
      'local',
      '--no-demo',
      '--port',
      String(port),
      '--data-dir',
      path.join(folder, 'd'),
    ]).ended;
    server.close();
    expect(end.code).toBe(2);
    expect(end.stderr.trim().split('\n')).toHaveLength(1);
    expect(end.stderr).toContain(String(port));
  });

  it('says in one line when the folder cannot be written', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const end = await spawnWellcast([
      'local',
      '--no-demo',
      '--port',
      '0',
      '--data-dir',
      path.join(folder, 'file', 'data'),
    ]).ended;
    expect(end.code).toBe(2);
    expect(end.stderr.trim().split('\n')).toHaveLength(1);
  });

  it("wipes nothing that is not wellcast's own", async () => {
    await writeFile(path.join(folder, 'thesis.txt'), 'years of work');
    const end = await spawnWellcast(['local', '--no-demo', '--fresh', '--port', '0', '--data-dir', folder])
      .ended;
    expect(end.code).toBe(2);
    expect(await readFile(path.join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('keeps the guard for an old Node in plain JavaScript that says what to do', async () => {
    const guard = await readFile(path.join(repositoryRoot, 'bin/wellcast.js'), 'utf8');
    const script = `Object.defineProperty(process.versions, 'node', { value: '20.1.0' });\n${guard}`;
    const old = path.join(folder, 'old.mjs');
    await writeFile(old, script);
    const run = spawnSync(process.execPath, [old], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});
