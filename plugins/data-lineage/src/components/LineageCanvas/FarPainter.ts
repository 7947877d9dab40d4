import { canvasPalette } from './canvasPalette';
import { paintScene, Palette, Viewport } from './paintScene';

type Sight = Viewport & { width: number; height: number };
type What = Omit<
  Parameters<typeof paintScene>[1],
  'palette' | 'viewport' | 'width' | 'height' | 'ratio'
>;

// Painted on each side beyond what is in sight, as a part of it.
const MARGIN = 0.5;
// Milliseconds without another zoom before it is painted sharp.
const SETTLE = 90;

/**
 * Paints more than is in sight and moves what it has painted, so that panning
 * costs nothing however many nodes there are. Zooming scales the old painting
 * until it settles.
 */
export class FarPainter {
  #painted: Sight | undefined;
  #sight: Sight | undefined;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #palette: Palette;

  private constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly context: CanvasRenderingContext2D,
    private readonly what: What,
  ) {
    this.#palette = canvasPalette(canvas);
  }

  /** `undefined` where there is no canvas to draw on. */
  static on(canvas: HTMLCanvasElement, what: What): FarPainter | undefined {
    // Thousands of thin lines: a processor draws them evenly fast, a graphics
    // chip's emulation takes seconds.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    return context ? new FarPainter(canvas, context, what) : undefined;
  }

  /** Shows this part of the picture, at once as well as it can. */
  show(sight: Sight): void {
    const before = this.#sight;
    const isSame =
      before &&
      before.x === sight.x &&
      before.y === sight.y &&
      before.zoom === sight.zoom &&
      before.width === sight.width &&
      before.height === sight.height;
    if (isSame || !sight.width || !sight.height) return;
    this.#sight = sight;
    if (!this.#painted || sight.width !== this.#painted.width) this.#paint();
    else if (!this.#frame)
      this.#frame = requestAnimationFrame(() => this.#move());
  }

  /** The theme has changed. */
  forgetColors(): void {
    this.#palette = canvasPalette(this.canvas);
    if (this.#sight) this.#paint();
  }

  /** Nothing is painted from now on. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #move(): void {
    this.#frame = 0;
    const sight = this.#sight!;
    const painted = this.#painted!;
    const scale = sight.zoom / painted.zoom;
    const x = sight.x - painted.x * scale;
    const y = sight.y - painted.y * scale;
    const isCovered =
      Math.abs(x) <= MARGIN * sight.width &&
      Math.abs(y) <= MARGIN * sight.height;
    if (scale === 1 && !isCovered) {
      this.#paint();
      return;
    }
    const { width, height } = sight;
    const left = x - MARGIN * width * scale;
    const top = y - MARGIN * height * scale;
    this.canvas.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    if (scale === 1) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#paint(), SETTLE);
  }

  #paint(): void {
    clearTimeout(this.#timer);
    const { canvas, context } = this;
    const sight = this.#sight!;
    // Four times the area in sight: no sharper than a pixel to a pixel when it is large.
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.round(sight.width * (1 + 2 * MARGIN));
    const height = Math.round(sight.height * (1 + 2 * MARGIN));
    if (canvas.width !== Math.round(width * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.style.width = `${width}px`;
    }
    if (canvas.height !== Math.round(height * ratio)) {
      canvas.height = Math.round(height * ratio);
      canvas.style.height = `${height}px`;
    }
    const viewport = {
      x: sight.x + MARGIN * sight.width,
      y: sight.y + MARGIN * sight.height,
      zoom: sight.zoom,
    };
    paintScene(context, {
      ...this.what,
      palette: this.#palette,
      ...{ viewport, width, height, ratio },
    });
    this.#painted = sight;
    canvas.style.transform = `translate(${-MARGIN * sight.width}px, ${
      -MARGIN * sight.height
    }px)`;
    canvas.dataset.painted = 'true';
  }
}
