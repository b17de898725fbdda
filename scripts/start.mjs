import { runTool } from './bootstrap.mjs';

runTool('demo');
