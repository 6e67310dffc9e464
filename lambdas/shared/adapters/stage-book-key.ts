/** Begins the keys of stage books in the model registry; `#` is in no model's name. */
export const stagesPrefix = 'stages#';

/**
 * Where a model's stage book lies in the registry's table.
 *
 * @example
 * stageBookKey('crisis') // => { modelName: 'stages#crisis', version: 0 }
 */
export const stageBookKey = (modelId: string) => ({ modelName: `${stagesPrefix}${modelId}`, version: 0 });
