using System.Buffers.Binary;
using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Schema;

namespace SearchService.Engine.Tests.Index;

/// <summary>Documents made up at random for a schema that has something of everything. A document's stored bytes begin with its number.</summary>
internal static class TestDocuments
{
    public const int Title = 0;
    public const int Text = 1;
    public const int Words = 2;
    public const int Source = 3;
    public const int Topics = 4;
    public const int Day = 5;
    public const int Never = 6;

    public static readonly IndexSchema Schema = new(
        FieldDefinition.Text("title"),
        FieldDefinition.Text("text"),
        FieldDefinition.Text("words", TermForm.Word),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("topics"),
        FieldDefinition.Number("day"),
        FieldDefinition.Text("never"));

    private static readonly string[] Stems = ["talk", "leave", "troop", "peace", "naïve", "résumé", "zoë", "moscow's", "re-read", "Токаев", "日本", "a", "the"];
    private static readonly string[] Languages = ["en", "fr", "ru", "it"];
    private static readonly string[] Endings = ["", "", "", "s", "ing", "ed", "'s", "S"];

    /// <summary>Makes documents with the numbers 0, 1, 2, …</summary>
    public static List<Document> Make(Random random, int count) => [.. Enumerable.Range(0, count).Select(number => One(random, number))];

    /// <summary>Makes one document.</summary>
    public static Document One(Random random, int number)
    {
        var document = new Document();
        if (random.Next(10) > 0)
        {
            document.AddText(Title, Sentence(random, random.Next(8)));
        }

        for (int paragraph = random.Next(4); paragraph > 0; paragraph--)
        {
            document.AddText(Text, Sentence(random, random.Next(random.Next(20) == 0 ? 2000 : 60)));
            if (random.Next(3) == 0)
            {
                document.AddText(Words, Sentence(random, 5));
            }
        }

        if (random.Next(5) > 0)
        {
            document.AddKeyword(Source, $"outlet {random.Next(12)}");
        }

        for (int topic = random.Next(5); topic > 0; topic--)
        {
            document.AddKeyword(Topics, $"topic {random.Next(random.Next(2) == 0 ? 5 : 1000)}");
        }

        if (random.Next(4) > 0)
        {
            document.AddNumber(Day, random.Next(-1000, 20000));
        }

        byte[] stored = new byte[sizeof(int) + random.Next(random.Next(50) == 0 ? 40_000 : 300)];
        random.NextBytes(stored.AsSpan(0, stored.Length / 2));
        BinaryPrimitives.WriteInt32LittleEndian(stored, number);
        document.Stored = stored;
        document.Analyzer = random.Next(3) == 0 ? TextAnalyzer.ForLanguage(Languages[random.Next(Languages.Length)]) : null;
        return document;
    }

    /// <summary>The number that a stored document begins with.</summary>
    public static int NumberOf(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadInt32LittleEndian(stored);

    private static string Sentence(Random random, int words)
    {
        var sentence = new StringBuilder();
        for (int i = 0; i < words; i++)
        {
            // A few words are everywhere, many are seen once.
            sentence.Append(random.Next(20) == 0 ? $"word{random.Next(100_000)}" : Stems[(int)(Stems.Length * Math.Pow(random.NextDouble(), 2))]);
            sentence.Append(Endings[random.Next(Endings.Length)]).Append(random.Next(12) == 0 ? ". " : " ");
        }

        return sentence.ToString();
    }
}
