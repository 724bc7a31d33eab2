namespace SearchService.Core.Searching.Examples;

/// <summary>How much of an archive is looked at for examples.</summary>
public sealed record ExampleLimits
{
    /// <summary>Headlines, the latest ones.</summary>
    public int Headlines { get; init; } = 300;

    /// <summary>Speakers, the most quoted ones.</summary>
    public int Speakers { get; init; } = 8;

    /// <summary>Quotations of each speaker, the latest ones.</summary>
    public int Quotations { get; init; } = 100;

    /// <summary>Searches tried for one example before there is none of its kind.</summary>
    public int Trials { get; init; } = 24;
}
