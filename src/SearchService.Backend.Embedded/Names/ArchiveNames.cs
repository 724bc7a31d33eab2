using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Names;
using SearchService.Core.Indexes;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Backend.Embedded.Names;

/// <summary>The words of a snapshot that are parts of names, and the spellings of a name among them.</summary>
/// <remarks>
/// <para>A word is a name here when it is one in a good part of the articles whose texts have it (as one of a person or a byline), and is no ordinary word
/// of a language. Both a query's word and what is added to it have to be: so <c>polish</c> isn't widened, nor anything widened by it. A query's word
/// that no text has may be the spelling of a name as well, and one that texts have which name somebody by the other spelling: who is Zas in one
/// paragraph and Zass in the next.</para>
/// <para>Made once a snapshot, from its dictionaries; thread-safe.</para>
/// </remarks>
internal sealed class ArchiveNames
{
    /// <summary>Words kept at most, the most frequent ones.</summary>
    internal const int MaxNames = 200_000;

    /// <summary>Of the articles whose text has a word, the part in which it has to be a name.</summary>
    private const double NameShare = 0.25;

    /// <summary>Of the articles whose text has a word that is nobody's name there, the part that has to name somebody by another spelling of it.</summary>
    private const double OtherSpellingShare = 0.5;

    private const int ShortestName = 3;

    private static readonly ConditionalWeakTable<IndexSnapshot, Lazy<ArchiveNames>> Known = [];

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TextAnalyzer> _analyzers;
    private readonly IndexSnapshot _snapshot;
    private readonly NameWordIndex _names;

    private ArchiveNames(IndexSnapshot snapshot)
    {
        _snapshot = snapshot;
        _analyzers = WordLanguages.Of(snapshot);
        Dictionary<string, long> authors = new(StringComparer.Ordinal);
        Read(ArticleFields.PersonWords, _counts);
        Read(ArticleFields.AuthorWords, authors);
        foreach ((string word, long count) in authors)
        {
            _counts[word] = Math.Max(count, _counts.GetValueOrDefault(word));
        }

        WordFrequency frequency = new(snapshot, _analyzers);
        _names = new NameWordIndex(_counts
            .Where(name => IsName(name.Key, name.Value, frequency.Of(name.Key)))
            .OrderByDescending(static name => name.Value).ThenBy(static name => name.Key, StringComparer.Ordinal)
            .Take(MaxNames)
            .Select(static name => (name.Key, name.Value)));
    }

    /// <summary>Those of a snapshot; the first caller waits for them to be made.</summary>
    /// <param name="snapshot">Held until this returns, and while the result is used.</param>
    internal static ArchiveNames Of(IndexSnapshot snapshot) => Known.GetValue(snapshot, static key => new Lazy<ArchiveNames>(() => new ArchiveNames(key))).Value;

    /// <summary>Gets how many words are names.</summary>
    internal int Count => _names.Count;

    /// <summary>Other spellings of a word that is a name, the most frequent first.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="searcher">Of the snapshot.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal ImmutableArray<NameVariant> VariantsOf(string text, Searcher searcher, CancellationToken cancellationToken)
    {
        TokenReader tokens = ArticleFields.Analyzer.CreateReader();
        tokens.Reset(text);
        if (!tokens.Next() || tokens.Start != 0 || tokens.End != text.Length || text.Length < ShortestName)
        {
            return [];
        }

        string word = Encoding.UTF8.GetString(tokens.Term(TermForm.Written));
        if (OrdinaryWords.Contains(word))
        {
            return [];
        }

        long articles = new WordFrequency(_snapshot, _analyzers).Of(word);
        bool isNobody = articles > 0 && !IsName(word, _counts.GetValueOrDefault(word), articles);
        string folded = Folded(word);
        return
        [
            .. _names.Find(word)
                .Where(name => Folded(name.Name) != folded) // found by the word as it is
                .Where(name => !isNobody || StandTogether(word, name.Name, searcher, cancellationToken))
                .Select(static name => new NameVariant(name.Name, name.Count))
                .OrderByDescending(static name => name.Count).ThenBy(static name => name.Text, StringComparer.Ordinal)
                .DistinctBy(static name => Folded(name.Text)),
        ];
    }

    private static bool StandTogether(string word, string name, Searcher searcher, CancellationToken cancellationToken)
    {
        TermQuery inText = new(ArticleFields.Text, TermForm.Written, Encoding.UTF8.GetBytes(word));
        Query both = BooleanQuery.AllOf(inText, new TermQuery(ArticleFields.PersonWords, TermForm.Written, Encoding.UTF8.GetBytes(name)));
        return Total(both) is > 0 and var together && together >= OtherSpellingShare * Total(inText);

        long Total(Query query) => searcher.Search(new EngineSearch { Query = query, Size = 0 }, cancellationToken).Total;
    }

    private static string Folded(string word) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(word).Folded);

    /// <param name="word">A word.</param>
    /// <param name="count">Articles in which it is a name.</param>
    /// <param name="articles">Articles whose text has it.</param>
    private static bool IsName(string word, long count, long articles) =>
        count > 0 && word.Length >= ShortestName && count >= NameShare * articles && !OrdinaryWords.Contains(word);

    private void Read(int field, Dictionary<string, long> counts)
    {
        foreach (TermEnumerator terms in _snapshot.Segments.Select(segment => segment.Terms(field, TermForm.Written).From([])))
        {
            while (terms.MoveNext())
            {
                string word = Encoding.UTF8.GetString(terms.Term);
                if (!word.EndsWith("'s", StringComparison.Ordinal))
                {
                    counts[word] = counts.GetValueOrDefault(word) + terms.DocumentFrequency;
                }
            }
        }
    }
}
