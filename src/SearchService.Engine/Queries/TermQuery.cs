using System.Text;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term. Score: BM25.</summary>
/// <param name="Field">Number of a text field.</param>
/// <param name="Form">The form of the tokens that is looked at.</param>
/// <param name="Term">The term in UTF-8, exactly as the analyzer emits it.</param>
public sealed record TermQuery(int Field, TermForm Form, ReadOnlyMemory<byte> Term) : Query
{
    /// <summary>A term query for a term given as text, already analysed.</summary>
    public TermQuery(int field, TermForm form, string term)
        : this(field, form, Encoding.UTF8.GetBytes(term))
    {
    }

    /// <summary>
    /// How many documents the term's weight is computed from, where it is one of several that stand for the same word: as many as have any of
    /// them, so that the rarer of them doesn't weigh more. Null: those that have it.
    /// </summary>
    public long? SharedFrequency { get; init; }

    /// <inheritdoc/>
    public bool Equals(TermQuery? other) =>
        other is not null && Field == other.Field && Form == other.Form && SharedFrequency == other.SharedFrequency && Term.Span.SequenceEqual(other.Term.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Form);
        hash.AddBytes(Term.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}.{Form}:{Encoding.UTF8.GetString(Term.Span)}";
}
