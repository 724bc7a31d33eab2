namespace SearchService.Engine.Tests.Execution;

/// <summary>A document as a test wrote it: its values by field.</summary>
internal sealed class NaiveDocument
{
    private readonly Dictionary<int, string[]> _words = [];
    private readonly Dictionary<int, string[]> _keywords = [];
    private readonly Dictionary<int, long> _numbers = [];

    public bool Deleted { get; set; }

    public string[] Words(int field) => _words.GetValueOrDefault(field, []);

    public string[] Keywords(int field) => _keywords.GetValueOrDefault(field, []);

    public long? Number(int field) => _numbers.TryGetValue(field, out var number) ? number : null;

    public bool IsMissing(int field) => Words(field).Length == 0 && Keywords(field).Length == 0 && Number(field) is null;

    public void SetText(int field, params string[] words) => _words[field] = words;

    public void SetKeywords(int field, params string[] values) => _keywords[field] = values;

    public void SetNumber(int field, long number) => _numbers[field] = number;
}
