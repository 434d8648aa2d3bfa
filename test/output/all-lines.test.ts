import {expect, test} from 'vitest';
import {allLines} from '../../source/output/all-lines.ts';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {createTypesetter} from '../../source/typeset/typesetter.ts';
import {articleRow, publicationRow} from '../helpers/state.ts';

const style = {
  measure: 60,
  theme: themeNamed('monochrome'),
  colors: 0,
  hyperlinks: false,
  ascii: false,
  breaking: 'greedy',
} as const;

test.each([0, 1, 66, 67, 99, 100, 101, 133, 134, 200, 201, 500])(
  'a page of %i paragraphs is printed whole, each line once',
  count => {
    const paragraphs = Array.from({length: count}, (_, index) => `Paragraph ${index}.`);
    const page = createTypesetter().set(
      {
        article: articleRow(1),
        publication: publicationRow(),
        markdown: paragraphs.join('\n\n'),
        related: [],
        bodyOnly: true,
      },
      style,
    );
    const lines = allLines(page).filter(line => line.startsWith('Paragraph'));
    expect(lines).toEqual(paragraphs);
  },
);
