namespace SearchService.Engine.Execution.Near;

/// <summary>Finds the spans of an expression in one document after the other: what spans are is said in <see cref="Queries.NearQuery"/>.</summary>
/// <remarks>
/// All spans of a document are found at once and kept until the next: there are never more than the text has words, times the
/// alternatives of the expression. Not thread-safe.
/// </remarks>
internal abstract class TextSpans
{
    /// <summary>The spans in the document last asked about; valid until the next.</summary>
    public SpanList Found { get; } = new();

    /// <summary>Finds the spans in a document.</summary>
    /// <param name="document">At or after those asked about before.</param>
    /// <returns>Whether there are any.</returns>
    public abstract bool FindIn(int document);

    /// <summary>Adds what a span consists of, down to words and exact phrases: what is to be marked.</summary>
    /// <param name="span">One of <see cref="Found"/>.</param>
    /// <param name="parts">Added to.</param>
    public virtual void AddParts(ulong span, HashSet<ulong> parts) => parts.Add(span);
}
