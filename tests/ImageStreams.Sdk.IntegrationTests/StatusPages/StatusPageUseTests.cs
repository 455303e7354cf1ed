using ImageStreams.IntegrationTests.Pages;
using ImageStreams.Tests.AspNetCore;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.IntegrationTests.StatusPages;

/// <summary>What people do with the status page.</summary>
[Collection("browser")]
public sealed class StatusPageUseTests(Browser browser)
{
    [BrowserFact]
    public async Task Search_Words_AllHaveToMatch()
    {
        await using var server = await StartFleetAsync();
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await page.PressAsync("/");
        await page.TypeAsync("PYTHON 3.12");

        Assert.Equal(["shop/python:3.12"], await page.GetShownAsync());
        Assert.StartsWith("1 of ", await page.GetAsync<string>("document.getElementById('count').textContent"), StringComparison.Ordinal);
        await page.PressAsync("Escape");
        Assert.True((await page.GetShownAsync()).Length > 10);
        await page.TypeAsync("no such thing");
        Assert.Equal("No tag matches.", await page.GetAsync<string>("document.getElementById('none').innerText"));
    }

    [BrowserFact]
    public async Task Keyboard_ArrowsAndEnter_OpenATag()
    {
        await using var server = await StartFleetAsync();
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await page.PressAsync("/");
        await page.TypeAsync("shop/nginx");
        await page.PressAsync("ArrowDown");
        await page.PressAsync("ArrowDown");
        Assert.Equal("shop/nginx:1.28", await page.GetAsync<string>("document.activeElement.parentElement.dataset.id"));
        await page.PressAsync("Enter");

        Assert.Contains("Pull spec", await page.GetTextAsync("shop/nginx:1.28"), StringComparison.Ordinal);
        Assert.Equal("true", await page.GetAsync<string>("document.activeElement.getAttribute('aria-expanded')"));
    }

    [BrowserFact]
    public async Task Server_StartedAgain_IsFoundWithoutReloading()
    {
        var rig = new StatusRig();
        await rig.CreateAsync(AnImageStream("web").Tag("1").Follows("2").Build());
        var server = await StatusServer.StartAsync(rig);
        var port = server.Address.Port;
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await server.DisposeAsync();
        await page.WaitForAsync("document.getElementById('live').className === 'lost'");
        await rig.Client.Streams.DeleteAsync("shop", "web");
        await rig.CreateAsync(AnImageStream("api").Tag("1").Follows("2").Build());

        await using var again = await StatusServer.StartAsync(rig, port);
        await page.WaitForAsync("document.getElementById('live').className === 'live'");
        await page.WaitForStateAsync("shop/api:1", "Broken");
        Assert.Equal(["shop/api:1"], await page.GetShownAsync());
    }

    [BrowserFact]
    public async Task Themes_EachText_CanBeRead()
    {
        var rig = new StatusRig();
        await StatusFleet.AddFineAsync(rig);
        await StatusFleet.AddFailingAsync(rig);
        await using var server = await StatusServer.StartAsync(rig);
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await page.ClickAsync("li[data-id='shop/cache:7.4'] .row");

        Assert.True(await page.GetAsync<double>(LeastContrast) >= 4.5, $"{await page.GetAsync<double>(LeastContrast)}");
        await page.ClickAsync("#theme");
        Assert.Equal("dark", await page.GetAsync<string>("document.documentElement.dataset.theme"));
        Assert.True(await page.GetAsync<double>(LeastContrast) >= 4.5, $"{await page.GetAsync<double>(LeastContrast)}");
    }

    /// <summary>Finds the least contrast of texts with the first background behind them that has a color.</summary>
    private const string LeastContrast = """
        (() => {
          const parse = (color) => color.match(/[\d.]+/g).map(Number);
          const luminance = (parts) => {
            const [r, g, b] = parts.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (element) => {
            const color = parse(getComputedStyle(element).backgroundColor);
            return color.length === 3 || color[3] === 1 ? color : element.parentElement === null ? [255, 255, 255] : behind(element.parentElement);
          };
          const texts = [...document.querySelectorAll('h1, h2, h2 span, .row span, .row code, time, .pill, .cause b, .mend, dt, dd, .card b, .card span, #live-text, footer span, .box p')];
          return Math.min(...texts.filter((text) => text.checkVisibility()).map((text) => {
            const [light, dark] = [luminance(parse(getComputedStyle(text).color)), luminance(behind(text))].sort((a, b) => b - a);
            return (light + 0.05) / (dark + 0.05);
          }));
        })()
        """;

    private static async Task<StatusServer> StartFleetAsync()
    {
        var rig = new StatusRig();
        await StatusFleet.AddFineAsync(rig);
        return await StatusServer.StartAsync(rig);
    }
}
