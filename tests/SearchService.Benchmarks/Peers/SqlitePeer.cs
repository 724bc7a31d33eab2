using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace SearchService.Benchmarks.Peers;

/// <summary>SQLite FTS5, counting facets in arrays by row; where nothing filters, it sorts by itself.</summary>
/// <remarks>What has to match beside what may has no equal there: a rank of either would count the first twice. Nor have words with edits.</remarks>
internal sealed class SqlitePeer : IPeerSearcher
{
    private const int Size = 10;

    private readonly SqliteArticles _articles;
    private readonly ImmutableArray<PeerQuery> _queries;
    private readonly string?[] _matches;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _all;
    private readonly SqliteCommand _best;
    private readonly PriorityQueue<long, double> _hits = new(Comparer<double>.Create((left, right) => right.CompareTo(left)));
    private long _total;
    private (string Value, long Count)[][] _facets = [];

    internal SqlitePeer(SqliteArticles articles, ImmutableArray<PeerQuery> queries)
    {
        _articles = articles;
        _queries = queries;
        _matches = [.. queries.Select(Translate)];
        _connection = articles.Connect();
        _all = Command("SELECT rowid, rank FROM texts WHERE texts MATCH $match");
        _best = Command($"SELECT rowid, rank FROM texts WHERE texts MATCH $match ORDER BY rank LIMIT {Size}");
    }

    public bool Knows(int query) => _matches[query] is not null;

    public void Full(int query)
    {
        int[] sources = new int[_articles.Sources.Values.Length], stances = new int[_articles.Stances.Values.Length], years = new int[_articles.Years.Values.Length];
        _total = 0;
        Walk(query, row =>
        {
            _total++;
            Count(_articles.Sources, sources, row);
            Count(_articles.Stances, stances, row);
            Count(_articles.Years, years, row);
        });
        _facets = [[.. _articles.Sources.MostFrequent(sources)], [.. _articles.Stances.MostFrequent(stances)], [.. _articles.Years.MostFrequent(years)]];
    }

    public void Top(int query)
    {
        if (_queries[query].Clauses.Any(clause => clause.Occur == '#' || clause.Kind == ClauseKind.All))
        {
            Walk(query, _ => { });
            return;
        }

        _best.Parameters[0].Value = _matches[query];
        using SqliteDataReader reader = _best.ExecuteReader();
        while (reader.Read())
        {
            _ = (reader.GetInt64(0), reader.GetDouble(1));
        }
    }

    /// <summary>Scores aren't compared: FTS5's weights of terms differ.</summary>
    public PeerAnswer LastAnswer() => new(_total, PeerAnswer.FacetText(_facets), []);

    public void Dispose()
    {
        _all.Dispose();
        _best.Dispose();
        _connection.Dispose();
    }

    private static void Count(ValueColumn column, int[] counts, int row)
    {
        if (column.Ordinals[row] is >= 0 and int ordinal)
        {
            counts[ordinal]++;
        }
    }

    /// <summary>The query in FTS5's syntax; null where there is no equal.</summary>
    private static string? Translate(PeerQuery query)
    {
        PeerClause[] musts = [.. query.Clauses.Where(clause => clause.Occur == '+')], mays = [.. query.Clauses.Where(clause => clause.Occur == '?')];
        if (musts.Length > 0 == mays.Length > 0 || query.Clauses.Any(clause => clause.Kind == ClauseKind.Fuzzy))
        {
            return null;
        }

        string positive = musts.Length > 0 ? string.Join(" AND ", musts.Select(Translate)) : string.Join(" OR ", mays.Select(Translate));
        return string.Join(" NOT ", [$"({positive})", .. query.Clauses.Where(clause => clause.Occur == '-').Select(Translate)]);
    }

    private static string Translate(PeerClause clause) =>
        $"\"{string.Join(' ', clause.Words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(clause.Kind == ClauseKind.Prefix ? "*" : "")}";

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter { ParameterName = "$match" });
        return command;
    }

    private void Walk(int query, Action<int> found)
    {
        _hits.Clear();
        if (_queries[query].Clauses is [{ Kind: ClauseKind.All }])
        {
            for (int row = 0; row < _articles.Days.Length; row++)
            {
                found(row);
            }

            return;
        }

        PeerClause[] filters = [.. _queries[query].Clauses.Where(clause => clause.Occur == '#')];
        _all.Parameters[0].Value = _matches[query];
        using SqliteDataReader reader = _all.ExecuteReader();
        while (reader.Read())
        {
            int row = (int)reader.GetInt64(0) - 1;
            if (filters.Length == 0 || Array.TrueForAll(filters, filter => Passes(filter, row)))
            {
                found(row);
                Offer(row, reader.GetDouble(1));
            }
        }
    }

    private void Offer(int row, double rank)
    {
        if (_hits.Count < Size)
        {
            _hits.Enqueue(row, rank); // the worst comes out first: the best ranks are the lowest
        }
        else
        {
            _hits.EnqueueDequeue(row, rank);
        }
    }

    private bool Passes(PeerClause filter, int row) => filter.Kind == ClauseKind.Stance
        ? _articles.Stances.Ordinals[row] is >= 0 and int stance && _articles.Stances.Values[stance] == filter.Words[0]
        : _articles.Days[row] >= long.Parse(filter.Words[0]) && _articles.Days[row] <= long.Parse(filter.Words[1]);
}
