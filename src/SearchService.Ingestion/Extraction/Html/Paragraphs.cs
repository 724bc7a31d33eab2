using System.Text;
using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>Puts blocks together into a text.</summary>
internal static class Paragraphs
{
    private const int ShortestCopy = 200;
    private const int ShortestNearbyCopy = 20;
    private const int NearbyBlocks = 1;

    /// <summary>Joins blocks by empty lines, cells of a row by spaces.</summary>
    /// <param name="page">The page.</param>
    /// <param name="chosen">Which blocks of it.</param>
    /// <param name="title">The headline: a block at the beginning that repeats it is left out.</param>
    public static string Join(PageLayout page, ReadOnlySpan<bool> chosen, string title)
    {
        StringBuilder text = new();
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        int rowBefore = -1;
        for (int i = 0; i < chosen.Length; i++)
        {
            TextBlock block = page.Blocks[i];
            if (!chosen[i] || IsCopy(page, seen, i) || (text.Length == 0 && block.Text.Equals(title, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            int row = RowOf(page, block.Element);
            if (text.Length > 0)
            {
                text.Append(row >= 0 && row == rowBefore ? " " : "\n\n");
            }

            text.Append(block.Text);
            rowBefore = row;
        }

        return text.ToString();
    }

    // The same caption above and below a picture, a lead that is the first paragraph too. Lines of plans and tables do repeat.
    private static bool IsCopy(PageLayout page, Dictionary<string, int> seen, int index)
    {
        TextBlock block = page.Blocks[index];
        bool copy = seen.TryGetValue(block.Text, out int before)
            && (block.Text.Length >= ShortestCopy || (block.Text.Length >= ShortestNearbyCopy && index - before <= NearbyBlocks) || IsCaption(page, block));
        seen[block.Text] = index;
        return copy;
    }

    private static bool IsCaption(PageLayout page, in TextBlock block)
    {
        for (int i = block.Element; i >= 0; i = page.Elements[i].Parent)
        {
            if (page.Elements[i].Kind is ElementKind.Figure or ElementKind.Caption || (i == block.Element && (page.Elements[i].Hints & Hints.Caption) != Hints.None))
            {
                return true;
            }
        }

        return false;
    }

    // The row whose cell holds the text itself, or -1: a cell with paragraphs in it is a column of a page, not a value.
    private static int RowOf(PageLayout page, int element)
    {
        PageElement cell = page.Elements[element];
        return cell.Kind == ElementKind.Cell && page.Elements[cell.Parent].Kind == ElementKind.Row && cell.EndBlock - cell.FirstBlock == 1 ? cell.Parent : -1;
    }
}
