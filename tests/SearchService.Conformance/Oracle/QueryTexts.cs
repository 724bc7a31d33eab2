using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>Makes queries as people type them: all of the language, with words, names and dates of real articles.</summary>
/// <param name="articles">That they are about.</param>
/// <param name="random">Decides.</param>
/// <param name="place">Whether the words are mostly those of articles, or of their quotations.</param>
internal sealed class QueryTexts(IReadOnlyList<Article> articles, Random random, SearchIn place)
{
    private static readonly char[] Spaces = [' ', '\n', '\r', '\t', '\u00A0'];
    private static readonly string[] Operators = ["AND", "OR", "NOT", "NEAR", "ONEAR", "TO"];

    // What one query asks for is mostly of one article: else most would find nothing.
    private Article _about = articles[0];

    /// <summary>A query, with parentheses at most so deep.</summary>
    internal string Next(int depth = 2)
    {
        _about = AnyArticle();
        return Expression(depth);
    }

    /// <summary>A word in lower case.</summary>
    internal string Spelling() => Word().ToLowerInvariant();

    private string Expression(int depth) => random.Next(depth > 0 ? 12 : 5) switch
    {
        0 or 1 => Term(),
        2 => $"{Word()} {Word()}",
        3 => random.Next(2) == 0 ? Near() : OfQuotations(),
        4 => Pattern(),
        5 => $"({Expression(depth - 1)}) AND ({Expression(depth - 1)})",
        6 => $"({Expression(depth - 1)}) OR ({Expression(depth - 1)})",
        7 => $"({Expression(depth - 1)}) -({Expression(depth - 1)})",
        8 => $"+{Term()} {Term()} NOT {Term()}",
        9 => $"{Term()}^{random.Next(1, 5)} OR {Term()}^0.5 OR ({Expression(depth - 1)})",
        10 => $"{Label()} AND ({Expression(depth - 1)})",
        _ => $"({Term()} OR -{Term()}) {Term()}",
    };

    private string Term() => random.Next(12) switch
    {
        0 => Quotation(),
        1 => $"{Quotation()}~{random.Next(1, 4)}",
        2 => $"title:{Word()}",
        3 => $"verbatim:{Word()}",
        4 => Label(),
        5 => Pattern(),
        6 => Name(),
        _ => Word(),
    };

    private string Pattern() => random.Next(7) switch
    {
        0 => $"{Prefix()}*",
        1 => $"title:{Prefix()}*",
        2 => Wildcards(),
        3 => $"title:{Wildcards()}",
        4 => $"{Word()}~{random.Next(1, 3)}",
        5 => $"title:[{Prefix()} TO {Word()}{(random.Next(2) == 0 ? ']' : '}')}",
        _ => $"/{RegularExpression()}/",
    };

    /// <summary>What stands near each other in the article, or doesn't.</summary>
    private string Near()
    {
        string[] words = WordsOf(TextOf(_about));
        int start = random.Next(words.Length);
        string near = $"{Place(1)} {(random.Next(3) == 0 ? "O" : "")}NEAR/{random.Next(9)} {Place(1)}";
        return random.Next(6) == 0 ? $"title:({near})" : near;

        string Place(int depth) => random.Next(depth > 0 ? 10 : 4) switch
        {
            0 => Quotation(),
            1 => $"{Nearby()[..1]}*",
            4 => $"({Place(0)} OR {Place(0)} OR {Place(0)})",
            5 => $"({Nearby()} AND {Nearby()})",
            6 => $"({Place(0)} NEAR/{random.Next(5)} {Place(0)})",
            7 => $"{Quotation()}~{random.Next(1, 3)}",
            _ => Nearby(),
        };

        string Nearby() => Plain(words[Math.Min(words.Length - 1, start + random.Next(6))]) ?? Word();
    }

    /// <summary>What somebody says, or who says something.</summary>
    private string OfQuotations()
    {
        Article[] quoting = [.. Enumerable.Range(0, 20).Select(_ => AnyArticle()).Prepend(_about).Where(static article => article.Quotes.Count > 0).Take(1)];
        if (quoting is not [{ } article])
        {
            return Word();
        }

        Quote quote = article.Quotes[random.Next(article.Quotes.Count)];
        string[] words = WordsOf(quote.Text), speaker = WordsOf(quote.Speaker ?? "Nobody Atall");
        string One() => Plain(words[random.Next(words.Length)]) ?? "the";
        return random.Next(9) switch
        {
            0 => $"said:{Phrase(words)}",
            1 => $"speaker:{speaker[random.Next(speaker.Length)]}",
            2 => $"said:{One()} speaker:{speaker[^1]}",
            3 => $"said:({One()} {One()})",
            4 => $"said:{One()} -speaker:{speaker[0]}",
            5 => $"said:{One()[..1]}* AND speaker:\"{string.Join(' ', speaker)}\"",
            6 => $"said:({One()} NEAR/{random.Next(6)} {One()})",
            7 => $"-said:{One()}",
            _ => $"said:{One()}",
        };
    }

