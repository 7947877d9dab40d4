import { Component, ReactNode } from 'react';

/**
 * Shows the fallback where a chart cannot be drawn, e.g. because the library
 * does not take the browser's language tag: the numbers matter, not the lines.
 */
export class ChartBoundary extends Component<
  { fallback: ReactNode; children: ReactNode },
  { failed: boolean }
> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  state = { failed: false };

  render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
