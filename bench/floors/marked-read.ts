/* The least program that reads a Markdown file with marked and marked-terminal as they are shipped. */
import {readFileSync} from 'node:fs';
import {Marked} from 'marked';
import type {MarkedExtension} from 'marked';
import {markedTerminal} from 'marked-terminal';

const text = readFileSync(process.argv[2] ?? '', 'utf8').replace(/^---\n[^]*?\n---\n/u, '');
const extension = markedTerminal({width: 80, reflowText: true}) as MarkedExtension;
process.stdout.write(new Marked(extension).parse(text, {async: false}));
