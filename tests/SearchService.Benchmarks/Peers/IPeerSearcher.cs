namespace SearchService.Benchmarks.Peers;

/// <summary>An engine that answers queries by their number, for one thread.</summary>
internal interface IPeerSearcher : IDisposable
{
    /// <summary>Whether the engine has such a query at all.</summary>
    bool Knows(int query);

    /// <summary>Ten best, exact total, counts of the three facets.</summary>
    void Full(int query);

    /// <summary>The ten best alone.</summary>
    void Top(int query);

    /// <summary>What the last <see cref="Full"/> found.</summary>
    PeerAnswer LastAnswer();

    /// <summary>Copies the answer of the last <see cref="Full"/>, whose own size is so known; nothing where that isn't asked.</summary>
    void CopyAnswer()
    {
    }
}
