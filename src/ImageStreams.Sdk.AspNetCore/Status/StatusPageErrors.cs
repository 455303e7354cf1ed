using Microsoft.Extensions.Options;

namespace ImageStreams.AspNetCore;

/// <summary>The sentences about options of the status page that are out of their range.</summary>
internal static class StatusPageErrors
{
    private const int MaxTitle = 200;
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromHours(1);

    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static void ThrowIfAny(StatusPageOptions options) =>
        OptionProblems.ThrowIfAny<StatusPageOptions>(Collect(options));

    private static IEnumerable<string> Collect(StatusPageOptions options)
    {
        if (options.Title.Length is 0 or > MaxTitle)
        {
            yield return $"Title must have 1 to {MaxTitle} characters.";
        }

        if (options.RefreshInterval < MinInterval || options.RefreshInterval > MaxInterval)
        {
            yield return "RefreshInterval must be at least 100 milliseconds and at most an hour.";
        }

        if (options.MaxViewers < 1)
        {
            yield return "MaxViewers must be at least 1.";
        }

        if (options.MaxTags < 1)
        {
            yield return "MaxTags must be at least 1.";
        }
    }
}
