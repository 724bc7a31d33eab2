using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Queries;

namespace SearchService.Conformance.Oracle;

/// <summary>The same tokens in SQLite FTS5: an engine nobody here wrote, for what means the same in both.</summary>
/// <remarks>Each token becomes a word of letters and digits that FTS5's tokenizer leaves whole, so that only matching is compared.</remarks>
internal sealed class SqliteArchive : IDisposable
{
    private const int HeadlineGap = 20;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    internal SqliteArchive(IEnumerable<Article> articles)
    {
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE written USING fts5(id UNINDEXED, body, tokenize = 'ascii')");
        Execute("CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, body, tokenize = 'ascii')");
        using SqliteTransaction transaction = _connection.BeginTransaction();
        foreach (Article article in articles)
        {
            Insert("written", article, TermForm.Written);
            Insert("words", article, TermForm.Word);
        }

        transaction.Commit();
    }

    /// <summary>The expression in FTS5's syntax, or null where it has no equal there.</summary>
    internal static (string Table, string Match)? Translate(QueryNode node) => node switch
    {
        WordNode { Variants.IsEmpty: false } => null,
        WordNode { Field: QueryFields.Text, Verbatim: false } word => ("words", Phrase(word.Text, TermForm.Word)),
        WordNode { Field: QueryFields.Text } word => ("written", Phrase(word.Text, TermForm.Written)),
        PhraseNode { Field: QueryFields.Text, Slop: 0 } phrase => ("written", Phrase(phrase.Text, TermForm.Written)),
        BooleanNode boolean => Translate(boolean),
        NearNode { Ordered: false, Left: WordNode, Right: WordNode } near => Near(near),
        _ => null,
    };

    internal HashSet<string> Search((string Table, string Match) query)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT id FROM {query.Table} WHERE {query.Table} MATCH $match";
        command.Parameters.AddWithValue("$match", query.Match);
        using SqliteDataReader reader = command.ExecuteReader();
        HashSet<string> ids = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    public void Dispose() => _connection.Dispose();

    // FTS5 takes a word to be near itself.
    private static (string Table, string Match)? Near(NearNode near) =>
        Translate(near.Left) is { } left && Translate(near.Right) is { } right && left.Table == right.Table && left.Match != right.Match && near.Distance < HeadlineGap
            ? (left.Table, $"NEAR({left.Match} {right.Match}, {near.Distance})")
            : null;

    private static (string Table, string Match)? Translate(BooleanNode node)
    {
        List<(ClauseKind Kind, (string Table, string Match) Query)> parts = [];
        foreach (QueryClause clause in node.Clauses)
        {
            if (Translate(clause.Node) is not { } part)
            {
                return null;
            }

            parts.Add((clause.Kind, part));
        }

        if (parts.Select(part => part.Query.Table).Distinct().Count() != 1)
        {
            return null;
        }

        string[] must = Matches(ClauseKind.Must), should = Matches(ClauseKind.Should), not = Matches(ClauseKind.MustNot);
        string positive = must.Length > 0 ? string.Join(" AND ", must) : string.Join(" OR ", should);
        return positive.Length == 0 ? null
            : (parts[0].Query.Table, not.Length == 0 ? $"({positive})" : $"(({positive}) NOT ({string.Join(" OR ", not)}))");

        string[] Matches(ClauseKind kind) => [.. parts.Where(part => part.Kind == kind).Select(part => part.Query.Match)];
    }

    private static string Phrase(string text, TermForm form) => $"\"{Encode(text, form)}\"";

    private static string Encode(string text, TermForm form)
    {
        StringBuilder encoded = new();
        TokenReader reader = TextAnalyzer.English.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            encoded.Append(encoded.Length == 0 ? "" : " ");
            foreach (byte unit in reader.Term(form))
            {
                encoded.Append(char.IsAsciiLetterOrDigit((char)unit) && unit != 'Z' ? ((char)unit).ToString() : $"Z{unit.ToString("x2", CultureInfo.InvariantCulture)}Z");
            }
        }

        return encoded.ToString();
    }

    private void Insert(string table, Article article, TermForm form)
    {
        using SqliteCommand command = _connection.CreateCommand();
        // Neither a phrase nor what is near may run from the headline into the text.
        command.CommandText = $"INSERT INTO {table}(id, body) VALUES ($id, $body)";
        command.Parameters.AddWithValue("$id", article.Id);
        command.Parameters.AddWithValue("$body", Encode(article.Title, form) + string.Concat(Enumerable.Repeat(" ZZheadZZ", HeadlineGap)) + ' ' + Encode(article.Text, form));
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
