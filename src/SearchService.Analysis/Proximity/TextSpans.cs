namespace SearchService.Analysis.Proximity;

/// <summary>Finds the spans of an expression in one document after the other.</summary>
/// <remarks>
/// <para>An expression has in a text a set of <em>spans</em>: runs of positions, from a first to before an end. A word, and each word of a set, has
/// one for each occurrence (<see cref="WordSpans"/>), a phrase one for each of its minimal choices (<see cref="PhraseSpans"/>), alternatives those of all of
/// them (<see cref="AlternativeSpans"/>), a pair its minimal reaches (<see cref="NearSpans"/>).</para>
/// <para>All spans of a document are found at once and kept until the next: there are never more than the text has words, times the
/// alternatives of the expression. Not thread-safe.</para>
/// </remarks>
public abstract class TextSpans
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
