using System.Globalization;
using System.Net;
using ImageStreams.Testing.Simulation;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <summary>The faults that a test can cause in an <see cref="ImageStreamWorld"/>.</summary>
/// <remarks>Each fault lasts until the returned object is disposed of; the log records its beginning and its end.</remarks>
/// <example><code>
/// using (world.Faults.RegistryDown())
/// {
///     await world.AdvanceAsync(TimeSpan.FromHours(1));
/// }
/// </code></example>
public sealed class WorldFaults
{
    private readonly InMemoryRegistry _registry;
    private readonly WorldLog _log;
    private readonly Dictionary<string, int> _failingBuilds = new(StringComparer.Ordinal);
    private readonly Dictionary<TriggerObject, int> _conflicts = [];

    internal WorldFaults(InMemoryRegistry registry, WorldLog log) => (_registry, _log) = (registry, log);

    /// <summary>Makes registries close connections without a response.</summary>
    /// <param name="host">The host of the registry, with its port if it has one; null for every registry.</param>
    public IDisposable RegistryDown(string? host = null) =>
        Break($"registry down ({host ?? "all"})", new RegistryFault.NetworkFailure(), host);

    /// <summary>Makes registries respond with 429, too many requests.</summary>
    /// <param name="host">The host of the registry; null for every registry.</param>
    /// <param name="retryAfter">The value of <c>Retry-After</c>, in seconds; null for none.</param>
    public IDisposable TooManyRequests(string? host = null, int? retryAfter = null) => Break(
        $"too many requests ({host ?? "all"})",
        new RegistryFault.Status
        {
            Code = HttpStatusCode.TooManyRequests,
            ErrorCode = "TOOMANYREQUESTS",
            RetryAfter = retryAfter?.ToString(CultureInfo.InvariantCulture) ?? "",
        },
        host);

    /// <summary>Makes registries respond late.</summary>
    /// <param name="delay">The delay of each response.</param>
    /// <param name="host">The host of the registry; null for every registry.</param>
    public IDisposable SlowRegistry(TimeSpan delay, string? host = null) =>
        Break($"slow registry ({host ?? "all"})", new RegistryFault.Delay { Duration = delay }, host);

    /// <summary>Makes registries send content that does not match its digest.</summary>
    /// <param name="host">The host of the registry; null for every registry.</param>
    public IDisposable WrongDigest(string? host = null) =>
        Break($"wrong digest ({host ?? "all"})", new RegistryFault.WrongContent(), host);

    /// <summary>Makes the builds of a build configuration fail.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="buildConfig">The name of the build configuration.</param>
    public IDisposable BuildFails(string ns, string buildConfig) =>
        Count(_failingBuilds, $"{ns}/{buildConfig}", $"build fails ({ns}/{buildConfig})");

    /// <summary>Makes each update of an object by its triggers conflict with another change.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public IDisposable UpdateConflicts(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Count(_conflicts, target, $"update conflicts ({target})");
    }

    internal bool FailsToBuild(string ns, string buildConfig) => _failingBuilds.ContainsKey($"{ns}/{buildConfig}");

    internal bool IsContested(TriggerObject target) => _conflicts.ContainsKey(target);

    private WorldFault Break(string what, RegistryFault fault, string? host)
    {
        var faults = _registry.Protocol.Faults;
        var planned = faults.Add(fault, new RegistryRequestFilter { Host = host }, times: null);
        return Begin(what, () => faults.Remove(planned));
    }

    private WorldFault Count<T>(Dictionary<T, int> faults, T target, string what)
        where T : notnull
    {
        faults[target] = faults.GetValueOrDefault(target) + 1;
        return Begin(what, () =>
        {
            if (--faults[target] == 0)
            {
                faults.Remove(target);
            }
        });
    }

    private WorldFault Begin(string what, Action end)
    {
        _log.Add(new WorldEvent.FaultChanged { What = what });
        return new WorldFault(() =>
        {
            end();
            _log.Add(new WorldEvent.FaultChanged { What = what, IsOver = true });
        });
    }
}
