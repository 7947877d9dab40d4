import { Alias } from '../Alias';
import { ChangePreview, ChangeRequest } from '../ChangePreview';
import { DriftPage, DriftQuery } from '../Drift';
import { ImpactNotice, ImpactQuery, ImpactReport } from '../Impact';
import {
  ColumnQuery,
  DiffQuery,
  GraphQuery,
  LineageGraph,
  VisibleNode,
} from '../LineageGraph';
import { SearchPage, SearchQuery } from '../LineageSearch';
import { LineageName, NodeId } from '../NodeId';

/** Options of every call. @public */
export type LineageCallOptions = { signal?: AbortSignal; token?: string };

/**
 * The REST interface of data-lineage, see its OpenAPI document at
 * `/api/data-lineage/openapi.json`. Every call rejects with a `ResponseError`
 * of `@backstage/errors` when the server refuses.
 *
 * @public
 */
export interface DataLineageApi {
  /** `GET /graph` */
  getGraph(
    query: GraphQuery,
    options?: LineageCallOptions,
  ): Promise<LineageGraph>;
  /** `GET /column` */
  getColumn(
    query: ColumnQuery,
    options?: LineageCallOptions,
  ): Promise<LineageGraph>;
  /** `GET /diff`: edges and links carry `change`. */
  getDiff(
    query: DiffQuery,
    options?: LineageCallOptions,
  ): Promise<LineageGraph>;
  /** `GET /path`: shortest ways along the flow; no nodes when there is none. */
  getPath(
    query: { from: NodeId; to: NodeId; asOf?: string },
    options?: LineageCallOptions,
  ): Promise<LineageGraph>;
  /** `GET /times`: ISO 8601, in order; when something changed around nodes. */
  getTimes(
    query: { nodes: NodeId[]; depth?: number },
    options?: LineageCallOptions,
  ): Promise<string[]>;
  /** `GET /search` */
  search(query: SearchQuery, options?: LineageCallOptions): Promise<SearchPage>;
  /** `GET /nodes`: nodes of a catalog entity; a DataSource has many, in pages of the server's cap. */
  nodesOfEntity(
    entityRef: string,
    options?: LineageCallOptions,
  ): Promise<VisibleNode[]>;
  /** `GET /impact` */
  getImpact(
    query: ImpactQuery,
    options?: LineageCallOptions,
  ): Promise<ImpactReport>;
  /** `POST /impact/notify`: one notification for each owner. */
  notifyOwners(
    query: ImpactQuery & { message: string },
    options?: LineageCallOptions,
  ): Promise<ImpactNotice>;
  /** `POST /preview` */
  previewChange(
    request: ChangeRequest,
    options?: LineageCallOptions,
  ): Promise<ChangePreview>;
  /** `GET /drift` */
  listDrift(
    query: DriftQuery,
    options?: LineageCallOptions,
  ): Promise<DriftPage>;
  /** `GET /drift/:id/entity`: the Lineage entity as YAML that would declare it. */
  driftAsYaml(id: string, options?: LineageCallOptions): Promise<string>;
  /** `GET /export`: OpenLineage events, one JSON a line, of a part of the graph. */
  exportEvents(
    query: GraphQuery,
    options?: LineageCallOptions,
  ): Promise<string>;
  /** `GET /aliases` */
  listAliases(options?: LineageCallOptions): Promise<Alias[]>;
  /** `POST /aliases` */
  addAlias(
    alias: { name: LineageName; target: LineageName },
    options?: LineageCallOptions,
  ): Promise<Alias>;
  /** `DELETE /aliases` */
  removeAlias(name: LineageName, options?: LineageCallOptions): Promise<void>;
}
