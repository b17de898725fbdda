import { runTool } from './bootstrap.mjs';

runTool('testRun');
