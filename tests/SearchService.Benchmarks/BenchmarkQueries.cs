using SearchService.Core.Articles;

namespace SearchService.Benchmarks;

/// <summary>Queries of several kinds, made from the texts; the same in every run.</summary>
internal sealed class BenchmarkQueries(IReadOnlyList<Article> articles)
{
    internal const string Everything = "everything";

    private static readonly char[] Spaces = [' ', '\n', '\t'];

    private readonly Random _random = new(20260214);

    internal IEnumerable<(string Kind, Func<string> Next)> Kinds =>
    [
        ("one word", Word),
        ("two words", () => $"{Word()} {Word()}"),
        ("either of two", () => $"{Word()} OR {Word()}"),
        ("either of five", () => string.Join(" OR ", Word(), Word(), Word(), Word(), Word())),
        ("quotation of 4–8 words", Quotation),
        ("prefix of 4 letters", () => $"{Word()[..4].ToLowerInvariant()}*"),
        ("word in a stance and year", () => $"{Word()} stance:left date:{2013 + _random.Next(7)}"),
        (Everything, () => ""),
    ];

    /// <summary>What else the language has.</summary>
    internal IEnumerable<Func<string>> OtherKinds =>
    [
        () => $"{Word()} AND {Word()} NOT {Word()}",
        () => $"title:{Word()}^2 OR {Word()}",
        () => $"\"{Word()} {Word()}\"~20",
        () => $"{Word()} NEAR/10 {Word()[..3].ToLowerInvariant()}*",
        () => $"({Word()} OR {Word()}) ONEAR/20 ({Word()} NEAR/5 {Word()})",
        () => $"{Word()}~1",
        () => $"{Word()}~2",
        () => $"*{Word()[^3..].ToLowerInvariant()}",
        () => $"?{Word()[1..].ToLowerInvariant()}*",
        () => $"/[{Word().ToLowerInvariant()}]+{Word()[^2..].ToLowerInvariant()}/",
        () => $"{Word()[..1].ToLowerInvariant()}*",
        () => $"{Word()} date:[{2013 + _random.Next(4)} TO *]",
    ];

    private string[] Words() => articles[_random.Next(articles.Count)].Text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);

    private string Word()
    {
        while (true)
        {
            string[] words = Words();
            string word = words[_random.Next(words.Length)];
            if (word.Length >= 4 && word.All(char.IsAsciiLetter) && !word.All(char.IsAsciiLetterUpper))
            {
                return word;
            }
        }
    }

    private string Quotation()
    {
        while (true)
        {
            string[] words = Words();
            int length = _random.Next(4, 9), start = _random.Next(words.Length - length);
            string quotation = string.Join(' ', words.Skip(start).Take(length));
            if (quotation.IndexOfAny(['"', '“', '”', '\\', '«', '»', '„']) < 0)
            {
                return $"\"{quotation}\"";
            }
        }
    }
}
