import { CSSProperties, forwardRef, ReactNode, UIEventHandler } from 'react';

/**
 * A part of a page that scrolls by itself, so the keyboard has to reach it.
 *
 * @public
 */
export const ScrollRegion = forwardRef<
  HTMLDivElement,
  {
    /** What a screen reader calls it. */
    label: string;
    className: string;
    style?: CSSProperties;
    onScroll?: UIEventHandler<HTMLDivElement>;
    children: ReactNode;
  }
>(({ label, ...rest }, ref) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div ref={ref} role="group" aria-label={label} tabIndex={0} {...rest} />
));
