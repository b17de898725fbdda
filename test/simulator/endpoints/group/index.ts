import type { Endpoint } from '../endpoint';
import { addGroup } from './add';
import { deleteGroup } from './delete';
import { listGroups } from './list';

export const group: readonly Endpoint[] = [addGroup, ...deleteGroup, listGroups];
