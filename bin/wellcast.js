// Plain JavaScript that even an old Node can read: everything behind it is TypeScript that Node runs as it is,
// which needs 22.18. npm scripts always find a new enough one, since the project brings Node 24 itself.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `wellcast needs Node 22.18 or newer, and this is ${process.versions.node}: use "npm start" or "npm run wellcast", which bring Node 24.\n`,
  );
  process.exitCode = 2;
} else {
  import('./wellcast.ts');
}
