namespace SearchService.Benchmarks.Scale;

/// <summary>How one figure grows with another.</summary>
internal static class Growth
{
    /// <summary>The e of <c>y = c · x^e</c> that fits best: 1 is linear, 0.5 as the square root.</summary>
    /// <param name="x">Above 0.</param>
    /// <param name="y">Above 0, as many.</param>
    /// <returns>The slope of the line through the logarithms, by least squares; not a number unless x differs.</returns>
    internal static double Exponent(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = MeanLog(x), meanY = MeanLog(y), covariance = 0, variance = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double distance = Math.Log(x[i]) - meanX;
            covariance += distance * (Math.Log(y[i]) - meanY);
            variance += distance * distance;
        }

        return covariance / variance;
    }

    private static double MeanLog(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Log(value);
        }

        return sum / values.Length;
    }
}
