using System.Collections.Immutable;

namespace SearchService.Analysis.Passages;

/// <summary>A part of a text that is shown for a hit.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Offset">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Highlights">What is marked, relative to the passage: ascending, neither overlapping nor touching.</param>
public sealed record Passage(string Text, int Offset, ImmutableArray<MatchSpan> Highlights);
