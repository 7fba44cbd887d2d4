// Loaded before a program that is measured: writes down, when it ends, the most memory it held.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(maxRSS * 1024));
});
