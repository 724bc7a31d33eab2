namespace SearchService.Analysis.Passages;

/// <summary>A part of a text that one leaf of the query matched.</summary>
/// <param name="Start">Offset of the first UTF-16 unit.</param>
/// <param name="End">Offset after the last UTF-16 unit.</param>
/// <param name="Leaf">Which leaf: from 0 to <see cref="TextMatches.LeafCount"/> − 1; equal leaves of a query are one.</param>
public readonly record struct LeafMatch(int Start, int End, int Leaf);
