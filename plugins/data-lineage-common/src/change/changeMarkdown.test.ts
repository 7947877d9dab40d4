import { ChangePreview } from '../ChangePreview';
import { changeMarkdown } from './changeMarkdown';

const node = (id: string, title: string) => ({
  id,
  type: 'dataset' as const,
  namespace: 'kafka://k',
  name: title,
  title,
  more: { upstream: 0, downstream: 0 },
});
const preview: ChangePreview = {
  graph: {
    roots: ['job'],
    nodes: [
      node('a', 'orders'),
      node('b', 'totals | <b>'),
      { id: 'h', type: 'dataset', hidden: true },
    ],
    edges: [
      {
        from: 'h',
        to: 'b',
        origins: ['inferred'],
        firstSeenAt: '',
        lastSeenAt: '',
        change: 'removed',
      },
    ],
    asOf: '',
  },
  added: [],
  removed: [
    {
      from: { node: 'a', column: 'name' },
      to: { node: 'b', column: 'name' },
      transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
      origins: ['inferred'],
    },
  ],
  problems: [
    {
      severity: 'warning',
      message: 'Who is @admin?\nNobody.',
      span: { start: { line: 3, column: 1 }, end: { line: 3, column: 4 } },
    },
  ],
  impact: [
    {
      start: { node: node('b', 'totals'), columns: ['name'] },
      owners: [
        {
          owner: 'group:default/bi',
          items: [
            {
              node: node('c', 'report'),
              columns: [{ name: 'who', transformations: [] }],
              distance: 2,
              quality: [],
            },
          ],
        },
      ],
      hidden: 1,
      asOf: '',
    },
  ],
  review: {
    required: true,
    reasons: ['The column name of totals vanishes.'],
    approvers: ['group:default/bi'],
  },
};

describe('changeMarkdown', () => {
  it('tells what changes, whom it concerns, and hides what may not be seen', () => {
    const markdown = changeMarkdown(preview, { title: 'orders' });
    // nobody is mentioned by what a name contains
    expect(markdown).toContain('@\u200badmin');
    expect(markdown.replace(/\u200b/g, '')).toMatchInlineSnapshot(`
      "### orders

      0 column flows new, 1 column flow gone, 2 things downstream of what changes.

      > [!WARNING]
      > This change asks for review.
      > The column name of totals vanishes.
      > Ask \`group:default/bi\`.

      **Reads and writes**

      - gone: a dataset that you may not see → totals \\| \\<b\\>

      **Columns that vanish or are made otherwise**

      | from | to | how |
      | --- | --- | --- |
      | orders \`name\` | totals \\| \\<b\\> \`name\` | IDENTITY |

      **Depends on totals (\`name\`)**

      | owner | what | columns | steps |
      | --- | --- | --- | --- |
      | \`group:default/bi\` | report | \`who\` | 2 |

      1 more that you may not see.

      **Not understood**

      - warning at 3:1: Who is @admin? Nobody.
      "
    `);
  });

  it('says that nothing changes', () => {
    expect(
      changeMarkdown({
        graph: { roots: [], nodes: [], edges: [], asOf: '' },
        added: [],
        removed: [],
        problems: [],
        impact: [],
        review: { required: false, reasons: [], approvers: [] },
      }),
    ).toBe('### Lineage\n\nThe lineage stays as it is.\n');
  });
});
