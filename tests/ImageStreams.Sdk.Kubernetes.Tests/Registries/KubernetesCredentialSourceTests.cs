using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Testing.Server;
using k8s;
using k8s.Models;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Credentials from the pull secrets of a cluster.</summary>
public sealed class KubernetesCredentialSourceTests : IAsyncLifetime
{
    private readonly LogLines<KubernetesCredentialSource> _log = new(LogLevel.Trace);
    private ConnectedCluster _cluster = null!;

    private k8s.Kubernetes Client => _cluster.Client;

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Find_SecretsOfTheNamespace_AreUsedWithoutALink()
    {
        await Client.CreateAsync("shop", "all", "quay.io", "host");
        await Client.CreateAsync("shop", "team", "quay.io/team", "path");
        await Client.CreateOldAsync("shop", "old", "registry.example.com", "old");
        await Client.CreateAsync("other", "theirs", "ghcr.io", "theirs");
        await using var source = CreateSource();

        Assert.Equal("path", await FindAsync(source, "quay.io", "team/app"));
        Assert.Equal("host", await FindAsync(source, "quay.io", "library/app"));
        Assert.Equal("old", await FindAsync(source, "registry.example.com", "app"));
        Assert.Null(await FindAsync(source, "ghcr.io", "app"));
        Assert.Equal("theirs", await FindAsync(source, "ghcr.io", "app", "other"));
    }

    [Fact]
    public async Task Find_SecretIsCreatedChangedAndDeleted_CountsForTheNextRequest()
    {
        await using var source = CreateSource();
        Assert.Null(await FindAsync(source, "quay.io", "app"));

        await Client.CreateAsync("shop", "pull", "quay.io", "first");
        await Patience.UntilAsync(async () => await FindAsync(source, "quay.io", "app") == "first");
        await Client.ReplaceAsync("shop", "pull", "quay.io", "second");
        await Patience.UntilAsync(async () => await FindAsync(source, "quay.io", "app") == "second");
        _cluster.Cluster.Faults.CutWatches();
        await Client.CoreV1.DeleteNamespacedSecretAsync("pull", "shop");

        await Patience.UntilAsync(async () => await FindAsync(source, "quay.io", "app") is null);
    }

