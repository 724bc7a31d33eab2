namespace SearchService.Benchmarks.Peers;

/// <summary>What an engine answered and how long it took; a query it doesn't know has null.</summary>
internal sealed record PeerRun(string Name, PeerAnswer?[] Answers, double[] FullMicros, double[] TopMicros)
{
    /// <summary>Full views a second on one thread and on two.</summary>
    internal (double One, double Two) PerSecond { get; init; }

    /// <summary>Bytes a full view and a top 10 allocate, on average; null where that isn't known.</summary>
    internal (double Full, double Top)? Allocated { get; init; }

    /// <summary>Bytes of a full view's answer, which are among those it allocates, on average; 0 where that isn't known.</summary>
    internal double AnswerBytes { get; init; }
}
