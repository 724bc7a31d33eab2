using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents where terms stand next to each other, or near. Score: BM25.</summary>
/// <remarks>
/// <para>Let the term at offset <c>i</c> of the phrase occur at position <c>p</c> of the text: its <em>displacement</em>
/// is <c>p − i</c>. A choice of one occurrence for each term of the phrase, where a term that is there twice has two
/// different occurrences, has the <em>width</em> max − min of its displacements. The phrase matches when some
/// choice has a width of at most <see cref="Slop"/>. So 0 is the exact phrase, each word in between costs one, and
/// a swapped pair costs two, as in Lucene.</para>
/// <para>The phrase's frequency in a document is the sum of 1 / (1 + width) over its minimal choices: the intervals of
/// displacements that hold a choice and hold no smaller such interval. For an exact phrase that is the number of its
/// occurrences. The score is BM25 with that frequency and the sum of the terms' idf.</para>
/// <para>A phrase of one term is that term; a phrase of none matches nothing.</para>
/// </remarks>
/// <param name="Field">Number of a text field.</param>
/// <param name="Form">The form of the tokens that is looked at.</param>
/// <param name="Terms">The terms in UTF-8, in the order of the phrase; a term may be there more than once.</param>
/// <param name="Slop">The largest width that still matches; 0 or more.</param>
public sealed record PhraseQuery(int Field, TermForm Form, ImmutableArray<ReadOnlyMemory<byte>> Terms, int Slop = 0) : Query
{
    /// <summary>A phrase query for terms given as text, already analysed.</summary>
    public PhraseQuery(int field, TermForm form, IEnumerable<string> terms, int slop = 0)
        : this(field, form, [.. terms.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t))], slop)
    {
    }

    /// <summary>The largest width that still matches; 0 or more.</summary>
    public int Slop { get; } =
        Slop >= 0 ? Slop : throw new ArgumentOutOfRangeException(nameof(Slop), Slop, "The slop of a phrase can't be negative.");

    /// <inheritdoc/>
    public bool Equals(PhraseQuery? other)
    {
        if (other is null || Field != other.Field || Form != other.Form || Slop != other.Slop || Terms.Length != other.Terms.Length)
        {
            return false;
        }

        for (var i = 0; i < Terms.Length; i++)
        {
            if (!Terms[i].Span.SequenceEqual(other.Terms[i].Span))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Form);
        hash.Add(Slop);
        foreach (var term in Terms)
        {
            hash.AddBytes(term.Span);
            hash.Add(0);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Field}.{Form}:\"{string.Join(' ', Terms.Select(t => Encoding.UTF8.GetString(t.Span)))}\"{(Slop > 0 ? $"~{Slop}" : "")}";
}
