/** A passphrase from the environment or from the terminal, where what is typed is not shown. */

/** The part of a terminal that is used. */
export interface Terminal {
  isTTY?: boolean | undefined;
  setRawMode?(on: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const STOP = '\u0003';
const BACK = new Set(['\u007f', '\b']);

/** What was typed up to Enter; null without a terminal, or when stopped with Ctrl-C. */
export function askSecret(terminal: Terminal, tell: (text: string) => void, prompt: string): Promise<string | null> {
  if (terminal.isTTY !== true || terminal.setRawMode === undefined) return Promise.resolve(null);
  tell(prompt);
  terminal.setRawMode(true);
  terminal.resume();
  return new Promise((resolve) => {
    const typed: string[] = [];
    const decoder = new TextDecoder();
    const end = (value: string | null) => {
      terminal.off('data', take);
      terminal.setRawMode?.(false);
      terminal.pause();
      tell('\n');
      resolve(value);
    };
    const take = (chunk: Buffer | string) => {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      for (const char of text) {
        if (ENTER.has(char)) return end(typed.join(''));
        if (char === STOP) return end(null);
        if (BACK.has(char)) typed.pop();
        else typed.push(char);
      }
    };
    terminal.on('data', take);
  });
}
