using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SearchService.Analysis;

namespace SearchService.Benchmarks.Peers;

/// <summary>The queries of the search-benchmark-game: <c>+a +b</c>, <c>"a b"</c>, <c>a b</c>, <c>+a -b</c>.</summary>
internal static partial class GameQueries
{
    internal const string File = "queries/search-benchmark-game.txt";

    /// <summary>Reads them; their words become tokens as those of the texts do.</summary>
    internal static IEnumerable<PeerQuery> Read(string path)
    {
        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        foreach (string line in System.IO.File.ReadLines(path))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            string kind = record.RootElement.GetProperty("tags")[0].GetString()!.Replace("_", " and ", StringComparison.Ordinal);
            ImmutableArray<PeerClause> clauses =
            [
                .. Part().Matches(record.RootElement.GetProperty("query").GetString()!)
                    .Select(part => Clause(part.Groups["occur"].Value, [.. Tokens(reader, part.Groups["words"].Value)]))
                    .Where(clause => !clause.Words.IsEmpty),
            ];
            yield return new PeerQuery(PeerQuery.Game + kind, clauses);
        }
    }

    /// <summary>The terms of a text, as written.</summary>
    internal static IEnumerable<string> Tokens(TokenReader reader, string text)
    {
        reader.Reset(text);
        while (reader.Next())
        {
            yield return Encoding.UTF8.GetString(reader.Term(TermForm.Written));
        }
    }

    private static PeerClause Clause(string occur, ImmutableArray<string> words) =>
        new(occur.Length == 0 ? '?' : occur[0], words.Length == 1 ? ClauseKind.Term : ClauseKind.Phrase, words);

    [GeneratedRegex("""(?<occur>[+-]?)(?:"(?<words>[^"]*)"|(?<words>[^\s"]+))""", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
