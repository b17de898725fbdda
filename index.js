// n8n reads the "n8n" section of package.json; this file only makes a checkout requirable.
module.exports = {};
