using SearchService.Core.Articles;
using SearchService.Quotations.Finding.Attribution;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding;

/// <summary>Finds what an article puts in people's mouths, and who they are.</summary>
/// <remarks>
/// <para>What stands between quotation marks is found first (<see cref="SegmentScanner"/>), then the words around that may name a speaker
/// (<see cref="Surroundings"/>); trees weigh both (<see cref="SegmentJudge"/>), and segments of one utterance become one quotation
/// (<see cref="QuoteAssembler"/>).</para>
/// <para>Reusable, for one thread. Takes time linear in the text, whatever its quotation marks do.</para>
/// </remarks>
public sealed class QuotationFinder
{
    private readonly QuotationLimits _limits;
    private readonly ArticleTokens _tokens = new();
    private readonly PeopleFinder _people = new();
    private readonly SegmentScanner _scanner = new();
    private readonly Surroundings _around = new();
    private readonly SegmentJudge _judge;
    private readonly List<SegmentReading> _readings = [];

    /// <summary>Initializes a new instance of the <see cref="QuotationFinder"/> class.</summary>
    /// <param name="limits">What may be spent on an article; the default where none are given.</param>
    public QuotationFinder(QuotationLimits? limits = null)
        : this(limits, JudgeTrees.Shipped)
    {
    }

    internal QuotationFinder(QuotationLimits? limits, JudgeTrees trees)
    {
        _limits = limits ?? QuotationLimits.Default;
        _judge = new SegmentJudge(trees);
    }

    /// <summary>Gets how many marks and candidates have been looked at so far, for tests of what it costs.</summary>
    internal long Looks => _scanner.Looks + _judge.Looks;

    /// <summary>Reads an article's text.</summary>
    /// <param name="text">Paragraphs joined with one empty line.</param>
    /// <param name="language">ISO 639-1, lower case, or null; of one that isn't known only what every language shares is found.</param>
    public QuotationReading Read(string text, string? language)
    {
        bool cut = text.Length > _limits.TextLength;
        _tokens.Read(cut ? text[.._limits.TextLength] : text);
        ArticlePeople people = _people.Read(_tokens, language);
        QuotationLanguage words = QuotationLanguage.Of(language);
        _scanner.Read(_tokens, words);
        if (_scanner.Segments.Count == 0)
        {
            return new QuotationReading([], people.Names, cut ? 1 : 0);
        }

        _around.Read(_tokens, words, _scanner.Segments);
        _judge.Read(_around, _readings);
        (List<Quote> quotes, int leftOut) = QuoteAssembler.Assemble(_around, _readings, people, _limits);
        return new QuotationReading(quotes, people.Names, leftOut + (cut ? 1 : 0));
    }
}
