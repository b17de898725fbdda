import { runTool } from './bootstrap.mjs';

runTool('bench');
