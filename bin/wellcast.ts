import { exitWith } from './cli/exit-with.ts';
import { makeProgram } from './program.ts';

await exitWith(makeProgram(), process.argv);
