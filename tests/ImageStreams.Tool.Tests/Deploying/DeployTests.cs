using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The manifests of <c>deploy</c>, as texts and in a cluster.</summary>
public sealed class DeployTests
{
    private const string Image = "registry.example.com/imagestreams:1";

    [Fact]
    public async Task Deploy_ByDefinitions_IsTheRecordedText() =>
        GoldenFile.AssertEqual("deploy-crd.yaml", (await ToolRun.RunAsync("deploy", "--mode", "crd", "--image", Image)).Out);

    [Fact]
    public async Task Deploy_ByAnApiService_IsTheRecordedText()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAggregatedAsync(folder, "-n", "streams", "--replicas", "3");

        GoldenFile.AssertEqual("deploy-aggregated.yaml", run.Out);
    }

    [Fact]
    public async Task Deploy_IntoAFolder_HasAFileForEachObjectInOrder()
    {
        using var folder = new TemporaryFolder();

        var run = await ToolRun.RunAsync("deploy", "--mode", "crd", "--image", Image, "-o", folder.Path);

        string[] files = [.. Directory.GetFiles(folder.Path).Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal((ToolExitCode.Fine, ""), (run.ExitCode, run.Out));
        Assert.Equal("00-namespace-imagestreams.yaml", files[0]);
        Assert.Equal("01-customresourcedefinition-imagestreams.image.openshift.io.yaml", files[1]);
        Assert.Equal("08-deployment-imagestreams.yaml", files[^1]);
    }

    [Theory]
    [InlineData("--ca-file", "deploy", "--mode", "aggregated", "--image", Image)]
    [InlineData("--ca-file", "deploy", "--mode", "crd", "--image", Image, "--ca-file", "ca.pem")]
    [InlineData("--replicas", "deploy", "--mode", "crd", "--image", Image, "--replicas", "0")]
    [InlineData("--image", "deploy", "--mode", "crd")]
    public async Task Deploy_OptionsThatDoNotFit_AreRefused(string named, params string[] args)
    {
        var run = await ToolRun.RunAsync(args);

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    /// <summary>Every object but the APIService, which a fake cluster does not have.</summary>
    [Fact]
    public async Task Deploy_ObjectsInACluster_AreTakenAsTheyAre()
    {
        await using var shop = await ShopCluster.StartAsync(static options => options.ConfigureApi = static api =>
        {
            api.Access.Authorization = ApiAuthorization.Rbac;
            api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "admin", Groups = { "system:masters" } });
        });
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);

        foreach (var document in DeployDocuments.Create(CreateSettings()).Where(static one => one["kind"]!.GetValue<string>() != "APIService"))
        {
            var value = ImageStreamJson.Deserialize<ClusterObject>(document.ToJsonString());
            var created = await connection.GetResource(DeployedResources.Get(document)).CreateAsync(value);
            Assert.Equal(value.Name, created.Name);
        }
    }

    private static DeploySettings CreateSettings() => new()
    {
        Mode = DeployMode.Aggregated,
        Image = Image,
        Namespace = "imagestreams",
        Replicas = 2,
        Authority = [1, 2, 3],
    };

    private static Task<ToolRun> RunAggregatedAsync(TemporaryFolder folder, params string[] args)
    {
        var authority = folder.Write("ca.pem", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
        return ToolRun.RunAsync(["deploy", "--mode", "aggregated", "--image", Image, "--ca-file", authority, .. args]);
    }
}
