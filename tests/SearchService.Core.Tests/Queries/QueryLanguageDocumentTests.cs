using System.Reflection;
using System.Text.RegularExpressions;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

/// <summary>Keeps <c>docs/query-language.md</c> true.</summary>
public sealed partial class QueryLanguageDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(FindDocument());

    [Fact]
    public void Every_example_is_read_as_its_line_says()
    {
        List<string[]> examples = Rows("| Query | Read as | Finds |");

        Assert.True(examples.Count > 40, "the table of examples was not found");
        Assert.All(examples, cells =>
        {
            ParsedQuery parsed = QueryParser.Parse(Code(cells[0]));
            Assert.Equal(Code(cells[1]), QueryPrinter.Print(parsed.Root));
            parsed.ThrowIfErrors();
        });
    }

    [Fact]
    public void Every_example_of_a_notice_gives_it()
    {
        List<string[]> rows = Rows("| Code | Strict refuses | Example | What was done |");

        Assert.True(rows.Count > 20, "the table of notices was not found");
        Assert.All(rows.Where(cells => cells[2].Contains('`', StringComparison.Ordinal)), cells =>
        {
            QueryNotice notice = QueryParser.Parse(Code(cells[2])).Notices[0];
            Assert.Equal((Code(cells[0]), cells[1].Trim()), (notice.Code, notice.IsError ? "yes" : "no"));
        });
    }

    [Fact]
    public void Every_code_is_in_the_table_of_notices()
    {
        IEnumerable<string> codes = typeof(QueryNoticeCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), Rows("| Code | Strict refuses | Example | What was done |").Select(cells => Code(cells[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_wordings_told_are_those_given()
    {
        IEnumerable<string> given = NoticeWordings.All.Select(wording => $"| `{wording.Code}` | {(wording.Variant is { } variant ? $"`{variant}`" : "")} | `{wording.Text}` |");

        Assert.Equal(string.Join('\n', given), string.Join('\n', Lines.SkipWhile(line => line != "| Code | Variant | Message |").Skip(2).TakeWhile(line => line.StartsWith('|'))));
    }

    [Fact]
    public void The_limits_told_are_those_in_force()
    {
        Dictionary<string, string> told = Rows("| Limit | Default | Beyond it |").ToDictionary(cells => Code(cells[0]), cells => cells[1].Trim(), StringComparer.Ordinal);

        foreach (PropertyInfo limit in typeof(QueryLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(int)))
        {
            Assert.Equal($"{limit.GetValue(QueryLimits.Default):N0}", told[limit.Name]);
        }
    }

    /// <summary>The cells of the rows under every table head that reads so; <c>\|</c> is a bar within a cell.</summary>
    private static List<string[]> Rows(string head)
    {
        List<string[]> rows = [];
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Lines[i] == head)
            {
                for (i += 2; i < Lines.Length && Lines[i].StartsWith('|'); i++)
                {
                    rows.Add([.. Bars().Split(Lines[i])[1..^1].Select(cell => cell.Replace("\\|", "|", StringComparison.Ordinal))]);
                }
            }
        }

        return rows;
    }

    /// <summary>What stands in the cell's code span; a space beside a backtick belongs to Markdown.</summary>
    private static string Code(string cell) => CodeSpan().Match(cell) is { Success: true } match
        ? match.Groups[2].Value
        : throw new InvalidOperationException($"no code span in '{cell}'");

    private static string FindDocument()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "docs", "query-language.md");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("docs/query-language.md is not above the test assembly's folder");
    }

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.ExplicitCapture)]
    private static partial Regex Bars();

    [GeneratedRegex("(`+)(.+?)\\1(?!`)")]
    private static partial Regex CodeSpan();
}
