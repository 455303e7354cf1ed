using System.Globalization;

namespace ImageStreams.Testing.Server;

/// <summary>A fault of a <see cref="FakeCluster"/>: the way in which a request goes wrong.</summary>
public abstract record ClusterFault
{
    private ClusterFault()
    {
    }

    /// <summary>A write is refused with 409, as if somebody else had written the object meanwhile; nothing is written.</summary>
    public static ClusterFault Conflict { get; } = new Refusal(
        409, "Conflict", "the object has been modified; please apply your changes to the latest version and try again", null);

    /// <summary>A list is refused with 410, and a watch reports an error of that code: the version is no longer kept.</summary>
    public static ClusterFault Gone { get; } = new Refusal(
        410, "Expired", "The resourceVersion for the provided list is too old.", null);

    /// <summary>The connection is closed without an answer.</summary>
    public static ClusterFault Disconnect { get; } = new Abort();

    /// <summary>The request is refused with 429 and a <c>Retry-After</c>.</summary>
    /// <param name="retryAfter">The seconds after which to try again; 1 or more, 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static ClusterFault TooManyRequests(int retryAfter = 1) => new Refusal(
        429, "TooManyRequests", "Too many requests, please try again later.", RequirePositive(retryAfter));

    /// <summary>The request is refused with 503 and a <c>Retry-After</c>.</summary>
    /// <param name="retryAfter">The seconds after which to try again; 1 or more, 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static ClusterFault Unavailable(int retryAfter = 1) => new Refusal(
        503, "ServiceUnavailable", "the server is currently unable to handle the request", RequirePositive(retryAfter));

    /// <summary>The request is answered late.</summary>
    /// <param name="delay">The delay by the clock of the cluster; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not positive.</exception>
    public static ClusterFault Slow(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return new Late(delay);
    }

    /// <summary>A watch is cut off after some events, in the middle of the connection.</summary>
    /// <param name="events">The number of events before it; 0, the default, for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ClusterFault WatchCut(int events = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        return new Cut(events);
    }

    private static int RequirePositive(int retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, 1);
        return retryAfter;
    }

    /// <summary>An answer with an error.</summary>
    internal sealed record Refusal(int Code, string Reason, string Message, int? RetryAfter) : ClusterFault
    {
        public override string ToString() => Code.ToString(CultureInfo.InvariantCulture) + " " + Reason;
    }

    /// <summary>No answer.</summary>
    internal sealed record Abort : ClusterFault;

    /// <summary>A late answer.</summary>
    internal sealed record Late(TimeSpan Delay) : ClusterFault;

    /// <summary>A watch that ends.</summary>
    internal sealed record Cut(int Events) : ClusterFault;
}
