#!/usr/bin/env node
/** The program `sotay`: gives the command line to main and its result to the shell. */
import { askSecret } from './ask-secret';
import { main } from './main';

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  now: () => new Date(),
  cwd: process.cwd(),
  secret: (prompt) => {
    const given = process.env.SOTAY_PASSPHRASE;
    if (given !== undefined && given !== '') return Promise.resolve(given);
    return askSecret(process.stdin, (text) => void process.stderr.write(text), prompt);
  },
});
