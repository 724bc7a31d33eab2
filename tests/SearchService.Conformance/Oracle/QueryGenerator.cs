using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>Makes searches as people type them, from the words of real articles.</summary>
internal sealed class QueryGenerator(IReadOnlyList<Article> articles, Random random)
{
    private static readonly char[] Spaces = [' ', '\n', '\r', '\t', '\u00A0'];

    internal SearchRequest Next() => new()
    {
        Query = Expression(depth: 2),
        Filters = [.. Filters().DistinctBy(filter => filter.Field)],
        Sort = (SortOrder)random.Next(3),
        Size = 1_000,
        Facets = FacetFields.All,
        FacetSize = 10_000,
        Passages = 0,
    };

    private string Expression(int depth) => random.Next(6) == 0 ? Near() : random.Next(depth > 0 ? 17 : 12) switch
    {
        0 or 1 => Word(),
        2 => Quotation(),
        3 => $"title:{Word()}",
        4 => $"{Prefix()}*",
        5 => $"{Word()} {Word()}",
        6 => Label(),
        7 => $"{Quotation()}~{random.Next(1, 4)}",
        8 => Wildcards(),
        9 => $"text:{Word()}~{random.Next(1, 3)}",
        10 => $"/{RegularExpression()}/",
        11 => $"title:{Wildcards()}",
        12 => $"({Expression(depth - 1)}) AND ({Expression(depth - 1)})",
        13 => $"({Expression(depth - 1)}) OR ({Expression(depth - 1)})",
        14 => $"({Expression(depth - 1)}) -({Expression(depth - 1)})",
        15 => $"+{Word()} {Word()}^2 NOT {Word()}",
        _ => $"verbatim:{Word()} OR {Word()}",
    };

    /// <summary>What stands near each other in some article, or doesn't.</summary>
    private string Near()
    {
        string[] words = Article().Text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        int start = random.Next(words.Length);
        string near = $"{Place(1)} {(random.Next(3) == 0 ? "O" : "")}NEAR/{random.Next(9)} {Place(1)}";
        return random.Next(6) == 0 ? $"title:({near})" : near;

        string Place(int depth) => random.Next(depth > 0 ? 9 : 4) switch
        {
            0 => Quotation(),
            1 => $"{Nearby()[..1]}*",
            4 => $"({Place(0)} OR {Place(0)} OR {Place(0)})",
            5 => $"({Nearby()} AND {Nearby()})",
            6 => $"({Place(0)} NEAR/{random.Next(5)} {Place(0)})",
            _ => Nearby(),
        };

        string Nearby()
        {
            string word = new([.. words[Math.Min(words.Length - 1, start + random.Next(6))].Where(char.IsLetter)]);
            return word.Length > 0 && word is not ("AND" or "OR" or "NOT" or "NEAR" or "ONEAR") ? word : Word();
        }
    }

    private IEnumerable<FacetFilter> Filters()
    {
        for (int i = random.Next(3); i > 0; i--)
        {
            string field = FacetFields.All[random.Next(FacetFields.All.Length)];
            ImmutableArray<string> values = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(field)).Distinct()];
            yield return random.Next(3) == 0 ? new FacetFilter(field, [], values) : new FacetFilter(field, values, []);
        }
    }

    private string Value(string field)
    {
        if (random.Next(6) == 0)
        {
            return FacetFields.Missing;
        }

        Article article = Article();
        if (field != FacetFields.Date)
        {
            return NaiveArchive.ValuesOf(article, field).FirstOrDefault() ?? FacetFields.Missing;
        }

        string day = article.Date?.ToString() ?? "2016-01-01";
        return random.Next(5) switch
        {
            0 => day[..4],
            1 => day[..7],
            2 => day,
            3 => $"{day[..7]}..",
            _ => $"..{day}",
        };
    }

    private string Label() => random.Next(3) switch
    {
        0 => $"stance:{Article().Stance}",
        1 => $"date:{2012 + random.Next(9)}",
        _ => "_missing:author",
    };

    /// <summary>Words cut from a text as they stand there, stop words and punctuation included.</summary>
    private string Quotation()
    {
        string[] words = Article().Text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        int length = Math.Min(random.Next(2, 7), words.Length);
        int start = random.Next(words.Length - length + 1);
        string quotation = string.Join(' ', words.Skip(start).Take(length)).Replace("\\", "", StringComparison.Ordinal);
        return '"' + string.Concat(quotation.Where(c => c is not ('"' or '“' or '”' or '„' or '«' or '»' or '＂'))) + '"';
    }

    private string Word()
    {
        while (true)
        {
            string[] words = Article().Text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
            string word = new([.. words[random.Next(words.Length)].Where(char.IsLetter)]);
            if (word.Length > 0 && word is not ("AND" or "OR" or "NOT" or "NEAR" or "ONEAR"))
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

    private Article Article()
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
