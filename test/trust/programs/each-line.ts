/*
 * Runs command lines one after the other, given as JSON, in the home that the environment names; prints what
 * came of each as JSON.
 */
import {writeSync} from 'node:fs';
import {runCommand, type Environment} from '../../helpers/commands.ts';

const [, , lines = '[]'] = process.argv;
const ran: object[] = [];
for (const words of JSON.parse(lines) as readonly (readonly string[])[]) {
  const {code, stdout, stderr} = await runCommand(process.env as Environment, words);
  ran.push({words, code, stdout, stderr});
}
writeSync(1, JSON.stringify(ran));
process.exit();
