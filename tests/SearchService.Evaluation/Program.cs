using SearchService.Evaluation;
using SearchService.Evaluation.Names;
using SearchService.TestSupport;

// In the order of the page.
IEvaluation[] evaluations =
[
    new HtmlEvaluation(),
    new PastedEvaluation(),
    new MetadataEvaluation(),
    new FeedEvaluation(),
    new StoriesEvaluation(),
    new SimilarEvaluation(),
    new IngestEvaluation(),
    new LanguageEvaluation(),
    new QuotesEvaluation(),
    new SpeakersEvaluation(),
    new VerifyEvaluation(),
    new NamesEvaluation(),
];

if (args is [SpellingTraining.Name])
{
    return SpellingTraining.Run();
}

if (args is [NameTraining.Name])
{
    return NameTraining.Run();
}

if (args is [HtmlTraining.Name])
{
    return HtmlTraining.Run();
}

if (args is [QuotesTraining.Name])
{
    return QuotesTraining.Run();
}

string page = Path.Combine(SampleIndex.Repository, "docs", "quality.md");
string findings = Path.Combine(SampleIndex.Repository, "artifacts", "evaluation");
string[] unknown = [.. args.Except(evaluations.Select(static evaluation => evaluation.Name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no evaluation '{unknown[0]}'; there are: {string.Join(", ", evaluations.Select(static evaluation => evaluation.Name))}.");
    return 2;
}

Report report = new();
report.Line("# Quality");
report.Line();
report.Line("Written by `make evaluate`, on public data that is no part of the repository. Another part of each set is kept apart, to tell what was learned from what was remembered.");
foreach (IEvaluation evaluation in evaluations)
{
    if (args.Length > 0 && !args.Contains(evaluation.Name))
    {
        continue;
    }

    if (evaluation.Needs.FirstOrDefault(static path => SharedData.Root is null || !Path.Exists(SharedData.PathOf(path))) is { } absent)
    {
        Console.Error.WriteLine($"{evaluation.Name}: '{absent}' is not here: place the shared data beside the repository as shared/data, or name its folder by SEARCH_DATA.");
        return 2;
    }

    string folder = Path.Combine(findings, evaluation.Name);
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }

    Directory.CreateDirectory(folder);
    Console.Error.WriteLine($"{evaluation.Name} …");
    evaluation.Run(report, folder);
}

report.Save(page);
Console.Write(report);
Console.Error.WriteLine($"What is wrong in detail: {findings}");
return 0;
