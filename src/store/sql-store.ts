import { addWorks, noteAddition } from './additions.ts';
import { replaceAllFacts } from './facts.ts';
import * as housekeeping from './housekeeping.ts';
import { readLibrary } from './library.ts';
import { countAdditions } from './quota.ts';
import type { Sessions } from './sessions.ts';
import { readHead, saveSettings } from './settings.ts';
import { readSnapshot, saveSnapshot } from './snapshots.ts';
import { storable } from './texts.ts';
import type { Store } from './types.ts';
import { bumpVersion } from './versions.ts';
import { describeWork, listWorks, removeWork, restoreWork, undoWork } from './works.ts';

/** The store over whatever database the sessions reach: each method is one transaction, or says what its several are. */
export function createSqlStore(sessions: Sessions): Store {
  return {
    head: (server) => sessions.query((db) => readHead(db, server)),
    library: (server) => sessions.view((db) => readLibrary(db, server)),
    works: (server) => sessions.query((db) => listWorks(db, server)),

    addWorks(server, { taken, ...rest }) {
      const addition = { ...storable(rest), taken };
      return sessions.change(server, (change) => addWorks(change, server, addition));
    },
    removeWork: (server, id, at) => sessions.change(server, (change) => removeWork(change, server, id, at)),
    undoWork: (server, id, at) => sessions.change(server, (change) => undoWork(change, server, id, at)),
    restoreWork: (server, id, quota) => sessions.change(server, (change) => restoreWork(change, server, id, quota)),
    describeWork: (server, id, about) =>
      sessions.change(server, (change) => describeWork(change, server, id, storable(about))),
    replaceFacts: (server, facts, by, at) =>
      sessions.change(server, async (change) => {
        await bumpVersion(change, server);
        await noteAddition(change, server, { by, at });
        await replaceAllFacts(change, server, storable(facts));
      }),
    saveSettings: (server, settings) => sessions.change(server, (change) => saveSettings(change, server, settings)),

    snapshot: (server, version, key) => sessions.view((db) => readSnapshot(db, server, version, key)),
    saveSnapshot: (server, snapshot) => sessions.change(server, (change) => saveSnapshot(change, server, snapshot)),

    additionsSince: (server, person, since) => sessions.query((db) => countAdditions(db, server, person, since)),
    forgetPerson: (person) => sessions.changeAny((change) => housekeeping.forgetPerson(change, person)),

    servers: () => sessions.query(housekeeping.listServers),
    noteAbsence: (server, since) =>
      sessions.change(server, (change) => housekeeping.noteAbsence(change, server, since)),
    purge: (before) => purge(sessions, before),
    deleteServer: (server) => sessions.change(server, (change) => housekeeping.deleteServer(change, server)),
    close: () => sessions.close(),
  };
}

/** A transaction a server, so that no change waits for the deletion of many. */
async function purge(sessions: Sessions, before: { removed: number; left: number; additions: number }): Promise<void> {
  for (const server of await sessions.query((db) => housekeeping.serversWithRemovals(db, before.removed))) {
    await sessions.change(server, (change) => housekeeping.purgeRemoved(change, server, before.removed));
  }
  for (const server of await sessions.query((db) => housekeeping.serversLeft(db, before.left))) {
    await sessions.change(server, (change) => housekeeping.purgeLeft(change, server, before.left));
  }
  await sessions.changeAny((change) => housekeeping.purgeAdditions(change, before.additions));
}
