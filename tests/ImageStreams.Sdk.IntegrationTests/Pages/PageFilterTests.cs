namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Namespaces can be hidden, and streams and namespaces folded.</summary>
[Collection("browser")]
public sealed class PageFilterTests(Browser browser)
{
    private const int Teams = 3;

    [BrowserFact]
    public async Task Namespaces_Unchecked_AreNotDrawnUntilTheFilterIsRemoved()
    {
        await using var page = await OpenFleetAsync();
        await page.ClickAsync("#namespaces summary");
        await page.ClickAsync("#namespace-list label:last-child input");
        await page.SettleAsync();

        var boxes = await page.GetBoxesAsync();
        Assert.Equal(FleetManifests.PlatformNodes + ((Teams - 1) * FleetManifests.TeamNodes), boxes.Length);
        Assert.DoesNotContain(boxes, name => name.Contains("team-002", StringComparison.Ordinal));
        Assert.Equal("4 of 5", await page.GetAsync<string>("document.getElementById('namespace-count').textContent"));

        await page.ClickAsync(".chip");
        await page.SettleAsync();
        Assert.Equal(FleetManifests.PlatformNodes + (Teams * FleetManifests.TeamNodes), (await page.GetBoxesAsync()).Length);
    }

    [BrowserFact]
    public async Task Namespaces_Found_AreTheOnesThatNoneIsFor()
    {
        await using var page = await OpenFleetAsync();
        await page.ClickAsync("#namespaces summary");
        await page.ClickAsync("#namespace-filter");
        await page.TypeAsync("TEAM-00");
        await page.ClickAsync("#no-namespaces");
        await page.SettleAsync();

        Assert.Equal(FleetManifests.PlatformNodes, (await page.GetBoxesAsync()).Length);
    }

    [BrowserFact]
    public async Task Namespaces_None_SaysThatNothingIsLeft()
    {
        await using var page = await OpenFleetAsync();
        await page.ClickAsync("#namespaces summary");
        await page.ClickAsync("#no-namespaces");
        await page.SettleAsync();

        Assert.Equal("Everything is filtered away.", await page.GetAsync<string>("document.getElementById('notice').innerText.trim()"));
    }

    [BrowserFact]
    public async Task Fold_Streams_DrawsOneBoxForEachThatADoubleClickUnfolds()
    {
        await using var page = await OpenFleetAsync();
        await page.FoldAsync("stream");

        Assert.DoesNotContain(await page.GetBoxesAsync(), name => name.StartsWith("ImageStreamTag", StringComparison.Ordinal));
        Assert.Equal(4 + (7 * Teams), await page.GetAsync<int>("document.querySelectorAll('#scene .box.stream').length"));

        await page.ClickAsync(GraphPageView.Box("Folded stream nodejs"), times: 2);
        await page.SettleAsync();
        Assert.Contains("ImageStreamTag platform/nodejs:latest", await page.GetBoxesAsync());
    }

    [BrowserFact]
    public async Task Fold_Namespaces_LightsUpTheWavesOfAll()
    {
        await using var page = await OpenFleetAsync();
        await page.FoldAsync("namespace");
        await page.ClickAsync(GraphPageView.Box("Folded namespace platform"));

        Assert.Equal(
            ["Folded namespace team-000", "Folded namespace team-001", "Folded namespace team-002"],
            (await page.GetWavesAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1–3", await page.GetAsync<string>($"document.querySelector('{GraphPageView.Box("Folded namespace team-001")} .badge.wave').textContent"));
    }

    [BrowserFact]
    public async Task DrawOnlyThis_Tag_LeavesWhatItMovesAndIsMadeFrom()
    {
        await using var page = await OpenFleetAsync();
        await page.ClickAsync(GraphPageView.Box("ImageStreamTag platform/golang:1"));
        await page.EvaluateAsync("[...document.querySelectorAll('#panel button')].find((button) => button.textContent === 'Draw only this').click()");
        await page.SettleAsync();

        Assert.Equal(3 + FleetManifests.TeamNodes, (await page.GetBoxesAsync()).Length);
        Assert.Equal("Only 29 nodes  ✕", await page.GetAsync<string>("document.querySelector('.chip').textContent"));
    }

    private async Task<BrowserPage> OpenFleetAsync() =>
        await BrowserPage.OpenAsync(browser, await ToolPages.WriteFleetAsync(browser, Teams));
}
