using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SearchService.Core.Searching;

namespace SearchService.Web.Page.Wording;

/// <summary>The timeline as a drawing: the twin of <c>js/parts/histogram-chart.js</c> and of <c>ticks</c> in <c>js/text/buckets.js</c>.</summary>
/// <param name="histogram">What is drawn.</param>
/// <param name="series">What a bar is stacked of, from the bottom.</param>
/// <remarks>A page knows how wide it is; a document is drawn for a wide one, and stretched.</remarks>
internal sealed class TimelineChart(Histogram histogram, ImmutableArray<TimelineSeries> series)
{
    /// <summary>Of the drawing, in pixels of a wide page.</summary>
    internal const int Width = 752, Height = 88;

    private const int LeastBuckets = 12; // a lone bucket is no wall
    private const int LeastHeight = 2; // what is there is seen, however little it is
    private const int LabelWidth = 88;
    private const double LetterWidth = 7; // nearly

    /// <summary>How wide a bucket is.</summary>
    internal double Slot { get; } = (double)Width / Math.Max(LeastBuckets, histogram.Buckets.Length);

    /// <summary>Outlines: where the archive has nothing, what it has, and each of the series.</summary>
    internal (string Nothing, string Covered, ImmutableArray<string> Series) Draw()
    {
        ImmutableArray<HistogramBucket> buckets = histogram.Buckets;
        long most = Math.Max(1, buckets.Max(static bucket => bucket.Count)), mostCovered = Math.Max(1, buckets.Max(static bucket => bucket.Covered));
        double bar = Math.Max(1, Math.Min(Slot * 0.72, Slot - 2));
        StringBuilder nothing = new(), covered = new();
        StringBuilder[] parts = [.. series.Select(static _ => new StringBuilder())];
        for (int i = 0; i < buckets.Length; i++)
        {
            HistogramBucket bucket = buckets[i];
            double left = i * Slot;
            if (bucket.Covered == 0)
            {
                Box(nothing, left, 0, Slot, Height);
            }
            else
            {
                double size = Math.Max(LeastHeight, (double)bucket.Covered / mostCovered * Height);
                Box(covered, left, Height - size, Slot, size);
            }

            if (bucket.Count == 0)
            {
                continue;
            }

            double all = Math.Max(LeastHeight, (double)bucket.Count / most * Height), bottom = Height;
            for (int place = 0; place < series.Length; place++)
            {
                double part = (double)series[place].CountIn(bucket) / bucket.Count * all;
                if (part > 0)
                {
                    // A line of ground between two parts, where there is room for one.
                    Box(parts[place], left + ((Slot - bar) / 2), bottom - part, bar, part > 3 ? part - 1 : part);
                    bottom -= part;
                }
            }
        }

        return (nothing.ToString(), covered.ToString(), [.. parts.Select(static part => part.ToString())]);
    }

    /// <summary>What stands below the axis: where years begin, or months, else buckets at even distances.</summary>
    internal IEnumerable<(int Bucket, string Label)> Ticks(PageWording wording)
    {
        HistogramInterval interval = histogram.Interval;
        int[] years = Beginnings(static day => day.Year), months = Beginnings(static day => (day.Year * 12) + day.Month);
        return interval != HistogramInterval.Year && years.Length > 2 ? Every(years, HistogramInterval.Year)
            : interval is HistogramInterval.Week or HistogramInterval.Day && months.Length > 2 ? Every(months, HistogramInterval.Month)
            : Every([.. Enumerable.Range(0, histogram.Buckets.Length)], interval);

        IEnumerable<(int, string)> Every(int[] buckets, HistogramInterval label)
        {
            const int Most = Width / LabelWidth;
            int step = (buckets.Length + Most - 1) / Most;
            (int Bucket, string Label)[] labels = [.. buckets.Where((_, place) => place % step == 0).Select(bucket => (bucket, wording.ShortBucket(histogram.Buckets[bucket].From, label)))];

            // One in the way of the last, which begins earlier where it would be cut, is left out.
            return labels is [.., var before, var last] && IsCut(last.Bucket, last.Label)
                && ((before.Bucket * Slot) + (before.Label.Length * LetterWidth)) > Width - (last.Label.Length * LetterWidth) ? [.. labels[..^2], last] : labels;
        }
    }

    /// <summary>Whether a label that begins at its bucket would be cut at the end of the axis: it ends there then.</summary>
    internal bool IsCut(int bucket, string label) => (bucket * Slot) + (label.Length * LetterWidth) > Width;

    /// <summary>A number as drawings write it.</summary>
    internal static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private int[] Beginnings(Func<DateOnly, int> period) =>
        [.. Enumerable.Range(1, Math.Max(0, histogram.Buckets.Length - 1)).Where(i => period(histogram.Buckets[i].From) != period(histogram.Buckets[i - 1].From))];

    private static void Box(StringBuilder path, double x, double y, double width, double height) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.##} {y:0.##}h{width:0.##}v{height:0.##}h{-width:0.##}z");
}
