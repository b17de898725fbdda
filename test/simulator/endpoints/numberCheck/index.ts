import type { Endpoint } from '../endpoint';
import { hlrNotify } from './hlrNotify';
import { lookup } from './lookup';

export const numberCheck: readonly Endpoint[] = [hlrNotify, lookup];
