namespace ImageStreams.IntegrationTests.Pages;

/// <summary>The page is dark or light as the system is, and can be read in both.</summary>
[Collection("browser")]
public sealed class PageThemeTests(Browser browser)
{
    private const double ReadableContrast = 4.5;

    /// <summary>Finds the least contrast of the texts of boxes, their badges and the panel with what is behind them.</summary>
    private const string LeastContrast = """
        (() => {
          const luminance = (color) => {
            const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
              .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
          };
          const contrast = (a, b) => {
            const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
            return (light + 0.05) / (dark + 0.05);
          };
          const fill = (element) => getComputedStyle(element).fill;
          const boxes = [...document.querySelectorAll('#scene .box')].flatMap((box) =>
            ['.label', '.note'].map((part) => contrast(fill(box.querySelector(part)), fill(box.querySelector('.shape')))));
          const badges = [...document.querySelectorAll('#scene .badge')].map((badge) =>
            contrast(fill(badge.querySelector('text')), fill(badge.querySelector('rect'))));
          const panel = getComputedStyle(document.getElementById('panel')).backgroundColor;
          const items = [...document.querySelectorAll('#panel h2, #panel b, #panel span, #panel p, #panel code')].map((item) =>
            contrast(getComputedStyle(item).color, panel));
          return Math.min(...boxes, ...badges, ...items);
        })()
        """;

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Open_Theme_IsTheOneOfTheSystemAndCanBeRead(string theme)
    {
        await using var page = await OpenAsync(theme);

        Assert.Equal(theme, await page.GetAsync<string>("document.documentElement.dataset.theme"));
        Assert.True(await page.GetAsync<double>(LeastContrast) >= ReadableContrast, $"{await page.GetAsync<double>(LeastContrast)}");
        await page.ClickAsync(GraphPageView.Box("ImageStreamTag platform/ruby:1"));
        Assert.True(await page.GetAsync<double>(LeastContrast) >= ReadableContrast, $"{await page.GetAsync<double>(LeastContrast)}");
    }

    [BrowserFact]
    public async Task System_TurnsDark_ThePageFollows()
    {
        await using var page = await OpenAsync("light");
        var light = await GetBackgroundAsync(page);
        await page.UseThemeAsync("dark");
        await page.WaitForAsync("document.documentElement.dataset.theme === 'dark'");

        Assert.NotEqual(light, await GetBackgroundAsync(page));
    }

    [BrowserFact]
    public async Task Button_Dark_SwitchesAndBack()
    {
        await using var page = await OpenAsync("light");
        await page.ClickAsync("#theme");
        Assert.Equal("dark", await page.GetAsync<string>("document.documentElement.dataset.theme"));
        await page.ClickAsync("#theme");
        Assert.Equal("light", await page.GetAsync<string>("document.documentElement.dataset.theme"));
    }

    private static Task<string> GetBackgroundAsync(BrowserPage page) => page.GetAsync<string>("getComputedStyle(document.body).backgroundColor");

    private async Task<BrowserPage> OpenAsync(string theme) =>
        await BrowserPage.OpenAsync(browser, await ToolPages.WriteFleetAsync(browser, teams: 4), theme);
}
