namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Watching and waiting with kubectl.</summary>
[Collection(KubectlCollection.Name)]
public sealed class WatchTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Watch_StreamThatChanges_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "watch");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=1.0"));
        await StreamFiles.PushAsync(servers);
        await kubectl.PrepareAsync(servers, "api", "latest=1.1");
        var all = kubectl.Start("get is -w");
        await all.WaitForLinesAsync(2);

        await kubectl.RunAsync("create -f web.yaml");
        await kubectl.WaitForImportAsync("web", 1);
        await all.WaitForLinesAsync(4);
        await kubectl.RunAllAsync("label is web tier=front", "delete is web");
        await all.WaitForLinesAsync(6);
        await kubectl.ShowAsync(all);

        KubectlGolden.AssertEqual(version, "watch", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task Wait_ForImageAndDeletion_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "wait");
        await kubectl.PrepareAsync(servers, "web", "1.0=1.0");

        await kubectl.RunAllAsync(
            "wait is/web --for=jsonpath='{.status.tags[0].tag}'=1.0 --timeout=30s",
            "wait is/web --for=jsonpath='{.spec.lookupPolicy.local}'=true --timeout=1s");
        await kubectl.RunAllAsync("delete is web", "wait is/web --for=delete --timeout=30s");

        KubectlGolden.AssertEqual(version, "wait", kubectl.Terminal);
    }
}
