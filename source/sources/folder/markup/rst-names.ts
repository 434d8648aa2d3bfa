import type {
  RstDirective,
  RstHyperlinkRef,
  RstHyperlinkTarget,
  RstNode,
  RstSubstitutionDef,
} from 'rst-compiler';

/** The names that a reStructuredText defines for itself: targets of links, and substitutions. */
export class Names {
  readonly #targets = new Map<string, string>();
  readonly #anonymous: string[] = [];
  #used = 0;
  readonly #substitutions = new Map<string, RstSubstitutionDef>();

  constructor(nodes: readonly RstNode[]) {
    for (const node of nodes) this.#collect(node);
  }

  #collect(node: RstNode): void {
    if (node.nodeType === 'HyperlinkTarget') {
      const {label, target, isAnonymous} = node as RstHyperlinkTarget;
      if (isAnonymous) this.#anonymous.push(target);
      else if (target !== '') this.#targets.set(keyOf(label), target);
    } else if (node.nodeType === 'SubstitutionDef') {
      const definition = node as RstSubstitutionDef;
      this.#substitutions.set(keyOf(definition.needle), definition);
    } else if (node.nodeType === 'HyperlinkRef') {
      const {label, target, isEmbeded} = node as RstHyperlinkRef;
      if (isEmbeded) this.#targets.set(keyOf(label), target);
    }
    for (const child of node.children) this.#collect(child);
  }

  substitution(name: string): RstSubstitutionDef | undefined {
    return this.#substitutions.get(keyOf(name));
  }

  /** The target of a link; anonymous ones are used in their order, and one target may name another. */
  targetOf({label, target, isEmbeded, isAnonymous}: RstHyperlinkRef): string | undefined {
    const named =
      this.#targets.get(keyOf(label)) ?? (isAnonymous ? this.#anonymous[this.#used++] : undefined);
    let address = isEmbeded ? target : named;
    for (let hops = 0; hops < 5 && address?.endsWith('_') === true; hops++)
      address = this.#targets.get(keyOf(address.replaceAll(/^`|`?_$/gu, ''))) ?? address;
    return address ?? (/^(?:https?|mailto):|^www\./u.test(label) ? label : undefined);
  }
}

export function optionIn({config}: RstDirective, key: string): string | undefined {
  for (const item of config?.children ?? []) {
    const {nameText, bodyText} = item as unknown as Readonly<{nameText: string; bodyText: string}>;
    if (nameText.trim() === key) return bodyText.trim();
  }
  return undefined;
}

function keyOf(label: string): string {
  return label.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
