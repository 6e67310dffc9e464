/**
 * Stands for `node:http` in bundles. Importing that into an ES module reads every one of its exports, WebSocket and
 * its like among them, for which Node then loads the whole of undici: a tenth of a cold start, and never used.
 */
module.exports = process.getBuiltinModule('node:http');
