using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Says once which namespaces may not be seen.</summary>
/// <param name="interval">The time after which they are looked for again.</param>
/// <param name="timeProvider">The time provider.</param>
/// <param name="logger">The logger.</param>
internal sealed class HiddenNamespaces(TimeSpan interval, TimeProvider timeProvider, ILogger logger)
{
    private readonly SaidOnce<(string Resource, string Namespace)> _said = new();

    public TimeSpan Interval => interval;

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>Says that a namespace may not be seen, unless that was said before.</summary>
    public void Say(string resource, string ns, string sentence)
    {
        if (_said.Add((resource, ns)))
        {
            logger.LeftAlone(resource, $"the namespace {ns}", sentence, interval);
        }
    }

    /// <summary>Says that a namespace can be seen now, if it could not before.</summary>
    public void SetSeen(string resource, string ns)
    {
        if (_said.Forget((resource, ns)))
        {
            logger.Followed(resource, $"the namespace {ns}");
        }
    }
}
