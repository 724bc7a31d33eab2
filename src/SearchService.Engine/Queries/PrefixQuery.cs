using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term that begins with given bytes. Score: 1.</summary>
/// <param name="Field">Number of a text field.</param>
/// <param name="Forms">The forms of the tokens that are looked at; one that fits is enough.</param>
/// <param name="Prefix">The first bytes of the terms, in UTF-8; empty fits every term.</param>
public sealed record PrefixQuery(int Field, ImmutableArray<TermForm> Forms, ReadOnlyMemory<byte> Prefix)
    : TermSetQuery(Field, Forms)
{
    /// <summary>A prefix query for a prefix given as text, already folded.</summary>
    public PrefixQuery(int field, ImmutableArray<TermForm> forms, string prefix)
        : this(field, forms, Encoding.UTF8.GetBytes(prefix))
    {
    }

    /// <inheritdoc/>
    public override TermJudge Judge() => new PrefixJudge(Prefix);

    /// <inheritdoc/>
    public bool Equals(PrefixQuery? other) =>
        other is not null && Field == other.Field && Forms.AsSpan().SequenceEqual(other.Forms.AsSpan()) && Prefix.Span.SequenceEqual(other.Prefix.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Forms.Length);
        hash.AddBytes(Prefix.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}.{string.Join('|', Forms)}:{Encoding.UTF8.GetString(Prefix.Span)}*";

    private sealed class PrefixJudge(ReadOnlyMemory<byte> prefix) : TermJudge
    {
        public override ReadOnlySpan<byte> First => prefix.Span;

        public override TermFit Fit(ReadOnlySpan<byte> term) =>
            term.StartsWith(prefix.Span) ? TermFit.Yes
            : term.SequenceCompareTo(prefix.Span) > 0 ? TermFit.Past
            : TermFit.No;
    }
}
