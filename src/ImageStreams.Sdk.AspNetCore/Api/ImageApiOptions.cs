using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Options of the served image API.</summary>
/// <remarks>All options bind from configuration; resources are added in code. Read once, when the API is mapped.</remarks>
public sealed class ImageApiOptions
{
    private readonly List<ServedResource> _added = [];

    /// <summary>Default of <see cref="MaxBodyBytes"/>: 3 MiB, as in Kubernetes.</summary>
    public const int DefaultMaxBodyBytes = 3 * 1024 * 1024;

    /// <summary>Default of <see cref="MaxRequestsPerClient"/>: 100.</summary>
    public const int DefaultMaxRequestsPerClient = 100;

    /// <summary>Default of <see cref="MaxWatchesPerClient"/>: 2,000.</summary>
    public const int DefaultMaxWatchesPerClient = 2_000;

    /// <summary>Default of <see cref="RequestTimeout"/>: a minute, as in Kubernetes.</summary>
    public static readonly TimeSpan DefaultRequestTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="WatchTimeout"/>: 30 minutes, as in Kubernetes.</summary>
    public static readonly TimeSpan DefaultWatchTimeout = TimeSpan.FromMinutes(30);

    /// <summary>Default of <see cref="SlowReaderTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultSlowReaderTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The options about who may do what; by default, this machine may do everything.</summary>
    public ImageApiAccessOptions Access { get; } = new();

    /// <summary>True to answer every path that nothing else of the application serves, as an API server that is alone does: 403 for who may
    /// not ask for the path, and 404 otherwise; false, the default, to leave such paths to the application.</summary>
    public bool AnswersEveryPath { get; set; }

    /// <summary>The largest body of a request, in bytes; at least 1,024. Longer ones are refused with 413.</summary>
    public int MaxBodyBytes { get; set; } = DefaultMaxBodyBytes;

    /// <summary>The largest number of requests of one client that are answered at a time; at least 1.</summary>
    /// <remarks>Further ones are refused with 429 and <c>Retry-After</c>. Clients are told apart by their user, or else by their
    /// address; watches do not count.</remarks>
    public int MaxRequestsPerClient { get; set; } = DefaultMaxRequestsPerClient;

    /// <summary>The largest number of watches of one client at a time; at least 1. Further ones are refused with 429.</summary>
    public int MaxWatchesPerClient { get; set; } = DefaultMaxWatchesPerClient;

    /// <summary>The longest time of a request that is no watch; at least a second. One that takes longer is answered with 504.</summary>
    public TimeSpan RequestTimeout { get; set; } = DefaultRequestTimeout;

    /// <summary>The time of a watch that names none; at least a second. Each lasts up to twice as long, so that not all begin anew at
    /// once.</summary>
    public TimeSpan WatchTimeout { get; set; } = DefaultWatchTimeout;

    /// <summary>The time in which the reader of a watch must take an event; at least 100 milliseconds. A slower one is cut off.</summary>
    public TimeSpan SlowReaderTimeout { get; set; } = DefaultSlowReaderTimeout;

    /// <summary>The resources that were added, in their order.</summary>
    /// <summary>Answers requests of admitted users elsewhere, and returns true for those; null for none.</summary>
    internal Func<HttpContext, ValueTask<bool>>? Forward { get; set; }

    internal IReadOnlyList<ServedResource> Added => _added;

    /// <summary>Adds a resource to serve, after those of the image API and those of the service collection.</summary>
    /// <param name="resource">The resource; one of its group, version and name must not be served yet.</param>
    /// <exception cref="ArgumentNullException"><paramref name="resource"/> is null.</exception>
    public void AddResource(ServedResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        _added.Add(resource);
    }
}
