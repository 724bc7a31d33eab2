namespace SearchService.Analysis.Passages;

/// <summary>A part of a text that is marked.</summary>
/// <param name="Start">Offset of the first UTF-16 unit.</param>
/// <param name="End">Offset after the last UTF-16 unit.</param>
public readonly record struct MatchSpan(int Start, int End);
