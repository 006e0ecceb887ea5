#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// BM25 over the whole collection, with exact lengths.
///
/// `idf(t) · tf (k1 + 1) / (tf + k1 (1 - b + b |d| / avg))` summed over distinct terms, with
/// `idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))`, k1 1.2 and b 0.75 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009).
package struct BM25: Sendable {
  package static let k1 = 1.2
  package static let b = 0.75

  package let documents: Int
  package let averageLength: Double
  /// `k1 (1 - b)`, the part of K that does not depend on the length.
  let base: Float
  /// `k1 b / avg`, what each position of length adds to K.
  let slope: Float

  package init(documents: Int, totalLength: UInt64) {
    self.documents = documents
    averageLength = documents == 0 ? 1 : max(Double(totalLength) / Double(documents), 1e-9)
    base = Float(Self.k1 * (1 - Self.b))
    slope = Float(Self.k1 * Self.b / averageLength)
  }

  package func inverseDocumentFrequency(_ frequency: Int) -> Double {
    log(1 + (Double(documents - frequency) + 0.5) / (Double(frequency) + 0.5))
  }

  /// What a term counts, before the saturation by frequency and length.
  package func weight(documentFrequency: Int, boost: Float) -> Float {
    Float(inverseDocumentFrequency(documentFrequency) * (Self.k1 + 1)) * boost
  }

  /// `K = k1 (1 - b + b |d| / avg)`.
  @inline(__always)
  func saturation(length: UInt32) -> Float {
    base + slope * Float(length)
  }

  /// `tf / (tf + K)`.
  @inline(__always)
  func saturation(frequency: UInt32, length: UInt32) -> Float {
    let tf = Float(Int32(truncatingIfNeeded: frequency))
    return tf / (tf + base + slope * Float(Int32(truncatingIfNeeded: length)))
  }
}
