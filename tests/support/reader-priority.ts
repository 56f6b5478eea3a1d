import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

// The reader of files gives way to all others. Beside tests that keep every processor busy it would wait for longer than
// its own test does: here it has the priority of the process that starts it.
os.setPriority = () => {};
syncBuiltinESMExports();
