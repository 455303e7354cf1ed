using Microsoft.Extensions.Logging;

namespace ImageStreams.Registries;

/// <summary>What the registry client logs. None of it holds a credential.</summary>
internal static partial class RegistryLog
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Registry}/{Repository} did not give {Wanted} at attempt {Attempt}: {Failure}. {Reason}")]
    public static partial void AttemptFailed(
        this ILogger logger, string registry, string repository, string wanted, int attempt, RegistryFailure failure, string reason);
}
