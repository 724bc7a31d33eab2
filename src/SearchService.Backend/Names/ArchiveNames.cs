using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Names;
using SearchService.Core.Indexes;

namespace SearchService.Backend.Names;

/// <summary>The words of a generation that are parts of names, and the spellings of a name among them.</summary>
/// <remarks>
/// <para>A word is a name here when it is one in a good part of the articles whose texts have it (as one of a person or a byline), and is no ordinary word
/// of a language. Both a query's word and what is added to it have to be: so <c>polish</c> isn't widened, nor anything widened by it. A query's word
/// that no text has may be the spelling of a name as well, and one that texts have which name somebody by the other spelling: who is Zas in one
/// paragraph and Zass in the next.</para>
/// <para>Made once a generation, from its dictionaries; thread-safe.</para>
/// </remarks>
public sealed class ArchiveNames
{
    /// <summary>Words kept at most, the most frequent ones.</summary>
    internal const int MaxNames = 200_000;

    /// <summary>Of the articles whose text has a word, the part in which it has to be a name.</summary>
    private const double NameShare = 0.25;

    /// <summary>Of the articles whose text has a word that is nobody's name there, the part that has to name somebody by another spelling of it.</summary>
    private const double OtherSpellingShare = 0.5;

    private const int ShortestName = 3;

    private readonly Dictionary<string, long> _counts;
    private readonly INameDictionary _dictionary;
    private readonly NameWordIndex _names;

    /// <summary>Reads the dictionaries, and compares what is in them.</summary>
    /// <param name="dictionary">Of the generation; outlives this.</param>
    public ArchiveNames(INameDictionary dictionary)
    {
        _dictionary = dictionary;
        _counts = Sums(dictionary.WordsOfPeople());
        foreach ((string word, long count) in Sums(dictionary.WordsOfBylines()))
        {
            _counts[word] = Math.Max(count, _counts.GetValueOrDefault(word));
        }

        WordFrequency frequency = new(dictionary);
        _names = new NameWordIndex(_counts
            .Where(name => IsName(name.Key, name.Value, frequency.Of(name.Key)))
            .OrderByDescending(static name => name.Value).ThenBy(static name => name.Key, StringComparer.Ordinal)
            .Take(MaxNames)
            .Select(static name => (name.Key, name.Value)));
    }

    /// <summary>Gets how many words are names.</summary>
    public int Count => _names.Count;

    /// <summary>Other spellings of a word that is a name, the most frequent first.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public ImmutableArray<NameVariant> VariantsOf(string text, CancellationToken cancellationToken)
    {
        TokenReader tokens = TextAnalyzer.ByLanguage.CreateReader();
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

        long articles = new WordFrequency(_dictionary).Of(word);
        bool isNobody = articles > 0 && !IsName(word, _counts.GetValueOrDefault(word), articles);
        string folded = Folded(word);
        return
        [
            .. _names.Find(word)
                .Where(name => Folded(name.Name) != folded) // found by the word as it is
                .Where(name => !isNobody || StandTogether(word, name.Name, cancellationToken))
                .Select(static name => new NameVariant(name.Name, name.Count))
                .OrderByDescending(static name => name.Count).ThenBy(static name => name.Text, StringComparer.Ordinal)
                .DistinctBy(static name => Folded(name.Text)),
        ];
    }

    private bool StandTogether(string word, string name, CancellationToken cancellationToken) =>
        _dictionary.ArticlesWith(word, name, cancellationToken) is > 0 and long together
        && together >= OtherSpellingShare * _dictionary.ArticlesWith(word, person: null, cancellationToken);

    private static string Folded(string word) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(word).Folded);

    /// <param name="word">A word.</param>
    /// <param name="count">Articles in which it is a name.</param>
    /// <param name="articles">Articles whose text has it.</param>
    private static bool IsName(string word, long count, long articles) =>
        count > 0 && word.Length >= ShortestName && count >= NameShare * articles && !OrdinaryWords.Contains(word);

    private static Dictionary<string, long> Sums(IEnumerable<(string Word, long Articles)> words)
    {
        Dictionary<string, long> sums = new(StringComparer.Ordinal);
        foreach ((string word, long articles) in words)
        {
            if (!word.EndsWith("'s", StringComparison.Ordinal))
            {
                sums[word] = sums.GetValueOrDefault(word) + articles;
            }
        }

        return sums;
    }
}
