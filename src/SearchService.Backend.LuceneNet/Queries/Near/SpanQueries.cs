using Lucene.Net.Index;
using Lucene.Net.Search;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>What is to be known of expressions before their positions are looked at.</summary>
internal static class SpanQueries
{
    /// <summary>Finds the documents that hold all that an expression has to have, wherever it stands in them.</summary>
    internal static Query Candidates(Query query) => query switch
    {
        NearQuery near => LuceneQueries.AllOf(Candidates(near.Left), Candidates(near.Right)),
        PhraseQuery phrase => LuceneQueries.AllOf(phrase.GetTerms().Distinct().Select(static term => new TermQuery(term))),
        ConstantScoreQuery { Query: { } inner } => Candidates(inner),
        BooleanQuery boolean => LuceneQueries.AnyOf(SpanTree.PlacedClauses(boolean).Select(Candidates)),
        _ => query,
    };

    /// <summary>Whether an expression has sets of words in it.</summary>
    internal static bool HasSets(Query query) => query switch
    {
        NearQuery near => HasSets(near.Left) || HasSets(near.Right),
        ConstantScoreQuery { Query: { } inner } => HasSets(inner),
        BooleanQuery boolean => boolean.Clauses.Any(static clause => HasSets(clause.Query)),
        _ => query is IWordSet,
    };

    /// <summary>What stands for the idf of an expression near another.</summary>
    /// <remarks>
    /// For a term its idf, for a phrase the sum of its terms' idf, for a set of words 1, for a constant score that score, for alternatives the largest of
    /// theirs, for a required clause with optional ones the sum of all, for a pair the sum of its sides', each times the boosts upon it.
    /// </remarks>
    /// <param name="query">The expression.</param>
    /// <param name="reader">What is searched.</param>
    /// <param name="documents">How many documents have the field.</param>
    internal static double WeightOf(Query query, IndexReader reader, long documents) => query.Boost * (query switch
    {
        SharedTermQuery word => ArchiveSimilarity.Idf(documents, word.Frequency),
        TermQuery word => Idf(word.Term, reader, documents),
        PhraseQuery phrase => phrase.GetTerms().Sum(term => Idf(term, reader, documents)),
        IWordSet or ConstantScoreQuery => 1,
        NearQuery near => WeightOf(near.Left, reader, documents) + WeightOf(near.Right, reader, documents),
        BooleanQuery { Clauses.Count: > 0 } boolean => boolean.Clauses.Any(static clause => clause.Occur == Occur.MUST)
            ? boolean.Clauses.Sum(clause => WeightOf(clause.Query, reader, documents))
            : boolean.Clauses.Max(clause => WeightOf(clause.Query, reader, documents)),
        _ => 0.0,
    });

    private static double Idf(Term term, IndexReader reader, long documents) => ArchiveSimilarity.Idf(documents, reader.DocFreq(term));
}
