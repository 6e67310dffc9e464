/** A catalogue id as a construct id: `mlModels` becomes `MlModels`. */
export const pascalCase = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
