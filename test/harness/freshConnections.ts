import http from 'node:http';

/**
 * While jest loads a test file, this process sees nothing of the network, often for longer than n8n keeps an idle
 * connection open. The first request of the file must not go out on one that n8n has closed meanwhile.
 */
http.globalAgent = new http.Agent({ keepAlive: false });
