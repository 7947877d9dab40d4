/**
 * Annotation of DataJob entities that says who changes the definition:
 * `portal`, or absent for Git.
 *
 * @public
 */
export const ORIGIN_ANNOTATION = 'datalark.io/origin';

/**
 * Annotation of DataJob entities of the portal that Git may take over: `true`.
 * The catalog lets another location provide such an entity.
 *
 * @public
 */
export const HANDED_OVER_ANNOTATION = 'datalark.io/handed-over';
