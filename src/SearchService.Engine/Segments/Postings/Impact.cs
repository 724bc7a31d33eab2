namespace SearchService.Engine.Segments.Postings;

/// <summary>
/// One corner of a bound on a block's scores: for every document of the block some impact has at least its frequency
/// and at most its norm.
/// </summary>
/// <param name="Frequency">How often the term occurs.</param>
/// <param name="Norm">The field's length, as <see cref="Norms.NormCodec"/> encodes it.</param>
public readonly record struct Impact(int Frequency, byte Norm);
