namespace SearchService.Engine.Kernels;

/// <summary>What a <see cref="TermSketch"/> must be like for its term to be looked at.</summary>
/// <param name="Letters">The letters wanted, a bit each as <see cref="TermSketch.LetterOf"/> has them.</param>
/// <param name="MaxMissing">How many of them may be missing.</param>
/// <param name="MaxForeign">How many others there may be; <see cref="Any"/> for any number.</param>
/// <param name="MinLength">The fewest code points, at most <see cref="TermSketch.MaxLength"/>.</param>
/// <param name="MaxLength">The most code points; <see cref="TermSketch.MaxLength"/> for any number.</param>
internal readonly record struct SketchFilter(uint Letters, int MaxMissing, int MaxForeign, int MinLength, int MaxLength)
{
    /// <summary>Any number of foreign letters.</summary>
    public const int Any = -1;
}
