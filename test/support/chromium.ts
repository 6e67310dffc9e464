import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is: CHROMIUM_PATH, or where Linux distributions put it; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM_PATH'] ?? usual.find((path) => existsSync(path));

/** Why a test that needs a browser was skipped. */
export const withoutChromium =
  'needs Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH';

/** A headless browser. Without its own sandbox, which root in a container has no use of; it meets loopback alone. */
export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
