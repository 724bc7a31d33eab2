using System.Text;
using SearchService.Analysis;
using SearchService.Core.Articles;

namespace SearchService.Benchmarks.Peers;

/// <summary>An article as every engine indexes it; the text is raw for ours, tokens with a space in between for the others.</summary>
internal readonly record struct PeerArticle(string Source, string Stance, string Year, long? Day, string Stored, string Text);

/// <summary>The articles unpacked into two files, so that no engine's indexing time has the JSON in it; and what queries are made from.</summary>
internal sealed class PeerCorpus
{
    /// <summary>Between the parts of a line; no token has one.</summary>
    internal const char Separator = '\t';

    private readonly TokenReader _reader = TextAnalyzer.Plain.CreateReader();
    private readonly Dictionary<string, string> _interned = new(StringComparer.Ordinal);

    private PeerCorpus(string folder)
    {
        TextsFile = Path.Combine(folder, "texts.bin");
        TokensFile = Path.Combine(folder, "tokens.tsv");
    }

    /// <summary>Raw texts, in the form of <see cref="BinaryWriter"/>.</summary>
    internal string TextsFile { get; }

    /// <summary>A line an article, its text as tokens.</summary>
    internal string TokensFile { get; }

    internal int Count { get; private set; }

    internal long TokenCount { get; private set; }

    /// <summary>In how many articles each token is.</summary>
    internal Dictionary<string, int> Frequencies { get; } = new(StringComparer.Ordinal);

    /// <summary>The tokens of one article in twenty.</summary>
    internal List<string[]> Sample { get; } = [];

    /// <summary>Unpacks and counts.</summary>
    internal static PeerCorpus Prepare(IEnumerable<Article> articles, string folder)
    {
        PeerCorpus corpus = new(folder);
        using BinaryWriter texts = new(File.Create(corpus.TextsFile), Encoding.UTF8);
        using StreamWriter tokens = new(corpus.TokensFile);
        foreach (Article article in articles)
        {
            corpus.Add(article, texts, tokens);
        }

        return corpus;
    }

    /// <summary>Unpacks more articles into a file of raw texts.</summary>
    internal static void AppendTexts(string file, IEnumerable<Article> articles)
    {
        using BinaryWriter texts = new(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, 1 << 20), Encoding.UTF8);
        foreach (Article article in articles)
        {
            WriteText(texts, ValuesOf(article), article.Text);
        }
    }

    internal static IEnumerable<PeerArticle> ReadTexts(string file)
    {
        using BinaryReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20), Encoding.UTF8);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            yield return Article([reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString()]);
        }
    }

    internal static IEnumerable<PeerArticle> ReadTokens(string file) => File.ReadLines(file).Select(line => Article(line.Split(Separator)));

    private static PeerArticle Article(string[] parts) =>
        new(parts[0], parts[1], parts[2], parts[3].Length == 0 ? null : long.Parse(parts[3]), parts[4], parts[5]);

    private void Add(Article article, BinaryWriter texts, StreamWriter tokens)
    {
        string[] words = [.. GameQueries.Tokens(_reader, article.Text).Select(Intern)];
        foreach (string word in words.Distinct(StringComparer.Ordinal))
        {
            Frequencies[word] = Frequencies.GetValueOrDefault(word) + 1;
        }

        if (Count++ % 20 == 0 && words.Length >= 100)
        {
            Sample.Add(words);
        }

        TokenCount += words.Length;
        string[] values = ValuesOf(article);
        WriteText(texts, values, article.Text);
        tokens.Write(string.Join(Separator, values));
        tokens.Write(Separator);
        tokens.Write(string.Join(' ', words));
        tokens.Write('\n');
    }

    private static string[] ValuesOf(Article article)
    {
        string year = article.Date is { } date ? date.First.Year.ToString() : "";
        string day = article.Date is { } exact ? exact.First.DayNumber.ToString() : "";
        string stored = string.Join('|', article.Id, article.Title, article.Source, article.Stance, day, string.Join(", ", article.Authors), article.Url)
            .Replace(Separator, ' ').ReplaceLineEndings(" ");
        return [article.Source ?? "", article.Stance ?? "", year, day, stored];
    }

    private static void WriteText(BinaryWriter texts, string[] values, string text)
    {
        foreach (string value in values)
        {
            texts.Write(value);
        }

        texts.Write(text);
    }

    private string Intern(string word)
    {
        if (_interned.TryGetValue(word, out string? known))
        {
            return known;
        }

        return word.AsSpan().IndexOfAny(" \t\r\n") < 0
            ? _interned[word] = word
            : throw new InvalidOperationException($"The token '{word}' has a space in it, which the peers would take for its end.");
    }
}
