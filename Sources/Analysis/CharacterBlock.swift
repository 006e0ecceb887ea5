/// A range of Unicode scalars that have dense ids in the same order.
struct CharacterBlock: Sendable {
  let scalars: Range<UInt32>
  /// The dense id of the first scalar.
  let firstID: UInt32
}
