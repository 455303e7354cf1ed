using System.Text.Json;
using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>A click on a tag lights up what it moves, in waves, and says why.</summary>
[Collection("browser")]
public sealed class PageSelectionTests(Browser browser)
{
    private const string Ruby = "ImageStreamTag shop/ruby:3.3";

    [BrowserFact]
    public async Task Click_Tag_LightsUpWhatItMovesInWaves()
    {
        await using var page = await OpenSampleAsync();
        await page.ClickAsync(GraphPageView.Box(Ruby));

        Assert.Equal(Ruby, await page.GetSelectedAsync());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["ImageStreamTag shop/ruby:stable"] = "0",
                ["BuildConfig shop/web"] = "1",
                ["ImageStreamTag shop/web:latest"] = "1",
                ["BuildConfig shop/worker"] = "2",
                ["ImageStreamTag shop/worker:latest"] = "2",
                ["Deployment shop/web"] = "2",
                ["DeploymentConfig shop/cart"] = "2",
            },
            await page.GetWavesAsync());
        Assert.True(await GetOpacityAsync(page, "Deployment shop/worker") < 0.5);
        Assert.Equal(1, await GetOpacityAsync(page, "Deployment shop/web"));
    }

    [BrowserFact]
    public async Task Click_Tag_SaysWhyWithThePlaceOfTheEdge()
    {
        await using var page = await OpenSampleAsync();
        await page.ClickAsync(GraphPageView.Box(Ruby));

        var panel = await page.GetPanelAsync();
        Assert.Contains("A move starts 2 builds and 2 rollouts and moves 3 tags, in 3 waves.", panel, StringComparison.Ordinal);
        Assert.Contains("is triggered by shop/ruby:stable", panel, StringComparison.Ordinal);
        Assert.Contains("docs/samples/shop/builds.yaml:23", panel, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Click_ItemOfAWave_ShowsHowTheMoveGetsThere()
    {
        await using var page = await OpenSampleAsync();
        await page.ClickAsync(GraphPageView.Box(Ruby));
        await page.EvaluateAsync("[...document.querySelectorAll('#panel .item')].find((item) => item.textContent.startsWith('shop/cart')).click()");

        var steps = await page.GetAsync<string[]>("[...document.querySelectorAll('#path .item b')].map((item) => item.textContent)");
        Assert.Equal(["shop/ruby:3.3", "shop/ruby:stable", "shop/web", "shop/web:latest", "shop/cart"], steps);
        Assert.Equal(4, await page.GetAsync<int>("document.querySelectorAll('#scene .line.path').length"));
    }

    [BrowserFact]
    public async Task Click_EmptyPlace_ClearsTheSelection()
    {
        await using var page = await OpenSampleAsync();
        await page.ClickAsync(GraphPageView.Box(Ruby));
        await page.ClickAsync("#stage");

        Assert.Empty(await page.GetWavesAsync());
        Assert.Contains("Overview", await page.GetPanelAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Click_TagOfAFleet_HasTheWavesThatTheToolTells()
    {
        using var folder = new ScratchFolder();
        FleetManifests.Write(folder, teams: 9);
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteAsync(browser, folder.Path, "graph", "."));
        await page.ClickAsync(GraphPageView.Box("ImageStreamTag platform/dotnet:1"));

        using var answer = JsonDocument.Parse(await ToolPages.RunAsync(folder.Path, "impact", ".", "--tag", "platform/dotnet:1", "-o", "json"));
        var expected = answer.RootElement.GetProperty("waves").EnumerateArray().SelectMany(ReadWave).ToDictionary();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await page.GetWavesAsync());
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadWave(JsonElement wave) =>
        from item in wave.GetProperty("items").EnumerateArray()
        let node = item.GetProperty("node")
        select KeyValuePair.Create(
            $"{node.GetProperty("kind")} {node.GetProperty("namespace")}/{node.GetProperty("name")}", wave.GetProperty("number").ToString());

    private static Task<double> GetOpacityAsync(BrowserPage page, string box) =>
        page.GetAsync<double>($"Number(getComputedStyle(document.querySelector({BrowserInput.Quote(GraphPageView.Box(box))})).opacity)");

    private async Task<BrowserPage> OpenSampleAsync() => await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));
}
