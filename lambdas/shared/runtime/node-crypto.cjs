/**
 * Stands for `node:crypto` in bundles, as node-http.cjs stands for `node:http`: importing it into an ES module would
 * load WebCrypto too, which nothing here uses.
 */
module.exports = process.getBuiltinModule('node:crypto');
