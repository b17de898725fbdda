'use strict';

/** Set by Begin, read by End: both run in n8n's own process. */
exports.clock = { startedAt: 0, bytesAtStart: 0 };
