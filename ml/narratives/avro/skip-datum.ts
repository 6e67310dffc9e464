import avsc, { type Type } from 'avsc';
import type { AvroCursor } from './avro-cursor.ts';

/** What is left of the items that a file may hold. */
export interface ItemBudget {
  left: number;
}

const deepest = 24;

/**
 * Steps over one datum of a type without building it, and says whether it is sound: inside the bytes, with known
 * enum symbols and union branches, no array longer than its bytes can hold.
 *
 * avsc allocates an array as long as the data claims, so that a file of forty bytes can ask for all memory; a block
 * is walked first, and decoded only if this says yes. Time is linear in the bytes.
 *
 * @param budget - taken from for every array and map item; mutated
 */
export const skipDatum = (type: Type, cursor: AvroCursor, budget: ItemBudget): boolean =>
  skip(type, { cursor, budget }, 0);

interface Walk {
  readonly cursor: AvroCursor;
  readonly budget: ItemBudget;
}

const skip = (type: Type, walk: Walk, depth: number): boolean => {
  const { cursor } = walk;
  if (depth > deepest) return false;
  if (type instanceof avsc.types.RecordType) {
    return type.fields.every((field) => skip(field.type, walk, depth + 1));
  }
  if (type instanceof avsc.types.ArrayType)
    return skipItems(walk, () => skip(type.itemsType, walk, depth + 1));
  if (type instanceof avsc.types.MapType) {
    return skipItems(walk, () => skipSized(cursor) && skip(type.valuesType, walk, depth + 1));
  }
  if (type instanceof avsc.types.EnumType) return isPlaceIn(type.symbols, cursor.long());
  if (type instanceof avsc.types.FixedType) return cursor.bytes(type.size) !== undefined;
  if (type instanceof avsc.types.UnwrappedUnionType || type instanceof avsc.types.WrappedUnionType) {
    const place = cursor.long();
    return isPlaceIn(type.types, place) && skip(type.types[Number(place)]!, walk, depth + 1);
  }
  return skipPrimitive(type.typeName, cursor);
};

const isPlaceIn = (choices: readonly unknown[], place: number | undefined) =>
  place !== undefined && place >= 0 && place < choices.length;

const skipSized = (cursor: AvroCursor) => {
  const length = cursor.long();
  return length !== undefined && cursor.bytes(length) !== undefined;
};

const skipPrimitive = (typeName: string, cursor: AvroCursor): boolean => {
  switch (typeName) {
    case 'null':
      return true;
    case 'boolean':
      return cursor.bytes(1) !== undefined;
    case 'float':
      return cursor.bytes(4) !== undefined;
    case 'double':
      return cursor.bytes(8) !== undefined;
    case 'string':
    case 'bytes':
      return skipSized(cursor);
    case 'int':
    case 'long':
    case 'abstract:long':
      return cursor.long() !== undefined;
    default:
      return false;
  }
};

const skipItems = ({ cursor, budget }: Walk, skipItem: () => boolean): boolean => {
  for (;;) {
    const count = cursor.long();
    if (count === undefined) return false;
    if (count === 0) return true;
    // A negative count is followed by the size of its items in bytes.
    if (count < 0 && cursor.long() === undefined) return false;
    for (let item = 0; item < Math.abs(count); item += 1) {
      const before = cursor.position();
      budget.left -= 1;
      // An item of no bytes could be claimed any number of times.
      if (budget.left < 0 || !skipItem() || cursor.position() === before) return false;
    }
  }
};
