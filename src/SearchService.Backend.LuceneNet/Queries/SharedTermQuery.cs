using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>One of several terms that are one word: each weighs as much as the word, however rare it is itself.</summary>
internal sealed class SharedTermQuery : TermQuery
{
    /// <summary>Makes a query.</summary>
    /// <param name="term">The term.</param>
    /// <param name="frequency">How many documents have the word.</param>
    internal SharedTermQuery(Term term, int frequency)
        : base(term, frequency) => Frequency = frequency;

    /// <summary>Gets how many documents have the word.</summary>
    internal int Frequency { get; }
}
