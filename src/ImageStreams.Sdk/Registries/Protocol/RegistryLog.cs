using Microsoft.Extensions.Logging;

namespace ImageStreams.Registries;

/// <summary>The log messages of the registry client; none has a credential.</summary>
internal static partial class RegistryLog
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "Attempt {Attempt} to read {Target} of {Registry}/{Repository} failed ({Reason}): {Message}")]
    public static partial void AttemptFailed(
        this ILogger logger,
        string registry,
        string repository,
        string target,
        int attempt,
        RegistryFailure reason,
        string message);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Registry}/{Repository} lists {Count} names that are no tags and were left out, such as '{Name}'")]
    public static partial void InvalidTags(this ILogger logger, int count, string registry, string repository, string name);
}
