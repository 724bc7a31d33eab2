namespace SearchService.Ingestion.Reporting;

/// <summary>One thing that was wrong with an article set, with its place and what became of it.</summary>
public sealed record IngestionProblem
{
    /// <summary>One of <see cref="ProblemCodes"/>: stable, for scripts.</summary>
    public required string Code { get; init; }

    /// <summary>What it cost.</summary>
    public required ProblemEffect Effect { get; init; }

    /// <summary>Where.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>The column or property, as it is named in the file, or the field of the article; null for the whole record.</summary>
    public string? Field { get; init; }

    /// <summary>What happened and what to do, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The beginning of the value concerned, on one line.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The article's id, where one is known.</summary>
    public string? Id { get; init; }

    /// <summary>Cuts a value to what a report can show: one line, at most 120 UTF-16 units, no control characters.</summary>
    /// <param name="value">Any value.</param>
    public static string ExcerptOf(ReadOnlySpan<char> value)
    {
        const int Longest = 120;
        bool cut = value.Length > Longest;
        if (cut)
        {
            value = value[..(char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest)];
        }

        Span<char> shown = stackalloc char[Longest + 1];
        for (int i = 0; i < value.Length; i++)
        {
            shown[i] = char.IsControl(value[i]) ? ' ' : value[i];
        }

        if (cut)
        {
            shown[value.Length] = '…';
        }

        return new string(shown[..(value.Length + (cut ? 1 : 0))]);
    }
}
