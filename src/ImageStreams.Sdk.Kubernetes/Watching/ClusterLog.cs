using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The log messages about what is read from a cluster, and its watches; none has the content of a secret.</summary>
internal static partial class ClusterLog
{
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

    [LoggerMessage(621, LogLevel.Warning, "The objects of {Resource} in {Scope} are left alone: {Sentence}. They are looked for every {Interval}.")]
    public static partial void LeftAlone(this ILogger logger, string resource, string scope, string sentence, TimeSpan interval);

    [LoggerMessage(623, LogLevel.Information, "The objects of {Resource} in {Scope} are followed now.")]
    public static partial void Followed(this ILogger logger, string resource, string scope);

    [LoggerMessage(624, LogLevel.Information, "{Server} has OpenShift's own controllers: {Work} are left to them. Set TakesOver to do their work here.")]
    public static partial void LeftToCluster(this ILogger logger, Uri server, string work);

    [LoggerMessage(625, LogLevel.Warning, "Events are not written, and are dropped: {Sentence}")]
    public static partial void EventsFailed(this ILogger logger, string sentence);
}
