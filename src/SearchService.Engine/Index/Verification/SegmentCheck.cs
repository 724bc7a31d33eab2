using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Verification;

/// <summary>Walks every structure of one segment whose checksums are right.</summary>
internal sealed class SegmentCheck(SegmentReader segment, CheckTally tally, CancellationToken cancellation)
{
    private readonly TermsCheck _terms = new(segment, tally, cancellation);

    /// <summary>Walks the structures; damage goes to the tally.</summary>
    public void Run()
    {
        for (int field = 0; field < segment.Schema.Fields.Length; field++)
        {
            int number = field;
            tally.Expect(segment.Core.Layout.Fields[field].Statistics == segment.Info.Fields[field], Name(SegmentFiles.Segment), () =>
                $"field {number} should have the statistics {segment.Info.Fields[number]} of the manifest, but has {segment.Core.Layout.Fields[number].Statistics}");
            switch (segment.Schema[field].Kind)
            {
                case FieldKind.Text:
                    CheckText(field);
                    break;
                case FieldKind.Keyword:
                    Guard(SegmentFiles.Columns, () => ColumnsCheck.Keywords(segment, number, tally, Name(SegmentFiles.Columns)));
                    break;
                case FieldKind.Number:
                    Guard(SegmentFiles.Columns, () => ColumnsCheck.Numbers(segment, number, tally, Name(SegmentFiles.Columns)));
                    break;
            }
        }

        Guard(SegmentFiles.Store, CheckStore);
    }

    private void CheckText(int field)
    {
        foreach (TermForm form in segment.Schema[field].Forms)
        {
            Guard(SegmentFiles.Terms, () => _terms.Run(field, form));

            // Every token has these two forms, so their frequencies add up to the field's length.
            if (form is TermForm.Written or TermForm.Word)
            {
                Guard(SegmentFiles.Norms, () => _terms.CompareLengths(field, form, Name(SegmentFiles.Norms)));
            }
        }
    }

    private void CheckStore()
    {
        for (int doc = 0; doc < segment.DocumentCount; doc++)
        {
            if ((doc & 1023) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            _ = segment.Store.Read(doc);
            tally.StoredDocuments++;
        }
    }

    private void Guard(string suffix, Action check)
    {
        try
        {
            check();
        }
        catch (CorruptIndexException e)
        {
            tally.Error(e.Path[(e.Path.LastIndexOf('/') + 1)..], e.Message);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            // The checksums are right, so a writer wrote what no reader can make sense of.
            tally.Error(Name(suffix), $"can't be walked: {e.Message}");
        }
    }

    private string Name(string suffix) => segment.Info.Name + suffix;
}
