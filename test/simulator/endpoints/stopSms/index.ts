import type { Endpoint } from '../endpoint';
import { addStop } from './add';
import { deleteStop } from './delete';
import { listStops } from './list';

export const stopSms: readonly Endpoint[] = [listStops, addStop, deleteStop];
