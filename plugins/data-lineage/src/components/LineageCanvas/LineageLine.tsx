import { memo } from 'react';
import { BaseEdge, EdgeProps } from '@xyflow/react';
import { LineEdge } from './flowElements';

/** A line along the path that was worked out with the layout. */
export const LineageLine = memo((props: EdgeProps<LineEdge>) => (
  <BaseEdge
    id={props.id}
    path={props.data?.path ?? ''}
    style={props.style}
    markerEnd={props.markerEnd}
    interactionWidth={14}
  />
));
