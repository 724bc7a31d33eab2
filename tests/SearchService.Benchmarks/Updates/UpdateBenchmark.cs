using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Schema;
using SearchService.Engine.Storage;

namespace SearchService.Benchmarks.Updates;

/// <summary>
/// Thirty updates of a hundred articles each, half of them new and half replacing older ones, on an index of the others:
/// each by a writer of its own that commits and finishes its merges, as a command line does.
/// </summary>
internal static class UpdateBenchmark
{
    internal const string Verb = "updates";

    private const int Updates = 30;
    private const int ArticlesPerUpdate = 100;
    private const int TextField = 0;
    private const int IdField = 1;

    private static readonly IndexSchema Schema = new(FieldDefinition.Text("text"), FieldDefinition.Keyword("id"));

    internal static void Run(string articles, string folder)
    {
        Article[] all = [.. UsNews.Read(articles)];
        var directory = new CountingDirectory(new FileSystemDirectory(folder));
        int built = all.Length - (Updates * ArticlesPerUpdate / 2);
        long started = Stopwatch.GetTimestamp();
        using (IndexWriter writer = Open(directory))
        {
            Array.ForEach(all[..built], article => writer.Add(DocumentOf(article)));
            writer.Commit(ImmutableDictionary<string, string>.Empty);
        }

        Print($"built of {built:N0} articles in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s: {directory.WrittenBytes / 1e6:0} MB written, {Segments(directory)} segments");
        long builtBytes = directory.WrittenBytes;
        List<double> commits = [];
        List<double> merges = [];
        int merged = 0;
        for (int update = 0; update < Updates; update++)
        {
            started = Stopwatch.GetTimestamp();
            using IndexWriter writer = Open(directory);
            for (int i = 0; i < ArticlesPerUpdate / 2; i++)
            {
                int old = ((update * ArticlesPerUpdate) + i) * 7 % built;
                writer.Delete(IdField, all[old].Id);
                writer.Add(DocumentOf(all[old]));
                writer.Add(DocumentOf(all[built + (update * ArticlesPerUpdate / 2) + i]));
            }

            long generation = writer.Commit(ImmutableDictionary<string, string>.Empty);
            commits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            merged += writer.FinishMerges() > generation ? 1 : 0;
            merges.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        double added = (double)builtBytes / built * Updates * ArticlesPerUpdate;
        double written = directory.WrittenBytes - builtBytes;
        Print($"{Updates} updates of {ArticlesPerUpdate}: {IndexingBenchmark.Median(commits):0} ms to the commit, at most {commits.Max():0}; after {merged} of them merging, at most {merges.Max():0} ms, all together {merges.Sum():0}");
        Print($"written {written / 1e6:0.0} MB, {written / added:0.00} times what the articles take; {Segments(directory)} segments, {Deleted(directory):N0} documents deleted and not reclaimed");
        started = Stopwatch.GetTimestamp();
        long before = directory.WrittenBytes;
        using (IndexWriter writer = Open(directory))
        {
            writer.ForceMerge();
            writer.Commit(ImmutableDictionary<string, string>.Empty);
        }

        Print($"forced merge in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s: {(directory.WrittenBytes - before) / 1e6:0} MB written, {Segments(directory)} segment");
        using Process self = Process.GetCurrentProcess();
        Print($"peak memory, articles held for the benchmark included: {self.PeakWorkingSet64 / 1048576.0:0} MiB");
    }

    private static IndexWriter Open(IIndexDirectory directory) => IndexWriter.Create(directory, Schema, TextAnalyzer.English, new IndexWriterOptions());

    private static Document DocumentOf(Article article)
    {
        var document = new Document { Stored = System.Text.Encoding.UTF8.GetBytes(article.Text) };
        document.AddText(TextField, article.Text);
        document.AddKeyword(IdField, article.Id);
        return document;
    }

    private static int Segments(IIndexDirectory directory)
    {
        using EngineIndex index = EngineIndex.Open(directory, Schema);
        using IndexSnapshot snapshot = index.Acquire();
        return snapshot.Segments.Length;
    }

    private static long Deleted(IIndexDirectory directory)
    {
        using EngineIndex index = EngineIndex.Open(directory, Schema);
        using IndexSnapshot snapshot = index.Acquire();
        return snapshot.DocumentSpace - snapshot.DocumentCount;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
