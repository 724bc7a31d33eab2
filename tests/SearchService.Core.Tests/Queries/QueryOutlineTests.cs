using System.Globalization;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryOutlineTests
{
    // query, and its outline as Print below writes it
    [Theory]
    [InlineData("*", "everything")]
    [InlineData("...", "nothing")]
    [InlineData("troops", "word<troops>")]
    [InlineData("verbatim:troops", "word<troops> exact")]
    [InlineData("title:troops", "word title<troops>")]
    [InlineData("\"peace talks\"", "phrase<peace talks>")]
    [InlineData("\"peace talks\"~3", "phrase<peace talks> slop 3")]
    [InlineData("peace*", "prefix<peace>")]
    [InlineData("?aliningrad", "pattern<?aliningrad>")]
    [InlineData("tokayev~1", "fuzzy<tokayev> edits 1")]
    [InlineData("/tok(a|aj)ev/", "regex<tok(a|aj)ev>")]
    [InlineData("csto NEAR/8 \"peace talks\"", "near 8(word<csto> phrase<peace talks>)")]
    [InlineData("csto ONEAR nato", "near 10 ordered(word<csto> word<nato>)")]
    [InlineData("country:KZ", "value country<KZ>")]
    [InlineData("source:[a TO m}", "range source[a..m)")]
    [InlineData("source:{* TO m]", "range source[..m]")]
    [InlineData("date:2022", "period date[2022-01-01..2022-12-31]")]
    [InlineData("date:>=2022-02", "period date[2022-02-01..]")]
    [InlineData("date:<2022-02", "period date[..2022-01-31]")]
    [InlineData("date:<0001", "nothing")]
    [InlineData("_missing:date", "missing date")]
    [InlineData("stance:*", "not(missing stance)")]
    [InlineData("troops leave", "all(word<troops> word<leave>)")]
    [InlineData("troops AND leave", "all(word<troops> word<leave>)")]
    [InlineData("csto OR nato", "any(word<csto> word<nato>)")]
    [InlineData("csto nato OR otan", "any(all(word<csto> word<nato>) word<otan>)")]
    [InlineData("csto (nato OR otan)", "all(word<csto> any(word<nato> word<otan>))")]
    [InlineData("-nato", "not(word<nato>)")]
    [InlineData("csto -nato -otan", "all(word<csto> not(word<nato>) not(word<otan>))")]
    [InlineData("-nato -otan", "all(not(word<nato>) not(word<otan>))")]
    [InlineData("csto OR -nato", "any(word<csto> not(word<nato>))")]
    [InlineData("+csto OR nato", "all(word<csto>; word<nato>)")]
    [InlineData("csto^3 OR nato^0.5", "any(word<csto> boost 3 word<nato> boost 0.5)")]
    [InlineData("(csto^2 nato)^3", "all(word<csto> boost 2 word<nato>) boost 3")]
    [InlineData("(csto^2)^3", "word<csto> boost 6")]
    public void A_query_is_outlined_part_by_part(string query, string outline) => Assert.Equal(outline, Print(Outline(query)));

    [Fact]
    public void An_empty_query_has_no_outline() => Assert.Null(QueryOutline.Of(QueryParser.Parse("  ").Root, QueryFields.Text));

    [Theory]
    [InlineData("leave", "word<leave>")]
    [InlineData("said:leave text:minsk", "all(word<leave> word text<minsk>)")]
    public void The_field_of_words_without_one_is_not_told(string query, string outline) =>
        Assert.Equal(outline, Print(QueryOutline.Of(QueryParser.Parse(query, field: QueryFields.Said).Root, QueryFields.Said)!));

    [Fact]
    public void Alternatives_beside_exclusions_are_one_part()
    {
        WordNode a = new(0, 1, QueryFields.Text, "a"), b = new(5, 1, QueryFields.Text, "b"), c = new(8, 1, QueryFields.Text, "c");
        BooleanNode node = new(0, 9, [new(ClauseKind.Should, a), new(ClauseKind.MustNot, c), new(ClauseKind.Should, b)]);
        Assert.Equal("all(any(word<a> word<b>) not(word<c>))", Print(QueryOutline.Of(node, QueryFields.Text)!));
    }

    [Theory]
    [InlineData("troops leave", "some(word<troops> word<leave>)")]
    [InlineData("troops leave country:KZ", "all(some(word<troops> word<leave>) value country<KZ>)")]
    [InlineData("+csto troops leave", "all(word<csto>; word<troops> word<leave>)")]
    [InlineData("troops (a OR b)", "some(word<troops> any(word<a> word<b>))")]
    public void What_was_relaxed_is_told_from_what_the_query_offers(string query, string outline) =>
        Assert.Equal(outline, Print(QueryOutline.Of(QueryRelaxation.Relax(QueryParser.Parse(query).Root!), QueryFields.Text)!));

    [Theory]
    [InlineData("  troops  \"peace talks\"^2 ", "troops", "\"peace talks\"^2")]
    [InlineData("title:csto (nato OR otan)", "title:csto", "(nato OR otan)")]
    [InlineData("csto -nato", "csto", "nato")]
    public void Each_part_has_its_place_in_the_input(string query, params string[] parts)
    {
        QueryOutline outline = Outline(query);
        Assert.Equal(parts, outline.Parts.Select(part => query.Substring(part.Offset, part.Length)));
        Assert.Equal(query.Trim(), query.Substring(outline.Offset, outline.Length));
    }

    [Fact]
    public void Spellings_are_told_up_to_a_number_and_the_others_counted()
    {
        WordNode name = new(0, 7, QueryFields.Text, "tokayev") { Variants = [.. Enumerable.Range(0, 15).Select(i => $"t{i}")] };
        QueryOutline outline = QueryOutline.Of(name, QueryFields.Text)!;
        Assert.Equal((QueryOutline.MaxSpellings, "t0", 3), (outline.Spellings.Length, outline.Spellings[0], outline.MoreSpellings));
        Assert.Equal(0, QueryOutline.Of(name with { Variants = ["tokaev"] }, QueryFields.Text)!.MoreSpellings);
    }

    [Fact]
    public void What_is_nested_too_deep_is_told_as_a_query()
    {
        string query = "w0";
        for (int i = 1; i < 90; i++)
        {
            query = i % 3 == 0 ? $"({query}) OR w{i}" : i % 3 == 1 ? $"({query}) -w{i}" : $"({query}) NEAR/{i} w{i}";
        }

        QueryOutline outline = Outline(query);
        Assert.InRange(Depth(outline), 3, QueryOutline.MaxDepth);
        QueryOutline deepest = All(outline).First(part => part.Kind == OutlineKind.Query);
        Assert.Equal(QueryPrinter.Print(QueryParser.Parse(query.Substring(deepest.Offset, deepest.Length)).Root), deepest.Text);
    }

    [Fact]
    public void Every_kind_of_node_and_of_outline_is_covered()
    {
        const string query = "* word \"a phrase\" pre* pat?ern* fuzzy~ /re/ a NEAR b country:KZ source:[a TO b] date:2022 _missing:date c^2 (d OR e) -f";
        QueryNode root = QueryParser.Parse(query).Root!;
        BooleanNode relaxed = new(0, 0, [new(ClauseKind.Should, root, Implicit: true), new(ClauseKind.Should, new NoneNode(0, 0)), new(ClauseKind.Should, new NativeNode(0, 0, "own", "a"))]);
        IEnumerable<Type> kinds = typeof(QueryNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(QueryNode)) && !type.IsAbstract);
        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), Nodes(relaxed).Select(node => node.GetType().Name).Distinct().Order(StringComparer.Ordinal));

        QueryOutline outline = QueryOutline.Of(relaxed, QueryFields.Text)!;
        Assert.Equal(Enum.GetValues<OutlineKind>().Except([OutlineKind.Query]).Order(), All(outline).Select(part => part.Kind).Distinct().Order());
    }

    private static QueryOutline Outline(string query) => QueryOutline.Of(QueryParser.Parse(query).Root, QueryFields.Text)!;

    private static IEnumerable<QueryOutline> All(QueryOutline outline) => outline.Parts.Concat(outline.Better).SelectMany(All).Prepend(outline);

    private static int Depth(QueryOutline outline) => 1 + outline.Parts.Concat(outline.Better).Select(Depth).DefaultIfEmpty().Max();

    private static IEnumerable<QueryNode> Nodes(QueryNode node) => (node switch
    {
        BoostNode boost => Nodes(boost.Child),
        NearNode near => Nodes(near.Left).Concat(Nodes(near.Right)),
        BooleanNode boolean => boolean.Clauses.SelectMany(clause => Nodes(clause.Node)),
        _ => [],
    }).Prepend(node);

    private static string Print(QueryOutline part)
    {
        string text = part.Kind.ToString().ToLowerInvariant();
        text += part.Distance is { } distance ? $" {distance}" : "";
        text += part.Ordered ? " ordered" : "";
        text += part.Field is { } field ? $" {field}" : "";
        text += part.Text is { } of ? $"<{of}>" : "";
        text += part.From is null && part.To is null ? "" : $"{(part.OpenFrom ? '(' : '[')}{part.From}..{part.To}{(part.OpenTo ? ')' : ']')}";
        text += part.Exact ? " exact" : "";
        text += part.Slop is { } slop ? $" slop {slop}" : "";
        text += part.Edits is { } edits ? $" edits {edits}" : "";
        text += part.Parts.IsEmpty ? "" : $"({string.Join(' ', part.Parts.Select(Print))}{(part.Better.IsEmpty ? "" : "; ")}{string.Join(' ', part.Better.Select(Print))})";
        return text + (part.Boost is { } boost ? string.Create(CultureInfo.InvariantCulture, $" boost {boost}") : "");
    }
}
