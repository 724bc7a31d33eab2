using System.Text;
using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Conformance.Oracle;

/// <summary>A word in its three forms: as written, without diacritics, and as the language of its text stems it.</summary>
internal sealed record NaiveWord(string Written, string Folded, string Word);

/// <summary>A text as the numbers of its words, and where each of them stands.</summary>
/// <param name="Words">Numbers of <see cref="NaiveVocabulary"/>, by position.</param>
/// <param name="Places">By position.</param>
internal sealed record NaiveText(int[] Words, TextSpan[] Places)
{
    internal static NaiveText Empty { get; } = new([], []);
}

/// <summary>Each word there is, once, so that what is asked of it is asked once.</summary>
internal sealed class NaiveVocabulary
{
    private readonly Dictionary<NaiveWord, int> _numbers = [];

    internal List<NaiveWord> Words { get; } = [];

    /// <summary>Reads a text as its language is read.</summary>
    internal NaiveText Read(string text, TextAnalyzer analyzer)
    {
        List<int> words = [];
        List<TextSpan> places = [];
        foreach ((NaiveWord word, TextSpan place) in Tokens(text, analyzer))
        {
            if (!_numbers.TryGetValue(word, out int number))
            {
                _numbers.Add(word, number = Words.Count);
                Words.Add(word);
            }

            words.Add(number);
            places.Add(place);
        }

        return words.Count == 0 ? NaiveText.Empty : new NaiveText([.. words], [.. places]);
    }

    internal static IEnumerable<(NaiveWord Word, TextSpan Place)> Tokens(string text, TextAnalyzer analyzer)
    {
        TokenReader reader = analyzer.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            string written = Encoding.UTF8.GetString(reader.Term(TermForm.Written)), folded = Encoding.UTF8.GetString(reader.Term(TermForm.Folded));
            yield return (new NaiveWord(written, folded.Length == 0 ? written : folded, Encoding.UTF8.GetString(reader.Term(TermForm.Word))), new TextSpan(reader.Start, reader.End));
        }
    }
}
