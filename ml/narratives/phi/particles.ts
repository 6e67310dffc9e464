/** What stands between the parts of a name, or before the first, in lower case. */
export const particles: ReadonlySet<string> = new Set(
  "van't op't in't de da do dos das di del della dei degli des du d' la le el los las y e i van von vom der den ter ten te zu zum zur af av bin bint binti ibn ben bat abu umm abd al ap ab mac mc st. san santa saint são ng ul ur o' o ua ní nic uí mhic oğlu kızı vander op het 't ten tot wa ole arap".split(
    ' ',
  ),
);
