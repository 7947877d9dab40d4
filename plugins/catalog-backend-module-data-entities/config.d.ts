export interface Config {
  catalog?: {
    dataEntities?: {
      /**
       * Adds the data kinds as layers of the catalog model, which is alpha and changes how every kind of the
       * catalog is validated. By default a processor validates them.
       *
       * @defaultValue false
       */
      modelLayers?: boolean;
    };
  };
}
