namespace SearchService.Engine.Execution;

/// <summary>The order of hits; ties go to the lower document number.</summary>
public sealed record SortOrder
{
    private SortOrder(int? field, bool descending)
    {
        NumberField = field;
        Descending = descending;
    }

    /// <summary>The highest score first.</summary>
    public static SortOrder Relevance { get; } = new(null, descending: true);

    /// <summary>The number field whose values order the hits, or null for relevance.</summary>
    public int? NumberField { get; }

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; }

    /// <summary>By the value of a number field; documents without one come last, either way.</summary>
    /// <param name="field">Number of a number field.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    public static SortOrder ByNumber(int field, bool descending) => new(field, descending);
}
