import type {CommandContext} from '../../command-line/table.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {nearest} from '../../domain/text/nearest.ts';
import {SCHEMAS} from '../../output/schemas.ts';

/** `inkwell schema`: the names, or one JSON Schema. */
export async function run({output, words}: CommandContext<'schema'>): Promise<number> {
  const [name] = words;
  if (name === undefined) await output.text(`${Object.keys(SCHEMAS).join('\n')}\n`);
  else await output.text(`${JSON.stringify(schemaNamed(name), undefined, 2)}\n`);
  return EXIT.done;
}

function schemaNamed(name: string): object {
  const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (make) return make();
  const near = nearest(name, Object.keys(SCHEMAS));
  throw new Misuse(
    `There is no schema "${name}".`,
    near ? `Did you mean "${near}"?` : `There are: ${Object.keys(SCHEMAS).join(', ')}.`,
  );
}
