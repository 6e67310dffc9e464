import { RecordType } from '../record-type.ts';
import { defaultInstructionTexts, instructionTexts } from './instruction-texts.ts';
import type { LineSettings } from './line-settings.ts';

export interface InstructionChoice {
  /** 64 hexadecimal digits; decides the variant. */
  readonly contentHash: string;
  /** Measurements, where their number is known; 0 where not. */
  readonly measurements: number;
  readonly settings: Pick<LineSettings, 'customInstructions' | 'instructionDiversity'>;
}

export interface InstructionAndInput {
  readonly instruction: string;
  readonly input: string;
}

/**
 * Instruction and input of an example: the seed's texts, or with `instructionDiversity` one of several that the
 * content's hash picks, so that the same example always gets the same; a custom text stands above both.
 *
 * @example
 * chooseInstruction('StepsRecord', { contentHash: '00', measurements: 12, settings: { customInstructions: {}, instructionDiversity: false } }).input // => 'Daily step count data showing activity patterns. Total measurements: 12.'
 */
export const chooseInstruction = (recordType: string, choice: InstructionChoice): InstructionAndInput => {
  const { contentHash, measurements, settings } = choice;
  const known = RecordType.safeParse(recordType);
  const texts = known.success ? instructionTexts[known.data] : defaultInstructionTexts;
  const pick = (variants: readonly string[], digits: string) =>
    variants[settings.instructionDiversity ? Number.parseInt(digits, 16) % variants.length : 0]!;
  const own = new Map(Object.entries(settings.customInstructions)).get(recordType);
  const custom = typeof own === 'string' ? { instruction: own } : own;
  const input = custom?.input ?? pick(texts.inputs, contentHash.slice(8, 16));
  return {
    instruction: custom?.instruction ?? pick(texts.instructions, contentHash.slice(0, 8)),
    input: measurements > 0 ? `${input} Total measurements: ${measurements}.` : input,
  };
};
