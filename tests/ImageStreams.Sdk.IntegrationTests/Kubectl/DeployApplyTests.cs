using ImageStreams.AspNetCore;
using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.Testing.Server;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>The manifests of <c>imagestreams deploy</c>, given to kubectl: a cluster takes them as they are, also a second time.</summary>
[Collection(KubectlCollection.Name)]
public sealed class DeployApplyTests
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current, "crd")]
    [InlineData(KubectlVersion.Old, "crd")]
    [InlineData(KubectlVersion.Current, "aggregated")]
    [InlineData(KubectlVersion.Old, "aggregated")]
    public async Task Manifests_AppliedInEachWay_AreAsRecorded(string version, string mode)
    {
        using var folder = new ScratchFolder();
        await using var cluster = await StartAsync();
        using var kubectl = new KubectlSession(
            KubectlVersion.GetProgram(version), await cluster.WriteKubeconfigAsync(Path.Combine(folder.Path, "kubeconfig")), null, "registry.example.com");
        kubectl.Write("all.yaml", await RenderAsync(folder, mode));

        await kubectl.RunAllAsync(
            "create namespace imagestreams",
            "apply --dry-run=server -f all.yaml",
            "apply -f all.yaml",
            "apply -f all.yaml",
            "diff -f all.yaml",
            "apply --server-side -f all.yaml",
            "diff -f all.yaml",
            "diff --server-side -f all.yaml");

        KubectlGolden.AssertEqual(version, $"deploy-{mode}", kubectl.Terminal);
        Assert.DoesNotContain("(exit code", kubectl.Terminal, StringComparison.Ordinal);
    }

    private static Task<FakeCluster> StartAsync() => FakeCluster.StartAsync(new FakeClusterOptions
    {
        ConfigureApi = static api =>
        {
            api.Access.Authorization = ApiAuthorization.Rbac;
            api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "admin", Groups = { "system:masters" } });
        },
    });

    private static Task<string> RenderAsync(ScratchFolder folder, string mode)
    {
        folder.Write("ca.pem", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
        return mode == "aggregated"
            ? DeployedManifests.RenderAsync(mode, "--ca-file", Path.Combine(folder.Path, "ca.pem"))
            : DeployedManifests.RenderAsync(mode);
    }
}
