import type { HealthDomain } from '../health-domain.ts';
import type { MaskCounts } from '../phi/phi-kind.ts';

/** Why an example becomes no line. */
export type LineRefusal =
  /** Nothing but white space. */
  | 'empty-narrative'
  /** Longer than the setting allows. */
  | 'narrative-too-long'
  /** Under `minQualityScore`. */
  | 'low-quality'
  /** Holds what a tokeniser takes for its own marks, such as `</s>` or `<|im_start|>`. */
  | 'control-tokens'
  /** Holds what tells who somebody is, and the setting says to keep that out rather than mask it. */
  | 'identifying-text'
  /** An insight whose value has another type than its name promises. */
  | 'insight-type'
  /** An insight whose name is none: letters, digits and `_`, at most 64. */
  | 'insight-name'
  /** Insights that are too many, too long or too deep. */
  | 'insights-too-large';

export type LineOutcome =
  | {
      readonly ok: true;
      /** One JSON value and the line feed that ends it. */
      readonly line: string;
      readonly domain: HealthDomain;
      readonly contentHash: string;
      /** What the screen masked, by kind. */
      readonly masked: MaskCounts;
    }
  | {
      readonly ok: false;
      readonly reason: LineRefusal;
      /** What to change; holds nothing of the example's text. */
      readonly detail: string;
      readonly contentHash: string;
      readonly masked: MaskCounts;
    };
