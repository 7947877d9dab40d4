import { useMemo } from 'react';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';
import { CanvasTexts } from './flowElements';

/** What the picture says to those who do not see it, and in the far view. */
export function useCanvasTexts(
  placed: PlacedScene,
): CanvasTexts & { title(node: SceneNode): string } {
  const t = useText();
  const titles = useEntityTitles();
  return useMemo(() => {
    const title = (node?: SceneNode) => {
      if (!node) return '';
      if (node.kind === 'node') return node.node.title;
      if (node.kind === 'group') return titles(node.of);
      return t(`canvas.hidden.${node.type}`, { count: node.count });
    };
    const titleOf = (id: string) => title(placed.node(id));
    return {
      title,
      node: node => {
        if (node.kind !== 'node') return title(node);
        const { node: facts } = node;
        return [
          t(`nodeType.${facts.type}`),
          facts.title,
          facts.dataSystem ?? facts.integration,
          facts.owner && titles(facts.owner),
          facts.type === 'job' && t(`runState.${facts.runState ?? 'unknown'}`),
          facts.droppedAt && t('node.droppedAt'),
        ]
          .filter(Boolean)
          .join(', ');
      },
      edge: edge =>
        t('canvas.edge', { from: titleOf(edge.from), to: titleOf(edge.to) }),
      link: ({ link: { from, to } }) =>
        t('canvas.link', {
          from: `${titleOf(from.node)}.${from.column}`,
          to: [titleOf(to.node), to.column].filter(Boolean).join('.'),
        }),
    };
  }, [t, titles, placed]);
}
