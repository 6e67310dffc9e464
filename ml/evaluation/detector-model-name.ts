/** The name under which wearable detectors are registered and published. */
export const detectorModelName = 'lstm-autoencoder';
