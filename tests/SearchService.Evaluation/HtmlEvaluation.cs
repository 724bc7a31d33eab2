using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Main text of saved pages, against what people marked.</summary>
internal sealed class HtmlEvaluation : IEvaluation
{
    public string Name => "html";

    public IReadOnlyList<string> Needs => ["html/zyte/gold.jsonl", "html/trafilatura/segments.jsonl", "html/mozilla/gold.jsonl"];

    public void Run(Report report, string findings) => report.Section("Main text of saved pages");
}
