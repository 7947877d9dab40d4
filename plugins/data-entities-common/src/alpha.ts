/**
 * The data kinds as layers of the catalog model. Opt-in: the first layer switches the whole catalog to the model.
 *
 * @packageDocumentation
 */
export {
  dataEntityKindLayers,
  dataEntityModelLayers,
  dataRelationsLayer,
} from './model/dataEntityModelLayers';
