import { useRef } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { errorText } from '@datalark/backstage-plugin-data-entities-react';
import { LineageGraph } from '@datalark/backstage-plugin-data-lineage-common';
import { RiDownload2Line } from '@remixicon/react';
import { dataLineageApiRef } from '../../api/dataLineageApiRef';
import { graphCsv } from '../../export/graphCsv';
import { saveBlob, saveText } from '../../export/saveBlob';
import { PlacedScene } from '../../graph/PlacedScene';
import { SceneNode } from '../../graph/Scene';
import { toGraphQuery } from '../../hooks/useLineage';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { ViewState } from '../../logic/viewState';
import { canvasPalette } from '../LineageCanvas/canvasPalette';
import canvas from '../LineageCanvas/LineageCanvas.module.css';

const FILE = 'lineage';

/** Takes the view away: as a picture, a table, OpenLineage events, or a link. */
export function ExportMenu(props: {
  state: ViewState;
  graph?: LineageGraph;
  placed?: PlacedScene;
  asOf?: string;
}) {
  const t = useText();
  const api = useApi(dataLineageApiRef);
  const toasts = useApi(toastApiRef);
  const titles = useEntityTitles();
  const colors = useRef<HTMLSpanElement>(null);
  const { state, graph, placed } = props;
  const title = (node: SceneNode) => {
    if (node.kind === 'node') return node.node.title;
    return node.kind === 'group'
      ? titles(node.of)
      : t(`canvas.hidden.${node.type}`, { count: node.count });
  };
  const attempt = (work: () => Promise<void>) => () => {
    work().catch(error =>
      toasts.post({
        title: t('export.failed'),
        description: errorText(error),
        status: 'danger',
      }),
    );
  };
  const png = attempt(async () => {
    const { scenePng } = await import('../../export/scenePng');
    saveBlob(
      `${FILE}.png`,
      await scenePng(placed!, canvasPalette(colors.current!), title),
    );
  });
  const svg = attempt(async () => {
    const { sceneSvg } = await import('../../export/sceneSvg');
    const text = sceneSvg(placed!, canvasPalette(colors.current!), title);
    saveText(`${FILE}.svg`, text, 'image/svg+xml');
  });
  const csv = attempt(async () => {
    saveText(`${FILE}.csv`, graphCsv(graph!), 'text/csv');
  });
  const events = attempt(async () => {
    const text = await api.exportEvents(toGraphQuery(state));
    saveText(`${FILE}.ndjson`, text, 'application/x-ndjson');
  });
  const link = attempt(async () => {
    await navigator.clipboard.writeText(window.location.href);
    toasts.post({
      title: t('export.copied'),
      status: 'success',
      timeout: 4_000,
    });
  });
  return (
    <>
      <span ref={colors} className={canvas.colors} hidden />
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownload2Line />}
          isDisabled={!graph}
        >
          {t('export.label')}
        </Button>
        <Menu>
          <MenuItem onAction={png} isDisabled={!placed}>
            {t('export.png')}
          </MenuItem>
          <MenuItem onAction={svg} isDisabled={!placed}>
            {t('export.svg')}
          </MenuItem>
          <MenuItem onAction={csv}>{t('export.csv')}</MenuItem>
          <MenuItem onAction={events}>{t('export.openLineage')}</MenuItem>
          <MenuItem onAction={link}>{t('export.link')}</MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}
