namespace SearchService.Engine.Segments.Terms;

/// <summary>Where a term dictionary is in its file.</summary>
/// <param name="TermCount">How many terms it has.</param>
/// <param name="BlockCount">In how many blocks.</param>
/// <param name="Start">Where the first block begins.</param>
/// <param name="Index">Where the index of blocks begins, and the last block ends.</param>
/// <param name="IndexLength">How long that index is, in bytes.</param>
internal readonly record struct TermsExtent(int TermCount, int BlockCount, long Start, long Index, int IndexLength);
