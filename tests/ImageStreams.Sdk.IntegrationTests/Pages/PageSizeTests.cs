namespace ImageStreams.IntegrationTests.Pages;

/// <summary>The page can be read with 500 nodes, and used with 5,000.</summary>
[Collection("browser")]
public sealed class PageSizeTests(Browser browser)
{
    private const double SmallestScale = 0.5;

    [BrowserFact]
    public async Task Open_FiveHundredNodes_DrawsAllOfThemApartAndLargeEnoughToRead()
    {
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteFleetAsync(browser, teams: 19));

        Assert.Equal(506, (await page.GetBoxesAsync()).Length);
        Assert.Equal(0, await page.CountOverlapsAsync());
        Assert.Equal(0, await page.CountClippedAsync());
        Assert.True(await page.GetAsync<double>("document.getElementById('scene').getCTM().a") >= SmallestScale);
        Assert.Empty(page.Log.Complaints);
    }

    [BrowserFact]
    public async Task Open_FiveThousandNodes_ShowsNamespacesAndWhatMovesTheMost()
    {
        await using var page = await OpenLargeAsync();

        Assert.Equal(194, (await page.GetBoxesAsync()).Length);
        Assert.Equal(0, await page.CountOverlapsAsync());
        await page.ClickAsync("#movers .item");
        await page.SettleAsync();
        Assert.StartsWith("ImageStreamTag platform/", await page.GetSelectedAsync(), StringComparison.Ordinal);
        Assert.Equal(192 / 4, (await page.GetWavesAsync()).Count(box => box.Key.Contains("team-", StringComparison.Ordinal)));
        Assert.Empty(page.Log.Complaints);
    }

    [BrowserFact]
    public async Task Search_FiveThousandNodes_UnfoldsAndShowsTheTag()
    {
        await using var page = await OpenLargeAsync();
        await page.PressAsync("/");
        await page.TypeAsync("team-123/cart:stable");
        await page.PressAsync("Enter");
        await page.SettleAsync();

        Assert.Equal("ImageStreamTag team-123/cart:stable", await page.GetSelectedAsync());
        Assert.True(await page.IsInViewAsync(GraphPageView.Box("ImageStreamTag team-123/cart:stable")));
        Assert.Equal("1", (await page.GetWavesAsync())["Deployment team-123/cart"]);
    }

    [BrowserFact]
    public async Task Unfold_FiveThousandNodes_AsksFirstAndThenDrawsThemAll()
    {
        await using var page = await OpenLargeAsync();
        await page.FoldAsync("none");

        Assert.Contains("5,004 nodes are too many", await page.GetAsync<string>("document.getElementById('notice').innerText"), StringComparison.Ordinal);
        await page.EvaluateAsync("[...document.querySelectorAll('#notice button')].find((button) => button.textContent === 'Draw them anyway').click()");
        await page.SettleAsync();
        Assert.Equal(5004, (await page.GetBoxesAsync()).Length);
    }

    private async Task<BrowserPage> OpenLargeAsync() => await BrowserPage.OpenAsync(browser, await ToolPages.WriteFleetAsync(browser, teams: 192));
}
