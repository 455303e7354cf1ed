using System.Globalization;
using System.Net;
using ImageStreams.Testing.Simulation;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <summary>What goes wrong in an <see cref="ImageStreamWorld"/>, by name.</summary>
/// <remarks>Each fault lasts until what its method returned is disposed of; the log says when it begins and ends.</remarks>
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

    /// <summary>Registries hang up without an answer.</summary>
    /// <param name="host">The host of the registry, with its port where it has one; every registry when null.</param>
    public IDisposable RegistryDown(string? host = null) =>
        Break($"registry down ({host ?? "all"})", new RegistryFault.NetworkFailure(), host);

    /// <summary>Registries answer that there were too many requests (429).</summary>
    /// <param name="host">The host of the registry; every registry when null.</param>
    /// <param name="retryAfter">After how many seconds they say one may ask again; null when they do not say.</param>
    public IDisposable TooManyRequests(string? host = null, int? retryAfter = null) => Break(
        $"too many requests ({host ?? "all"})",
        new RegistryFault.Status
        {
            Code = HttpStatusCode.TooManyRequests,
            ErrorCode = "TOOMANYREQUESTS",
            RetryAfter = retryAfter?.ToString(CultureInfo.InvariantCulture) ?? "",
        },
        host);

    /// <summary>Registries answer late.</summary>
    /// <param name="delay">How late each answer is.</param>
    /// <param name="host">The host of the registry; every registry when null.</param>
    public IDisposable SlowRegistry(TimeSpan delay, string? host = null) =>
        Break($"slow registry ({host ?? "all"})", new RegistryFault.Delay { Duration = delay }, host);

    /// <summary>Registries send other content than the digest promises.</summary>
    /// <param name="host">The host of the registry; every registry when null.</param>
    public IDisposable WrongDigest(string? host = null) =>
        Break($"wrong digest ({host ?? "all"})", new RegistryFault.WrongContent(), host);

    /// <summary>Builds of a build configuration fail.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="buildConfig">The name of the build configuration.</param>
    public IDisposable BuildFails(string ns, string buildConfig) =>
        Count(_failingBuilds, $"{ns}/{buildConfig}", $"build fails ({ns}/{buildConfig})");

    /// <summary>Whatever triggers ask for on an object, somebody else has changed it a moment before.</summary>
    /// <param name="target">The object.</param>
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
