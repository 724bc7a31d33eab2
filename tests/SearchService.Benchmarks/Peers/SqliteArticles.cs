using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SearchService.Benchmarks.Peers;

/// <summary>The articles in SQLite: tokens in a contentless FTS5 table, metadata in a table beside it and, for counting, in arrays.</summary>
internal sealed class SqliteArticles
{
    /// <summary>Every printable ASCII character that isn't a letter or digit: tokens end at spaces alone.</summary>
    private const string TokenCharacters = """!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~""";

    private readonly string _file;

    /// <summary>Reads the metadata back into arrays.</summary>
    internal SqliteArticles(string file)
    {
        _file = file;
        using SqliteConnection connection = Connect();
        Sources = new ValueColumn(Read(connection, "source"));
        Stances = new ValueColumn(Read(connection, "stance"));
        Years = new ValueColumn(Read(connection, "year"));
        Days = [.. Read(connection, "day").Select(day => day.Length == 0 ? long.MinValue : long.Parse(day))];
    }

    /// <summary>SQLite's version.</summary>
    internal static string Version
    {
        get
        {
            using SqliteConnection connection = new("Data Source=:memory:");
            connection.Open();
            return connection.ServerVersion;
        }
    }

    internal ValueColumn Sources { get; }

    internal ValueColumn Stances { get; }

    internal ValueColumn Years { get; }

    /// <summary>Day numbers by row; the least number where there is none.</summary>
    internal long[] Days { get; }

    /// <summary>Indexes the tokens in one transaction with nothing done for durability; gives the seconds it took, reading included.</summary>
    internal static double Build(string tokens, string file)
    {
        long started = Stopwatch.GetTimestamp();
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072");
        Execute(connection, $"CREATE VIRTUAL TABLE texts USING fts5(body, content = '', tokenize = \"ascii tokenchars '{TokenCharacters}'\")");
        Execute(connection, "CREATE TABLE articles(id INTEGER PRIMARY KEY, source TEXT, stance TEXT, year TEXT, day INTEGER, stored TEXT)");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand text = Insert(connection, "INSERT INTO texts(rowid, body) VALUES($0, $1)", 2);
        using SqliteCommand metadata = Insert(connection, "INSERT INTO articles VALUES($0, $1, $2, $3, $4, $5)", 6);
        long row = 0;
        foreach (PeerArticle article in PeerCorpus.ReadTokens(tokens))
        {
            row++;
            Run(text, row, article.Text);
            Run(metadata, row, article.Source, article.Stance, article.Year, article.Day, article.Stored);
        }

        transaction.Commit();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Merges the full-text index into one segment.</summary>
    internal static void Optimize(string file)
    {
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "INSERT INTO texts(texts) VALUES('optimize'); VACUUM");
    }

    /// <summary>A connection for reading, the file mapped into memory.</summary>
    internal SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={_file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -131072");
        return connection;
    }

    private static IEnumerable<string> Read(SqliteConnection connection, string column)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {column} FROM articles ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.IsDBNull(0) ? "" : reader.GetString(0);
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
