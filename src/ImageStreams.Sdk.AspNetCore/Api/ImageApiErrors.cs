using Microsoft.Extensions.Options;

namespace ImageStreams.AspNetCore;

/// <summary>Finds options of the image API that are out of their range.</summary>
internal static class ImageApiErrors
{
    private const int MinBodyBytes = 1024;

    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinSlowReader = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static void ThrowIfAny(ImageApiOptions options) =>
        OptionProblems.ThrowIfAny<ImageApiOptions>(Collect(options));

    private static IEnumerable<string> Collect(ImageApiOptions options)
    {
        if (options.MaxBodyBytes < MinBodyBytes)
        {
            yield return $"{nameof(ImageApiOptions.MaxBodyBytes)} is less than 1,024.";
        }

        if (options.MaxRequestsPerClient < 1)
        {
            yield return $"{nameof(ImageApiOptions.MaxRequestsPerClient)} is less than 1.";
        }

        if (options.MaxWatchesPerClient < 1)
        {
            yield return $"{nameof(ImageApiOptions.MaxWatchesPerClient)} is less than 1.";
        }

        foreach (var (name, value, min) in Times(options).Where(time => time.Value < time.Min || time.Value > MaxTime))
        {
            yield return $"{name} is {value}, not between {min} and {MaxTime}.";
        }
    }

    private static (string Name, TimeSpan Value, TimeSpan Min)[] Times(ImageApiOptions options) =>
    [
        (nameof(ImageApiOptions.RequestTimeout), options.RequestTimeout, MinTimeout),
        (nameof(ImageApiOptions.WatchTimeout), options.WatchTimeout, MinTimeout),
        (nameof(ImageApiOptions.SlowReaderTimeout), options.SlowReaderTimeout, MinSlowReader),
    ];
}
