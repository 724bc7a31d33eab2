using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>A query for any of the words of a set, as written or folded: stems are in none.</summary>
internal interface IWordSet
{
    /// <summary>Gets the field the words are in.</summary>
    string Field { get; }

    /// <summary>Walks those words of the set that are in a dictionary.</summary>
    /// <param name="dictionary">Of the field in a segment.</param>
    TermsEnum Walk(Terms dictionary);

    /// <summary>Says whether a term, with the byte of its form, is in the set.</summary>
    bool Contains(BytesRef term);
}
