using System.Text.Json;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using k8s;
using k8s.Models;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Mirrors, rules and authorities from the objects of a cluster.</summary>
public sealed class KubernetesRegistryRulesTests : IAsyncLifetime
{
    private readonly LogLines<KubernetesRegistryRules> _log = new(LogLevel.Trace);
    private ConnectedCluster _cluster = null!;

    private k8s.Kubernetes Client => _cluster.Client;

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Current_ObjectsOfEachKind_AsFromFiles()
    {
        foreach (var value in RuleObjectsInOrder())
        {
            await CreateAsync(value);
        }

        await using var rules = CreateRules();
        await rules.WaitAsync();

        Assert.Equal(RegistryRules.From(RuleObjectsInOrder()), rules.Current.Rules);
        Assert.Single(rules.Current.Rules.Ignored);
        Assert.Single(_log.Lines, static line => line.StartsWith("Warning: A registry rule", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Current_MirrorSetIsAppliedChangedAndDeleted_Follows()
    {
        await using var rules = CreateRules();
        await rules.WaitAsync();
        Assert.Equal(RegistryRules.None, rules.Current.Rules);

        var set = Digests("set", "quay.io", "mirror.example.com/quay");
        await CreateAsync(set);
        await Patience.UntilAsync(() => rules.Current.Rules == RegistryRules.From([set]));
        _cluster.Cluster.Faults.CutWatches();
        await Client.CustomObjects.DeleteClusterCustomObjectAsync("config.openshift.io", "v1", "imagedigestmirrorsets", "set");

        await Patience.UntilAsync(() => rules.Current.Rules == RegistryRules.None);
    }

    [Fact]
    public async Task Wait_PlainKubernetes_HasNoRulesAndWarnsOfNothing()
    {
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false };
        foreach (var kind in options.Kinds.Where(static kind => kind.IsCustomResource).ToList())
        {
            options.Kinds.Remove(kind);
        }

        await using var plain = await ConnectedCluster.StartAsync(options);
        await using var rules = new KubernetesRegistryRules(
            plain.Connection, new KubernetesRegistryOptions { RecheckInterval = TimeSpan.FromMilliseconds(1) }, _log);
        await rules.WaitAsync();

        Assert.Equal(RegistryRules.None, rules.Current.Rules);
        Assert.DoesNotContain(_log.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal));
        await Patience.UntilAsync(() => plain.Cluster.Requests.Count(static request => request.Path.Contains("imagetagmirrorsets", StringComparison.Ordinal)) > 4);
    }

    [Fact]
    public async Task Wait_ClusterDoesNotAnswer_IsUnreachable()
    {
        using var faults = _cluster.Cluster.Faults.FailUntilDisposed(ClusterFault.Disconnect);
        await using var rules = CreateRules(new KubernetesRegistryOptions { ReadTimeout = TimeSpan.FromMilliseconds(50) });

        var refused = await Assert.ThrowsAsync<RegistryException>(async () => await rules.WaitAsync());

        Assert.Equal(RegistryFailure.Unreachable, refused.Reason);
    }

    [Fact]
    public async Task Trust_AuthorityInTheConfigMap_IsTrustedUntilItGoes()
    {
        await using var registry = await LoopbackRegistryServer.StartAsync(options: new() { UseTls = true });
        registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        using var handlers = new SocketsRegistryHandlerSource();
        await using var rules = CreateRules();
        rules.TrustIn(handlers, static () => new RegistryTransportOptions());
        var repository = new RegistryRepository { Registry = registry.Host, Name = "team/app" };

        Assert.Equal(RegistryFailure.Tls, await TryResolveAsync(handlers, repository));
        await CreateMapAsync(registry.Host.Replace(":", "..", StringComparison.Ordinal), registry.Authority!.ExportCertificatePem());
        await Client.CustomObjects.CreateClusterCustomObjectAsync(
            Parse("""{"apiVersion":"config.openshift.io/v1","kind":"Image","metadata":{"name":"cluster"},"spec":{"additionalTrustedCA":{"name":"trusted"}}}"""),
            "config.openshift.io", "v1", "images");

        await Patience.UntilAsync(async () => await TryResolveAsync(handlers, repository) is null);
        await Client.CoreV1.DeleteNamespacedConfigMapAsync("trusted", "openshift-config");
        await Patience.UntilAsync(async () => await TryResolveAsync(handlers, repository) == RegistryFailure.Tls);
        Assert.Contains(_log.Lines, static line => line.Contains("The certificates of broken.example.com in the ConfigMap trusted", StringComparison.Ordinal));
    }

    private static async Task<RegistryFailure?> TryResolveAsync(SocketsRegistryHandlerSource handlers, RegistryRepository repository)
    {
        using var client = new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 1 }, handlers: handlers);
        try
        {
            await client.ResolveAsync(repository, "1");
            return null;
        }
        catch (RegistryException e)
        {
            return e.Reason;
        }
    }

    private Task CreateMapAsync(string key, string pem) => Client.CoreV1.CreateNamespacedConfigMapAsync(
        new V1ConfigMap
        {
            Metadata = new() { Name = "trusted" },
            Data = new Dictionary<string, string> { [key] = pem, ["broken.example.com"] = "nothing", ["updateservice-registry"] = "nothing" },
        },
        "openshift-config");

    private KubernetesRegistryRules CreateRules(KubernetesRegistryOptions? options = null) => new(_cluster.Connection, options, _log);

    private Task CreateAsync(ApiObject value) => _cluster.CreateRuleAsync(value);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IReadOnlyList<ApiObject> RuleObjectsInOrder() =>
    [
        new ClusterImageConfig
        {
            Metadata = new ObjectMeta { Name = "cluster" },
            Spec = new ClusterImageConfigSpec
            {
                AllowedRegistriesForImport = [new RegistryLocation { DomainName = "quay.io" }, new RegistryLocation { DomainName = "bad/path" }],
                RegistrySources = new RegistrySources { BlockedRegistries = ["blocked.example.com"], InsecureRegistries = ["*.lab"] },
            },
        },
        Digests("a", "quay.io/team", "one.example.com/team"),
        Digests("b", "quay.io/*", "two.example.com"),
        new ImageTagMirrorSet
        {
            Metadata = new ObjectMeta { Name = "tags" },
            Spec = new ImageTagMirrorSetSpec { ImageTagMirrors = [new ImageMirrors { Source = "ghcr.io", Mirrors = ["three.example.com"] }] },
        },
        new ImageContentSourcePolicy
        {
            Metadata = new ObjectMeta { Name = "old" },
            Spec = new ImageContentSourcePolicySpec
            {
                RepositoryDigestMirrors = [new ImageMirrors { Source = "docker.io", Mirrors = ["four.example.com"] }],
            },
        },
    ];

    private static ImageDigestMirrorSet Digests(string name, string source, string mirror) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new ImageDigestMirrorSetSpec { ImageDigestMirrors = [new ImageMirrors { Source = source, Mirrors = [mirror] }] },
    };
}
