using System.Text;
using System.Text.Json;
using SearchService.Core.Queries;
using SearchService.TestSupport;

namespace SearchService.Core.Tests.Queries;

public sealed class QueryFuzzTests
{
    private static readonly string[] Pieces =
    [
        "a", "b1", "Tokayev", "don't", "1,000", "é", "東京", "😀", "\uD800", "\uDC00", " ", "  ", "\t", "\u00A0", "AND", "OR", "NOT", "NEAR", "NEAR/3", "ONEAR/2", "TO", "&&", "||",
        "+", "-", "!", "(", ")", "[", "]", "{", "}", "\"", "“", "”", "«", "^", "^2", "~", "~1", "*", "?", ":", "\\", "/", ".", ",", "'", "..", "<", ">=",
        "title:", "text:", "source:", "country:", "stance:", "id:", "date:", "said:", "_missing:", "verbatim:", "foo:", "2022", "2022-01", "2022-01-13", "date:[2022 TO *]", "\0", "*:*",
    ];

    [Fact]
    public void Any_string_is_read_printed_and_read_again_the_same()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 100_000; i++)
        {
            string query = RandomQuery(random);
            try
            {
                QueryInvariants.Check(query);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"query {JsonSerializer.Serialize(query)}", failure);
            }
        }
    }

    [Theory]
    [InlineData("date:+foo:{")]
    [InlineData("country:\\ verbatim:")]
    [InlineData("id:(, ” x")]
    [InlineData("word^2~1 ")]
    [InlineData("NOT NOT +._missing:")]
    [InlineData("verbatim:[ foo:date:-")]
    [InlineData("country:(( ^ }{")]
    [InlineData("+verbatim:_missing:! &&date:")]
    public void Strings_that_were_once_misread_stay_right(string query) => QueryInvariants.Check(query);

    [Fact]
    public void Every_character_is_in_a_node_or_in_a_notice()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 20_000; i++)
        {
            string query = RandomQuery(random);
            ParsedQuery parsed = QueryParser.Parse(query);
            bool[] accounted = new bool[query.Length];
            foreach (QueryNotice notice in parsed.Notices)
            {
                accounted.AsSpan(notice.Offset, notice.Length).Fill(true);
            }

            if (parsed.Root is not (null or NoneNode))
            {
                // Operators and parentheses stand within the span of the node they join.
                accounted.AsSpan(parsed.Root.Offset, parsed.Root.Length).Fill(true);
            }

            for (int at = 0; at < query.Length; at++)
            {
                bool isSilent = char.IsWhiteSpace(query[at]) || query[at] is '(' or ')' or '+' or '-' or '!' || parsed.Root is NoneNode;
                Assert.True(accounted[at] || isSilent, $"{JsonSerializer.Serialize(query)} at {at}");
            }
        }
    }

    [Fact]
    public void Public_benchmark_queries_are_read_without_a_notice()
    {
        SharedData.SkipIfAbsent("queries/search-benchmark-game.txt");

        int count = 0;
        foreach (string line in File.ReadLines(SharedData.PathOf("queries/search-benchmark-game.txt")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string query = document.RootElement.GetProperty("query").GetString()!;
            Assert.DoesNotContain(QueryParser.Parse(query).Notices, notice => notice.IsError);
            QueryInvariants.Check(query);
            count++;
        }

        Assert.Equal(962, count);
    }

    private static string RandomQuery(Random random)
    {
        StringBuilder query = new();
        for (int left = random.Next(1, 14); left > 0; left--)
        {
            query.Append(Pieces[random.Next(Pieces.Length)]);
            _ = random.Next(3) == 0 ? query.Append(' ') : query;
        }

        return query.ToString();
    }
}
