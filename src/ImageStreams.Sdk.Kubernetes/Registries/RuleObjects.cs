using ImageStreams.Controllers;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of a cluster that have registry rules, watched.</summary>
internal sealed class RuleObjects : IAsyncDisposable
{
    private const string ConfigName = "metadata.name=cluster";

    private readonly ClusterWatch _configs;
    private readonly ClusterWatch _digestMirrors;
    private readonly ClusterWatch _tagMirrors;
    private readonly ClusterWatch _policies;
    private readonly ILogger _logger;

    public RuleObjects(ApiSender sender, TimeSpan recheck, ILogger logger, Action changed)
    {
        _logger = logger;
        _configs = Watch(RegistryResourceTypes.ImageConfigs, ConfigName);
        _digestMirrors = Watch(RegistryResourceTypes.DigestMirrorSets);
        _tagMirrors = Watch(RegistryResourceTypes.TagMirrorSets);
        _policies = Watch(RegistryResourceTypes.ContentSourcePolicies);

        ClusterWatch Watch(ClusterResourceType type, string? selector = null) =>
            new(sender, type, new ReflectorOptions { FieldSelector = selector, RecheckInterval = recheck }, logger, changed);
    }

    /// <summary>The task that ends when it is known which objects there are.</summary>
    public Task Known => Task.WhenAll(_configs.Known, _digestMirrors.Known, _tagMirrors.Known, _policies.Known);

    /// <summary>The states of the watches.</summary>
    public IEnumerable<ClusterWatchStatus> Watches => [_configs.Status, _digestMirrors.Status, _tagMirrors.Status, _policies.Status];

    /// <summary>The objects now: the configuration, then the mirrors of each kind in the order of their names.</summary>
    public IReadOnlyList<ApiObject> Read() =>
    [
        .. Read<ClusterImageConfig>(_configs), .. Read<ImageDigestMirrorSet>(_digestMirrors),
        .. Read<ImageTagMirrorSet>(_tagMirrors), .. Read<ImageContentSourcePolicy>(_policies),
    ];

    /// <summary>The name of the ConfigMap with certificate authorities; empty for none.</summary>
    public string FindAuthoritiesName()
    {
        if (_configs.Objects.FirstOrDefault() is not { } config)
        {
            return "";
        }

        using var document = ObjectJson.Parse(config);
        return ObjectJson.GetText(ObjectJson.Find(document.RootElement, "spec", "additionalTrustedCA", "name"));
    }

    public async ValueTask DisposeAsync()
    {
        await _configs.DisposeAsync().ConfigureAwait(false);
        await _digestMirrors.DisposeAsync().ConfigureAwait(false);
        await _tagMirrors.DisposeAsync().ConfigureAwait(false);
        await _policies.DisposeAsync().ConfigureAwait(false);
    }

    private IEnumerable<T> Read<T>(ClusterWatch watched)
        where T : ApiObject, IWireObject<T> => watched.Objects.Select(TryRead<T>).OfType<T>();

    private T? TryRead<T>(ClusterObject value)
        where T : ApiObject, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(ImageStreamJson.SerializeToUtf8Bytes(value));
        }
        catch (WireFormatException e)
        {
            _logger.RuleIgnored($"{value.Kind} {value.Name} cannot be read: {e.Message}");
            return null;
        }
    }
}