    [Fact]
    public async Task Find_BrokenSecret_IsLeftOutAndNamedOnceWithoutItsContent()
    {
        await Client.CreateBrokenAsync("shop", "broken", """{"auths":{"quay.io":{"auth":"S3cret!"}}}""");
        await Client.CreateAsync("shop", "fine", "quay.io", "fine");
        await using var source = CreateSource();

        Assert.Equal("fine", await FindAsync(source, "quay.io", "app"));
        await Client.CreateAsync("shop", "more", "ghcr.io", "more");
        await Patience.UntilAsync(async () => await FindAsync(source, "ghcr.io", "app") == "more");

        var line = Assert.Single(_log.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal));
        Assert.StartsWith("Warning: The secret shop/broken is left out: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", string.Concat(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ServiceAccounts_OnlyTheirSecretsAreUsed()
    {
        await Client.CreateAsync("shop", "linked", "quay.io", "linked");
        await Client.CreateAsync("shop", "unlinked", "ghcr.io", "unlinked");
        await Client.CoreV1.CreateNamespacedServiceAccountAsync(
            new V1ServiceAccount { Metadata = new() { Name = "builder" }, ImagePullSecrets = [new() { Name = "linked" }] }, "shop");
        await using var source = CreateSource(new KubernetesRegistryOptions { ServiceAccounts = { "builder" } });

        Assert.Equal("linked", await FindAsync(source, "quay.io", "app"));
        Assert.Null(await FindAsync(source, "ghcr.io", "app"));
        await Client.CoreV1.PatchNamespacedServiceAccountAsync(
            new V1Patch("""{"imagePullSecrets":[{"name":"unlinked"}]}""", V1Patch.PatchType.MergePatch), "builder", "shop");

        await Patience.UntilAsync(async () => await FindAsync(source, "ghcr.io", "app") == "unlinked");
        Assert.Null(await FindAsync(source, "quay.io", "app"));
    }

    [Fact]
    public async Task Find_SharedSecret_IsTriedAfterThoseOfTheNamespace()
    {
        await Client.CreateAsync("openshift-config", "pull-secret", "quay.io", "shared");
        await Client.CreateAsync("shop", "own", "quay.io/own", "own");
        await using var source = CreateSource(new KubernetesRegistryOptions { SharedSecrets = { "openshift-config/pull-secret" } });

        Assert.Equal("own", await FindAsync(source, "quay.io", "own/app"));
        Assert.Equal("shared", await FindAsync(source, "quay.io", "team/app"));
        Assert.Equal("shared", await FindAsync(source, "quay.io", "team/app", ""));
    }

    [Fact]
    public async Task Find_OtherSecretsAndNamespaces_AreNeverAskedFor()
    {
        await using var source = CreateSource(new KubernetesRegistryOptions { Namespaces = { "shop" } });
        _cluster.Cluster.ClearRequests();

        await FindAsync(source, "quay.io", "app");
        await FindAsync(source, "quay.io", "app", "other");
        await FindAsync(source, "quay.io", "app", "");

        Assert.All(_cluster.Cluster.Requests, static request => Assert.Contains("/namespaces/shop/secrets", request.Path, StringComparison.Ordinal));
        Assert.All(_cluster.Cluster.Requests, static request => Assert.Contains("type%3Dkubernetes.io%2Fdocker", request.ToString() + request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_ManyNamespaces_WatchesOnlyTheLastOnes()
    {
        await Client.CreateAsync("one", "pull", "quay.io", "one");
        await using var source = CreateSource(new KubernetesRegistryOptions { MaxNamespaces = 2 });

        foreach (var ns in (string[])["one", "two", "three", "one"])
        {
            Assert.Equal(ns == "one" ? "one" : null, await FindAsync(source, "quay.io", "app", ns));
        }
    }

    [Fact]
    public async Task Find_ClusterDoesNotAnswer_IsAnErrorAndNotAnonymous()
    {
        using var faults = _cluster.Cluster.Faults.FailUntilDisposed(ClusterFault.Disconnect);
        await using var source = CreateSource(new KubernetesRegistryOptions { ReadTimeout = TimeSpan.FromMilliseconds(50) });

        var refused = await Assert.ThrowsAsync<RegistryCredentialException>(() => FindAsync(source, "quay.io", "app"));

        Assert.Equal(RegistryCredentialFailure.Unreadable, refused.Reason);
        Assert.Contains("namespace shop", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ForbiddenSecrets_AreNoneAndSaidOnce()
    {
        await using var limited = await LimitedCluster.StartAsync("view");
        await using var source = new KubernetesCredentialSource(
            limited.Connection, new KubernetesRegistryOptions { RecheckInterval = TimeSpan.FromMilliseconds(1) }, _log);

        Assert.Null(await FindAsync(source, "quay.io", "app"));
        await Patience.UntilAsync(() => limited.Cluster.Requests.Count(static request => request.StatusCode == 403) > 6);

        var lines = _log.Lines.Where(static line => line.Contains("may not be listed", StringComparison.Ordinal) && line.StartsWith("Warning", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.NotEqual(lines[0], lines[1]);
    }

    private KubernetesCredentialSource CreateSource(KubernetesRegistryOptions? options = null) => new(_cluster.Connection, options, _log);

    private static async Task<string?> FindAsync(KubernetesCredentialSource source, string registry, string repository, string ns = "shop")
    {
        var query = new RegistryCredentialQuery { Registry = registry, Repository = repository, Scope = ns };
        return (await source.FindAsync(query, CancellationToken.None)).Credential is RegistryCredential.Login login ? login.Password : null;
    }
}
