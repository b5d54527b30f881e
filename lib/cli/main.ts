/** `sotay`: finds the command, runs it, and turns what went wrong into an exit code. */
import { HELP } from './help';
import { EXIT, InputError, type Io, UsageError } from './io';

declare const __SOTAY_VERSION__: string | undefined;

/** Runs one command line (without the program's own name) and returns the exit code; writes only through `io`. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [command, ...args] = argv;
  try {
    if (command === undefined) throw new UsageError('which command?');
    if (command === '--version' || command === '-v' || command === 'version') return tell(io, `${version()}\n`);
    if (command === '--help' || command === '-h' || command === 'help') return tell(io, helpFor(args[0]));
    const topic = HELP[command];
    if (topic === undefined || command === '') throw new UsageError(`unknown command "${command}"`);
    if (args.includes('--help') || args.includes('-h')) return tell(io, topic);
    if (command === 'tally') {
      const { runTally } = await import('./tally');
      return await runTally(args, io);
    }
    if (command === 'site') {
      const { runSite } = await import('./site');
      return await runSite(args, io);
    }
    if (command === 'backup') {
      const { runBackup } = await import('./backup');
      return await runBackup(args, io);
    }
    if (command === 'handin') {
      const { runHandIn } = await import('./handin');
      return await runHandIn(args, io);
    }
    if (command === 'rubric') {
      const { runRubric } = await import('./rubric');
      return await runRubric(args, io);
    }
    if (command === 'document') {
      const { runDocument } = await import('./document');
      return await runDocument(args, io);
    }
    if (command === 'profile') {
      const { runProfile } = await import('./profile');
      return await runProfile(args, io);
    }
    const { runExtract } = await import('./extract');
    return await runExtract(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      const about = command !== undefined && command !== '' && HELP[command] !== undefined ? `${command} ` : '';
      io.err(`sotay: ${error.message}\nTry: sotay ${about}--help\n`);
      return EXIT.usage;
    }
    if (error instanceof InputError) {
      io.err(`sotay: ${error.message}\n`);
      return EXIT.input;
    }
    throw error;
  }
}

function tell(io: Io, text: string): number {
  io.out(text);
  return EXIT.done;
}

function helpFor(topic: string | undefined): string {
  if (topic === undefined) return HELP[''] ?? '';
  const text = HELP[topic];
  if (text === undefined) throw new UsageError(`no help on "${topic}"`);
  return text;
}

function version(): string {
  return typeof __SOTAY_VERSION__ === 'string' ? __SOTAY_VERSION__ : '0.0.0-source';
}
