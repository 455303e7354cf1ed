namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>What kubectl finds out about the API and about the rights of its user.</summary>
[Collection(KubectlCollection.Name)]
public sealed class DiscoveryTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task ApiResources_OfTheImageGroup_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "discovery");

        await kubectl.RunAllAsync(
            "api-resources --api-group=image.openshift.io",
            "api-resources --api-group=image.openshift.io -o wide",
            "get --raw /apis/image.openshift.io/v1",
            "get --raw /apis/image.openshift.io/v1/namespaces/discovery/imagestreams",
            "get --raw /nosuch");

        KubectlGolden.AssertEqual(version, "api-resources", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Explain_Stream_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "explain");

        await kubectl.RunAllAsync("explain is", "explain is.spec.tags", "explain is.spec.tags.importPolicy.scheduled", "explain is --recursive", "explain is.nosuch");

        KubectlGolden.AssertEqual(version, "explain", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task CanI_Administrator_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "can-i");

        await kubectl.RunAllAsync(
            "auth can-i create imagestreams",
            "auth can-i get imagestreams/layers",
            "auth can-i get imagestreams --as=nobody",
            "get is --as=nobody");

        KubectlGolden.AssertEqual(version, "can-i", kubectl.Terminal);
    }
}
