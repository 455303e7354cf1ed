namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Everything can be done without a mouse.</summary>
[Collection("browser")]
public sealed class PageKeyboardTests(Browser browser)
{
    [BrowserFact]
    public async Task Tab_FromTheTop_LeadsOverTheToolsIntoTheGraphAndThePanel()
    {
        await using var page = await OpenSampleAsync();
        var way = new List<string>();
        for (var step = 0; step < 12; step++)
        {
            await page.PressAsync("Tab");
            way.Add(await page.GetFocusAsync());
        }

        Assert.Equal("Search tags", way[0]);
        Assert.Contains("fold", way);
        Assert.Single(way, name => name.Contains("shop/", StringComparison.Ordinal) || name.StartsWith("DockerImage", StringComparison.Ordinal));
        Assert.True(await page.GetAsync<bool>("document.getElementById('panel').contains(document.activeElement)"));
    }

    [BrowserFact]
    public async Task Arrows_InTheGraph_LeadToTheNextBoxAndEnterSelectsIt()
    {
        await using var page = await OpenSampleAsync();
        await GoToGraphAsync(page);
        var start = await page.GetFocusAsync();
        await page.PressAsync("ArrowRight");
        var next = await page.GetFocusAsync();
        await page.PressAsync("Enter");

        Assert.NotEqual(start, next);
        Assert.Equal(next, await page.GetSelectedAsync());
        await page.PressAsync("ArrowLeft");
        Assert.Equal(start, await page.GetFocusAsync());
    }

    [BrowserFact]
    public async Task Focus_OfABox_IsSeen()
    {
        await using var page = await OpenSampleAsync();
        await GoToGraphAsync(page);

        Assert.Equal("4px", await page.GetAsync<string>("getComputedStyle(document.activeElement.querySelector('.shape')).strokeWidth"));
    }

    [BrowserFact]
    public async Task Escape_LeavesTheSearchThenThePathThenTheSelection()
    {
        await using var page = await OpenSampleAsync();
        await page.ClickAsync(GraphPageView.Box("ImageStreamTag shop/ruby:3.3"));
        await page.ClickAsync("#panel li[data-node] .item");
        await page.PressAsync("/");
        await page.TypeAsync("cart");

        await page.PressAsync("Escape");
        Assert.Equal("", await page.GetAsync<string>("document.getElementById('search').value"));
        Assert.NotEqual(0, await page.GetAsync<int>("document.querySelectorAll('#scene .line.path').length"));
        await page.PressAsync("Escape");
        Assert.Equal(0, await page.GetAsync<int>("document.querySelectorAll('#scene .line.path').length"));
        Assert.Equal("ImageStreamTag shop/ruby:3.3", await page.GetSelectedAsync());
        await page.PressAsync("Escape");
        Assert.Equal("", await page.GetSelectedAsync());
    }

    [BrowserFact]
    public async Task PlusMinusZero_Zoom()
    {
        await using var page = await OpenSampleAsync();
        var before = await GetScaleAsync(page);
        await page.PressAsync("+");
        Assert.Equal(before * 1.25, await GetScaleAsync(page), 3);
        await page.PressAsync("-");
        await page.PressAsync("-");
        Assert.Equal(before * 0.8, await GetScaleAsync(page), 3);
        await page.PressAsync("0");
        Assert.Equal(before, await GetScaleAsync(page), 3);
    }

    [BrowserFact]
    public async Task Enter_OnAFoldedBox_SelectsItThenUnfoldsItAndStaysInTheGraph()
    {
        await using var page = await OpenSampleAsync();
        await page.FoldAsync("stream");
        await page.EvaluateAsync($"document.querySelector({BrowserInput.Quote(GraphPageView.Box("Folded stream ruby"))}).focus()");
        await page.PressAsync("Enter");
        Assert.Equal("Folded stream ruby", await page.GetSelectedAsync());
        await page.PressAsync("Enter");
        await page.SettleAsync();

        Assert.Contains("ImageStreamTag shop/ruby:stable", await page.GetBoxesAsync());
        Assert.StartsWith("ImageStreamTag shop/ruby:", await page.GetFocusAsync(), StringComparison.Ordinal);
    }

    private static Task<double> GetScaleAsync(BrowserPage page) => page.GetAsync<double>("document.getElementById('scene').getCTM().a");

    private static async Task GoToGraphAsync(BrowserPage page)
    {
        do
        {
            await page.PressAsync("Tab");
        }
        while (!await page.GetAsync<bool>("document.activeElement.classList.contains('box')"));
    }

    private async Task<BrowserPage> OpenSampleAsync() => await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));
}
