using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Cycles are marked, and the panel says where to cut them.</summary>
[Collection("browser")]
public sealed class PageCycleTests(Browser browser)
{
    private const string Manifests = """
        apiVersion: build.openshift.io/v1
        kind: BuildConfig
        metadata: {name: toolbox, namespace: ci}
        spec:
          strategy: {type: Source, sourceStrategy: {from: {kind: ImageStreamTag, name: "tester:latest"}}}
          output: {to: {kind: ImageStreamTag, name: "toolbox:latest"}}
          triggers: [{type: ImageChange, imageChange: {}}]
        ---
        apiVersion: build.openshift.io/v1
        kind: BuildConfig
        metadata: {name: tester, namespace: ci}
        spec:
          strategy: {type: Source, sourceStrategy: {from: {kind: ImageStreamTag, name: "toolbox:latest"}}}
          output: {to: {kind: ImageStreamTag, name: "tester:latest"}}
          triggers: [{type: ImageChange, imageChange: {}}]
        """;

    [BrowserFact]
    public async Task Click_CycleOfTheOverview_ShowsTheWayAroundWithThePlaces()
    {
        await using var page = await OpenAsync();
        Assert.Contains("in a cycle", await page.GetAsync<string>("document.getElementById('legend').innerText"), StringComparison.Ordinal);
        await page.ClickAsync("#panel .item.danger");

        var panel = await page.GetPanelAsync();
        Assert.Contains("Each build starts the next one, endlessly.", panel, StringComparison.Ordinal);
        Assert.Contains("loop.yaml:7", panel, StringComparison.Ordinal);
        Assert.Contains("loop.yaml:15", panel, StringComparison.Ordinal);
        Assert.Equal(4, await page.GetAsync<int>("document.querySelectorAll('#scene .line.path').length"));
    }

    [BrowserFact]
    public async Task Click_TagOfALoop_LightsUpTheWholeLoop()
    {
        await using var page = await OpenAsync();
        await page.ClickAsync(GraphPageView.Box("ImageStreamTag ci/toolbox:latest"));

        Assert.Equal(4, await page.GetAsync<int>("document.querySelectorAll('#scene .line.on').length"));
        Assert.Contains("endlessly", await page.GetPanelAsync(), StringComparison.Ordinal);
    }

    private async Task<BrowserPage> OpenAsync()
    {
        using var folder = new ScratchFolder();
        folder.Write("loop.yaml", Manifests);
        return await BrowserPage.OpenAsync(browser, await ToolPages.WriteAsync(browser, folder.Path, "graph", "."));
    }
}
