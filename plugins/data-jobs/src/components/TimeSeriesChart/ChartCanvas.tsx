import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { LINE_COLORS } from './chartColors';

/** What is drawn. */
export type ChartCanvasProps = {
  /** Milliseconds since 1970. */
  times: number[];
  lines: Array<Array<number | null>>;
  /** Milliseconds since 1970 of vertical lines. */
  marks: number[];
  theme: 'light' | 'dark';
  format(value: number): string;
  /** Fixed top of the axis, e.g. 1 for ratios. */
  top?: number;
  index: number | undefined;
  onIndex(index: number | undefined): void;
};

const HEIGHT = 180;

/** The lines, on a canvas; loaded only when a chart is shown. */
export default function ChartCanvas(props: ChartCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>();
  const latest = useRef(props);
  latest.current = props;
  const { times, lines, marks, theme, index, top } = props;

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const chart = new UPlot(
      options(element, latest, { theme, count: lines.length, top }),
      dataOf(latest.current),
      element,
    );
    plot.current = chart;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width > 0) chart.setSize({ width, height: HEIGHT });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
      plot.current = undefined;
    };
  }, [theme, lines.length, top]);

  useEffect(() => {
    plot.current?.setData(dataOf({ times, lines }));
  }, [times, lines]);

  useEffect(() => {
    plot.current?.redraw(false);
  }, [marks]);

  useEffect(() => {
    const chart = plot.current;
    if (!chart || chart.cursor.idx === index) return;
    const at = index === undefined ? undefined : times[index];
    const left = at === undefined ? -10 : chart.valToPos(at / 1_000, 'x');
    chart.setCursor({ left, top: HEIGHT / 3 }, false);
  }, [index, times]);

  return <div ref={host} />;
}

function dataOf({
  times,
  lines,
}: Pick<ChartCanvasProps, 'times' | 'lines'>): UPlot.AlignedData {
  return [times.map(ms => ms / 1_000), ...lines];
}

function options(
  element: HTMLElement,
  latest: { current: ChartCanvasProps },
  look: { theme: 'light' | 'dark'; count: number; top?: number },
): UPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string, fallback: string) =>
    style.getPropertyValue(name).trim() || fallback;
  const isDark = look.theme === 'dark';
  const text = color('--bui-fg-primary', isDark ? '#fff' : '#111');
  const grid = color('--bui-border-2', isDark ? '#444' : '#ddd');
  const axis = {
    stroke: text,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
    font: '12px sans-serif',
  };
  return {
    width: Math.max(200, element.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      y: {
        range: (_plot, _min, max) => [0, look.top ?? Math.max(max ?? 0, 1e-9)],
      },
    },
    axes: [
      axis,
      {
        ...axis,
        size: (_plot, labels) => widthOf(labels),
        values: (_plot, values) =>
          values.map(value => latest.current.format(value)),
      },
    ],
    series: [
      {},
      ...Array.from({ length: look.count }, (_one, line) => ({
        stroke: LINE_COLORS[look.theme][line % 2],
        width: 2,
        dash: line % 2 ? [6, 4] : undefined,
        spanGaps: false,
        points: { show: isAlone },
      })),
    ],
    hooks: {
      setCursor: [
        chart => {
          const next = chart.cursor.idx ?? undefined;
          if (next !== latest.current.index) latest.current.onIndex(next);
        },
      ],
      draw: [chart => drawMarks(chart, latest.current.marks, text)],
    },
  };
}

/** Room for the longest label; there are none before the first drawing. */
function widthOf(labels: string[] | null) {
  const longest = Math.max(0, ...(labels ?? []).map(({ length }) => length));
  return Math.max(48, 20 + longest * 7);
}

/** A value between gaps would not be seen as a line. */
function isAlone(chart: UPlot, line: number) {
  const values = Array.from(chart.data[line]);
  return values.filter(value => value !== null).length < 3;
}

function drawMarks(chart: UPlot, marks: number[], stroke: string) {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = stroke;
  ctx.fillStyle = stroke;
  ctx.globalAlpha = 0.6;
  ctx.setLineDash([3, 3]);
  for (const at of marks) {
    const x = Math.round(chart.valToPos(at / 1_000, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x - 5, bbox.top);
    ctx.lineTo(x + 5, bbox.top);
    ctx.lineTo(x, bbox.top + 7);
    ctx.fill();
  }
  ctx.restore();
}
