using System.Collections.Immutable;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Folders;

/// <summary>An index of which a file is gone or cut answers rightly or not at all: by an <see cref="IndexException"/>, never a wrong answer.</summary>
public sealed class HalfCopiedFolders : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal static ImmutableArray<string> Codes { get; } = ["index_not_found", "index_corrupt", "index_format", "index_locked", "index_io"];

    [Theory, EveryBackend]
    public void Each_file_left_out_or_cut_is_noticed_or_not_needed(IBackend backend)
    {
        string whole = _folder["whole"];
        using (IArticleIndexWriter writer = backend.OpenWriter(whole))
        {
            foreach (int number in Enumerable.Range(0, 60))
            {
                writer.Add(Quoted.Article($"{number}", $"The ferry number{number} left the harbour of port{number % 9}. “We leave now,” said she. It rained.", $"Speaker {number % 4}") with
                {
                    Title = $"Ferry {number} leaves",
                    Source = $"Outlet {number % 5}",
                    Authors = [$"Author {number % 11}"],
                    Date = ArticleDate.OfDay(new DateOnly(2022, 1, 1).AddDays(number)),
                    Story = $"{number / 2}",
                });
            }

            writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal) { ["made"] = "by a test" });
        }

        string expected = Answers(backend, whole);
        int refused = 0, answered = 0;
        foreach (string file in Directory.GetFiles(whole).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            long length = new FileInfo(Path.Combine(whole, file)).Length;
            foreach (long? kept in new long?[] { null, 0, length / 2, length - 1 }.Distinct().Where(kept => kept is null || (kept >= 0 && kept < length)))
            {
                string copy = Copy(whole, file, kept, $"{refused + answered}");
                string about = $"{file} {(kept is null ? "left out" : $"cut to {kept} of {length} bytes")}";
                try
                {
                    string answers = Answers(backend, copy);
                    Assert.True(expected == answers, $"With {about} the answers are others.");
                    answered++;
                }
                catch (IndexException exception)
                {
                    AssertSaysWhere(exception, copy, about);
                    AssertCheckTells(backend, copy, about);
                    AssertLinesOrRefusal(backend, copy, about);
                    refused++;
                }
                catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"With {about}: {exception}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} refused, {answered} answered rightly.");
        Assert.True(refused > 3, $"Only {refused} damaged copies were refused.");
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertCheckTells(IBackend backend, string directory, string about)
    {
        try
        {
            IndexCheck check = backend.Check(directory, CancellationToken.None);
            Assert.False(check.IsSound, $"The check finds nothing: {about}");
        }
        catch (IndexException exception)
        {
            AssertSaysWhere(exception, directory, about);
        }
    }

    /// <summary>Whoever looks inside sees what is whole, or is told what isn't.</summary>
    private static void AssertLinesOrRefusal(IBackend backend, string directory, string about)
    {
        foreach (Func<IEnumerable<string>> lines in (Func<IEnumerable<string>>[])
            [() => backend.Overview(directory), () => backend.Terms(directory, "text", "written", ""), () => backend.Postings(directory, "said", "word", "leav")])
        {
            try
            {
                Assert.NotEmpty(lines());
            }
            catch (IndexException exception)
            {
                AssertSaysWhere(exception, directory, about);
            }
        }
    }

    private static void AssertSaysWhere(IndexException exception, string directory, string about)
    {
        Assert.True(Codes.Contains(exception.Code), $"{exception.Code}: {about}");
        Assert.True(exception.Message.Contains(directory, StringComparison.Ordinal) && exception.Message.Contains("uild", StringComparison.Ordinal), $"{about}: {exception.Message}");
        Assert.DoesNotContain('\n', exception.Message);
    }

    /// <summary>Something of everything that an index can be asked.</summary>
    private static string Answers(IBackend backend, string directory)
    {
        using IArticleIndex index = backend.OpenIndex(directory);
        ArticleSearch search = new(index);
        List<object?> answers = [];
        foreach (string query in new[] { "", "ferry number7", "\"left the harbour\"", "num*", "harbor~1", "ferry NEAR/3 harbour", "source:outlet", "port3 OR port4" })
        {
            foreach (SortOrder sort in Enum.GetValues<SortOrder>())
            {
                SearchResponse response = search.Search(new SearchRequest { Query = query, Sort = sort, Facets = FacetFields.All, Interval = HistogramInterval.Week, Split = FacetFields.Source }, CancellationToken.None);
                answers.Add((response.Total, response.Hits, response.Facets, response.Histogram));
                answers.Add(response.Hits.Select(hit => index.Mark(new MarkQuery { Id = hit.Article.Id, Root = Core.Queries.QueryParser.Parse(query).Root }, CancellationToken.None)).ToList());
            }
        }

        if (index.Capabilities.Quotations)
        {
            answers.Add(search.SearchQuotations(new SearchRequest { Query = "leave speaker:2", Facets = FacetFields.All, Size = 100 }, CancellationToken.None).Hits);
            answers.Add(search.Search(new SearchRequest { Query = "said:now", Size = 100 }, CancellationToken.None).Hits);
        }

        answers.Add(index.Capabilities.Suggestions ? search.Suggest(new SuggestRequest { Query = "ferry har", Size = 5 }, CancellationToken.None).Completions : null);
        answers.Add(index.Capabilities.Similarity ? index.Similar("7", 5, CancellationToken.None)?.Hits : null);
        answers.Add(index.FacetValues(new FacetValuesQuery { Field = FacetFields.Author }, CancellationToken.None).Values);
        answers.Add(Enumerable.Range(0, 60).Select(number => index.TryGet($"{number}", out Article? article, out _) ? article : null).ToList());
        IndexDescription description = index.Describe();
        answers.Add((description.State.Generation, description.State.Articles, description.Earliest, description.Latest, description.Facets, description.Properties));
        return JsonSerializer.Serialize(answers, Serialization);
    }

    private static readonly JsonSerializerOptions Serialization = new() { IncludeFields = true };

    private string Copy(string whole, string file, long? kept, string name)
    {
        string copy = _folder[Path.Combine(name, "whole")]; // answers have the folder's name
        Directory.CreateDirectory(copy);
        foreach (string path in Directory.GetFiles(whole))
        {
            if (Path.GetFileName(path) != file)
            {
                File.Copy(path, Path.Combine(copy, Path.GetFileName(path)));
            }
            else if (kept is { } length)
            {
                File.WriteAllBytes(Path.Combine(copy, file), File.ReadAllBytes(path).AsSpan(0, (int)length).ToArray());
            }
        }

        return copy;
    }
}
