using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The log messages about registries; none has the content of a secret.</summary>
internal static partial class RegistryWatchLog
{
    [LoggerMessage(
        501, LogLevel.Warning, "The cluster does not let this user list and watch {Objects}, which are taken for none until it does: {Sentence}")]
    public static partial void Refused(this ILogger logger, WatchedSelection objects, string sentence);

    [LoggerMessage(502, LogLevel.Debug, "The cluster does not know {Objects}; they are looked for again.")]
    public static partial void Unknown(this ILogger logger, WatchedSelection objects);

    [LoggerMessage(503, LogLevel.Warning, "The watch of {Objects} failed and goes on; what was read before is kept. {Sentence}")]
    public static partial void Failed(this ILogger logger, WatchedSelection objects, string sentence);

    [LoggerMessage(504, LogLevel.Warning, "There are more than {Limit} {Objects}; the others are left out.")]
    public static partial void TooMany(this ILogger logger, int limit, WatchedSelection objects);

    [LoggerMessage(505, LogLevel.Warning, "The {Secret} is left out: {Sentence}")]
    public static partial void BadSecret(this ILogger logger, string secret, string sentence);

    [LoggerMessage(506, LogLevel.Information, "The registry rules of the cluster have changed: {Rules}.")]
    public static partial void RulesChanged(this ILogger logger, string rules);

    [LoggerMessage(507, LogLevel.Warning, "A registry rule of the cluster is ignored: {Sentence}")]
    public static partial void RuleIgnored(this ILogger logger, string sentence);

    [LoggerMessage(508, LogLevel.Warning, "The certificates of {Key} in the ConfigMap {ConfigMap} are left out: {Sentence}")]
    public static partial void BadCertificates(this ILogger logger, string key, string configMap, string sentence);

    [LoggerMessage(509, LogLevel.Warning, "The certificate authorities of the cluster are not used: the registered source of handlers is {Type}.")]
    public static partial void ForeignHandlers(this ILogger logger, string type);
}
