using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.TestSupport;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryPrinterTests
{
    [Theory]
    [InlineData("", "*:*")]
    [InlineData("...", "-*:*")]
    [InlineData("troops leave", "+text:troops +text:leave")]
    [InlineData("peace* (tokaev OR tokayev)", "+text:peace* +(text:tokaev OR text:tokayev)")]
    [InlineData("a OR -b", "text:a OR (-text:b)")]
    [InlineData("+a OR b", "+text:a OR text:b")]
    [InlineData("a b OR c", "(+text:a +text:b) OR text:c")]
    [InlineData("“don't (stop)”~2", "text:\"don't (stop)\"~2")]
    [InlineData("verbatim:tokayev^2.50", "verbatim:text:tokayev^2.5")]
    [InlineData("stance:\"far left\" country:KZ", "+stance:\"far left\" +country:KZ")]
    [InlineData("a NEAR b ONEAR/2 (c OR d)", "text:a NEAR/10 text:b ONEAR/2 (text:c OR text:d)")]
    [InlineData("x a NEAR/3 b", "+text:x +(text:a NEAR/3 text:b)")]
    [InlineData("title:*", "-_missing:title")]
    [InlineData("date:>=2022-02", "date:[2022-02-01 TO *]")]
    [InlineData("date:2022..2023", "date:[2022-01-01 TO 2023-12-31]")]
    [InlineData("date:2022-01-01..2022-01-31", "date:2022-01")]
    [InlineData("date:<0001", "date:[* TO 0001-01-01}")]
    [InlineData("source:{* TO \"to\"}", "source:[* TO \"to\"}")]
    [InlineData("\\-a\\*b \\(c", "+text:a\\*b +text:c")]
    public void The_reading_spells_every_field_and_operator_out(string query, string printed) =>
        Assert.Equal(printed, QueryPrinter.Print(QueryParser.Parse(query).Root));

    [Fact]
    public void Optional_clauses_beside_excluded_ones_are_printed_as_a_required_group()
    {
        WordNode a = new(0, 0, QueryFields.Text, "a");
        WordNode b = a with { Text = "b" };
        WordNode c = a with { Text = "c" };
        BooleanNode node = new(0, 0, [new(ClauseKind.Should, a), new(ClauseKind.Should, b), new(ClauseKind.MustNot, c)]);

        Assert.Equal("+(text:a OR text:b) -text:c", QueryPrinter.Print(node));
    }

    [Fact]
    public void A_printed_tree_is_read_as_the_same_tree()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 20_000; i++)
        {
            QueryNode node = RandomNode(random, depth: 4, inField: null);
            string printed = QueryPrinter.Print(node);
            ParsedQuery parsed = QueryParser.Parse(printed);
            Assert.True(QueryShape.Of(node, marksImplicit: false) == QueryShape.Of(parsed.Root, marksImplicit: false), $"{printed}\n{QueryShape.Of(node)}\n{QueryShape.Of(parsed.Root)}");
            Assert.DoesNotContain(parsed.Notices, notice => notice.IsError);
        }
    }

    /// <summary>A tree of the kind that parsing can give: no lone required clause, no exclusion beside an option, no empty word.</summary>
    private static QueryNode RandomNode(Random random, int depth, string? inField)
    {
        switch (depth == 0 ? random.Next(4) : random.Next(9))
        {
            case 4:
                return new BoostNode(0, 0, RandomNode(random, depth - 1, inField), random.Next(1, 10_000_000) / 1_000_000.0);
            case 5:
                string field = inField ?? RandomWordField(random);
                QueryNode near = new NearNode(0, 0, RandomNode(random, Math.Min(1, depth - 1), field), RandomNode(random, Math.Min(1, depth - 1), field), random.Next(20), random.Next(2) == 0);
                return near;
            case 6:
                return new BooleanNode(0, 0, RandomClauses(random, depth, inField, ClauseKind.Should, ClauseKind.Should));
            case 7:
                return new BooleanNode(0, 0, RandomClauses(random, depth, inField, ClauseKind.Must, inField is null ? ClauseKind.MustNot : ClauseKind.Must));
            case 8 when inField is null:
                return RandomFilter(random);
            default:
                return RandomWords(random, inField ?? RandomWordField(random));
        }
    }

    private static ImmutableArray<QueryClause> RandomClauses(Random random, int depth, string? inField, ClauseKind one, ClauseKind other) =>
        [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => new QueryClause(random.Next(3) == 0 ? other : one, RandomNode(random, depth - 1, inField)))];

    private static QueryNode RandomWords(Random random, string field) => random.Next(7) switch
    {
        0 => new PhraseNode(0, 0, field, RandomText(random) + " \\ “x” " + RandomText(random), random.Next(3)),
        1 => new PrefixNode(0, 0, field, RandomText(random)),
        2 => new WildcardNode(0, 0, field, RandomText(random).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal) + "?*z"),
        3 => new FuzzyNode(0, 0, field, RandomText(random), random.Next(1, 3)),
        4 => new RegexNode(0, 0, field, RandomText(random).Replace("\\", "\\\\", StringComparison.Ordinal) + "(a/|b c)\\d"),
        _ => new WordNode(0, 0, field, RandomText(random), random.Next(2) == 0),
    };

    private static QueryNode RandomFilter(Random random)
    {
        DateOnly day = DateOnly.FromDayNumber(random.Next(700_000, 800_000));
        return random.Next(6) switch
        {
            0 => new AllNode(0, 0),
            1 => new MissingNode(0, 0, QueryFields.Date),
            2 => new ValueNode(0, 0, random.Next(2) == 0 ? QueryFields.Stance : QueryFields.Id, RandomText(random)),
            3 => new RangeNode(0, 0, QueryFields.Source, random.Next(3) == 0 ? null : RandomText(random), "to", IncludeLower: true, random.Next(2) == 0),
            4 => new DateNode(0, 0, DatePeriod.Of(random.Next(3) switch { 0 => ArticleDate.OfYear(day.Year), 1 => ArticleDate.OfMonth(day.Year, day.Month), _ => ArticleDate.OfDay(day) })),
            _ => new DateNode(0, 0, new DatePeriod(random.Next(2) == 0 ? null : day, day.AddDays(random.Next(1, 400)))),
        };
    }

    private static string RandomWordField(Random random) => new[] { QueryFields.Text, QueryFields.Title, QueryFields.Source, QueryFields.Said }[random.Next(4)];

    /// <summary>Text with a letter at both ends, as trimming leaves it, and anything between.</summary>
    private static string RandomText(Random random)
    {
        const string letters = "abcZé9東";
        const string between = "ab1+-!&|()[]{}\"“^~*?:\\/ .,'AND";
        string middle = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => between[random.Next(between.Length)]));
        return random.Next(20) == 0 ? "verbatim:x" : letters[random.Next(letters.Length)] + middle + letters[random.Next(letters.Length)];
    }

    [Theory]
    [InlineData(@"said:b:\//9*")]
    [InlineData(@"text:a:\//b?*z")]
    public void An_address_in_a_pattern_keeps_its_wildcards(string query) =>
        Assert.Equal(query, QueryPrinter.Print(QueryParser.Parse(query).Root));
}
