namespace ImageStreams.IntegrationTests.Pages;

/// <summary>The page opens from a file, alone, and draws the graph.</summary>
[Collection("browser")]
public sealed class PageLoadTests(Browser browser)
{
    [BrowserFact]
    public async Task Open_Sample_AsksForNothingButItselfAndComplainsOfNothing()
    {
        var file = await ToolPages.WriteSampleAsync(browser);
        await using var page = await BrowserPage.OpenAsync(browser, file);

        Assert.Equal([new Uri(file).AbsoluteUri], page.Log.Requests);
        Assert.Empty(page.Log.Complaints);
        Assert.Equal("ready", await page.GetAsync<string>("document.documentElement.dataset.phase"));
    }

    [BrowserFact]
    public async Task Open_Sample_DrawsEveryNodeWithAWholeName()
    {
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));

        var boxes = await page.GetBoxesAsync();
        Assert.Equal(12, boxes.Length);
        Assert.Contains("ImageStreamTag shop/ruby:3.3", boxes);
        Assert.Contains("DeploymentConfig shop/cart", boxes);
        Assert.Equal(10, await page.GetAsync<int>("document.querySelectorAll('#scene .line').length"));
        Assert.Equal(0, await page.CountOverlapsAsync());
        Assert.Equal(0, await page.CountClippedAsync());
        Assert.All(boxes, name => Assert.True(page.IsInViewAsync(GraphPageView.Box(name)).Result, name));
    }

    [BrowserFact]
    public async Task Open_Impact_OpensWithWhatMoves()
    {
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleImpactAsync(browser, "shop/ruby:3.3"));

        Assert.Equal("ImageStreamTag shop/ruby:3.3", await page.GetSelectedAsync());
        Assert.Equal("2", (await page.GetWavesAsync())["Deployment shop/web"]);
    }

    [BrowserFact]
    public async Task Open_Policy_RefusesOtherScriptsAndTheNetwork()
    {
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));

        var policy = await page.GetAsync<string>("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        await page.EvaluateAsync("""
            const script = document.createElement('script');
            script.textContent = 'window.hasRun = true';
            document.body.append(script);
            """);
        Assert.True(await page.GetAsync<bool>("window.hasRun === undefined"));
        Assert.Equal("refused", await page.GetAsync<string>("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')"));
        Assert.Contains(page.Log.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Legend_Sample_NamesWhatThePageHasAndCanBeClosed()
    {
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));

        var legend = await page.GetAsync<string>("document.getElementById('legend').innerText");
        Assert.All(["Tag", "Image outside", "Build", "Workload", "follows on its own", "wave"], entry => Assert.Contains(entry, legend, StringComparison.Ordinal));
        Assert.DoesNotContain("in a cycle", legend, StringComparison.Ordinal);
        await page.ClickAsync("#legend summary");
        Assert.False(await page.GetAsync<bool>("document.getElementById('legend').open"));
    }
}
