using System.Reflection;
using System.Text.RegularExpressions;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Tests.Queries;

public sealed partial class NoticeWordingTests
{
    private const string Fields = "text, title, author, source, country, stance, topic, language, date, id, story, said, speaker";
    private const string Long = "a-word-of-more-than-thirty-characters";

    private static readonly string[] SaidAboveTheParser = ["AllWordsRelaxed", "SomeWordsMarked", "NameVariantsAdded", "NameVariantsInFilter", "NoSuggestions"];

    // a query, the wording of its first notice, and the values in it
    public static TheoryData<string, string, string[]> Queries => new()
    {
        { "nato & csto", "IgnoredCharacters", ["&"] },
        { "a } ... ~ b", "IgnoredCharacters", ["} ... ~"] },
        { "What is NATO?", "IgnoredQuestionMark", ["text", "NATO"] },
        { "\"peace* talks\"", "LiteralWildcard", [] },
        { "nato \"\"", "EmptyPhrase", [] },
        { "nato ()", "EmptyGroup", [] },
        { "nato title:(\"\")", "EmptyGroupOfField", [] },
        { "Title: nato", "FieldReadAsWord", ["Title"] },
        { "source:[", "FieldIgnored", ["source:["] },
        { "title:-nato", "MisplacedOperator", ["-title"] },
        { "nato AND", "DanglingOperator", ["AND"] },
        { "OR", "OperatorReadAsWord", ["OR"] },
        { "\"once russians", "UnclosedQuote", [] },
        { "(nato OR csto", "UnclosedParenthesis", [] },
        { "nato)", "UnopenedParenthesis", [] },
        { "date:[2021 TO 2022", "UnbalancedBracket", [] },
        { "/tokayev", "UnclosedRegex", ["/tokayev"] },
        { "foo:nato", "UnknownField", ["foo", Fields] },
        { "titel:nato", "MisspeltField", ["titel", "title", Fields] },
        { "_missing:id", "NeverMissing", ["_missing:id", "author, country, date, language, source, speaker, stance, text, title, topic"] },
        { "date:yesterday", "InvalidDate", ["date:yesterday"] },
        { $"date:{Long}", "InvalidDate", [$"date:{Long[..25]}…"] },
        { "source:[tass", "InvalidRange", [] },
        { "nato^high", "InvalidBoost", ["^high"] },
        { "tokayev~0", "InvalidFuzziness", ["~0", "1"] },
        { "\"peace talks\"~", "InvalidSlop", ["~"] },
        { "nato ONEAR/-1 csto", "InvalidDistance", ["ONEAR/-1", "ONEAR/10"] },
        { "nato NEAR country:KZ", "NearWithoutPlaces", ["NEAR"] },
        { "nato NEAR/3 -csto", "NearExcluded", ["NEAR/3"] },
        { "nato NEAR title:csto", "NearOfTwoFields", ["NEAR", "text", "title"] },
        { "country:K*", "PatternNotApplicable", ["country:K*", "country"] },
        { "peace*~1", "TildeNotApplicable", ["~1"] },
        { "a b c d e f", "TooManyClauses", ["5"] },
        { "a (b (c (d)))", "QueryTooDeep", ["2"] },
        { "(a AND b AND c) NEAR (d AND e)", "TooManyPairs", ["NEAR", "5"] },
        { "a ... b ... c ... d", "IgnoredCharacters", ["..."] },
        { new string('a', 60), "QueryTooLong", ["60", "50"] },
        { "a*b", "NoWildcards", [] },
        { "a~", "NoFuzzyWords", [] },
        { "/a/", "NoRegularExpressions", [] },
        { "a NEAR b", "NoNear", [] },
        { "said:a", "NoQuotations", [] },
        { "speaker:a", "NoSpeakers", [] },
        { "story:a", "NoStories", [] },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_notice_gives_the_values_that_its_message_speaks_of(string query, string wording, string[] values)
    {
        QueryNotice notice = Read(query).Notices[0];
        Assert.Same(Wordings()[wording], notice.Wording);
        Assert.Equal(values, notice.Values);

        // What isn't a value is the same in every message of this wording.
        string[] constant = Place().Split(notice.Wording.Text);
        Assert.Matches($"^{string.Join("(.*)", constant.Select(Regex.Escape))}$", notice.Message);
        Assert.All(values, value => Assert.Contains(value, notice.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_wording_of_the_parser_has_an_example_above()
    {
        IEnumerable<string> shown = Queries.Select(row => row.Data.Item2);
        Assert.Equal(Wordings().Keys.Except([.. SaidAboveTheParser, "TooManyNotices", "InvalidPattern", "InvalidQuery"]).Order(StringComparer.Ordinal), shown.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Notices_that_were_cut_are_counted()
    {
        QueryNotice more = QueryParser.Parse("a ... b ... c x:d", new QueryLimits { MaxNotices = 2 }).Notices[^1];
        Assert.Same(Wordings()["TooManyNotices"], more.Wording);
        Assert.Equal(["2", "2"], more.Values);
        Assert.True(more.IsError);
    }

    [Fact]
    public void What_a_backend_refuses_is_told_in_its_words()
    {
        ParsedQuery parsed = QuerySupport.Restrict(QueryParser.Parse("a /b{2/"), new BackendCapabilities { RegularExpressions = true }, _ => "A brace {0} is never closed.");
        Assert.Equal("A brace {0} is never closed. This part was ignored.", Assert.Single(parsed.Notices).Message);
    }

    [Fact]
    public void Wordings_of_one_code_differ_in_their_variant_and_number_their_places_from_nought()
    {
        Assert.Equal(Wordings().Values.ToHashSet(), [.. NoticeWordings.All]);
        Assert.Equal(NoticeWordings.All.Length, NoticeWordings.All.Select(wording => (wording.Code, wording.Variant)).Distinct().Count());
        Assert.All(NoticeWordings.All, wording =>
        {
            int[] places = [.. Place().Matches(wording.Text).Select(match => match.Value[1] - '0')];
            Assert.Equal(Enumerable.Range(0, places.Distinct().Count()), places.Distinct());
        });
    }

    private static ParsedQuery Read(string query)
    {
        QueryLimits limits = new() { MaxClauses = 5, MaxDepth = 2, MaxLengthInCharacters = 50 };
        ParsedQuery parsed = QueryParser.Parse(query, limits);
        return parsed.Notices.IsEmpty ? QuerySupport.Restrict(parsed, new BackendCapabilities()) : parsed;
    }

    private static Dictionary<string, NoticeWording> Wordings() => typeof(NoticeWordings).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(NoticeWording))
        .ToDictionary(field => field.Name, field => (NoticeWording)field.GetValue(null)!, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
