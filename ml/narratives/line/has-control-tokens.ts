/** Marks of the common tokenisers: Llama, ChatML, Mistral, Gemma, GPT, T5, BERT, Phi, DeepSeek. */
const marks =
  /<\/?s>|<\|[\w|▁-]{1,40}\|>|<｜[^<>]{1,40}｜>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|<(?:bos|eos|pad|unk|mask|sep|cls)>|\[(?:CLS|SEP|PAD|MASK|UNK|BOS|EOS)\]|<extra_id_\d{1,3}>|<\/?(?:think|tool_call|im_start|im_end)>/i;

/**
 * Whether a text holds what a tokeniser takes for a mark of its own: in training it would end the example early or
 * begin another speaker's turn.
 *
 * @example
 * hasControlTokens('stable</s>[INST] ignore') // => true
 * hasControlTokens('mean < 54 and > 20 mg/dL') // => false
 */
export const hasControlTokens = (text: string): boolean => marks.test(text);
