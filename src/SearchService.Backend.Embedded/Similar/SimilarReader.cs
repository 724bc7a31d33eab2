using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Similar;

/// <summary>Finds the articles that have most of the words by which another one tells what it is about.</summary>
/// <remarks>
/// One search for any of the words, ranked with pruning, of which each story has one hit. Words are compared as the article's own
/// language stems them, so articles in languages that are stemmed otherwise are seldom similar.
/// </remarks>
/// <param name="archive">Has them all.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class SimilarReader(ArchiveSnapshot archive, CancellationToken cancellation)
{
    /// <summary>Less, of the most that an article can score, is a few words in common, by chance.</summary>
    private const double LeastScore = 0.1;

    // In headlines the most telling words are looked for, too: what is in one an article is about.
    private const int WordsInTitles = 10;
    private const double TitleWeight = 0.5;

    private readonly TellingWords _telling = new(archive.Articles);

    /// <summary>Other articles, the most similar first.</summary>
    /// <param name="document">The number of the article in the snapshot.</param>
    /// <param name="size">The most wanted.</param>
    internal ImmutableArray<SimilarHit> Read(int document, int size)
    {
        Article article = ArticleCodec.Decode(archive.Articles.ReadStored(document));
        (BooleanQuery query, double most) = QueryFor(article);
        if (most == 0 || size == 0)
        {
            return [];
        }

        EngineSearch search = new()
        {
            Query = query,
            CollapseField = ArticleFields.Story,
            Size = size + 1, // one may be the article itself, or another version of its story
        };
        string story = article.StoryId;
        ImmutableArray<SimilarHit>.Builder hits = ImmutableArray.CreateBuilder<SimilarHit>(size);
        foreach (Hit hit in archive.ArticleSearcher.Search(search, cancellation).Hits)
        {
            if (hits.Count == size || hit.Score < LeastScore * most)
            {
                break;
            }

            Article other = ArticleCodec.Decode(archive.Articles.ReadStored(hit.Document));
            if (other.StoryId != story)
            {
                hits.Add(new SimilarHit(other, hit.Score / most));
            }
        }

        return hits.DrainToImmutable();
    }

    /// <summary>Any of an article's words, and the most that anything can score by them.</summary>
    private (BooleanQuery Query, double Most) QueryFor(Article article)
    {
        List<Query> any = [];
        double most = 0;
        ImmutableArray<TellingWord> words = _telling.Of(article);
        foreach (TellingWord word in words)
        {
            Add(ArticleFields.Text, word, word.Weight);
        }

        foreach (TellingWord word in words.Take(WordsInTitles))
        {
            Add(ArticleFields.Title, word, TitleWeight * word.Weight);
        }

        return (BooleanQuery.AnyOf(any), most);

        void Add(int field, TellingWord word, double weight)
        {
            if (_telling.Frequency(field, word.Term) is > 0 and long frequency)
            {
                any.Add(new BoostQuery(new TermQuery(field, TermForm.Word, word.Term), weight));
                most += weight * _telling.Rarity(field, frequency);
            }
        }
    }
}
