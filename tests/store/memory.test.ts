import Database from 'libsql';
import { openMemoryStore } from '../../src/store/memory.ts';
import { storeContract } from './contract.ts';
import { dumpSqlite, poisonSqlite } from './dump.ts';

storeContract(
  'memory',
  async () => {
    const database = new Database(':memory:');
    return {
      open: () => openMemoryStore(database),
      dump: async () => dumpSqlite(database),
      poison: async (text) => poisonSqlite(database, text),
    };
  },
  { reads: 'in turn', many: false },
);
