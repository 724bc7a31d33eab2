using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Schema;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class TextInverterTests
{
    private static readonly IndexSchema Schema = new(
        FieldDefinition.Text("title"),
        FieldDefinition.Text("text"),
        FieldDefinition.Text("words", TermForm.Word));

    [Fact]
    public void Every_form_of_a_token_stands_at_its_position()
    {
        var inverter = Inverter();
        Index(inverter, 0, (1, "Troops leave. Troops stay."));

        Assert.Equal("0:0,2", Postings(inverter, 1, TermForm.Written, "troops"));
        Assert.Equal(Postings(inverter, 1, TermForm.Written, "leave"), Postings(inverter, 1, TermForm.Word, Word("leave")));
        Assert.Equal("0:3", Postings(inverter, 1, TermForm.Word, Word("stay")));
        Assert.Equal(4, inverter.Fields[0].Count);
    }

    [Fact]
    public void Inflections_meet_under_one_word_and_stay_apart_as_written()
    {
        var inverter = Inverter();
        Index(inverter, 0, (1, "Moscow's words, Moscow words"));

        Assert.Equal("0:0,2", Postings(inverter, 1, TermForm.Word, Word("moscow")));
        Assert.Equal("0:0", Postings(inverter, 1, TermForm.Written, "moscow's"));
        Assert.Equal("0:2", Postings(inverter, 1, TermForm.Written, "moscow"));
    }

    [Fact]
    public void Several_texts_of_a_field_run_on_even_when_another_stands_between()
    {
        var inverter = Inverter();
        Index(inverter, 0, (1, "one two"), (0, "title"), (1, "three"));

        Assert.Equal("0:2", Postings(inverter, 1, TermForm.Written, "three"));
        Assert.Equal("0:0", Postings(inverter, 0, TermForm.Written, "title"));
        Assert.Equal([(1, 3), (0, 1)], inverter.Fields.Select(field => (field.Field, field.Count)));
    }

    [Fact]
    public void A_document_with_too_many_tokens_is_refused_by_name_of_the_limit_and_leaves_no_posting()
    {
        var inverter = new TextInverter(Schema, TextAnalyzer.English, maxTokensPerField: 3);
        Index(inverter, 0, (1, "a b c"));
        var refused = new Document();
        refused.AddText(0, "fine");
        refused.AddText(1, "d e");
        refused.AddText(1, "f g");

        var error = Assert.Throws<InvalidDataException>(() => inverter.Analyze(refused.Values, null, default));
        Index(inverter, 1, (1, "c d"));

        Assert.Contains("'text'", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IndexWriterOptions.MaxTokensPerField), error.Message, StringComparison.Ordinal);
        Assert.Equal("", Postings(inverter, 0, TermForm.Written, "fine"));
        Assert.Equal("", Postings(inverter, 1, TermForm.Written, "e"));
        Assert.Equal("1:1", Postings(inverter, 1, TermForm.Written, "d"));
        Assert.Equal("0:2 1:0", Postings(inverter, 1, TermForm.Written, "c"));
    }

    [Fact]
    public void A_cancelled_analysis_stops()
    {
        var document = new Document();
        document.AddText(0, "one");

        Assert.Throws<OperationCanceledException>(() => Inverter().Analyze(document.Values, null, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("Naïve résumés of the Élysée’s; THE élysée's re-read! Zoë Zoé zoe")]
    [InlineData("don't Don’t DON'T can not cannot co-operate U.S.A. 1,234.5 3rd 日本語 Токаев Тоқаев ﬁne")]
    public void The_derived_forms_follow_from_the_written_one(string text)
    {
        // What the inverter's short cut rests on: equal written forms have equal folded and stemmed forms.
        var derived = new Dictionary<string, (string Folded, string Word)>();
        TokenReader tokens = TextAnalyzer.English.CreateReader();
        tokens.Reset(text + " " + text.ToUpperInvariant() + " " + text.Normalize(NormalizationForm.FormD));
        while (tokens.Next())
        {
            string written = Convert.ToHexString(tokens.Term(TermForm.Written));
            var forms = (Convert.ToHexString(tokens.Term(TermForm.Folded)), Convert.ToHexString(tokens.Term(TermForm.Word)));
            if (!derived.TryAdd(written, forms))
            {
                Assert.Equal(derived[written], forms);
            }
        }

        Assert.NotEmpty(derived);
    }

    [Fact]
    public void Documents_of_several_languages_share_written_forms_and_no_words()
    {
        var inverter = Inverter();
        Index(inverter, 0, "de", (1, "der Leader"));
        Index(inverter, 1, null, (1, "a leader's lead"));
        Index(inverter, 2, "fr", (1, "leader et lead"));

        Assert.Equal("0:1 2:0", Postings(inverter, 1, TermForm.Written, "leader"));
        Assert.Equal("1:2 2:2", Postings(inverter, 1, TermForm.Written, "lead"));
        Assert.Equal("0:1", Postings(inverter, 1, TermForm.Word, "lead de"));
        Assert.Equal("1:2", Postings(inverter, 1, TermForm.Word, "lead"));
        Assert.Equal("1:1", Postings(inverter, 1, TermForm.Word, "leader"));
        Assert.Equal("2:0,2", Postings(inverter, 1, TermForm.Word, "lead fr")); // to a Frenchman "leader" is a verb
        inverter.Clear();
        Index(inverter, 0, null, (1, "lead"));
        Assert.Equal("0:0", Postings(inverter, 1, TermForm.Written, "lead"));
    }

    [Fact]
    public void Clearing_forgets_terms_and_postings()
    {
        var inverter = Inverter();
        Index(inverter, 7, (0, "one two"));
        inverter.Clear();
        Index(inverter, 0, (1, "two three"));

        Assert.Equal("0:0", Postings(inverter, 1, TermForm.Written, "two"));
        Assert.Equal("0:1", Postings(inverter, 1, TermForm.Word, Word("three")));
        Assert.Equal("", Postings(inverter, 0, TermForm.Written, "two"));
    }

    private static TextInverter Inverter() => new(Schema, TextAnalyzer.English, maxTokensPerField: 1000);

    private static void Index(TextInverter inverter, int number, params (int Field, string Text)[] texts) => Index(inverter, number, null, texts);

    private static void Index(TextInverter inverter, int number, string? language, params (int Field, string Text)[] texts)
    {
        var document = new Document { Analyzer = language is null ? null : TextAnalyzer.ForLanguage(language) };
        foreach ((int field, string text) in texts)
        {
            document.AddText(field, text);
        }

        inverter.Analyze(document.Values, document.Analyzer, default);
        inverter.Append(number);
    }

    private static string Word(string text)
    {
        TokenReader tokens = TextAnalyzer.English.CreateReader();
        tokens.Reset(text);
        Assert.True(tokens.Next());
        return Encoding.UTF8.GetString(tokens.Term(TermForm.Word));
    }

    /// <summary>A term's postings as <c>document:position,position …</c>.</summary>
    private static string Postings(TextInverter inverter, int field, TermForm form, string term)
    {
        int group = (field * TextInverter.FormsPerField) + (int)form;
        int id = inverter.Terms.GetOrAdd(group, Encoding.UTF8.GetBytes(term));
        int[] sources = inverter.InvertDerivations().Sources(id).ToArray();
        if (sources.Length == 0 && inverter.Postings.Occurs(id))
        {
            sources = [id];
        }

        var read = new List<string>();
        var union = new PostingsUnion(); // of none, when the term doesn't occur
        union.Reset(inverter.Postings, sources);
        while (union.Next())
        {
            read.Add($"{union.Document}:{string.Join(',', union.Positions.ToArray())}");
        }

        return string.Join(' ', read);
    }
}
