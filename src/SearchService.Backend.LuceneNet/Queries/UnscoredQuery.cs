using Lucene.Net.Search;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Matches what another query does, and says nothing of how well a text fits: it only chooses. Score: 0. What it finds isn't marked.</summary>
internal sealed class UnscoredQuery : ConstantScoreQuery
{
    internal UnscoredQuery(Query query)
        : base(query) => Boost = 0;
}