    private string Label() => random.Next(10) switch
    {
        0 => $"stance:{_about.Stance ?? "nowhere"}",
        1 => $"date:{2012 + random.Next(9)}",
        2 => $"date:{(_about.Date ?? ArticleDate.OfYear(2018)).ToString()[..^1]}{random.Next(10)}",
        3 => $"date:[{2012 + random.Next(5)}-0{random.Next(1, 10)} TO {2017 + random.Next(4)}-1{random.Next(3)}-{random.Next(10, 29)}]",
        4 => $"_missing:{Choose("author", "date", "stance", "title", "speaker", "language", "source")}",
        5 => $"country:{Choose("US", "gb", "KZ", "FR")}",
        6 => $"language:{Choose("en", "FR", "de", "xx")}",
        7 => $"source:[{(char)('a' + random.Next(10))} TO {(char)('n' + random.Next(10))}}}",
        8 => $"story:\"{_about.StoryId}\"",
        _ => $"id:{_about.Id}",
    };

    private string Name() => random.Next(4) switch
    {
        0 when _about.Authors.Count > 0 && WordsOf(_about.Authors[0]) is { Length: > 0 } names => $"author:{Plain(names[random.Next(names.Length)]) ?? "ann"}",
        1 when WordsOf(_about.Source ?? "") is { Length: > 0 } names => $"source:{Plain(names[random.Next(names.Length)]) ?? "news"}",
        2 when _about.Topics.Count > 0 => $"topic:{_about.Topics[0]}",
        _ => $"title:{Word()}",
    };

    /// <summary>Words cut from a text as they stand there, stop words and punctuation included.</summary>
    private string Quotation() => Phrase(WordsOf(random.Next(4) == 0 && _about.Title.Length > 0 ? _about.Title : TextOf(_about)));

    private string Phrase(string[] words)
    {
        int length = Math.Min(random.Next(2, 7), words.Length);
        int start = random.Next(words.Length - length + 1);
        string phrase = string.Join(' ', words.Skip(start).Take(length)).Replace("\\", "", StringComparison.Ordinal);
        return '"' + string.Concat(phrase.Where(static c => c is not ('"' or '“' or '”' or '„' or '«' or '»' or '＂' or '*'))) + '"';
    }

    private string Word()
    {
        while (true)
        {
            string[] words = WordsOf(TextOf(random.Next(4) == 0 ? AnyArticle() : _about));
            if (Plain(words[random.Next(words.Length)]) is { } word)
            {
                return word;
            }
        }
    }

    /// <summary>A word in which some letters are any.</summary>
    private string Wildcards()
    {
        string word = Word();
        int at = random.Next(word.Length);
        return random.Next(3) switch
        {
            0 => $"*{word[at..]}?*",
            1 => $"?{word[at..]}",
            _ => $"{word[..at]}*{word[random.Next(at, word.Length)..]}",
        };
    }

    /// <summary>A word with an alternative, a class or a repeat in it.</summary>
    private string RegularExpression()
    {
        string word = Word();
        int at = random.Next(word.Length);
        return random.Next(4) switch
        {
            0 => $"{word[..at]}({word[at..]}|s|ing)?",
            1 => $"{word[..at]}[a-m]*{word[(at + 1)..]}",
            2 => $"({word}|{Word()})s?",
            _ => $"{word[..at]}.{{1,3}}",
        };
    }

    private string Prefix()
    {
        string word = Word();
        return word[..Math.Min(word.Length, random.Next(1, 5))];
    }

    private string TextOf(Article article) =>
        place == SearchIn.Articles || article.Quotes.Count == 0 ? article.Text : article.Quotes[random.Next(article.Quotes.Count)].Text;

    private static string[] WordsOf(string text) => text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);

    private static string? Plain(string word) =>
        new string([.. word.Where(char.IsLetter)]) is { Length: > 0 } letters && !Operators.Contains(letters) ? letters : null;

    private string Choose(params ReadOnlySpan<string> values) => values[random.Next(values.Length)];

    private Article AnyArticle()
    {
        Article article;
        do
        {
            article = articles[random.Next(articles.Count)];
        }
        while (string.IsNullOrWhiteSpace(article.Text));
        return article;
    }
}
