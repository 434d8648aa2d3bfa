import type {Alignment, Picture} from '../block.ts';

type Attributes = Readonly<Record<string, string>>;

/** 1 to 6 for a heading, 0 for all else. */
export function levelOf(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0;
}

export function alignmentOf({align, style}: Attributes): Alignment {
  const value = align ?? /text-align:\s*(\w+)/.exec(style ?? '')?.[1];
  return value === 'center' || value === 'right' ? value : 'left';
}

/** Columns or rows that a cell takes, within reason. */
export function spanOf(written: string | undefined): number {
  return Math.min(50, Math.max(1, Number.parseInt(written ?? '1', 10) || 1));
}

/** The language that highlighters leave in a class. */
export function languageOf(attributes: Attributes): string {
  const named = attributes['data-lang'] ?? attributes['data-language'] ?? attributes['lang'];
  return (
    /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s*([\w+#-]+)/.exec(attributes['class'] ?? '')?.[1] ??
    named ??
    ''
  );
}

/** A picture; none for the ones that only count readers. */
export function pictureFrom(attributes: Attributes, leadsTo: string | undefined): Picture | undefined {
  const {src, alt = '', title, width, height} = attributes;
  const href = src ?? attributes['data-src'] ?? '';
  if (href === '' || width === '1' || height === '1') return undefined;
  const [across, down] = [Number.parseInt(width ?? '', 10), Number.parseInt(height ?? '', 10)];
  return {
    href,
    alternative: alt,
    ...(title !== undefined && {caption: title}),
    ...(across > 0 && down > 0 && {size: `${across} × ${down}`}),
    ...(leadsTo !== undefined && {leadsTo}),
  };
}
