namespace ImageStreams.Kubernetes;

/// <summary>The problems of options that are given in code.</summary>
internal static class OptionProblems
{
    /// <summary>Refuses options that are not valid, with all of their problems.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="parameter">The name of the parameter; null for none.</param>
    /// <exception cref="ArgumentException">There are problems.</exception>
    public static void ThrowIfAny(IEnumerable<string> problems, string? parameter = null)
    {
        if (problems.ToList() is { Count: > 0 } all)
        {
            throw new ArgumentException(string.Join(' ', all), parameter);
        }
    }
}
