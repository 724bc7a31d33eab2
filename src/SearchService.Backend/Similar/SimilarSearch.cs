using System.Collections.Immutable;
using SearchService.Backend.Words;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Backend.Similar;

/// <summary>The search for the articles that have most of the words by which another one tells what it is about.</summary>
/// <remarks>
/// A backend searches for any of <see cref="Words"/>, ranked by BM25, one hit a story, and hands what it found to <see cref="Choose"/>. Words are
/// compared as the article's own language stems them, so articles in languages that are stemmed otherwise are seldom similar.
/// </remarks>
public sealed class SimilarSearch
{
    /// <summary>Less, of the most that an article can score, is a few words in common, by chance.</summary>
    private const double LeastScore = 0.1;

    // In headlines the most telling words are looked for, too: what is in one an article is about.
    private const int WordsInTitles = 10;
    private const double TitleWeight = 0.5;

    private readonly string _story;
    private readonly double _most; // that anything can score by the words

    /// <summary>Chooses what is searched for.</summary>
    /// <param name="article">A stored article.</param>
    /// <param name="words">Of the archive.</param>
    public SimilarSearch(Article article, IWordFrequencies words)
    {
        TellingWords telling = new(words);
        ImmutableArray<TellingWord> chosen = telling.Of(article);
        ImmutableArray<WeightedWord>.Builder any = ImmutableArray.CreateBuilder<WeightedWord>();
        foreach (WeightedWord word in chosen.Select(static word => new WeightedWord(QueryFields.Body, word.Term, word.Weight))
            .Concat(chosen.Take(WordsInTitles).Select(static word => new WeightedWord(QueryFields.Title, word.Term, TitleWeight * word.Weight))))
        {
            if (telling.Frequency(word.Field, word.Term) is > 0 and long frequency)
            {
                any.Add(word);
                _most += word.Weight * telling.Rarity(word.Field, frequency);
            }
        }

        (_story, Words) = (article.StoryId, any.DrainToImmutable());
    }

    /// <summary>Gets what is searched for: any of them; nothing is similar where there are none.</summary>
    public ImmutableArray<WeightedWord> Words { get; }

    /// <summary>How many hits a backend needs for so many similar articles: one may be the article itself, or another version of its story.</summary>
    /// <param name="size">The most wanted.</param>
    public static int HitsFor(int size) => size + 1;

    /// <summary>The similar articles among what was found.</summary>
    /// <param name="hits">The best first, one a story, each with its score; read as far as they are needed.</param>
    /// <param name="size">The most wanted.</param>
    public ImmutableArray<SimilarHit> Choose(IEnumerable<(Article Article, double Score)> hits, int size) =>
    [
        .. hits.TakeWhile(hit => hit.Score >= LeastScore * _most)
            .Where(hit => hit.Article.StoryId != _story)
            .Take(size)
            .Select(hit => new SimilarHit(hit.Article, Math.Min(1, hit.Score / _most))),
    ];
}
