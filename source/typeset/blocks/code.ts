import {decodeText} from '../markdown/plain-words.ts';
import {cellsOf} from '../text/cells.ts';
import type {Block, Session} from './block.ts';
import type {Composer} from './composer.ts';

/** A block of code. The language is the first word behind the fence; a title may follow it. */
export function codeFrom(text: string, info: string, composer: Composer): Block {
  const language = (/^[\s.{]*(?:language-)?([\w+#-]+(?:\.\w+)?)/u.exec(info)?.[1] ?? '').toLowerCase();
  const lines = text.split('\n').map(line => withTabs(line.trimEnd()));
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  while (lines.length > 1 && lines[0] === '') lines.shift();
  const title = TITLE.exec(info)?.slice(1).find(Boolean);
  return {
    kind: 'code',
    language,
    ...(title !== undefined && {title: decodeText(title)}),
    session: sessionOf(language, lines),
    flow: composer.text(lines.join('\n')),
  };
}

/** `title="app.js"`, as generators read it. */
const TITLE =
  /(?:^|[\s{,])(?:title|caption|filename|name|file)\s*[=:]\s*(?:"([^"]{1,300})"|'([^']{1,300})')/i;

const TAB = 4;

/** Tabs run to the next stop. */
export function withTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let result = '';
  let column = 0;
  for (const part of line.split(/(\t)/)) {
    const cells = part === '\t' ? TAB - (column % TAB) : cellsOf(part);
    result += part === '\t' ? ' '.repeat(cells) : part;
    column += cells;
  }
  return result;
}

/** A prompt at the beginning of a line of a session. */
export const PROMPT =
  /^(?:\w+@[\w.-]+:\S*|\([\w.-]+\) ?)?(?:[$%❯]|>>>|\.\.\.|PS [^>\n]*>) (?=\S)|^# (?=[a-z])/u;

const SHELLS = new Set([
  '',
  'sh',
  'bash',
  'zsh',
  'shell',
  'fish',
  'console',
  'shell-session',
  'sh-session',
  'shellsession',
  'terminal',
  'text',
  'powershell',
]);

function sessionOf(language: string, lines: readonly string[]): Session {
  if (language === 'diff' || language === 'patch') return 'diff';
  if (/^(?:console|shell-?session|sh-session|terminal)$/.test(language))
    return lines.some(line => PROMPT.test(line)) ? 'console' : 'code';
  const first = lines.find(line => line.trim() !== '') ?? '';
  return SHELLS.has(language) && /^\$ \S/.test(first) ? 'console' : 'code';
}

/** The text to copy of a block: of a session the commands alone, without their prompts. */
export function copyOf(text: string, session: Session): string {
  if (session !== 'console') return text;
  const commands = text.split('\n').filter(line => PROMPT.test(line));
  return commands.map(line => line.replace(PROMPT, '')).join('\n');
}
