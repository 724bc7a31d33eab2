using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SearchService.Core.Articles;
using SearchService.Core.Citations;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Core.Tests.Citations;

/// <summary>Citations, read back by readers that know nothing of the writers.</summary>
public sealed partial class CitationTests
{
    private static readonly IndexState Archive = new("main", 7, 80);

    private static readonly Article Plain = new()
    {
        Id = "courier-7",
        Title = "The cellar & the sea",
        Authors = ["Mara Ellingsen", "Reuters"],
        Source = "Gulf Courier",
        Url = "https://example.org/a_b?c=1&d=2%20",
        Language = "en",
        Date = ArticleDate.OfDay(new DateOnly(2022, 1, 3)),
    };

    [Fact]
    public void A_citation_to_read_names_all_there_is() => Assert.Equal(
        "Mara Ellingsen and Reuters. “The cellar & the sea.” Gulf Courier, 3 January 2022, https://example.org/a_b?c=1&d=2%20, archive main, generation 7.\n",
        Citation.Write(CitationFormat.Text, Plain, Archive));

    [Fact]
    public void What_is_missing_is_left_out()
    {
        Article bare = new() { Id = "x" };
        Assert.Equal("“Untitled.” no date, archive main, generation 7.\n", Citation.Write(CitationFormat.Text, bare, Archive));
        Assert.Contains("dated ‘1/21’", Citation.Write(CitationFormat.Text, bare with { DateAsGiven = "1/21" }, Archive), StringComparison.Ordinal);
        Assert.Equal(["note"], ReadBibTex(Citation.Write(CitationFormat.Bibtex, bare, Archive)).Fields.Keys);
        Assert.Equal(["TY", "DB", "AN", "ER"], ReadRis(Citation.Write(CitationFormat.Ris, bare, Archive)).Select(line => line.Tag));
        Assert.Equal(["id", "type", "archive", "archive_location"], ReadCsl(Citation.Write(CitationFormat.Csl, bare, Archive)).Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("2022-01-03", "3 January 2022", "2022/01/03/", "[2022,1,3]", "2022 jan 3")]
    [InlineData("2022-11", "November 2022", "2022/11//", "[2022,11]", "2022 nov ")]
    [InlineData("0987", "0987", "0987///", "[987]", "0987  ")]
    [InlineData("9999-12-31", "31 December 9999", "9999/12/31/", "[9999,12,31]", "9999 dec 31")]
    public void A_date_is_as_precise_as_it_is_known(string date, string text, string ris, string csl, string bibTex)
    {
        Assert.True(ArticleDate.TryParse(date, out ArticleDate known));
        Article article = Plain with { Date = known };
        Assert.Contains($", {text}, ", Citation.Write(CitationFormat.Text, article, Archive), StringComparison.Ordinal);
        Assert.Contains(("DA", ris), ReadRis(Citation.Write(CitationFormat.Ris, article, Archive)));
        Assert.Equal($"[{csl}]", ReadCsl(Citation.Write(CitationFormat.Csl, article, Archive))["issued"]!["date-parts"]!.ToJsonString());
        Dictionary<string, string> fields = ReadBibTex(Citation.Write(CitationFormat.Bibtex, article, Archive)).Fields;
        Assert.Equal(bibTex, $"{fields["year"]} {fields.GetValueOrDefault("month")} {fields.GetValueOrDefault("day")}");
    }

    [Fact]
    public void Authors_are_named_as_given_whatever_is_in_their_names()
    {
        string[] authors = ["Mara Ellingsen", "Reuters", "Barnes and Noble", "{Anon}", "O'Neil, Ivo", "محمد علي", "line\nbreak"];
        Article article = Plain with { Authors = authors };
        string[] expected = [.. authors[..^1], "line break"];
        Assert.Equal(expected, ReadBibTex(Citation.Write(CitationFormat.Bibtex, article, Archive)).Authors);
        Assert.Equal(expected, ReadRis(Citation.Write(CitationFormat.Ris, article, Archive)).Where(line => line.Tag == "AU").Select(line => line.Value));
        Assert.Equal(expected, ReadCsl(Citation.Write(CitationFormat.Csl, article, Archive))["author"]!.AsArray().Select(author => (string)author!["literal"]!));
        Assert.Contains(", \u2068محمد علي\u2069 and line break. “", Citation.Write(CitationFormat.Text, article, Archive), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_five_hundred_authors_a_reader_is_told_seven_and_a_reference_manager_all()
    {
        Article article = Plain with { Authors = [.. Enumerable.Range(0, 500).Select(i => $"Author {i}")] };
        Assert.StartsWith("Author 0, Author 1, Author 2, Author 3, Author 4, Author 5, Author 6, et al. “", Citation.Write(CitationFormat.Text, article, Archive), StringComparison.Ordinal);
        Assert.Equal(500, ReadBibTex(Citation.Write(CitationFormat.Bibtex, article, Archive)).Authors.Count);
        Assert.Equal(500, ReadRis(Citation.Write(CitationFormat.Ris, article, Archive)).Count(line => line.Tag == "AU"));
        Assert.Equal(500, ReadCsl(Citation.Write(CitationFormat.Csl, article, Archive))["author"]!.AsArray().Count);
    }

    [Fact]
    public void Text_that_turns_right_to_left_changes_nothing_around_it()
    {
        Article article = Plain with { Title = "ABC \u202Eturned", Source = "הארץ" };
        Assert.Contains("“\u2068ABC \u202Eturned\u2069.” \u2068הארץ\u2069, 3 January", Citation.Write(CitationFormat.Text, article, Archive), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_reads_back_whatever_is_in_the_values()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 2_000; i++)
        {
            Article article = new() { Id = Hostile(random), Title = Hostile(random), Source = Hostile(random), Authors = [Hostile(random), Hostile(random)] };
            IndexState archive = new(Hostile(random), i, 1);
            (string title, string source, string[] authors) = (OneLine(article.Title), OneLine(article.Source!), [.. article.Authors.Select(OneLine)]);

            (Dictionary<string, string> fields, List<string> named) = ReadBibTex(Citation.Write(CitationFormat.Bibtex, article, archive));
            Assert.Equal((title, source), (fields.GetValueOrDefault("title", ""), fields.GetValueOrDefault("journal", "")));
            Assert.Equal(authors.Where(author => author.Length > 0), named);
            Assert.Equal(OneLine($"archive {OneLine(archive.Name)}, generation {i}, article {article.Id}"), fields["note"]);

            (string Tag, string Value)[] lines = ReadRis(Citation.Write(CitationFormat.Ris, article, archive));
            Assert.Equal((title, source), (lines.FirstOrDefault(line => line.Tag == "TI").Value ?? "", lines.FirstOrDefault(line => line.Tag == "T2").Value ?? ""));

            JsonObject item = ReadCsl(Citation.Write(CitationFormat.Csl, article, archive));
            Assert.Equal((title, source), ((string?)item["title"] ?? "", (string?)item["container-title"] ?? ""));
            Assert.Equal(authors.Where(author => author.Length > 0), (item["author"]?.AsArray() ?? []).Select(author => (string)author!["literal"]!));

            Assert.Equal(1, Citation.Write(CitationFormat.Text, article, archive).Count(c => c is '\n' or '\r' or '\u2028' or '\u0085'));
        }
    }

    [Fact]
    public void Keys_of_BibTeX_differ_as_ids_do()
    {
        string[] keys = [.. Enumerable.Range(0, 100).Select(i => Key(Plain with { Id = $"{i}" }))];
        Assert.Equal(100, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^gulfcourier2022-[0-9a-f]{8}$", key));

        static string Key(Article article) => Entry().Match(Citation.Write(CitationFormat.Bibtex, article, Archive)).Groups["key"].Value;
    }

    private static string Hostile(Random random)
    {
        string[] pieces = ["{", "}", "\\", "%", "&", "#", "_", "~", "^", "$", "\"", "\n", "\r\n", "\u2028", " and ", "ER  - ", "TY", "a", "é", "я", "א", "😀", "\t", "\0", ",", "=", "@", " ", "\\}", "{{", "$$"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string OneLine(string text) => Blank().Replace(text, " ").Trim(' ');

    /// <summary>Reads an entry by counting braces, as BibTeX does.</summary>
    private static (Dictionary<string, string> Fields, List<string> Authors) ReadBibTex(string entry)
    {
        Match head = Entry().Match(entry);
        Assert.True(head.Success, entry);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        List<string> authors = [];
        int at = head.Length;
        while (BibTexField().Match(entry, at) is { Success: true } field && field.Index == at)
        {
            at += field.Length;
            int end = at;
            if (entry[at] != '{')
            {
                while (char.IsAsciiLetter(entry[end]))
                {
                    end++;
                }

                fields.Add(field.Groups["name"].Value, entry[at..end]);
            }
            else
            {
                end = Closing(entry, at) + 1;
                string value = entry[(at + 1)..(end - 1)];
                if (field.Groups["name"].Value == "author")
                {
                    for (int i = 0; i < value.Length; i = Closing(value, i) + 1)
                    {
                        i += value.AsSpan(i).StartsWith(" and ") ? 5 : 0;
                        authors.Add(PlainOf(value[(i + 1)..Closing(value, i)]));
                    }
                }

                fields.Add(field.Groups["name"].Value, field.Groups["name"].Value switch
                {
                    "author" or "url" => value,
                    "title" => PlainOf(value[1..^1]),
                    _ => PlainOf(value),
                });
            }

            at = end;
        }

        Assert.Equal("\n}\n", entry[at..]);
        return (fields, authors);
    }

    private static int Closing(string text, int open)
    {
        Assert.Equal('{', text[open]);
        for (int i = open, depth = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"nothing closes the brace at {open} of {text}");
    }

    /// <summary>What LaTeX would print.</summary>
    private static string PlainOf(string latex) => Command().Replace(latex, match => match.Value switch
    {
        "\\textbackslash{}" => "\\",
        "\\textbraceleft{}" => "{",
        "\\textbraceright{}" => "}",
        "\\textasciitilde{}" => "~",
        "\\textasciicircum{}" => "^",
        ['\\', '%' or '&' or '#' or '_' or '$'] => match.Value[1..],
        _ => throw new FormatException($"‘{match.Value}’ means something to LaTeX"),
    });

    private static (string Tag, string Value)[] ReadRis(string record)
    {
        Assert.EndsWith("ER  - \r\n", record, StringComparison.Ordinal);
        string[] lines = record.Split("\r\n")[..^1];
        Assert.All(lines, line => Assert.Matches(@"^[A-Z][A-Z0-9]  - [^\r\n\u2028\u2029\u0085]*$", line));
        Assert.Equal("TY  - NEWS", lines[0]);
        Assert.Single(lines, line => line.StartsWith("ER", StringComparison.Ordinal));
        return [.. lines.Select(line => (line[..2], line[6..]))];
    }

    private static JsonObject ReadCsl(string json) => Assert.Single(JsonNode.Parse(Encoding.UTF8.GetBytes(json))!.AsArray())!.AsObject();

    [GeneratedRegex(@"^@article\{(?<key>[a-z0-9-]+)")]
    private static partial Regex Entry();

    [GeneratedRegex(@",\n  (?<name>[a-z]+) = ")]
    private static partial Regex BibTexField();

    [GeneratedRegex(@"\\[a-z]+\{\}|\\.|[{}%&#_~^$\\]")]
    private static partial Regex Command();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();
}
