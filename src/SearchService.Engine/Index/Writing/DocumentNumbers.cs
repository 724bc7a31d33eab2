namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Which number each document of a segment had among all that were added, so that a deletion finds those added before it
/// and no later ones.
/// </summary>
/// <remarks>Kept as runs of documents that came one after another: one a batch. Not thread-safe.</remarks>
internal sealed class DocumentNumbers
{
    private readonly List<(int Document, long Number)> _runs = []; // where each begins

    /// <summary>How many documents there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gives the next document its number.</summary>
    /// <param name="number">The number.</param>
    public void Add(long number) => AddRun(number, 1);

    /// <summary>Gives the next documents numbers that follow one another.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many there are.</param>
    public void AddRun(long first, int count)
    {
        if (_runs.Count == 0 || NumberOf(Count) != first)
        {
            _runs.Add((Count, first));
        }

        Count += count;
    }

    /// <summary>Adds the documents of a segment behind those here, in their order.</summary>
    /// <param name="other">Their numbers.</param>
    public void AddAll(DocumentNumbers other)
    {
        for (int run = 0; run < other._runs.Count; run++)
        {
            int end = run + 1 < other._runs.Count ? other._runs[run + 1].Document : other.Count;
            AddRun(other._runs[run].Number, end - other._runs[run].Document);
        }
    }

    /// <summary>The number of a document.</summary>
    /// <param name="document">From 0 to <see cref="Count"/>, which asks for what would follow.</param>
    public long NumberOf(int document)
    {
        int low = 0;
        int high = _runs.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            (low, high) = _runs[middle].Document <= document ? (middle, high) : (low, middle - 1);
        }

        return _runs[low].Number + (document - _runs[low].Document);
    }
}
