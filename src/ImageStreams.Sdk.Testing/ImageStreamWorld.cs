using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing.Simulation;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <summary>A simulated cluster on a virtual clock: registries, image streams, imports, triggers, builds and rollouts.</summary>
/// <remarks>
/// <para>The clock stands still until <see cref="AdvanceAsync"/> advances it, and then everything runs at its own time: scheduled
/// imports, triggers, builds that take time and push their image, rollouts. The same steps give the same
/// <see cref="Log"/> in every run.</para>
/// <para>Streams, imports and triggers are the library's own code: an <see cref="EmbeddedImageStreamClient"/> with a real
/// registry client over an <see cref="InMemoryRegistry"/>, an <see cref="ImportController"/> and a
/// <see cref="TriggerController"/>. Only builds and pods are simulated.</para>
/// <para>Not thread-safe. Changes through <see cref="Client"/> or <see cref="Registry"/> take effect when the world
/// next advances or settles.</para>
/// </remarks>
/// <example><code>
/// using var world = new ImageStreamWorld();
/// await world.ApplyAsync(stream);
/// await world.ApplyAsync(buildConfig);
/// await world.PushAsync("registry/base:8.0", SyntheticImage.Create("base"));
/// await world.AdvanceAsync(TimeSpan.FromMinutes(15));
/// Console.Write(world.Log);
/// </code></example>
public sealed partial class ImageStreamWorld : IDisposable
{
    private readonly VirtualClock _clock;
    private readonly ObservedStore _store;
    private readonly SimulatedObjects _objects;
    private readonly ReflectedObjects<ImageStream> _feed = new();
    private readonly StreamTracker _streams;
    private readonly ImportController _imports;
    private readonly TagPolicyController _policies;
    private readonly ReactionLog _reactions;
    private readonly HttpRegistryClient _registryClient;
    private readonly string _internalRegistryHostname;
    private readonly List<Task<ImportReport>> _importing = [];
    private readonly HashSet<TriggerObject> _createdBuildConfigs = [];

    /// <summary>Creates a world without streams and images.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ImageStreamWorld(WorldOptions? options = null)
    {
        options ??= new WorldOptions();
        if (options.MaxRunningBuilds is { } maxRunningBuilds)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(maxRunningBuilds, 1, nameof(options));
        }

        _clock = new VirtualClock(options.Start);
        _internalRegistryHostname = options.Engine.InternalRegistryHostname;
        Log = new WorldLog(_clock);
        Registry = new InMemoryRegistry(_clock) { MaxRequests = 10_000 };
        Faults = new WorldFaults(Registry, Log);

        _store = new ObservedStore(options.CreateStore?.Invoke() ?? new InMemoryImageStreamStore(timeProvider: _clock));
        _registryClient = Registry.CreateClient(options.RegistryClient);
        Client = new EmbeddedImageStreamClient(
            _store, new ImageImporter(_registryClient, _clock), CreateEngineOptions(options), _clock);
        _imports = new ImportController(Client, new ImportSchedule(options.Imports), _clock);
        _policies = new TagPolicyController(
            Client, _registryClient, new TagGatekeeper(options.CreateImageGates?.Invoke() ?? []), options.TagPolicies, _clock);
        _objects = new SimulatedObjects(options, Log, Faults, _clock);
        _streams = new StreamTracker(Log);
        _reactions = new ReactionLog(Log, _streams);
        foreach (var observer in new IObjectObserver<ImageStream>[] { _streams, _imports, _policies, _objects.Triggers })
        {
            _feed.Add(observer);
        }
    }

    /// <summary>The virtual clock of the world.</summary>
    public TimeProvider TimeProvider => _clock;

    /// <summary>The log of all events.</summary>
    public WorldLog Log { get; }

    /// <summary>The faults of the world, and their control.</summary>
    public WorldFaults Faults { get; }

    /// <summary>All registries; it keeps the newest 10,000 requests.</summary>
    public InMemoryRegistry Registry { get; }

    /// <summary>The image API.</summary>
    public IImageStreamClient Client { get; }

    /// <summary>The schedule of the imports: the next time of each tag, and its last result.</summary>
    public ImportSchedule Schedule => _imports.Schedule;

    /// <summary>All builds, in the order in which they were requested; a copy.</summary>
    public IReadOnlyList<SimulatedBuild> Builds => [.. _objects.Builds.All];

    /// <summary>All rollouts, oldest first; a copy.</summary>
    public IReadOnlyList<SimulatedRollout> Rollouts => [.. _objects.Rollouts.All];

    /// <summary>Disposes of the registry.</summary>
    public void Dispose()
    {
        _registryClient.Dispose();
        Registry.Dispose();
    }

    private static EmbeddedImageStreamOptions CreateEngineOptions(WorldOptions options)
    {
        var engine = new EmbeddedImageStreamOptions
        {
            InternalRegistryHostname = options.Engine.InternalRegistryHostname,
            ExternalRegistryHostname = options.Engine.ExternalRegistryHostname,
            ImageStreamImportMode = options.Engine.ImageStreamImportMode,
            ApplyInsecurePerImage = options.Engine.ApplyInsecurePerImage,
            FailInvalidImagesIndividually = options.Engine.FailInvalidImagesIndividually,
            FollowNestedIndexes = options.Engine.FollowNestedIndexes,
            GetAccessReviewer = options.Engine.GetAccessReviewer,
            GetUsers = options.Engine.GetUsers,
            GetNamespaces = options.Engine.GetNamespaces,
            GetLimits = options.Engine.GetLimits,
            GetLimitSource = options.Engine.GetLimitSource,
            PruneImagesAfter = options.Engine.PruneImagesAfter,
            SettleRepeatedFailures = options.Engine.SettleRepeatedFailures,
            AcceptImageTagUpdates = options.Engine.AcceptImageTagUpdates,
            VersionWait = options.Engine.VersionWait,
            GetNaming = options.Engine.GetNaming ?? (static () => new SequentialNaming()),
        };
        foreach (var registry in options.Engine.AllowedRegistriesForImport)
        {
            engine.AllowedRegistriesForImport.Add(registry);
        }

        foreach (var limits in options.Engine.StreamLimits)
        {
            engine.StreamLimits.Add(limits);
        }

        return engine;
    }
}
