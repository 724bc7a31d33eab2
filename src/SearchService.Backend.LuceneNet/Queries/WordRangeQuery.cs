using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Matches the documents that have a word, as written, between two bounds, by the order of UTF-8 bytes. Score: 1.</summary>
internal sealed class WordRangeQuery : TermRangeQuery, IWordSet
{
    private WordRangeQuery(string field, BytesRef lower, BytesRef upper, bool includesLower, bool includesUpper)
        : base(field, lower, upper, includesLower, includesUpper) => MultiTermRewriteMethod = CONSTANT_SCORE_FILTER_REWRITE;

    /// <summary>Makes a query.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lower">In UTF-8, folded; null when open.</param>
    /// <param name="upper">In UTF-8, folded; null when open.</param>
    /// <param name="includesLower">Whether the lower bound itself fits.</param>
    /// <param name="includesUpper">Whether the upper bound itself fits.</param>
    internal static WordRangeQuery Of(string field, byte[]? lower, byte[]? upper, bool includesLower, bool includesUpper) => new(
        field,
        TermBytes.Of(TermForm.Written, lower),
        upper is null ? new BytesRef([(byte)(TermBytes.MarkOf(TermForm.Written) + 1)]) : TermBytes.Of(TermForm.Written, upper),
        lower is null || includesLower,
        upper is not null && includesUpper);

    /// <inheritdoc/>
    public TermsEnum Walk(Terms dictionary) => GetTermsEnum(dictionary, new AttributeSource());

    /// <inheritdoc/>
    public bool Contains(BytesRef term)
    {
        int below = LowerTerm.CompareTo(term), above = UpperTerm.CompareTo(term);
        return (below < 0 || (below == 0 && IncludesLower)) && (above > 0 || (above == 0 && IncludesUpper));
    }
}
