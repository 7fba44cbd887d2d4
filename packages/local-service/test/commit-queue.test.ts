import { describe, expect, it } from 'vitest';
import { createCommitQueue } from '../src/store/commit-queue.ts';
import { type Database, openDatabase } from '../src/store/database.ts';

/** A queue on a database in memory, and the statements that it runs there. */
async function start() {
  const opened = await openDatabase(undefined, '111122223333', 'us-east-1');
  opened.exec('CREATE TABLE number (value INTEGER)');
  const statements: string[] = [];
  const fault: { at?: string } = {};
  const database: Database = {
    ...opened,
    get inTransaction() {
      return opened.inTransaction;
    },
    exec: (sql) => {
      statements.push(sql);
      if (sql === fault.at) throw new Error('disk full');
      opened.exec(sql);
    },
  };
  return {
    queue: createCommitQueue(database),
    statements,
    fault,
    insert: (value: number) => opened.run('INSERT INTO number (value) VALUES (?)', value),
    values: () => opened.all<{ value: number }>('SELECT value FROM number').map((row) => row.value),
  };
}

describe('createCommitQueue', () => {
  it('commits together what waits together, and answers after the commit', async () => {
    const { queue, statements, insert, values } = await start();
    const answered: number[] = [];
    await Promise.all(
      [1, 2, 3].map((value) =>
        queue
          .run(() => insert(value))
          .then(() => answered.push(statements.filter((sql) => sql === 'COMMIT').length)),
      ),
    );
    expect(values()).toEqual([1, 2, 3]);
    expect(statements.filter((sql) => sql === 'BEGIN')).toHaveLength(1);
    expect(answered).toEqual([1, 1, 1]);
    await queue.run(() => insert(4));
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
  });

  it('undoes work that throws, and nothing else', async () => {
    const { queue, insert, values } = await start();
    const outcomes = await Promise.allSettled([
      queue.run(() => insert(1)),
      queue.run(() => {
        insert(2);
        throw new Error('no');
      }),
      queue.run(() => insert(3)),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(values()).toEqual([1, 3]);
  });

  it('fails all where the commit fails, and works again afterwards', async () => {
    const { queue, fault, insert, values } = await start();
    fault.at = 'COMMIT';
    const outcomes = await Promise.allSettled([1, 2].map((n) => queue.run(() => insert(n))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    expect(values()).toEqual([]);
    delete fault.at;
    await queue.run(() => insert(3));
    expect(values()).toEqual([3]);
  });

  it('runs what waits when it is flushed', async () => {
    const { queue, insert, values } = await start();
    const done = queue.run(() => insert(1));
    queue.flush();
    expect(values()).toEqual([1]);
    await done;
  });
});
