namespace ImageStreams.IntegrationTests.Pages;

/// <summary>The search finds a node by a part of its name, and shows it.</summary>
[Collection("browser")]
public sealed class PageSearchTests(Browser browser)
{
    [BrowserFact]
    public async Task Search_PartOfAName_FindsItAndEnterShowsIt()
    {
        await using var page = await OpenSampleAsync();
        await page.PressAsync("/");
        await page.TypeAsync("worker:l");

        Assert.Equal("docker.io/library/worker:latest,shop/worker:latest", await GetResultsAsync(page, sorted: true));
        await page.EvaluateAsync("document.querySelector('#results [role=option][aria-selected=true]').click()");
        Assert.Equal("shop/worker:latest", await page.GetAsync<string>("document.querySelector('#panel h2').textContent"));
    }

    [BrowserFact]
    public async Task Search_ArrowAndEnter_SelectsTheMarkedOneAndGoesToIt()
    {
        await using var page = await OpenSampleAsync();
        await page.PressAsync("/");
        await page.TypeAsync("ruby");
        var second = await page.GetAsync<string>("document.querySelectorAll('#results b')[1].textContent");
        await page.PressAsync("ArrowDown");
        await page.PressAsync("Enter");

        Assert.EndsWith(second, await page.GetSelectedAsync(), StringComparison.Ordinal);
        Assert.Equal(await page.GetSelectedAsync(), await page.GetFocusAsync());
        Assert.Equal("", await page.GetAsync<string>("document.getElementById('search').value"));
    }

    [BrowserFact]
    public async Task Search_NothingFound_SaysSo()
    {
        await using var page = await OpenSampleAsync();
        await page.PressAsync("/");
        await page.TypeAsync("no such thing");

        Assert.Equal("Nothing has this name.", await page.GetAsync<string>("document.getElementById('results').innerText"));
    }

    [BrowserFact]
    public async Task Search_WhileTyping_MarksWhatMatches()
    {
        await using var page = await OpenSampleAsync();
        await page.PressAsync("/");
        await page.TypeAsync("shop/w");

        Assert.Equal(6, await page.GetAsync<int>("document.querySelectorAll('#scene .box.match').length"));
    }

    private static Task<string> GetResultsAsync(BrowserPage page, bool sorted) =>
        page.GetAsync<string>($"[...document.querySelectorAll('#results b')].map((item) => item.textContent){(sorted ? ".sort()" : "")}.join()");

    private async Task<BrowserPage> OpenSampleAsync() => await BrowserPage.OpenAsync(browser, await ToolPages.WriteSampleAsync(browser));
}
